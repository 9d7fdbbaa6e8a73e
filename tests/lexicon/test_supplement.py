"""Every row of the place supplement is well formed, stands once, and lies in the country that it names.

Checked against Natural Earth's outlines (npm world-atlas 2, 1:10 m), taken with npm where that is there and works, and
always against the towns around the point.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry
import pytest

from warmonitor.errors import BadRule
from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer, sources

BORDER_KM = 25.0
"""A place this near to its country's outline counts as inside: crossings stand on borders, outlines are simplified."""
AT_LARGE = frozenset({"continent", "sea", "ocean", "gulf", "strait", "river", "island", "islands"})
DRAWN_AS = {"UA": "RU", "EH": "MA"}
"""Natural Earth draws lines of control: Crimea with Russia, the coast of Western Sahara with Morocco."""
ROWS = tuple(sources.supplement())
Ring = list[tuple[float, float]]


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    yield open_gazetteer()


@pytest.fixture(scope="session")
def outlines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Ring]]:
    """ISO code -> rings of longitude and latitude."""
    given = os.environ.get("WARMONITOR_WORLD_ATLAS")
    path = Path(given) if given else packed(tmp_path_factory.mktemp("atlas"))
    if path is None or not path.exists():
        pytest.skip(
            "no world-atlas: npm is missing or cannot fetch it; set WARMONITOR_WORLD_ATLAS to countries-10m.json"
        )
    return rings(json.loads(path.read_text("utf-8")))


def packed(folder: Path) -> Path | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    try:
        subprocess.run(
            [npm, "pack", "world-atlas@2.0.2", "--silent"], cwd=folder, check=True, capture_output=True, timeout=60
        )
    except (subprocess.SubprocessError, OSError):
        return None
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile("package/countries-10m.json")
        assert member is not None
        (folder / "countries-10m.json").write_bytes(member.read())
    return folder / "countries-10m.json"


def rings(atlas: dict[str, Any]) -> dict[str, list[Ring]]:
    """The TopoJSON's countries as rings; arcs are delta coded, a negative index is an arc backwards."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(line)
    found: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = iso2(shape)
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for part in parts:
            for indexes in part:
                ring: Ring = []
                for i in indexes:
                    ring += arcs[i] if i >= 0 else arcs[~i][::-1]
                found.setdefault(code, []).append(ring)
    return found


NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


def iso2(shape: dict[str, Any]) -> str:
    country = pycountry.countries.get(numeric=shape.get("id", "")) if shape.get("id") else None
    return country.alpha_2 if country else NAMED.get(shape["properties"]["name"], shape["properties"]["name"])


def inside(lon: float, lat: float, shape: list[Ring]) -> bool:
    """Even-odd rule over all rings."""
    odd = False
    for ring in shape:
        if not min(y for _, y in ring) <= lat <= max(y for _, y in ring):
            continue
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def km_to(lon: float, lat: float, shape: list[Ring]) -> float:
    """Kilometres to the nearest edge of the outline."""
    narrow = math.cos(math.radians(lat))
    best = math.inf
    for ring in shape:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
            if min(abs(y1 - lat), abs(y2 - lat)) > 3 or min(abs(x1 - lon), abs(x2 - lon)) > 5:
                continue
            px, py, dx, dy = (lon - x1) * narrow, lat - y1, (x2 - x1) * narrow, y2 - y1
            t = max(0.0, min(1.0, (px * dx + py * dy) / (dx * dx + dy * dy or 1.0)))
            best = min(best, math.hypot(px - t * dx, py - t * dy))
    return best * 111.2


def test_supplement_has_at_least_fifteen_hundred_places() -> None:
    assert len(ROWS) >= 1500


def test_no_place_stands_twice() -> None:
    seen = Counter((r.names[0], r.country, r.lat, r.lon) for r in ROWS)
    assert [k for k, n in seen.items() if n > 1] == []


def test_every_place_lies_in_its_country(outlines: dict[str, list[Ring]]) -> None:
    strays = []
    for r in ROWS:
        shape = outlines.get(r.country, []) + outlines.get(DRAWN_AS.get(r.country, ""), [])
        if r.kind in AT_LARGE or not shape:
            continue
        if not inside(r.lon, r.lat, shape) and km_to(r.lon, r.lat, shape) > BORDER_KM:
            strays.append(f"{r.names[0]} {r.country} {r.lat} {r.lon}")
    assert strays == []


def test_every_place_has_a_town_of_its_country_around_it(gazetteer: Gazetteer) -> None:
    strays = [
        f"{r.names[0]} {r.country}"
        for r in ROWS
        if r.country and r.kind not in AT_LARGE | {"desert"} and not gazetteer.has_town(r.country, r.lat, r.lon, 2.5)
    ]
    assert strays == []


def test_a_row_with_an_unknown_kind_is_named_with_its_line() -> None:
    row = {
        "name": "X",
        "aliases": "",
        "country": "IQ",
        "lat": "33",
        "lon": "44",
        "precision": "1",
        "kind": "twon",
        "admin1": "",
        "basis": "b",
    }
    with pytest.raises(BadRule, match=r"here.csv:7: unknown kind 'twon'; known kinds: .*town"):
        sources.supplement_row(dict(row), "here.csv:7")


def test_a_row_out_of_range_is_refused() -> None:
    row = {
        "name": "X",
        "aliases": "",
        "country": "IQ",
        "lat": "133",
        "lon": "44",
        "precision": "1",
        "kind": "town",
        "admin1": "",
        "basis": "b",
    }
    with pytest.raises(BadRule, match="out of range"):
        sources.supplement_row(dict(row), "here.csv:7")
