"""Incidents for notebooks: an iterable that becomes a typed pandas, polars or geopandas frame, under a policy like any export.

Columns, types and units are those of our tables (docs/notebook.md): whole numbers stay whole where some are unknown.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from warmonitor.errors import BadOption, MissingPart
from warmonitor.model.published import PublishedIncident
from warmonitor.publish import geoparquet, parquet
from warmonitor.publish.columns import TABLES, Row, columns
from warmonitor.publish.policy import Policy, strict
from warmonitor.publish.withhold import Cleared, clear

if TYPE_CHECKING:
    import geopandas
    import pandas
    import polars
    import pyarrow as pa


class Incidents:
    """Published incidents in order, to be looped over as often as `given` allows (a list: always; a generator: once).

    Frames hold what the policy lets out, without one the strict one; `policy=policy.open_()` shows all, for work inside
    a house. `frame.attrs` says which it was and how many incidents it held back (pandas, geopandas).
    """

    def __init__(self, given: Iterable[PublishedIncident], *, policy: Policy | None = None) -> None:
        self._given, self.policy = given, policy or strict()

    def __iter__(self) -> Iterator[PublishedIncident]:
        return iter(self._given)

    def where(self, keep: Callable[[PublishedIncident], bool]) -> Incidents:
        """Those for which `keep` is true, as a list."""
        return Incidents([i for i in self if keep(i)], policy=self.policy)

    def cleared(self) -> Iterator[Cleared]:
        """What the policy lets out."""
        return (c for i in self if isinstance(c := clear(i, self.policy), Cleared))

    def to_arrow(self, table: str = "incidents") -> pa.Table:
        """A pyarrow table of incidents, claims, links or sources. Raises BadOption for another name, MissingPart."""
        if table not in TABLES:
            raise BadOption(f"no table {table!r}; choose one of {', '.join(TABLES)}")
        outcomes = [clear(i, self.policy) for i in self]
        rows = [row for c in outcomes if isinstance(c, Cleared) for row in c.rows(table)]
        withheld = sum(not isinstance(c, Cleared) for c in outcomes)
        told = {"warmonitor:policy": self.policy.mark, "warmonitor:withheld": str(withheld)}
        return _arrow(table, rows).replace_schema_metadata(told)

    def to_pandas(self, table: str = "incidents") -> pandas.DataFrame:
        """A pandas frame with Int64 for whole numbers, datetime64 for days and instants. Raises as `to_arrow`."""
        pd = _library("pandas")
        whole = {parquet.arrow().int64(): pd.Int64Dtype(), parquet.arrow().bool_(): pd.BooleanDtype()}
        held = self.to_arrow(table)
        frame = held.to_pandas(types_mapper=whole.get, date_as_object=False)
        withheld = int(held.schema.metadata[b"warmonitor:withheld"])
        frame.attrs |= {"policy": self.policy.mark, "withheld": withheld}
        return frame

    def to_polars(self, table: str = "incidents") -> polars.DataFrame:
        """A polars frame. Raises as `to_arrow`."""
        frame: polars.DataFrame = _library("polars").from_arrow(self.to_arrow(table))
        return frame

    def to_geopandas(self) -> geopandas.GeoDataFrame:
        """The table of incidents with a geometry in WGS 84 (EPSG:4326), None where no place is on the map."""
        gpd, shapely = _library("geopandas"), _library("shapely")
        once = Incidents(list(self), policy=self.policy)  # looped over twice below
        frame = once.to_pandas()
        shapes = [shapely.from_wkb(wkb) if (wkb := geoparquet.wkb(c.incident)) else None for c in once.cleared()]
        made = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326", index=frame.index))
        made.attrs |= frame.attrs
        return made


def _arrow(table: str, rows: list[Row]) -> Any:
    pa = parquet.arrow()
    types = parquet.types()
    shape = pa.schema([(c.name, types[c.type]) for c in columns(table)])
    values = zip(*rows, strict=True) if rows else [()] * len(shape)
    return pa.Table.from_arrays([parquet.array(v, f.type) for v, f in zip(values, shape, strict=True)], schema=shape)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as e:
        raise MissingPart(f"{name} is not installed: pip install 'warmonitor[notebook]'") from e
