"""Common nouns for those who can speak: persons by role, and bodies. One loader for `speakers.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

from warmonitor.errors import BadRule

SpeakerKind = Literal["person", "body"]
_COLUMNS = ["word", "kind"]
_KINDS: dict[str, SpeakerKind] = {"person": "person", "body": "body"}


@cache
def speaker_words() -> dict[str, SpeakerKind]:
    """Lemma -> person or body. Raises BadRule for a line that cannot be used."""
    found: dict[str, SpeakerKind] = {}
    with files("warmonitor.lexicon").joinpath("speakers.csv").open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise BadRule(f"speakers.csv:1: columns {reader.fieldnames}; a speaker has {', '.join(_COLUMNS)}")
        for row in reader:
            kind = _KINDS.get(row["kind"])
            if kind is None:
                raise BadRule(f"speakers.csv:{reader.line_num}: unknown kind {row['kind']!r}; it is {', '.join(_KINDS)}")
            found[row["word"]] = kind
    return found
