"""Timelines: bars where days are known, words where they are not."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.publish.drawing.timeline import WIDTH, Bar, draw, ticks


def test_an_unknown_day_is_said_not_drawn() -> None:
    markup = draw([Bar("raid", date(2021, 3, 4), date(2021, 3, 4), "1"), Bar("talks", None, None, "2")], None, "Days")
    assert markup.count("<rect") == 1
    assert "day unknown" in markup


def test_nothing_dated_nothing_drawn() -> None:
    assert draw([Bar("talks", None, None, "1")], date(2021, 3, 4), "Days") == ""


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000))
def test_ticks_are_few_and_in_order(first: date, days: int) -> None:
    last = first + timedelta(days=days + 1)
    named = [d for d, _ in ticks(first, last)]
    assert len(named) <= 10
    assert named == sorted(named)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000))
def test_bars_stay_on_the_page(start: date, days: int) -> None:
    markup = draw([Bar("raid", start, start + timedelta(days=days), "1")], None, "Days")
    (found,) = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', markup)
    assert float(found[0]) + float(found[1]) <= WIDTH
