"""GeoNames dumps (allCountries.zip, IQ.zip, IQ.txt) taken into the index.

Rows that a report may name are kept: inhabited places, divisions, and the land forms and sites of `KEPT`. The import
streams; what was read is kept beside a note of how far it got, so that an import broken off goes on from there.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from warmonitor.errors import BadInput
from warmonitor.lexicon.gazetteer.sources import Row, useful

COLUMNS = 19
KEPT = {
    "P": ("town", 1), "AIRB": ("base", 1), "AIRP": ("airport", 1), "AIRF": ("airport", 1), "MILB": ("base", 1), "CMPRF": ("refugee-camp", 1),
    "CMP": ("camp", 1), "MT": ("mountain", 2), "MTS": ("mountains", 3), "STM": ("river", 3), "WAD": ("valley", 2), "VAL": ("valley", 2),
    "LK": ("lake", 2), "ISL": ("island", 2), "FRST": ("forest", 2), "DAM": ("dam", 1), "PRN": ("prison", 1), "CRSU": ("border-crossing", 1),
    "PSTB": ("border-crossing", 1), "INSM": ("base", 1), "FT": ("base", 1), "RGN": ("region", 3), "AREA": ("region", 3), "OILF": ("oilfield", 2),
    "ADM2": ("district", 2), "ADM3": ("district", 2), "PASS": ("mountain", 2), "BDG": ("bridge", 1), "HSP": ("hospital", 1), "PRK": ("park", 2),
}  # fmt: skip
EVERY = 50_000
"""Lines between two notes of how far the import got."""


def import_geonames(path: Path, folder: Path, progress: Callable[[int, int], None] | None = None) -> int:
    """Take a GeoNames dump into `folder`; returns the number of rows kept. The index is rebuilt at its next opening.

    `progress(done, total)` is told bytes of the dump. An import that was broken off goes on where it stopped.
    Raises BadInput where the file is no GeoNames dump, naming the line.
    """
    folder.mkdir(parents=True, exist_ok=True)
    partial, note = folder / f"{path.stem}.part", folder / f"{path.stem}.at"
    skip, size = _noted(note)
    with _lines(path) as (lines, total), open(partial, "r+b" if skip and partial.exists() else "wb") as out:
        out.truncate(size if skip else 0)
        out.seek(0, os.SEEK_END)
        done = 0
        for number, raw in enumerate(lines, 1):
            done += len(raw)
            if number <= skip:
                continue
            kept = _kept(raw, path, number)
            if kept:
                out.write(kept)
            if number % EVERY == 0:
                out.flush()
                note.write_text(f"{number} {out.tell()}")
                if progress:
                    progress(done, total)
        if progress:
            progress(total, total)
    final = folder / f"{path.stem}.tsv"
    os.replace(partial, final)
    note.unlink(missing_ok=True)
    with open(final, "rb") as f:
        return sum(1 for _ in f)


def _noted(note: Path) -> tuple[int, int]:
    if not note.exists():
        return 0, 0
    number, size = note.read_text().split()
    return int(number), int(size)


@contextmanager
def _lines(path: Path) -> Iterator[tuple[Iterator[bytes], int]]:
    if not path.exists():
        raise BadInput(
            f"{path}: no such file; a GeoNames dump is allCountries.zip, or IQ.zip or IQ.txt for one country"
        )
    if not zipfile.is_zipfile(path):
        with open(path, "rb") as f:
            yield iter(f), path.stat().st_size
        return
    with zipfile.ZipFile(path) as z:
        tables = [i for i in z.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
        if len(tables) != 1:
            raise BadInput(
                f"{path}: a GeoNames dump holds one table NAME.txt; this has {[i.filename for i in z.infolist()]}"
            )
        with z.open(tables[0]) as f:
            yield iter(f), tables[0].file_size


def _kept(raw: bytes, path: Path, number: int) -> bytes | None:
    cells = raw.rstrip(b"\n").split(b"\t")
    if len(cells) != COLUMNS:
        raise BadInput(f"{path}:{number}: {len(cells)} columns; a line of a GeoNames dump has {COLUMNS}")
    feature_class, code = cells[6].decode(), cells[7].decode()
    return raw if feature_class == "P" or code in KEPT else None


def imported(folder: Path) -> Iterator[Row]:
    """The rows of all imports, in file order."""
    for path in sorted(folder.glob("*.tsv")):
        with open(path, encoding="utf-8") as f:
            for line in f:
                yield _row(line.rstrip("\n").split("\t"))


def _row(c: list[str]) -> Row:
    kind, precision = KEPT["P"] if c[6] == "P" else KEPT[c[7]]
    names = (c[1], *(a for a in (c[2], *c[3].split(",")) if useful(a, c[1])))
    radius = {1: 5.0, 2: 30.0, 3: 150.0}[precision]
    return Row(
        names,
        c[8],
        f"{c[8]}.{c[10]}",
        float(c[4]),
        float(c[5]),
        kind,
        precision,
        int(c[14] or 0),
        int(c[0]),
        radius,
        "import",
    )
