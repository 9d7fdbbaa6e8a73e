"""Words that lead in why something was done: one loader for `motives.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

_COLUMNS = ["words", "subtypes", "example"]


@dataclass(frozen=True, slots=True)
class MotiveWords:
    """`words` are lemmas or lower-case words in a row; `subtypes` the types of incident they give the reason of (empty: all)."""

    words: tuple[str, ...]
    subtypes: frozenset[str]
    example: str


@cache
def motives() -> dict[str, tuple[MotiveWords, ...]]:
    """First word -> phrases that begin with it, longest first. Raises BadRule for a line that cannot be used."""
    found: dict[str, list[MotiveWords]] = {}
    with files("warmonitor.lexicon").joinpath("motives.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(f"motives.csv:1: columns {reader.fieldnames}; a motive has {', '.join(_COLUMNS)}")
        for row in reader:
            words = tuple(row["words"].split())
            if not words or not row["example"]:
                raise BadRule(f"motives.csv:{reader.line_num}: words and an example are needed")
            phrase = MotiveWords(words, frozenset(row["subtypes"].split()), row["example"])
            found.setdefault(words[0], []).append(phrase)
    return {first: tuple(sorted(phrases, key=lambda p: -len(p.words))) for first, phrases in found.items()}
