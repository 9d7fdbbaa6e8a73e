"""Organs of states and bodies, and who acts for them: an army's troops, a police chief's officers. One loader for `organs.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

_COLUMNS = ["organ", "arms"]


@cache
def arms_of() -> dict[str, frozenset[str]]:
    """Word for an organ -> lemmas for those who act for it. Raises BadRule for a malformed line."""
    out: dict[str, frozenset[str]] = {}
    text = files("warmonitor.lexicon").joinpath("organs.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    if rows.fieldnames != _COLUMNS:
        raise BadRule(f"organs.csv:1: columns {rows.fieldnames}; an organ has {', '.join(_COLUMNS)}")
    for number, row in enumerate(rows, 2):
        if not row["organ"] or not row["arms"]:
            raise BadRule(f"organs.csv:{number}: an organ needs a word and its arms")
        for organ in row["organ"].split("|"):
            out[organ] = out.get(organ, frozenset()) | frozenset(row["arms"].split("|"))
    return out
