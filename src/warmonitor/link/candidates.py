"""Blocking: which mentions may be one happening at all, by keys of time, place and kind.

Each mention stands under a few keys at every resolution not finer than its own (day or month; map cell or country) and
looks under the complementary ones, so that any two mentions whose time, place and kind could agree meet in exactly one
kind of key, the coarser of the two. A mention told by day and town costs the same at any size of the ledger: it looks at
its own day around its own town, and at the few vague mentions of that month.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from warmonitor.link.mention import rarity
from warmonitor.link.tables import kinds, weights
from warmonitor.model.linked import Mention, Point

CELL = 0.5
"""Side of a map cell in degrees; a mention stands in its own and looks into the eight around it."""
MOST_DAYS = 4
"""Longest interval (days) that still counts as a day: a night, a weekend of fighting."""
MOST_MONTHS = 14


def families(mention: Mention) -> tuple[str, ...]:
    """Families of happenings that the mention's subtype may be confused in."""
    kind = kinds().get(mention.subtype)
    return kind.families if kind else ("other",)


def precise_time(mention: Mention) -> bool:
    """True where the days are told (a closed interval of at most MOST_DAYS) and so is the country at least.

    A day without any place would meet the whole world's happenings of that day; it is sought by its names instead.
    """
    told = mention.start is not None and mention.end is not None and mention.end - mention.start < MOST_DAYS
    return told and any(p.country for p in mention.points)


def vague(mention: Mention) -> bool:
    """True where time or place is told too roughly to say which of several happenings is meant."""
    return not (precise_time(mention) and _spots(mention))


def _spots(mention: Mention) -> tuple[Point, ...]:
    return tuple(p for p in mention.points if p.lat is not None and p.lon is not None and p.precision < 3)


def _months(mention: Mention) -> tuple[str, ...]:
    """The months an interval touches; an open start reaches back by the lag; none where it is longer than a year."""
    end = mention.end if mention.end is not None else mention.told
    if not end:
        return ("any",)
    start = mention.start if mention.start is not None else end - int(weights().of("time", "lag_days"))
    first, last = date.fromordinal(max(1, start)), date.fromordinal(end)
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    if count > MOST_MONTHS:
        return ("any",)
    return tuple(f"{first.year + m // 12}-{m % 12 + 1}" for m in range(first.month - 1, first.month - 1 + count))


def _days(mention: Mention) -> tuple[str, ...]:
    assert mention.start is not None and mention.end is not None
    return tuple(str(d) for d in range(mention.start, mention.end + 1))


def _cells(mention: Mention, reach: int) -> tuple[str, ...]:
    around = range(-reach, reach + 1)
    cells: dict[str, None] = {}
    for p in _spots(mention):
        assert p.lat is not None and p.lon is not None
        row, column = math.floor(p.lat / CELL), math.floor(p.lon / CELL)
        for r in around:
            for c in around:
                cells[f"{row + r},{(column + c) % int(360 / CELL)}"] = None
    return tuple(cells)


def _countries(mention: Mention) -> tuple[str, ...]:
    return tuple(sorted({p.country for p in mention.points if p.country}))


def _rare(mention: Mention) -> tuple[str, ...]:
    """Names that make a block of vague mentions small: what the report is about, and the mention's rarest names."""
    names = sorted(mention.names, key=lambda w: (-rarity(w), w))[:4]
    return tuple(dict.fromkeys([*mention.about, *names]))


def _levels(mention: Mention) -> Iterator[tuple[str, str]]:
    """(time level, place level) at which the mention stands: d or m, and c (cell) or n (nation)."""
    for time in ("d", "m") if precise_time(mention) else ("m",):
        for place in ("c", "n") if _spots(mention) else ("n",):
            yield time, place


def _keys(mention: Mention, reach: int, roles: tuple[str, ...], time: str, place: str) -> Iterator[str]:
    times = _days(mention) if time == "d" else _months(mention)
    named = (time, place) == ("m", "n")
    places = ("",) if named else _cells(mention, reach) if place == "c" else _countries(mention)
    last = _rare(mention) if named else families(mention)
    for role in roles:
        for t in times:
            for p in places:
                for f in last:
                    yield f"{time}{place}{role}|{t}|{p}|{f}"


def own_keys(mention: Mention) -> tuple[str, ...]:
    """The keys a mention stands under; the two letters of its role say whether its time and place are precise."""
    role = ("p" if precise_time(mention) else "v") + ("p" if _spots(mention) else "v")
    keys = [k for time, place in _levels(mention) for k in _keys(mention, 0, (role,), time, place)]
    return tuple(dict.fromkeys(keys))


def sought_keys(mention: Mention) -> tuple[str, ...]:
    """The keys to look under: at a level coarser than the mention's own only those too vague to stand at a finer one."""
    keys: list[str] = []
    for time, place in _levels(mention):
        times = "p" if time == "d" else ("v" if precise_time(mention) else "pv")
        places = "p" if place == "c" else ("v" if _spots(mention) else "pv")
        roles = tuple(t + p for t in times for p in places)
        keys += _keys(mention, 1, roles, time, place)
    return tuple(dict.fromkeys(keys))
