"""A happening that names no place of its own takes up one that was named before it."""

from __future__ import annotations

import pytest
from tests.coded import coded


def places(text: str) -> list[list[str]]:
    return [[p.place.name for p in i.places] for i in coded(text).incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Nekemte, witness Abel Tola said he saw four people shot dead by police.", [["Nekemte"]]),
        ("Abel Tola, a resident of Nekemte, said security forces shot dead four people on Sunday.", [["Nekemte"]]),
        ("Rebels seized Bria on Monday. On Wednesday gunmen shot dead four aid workers in the town.", [["Bria"], ["Bria"]]),
        ("The town of Binnish was exposed to bombardment on Sunday, causing the death of two children.", [["Binnish"]]),
    ],
)  # fmt: skip
def test_the_scene_is_where_witnesses_tell_from_or_what_stands_for_a_place(text: str, expected: list[list[str]]) -> None:
    assert places(text) == expected


def test_who_was_hit_tells_nothing_about_the_scene() -> None:
    assert places("Many residents of Fuaa were killed when a bomb hit their buses at a rest stop near Hama on Sunday.") == [["Hama"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rocket attack on a base in Taji, just outside the Iraqi capital Baghdad, killed two soldiers.", ["Taji"]),
        ("A missile attack on a market in Kostyantynivka in Donetsk region killed 16 people.", ["Kostyantynivka"]),
        ("Gunmen killed three policemen in Sar-e Pul province on Monday.", ["Sar-e Pul"]),
        ("Three soldiers were killed in a gun battle in Jammu and Kashmir on Saturday.", ["Jammu and Kashmir"]),
    ],
)  # fmt: skip
def test_what_only_tells_where_a_place_is_stays_out(text: str, expected: list[str]) -> None:
    assert places(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Near Al Huwayjah, two air strikes killed nine ISIL fighters in Iraq on Monday.", ["Al Huwayjah"]),
        ("A rebel leader was killed in a raid inside Syrian territory on Monday, gunmen of his group said.", ["Syrian"]),
        ("Pvt. Ann Roe, 42, of Woodbridge, Virginia, was killed by a roadside bomb near Kirkuk on Thursday.", ["Kirkuk"]),
        ("Gunmen shot dead two guards at La Paz airport in Bolivia on Monday.", ["La Paz"]),
    ],
)  # fmt: skip
def test_names_at_the_head_of_a_line_and_the_soil_of_a_state_are_places(text: str, expected: list[str]) -> None:
    assert places(text) == [expected]


def test_members_of_a_coalition_are_no_scene() -> None:
    text = "Nations that have conducted air strikes near Mosul include Australia, Jordan and the United Kingdom."
    assert all("Jordan" not in names for names in places(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in front of Mosul City Hall on Wednesday, wounding six.", ["Mosul"]),
        ("Rebels shelled the villages of Zarqul, Mekresh and Dalbaran on Wednesday.", ["Zarqul", "Mekresh", "Dalbaran"]),
        ("Zarqul, a small town in Kirkuk province, was shelled by rebels on Wednesday.", ["Zarqul"]),
        ("War looms in South Ossetia\n\nFighting in the region killed two soldiers on Wednesday.", ["South Ossetia"]),
    ],
)  # fmt: skip
def test_buildings_lists_and_what_is_said_to_be_a_place_tell_the_scene(text: str, expected: list[str]) -> None:
    assert places(text) == [expected]
