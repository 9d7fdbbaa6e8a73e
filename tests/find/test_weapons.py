"""Means of violence: their names, classes and counts."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.weapons import find_weapons
from warmonitor.lexicon.quantities import number_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import WeaponMention


def weapons(text: str) -> list[WeaponMention]:
    return list(find_weapons(reading_of(text), number_words()))


@pytest.mark.parametrize(
    ("text", "name", "kind", "means"),
    [
        ("A car bomb went off outside the hotel.", "car bomb", "car-bomb", "remote-explosive"),
        ("Militants fired mortar rounds at the base.", "mortar round", "mortar", "shelling"),
        ("A roadside bomb hit the patrol.", "roadside bomb", "explosive-device", "remote-explosive"),
        ("They threw a hand grenade into the shop.", "hand grenade", "grenade", "grenade"),
        ("Police fired tear gas at the crowd.", "tear gas", "crowd-control", "with-intervention"),
        ("Barrel bombs fell on the market.", "barrel bomb", "aerial-bomb", "air-strike"),
        ("The man drew a knife and attacked passers-by.", "knife", "blade", "attack"),
    ],
)
def test_a_weapon_has_its_singular_name_class_and_the_type_it_makes(
    text: str, name: str, kind: str, means: str
) -> None:
    assert [(w.name, w.kind, w.means) for w in weapons(text)] == [(name, kind, means)]


def test_the_longest_name_wins() -> None:
    assert [w.name for w in weapons("A rocket-propelled grenade hit the gate.")] == ["rocket-propelled grenade"]


def test_a_number_before_a_weapon_is_its_count() -> None:
    assert [w.count for w in weapons("On Wednesday, 18 Katyusha rockets struck the base.")] == [18]


def test_a_proper_name_keeps_its_capital() -> None:
    assert [w.name for w in weapons("On Wednesday, 18 Katyusha rockets struck the base.")] == ["Katyusha rocket"]


def test_what_only_carries_weapons_is_marked_as_a_platform() -> None:
    assert {w.name: w.platform for w in weapons("Two jets dropped cluster bombs on the valley.")} == {
        "jet": True,
        "cluster bomb": False,
    }


@pytest.mark.parametrize("text", ["The bomb squad searched the hall.", "A bomb threat emptied the school."])
def test_a_bomb_squad_and_a_bomb_threat_are_no_weapons(text: str) -> None:
    assert weapons(text) == []


def test_every_weapon_word_is_found_under_its_first_word() -> None:
    assert all(
        entries and all(lemmas[0] == first for lemmas, _ in entries) for first, entries in weapon_words().items()
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rioters pelted the bus with rocks and bottles.", ["rock", "bottle"]),
        ("The hut stands beside a rock near the tennis club.", []),
        ("A man rammed his van into the crowd.", ["van"]),
        ("The shots were fired from a passing van.", []),
        ("They doused the guard with petrol and set him alight.", ["petrol"]),
        ("Queues for petrol grew in the town.", []),
        ("Officers beat the marchers with batons.", ["baton"]),
    ],
)
def test_everyday_things_are_weapons_only_where_they_are_turned_on_someone(text: str, names: list[str]) -> None:
    assert [w.name for w in weapons(text) if w.kind != "gunfire"] == names


@pytest.mark.parametrize(
    "text",
    [
        "The strike destroyed two mortars, a rocket launcher and a car bomb factory.",
        "Soldiers seized nine rifles and a machine gun.",
        "Police found four grenades and a pistol in the flat.",
        "Five men planting a bomb were killed.",
        "A cache of rockets lay under the floor.",
        "Miners fled from the gold mine.",
    ],
)
def test_what_was_hit_seized_or_the_victims_own_is_no_means(text: str) -> None:
    assert weapons(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The men fired AK-47 assault rifles.", "AK-47 assault rifle"),
        ("A mortar attack hit the mill.", "mortar"),
        ("A suicide car bomber struck the gate.", "car bomb"),
        ("A truck packed with explosives blew up.", "truck bomb"),
        ("A VBIED hit the gate.", "VBIED"),
        ("A device planted on the road killed a guard.", "device"),
        ("Rebels launched a Burkan-2 missile at the port.", "Burkan-2 missile"),
    ],
)
def test_a_weapon_is_published_under_its_full_and_usual_name(text: str, name: str) -> None:
    assert [w.name for w in weapons(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marchers were pepper-sprayed near the bridge.", "pepper spray"),
        ("Youths firebombed a police station on Monday.", "firebomb"),
        ("The officer was hurt when a tossed brick hit him.", "brick"),
        ("A farmer was injured by small-arms fire.", "small arms"),
    ],
)
def test_weapons_told_by_verbs_and_by_what_was_thrown(text: str, name: str) -> None:
    assert [w.name for w in weapons(text)] == [name]


def test_axes_of_advance_are_no_blades() -> None:
    assert weapons("Troops moved along two axes of advance.") == []
