"""Nouns by which one report speaks of the same people or thing: soldiers and troops, policemen and officers, captives and hostages."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule


@cache
def same_body() -> dict[str, str]:
    """Noun in the singular -> the body of people or things that it can stand for.

    Raises BadRule where a noun stands under two bodies.
    """
    out: dict[str, str] = {}
    text = files("warmonitor.lexicon").joinpath("samebody.csv").read_text(encoding="utf-8")
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        for word in row["words"].split("|"):
            if out.setdefault(word, row["body"]) != row["body"]:
                raise BadRule(f"samebody.csv:{number}: {word!r} stands under {out[word]!r} already")
    return out
