"""Sketches held to be one incident, and what they say together: days, places, kinds."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from warmonitor.assemble.sketch import Sketch
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, PlaceMention, When

EXPLOSIVE = frozenset({"air-strike", "shelling", "remote-explosive", "suicide-bombing", "grenade", "chemical"})

LASTING = frozenset(
    "fighting offensive operation campaign siege bombardment shelling unrest violence hostilities war crackdown".split()
)
"""Nouns of what may go on for weeks."""


@dataclass(slots=True)
class Cluster:
    """Sketches held to be one incident, with why each was taken in. Only coreference.py changes it, while it is being made."""

    sketches: list[Sketch] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def body(findings: Findings, c: Cluster) -> list[Sketch]:
    """The sketches outside the headline; all where there are none."""
    return [s for s in c.sketches if findings.reading.sentences[s.sentence].kind != "headline"] or c.sketches


def whens(s: Sketch) -> list[When]:
    """Resolved days of a sketch, the finest first."""
    return sorted(
        (t.when for t in s.times if t.when is not None),
        key=lambda w: ("day", "week", "month", "year", "unknown").index(w.precision),
    )


def gap(v: When, w: When) -> int:
    """Days between two intervals, 0 where they overlap."""
    assert v.start and v.end and w.start and w.end
    if v.start <= w.end and w.start <= v.end:
        return 0
    return min(abs((v.start - w.end).days), abs((w.start - v.end).days))


def scenes(findings: Findings, places: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Without names of roads ("on the Nairobi road"), which lead elsewhere."""
    tokens = findings.reading.tokens
    return [p for p in places if p.last >= len(tokens) or tokens[p.last].lower not in ("road", "highway", "motorway")]


def km(p: PlaceMention, q: PlaceMention) -> float | None:
    """Great-circle distance in kilometres, None where either is off the map."""
    if p.place.lat is None or p.place.lon is None or q.place.lat is None or q.place.lon is None:
        return None
    a, b, c, d = map(math.radians, (p.place.lat, p.place.lon, q.place.lat, q.place.lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def is_bare(e: EventMention) -> bool:
    return e.frame in ("result", "undergo", "anaphor")


def specific(findings: Findings, s: Sketch) -> set[str]:
    """Subtypes that the sketch can be, by its words and, where they leave it open, by its weapons; empty where neither tells."""
    out: set[str] = set()
    for k in s.events:
        e = findings.events[k]
        if not e.generic and not is_bare(e):
            out = (out & set(e.subtypes)) or out | set(e.subtypes)
    means = {w.means for w in s.weapons if w.means in EXPLOSIVE and (not w.platform or w.kind == "aircraft")}
    if means and (not out or out & means):
        return out & means or means
    return out


def kinds(findings: Findings, c: Cluster) -> set[str]:
    """What all the cluster's specific sketches can be together."""
    out: set[str] = set()
    for x in c.sketches:
        t = specific(findings, x)
        out = (out & t) or out or t
    return out


def hazy(findings: Findings, c: Cluster) -> bool:
    """ "He led attacks on the coalition": only uncounted happenings in the plural, with no day, place or toll, are a background."""
    events = [findings.events[k] for x in c.sketches for k in x.events]
    plural = all(e.plural and not e.definite and e.form == "noun" and e.count is None for e in events)
    return plural and not any(x.tolls or x.times or x.places for x in c.sketches)
