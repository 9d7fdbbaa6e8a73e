"""The box that a radius query looks into holds the whole circle, wherever on the globe."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.ledger.query import EARTH_KM, _box_around, _km


def destination(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so far from another in a direction (radians from north), on the sphere."""
    d, p = km / EARTH_KM, math.radians(lat)
    q = math.asin(max(-1.0, min(1.0, math.sin(p) * math.cos(d) + math.cos(p) * math.sin(d) * math.cos(bearing))))
    turned = math.atan2(math.sin(bearing) * math.sin(d) * math.cos(p), math.cos(d) - math.sin(p) * math.sin(q))
    return math.degrees(q), (lon + math.degrees(turned) + 180) % 360 - 180


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 5000), st.floats(0, 6.28))
def test_every_point_of_the_circle_lies_in_the_box(lat: float, lon: float, km: float, bearing: float) -> None:
    to_lat, to_lon = destination(lat, lon, 0.999 * km, bearing)
    south, west, north, east = _box_around(lat, lon, km + 0.001)
    assert south <= to_lat <= north
    assert west <= to_lon <= east or (west > east and (to_lon >= west or to_lon <= east))
    assert abs(_km(lat, lon, to_lat, to_lon) - 0.999 * km) < 0.01
