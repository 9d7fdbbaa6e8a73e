"""The company that names keep in a report: how loudly each speaks for a country, and how near its place lies to the others."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.model.mention import PlaceMention

AREAS = frozenset({"country", "continent", "ocean", "sea"})
BESIDE = 40
"""Tokens between two names that still count as company."""
FAR_KM = 1500.0
"""Beyond this a place says nothing about another."""
WITHIN_A_NAME = 0.3
"""What a town counts for that is named only in the name of a body, or where people talk."""
ABOUT_A_STATE = 0.4
"""What a country counts for that is named only as a state that acts or speaks."""


@dataclass(slots=True)
class Group:
    """The mentions of one name, the candidates for it, and the one that leads so far."""

    name: str
    mentions: tuple[int, ...]
    candidates: tuple[Entry, ...]
    kind: str
    wider: tuple[int, ...] = ()
    seat: str | None = None
    """The country that has a capital of this name."""
    best: Entry | None = None
    score: float = 0.0
    margin: float = 0.0
    reasons: tuple[str, ...] = ()
    distance: float = 0.0
    """Kilometres from `best` to the nearest other place of the report."""
    share: float = 0.0
    """Part of the report's country votes that goes to the country of `best`."""
    company: bool = False
    """The report names countries at all."""


class Company:
    """What the other names of the report say: weight of each country, and where the other places lie."""

    def __init__(self, mentions: Sequence[PlaceMention], groups: list[Group], outlet: str | None) -> None:
        self.groups = groups
        self.first = [[mentions[i].first for i in g.mentions] for g in groups]
        self.country: dict[str, dict[int, float]] = defaultdict(dict)
        for g, group in enumerate(groups):
            named = any(mentions[i].role not in ("organisation", "other") for i in group.mentions)
            states = all(mentions[i].role == "government" for i in group.mentions)
            for country, weight in _votes(group):
                weight *= ABOUT_A_STATE if states else 1.0
                weight *= 1.0 if named or weight > 1.0 else WITHIN_A_NAME
                self.country[country][g] = self.country[country].get(g, 0.0) + weight
        self.outlet = outlet

    def shares(self, g: int) -> dict[str, float]:
        """Part of the report's country votes that goes to each country, those of the group's own name left out."""
        name = self.groups[g].name
        totals = {
            c: sum(w for k, w in votes.items() if self.groups[k].name != name) for c, votes in self.country.items()
        }
        if self.outlet:
            totals[self.outlet] = totals.get(self.outlet, 0.0) + 1.0
        everything = sum(totals.values())
        return {c: w / everything for c, w in totals.items()} if everything else {}

    def others(self, g: int) -> list[tuple[Entry, float]]:
        """The places chosen for the other names, each with how far it is to be trusted and how near its name stands."""
        found = []
        for k, other in enumerate(self.groups):
            o = other.best
            if o is None or o.kind in AREAS or other.name == self.groups[g].name:
                continue
            trust = min(1.0, 0.3 + other.margin / 4) * (1.0 if self._beside(g, k) else 0.6)
            found.append((o, trust))
        return found

    def _beside(self, g: int, k: int) -> bool:
        return min(abs(a - b) for a in self.first[g] for b in self.first[k]) < BESIDE


def close(e: Entry, others: list[tuple[Entry, float]]) -> tuple[float, str, float]:
    """Closeness (0 to about 2) of e to the other places, the name of the closest, and its distance in kilometres."""
    best, total, name, least = 0.0, 0.0, "", math.inf
    scale = math.cos(math.radians(e.lat))
    for o, trust in others:
        if o.id == e.id:
            continue
        east = abs(e.lon - o.lon)
        km = math.hypot(e.lat - o.lat, min(east, 360 - east) * scale) * 111.2
        least = min(least, km)
        if km > FAR_KM:
            continue
        km = max(0.0, km - min(o.radius, 150.0) / 2)
        close = trust * math.exp(-km / 120)
        total += 0.35 * trust * math.exp(-km / 350)
        if close > best:
            best, name = close, o.name
    return best + min(total, 1.0), name, least


def _votes(group: Group) -> list[tuple[str, float]]:
    """Which countries the group speaks for, and how loudly."""
    often = 1.0 + 0.5 * math.log(len(group.mentions))
    e = group.best
    if e is None:
        only = {c.country for c in group.candidates}
        big = group.candidates[0] if group.candidates else None
        if len(only) == 1 and big is not None:
            return [(big.country, (2.0 if big.kind == "country" else 1.0) * often)]
        if big is not None and big.kind == "country" and big.exact:
            return [(big.country, 1.2 * often)]
        if big is not None and big.population > 1_000_000 and big.primary and big.exact:
            return [(big.country, 0.6 * often)]
        return []
    if not e.country:
        return []
    return [(e.country, (1.6 if e.kind == "country" else min(1.0, 0.25 + group.margin / 4)) * often)]
