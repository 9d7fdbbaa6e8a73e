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
