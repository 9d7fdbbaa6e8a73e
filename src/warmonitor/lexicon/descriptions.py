"""Nouns that stand for a body named elsewhere ("the group", "the monitor"): one loader for `descriptions.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

_COLUMNS = ["noun", "kinds", "words"]


@dataclass(frozen=True, slots=True)
class Description:
    """`kinds` of names that the noun can stand for, and `words` one of which such a name holds.

    `open` (a star in the file): a name without such a word will do, if it is the only one at hand.
    """

    noun: str
    kinds: frozenset[str]
    words: tuple[str, ...]
    open: bool


@cache
def descriptions() -> dict[str, Description]:
    """All nouns by their lower-case form. Raises BadRule for a line that cannot be used."""
    found: dict[str, Description] = {}
    with files("warmonitor.lexicon").joinpath("descriptions.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(f"descriptions.csv:1: columns {reader.fieldnames}; a description has {', '.join(_COLUMNS)}")
        for row in reader:
            if not row["kinds"]:
                raise BadRule(f"descriptions.csv:{reader.line_num}: {row['noun']!r} stands for no kind of name")
            words = row["words"].split()
            plain = tuple(w for w in words if w != "*")
            found[row["noun"]] = Description(row["noun"], frozenset(row["kinds"].split()), plain, "*" in words)
    return found
