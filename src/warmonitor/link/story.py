"""Reports that tell one story: what else they tell alike says something of what they tell each in other words.

That two mentions of a block are one happening is rare; it is not where both reports tell the same other happenings and each has
this one left over as its only one of the kind (collective linkage, after Bhattacharya and Getoor 2007). A mention carries
its report's other happenings for that, so that a match still depends on the two mentions alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.link.names import same_actor, same_place_name
from warmonitor.link.tables import weights
from warmonitor.model.linked import Beside, Mention, Part

MOST_BESIDE = 12
"""Other happenings that a mention carries: reports that tell more are lists of incidents, not one story."""
WIDEST_DAYS = 31
"""A happening known by its month still tells which one is meant; one of some year does not."""


def beside(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one report, each with what the report tells beside it; with nothing where it tells too much."""
    if len(mentions) - 1 > MOST_BESIDE:
        return list(mentions)
    told = [Beside(m.subtype, m.start, m.end, _towns(m), m.perpetrators + m.targets) for m in mentions]
    return [replace(m, beside=(*told[:n], *told[n + 1 :])) for n, m in enumerate(mentions)]


def story(a: Mention, b: Mention, known: float) -> Part:
    """Points for two mentions that are left over in reports of one story. `known` is what the likeness of the reports gave."""
    w = weights().section["story"]
    shared = _shared(a.beside, b.beside)
    if not shared:
        return Part("story", 0.0, "no other happening told alike in both reports")
    rivals = [*_rivals(a, {n for n, _ in shared}, b), *_rivals(b, {m for _, m in shared}, a)]
    if a.subtype != b.subtype or rivals:
        return Part(
            "story", 0.0, f"{len(shared)} told alike in both reports, but not the only one of its kind left over"
        )
    points = max(0.0, min(w["most"], w["each"] * len(shared)) - known)
    return Part("story", round(points, 3), f"{len(shared)} told alike in both reports, the only {a.subtype} left over")


def _shared(one: Sequence[Beside], two: Sequence[Beside]) -> list[tuple[int, int]]:
    """Pairs of happenings that both reports tell, each taken once, in order."""
    pairs: list[tuple[int, int]] = []
    for n, x in enumerate(one):
        m = next((m for m, y in enumerate(two) if m not in {t for _, t in pairs} and _alike(x, y)), None)
        if m is not None:
            pairs.append((n, m))
    return pairs


def _rivals(mention: Mention, shared: set[int], other: Mention) -> list[Beside]:
    """What the mention's report tells beside it that might as well be `other`: of its kind, not shared, the days not against it."""
    rest = [x for n, x in enumerate(mention.beside) if n not in shared]
    return [x for x in rest if x.subtype == other.subtype and _may_meet(x, other)]


def _may_meet(x: Beside, other: Mention) -> bool:
    begins = max(x.start or 0, other.start or 0)
    return begins <= min(x.end or begins, other.end or begins)


def _towns(mention: Mention) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in mention.points if p.precision < 3))


def _alike(x: Beside, y: Beside) -> bool:
    """Plainly one happening: one kind, days told that meet, and a place or a party in common."""
    if x.subtype != y.subtype or x.start is None or y.start is None or x.end is None or y.end is None:
        return False
    if max(x.end - x.start, y.end - y.start) >= WIDEST_DAYS or max(x.start, y.start) > min(x.end, y.end):
        return False
    if x.places and y.places:
        return any(same_place_name(p, q) for p in x.places for q in y.places)
    return any(same_actor(p, q) for p in x.parties for q in y.parties)
