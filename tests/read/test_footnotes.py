"""Marks of footnotes stand in the text and not in the way of its sentences."""

from __future__ import annotations

from tests.reading_of import reading_of


def test_a_sentence_ends_before_its_footnotes() -> None:
    reading = reading_of("The army entered Orvale.[21] One week later it took the bridge.[22][3] It left in May.")
    assert [reading.text[s.start : s.end] for s in reading.sentences] == [
        "The army entered Orvale.", "One week later it took the bridge.", "It left in May.",
    ]  # fmt: skip


def test_a_year_of_birth_ends_no_sentence() -> None:
    reading = reading_of("Ana Roe (b. 1998) was killed on Monday.")
    assert len(reading.sentences) == 1
