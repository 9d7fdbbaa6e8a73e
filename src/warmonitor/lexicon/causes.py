"""What kills, hits and destroys without any enemy (storms, crashes, disease), what is attacked in words only, works that
tell stories, games; ordinary crimes; and the words that say that a report is of arms or of public affairs."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

CLASSES = ("nature", "mishap", "flames", "illness", "vehicle", "animal", "abstract", "work", "game", "force", "public", "ordinary")


@cache
def causes() -> dict[str, str]:
    """Noun (lemma, several words joined by a space) -> class. Raises BadRule naming file, line and the known classes."""
    out: dict[str, str] = {}
    text = files("warmonitor.lexicon").joinpath("causes.csv").read_text(encoding="utf-8")
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if row["class"] not in CLASSES:
            raise BadRule(f"causes.csv:{number}: unknown class {row['class']!r}; known: {', '.join(CLASSES)}")
        for word in row["words"].split("|"):
            out.setdefault(word, row["class"])
    return out
