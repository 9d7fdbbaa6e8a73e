"""Common nouns for those who can speak: persons by role, and bodies. One loader for `speakers.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

from warmonitor.errors import BadRule
from warmonitor.lexicon.bodies import open_headnouns, singular
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.model.reading import Reading, Token

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
                raise BadRule(
                    f"speakers.csv:{reader.line_num}: unknown kind {row['kind']!r}; it is {', '.join(_KINDS)}"
                )
            found[row["word"]] = kind
    return found


_HUMAN = frozenset(["armed", "state", "civilian", "official"])
_SPEAKING_NAMES = frozenset(["person", "organisation", "armed-group", "place", "nationality", "facility"])


def can_speak(reading: Reading, head: Token) -> bool:
    """True for a name, or a common noun of the lexicon, that stands for a person or a body."""
    name = reading.name_at(head.i)
    if name is not None:
        return name.kind in _SPEAKING_NAMES
    if head.tag in ("NNP", "NNPS") or head.i in reading.references:
        return True
    word = singular(head.lower)
    return (
        people_words().get(head.lemma) in _HUMAN
        or bool({word, head.lemma} & speaker_words().keys())
        or word in open_headnouns()
    )


def is_mute(reading: Reading, head: Token) -> bool:
    """True for a common noun that names a happening ("attack", "release"): it says nothing, whatever the parse."""
    if head.tag not in ("NN", "NNS") or reading.name_at(head.i) is not None or can_speak(reading, head):
        return False
    return is_happening(head)


def is_happening(noun: Token) -> bool:
    """True for a noun that the lexicon of events holds ("raid", "arrests"), or that sums events up ("situation")."""
    return noun.lemma in _event_nouns() or singular(noun.lower) in _event_nouns()


@cache
def _event_nouns() -> frozenset[str]:
    more = "effort outbreak negotiation damage casualty death toll violence situation incident move explosion".split()
    return frozenset(
        t.lemmas[0] for ts in event_words().by_first.values() for t in ts if t.pos == "noun" and len(t.lemmas) == 1
    ) | {*more}
