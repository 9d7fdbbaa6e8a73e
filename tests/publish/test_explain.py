"""Explanations show the words in their sentence and the rule that took them."""

from __future__ import annotations

from warmonitor.model import Record
from warmonitor.publish.explain import lines


def test_each_claim_shows_its_words_its_sentence_and_its_rule(record: Record) -> None:
    told = list(lines(record))
    at = told.index("  claim c2: killed = 6; Red Crescent asserts; rule toll.of")
    assert told[at + 1].endswith(": The Red Crescent later ⟦put the toll at six⟧.")


def test_a_place_says_why_it_was_chosen(record: Record) -> None:
    assert any("Marib" in line and "chosen: the only town of that name nearby" in line for line in lines(record))


def test_the_places_that_were_not_chosen_are_named(record: Record) -> None:
    told = list(lines(record, lambda place: [f"another {place.name}"]))
    assert "      not chosen: another Marib" in told and "      not chosen: another Sirwah" in told
