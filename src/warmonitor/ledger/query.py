"""Asking the ledger: by time, place, kind, actor, speaker, toll, grade, standing and words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, or_, select, text

from warmonitor.ledger import postgis, schema
from warmonitor.ledger.asked import Asked, check
from warmonitor.ledger.codec import load_incident
from warmonitor.model.linked import LinkedIncident

EARTH_KM = 6371.0087714
"""Mean radius of the WGS 84 ellipsoid, (2a + b) / 3: the sphere of PostGIS."""


def find(connection: Connection, asked: Asked) -> list[LinkedIncident]:
    """The incidents that fit, the latest first; of one day by id. Rejected ones only where `standing` asks for them.

    Raises BadOption for a question that makes no sense.
    """
    check(asked)
    i = schema.incident.c
    query = (
        select(i.view).where(*_conditions(connection, asked)).order_by(func.coalesce(i.end, i.start, "").desc(), i.id)
    )
    if asked.around is None or postgis.has_globe(connection):
        return [load_incident(row.view) for row in connection.execute(query.limit(asked.limit))]
    near = (load_incident(row.view) for row in connection.execute(query))
    return list(islice((v for v in near if _within(v, asked.around)), asked.limit))


def _conditions(connection: Connection, asked: Asked) -> Iterator[Any]:
    i = schema.incident.c
    if asked.since:
        yield func.coalesce(i.end, i.start) >= asked.since
    if asked.until:
        yield func.coalesce(i.start, i.end) <= asked.until
    if asked.kind:
        type_, _, subtype = asked.kind.partition("/")
        yield and_(i.type == type_, i.subtype == subtype) if subtype else or_(i.type == type_, i.subtype == type_)
    yield from _tagged(asked)
    yield from _mapped(asked, globe=postgis.has_globe(connection))
    if asked.toll is not None:
        t = schema.incident_toll.c
        yield exists().where(t.incident_key == i.key, t.kind == asked.toll_kind, t.low >= asked.toll)
    if asked.grade:
        yield i.grade == asked.grade
    yield i.standing == asked.standing if asked.standing else i.standing != "rejected"
    if asked.words:
        yield i.key.in_(_worded(connection, asked.words))


def _tagged(asked: Asked) -> Iterator[Any]:
    """country, division, report: the value itself; names: the words anywhere in the name."""
    i, t = schema.incident.c, schema.incident_tag.c
    for kind, value in (("country", asked.country and asked.country.upper()), ("report", asked.report)):
        if value:
            yield exists().where(t.incident_key == i.key, t.kind == kind, t.value == value)
    names = (
        ("division", asked.division), ("place", asked.place), ("actor", asked.actor), ("speaker", asked.speaker),
        ("outlet", asked.outlet),
    )  # fmt: skip
    for kind, value in names:
        if value:
            like = t.value.contains(value.casefold(), autoescape=True)
            yield exists().where(t.incident_key == i.key, t.kind == kind, like)


def _mapped(asked: Asked, *, globe: bool) -> Iterator[Any]:
    if asked.box:
        yield _in_box(*asked.box)
    if asked.around and globe:
        yield postgis.within(*asked.around)
    elif asked.around:
        yield _in_box(*_box_around(*asked.around))


def _box_around(lat: float, lon: float, km: float) -> tuple[float, float, float, float]:
    """The least box that holds a circle on the sphere, a hair wider; all longitudes where it reaches a pole."""
    reach = math.degrees(km / EARTH_KM) + 1e-9
    if abs(lat) + reach >= 90:
        return lat - reach, -180.0, lat + reach, 180.0
    wide = math.degrees(math.asin(math.sin(math.radians(reach)) / math.cos(math.radians(lat)))) + 1e-9
    return lat - reach, _turn(lon - wide), lat + reach, _turn(lon + wide)


def _turn(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _in_box(south: float, west: float, north: float, east: float) -> Any:
    i, s = schema.incident.c, schema.incident_spot.c
    inside = and_(s.lon >= west, s.lon <= east) if west <= east else or_(s.lon >= west, s.lon <= east)
    return exists().where(s.incident_key == i.key, s.lat >= south, s.lat <= north, inside)


def fitting(views: Iterable[LinkedIncident], asked: Asked) -> list[LinkedIncident]:
    """Views of the past that fit, by the same conditions as `find`, latest first. Words are those of labels and names.

    Raises BadOption for a question that makes no sense.
    """
    check(asked)
    ordered = sorted((v for v in views if _fits(v, asked)), key=lambda v: v.id)
    ordered.sort(key=_last_day, reverse=True)
    return ordered[: asked.limit]


def _last_day(v: LinkedIncident) -> str:
    last = v.end or v.start
    return last.isoformat() if last else ""


def _fits(v: LinkedIncident, a: Asked) -> bool:
    first, last = v.start or v.end, v.end or v.start
    days = (not a.since or bool(last and last.isoformat() >= a.since)) and (
        not a.until or bool(first and first.isoformat() <= a.until)
    )
    kind = not a.kind or a.kind in (v.type, v.subtype, f"{v.type}/{v.subtype}")
    standing = v.standing == a.standing if a.standing else v.standing != "rejected"
    toll = a.toll is None or any(t.kind == a.toll_kind and t.low is not None and t.low >= a.toll for t in v.tolls)
    graded = not a.grade or v.grade == a.grade
    return days and kind and standing and toll and graded and _fits_names(v, a) and _fits_map(v, a)


def _fits_names(v: LinkedIncident, a: Asked) -> bool:
    names = {
        "division": [p.admin1 or "" for p in v.places], "place": [p.name for p in v.places], "speaker": v.speakers,
        "actor": [x for p in v.parties for x in (p.name, p.entry or "")],
    }  # fmt: skip
    if a.outlet:
        names["outlet"] = [f.outlet or "" for t in v.tolls for f in t.figures]
    wanted = {"division": a.division, "place": a.place, "speaker": a.speaker, "actor": a.actor, "outlet": a.outlet}
    hit = all(any(w.casefold() in n.casefold() for n in names[k]) for k, w in wanted.items() if w)
    told = f"{v.label} {' '.join(x for xs in names.values() for x in xs)}".casefold()
    worded = not a.words or all(w in told for w in re.findall(r"\w+", a.words.casefold()))
    country = not a.country or any(p.country == a.country.upper() for p in v.places)
    return hit and worded and country and (not a.report or a.report in v.reports)


def _fits_map(v: LinkedIncident, a: Asked) -> bool:
    spots = [(p.lat, p.lon) for p in v.places if p.lat is not None and p.lon is not None]
    if a.box is not None:
        s, w, n, e = a.box
        if not any(s <= lat <= n and ((w <= lon <= e) if w <= e else (lon >= w or lon <= e)) for lat, lon in spots):
            return False
    return a.around is None or _within(v, a.around)


def _within(view: LinkedIncident, around: tuple[float, float, float]) -> bool:
    lat, lon, km = around
    return any(_km(lat, lon, p.lat, p.lon) <= km for p in view.places if p.lat is not None and p.lon is not None)


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def _worded(connection: Connection, words: str) -> Select[Any]:
    terms = re.findall(r"\w+", words)
    if connection.dialect.name == "postgresql":
        query = text("SELECT rowid FROM incident_text WHERE words @@ plainto_tsquery('simple', :terms)")
        return query.bindparams(bindparam("terms", " ".join(terms))).columns(schema.incident.c.key)  # type: ignore[return-value]
    query = text("SELECT rowid FROM incident_text WHERE incident_text MATCH :terms")
    quoted = " ".join(f'"{t}"' for t in terms)
    return query.bindparams(bindparam("terms", quoted)).columns(schema.incident.c.key)  # type: ignore[return-value]
