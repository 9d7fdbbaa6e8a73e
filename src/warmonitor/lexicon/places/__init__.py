"""Place names as data: the supplement, divisions, countries, and the words that go with place names."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from warmonitor.errors import BadRule

FOLDER = Path(__file__).parent


@cache
def words() -> dict[str, frozenset[str]]:
    """Class of context word -> the words ("near" -> outside, nearby …). Raises BadRule for a class named twice."""
    found: dict[str, frozenset[str]] = {}
    with open(FOLDER / "context.csv", encoding="utf-8", newline="") as f:
        for number, row in enumerate(csv.DictReader(f), 2):
            if row["class"] in found or not row["words"]:
                raise BadRule(f"context.csv:{number}: class {row['class']!r} is named twice or has no words")
            found[row["class"]] = frozenset(row["words"].split("|"))
    return found


@cache
def kinds() -> dict[str, str]:
    """Head noun -> kind of place ("airbase" -> base)."""
    with open(FOLDER / "kinds.csv", encoding="utf-8", newline="") as f:
        return {row["word"]: row["kind"] for row in csv.DictReader(f)}


@cache
def country_points() -> dict[str, tuple[float, float]]:
    """ISO code -> latitude and longitude of the country's point."""
    with open(FOLDER / "countries.csv", encoding="utf-8", newline="") as f:
        return {row["country"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(f)}
