"""Flat CSV: a folder with incidents.csv, claims.csv, links.csv and sources.csv, for spreadsheets and databases.

Mapping: our own; every column is described in lexicon/exports/columns.csv. Form: RFC 4180 with line feeds, UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from warmonitor.model.published import PublishedIncident
from warmonitor.publish.columns import TABLES, columns
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "csv"
FILE = "csv"


class Tables:
    """A folder of four CSV files being written."""

    def __init__(self, out: Path, edition: Edition) -> None:
        self.loss = Loss(FORMAT, edition.policy)
        out.mkdir(parents=True, exist_ok=True)
        self._files = {t: (out / f"{t}.csv").open("w", encoding="utf-8", newline="") for t in TABLES}
        self._writers = {t: csv.writer(f, lineterminator="\n") for t, f in self._files.items()}
        for table, writer in self._writers.items():
            writer.writerow(c.name for c in columns(table))

    def add(self, cleared: Cleared) -> int:
        """Writes the rows of an incident into all four; gives back how many."""
        written = 0
        for table, writer in self._writers.items():
            rows = tuple(cleared.rows(table))
            writer.writerows(rows if table != "links" else (map(_cell, row) for row in rows))
            written += len(rows)
        return written

    def close(self) -> None:
        """Closes the files."""
        for file in self._files.values():
            file.close()


def _cell(value: object) -> object:
    """Truth in the words of Frictionless; only links hold any."""
    return str(value).lower() if isinstance(value, bool) else value


def open_sink(out: Path, edition: Edition) -> Tables:
    """A sink for the folder `out`."""
    return Tables(out, edition)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes the folder `out` and a loss report beside it."""
    return write_with(open_sink, incidents, out, policy)
