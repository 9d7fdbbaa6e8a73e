"""The one line by which a person knows an incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

Ends = tuple[str, int | None, int | None]
"""Kind of harm, lowest and highest number of people."""


def label(subtype: str, places: Sequence[str], start: date | None, end: date | None, tolls: Iterable[Ends]) -> str:
    """What, where, when and how many harmed.

    >>> label("air-strike", ["Najaf"], date(2020, 3, 13), date(2020, 3, 13), [("killed", 3, 3), ("injured", 7, None)])
    'Air strike at Najaf, 2020-03-13: 3 killed, at least 7 injured'
    """
    where = " at " + ", ".join(places[:3]) if places else ""
    days = "" if start is None else f", {start}" if start == end else f", {start} to {end}"
    told = [f"{_number(low, high)} {kind}" for kind, low, high in tolls if (low, high) != (None, None)]
    return subtype.replace("-", " ").capitalize() + where + days + (": " + ", ".join(told) if told else "")


def _number(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"
