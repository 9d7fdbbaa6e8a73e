"""Parquet: the table of incidents with typed columns, and the claims of each incident nested in it.

Mapping: the columns of our table of incidents; `claims_list` holds the columns of our table of claims. The policy stands in
the file's metadata. Needs pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmonitor.errors import MissingPart
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.columns import claim_rows, columns, incident_rows
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import write_with
from warmonitor.publish.withhold import Cleared

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "parquet"
EXTENSION = ".parquet"
BATCH = 5_000  # incidents a row group: some megabytes, so memory stays flat
CLAIMS = "claims_list"


def arrow() -> Any:
    """The pyarrow package. Raises MissingPart where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet  # noqa: F401  (makes pyarrow.parquet an attribute)
    except ImportError as e:
        raise MissingPart("Parquet and data frames need pyarrow: pip install 'warmonitor[exports]'") from e
    return pyarrow


@cache
def schema() -> pa.Schema:
    """The typed columns: integers, floats, days, instants in UTC, text; claims as a list of structs."""
    pa = arrow()
    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(),
        "datetime": pa.timestamp("s", tz="UTC"), "boolean": pa.bool_(),
    }  # fmt: skip
    claims = pa.struct([(c.name, types[c.type]) for c in columns("claims")])
    return pa.schema([(c.name, types[c.type]) for c in columns("incidents")] + [(CLAIMS, pa.list_(claims))])


def typed_row(cleared: Cleared) -> dict[str, object]:
    """The row of an incident with days and instants as such."""
    (row,) = incident_rows(cleared)
    values: dict[str, object] = {}
    for column, value in zip(columns("incidents"), row, strict=True):
        convert = _TYPED.get(column.type)
        values[column.name] = convert(value) if convert and isinstance(value, str) else value
    names = [c.name for c in columns("claims")]
    return values | {CLAIMS: [dict(zip(names, claim, strict=True)) for claim in claim_rows(cleared)]}


_TYPED: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC),
}


class Parquet:
    """A Parquet file being written in row groups."""

    def __init__(self, out: Path, loss: Loss, shape: pa.Schema, row: Callable[[Cleared], dict[str, object]]) -> None:
        self.loss = loss
        self._row, self._rows = row, list[dict[str, object]]()
        self._schema = shape.with_metadata({**(shape.metadata or {}), b"warmonitor:policy": loss.policy.encode()})
        self._writer = arrow().parquet.ParquetWriter(out, self._schema, compression="zstd")

    def add(self, cleared: Cleared) -> int:
        """Takes a row; every so many are written together."""
        self._rows.append(self._row(cleared))
        if len(self._rows) >= BATCH:
            self._flush()
        return 1

    def _flush(self) -> None:
        self._writer.write_table(arrow().Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        """Writes what is left and closes the file."""
        self._flush()
        self._writer.close()


def open_sink(out: Path, policy: str) -> Parquet:
    """A sink for the file `out`."""
    return Parquet(out, Loss(FORMAT, policy), schema(), typed_row)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
