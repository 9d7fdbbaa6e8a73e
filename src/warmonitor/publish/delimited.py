"""A file of one table with the columns that another project laid down."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from warmonitor.lexicon import exports
from warmonitor.publish.loss import Loss
from warmonitor.publish.withhold import Cleared

Row = dict[str, str | int | float | None]
Rows = Callable[[Cleared], list[Row] | str]
"""The rows of an incident, column by column (absent is empty), or why the format cannot hold it."""


class Delimited:
    """A CSV or TSV file being written, `head` its heading lines."""

    def __init__(
        self,
        out: Path,
        loss: Loss,
        rows: Rows,
        columns: Sequence[str],
        *,
        head: Iterable[Sequence[str]] = (),
        delimiter: str = ",",
        missing: str = "",
    ) -> None:
        self.loss = loss
        self._rows, self._columns, self._missing = rows, tuple(columns), missing
        self._known = frozenset(columns)
        self._file = out.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n", delimiter=delimiter)
        self._writer.writerow(self._columns)
        self._writer.writerows(head)

    def add(self, cleared: Cleared) -> int | str:
        """Writes the rows of an incident. Raises KeyError for a column that the format does not have."""
        rows = self._rows(cleared)
        if isinstance(rows, str):
            return rows
        for row in rows:
            if not row.keys() <= self._known:
                raise KeyError(f"{self.loss.format} has no column {sorted(row.keys() - self._known)}")
            values = map(row.get, self._columns)
            self._writer.writerow([self._missing if v is None or v == "" else v for v in values] if self._missing else values)
        return len(rows)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


@cache
def layout(format_: str) -> tuple[str, ...]:
    """The columns of acled, ged, polecat, in their order."""
    return tuple(r["column"] for r in exports.rows(f"{format_}_columns", "column", "type", "from", "rule"))
