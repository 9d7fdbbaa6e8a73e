"""The time zone of a place, from the zone points of the IANA database (zone.tab): the nearest of its country."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from math import cos, radians


def zone_of(country: str | None, lat: float | None, lon: float | None) -> str | None:
    """IANA zone of a place: its country's only zone, else the country's zone point nearest to it.

    `country` is ISO 3166-1 alpha-2. Without coordinates a country of many zones gives None, and so does an unknown country:
    coordinates alone would guess.
    """
    if country is None:
        return None
    points = _points().get(country.upper(), ())
    if len({name for name, _, _ in points}) == 1:
        return points[0][0]
    if not points or lat is None or lon is None:
        return None
    narrow = cos(radians(lat))

    def far(point: tuple[str, float, float]) -> float:
        across = abs(point[2] - lon) % 360
        return (point[1] - lat) ** 2 + (min(across, 360 - across) * narrow) ** 2

    return min(points, key=far)[0]


@cache
def _points() -> dict[str, tuple[tuple[str, float, float], ...]]:
    """Country -> its zone points (name, degrees north, degrees east), in the file's order: most populous first."""
    points: dict[str, list[tuple[str, float, float]]] = {}
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, where, name = line.split("\t")[:3]
        lat, lon = re.findall(r"[+-]\d+", where)
        points.setdefault(country, []).append((name, _degrees(lat, 2), _degrees(lon, 3)))
    return {country: tuple(rows) for country, rows in points.items()}


def _degrees(text: str, width: int) -> float:
    """ "+3320" with 2 digits of degrees is 33.33."""
    sign, digits = -1 if text[0] == "-" else 1, text[1:]
    seconds = int(digits[width + 2 :] or 0)
    return sign * (int(digits[:width]) + int(digits[width : width + 2]) / 60 + seconds / 3600)
