"""With PostGIS the same questions get the same answers, asked of an index on the globe."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import psycopg
import pytest
from sqlalchemy import text
from tests.ledger.conftest import new_database
from tests.told import Event, tell

from warmonitor import link
from warmonitor.ledger import Asked, Coder, Ledger, Origin, open_ledger
from warmonitor.ledger.postgis import has_globe
from warmonitor.ledger.store import reading
from warmonitor.model import Located, Place, Record


def with_postgis(database: str) -> None:
    try:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("CREATE EXTENSION postgis")
    except psycopg.errors.FeatureNotSupported:
        pytest.skip("PostGIS is not installed (Debian: postgresql-15-postgis-3): the ledger is tested without it")


def at(n: int, lat: float, lon: float) -> Record:
    """A strike of its own day at a point."""
    record = tell(f"r{n:03}", "2021-06-01", Event("air-strike", "Marib", f"2021-{1 + n % 5:02}-{1 + n % 28:02}"))
    (incident,) = record.incidents
    place = Located(Place(f"Point {n}", "YE", lat, lon, 1), incident.evidence)
    return replace(record, incidents=(replace(incident, places=(place,)),))


POINTS = [
    (15.0, 45.0), (15.0, 45.4), (15.9, 45.0), (-0.2, 179.9), (0.1, -179.8), (89.5, 10.0), (89.6, -170.0), (-33.9, 18.4),
    *((random.Random(n).uniform(10, 20), random.Random(-n).uniform(40, 50)) for n in range(1, 40)),
]  # fmt: skip
QUESTIONS = [
    (15.0, 45.0, 1.0), (15.0, 45.0, 60.0), (15.0, 45.0, 400.0), (0.0, 180.0, 60.0), (0.0, -180.0, 20.0), (90.0, 0.0, 150.0),
    (12.5, 47.5, 250.0), (15.0, 45.0, 21000.0),
]  # fmt: skip


@pytest.fixture
def two(
    postgres: str, clock: Callable[[], datetime], coder: Coder, request: pytest.FixtureRequest
) -> Iterator[list[Ledger]]:
    """One ledger without and one with PostGIS, of the same content."""
    places = [new_database(postgres, f"{request.node.name}{n}") for n in range(2)]
    with_postgis(places[1])
    opened = [open_ledger(p, link, clock) for p in places]
    for ledger in opened:
        ledger.load([(at(n, lat, lon), Origin()) for n, (lat, lon) in enumerate(POINTS)], coder)
    yield opened
    for ledger in opened:
        ledger.engine.dispose()


def test_both_find_the_same_around_a_point_also_at_the_date_line_and_the_pole(two: list[Ledger]) -> None:
    for around in QUESTIONS:
        found = [[i.id for i in ledger.find(Asked(around=around))] for ledger in two]
        assert found[0] == found[1]
        limited = [[i.id for i in ledger.find(Asked(around=around, limit=2))] for ledger in two]
        assert limited[0] == limited[1] == found[0][:2]
    assert len(two[1].find(Asked(around=(15.0, 45.0, 21000.0)))) == len(POINTS)
    assert len(two[1].find(Asked(around=(0.0, 180.0, 60.0)))) == 2
    assert len(two[1].find(Asked(around=(90.0, 0.0, 150.0)))) == 2


def test_distances_are_asked_of_the_index(two: list[Ledger]) -> None:
    with reading(two[0].engine) as plain, reading(two[1].engine) as globe:
        assert [has_globe(plain), has_globe(globe)] == [False, True]
        globe.execute(text("SET LOCAL enable_seqscan = off"))
        query = (
            "EXPLAIN SELECT FROM incident_spot WHERE ST_DWithin((ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography), "
        )
        query += "(ST_SetSRID(ST_MakePoint(45.0, 15.0), 4326)::geography), 5000, false)"
        assert "incident_spot_globe" in "".join(globe.execute(text(query)).scalars())


def test_postgis_that_is_put_in_later_is_used_from_the_next_opening(
    postgres: str, clock: Callable[[], datetime], coder: Coder
) -> None:
    place = new_database(postgres, "later")
    opened = open_ledger(place, link, clock)
    opened.add(at(1, 15.0, 45.0), coder)
    with_postgis(place)
    again = open_ledger(place, link, clock)
    with reading(again.engine) as connection:
        assert has_globe(connection)
    assert [len(x.find(Asked(around=(15.0, 45.01, 5.0)))) for x in (opened, again)] == [1, 1]
    assert again.verify() == []
    for ledger in (opened, again):
        ledger.engine.dispose()
