"""GeoParquet 1.1: the Parquet table with a column `geometry` (WKB points in WGS 84, longitude first).

Mapping: as `parquet`. Form of the metadata: https://geoparquet.org/releases/v1.1.0/. Needs pyarrow.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmonitor.model.published import PublishedIncident
from warmonitor.publish import parquet
from warmonitor.publish.geojson import points
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "geoparquet"
NEEDS = "pyarrow"
FILE = "incidents.geo.parquet"
GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point", "MultiPoint"]}},
}
"""File metadata. No `crs` means WGS 84, longitude first (OGC:CRS84)."""


@cache
def schema() -> pa.Schema:
    """The columns of `parquet` and the geometry."""
    base = parquet.schema()
    return base.append(parquet.arrow().field("geometry", parquet.arrow().binary())).with_metadata(
        {b"geo": json.dumps(GEO).encode()}
    )


def wkb(incident: PublishedIncident) -> bytes | None:
    """Its places as little-endian well-known binary: a Point, a MultiPoint, or None.

    """
    encoded = [struct.pack("<BIdd", 1, 1, lon, lat) for lon, lat in points(incident)]
    if len(encoded) < 2:
        return encoded[0] if encoded else None
    return struct.pack("<BII", 1, 4, len(encoded)) + b"".join(encoded)


def batch(cleared: tuple[Cleared, ...]) -> list[Any]:
    """The columns of `parquet` and the geometry."""
    return [*parquet.batch(cleared), parquet.arrow().array([wkb(c.incident) for c in cleared], parquet.arrow().binary())]


def open_sink(out: Path, edition: Edition) -> parquet.Parquet:
    """A sink for the file `out`."""
    return parquet.Parquet(out, Loss(FORMAT, edition.policy), schema(), batch)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
