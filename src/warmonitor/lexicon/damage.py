"""Verbs of damage to things, and what they take: one loader for `damage.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

TAKES = ("things", "goods", "subject")
_COLUMNS = ["verb", "takes", "example"]


@cache
def damage_verbs() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First lemma -> (further lemmas, what the verb takes), longest first.

    things: anything but people; goods: arms, vehicles, food and the like; subject: it is the subject that is damaged.
    Raises BadRule naming file, line and the known words.
    """
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    with files("warmonitor.lexicon").joinpath("damage.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(f"damage.csv:1: columns {reader.fieldnames}; a verb of damage has {', '.join(_COLUMNS)}")
        for row in reader:
            if row["takes"] not in TAKES:
                raise BadRule(f"damage.csv:{reader.line_num}: {row['takes']!r} is none of {', '.join(TAKES)}")
            first, *rest = row["verb"].split()
            found.setdefault(first, []).append((tuple(rest), row["takes"]))
    return {first: tuple(sorted(verbs, key=lambda v: -len(v[0]))) for first, verbs in found.items()}
