"""Of the places that a report names, those where the incident happened."""

from __future__ import annotations

import pytest
from tests.coded import coded


def places(text: str) -> list[tuple[str, int]]:
    (incident,) = coded(text).incidents
    return [(p.place.name, p.place.precision) for p in incident.places]


def test_unknown_village_stands_beside_the_district_whose_point_it_borrows() -> None:
    text = "Gunmen killed three farmers in Zarbulaq village, Garmsir district, on Monday."
    assert places(text) == [("Zarbulaq", 2), ("Garmsir", 2)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb killed 12 evacuees from the towns of Tikrit and Samarra in Kirkuk on Monday.", ["Kirkuk"]),
        ("Gunmen killed three farmers in Kirkuk on Monday, the governor told reporters in Baghdad.", ["Kirkuk"]),
        ("Gunmen killed three farmers in Kirkuk on Monday, the minister said at an event close to Baghdad.", ["Kirkuk"]),
        ("A bomb killed three soldiers in the Iraqi capital on Monday.", ["Iraqi capital"]),
        ("A bomb killed three soldiers in northern Iraq on Monday.", ["northern Iraq"]),
        ("A bomb killed three soldiers in northern Sinai, a stretch of Sinai, on Monday.", ["northern Sinai"]),
    ],
)  # fmt: skip
def test_home_towns_and_places_where_people_speak_are_left_out(text: str, names: list[str]) -> None:
    assert [n for n, _ in places(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb killed three soldiers near the border with Niger in Mali on Monday.", ["border with Niger"]),
        ("Gunmen killed two guards in the north of the country, Mali's army said on Monday.", ["north of the country"]),
        ("Gunmen killed two guards in the country's north-east, Mali's army said on Monday.", ["country's north-east"]),
        ("Three farmers were shot dead in Woliso, about 111 km (69 miles) south of the capital, Addis Ababa, on Monday.", ["Woliso"]),
    ],
)  # fmt: skip
def test_borders_and_parts_of_the_country_are_places_and_a_capital_may_only_tell_the_way(text: str, names: list[str]) -> None:
    assert [n for n, _ in places(text)] == names


def test_a_town_only_tells_whereabouts_the_village_of_another_sentence_is() -> None:
    text = "A bomb attack in Mosul killed nine people on Monday. The bomb went off in Hammam al-Alil, police said."
    assert [n for n, _ in places(text)] == ["Hammam al-Alil"]


def test_a_quarter_is_told_beside_its_city() -> None:
    text = "A bomb attack in Baghdad killed nine people on Monday. The bomb went off in the Karrada district, police said."
    assert [n for n, _ in places(text)] == ["Baghdad", "Karrada"]


def test_the_only_town_of_a_report_is_the_scene_of_what_names_none() -> None:
    text = "Police fought rebels in Bria on Monday. The UN condemned it. On Wednesday gunmen abducted four aid workers."
    assert [[p.place.name for p in i.places] for i in coded(text).incidents] == [["Bria"], ["Bria"]]


def test_the_small_namesake_of_a_surname_is_no_scene() -> None:
    text = (
        "Rebels attacked Torola and Perquin in Morazan, El Salvador, on Monday, killing three soldiers. "
        "On Tuesday gunmen shot dead a guard in Munoz."
    )
    assert all(p.place.country == "SV" for i in coded(text).incidents for p in i.places)


def test_the_only_town_is_no_scene_of_what_happened_years_later() -> None:
    text = (
        "Gunmen abducted forty girls from a school in Garissa in April 2014. "
        "Nine of the girls were released on Thursday, the government said."
    )
    record = coded(text)
    assert [(i.subtype, [p.place.name for p in i.places]) for i in record.incidents if i.subtype == "abduction"] == [("abduction", ["Garissa"])]
    assert "Garissa" not in [p.place.name for i in record.incidents if i.subtype == "release" for p in i.places]
