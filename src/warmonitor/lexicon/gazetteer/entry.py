"""What the gazetteer knows of one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `admin1` is a GeoNames code ("IQ.06"), `radius` kilometres, `population` 0 where unknown.

    `matched` is the folded name of this place that was asked for, `exact` True where it is so written and False where
    only its transliteration-proof key agrees. `country` is "" for what belongs to no one country.
    """

    id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    kind: str
    precision: int
    population: int
    geonameid: int | None
    radius: float
    source: str
    matched: str = ""
    exact: bool = True
    primary: bool = True
