"""Words of saying, thinking and asking: one loader for `verbs_of_saying.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from warmonitor.errors import BadRule

Pos = Literal["verb", "noun", "adjective"]

FRAMES = frozenset(["quote", "clause", "infinitive", "gerund", "object", "predicate", "charge"])
KINDS = frozenset(
    "say claim confirm deny suggest estimate think doubt know want ask demand call accuse condemn praise threaten promise "
    "refuse quote show seem".split()
)
_POS: dict[str, Pos] = {"verb": "verb", "noun": "noun", "adjective": "adjective"}
_COLUMNS = ["lemma", "pos", "kind", "frames", "attitudes"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A word that attributes other words to someone, and the grammar in which it does so.

    `frames`: quote "…", clause (that …), infinitive (to …), gerund (doing …), object (a noun), predicate (X a Y, X as Y),
    charge (X of Y, X for Y), about:P (a preposition and its noun). `attitudes` are frames that tell what someone wants or
    feels and assert nothing of what happened.
    """

    lemma: str
    pos: Pos
    kind: str
    frames: frozenset[str]
    attitudes: frozenset[str]


@cache
def sayings() -> dict[tuple[str, str], Saying]:
    """All words of saying by (lemma, part of speech). Raises BadRule for a line that cannot be used."""
    found: dict[tuple[str, str], Saying] = {}
    with files("warmonitor.lexicon").joinpath("verbs_of_saying.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(
                f"verbs_of_saying.csv:1: columns {reader.fieldnames}; a word of saying has {', '.join(_COLUMNS)}"
            )
        for row in reader:
            saying = _saying(row, reader.line_num)
            found[saying.lemma, saying.pos] = saying
    return found


def _saying(row: dict[str, str], line: int) -> Saying:
    where = f"verbs_of_saying.csv:{line}"
    frames, attitudes = row["frames"].split(), row["attitudes"].split()
    for frame in frames + attitudes:
        if frame not in FRAMES and not frame.startswith("about:"):
            raise BadRule(
                f"{where}: unknown frame {frame!r}; the frames are {', '.join(sorted(FRAMES))} and about:PREPOSITION"
            )
    if row["kind"] not in KINDS:
        raise BadRule(f"{where}: unknown kind {row['kind']!r}; the kinds are {', '.join(sorted(KINDS))}")
    pos = _POS.get(row["pos"])
    if pos is None:
        raise BadRule(f"{where}: unknown part of speech {row['pos']!r}; it is {', '.join(_POS)}")
    return Saying(row["lemma"], pos, row["kind"], frozenset(frames), frozenset(attitudes))
