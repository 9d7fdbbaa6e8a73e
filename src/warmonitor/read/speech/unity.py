"""One name for one speaker: "Col. Roe", "Roe" and "spokesman" where a fuller form speaks elsewhere in the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warmonitor.lexicon.actornames import without_titles
from warmonitor.model.naming import describe
from warmonitor.model.reading import Attribution, Reading, Speaker
from warmonitor.read.speech.cue import Cue

_SPOKESMEN = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_SHORTEST = 4
"""Letters of a surname that may stand for a whole name."""


def described(reading: Reading, cues: Iterable[Cue], found: list[Attribution]) -> dict[str, Speaker]:
    """A description of somebody's mouthpiece ("army spokesman") -> the body that it speaks for, as resolved where it stands."""
    by_source = {a.source[0]: a.speaker for a in found if a.source}
    out: dict[str, Speaker] = {}
    for cue in cues:
        if cue.source is None or cue.source.words is None:
            continue
        speaker = by_source.get(reading.span(*cue.source.words))
        text = describe(reading, reading.tokens[cue.source.head])
        if speaker is not None and text != speaker.name and " " in text and text[-1].islower():
            out.setdefault(text, speaker)
    return out


def unified(found: list[Attribution], aliases: dict[str, Speaker]) -> list[Attribution]:
    """The attributions with each speaker under the fullest name that speaks."""
    names = dict.fromkeys(s.name for a in found for s in (a.speaker, *a.others))
    longer = {name: full for name in names if (full := _fuller(name, names)) is not None}
    entries = {a.speaker.name: a.speaker.entry for a in found}

    def of(speaker: Speaker) -> Speaker:
        if speaker.name.lower() in _SPOKESMEN:
            bodies = {s.name: s for text, s in aliases.items() if text.lower().endswith(" " + speaker.name.lower())}
            return replace(next(iter(bodies.values())), span=speaker.span) if len(bodies) == 1 else speaker
        if (known := aliases.get(speaker.name)) is not None:
            return replace(known, span=speaker.span)
        if (name := longer.get(speaker.name)) is not None:
            return Speaker(name, speaker.span, entries.get(name))
        return speaker

    return [replace(a, speaker=of(a.speaker), others=tuple(of(o) for o in a.others)) for a in found]


def _fuller(name: str, names: Iterable[str]) -> str | None:
    """The one longer name that ends with the same surname, where `name` is nothing but that and a rank."""
    own = without_titles(name)
    if len(own) < _SHORTEST or " " in own or not own[0].isupper():
        return None
    surname = own.lower().removeprefix("al-")
    fits = [
        n for n in names
        if len(without_titles(n).split()) > 1 and n.split()[-1].lower().removeprefix("al-") == surname and n.split()[-1][0].isupper()
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None
