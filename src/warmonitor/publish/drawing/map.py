"""A small map: country outlines (Natural Earth), a graticule, and numbered places.

The projection is equirectangular with the scale of the map's middle latitude, which is true enough at this size.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from warmonitor.publish.drawing.svg import picture, tag, text

WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 640.0, 240.0, 360.0
TOGETHER = 4.0
"""Places nearer than this on the page share a mark."""
LEAST_SPAN = 5.0
"""Degrees: closer than this the outlines have nothing to show."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw. `precision` as in a record: 1 the place, 2 near it, 3 a wider area. `href` is where a click leads."""

    lat: float
    lon: float
    name: str
    mark: str
    precision: int = 1
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """What a map shows, in degrees, and how it lands on the page."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units of the page for a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.shrink)

    @property
    def shrink(self) -> float:
        """A degree of longitude in degrees of latitude, at the middle."""
        return max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the earth lands."""
        return (lon - self.west) * self.shrink * self.scale, (self.north - lat) * self.scale


def draw(spots: Sequence[Spot], title: str, *, named: bool = True) -> str:
    """The map of these places; empty where there are none. Without `named` it is an overview: marks only, alike."""
    if not spots:
        return ""
    box = around(spots)
    content = [
        tag("rect", width=WIDTH, height=box.height, class_="sea"),
        *_countries(box),
        *_graticule(box),
        *_country_names(box, spots),
        *_spots(box, spots, named),
        *_scale_bar(box),
    ]
    described = "; ".join(f"{s.mark}: {s.name} at {s.lat:.2f}, {s.lon:.2f}" for s in spots)
    return picture(WIDTH, box.height, title, described, content, class_="map")


def around(spots: Sequence[Spot]) -> Box:
    """The part of the earth to show: all places with room around them, in a shape that fits a page."""
    lats, lons = [s.lat for s in spots], [s.lon for s in spots]
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    shrink = max(0.2, math.cos(math.radians(middle_lat)))
    tall = max(LEAST_SPAN, (max(lats) - min(lats)) * 1.5)
    wide = max(LEAST_SPAN * 1.4, (max(lons) - min(lons)) * shrink * 1.35)
    wide = max(wide, tall * WIDTH / MOST_HEIGHT)
    tall = max(tall, wide * LEAST_HEIGHT / WIDTH)
    half_wide = min(180.0, wide / shrink / 2)
    south, north = middle_lat - tall / 2, middle_lat + tall / 2
    return Box(middle_lon - half_wide, max(-89.0, south), middle_lon + half_wide, min(89.0, north))


@cache
def outlines() -> tuple[tuple[str, str, tuple[tuple[float, ...], ...]], ...]:
    """(ISO 3166-1 alpha-2 or "", name, rings) of all countries; a ring is x, y, x, y … in degrees."""
    raw = (resources.files("warmonitor.publish.drawing") / "outlines.json.gz").read_bytes()
    return tuple((code, name, tuple(tuple(r) for r in rings)) for code, name, rings in json.loads(gzip.decompress(raw)))


def _countries(box: Box) -> Iterator[str]:
    for _, _, rings in _seen(box):
        path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (box.at(*p) for p in r)) + "Z" for r in rings)
        yield tag("path", d=path, class_="land")


def _seen(box: Box) -> Iterator[tuple[str, str, list[list[Point]]]]:
    """Countries with their rings cut to the box."""
    for code, name, rings in outlines():
        cut = [c for r in rings if (c := clip(r, box))]
        if cut:
            yield code, name, cut


def clip(ring: Sequence[float], box: Box) -> list[Point]:
    """The part of a ring inside the box, by the method of Sutherland and Hodgman (1974)."""
    points = list(zip(ring[::2], ring[1::2], strict=True))
    if max(x for x, _ in points) < box.west or min(x for x, _ in points) > box.east:
        return []
    for axis, limit, keep in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        points = _cut(points, axis, limit, keep)
        if not points:
            break
    return points


def _cut(points: list[Point], axis: int, limit: float, keep: int) -> list[Point]:
    out: list[Point] = []
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        a_in, b_in = (keep * (p[axis] - limit) >= 0 for p in (a, b))
        if a_in:
            out.append(a)
        if a_in != b_in:
            t = (limit - a[axis]) / (b[axis] - a[axis])
            out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    return out


def _graticule(box: Box) -> Iterator[str]:
    step = next((s for s in (1, 2, 5, 10, 20, 30) if (box.north - box.south) / s <= 5), 45)
    for lon in _steps(box.west, box.east, step):
        x, _ = box.at(lon, 0)
        yield tag("line", x1=x, y1=0.0, x2=x, y2=box.height, class_="graticule")
        if x < WIDTH - 30:
            yield text(degrees(lon, "E", "W"), x=x + 3, y=box.height - 4, class_="degrees")
    for lat in _steps(box.south, box.north, step):
        _, y = box.at(0, lat)
        yield tag("line", x1=0.0, y1=y, x2=WIDTH, y2=y, class_="graticule")
        if 12 < y < box.height - 14:
            yield text(degrees(lat, "N", "S"), x=4, y=y - 3, class_="degrees")


