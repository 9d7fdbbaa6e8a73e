"""The terminal page: tolls, who says what, and what is disputed."""

from __future__ import annotations

import io
from dataclasses import replace

from warmonitor.model import Record
from warmonitor.publish import text, wording


def page(record: Record, **how: bool) -> str:
    out = io.StringIO()
    text.write_records([record], out, **how)
    return out.getvalue()


def test_each_speaker_stands_over_what_they_claim_and_disputed_figures_are_marked(record: Record) -> None:
    lines = [line.strip() for line in page(record).splitlines()]
    governor = lines.index("governor")
    assert lines[governor + 1] == "killed: 4 ⚡ disputed"
    assert lines[lines.index("Red Crescent") + 1] == "killed: 6 ⚡ disputed"
    assert "killed   4 to 6 (best 6)  people, civilian" in lines
    assert "by       rebels (denied)" in lines
    assert "mission condemns the shelling" in lines


def test_a_figure_that_its_own_speaker_replaced_is_no_dispute(record: Record) -> None:
    first, second, *_ = record.claims
    assert wording.disputed([first, second]) == {"killed"}
    assert wording.disputed([first, replace(second, speaker="governor", revises="c1")]) == frozenset()


def test_figures_about_a_part_and_vague_figures_dispute_nothing(record: Record) -> None:
    first, second, *_ = record.claims
    assert wording.disputed([first, replace(second, value=2, who="children")]) == frozenset()
    assert wording.disputed([first, replace(second, value=3, bound="min")]) == frozenset()


def test_a_relay_and_a_revision_are_said(record: Record) -> None:
    first, second, _, relayed = record.claims
    assert wording.claim_words(relayed, record.claims) == "perpetrator: army — claims, via State radio"
    assert wording.claim_words(replace(second, revises="c1"), record.claims) == "killed: 6 [revises 4 of governor]"


def test_colours_change_no_word(record: Record) -> None:
    import re

    painted = page(record, colour=True)
    assert "\x1b[1m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted).split() == page(record).split()


def test_no_line_is_wider_than_the_page(record: Record) -> None:
    assert max(map(len, page(record).splitlines())) <= text.WIDTH


def test_what_must_be_known_of_the_coding_is_said_first(record: Record) -> None:
    assert "! no publication day" in page(replace(record, notes=("no publication day: dates unresolved",)))
