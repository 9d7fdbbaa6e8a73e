"""A place that no gazetteer writes as the report does: the one place near the others whose name sounds like it.

Only names of one country with the same consonants are asked, at most one letter apart; several such places give none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.explain import distance_km
from warmonitor.lexicon.gazetteer.keys import key

SHORTEST = 5
"""Letters of a key below which too many names are alike."""
APART = 1
"""Letters that may differ."""
REACH_KM = 60.0
"""How far from another place of the report it may lie."""
ONE_SPOT_KM = 25.0


def spelled_alike(
    name: str, country: str, near: Sequence[Entry], similar: Callable[[str, str], Iterable[Entry]]
) -> Entry | None:
    """The place of `country` that `name` must mean, None where none or several may be meant.

    `near`: the places of the report that are known; one of them must lie within reach.
    """
    wanted = key(name)
    if len(wanted) < SHORTEST or not near:
        return None
    found = [
        e
        for e in similar(name, country)
        if e.precision < 3 and letters_apart(wanted, key(e.matched)) <= APART and _nearest(e, near) <= REACH_KM
    ]
    if not found:
        return None
    best = max(found, key=lambda e: (e.kind == "town", e.population, -e.id))
    if any(distance_km(best.lat, best.lon, e.lat, e.lon) > ONE_SPOT_KM for e in found):
        return None
    return replace(best, precision=max(1, best.precision))


def _nearest(e: Entry, near: Sequence[Entry]) -> float:
    return min((distance_km(e.lat, e.lon, o.lat, o.lon) for o in near), default=math.inf)


def letters_apart(a: str, b: str) -> int:
    """Edit distance of Levenshtein.

    >>> letters_apart("hibet", "habit")
    2
    """
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
