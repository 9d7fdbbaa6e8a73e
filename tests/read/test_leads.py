"""Speakers without a name in the lead of a report."""

from __future__ import annotations

import pytest
from tests.coded import coded


def _speakers(text: str) -> list[str]:
    return sorted({c.speaker for c in coded(text).claims})


@pytest.mark.parametrize(
    ("said", "then", "speaker"),
    [
        ("a military official said", "Brig. Gen. Ana Roe, the area commander, said troops were searching the hills.", "Ana Roe"),
        ("residents and a local official said", "“They came at dawn,” Arda Mayor Juan Roe said.", "Juan Roe"),
    ],
)
def test_an_official_of_the_lead_is_the_one_quoted_by_name_next(said: str, then: str, speaker: str) -> None:
    assert speaker in _speakers(f"Gunmen killed three soldiers in Arda on Monday, {said}.\n\n{then}")


def test_a_police_officer_is_no_mayor() -> None:
    text = "Gunmen killed three soldiers in Arda on Monday, a police officer said.\n\n“They came at dawn,” Arda Mayor Juan Roe said."
    assert "police officer" in _speakers(text)
