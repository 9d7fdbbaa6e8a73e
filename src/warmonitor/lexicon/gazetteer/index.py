"""Open the index and look names up in it."""

from __future__ import annotations

import sqlite3
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from warmonitor.lexicon.gazetteer.build import all_rows, build, cache_dir, fingerprint, import_dir
from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.keys import fold, key, skeleton
from warmonitor.lexicon.gazetteer.sources import Row
from warmonitor.lexicon.places import words

CACHED = 50_000
"""Names whose answers are kept in memory."""
LARGE = 200_000
PROMINENT = 30_000
"""People; a town of so many needs no context to be taken for a place."""
_COLUMNS = (
    "e.id,e.name,e.country,e.admin1,e.lat,e.lon,e.kind,e.precision,e.population,e.geonameid,e.radius,e.source"
)  # fmt: skip


class Gazetteer:
    """The opened index. Made by `open_gazetteer`; reads only, so it may be shared by threads that each open their own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        weakref.finalize(self, db.close)
        self.has: Callable[[str], bool] = lru_cache(CACHED)(self._has)
        self.lookup: Callable[[str], tuple[Entry, ...]] = lru_cache(CACHED)(self._lookup)
        self._demonyms: dict[str, str] = dict(db.execute("SELECT word, country FROM demonym"))
        self._peoples: dict[str, str] = dict(db.execute("SELECT word, place FROM people"))
        self._divisions: dict[str, str] = dict(db.execute("SELECT code, name FROM division"))
        self._states: dict[str, str] = dict(db.execute("SELECT fold, country FROM state"))
        self.prominent: Callable[[str], bool] = lru_cache(CACHED)(self._prominent)
        self.country: Callable[[str], tuple[Entry, ...]] = lru_cache(500)(self._country)
        self.provinces: Callable[[str], tuple[Entry, ...]] = lru_cache(500)(self._provinces)

    def _has(self, name: str) -> bool:
        """True where a place is called `name`, in any romanisation."""
        k = key(name)
        return len(k) > 1 and self._db.execute("SELECT 1 FROM name WHERE key=? LIMIT 1", (k,)).fetchone() is not None

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place that `name` may mean: exactly so written first, then by population and id."""
        folded, k = fold(name), key(name)
        rows = self._db.execute(
            f"SELECT {_COLUMNS}, n.fold, n.main FROM name n JOIN entry e ON e.id=n.entry WHERE n.key=?", (k,)
        ).fetchall()
        best: dict[int, Entry] = {}
        for row in rows:
            *_, matched, rank = row
            entry = replace(Entry(*row[:12]), matched=matched, exact=matched == folded, primary=rank == 0)
            old = best.get(entry.id)
            if old is None or (entry.exact, entry.primary, old.matched) > (old.exact, old.primary, entry.matched):
                best[entry.id] = entry
        return tuple(sorted(best.values(), key=lambda e: (not e.exact, -e.population, e.id)))

    def similar(self, name: str, country: str) -> tuple[Entry, ...]:
        """Places of one country whose names share the consonants of `name`: spellings that no key brings together."""
        s = skeleton(name)
        if len(s) < 3:
            return ()
        keys = [
            k for (k,) in self._db.execute("SELECT key FROM skeleton WHERE skeleton=? ORDER BY key LIMIT 200", (s,))
        ]
        found = (e for k in keys for e in self._by_key(k) if e.country == country)
        return tuple({e.id: e for e in found}.values())

    def _by_key(self, k: str) -> Iterator[Entry]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS}, n.fold FROM name n JOIN entry e ON e.id=n.entry WHERE n.key=? ORDER BY e.id, n.fold",
            (k,),
        )
        for row in rows.fetchall():
            yield replace(Entry(*row[:12]), matched=row[12], exact=False, primary=False)

    def _country(self, code: str) -> tuple[Entry, ...]:
        """The state or territory of an ISO code, as a tuple of one, or of none."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM entry e WHERE kind='country' AND country=? LIMIT 1", (code,)
        ).fetchall()
        return tuple(Entry(*values) for values in rows)

    def _provinces(self, code: str) -> tuple[Entry, ...]:
        """The first-order divisions of a country by its ISO code, in a fixed order."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM entry e WHERE kind='province' AND source='divisions' AND country=? ORDER BY e.id",
            (code,),
        ).fetchall()
        return tuple(Entry(*values) for values in rows)

    def capital(self, code: str) -> Entry | None:
        """The capital of a state by its ISO code, None for a territory without one in the data."""
        names = [n for n, c in self._states.items() if c == code]
        towns = [e for n in names for e in self.lookup(n) if e.country == code and e.kind == "town" and e.exact]
        return max(towns, key=lambda e: (e.population, -e.id), default=None)

    def nearest_country(self, lat: float, lon: float) -> str:
        """ISO code of the country of the town nearest to a point, "" far from any (300 km)."""
        for box in (0.3, 1.0, 3.0):
            rows = self._db.execute(
                "SELECT lat, lon, country FROM entry WHERE source='geonames' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?",
                (lat - box, lat + box, lon - 1.5 * box, lon + 1.5 * box),
            ).fetchall()
            if rows:
                return str(min(rows, key=lambda r: (r[0] - lat) ** 2 + ((r[1] - lon) * 0.7) ** 2)[2])
        return ""

    def _prominent(self, name: str) -> bool:
        """True where `name` is the main name of a state, a province, a town of PROMINENT people or a place of conflict
        reporting, and no ordinary word ("Reading"), so that a capital alone makes it a place."""
        folded = fold(name)
        if folded in words()["ordinary"]:
            return any(e.kind == "country" and e.exact for e in self.lookup(name))
        return any(e.exact and _famous(e) for e in self.lookup(name))

    def vast(self, name: str) -> bool:
        """True for a continent, a part of the world, an ocean or a sea: no place where one incident happened."""
        found = self.lookup(name)
        return bool(found) and any(e.exact and e.kind in ("continent", "ocean", "sea") for e in found)

    def governs(self, name: str) -> bool:
        """True for a state or a capital: a name that can stand for a government."""
        return fold(name) in self._states

    def has_town(self, country: str, lat: float, lon: float, degrees: float) -> bool:
        """True where a town of `country` lies within so many degrees of the point, both ways."""
        row = self._db.execute(
            "SELECT 1 FROM entry WHERE source='geonames' AND country=? AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? LIMIT 1",
            (country, lat - degrees, lat + degrees, lon - degrees, lon + degrees),
        ).fetchone()
        return row is not None

    def seat_of(self, name: str) -> str | None:
        """ISO code of the state that is, or whose capital is, called `name`; None where there is none."""
        return self._states.get(fold(name))

    def demonym(self, word: str) -> str | None:
        """ISO code of the country whose people are called `word` ("Iraqis" -> IQ), or None."""
        return self._demonyms.get(word.casefold())

    def people(self, word: str) -> str | None:
        """Place of a people that has no state here ("Europeans" -> Europe, "Chechen" -> Chechnya), or None."""
        return self._peoples.get(word.casefold())

    def division(self, code: str) -> str | None:
        """English name of a first-order division by its GeoNames code ("IQ.06" -> Babil), or None."""
        return self._divisions.get(code)

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM entry").fetchone()[0])


def _famous(e: Entry) -> bool:
    if e.kind in ("country", "continent") or e.source == "supplement":
        return True
    if e.primary:
        return e.population >= PROMINENT or e.kind == "province"
    return e.kind == "town" and e.population >= LARGE and len(e.matched) > 4  # "Acapulco" of Acapulco de Juárez


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer; its index is built first (under a minute) where none fits the data.

    `path`: an index file to open instead of the user's own. Raises MissingPart where the towns are not installed, OSError
    where the cache folder cannot be written.
    """
    if path is None:
        path = cache_dir() / f"gazetteer-{fingerprint(import_dir())}.sqlite"
        if not path.exists():
            build(path, _progress(all_rows(import_dir())))
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    db.execute("PRAGMA mmap_size=268435456")
    return Gazetteer(db)


def _progress(rows: Iterable[Row]) -> Iterable[Row]:
    if not sys.stderr.isatty():
        return rows
    from rich.console import Console
    from rich.progress import track

    return track(rows, "building the gazetteer (once)", total=290_000, console=Console(stderr=True), transient=True)
