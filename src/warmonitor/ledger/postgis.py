"""PostGIS, where a PostgreSQL ledger has it: distances asked of an index on the globe instead of counted here.

It is used where the database's owner has put it in (`CREATE EXTENSION postgis`) and asked of nobody: without it the same
questions are answered by a box in the database and the distance in Python. Distances are those on a sphere in both, of
the same radius, so that both answer alike.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, text

from warmonitor.ledger import schema
from warmonitor.ledger.store import writing

INDEX = "incident_spot_globe"
_POINT = "(ST_SetSRID(ST_MakePoint({lon}, {lat}), 4326)::geography)"
_WANTED = f"""
SELECT to_regclass('{INDEX}') IS NULL AND to_regtype('geography') IS NOT NULL
  AND (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('incident_spot'))
"""


def prepare(engine: Engine) -> None:
    """Make the index where PostGIS is there and the index is not; nothing for other databases or who may only read."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection:
        wanted = connection.execute(text(_WANTED)).scalar()
    if wanted:
        with writing(engine) as connection:
            at = _POINT.format(lon="lon", lat="lat")
            connection.execute(text(f"CREATE INDEX IF NOT EXISTS {INDEX} ON incident_spot USING GIST ({at})"))


def has_globe(connection: Connection) -> bool:
    """Whether distances can be asked of the database."""
    if connection.dialect.name != "postgresql":
        return False
    return bool(
        connection.execute(
            text(f"SELECT to_regclass('{INDEX}') IS NOT NULL AND to_regtype('geography') IS NOT NULL")
        ).scalar()
    )


def within(lat: float, lon: float, km: float) -> Any:
    """The condition that an incident has a place at most so far from a point (degrees, kilometres)."""
    s = schema.incident_spot.name
    place, middle = _POINT.format(lon=f"{s}.lon", lat=f"{s}.lat"), _POINT.format(lon=":lon", lat=":lat")
    near = text(
        f"EXISTS (SELECT FROM {s} WHERE {s}.incident_key = incident.key AND ST_DWithin({place}, {middle}, :metres, false))"
    )
    return near.bindparams(lat=lat, lon=lon, metres=1000 * km)
