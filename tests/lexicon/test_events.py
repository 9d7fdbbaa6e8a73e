"""The examples of every event file, read by the real language pass: `yes` gives the subtype as an actual event, `no` gives none.

A generic word of violence ("hit", "killed") takes its subtype from the weapon beside it.
"""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.events import find_events
from warmonitor.find.weapons import find_weapons
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.quantities import number_words

EXAMPLES = event_words().examples


@pytest.mark.parametrize(("subtype", "sentence"), [(s, text) for s, text, yes in EXAMPLES if yes])
def test_a_yes_sentence_tells_of_an_actual_event(subtype: str, sentence: str) -> None:
    reading = reading_of(sentence)
    actual = [e for e in find_events(reading) if e.realis == "actual"]
    by_weapon = {w.means for w in find_weapons(reading, number_words())} if any(e.generic for e in actual) else set()
    assert subtype in {s for e in actual for s in e.subtypes} | by_weapon


@pytest.mark.parametrize(("subtype", "sentence"), [(s, text) for s, text, yes in EXAMPLES if not yes])
def test_a_no_sentence_tells_of_none(subtype: str, sentence: str) -> None:
    assert [
        e.subtypes for e in find_events(reading_of(sentence)) if e.realis == "actual" and subtype in e.subtypes
    ] == []
