"""Who says what a mention says, and how surely: the speaker and stance at any words of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warmonitor.model.findings import Findings
from warmonitor.model.mention import Stance
from warmonitor.model.reading import Speaker
from warmonitor.model.span import Span

NARRATOR = "narrator"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker by the fullest name in the report, and how the words are said. `number`: identity, None for the narrator."""

    speaker: str
    stance: Stance
    via: tuple[str, ...] = ()
    number: int | None = None
    entry: str | None = None
    others: tuple[Speaker, ...] = ()
    """Who says the same in one breath."""


def voice_at(findings: Findings, span: Span, stance: Stance = "asserts") -> Voice:
    """The innermost speaker of `span` and the stance: denial and hedging of the words over that of the attribution."""
    a = findings.reading.attribution_at(span.start, span.end) or findings.reading.attribution_at(span.start)
    if a is None or findings.reading.token_at(span.start).i in findings.background:
        return Voice(NARRATOR, stance)
    said: Stance = stance
    if stance == "asserts" and a.verb in HEDGING:
        said = "hedges"
    if a.verb in DENYING and stance in ("asserts", "hedges"):
        said = "denies"
    if a.verb in UNKNOWING and stance in ("asserts", "hedges"):
        said = "unknown"
    number = findings.speaker_identity.get(a.speaker.name, findings.publisher if a.speaker.name == NARRATOR else None)
    return Voice(a.speaker.name, said, tuple(v.name for v in a.via), number, a.speaker.entry, a.others)


def each_voice(findings: Findings, voice: Voice) -> Iterator[Voice]:
    """`voice`, and one for each who says the same with it."""
    yield voice
    for other in voice.others:
        number = findings.speaker_identity.get(other.name)
        yield replace(voice, speaker=other.name, number=number, entry=other.entry, others=())


HEDGING = frozenset({"believe", "suspect", "think", "suggest", "presume", "fear", "speculate"})
DENYING = frozenset({"deny", "reject", "refute", "dismiss"})
UNKNOWING = frozenset({"decline", "wonder", "question"})
