"""What people are said to do as a rule is no happening."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.events import find_events


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The dead man was a cell leader who carried out attacks against coalition forces in Ghazni.", ["habitual"]),
        ("The detained militant is suspected of coordinating attacks.", ["habitual"]),
        ("He was a commander who led the attack on the base on Monday.", ["actual"]),
        ("A raid, as defined by the army, means one or more assaults on one place.", ["generic", "generic"]),
        ("The attack is classified as terrorism.", ["actual"]),
        ("Local officials reported that helicopters dropped barrel bombs on the town.", ["actual"]),
    ],
)
def test_a_career_of_attacks_is_no_attack(text: str, realis: list[str]) -> None:
    assert [e.realis for e in find_events(reading_of(text)) if e.form == "noun"] == realis
