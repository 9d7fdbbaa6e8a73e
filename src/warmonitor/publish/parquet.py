"""Parquet: the table of incidents with typed columns, and the claims of each incident nested in it.

Mapping: the columns of our table of incidents; `claims_list` holds the columns of our table of claims. The policy stands in
the file's metadata. Needs pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmonitor.errors import MissingPart
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.columns import columns
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "parquet"
NEEDS = "pyarrow"
FILE = "incidents.parquet"
BATCH = 1_000  # incidents that wait as Python values
GROUP = 5  # batches a row group of the file
CLAIMS = "claims_list"


def arrow() -> Any:
    """The pyarrow package. Raises MissingPart where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet  # noqa: F401  (makes pyarrow.parquet an attribute)
    except ImportError as e:
        raise MissingPart("Parquet and data frames need pyarrow: pip install 'warmonitor[tables]'") from e
    return pyarrow


@cache
def types() -> dict[str, Any]:
    """Frictionless field type -> Arrow type."""
    pa = arrow()
    return {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(),
        "datetime": pa.timestamp("s", tz="UTC"), "boolean": pa.bool_(),
    }  # fmt: skip


@cache
def schema() -> pa.Schema:
    """The typed columns: integers, floats, days, instants in UTC, text; claims as a list of structs."""
    pa = arrow()
    claims = pa.struct([(c.name, types()[c.type]) for c in columns("claims")])
    return pa.schema([(c.name, types()[c.type]) for c in columns("incidents")] + [(CLAIMS, pa.list_(claims))])


@lru_cache(maxsize=1)
def batch(cleared: tuple[Cleared, ...]) -> list[Any]:
    """The columns of `schema` for these incidents, as Arrow arrays; the last are kept, as GeoParquet asks for the same."""
    pa = arrow()
    shape, claims = schema(), [c.claims for c in cleared]
    arrays = [array(values, shape.field(n).type) for n, values in enumerate(zip(*(c.row for c in cleared), strict=True))]
    kinds = shape.field(CLAIMS).type.value_type
    flat = [row for rows in claims for row in rows]
    columns_ = zip(*flat, strict=True) if flat else [()] * kinds.num_fields
    struct = pa.StructArray.from_arrays(
        [array(values, kinds.field(n).type) for n, values in enumerate(columns_)],
        fields=[kinds.field(n) for n in range(kinds.num_fields)],
    )
    offsets = pa.array([0, *accumulate(len(rows) for rows in claims)], pa.int32())
    return [*arrays, pa.ListArray.from_arrays(offsets, struct, type=shape.field(CLAIMS).type)]


def array(values: Sequence[object], type_: pa.DataType) -> Any:
    """Days and instants come as ISO 8601 text."""
    pa = arrow()
    if pa.types.is_temporal(type_):
        return pa.array(values, pa.string()).cast(type_)
    return pa.array(values, type_)


class Parquet:
    """A Parquet file being written in row groups. `arrays` gives the columns of the schema for some incidents."""

    def __init__(self, out: Path, loss: Loss, shape: pa.Schema, arrays: Callable[[tuple[Cleared, ...]], list[Any]]) -> None:
        self.loss = loss
        self._arrays = arrays
        self._waiting, self._batches = list[Cleared](), list[Any]()
        self._schema = shape.with_metadata({**(shape.metadata or {}), b"warmonitor:policy": loss.policy.encode()})
        self._writer = arrow().parquet.ParquetWriter(out, self._schema, compression="zstd")

    def add(self, cleared: Cleared) -> int:
        """Takes a row; every so many are turned into columns, every so many of those are written."""
        self._waiting.append(cleared)
        if len(self._waiting) >= BATCH:
            self._pack()
            if len(self._batches) >= GROUP:
                self._flush()
        return 1

    def _pack(self) -> None:
        if self._waiting:
            self._batches.append(arrow().RecordBatch.from_arrays(self._arrays(tuple(self._waiting)), schema=self._schema))
            self._waiting = []

    def _flush(self) -> None:
        self._writer.write_table(arrow().Table.from_batches(self._batches, schema=self._schema))
        self._batches = []

    def close(self) -> None:
        """Writes what is left and closes the file."""
        self._pack()
        self._flush()
        self._writer.close()


def open_sink(out: Path, edition: Edition) -> Parquet:
    """A sink for the file `out`."""
    return Parquet(out, Loss(FORMAT, edition.policy), schema(), batch)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
