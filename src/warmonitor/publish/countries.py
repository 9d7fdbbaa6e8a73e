"""Countries with their codes, names and regions in the field's data sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from warmonitor.lexicon import exports


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 codes, English name, and the region that ACLED and UCDP GED count it to."""

    iso2: str
    iso3: str
    numeric: int
    name: str
    acled_region: str
    ged_region: str


@cache
def by_code() -> dict[str, Country]:
    """ISO 3166-1 alpha-2 -> country."""
    rows = exports.rows("countries", "iso2", "iso3", "numeric", "name", "acled_region", "ged_region")
    return {
        r["iso2"]: Country(r["iso2"], r["iso3"], int(r["numeric"]), r["name"], r["acled_region"], r["ged_region"])
        for r in rows
    }


def country(iso2: str | None) -> Country | None:
    """The country of a code, None where there is none."""
    return by_code().get(iso2) if iso2 else None
