"""Nouns for people, facilities and vehicles, by what harming them means: armed, state, civilian, official, facility, vehicle."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

CLASSES = ("armed", "state", "civilian", "official", "facility", "vehicle")


@cache
def people_words() -> dict[str, str]:
    """Noun (lemma, several words joined by a space) -> class; the first class that lists a word wins.

    Raises BadRule naming file, line and the known classes.
    """
    out: dict[str, str] = {}
    text = files("warmonitor.lexicon").joinpath("people.csv").read_text(encoding="utf-8")
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if row["class"] not in CLASSES:
            raise BadRule(f"people.csv:{number}: unknown class {row['class']!r}; known: {', '.join(CLASSES)}")
        for word in row["words"].split("|"):
            out.setdefault(word, row["class"])
    return out
