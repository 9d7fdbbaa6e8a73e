"""Damage to things: which words tell of it, and how they are cut."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.damages import find_damages

CASES = [
    ("A shell destroyed two shops and a bus.", ["destroyed two shops and a bus"]),
    ("Several barns were burned by the raiders.", ["Several barns were burned"]),
    ("Youths set a bus on fire.", ["set a bus on fire"]),
    ("The roof of the school collapsed.", ["The roof of the school collapsed"]),
    ("Police recovered two rifles and a radio.", ["recovered two rifles and a radio"]),
    ("The strike destroyed two vehicles and damaged a bridge.", ["destroyed two vehicles and damaged a bridge"]),
    ("The drone killed two guards.", []),
    ("Troops seized the initiative.", []),
    ("The rebels vowed to destroy the dam.", []),
    ("The blast did not damage the school.", []),
    ("The army could destroy the depot.", []),
]


@pytest.mark.parametrize(("text", "damage"), CASES)
def test_damage_is_cut_from_the_verb_through_what_it_was_done_to(text: str, damage: list[str]) -> None:
    reading = reading_of(text)
    assert [reading.words(d.first, d.last) for d in find_damages(reading)] == damage
