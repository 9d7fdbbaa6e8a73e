"""Points that are computed: at a stated distance from a place, between two places, in a part of a large one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.explain import distance_km
from warmonitor.model.mention import Offset, PartOf, Place, PlaceMention

SMALL_KM = 45.0
"""Radius of a place up to which its point is one for a village somewhere in it."""
TOUCHING = 1.3
"""Sums of their radii within which the middles of two provinces that touch lie from each other."""
_PARTED = frozenset({"country", "province", "region", "island", "peninsula", "desert", "district"})
"""Kinds of place of which "the north" is far from the middle."""
_WITHIN_A_TOWN = frozenset("quarter street square road market hospital facility prison farm hill river".split())
"""Kinds of place that are told by the town which they are in or belong to."""


class Divided(Protocol):
    """What of the gazetteer is needed here."""

    @property
    def lookup(self) -> Callable[[str], tuple[Entry, ...]]: ...

    @property
    def provinces(self) -> Callable[[str], tuple[Entry, ...]]: ...

    @property
    def country(self) -> Callable[[str], tuple[Entry, ...]]: ...

    def capital(self, code: str) -> Entry | None: ...


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` away at `bearing` degrees from north, on a locally flat map."""
    angle = math.radians(bearing)
    north = lat + km * math.cos(angle) / 111.2
    east = lon + km * math.sin(angle) / (111.2 * max(0.1, math.cos(math.radians(lat))))
    return round(north, 4), round(east, 4)


def with_offset(m: PlaceMention) -> PlaceMention:
    """ "10 miles north of X": the point that many kilometres from X, with precision 2."""
    offset, p = m.offset, m.place
    if offset is None or not m.near or p.lat is None or p.lon is None:
        return m
    precision = max(2, p.precision)
    if offset.bearing is None:
        return replace(m, place=replace(p, precision=precision, why=f"{p.why}; {offset.km:g} km from it"))
    lat, lon = moved(p.lat, p.lon, offset.km, offset.bearing)
    why = f"{offset.km:g} km at {offset.bearing:g}° from {p.why}"
    return replace(m, place=replace(p, lat=lat, lon=lon, precision=precision, why=why))


def from_wider(place: Place, wider: Entry, offset: Offset | None) -> Place:
    """An unknown place at the stated distance from the wider one, or at the point of a small one that holds it (precision 2)."""
    if offset is not None and offset.bearing is not None:
        lat, lon = moved(wider.lat, wider.lon, offset.km, offset.bearing)
        why = f"not known by name; {offset.km:g} km at {offset.bearing:g}° from {wider.name}, as stated"
        return replace(place, lat=lat, lon=lon, precision=2, why=why)
    inside = wider.precision == 1 and place.kind in _WITHIN_A_TOWN | {"region"}  # "the Kalyanpur area of" a town
    if not inside and (wider.kind != "district" or wider.precision > 2 or wider.radius > SMALL_KM):
        return place
    why = f"not known by name; the point of {wider.name}, which holds it or lies beside it, as stated"
    return replace(place, lat=round(wider.lat, 4), lon=round(wider.lon, 4), precision=2, why=why)


def refined(mentions: Sequence[PlaceMention], gazetteer: Divided) -> tuple[PlaceMention, ...]:
    """The mentions at the points that are meant: halfway between two places, in the part of a country or province, and
    places without a name ("the capital", "the north") in the country that the report is about."""
    country = _main_country(mentions)
    return tuple(
        _unnamed(m, mentions, country, gazetteer)
        if m.place.kind in ("capital", "direction")
        else _on_the_border(m, mentions, country, gazetteer)
        if m.place.kind == "border"
        else _halfway(m, mentions)
        if m.between is not None
        else _in_part(m, gazetteer)
        for m in mentions
    )


def _main_country(mentions: Sequence[PlaceMention]) -> str | None:
    """The country of most of the places where things happen, then that of most states that act; the one named first among equals."""
    for weights in ({"location": 2, "dateline": 1, "origin": 1}, {"government": 1, "organisation": 1}):
        counts: dict[str, int] = {}
        for m in mentions:
            if m.place.country and m.role in weights:
                counts[m.place.country] = counts.get(m.place.country, 0) + weights[m.role]
        if counts:
            return max(counts, key=lambda c: counts[c])
    return None


def _unnamed(m: PlaceMention, mentions: Sequence[PlaceMention], country: str | None, gazetteer: Divided) -> PlaceMention:
    owner = mentions[m.within].place.country if m.within is not None else None
    code = owner or country
    if code is None:
        return replace(m, role="other")
    if m.part is not None:
        whole = next(iter(gazetteer.country(code)), None)
        if whole is None:
            return replace(m, role="other")
        place = replace(m.place, country=code, lat=whole.lat, lon=whole.lon, precision=3, kind="country")
        lat, lon = _point(m.part, place, gazetteer)
        return replace(m, place=replace(place, lat=lat, lon=lon, why=f"that part of {whole.name}"))
    seat = gazetteer.capital(code)
    if seat is None:
        return replace(m, role="other")
    why = f"{seat.name}, the capital of the country that the report {'states' if owner else 'is about'}"
    place = replace(
        m.place, country=code, lat=round(seat.lat, 4), lon=round(seat.lon, 4), kind="town", geonameid=seat.geonameid, why=why,
        population=seat.population,
    )  # fmt: skip
    return replace(m, place=place, within=None)


