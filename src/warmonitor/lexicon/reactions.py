"""Words that say that one happening answers another: one loader for `reactions.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

from warmonitor.errors import BadRule

Way = Literal["answers", "brings", "follows"]
"""answers: the cause stands below the word ("in response to X"); brings: it is the subject ("X sparked Y"); follows: it stands
after "after" ("came days after X")."""
_WAYS: dict[str, Way] = {"answers": "answers", "brings": "brings", "follows": "follows"}
_COLUMNS = ["word", "pos", "way"]


@cache
def reactions() -> dict[tuple[str, str], Way]:
    """(lemma, "noun" or "verb") -> where the cause stands. Raises BadRule for a line that cannot be used."""
    found: dict[tuple[str, str], Way] = {}
    text = files("warmonitor.lexicon").joinpath("reactions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    if rows.fieldnames != _COLUMNS:
        raise BadRule(f"reactions.csv:1: columns {rows.fieldnames}; a reaction has {', '.join(_COLUMNS)}")
    for number, row in enumerate(rows, 2):
        if row["way"] not in _WAYS or row["pos"] not in ("noun", "verb"):
            raise BadRule(f"reactions.csv:{number}: a reaction is noun or verb, and {', '.join(_WAYS)}")
        found[row["word"], row["pos"]] = _WAYS[row["way"]]
    return found