def degrees(value: float, plus: str, minus: str) -> str:
    """A whole degree in words.

    >>> degrees(-10, "E", "W")
    '10° W'
    """
    value = (value + 180) % 360 - 180 if plus == "E" else value
    return f"{abs(value):g}°" + (f" {plus if value > 0 else minus}" if value else "")


def _steps(low: float, high: float, step: int) -> Iterable[int]:
    return range(math.ceil(low / step) * step, math.floor(high / step) * step + 1, step)


def _country_names(box: Box, spots: Sequence[Spot]) -> Iterator[str]:
    """Names where a country has room for its own and no place of ours is in the way."""
    taken = [(x + 60, y, 60.0) for x, y in (box.at(s.lon, s.lat) for s in spots)]
    for _, name, rings in _seen(box):
        largest = [box.at(*p) for p in max(rings, key=lambda r: abs(_area(r)))]
        half = 3.8 * len(name)
        xs, ys = zip(*largest, strict=True)
        middle_x, middle_y = _middle(largest)
        if max(xs) - min(xs) < 2 * half or max(ys) - min(ys) < 24:
            continue
        for dx, dy in ((0, 0), (0, -50), (0, 50), (-90, 0), (90, 0), (0, -100), (0, 100), (-120, -70), (120, 70)):
            x = min(max(middle_x + dx, half + 4), WIDTH - half - 4)
            y = min(max(middle_y + dy, 16), box.height - 20)
            free = all(abs(ox - x) > half + ow or abs(oy - y) > 20 for ox, oy, ow in taken)
            if free and all(inside(px, y - 4, largest) for px in (x - half, x, x + half)):
                taken.append((x, y, half))
                yield text(name.upper(), x=x, y=y, class_="country", text_anchor="middle")
                break


def inside(x: float, y: float, ring: Sequence[Point]) -> bool:
    """True where the point lies in the ring (crossing number).

    >>> inside(1, 1, [(0, 0), (4, 0), (0, 4)]), inside(3, 3, [(0, 0), (4, 0), (0, 4)])
    (True, False)
    """
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    area = _area(ring)
    if abs(area) < 1e-9:
        return ring[0]
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return x, y


def _spots(box: Box, spots: Sequence[Spot], named: bool) -> Iterator[str]:
    """Marks, then labels; places that fall together share one mark, and a label that would overlap steps down or aside."""
    taken: list[tuple[float, float, float]] = []
    for (x, y), here in sorted(
        _together(box, spots, TOGETHER if named else 2 * TOGETHER).items(), key=lambda item: (item[0][1], item[0][0])
    ):
        precision = min(s.precision for s in here) if named else 1
        marks = ", ".join(dict.fromkeys(s.mark for s in here))
        names = " / ".join(dict.fromkeys(s.name for s in here))
        label = f"{marks}  {names}" if named else marks
        shapes = tag(
            "circle", cx=x, cy=y, r=(5.0 if named else 3.5, 9.0, 18.0)[precision - 1], class_=f"spot p{precision}"
        )
        if precision > 1:
            shapes += tag("circle", cx=x, cy=y, r=2.5, class_="spot p1")
        wide = 6.4 * len(label)
        left = x + 10 + wide > WIDTH
        tx = x - 10 - wide if left else x + 10
        ty = y + 4
        while any(abs(ty - oy) < 13 and tx < ox + ow and ox < tx + wide for ox, oy, ow in taken):
            ty += 13
        taken.append((tx, ty, wide))
        words = text(label, x=x - 10 if left else x + 10, y=ty, class_="name", text_anchor="end" if left else "start")
        href = here[0].href
        yield tag("a", shapes + words, href=href) if href else shapes + words


def _together(box: Box, spots: Sequence[Spot], apart: float) -> dict[Point, list[Spot]]:
    groups: dict[Point, list[Spot]] = {}
    for s in spots:
        x, y = box.at(s.lon, s.lat)
        at = next((p for p in groups if math.hypot(p[0] - x, p[1] - y) < apart), (x, y))
        groups.setdefault(at, []).append(s)
    return groups


def _scale_bar(box: Box) -> Iterator[str]:
    unit = box.scale / 111.2  # page units for a kilometre
    length = next((k for k in (1000, 500, 200, 100, 50, 20) if k * unit < 130), 10)
    x, y = WIDTH - 14 - length * unit, box.height - 20
    yield tag("path", d=f"M{x:.1f} {y - 4:.1f}v4h{length * unit:.1f}v-4", class_="scale")
    yield text(f"{length} km", x=x + length * unit / 2, y=y - 6, class_="degrees", text_anchor="middle")
