"""GeoJSON (RFC 7946): one feature an incident; several places make a MultiPoint, none a null geometry.

Mapping: the properties are the columns of our table of incidents. The policy stands as a foreign member of the collection.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from warmonitor.model.published import PublishedIncident
from warmonitor.publish.columns import columns
from warmonitor.publish.loss import Loss
from warmonitor.publish.plain import one_line
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "geojson"
FILE = "incidents.geojson"
Point = tuple[float, float]


def points(incident: PublishedIncident) -> tuple[Point, ...]:
    """(longitude, latitude) of its places that are on the map, in order."""
    return tuple((p.lon, p.lat) for p in incident.places if p.lon is not None and p.lat is not None)


def geometry(incident: PublishedIncident) -> dict[str, object] | None:
    """A Point, a MultiPoint, or None."""
    found = points(incident)
    if len(found) < 2:
        return {"type": "Point", "coordinates": found[0]} if found else None
    return {"type": "MultiPoint", "coordinates": found}


class GeoJson:
    """A FeatureCollection being written, one feature a line."""

    def __init__(self, out: Path, edition: Edition) -> None:
        self.loss = Loss(FORMAT, edition.policy)
        self._names = tuple(c.name for c in columns("incidents"))
        self._between = "\n"
        self._file = out.open("w", encoding="utf-8", newline="\n")
        self._file.write('{"type":"FeatureCollection","policy":' + json.dumps(edition.policy) + ',"features":[')

    def add(self, cleared: Cleared) -> int:
        """Writes one feature."""
        feature = {
            "type": "Feature",
            "id": cleared.incident.id,
            "geometry": geometry(cleared.incident),
            "properties": dict(zip(self._names, cleared.row, strict=True)),
        }
        self._file.write(self._between + one_line(feature))
        self._between = ",\n"
        return 1

    def close(self) -> None:
        """Ends the collection and closes the file."""
        self._file.write("\n]}\n")
        self._file.close()


def open_sink(out: Path, edition: Edition) -> GeoJson:
    """A sink for the file `out`."""
    return GeoJson(out, edition)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
