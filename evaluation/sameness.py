"""When is a coded value the same as a hand-coded one? Names, places, days and incidents, leniently and symmetrically.

The measures of evaluation/score.py rest on these: a name is the same where one's words hold the other's or half are shared; a
place where the points lie within 25 km (150 km for a province); incidents are paired by type, days, places, actors and words.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

Json = dict[str, Any]
A = TypeVar("A")
B = TypeVar("B")

KM_SAME_PLACE = 25.0
KM_SAME_PROVINCE = 150.0
ALIGN_AT = 0.45
"""Likeness from which two incidents can be one."""

_STOP = frozenset("the a an of al el in on at for group forces force".split())
_STATES = {
    "us": "united states", "u.s": "united states", "u.s.": "united states", "american": "united states",
    "america": "united states", "uk": "united kingdom", "british": "united kingdom", "britain": "united kingdom",
}  # fmt: skip


def words(name: str) -> frozenset[str]:
    """The words of a name that tell it apart: lower case, without accents, articles and plural s."""
    text = re.sub(r"[’‘`´]", "'", name)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    tokens = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", text))
    kept = [t[:-1] if len(t) > 3 and t.endswith("s") else t for t in tokens if t not in _STOP]
    return frozenset(kept or tokens)


def same_name(a: object, b: object) -> bool:
    """True where two names are plainly one's.

    >>> same_name("Northern Falcons", "the Falcons"), same_name("army", "police")
    (True, False)
    """
    x, y = (words(_STATES.get(str(n or "").strip().lower(), str(n or ""))) for n in (a, b))
    if not x or not y:
        return False
    return x <= y or y <= x or len(x & y) / len(x | y) >= 0.5


def kilometres(p: Json, q: Json) -> float | None:
    """Great-circle distance, None where either has no point."""
    if None in (p.get("lat"), p.get("lon"), q.get("lat"), q.get("lon")):
        return None
    a, b, c, d = (math.radians(v) for v in (p["lat"], p["lon"], q["lat"], q["lon"]))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def same_place(gold: Json, found: Json) -> bool:
    """By distance where both are on the map, else by country and name."""
    far = kilometres(gold, found)
    if far is not None:
        return far <= (KM_SAME_PLACE if (gold.get("precision") or 1) < 3 else KM_SAME_PROVINCE)
    if gold.get("country") and found.get("country") and gold["country"] != found["country"]:
        return False
    return same_name(gold.get("name"), found.get("name"))


def days(when: Json | None) -> tuple[date | None, date | None]:
    """First and last day of a coded date."""
    return tuple(_day((when or {}).get(k)) for k in ("start", "end"))  # type: ignore[return-value]


def closeness(gold: Json | None, found: Json | None) -> float:
    """How near two dates are, 0 to 1: overlap, a gap of three days, or neither known."""
    (a, b), (c, d) = days(gold), days(found)
    if not a or not c:
        return 0.5 if not a and not c else 0.2
    b, d = b or a, d or c
    if c <= b and a <= d:
        return 1.0 if abs((a - c).days) <= 1 or (gold or {}).get("precision") not in (None, "day") else 0.7
    return 0.5 if min(abs((a - d).days), abs((c - b).days)) <= 3 else 0.0


def likeness(g: Json, f: Json, words_meet: bool) -> float:
    """How alike two incidents are, 0 to 1; `words_meet` where their evidence overlaps."""
    kind = 1.0 if g.get("subtype") == f.get("subtype") else 0.6 if g.get("type") == f.get("type") else 0.0
    gp, fp = g.get("places") or [], f.get("places") or []
    if any(same_place(x, y) for x in gp for y in fp):
        place = 1.0
    elif not gp and not fp:
        place = 0.6
    else:
        place = 0.3 if {x.get("country") for x in gp} & {y.get("country") for y in fp} else 0.0
    who = any(same_name(x.get("name"), y.get("name")) for x in g.get("actors", []) for y in f.get("actors", []))
    return 0.25 * kind + 0.2 * closeness(g.get("date"), f.get("date")) + 0.25 * place + 0.1 * who + 0.2 * words_meet


def matched(golds: Sequence[A], found: Sequence[B], same: Callable[[A, B], bool]) -> int:
    """How many of the gold items can have a found one each: the largest matching (Kuhn 1955).

    >>> matched([1, 2, 2], [2, 1, 3], lambda a, b: a == b)
    2
    """
    fits = [[j for j, f in enumerate(found) if same(g, f)] for g in golds]
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(golds)))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
