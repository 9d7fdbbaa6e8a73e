"""Why a name means one place and not another, for a person who asks."""

from __future__ import annotations

import math
from dataclasses import dataclass

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.index import Gazetteer

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean, its score (higher wins) and what the score is made of."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine)."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def explain_lookup(
    gazetteer: Gazetteer, name: str, near: str | None = None, country: str | None = None
) -> tuple[Candidate, ...]:
    """The candidates for `name`, best first. `near`: another place that the report names; `country`: ISO code."""
    beside = gazetteer.lookup(near) if near else ()
    anchor = max(beside, key=lambda e: (e.country == country, e.exact, e.population, -e.id), default=None)
    found = [_candidate(gazetteer, e, anchor, country) for e in gazetteer.lookup(name)]
    return tuple(sorted(found, key=lambda c: (-c.score, c.entry.id)))


def _candidate(gazetteer: Gazetteer, e: Entry, anchor: Entry | None, country: str | None) -> Candidate:
    score = math.log10(e.population + 10)
    people = f"{e.population:,} people" if e.population else "population not known"
    division = gazetteer.division(e.admin1)
    reasons = [f"{e.kind} in {', '.join(x for x in (division, e.country) if x) or 'no one country'}, {people}"]
    if e.exact:
        score += 1
        reasons.append("so written" if e.primary else "so written, as another name of it")
    else:
        reasons.append(f"as a spelling of {e.matched!r}")
    if country:
        score += 6 if e.country == country else -6
        reasons.append(f"in {country}" if e.country == country else f"not in {country}")
    if anchor is not None:
        km = distance_km(e.lat, e.lon, anchor.lat, anchor.lon)
        score += 6 / (1 + km / 50) + (2 if e.country == anchor.country else 0)  # company counts before population
        reasons.append(f"{km:,.0f} km from {anchor.name} ({anchor.country})")
    return Candidate(e, round(score, 2), tuple(reasons))
