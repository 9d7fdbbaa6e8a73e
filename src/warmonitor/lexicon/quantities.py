"""Number words and vague quantities."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` to `high` people (high None: open); `exact` False for vague words ("dozens")."""

    low: int
    high: int | None
    exact: bool


@cache
def quantities() -> dict[str, Quantity]:
    """Word -> quantity."""
    text = files("warmonitor.lexicon").joinpath("quantities.csv").read_text(encoding="utf-8")
    out: dict[str, Quantity] = {}
    for row in csv.DictReader(text.splitlines()):
        for word in row["words"].split("|"):
            out[word] = Quantity(int(row["low"]), int(row["high"]) if row["high"] else None, row["exact"] == "yes")
    return out


@cache
def number_words() -> dict[str, int]:
    """Exact number words only ("a", "one", "twelve") -> integer."""
    return {w: q.low for w, q in quantities().items() if q.exact and w not in ("no", "none", "zero", "single", "both", "pair", "couple", "trio")}