def _on_the_border(m: PlaceMention, mentions: Sequence[PlaceMention], country: str | None, gazetteer: Divided) -> PlaceMention:
    """The middle of the border that two or three countries share, one of them the report's own where only one is named."""
    named = [o.place.country for o in mentions if m.first <= o.first < m.last and o is not m]
    sides = list(dict.fromkeys(c for c in (country, *named) if c is not None and (len(named) < 2 or c in named)))
    point = _between([gazetteer.provinces(c) for c in sides]) if len(sides) > 1 else None
    if point is None:
        return replace(m, role="other")
    place = replace(m.place, country=sides[0], lat=point[0], lon=point[1], why=f"the middle of the border of {' and '.join(sides)}")
    return replace(m, place=place)


def _between(sides: Sequence[Sequence[Entry]]) -> tuple[float, float] | None:
    """The mean of the points halfway between the provinces of two countries that touch, the third of them that lies nearest
    to a third country; None where none touch."""
    ours, theirs, *rest = sides
    halves = []
    for a in ours:
        b = min(theirs, key=lambda e: (distance_km(a.lat, a.lon, e.lat, e.lon), e.id), default=None)
        if b is not None and distance_km(a.lat, a.lon, b.lat, b.lon) < TOUCHING * (a.radius + b.radius):
            halves.append(((a.lat + b.lat) / 2, (a.lon + b.lon) / 2))
    for others in rest:
        halves.sort(key=lambda h: (min((distance_km(h[0], h[1], e.lat, e.lon) for e in others), default=0.0), h))
        halves = halves[: max(1, len(halves) // 3)]
    if not halves:
        return None
    return round(sum(h[0] for h in halves) / len(halves), 4), round(sum(h[1] for h in halves) / len(halves), 4)


def _halfway(m: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    assert m.between is not None
    a, b = m.place, mentions[m.between].place
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return m
    lat, lon = round((a.lat + b.lat) / 2, 4), round((a.lon + b.lon) / 2, 4)
    precision = max(2, a.precision, b.precision)
    why = f"halfway between {a.name} and {b.name}"
    return replace(m, place=replace(a, lat=lat, lon=lon, precision=precision, geonameid=None, population=0, why=why))


def _in_part(m: PlaceMention, gazetteer: Divided) -> PlaceMention:
    p, part = m.place, m.part
    if part is None or p.lat is None or p.lon is None or p.kind not in _PARTED:
        return m
    known = next((e for e in gazetteer.lookup(part.name) if e.exact and e.country == p.country), None)
    if known is not None:
        why = f"{known.name}, a part of {p.name} with a name of its own"
        place = Place(
            part.name, known.country or None, round(known.lat, 4), round(known.lon, 4), known.precision, p.admin1,
            known.geonameid, known.kind, why, known.population,
        )  # fmt: skip
        return replace(m, place=place, span=part.span, name=part.name)
    lat, lon = _point(part, p, gazetteer)
    why = f"{part.name}: {p.why}"
    place = replace(p, name=part.name, lat=lat, lon=lon, geonameid=None, why=why, population=0)
    return replace(m, place=place, span=part.span, name=part.name)


def _point(part: PartOf, p: Place, gazetteer: Divided) -> tuple[float, float]:
    """The middle of the third of a country's provinces that lie farthest that way; in a province, halfway to its edge."""
    assert p.lat is not None and p.lon is not None
    if part.bearing is None:
        return p.lat, p.lon
    if p.kind != "country" or p.country is None:
        return moved(p.lat, p.lon, 40.0 if p.precision > 2 else 10.0, part.bearing)
    angle, narrow = math.radians(part.bearing), math.cos(math.radians(p.lat))
    lat0, lon0 = p.lat, p.lon

    def far(e: Entry) -> float:
        return (e.lat - lat0) * math.cos(angle) + (e.lon - lon0) * narrow * math.sin(angle)

    provinces = sorted(gazetteer.provinces(p.country), key=lambda e: (-far(e), e.id))
    there = provinces[: max(1, len(provinces) // 3)]
    if not there:
        return p.lat, p.lon
    weights = [max(1.0, e.radius) ** 2 for e in there]
    lat = sum(w * e.lat for w, e in zip(weights, there, strict=True)) / sum(weights)
    lon = sum(w * e.lon for w, e in zip(weights, there, strict=True)) / sum(weights)
    return round(lat, 4), round(lon, 4)
