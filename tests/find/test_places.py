"""Toponyms are told from people, bodies and nationalities by what stands around them."""

from collections.abc import Callable, Iterator

import pytest

from warmonitor.find.places import find_places
from warmonitor.find.unnamed import with_unnamed
from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.model.mention import Offset, PlaceMention
from warmonitor.model.reading import Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Language, open_language

Find = Callable[[str], dict[str, PlaceMention]]
Names = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def find() -> Iterator[Find]:
    language: Language = open_language()
    gazetteer: Gazetteer = open_gazetteer()

    def run(text: str) -> dict[str, PlaceMention]:
        (parse,) = language.parse([Report("t", text)])
        return {m.name: m for m in find_places(Reading(parse.report, parse.tokens, parse.sentences), gazetteer)}

    yield run


@pytest.fixture(scope="module")
def names_of() -> Iterator[Names]:
    language, gazetteer = open_language(), open_gazetteer()

    def run(text: str) -> list[str]:
        (parse,) = language.parse([Report("t", text)])
        reading = Reading(parse.report, parse.tokens, parse.sentences)
        return [m.name for m in with_unnamed(reading, find_places(reading, gazetteer))]

    yield run


def test_list_of_areas_holds_names_that_no_gazetteer_has(find: Find) -> None:
    found = find("Jets bombed the areas of Qarqaburra, Zermiska and Mosul before dawn.")
    assert {"Qarqaburra", "Zermiska", "Mosul"} <= set(found)


def test_village_of_an_unknown_name_is_a_place(find: Find) -> None:
    assert find("Gunmen attacked the village of Umburr on Sunday.")["Umburr"].place.kind == "village"


def test_near_is_told(find: Find) -> None:
    assert find("A bomb exploded near Kirkuk on Monday.")["Kirkuk"].near


def test_offset_is_read_in_kilometres_and_degrees(find: Find) -> None:
    assert find("Rebels ambushed a convoy 10 miles north of Kirkuk.")["Kirkuk"].offset == Offset(16.1, 0.0)


@pytest.mark.parametrize(
    ("distance", "offset"),
    [
        ("about 30km (19 miles) south-west of", Offset(30.0, 225.0)),
        ("some 12 km from", Offset(12.0)),
        ("five kilometres to the east of", Offset(5.0, 90.0)),
        ("500 metres south of", Offset(0.5, 180.0)),
        ("a mile outside", None),
    ],
)
def test_every_usual_writing_of_a_distance_is_read(find: Find, distance: str, offset: Offset | None) -> None:
    found = find(f"A convoy was ambushed {distance} Kirkuk on Monday.")["Kirkuk"]
    assert found.near and found.offset == offset


def test_both_ends_of_between_know_each_other(find: Find) -> None:
    found = find("Gunmen stopped a bus between Kirkuk and Tikrit on Monday.")
    names = list(found)
    assert names[found["Kirkuk"].between or 0] == "Tikrit" and names[found["Tikrit"].between or 0] == "Kirkuk"


@pytest.mark.parametrize(
    ("text", "name", "bearing"),
    [
        ("Jets bombed a depot in northern Iraq on Monday.", "northern Iraq", 0.0),
        ("Clashes broke out in the south-east of Turkey.", "south-east of Turkey", 135.0),
        ("Clashes broke out in Nigeria's northeast.", "Nigeria's northeast", 45.0),
        ("Clashes broke out in central Somalia.", "central Somalia", None),
    ],
)
def test_part_of_a_country_is_told_by_its_direction(find: Find, text: str, name: str, bearing: float | None) -> None:
    (part,) = [m.part for m in find(text).values() if m.part is not None]
    assert (part.name, part.bearing) == (name, bearing)


def test_ten_miles_north_of_a_town_is_no_part_of_it(find: Find) -> None:
    assert find("Rebels ambushed a convoy 10 miles north of Kirkuk.")["Kirkuk"].part is None


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers riding in Unimogs were ambushed.",
        "The raid began in Kirkuk, Zarruq said.",
        "According to Hamid Orbak, AIG of police, the bomb was small.",
        "The attack was on Thursday, Dec. 15, near a market.",
    ],
)
def test_capitals_after_a_preposition_or_comma_need_not_be_a_place(find: Find, text: str) -> None:
    assert set(find(text)) <= {"Kirkuk"}


@pytest.mark.parametrize(
    ("text", "name", "wider"),
    [
        ("Police raided a house in Kabul's Zarbulaq area.", "Zarbulaq", "Kabul"),
        ("Gunmen stormed the Iraqi village of Umburr.", "Umburr", "Iraqi"),
        ("A patrol was hit near Zarbulaq village, Garmsir district.", "Zarbulaq", "Garmsir"),
        ("A patrol was hit near Zarbulaq farm, Garmsir district.", "Zarbulaq", "Garmsir"),
    ],
)
def test_wider_place_may_stand_before_or_behind(find: Find, text: str, name: str, wider: str) -> None:
    found = find(text)
    assert list(found)[found[name].within or 0] == wider


def test_land_whose_troops_open_fire_holds_no_place_of_the_words_before(find: Find) -> None:
    assert find("At midnight in Kabul, the Iraqi troops opened fire.")["Kabul"].within is None
    assert find("At midnight in Panama, the U.S. forces began an attack.")["Panama"].within is None


def test_hyphened_name_is_not_cut_to_the_half_that_is_known(find: Find) -> None:
    assert list(find("Villagers fled from Zarbu-Mosul (Ituri province).")) == ["Zarbu-Mosul", "Ituri"]


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


def test_distance_from_the_village_of_a_name_is_near_it(find: Find) -> None:
    found = find("Soldiers raided a compound 3 km north of the village of Zarbulaq in Garmsir district.")["Zarbulaq"]
    assert found.near and found.offset == Offset(3.0, 0.0)


def test_place_told_from_a_town_without_a_name_of_its_own_is_near_the_town(find: Find) -> None:
    found = find("Police spoke on Monday. Militants attacked the Kilometer 9 checkpoint west of Kirkuk.")["Kirkuk"]
    assert (found.role, found.near) == ("location", True)


def test_church_of_a_saint_is_no_town(find: Find) -> None:
    assert "St. Mark" not in find("A bomb exploded at St. Mark's Church in Cairo.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen attacked a hotel in the Somali capital on Monday.", ["Somali", "Somali capital"]),
        ("Gunmen attacked a hotel in the capital on Monday.", ["capital"]),
        ("Gunmen attacked a hotel in the capital, Mogadishu, on Monday.", ["Mogadishu"]),
        ("Gunmen attacked a hotel in the state capital on Monday.", []),
        ("Clashes broke out in the north-east on Friday.", ["north-east"]),
        ("Clashes broke out in the north of Nigeria on Friday.", ["Nigeria"]),
    ],
)
def test_capital_and_parts_of_the_country_are_places_without_a_name(names_of: Names, text: str, names: list[str]) -> None:
    assert names_of(text) == names
