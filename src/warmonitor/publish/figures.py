"""Numbers of people of an incident, summed over its sides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from warmonitor.model.published import PublishedIncident, PublishedToll


class Figure(NamedTuple):
    """Low, best, high; None is open, or nothing said at all (`said` False)."""

    low: int | None
    best: int | None
    high: int | None
    said: bool = True


NOTHING = Figure(None, None, None, said=False)
KINDS = ("killed", "injured", "captured", "abducted", "missing", "displaced")


def total(tolls: Iterable[PublishedToll]) -> Figure:
    """The sum of tolls: an open high or best leaves the sum open; an open low counts as nobody certain.

    >>> total([PublishedToll("killed", "", "target", 3, 3, 3), PublishedToll("killed", "", "civilian", 2, None, None)])
    Figure(low=5, best=None, high=None, said=True)
    """
    held = tuple(tolls)
    if not held:
        return NOTHING
    lows = [t.low for t in held if t.low is not None]
    bests, highs = [t.best for t in held], [t.high for t in held]
    return Figure(
        sum(lows) if lows else None,
        None if None in bests else sum(b for b in bests if b is not None),
        None if None in highs else sum(h for h in highs if h is not None),
    )


def figure(incident: PublishedIncident, kind: str) -> Figure:
    """Low, best and high of one kind over all sides of the incident."""
    return total(t for t in incident.casualties if t.kind == kind)
