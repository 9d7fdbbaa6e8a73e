"""Toponyms are told from people, bodies and nationalities by what stands around them."""

from collections.abc import Callable, Iterator

import pytest

from warmonitor.find.places import find_places
from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.model.mention import PlaceMention
from warmonitor.model.reading import Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Language, open_language

Find = Callable[[str], dict[str, PlaceMention]]


@pytest.fixture(scope="module")
def find() -> Iterator[Find]:
    language: Language = open_language()
    gazetteer: Gazetteer = open_gazetteer()

    def run(text: str) -> dict[str, PlaceMention]:
        (parse,) = language.parse([Report("t", text)])
        return {m.name: m for m in find_places(Reading(parse.report, parse.tokens, parse.sentences), gazetteer)}

    yield run


def test_list_of_areas_holds_names_that_no_gazetteer_has(find: Find) -> None:
    found = find("Jets bombed the areas of Qarqaburra, Zermiska and Mosul before dawn.")
    assert {"Qarqaburra", "Zermiska", "Mosul"} <= set(found)


def test_village_of_an_unknown_name_is_a_place(find: Find) -> None:
    assert find("Gunmen attacked the village of Umburr on Sunday.")["Umburr"].place.kind == "village"


def test_near_is_told(find: Find) -> None:
    assert find("A bomb exploded near Kirkuk on Monday.")["Kirkuk"].near


def test_offset_is_read_in_kilometres_and_degrees(find: Find) -> None:
    assert find("Rebels ambushed a convoy 10 miles north of Kirkuk.")["Kirkuk"].place.why == "16.1 km 0"


def test_capital_that_denies_is_a_government(find: Find) -> None:
    assert find("Moscow denied that its planes had struck Idlib.")["Moscow"].role == "government"


def test_nationality_is_no_place_of_an_event(find: Find) -> None:
    assert find("Iraqi troops shelled the town.")["Iraqi"].role == "origin"


def test_bank_named_after_a_city_is_a_body(find: Find) -> None:
    assert (
        find("Kabul Bank was robbed.").get("Kabul", None) is None
        or find("Kabul Bank was robbed.")["Kabul"].role == "organisation"
    )


def test_quarter_and_its_city_nest(find: Find) -> None:
    found = find("A car bomb exploded in Karrada, Baghdad, killing two.")
    assert list(found) == ["Karrada", "Baghdad"] and found["Karrada"].within == 1


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The spokesman told reporters in Nairobi that the raid had failed.", "Nairobi", "other"),
        ("The army of Iraq shelled the village.", "Iraq", "government"),
        ("Rebels backed by the United States shelled the village.", "United States", "government"),
        ("The envoy for Yemen condemned the attack.", "Yemen", "other"),
        ("Farah Odeh, a nurse from Basra, was killed in the blast.", "Basra", "origin"),
        ("Fighting has spread across the Middle East.", "Middle East", "other"),
        ("A drone struck the Taji base outside Baghdad.", "Baghdad", "other"),
        ("A drone struck Hibhib, a town about 30 km (19 miles) north of Baqubah.", "Baqubah", "other"),
        ("Shells landed outside Baghdad.", "Baghdad", "location"),
        ("Iran-backed fighters fled.", "Iran", "origin"),
    ],
)  # fmt: skip
def test_role_of_a_name_comes_from_its_grammar(find: Find, text: str, name: str, role: str) -> None:
    assert find(text)[name].role == role


def test_places_on_both_sides_of_a_road_are_near(find: Find) -> None:
    found = find("Gunmen ambushed a convoy on the road between Kirkuk and Tikrit.")
    assert found["Kirkuk"].near and found["Tikrit"].near


def test_month_in_capitals_is_no_place(find: Find) -> None:
    assert "AUGUST" not in find("GUERRILLAS BURNED TWO TRUCKS NEAR CHALATENANGO IN AUGUST, RADIO VENCEREMOS SAID.")


def test_dateline_in_capitals_is_no_place_of_the_event(find: Find) -> None:
    found = find(
        "MANAGUA, 4 MAY 88 (LOCAL RADIO) -- [TEXT] REBELS ATTACKED A COOPERATIVE NEAR JINOTEGA LAST NIGHT, KILLING TWO PEASANTS."
    )
    assert found["MANAGUA"].role == "dateline" and found["JINOTEGA"].role == "location"
