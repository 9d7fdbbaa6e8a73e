"""Words that hedge, deny or leave open what they govern: one loader for `hedges.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

from warmonitor.errors import BadRule

Effect = Literal["hedges", "denies", "unknown"]
_EFFECTS: dict[str, Effect] = {"hedges": "hedges", "denies": "denies", "unknown": "unknown"}
_COLUMNS = ["word", "pos", "effect"]
_POS = ("adverb", "adjective", "modal", "verb", "passive", "noun", "mark", "determiner")


@cache
def hedges() -> dict[tuple[str, str], Effect]:
    """(lower-case word or lemma, how it is used) -> what it does. Raises BadRule for a line that cannot be used."""
    found: dict[tuple[str, str], Effect] = {}
    with files("warmonitor.lexicon").joinpath("hedges.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(f"hedges.csv:1: columns {reader.fieldnames}; a hedge has {', '.join(_COLUMNS)}")
        for row in reader:
            pos = row["pos"]
            if pos not in _POS:
                raise BadRule(f"hedges.csv:{reader.line_num}: unknown use {pos!r}; the uses are {', '.join(_POS)}")
            effect = _EFFECTS.get(row["effect"])
            if effect is None:
                raise BadRule(
                    f"hedges.csv:{reader.line_num}: unknown effect {row['effect']!r}; it is {', '.join(_EFFECTS)}"
                )
            found[row["word"], pos] = effect
    return found
