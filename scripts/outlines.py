"""Country outlines for the maps: Natural Earth's countries at 1:50 million, thinned, as the package's own small file.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/outlines.py package/countries-50m.json src/warmonitor/publish/drawing/outlines.json.gz

Natural Earth is in the public domain; world-atlas (ISC) is its TopoJSON form. Borders are thinned once for both neighbours,
with the method of Douglas and Peucker (1973), so that no gaps open between them.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pycountry

TOLERANCE = 0.02
"""Degrees, about two kilometres."""

Point = tuple[float, float]


def main(topology: Path, out: Path) -> None:
    """Reads TopoJSON and writes {alpha-2 or "": …} as a list of [code, name, rings]; a ring is a flat list x, y, x, y …"""
    atlas = json.loads(topology.read_text("utf-8"))
    arcs = [thin(absolute(arc, atlas["transform"])) for arc in atlas["arcs"]]
    countries = [country(g, arcs) for g in atlas["objects"]["countries"]["geometries"] if g.get("type")]
    countries.sort(key=lambda c: (c[1], c[0]))
    data = json.dumps(countries, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    with out.open("wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
        z.write(data)
    print(
        f"{len(countries)} countries, {sum(len(r) // 2 for c in countries for r in c[2]):,} points, {out.stat().st_size:,} bytes"
    )


def absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc's points in degrees, from TopoJSON's differences."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((round(x * sx + tx, 2), round(y * sy + ty, 2)))
    return points


def thin(points: list[Point]) -> list[Point]:
    """The line without points that lie within the tolerance of what remains."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        far, at = max(((distance(points[i], points[a], points[b]), i) for i in range(a + 1, b)), default=(0.0, a))
        if far > TOLERANCE or (points[a] == points[b] and b - a > 1 and at > a):
            keep.add(at)
            stack += [(a, at), (at, b)]
    return [points[i] for i in sorted(keep)]


def distance(p: Point, a: Point, b: Point) -> float:
    """From p to the line through a and b, in degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return float(((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5)
    return float(abs(dx * (a[1] - p[1]) - dy * (a[0] - p[0])) / length)


def country(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[Any]:
    """[alpha-2 code or "", name, rings]."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = [ring(indices, arcs) for polygon in polygons for indices in polygon]
    known = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
    whole = [part for r in rings if len(r) >= 8 for part in unwrapped(r)]
    return [known.alpha_2 if known else "", geometry["properties"]["name"], whole]


def unwrapped(ring: list[float]) -> list[list[float]]:
    """A ring that jumps over the 180th meridian, as one beyond each edge of the map; any other as it is."""
    xs, ys = ring[::2], ring[1::2]
    if min(ys) < -85 or all(abs(a - b) <= 180 for a, b in zip(xs, xs[1:])):
        return [ring]
    east = [x + 360 if x < 0 else x for x in xs]
    return [[round(v, 2) for x, y in zip(east, ys) for v in (x - back, y)] for back in (0, 360)]


def ring(indices: list[int], arcs: list[list[Point]]) -> list[float]:
    """The arcs of a ring joined; a negative index is the arc ~i backwards."""
    points: list[Point] = []
    for i in indices:
        part = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += part[1:] if points else part
    return [v for p in points for v in p]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
