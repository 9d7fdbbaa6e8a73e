"""Who says what a mention says, and how surely: the speaker and stance at any words of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warmonitor.model.findings import Findings
from warmonitor.model.mention import Stance
from warmonitor.model.reading import Attribution, Speaker
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
    faceless = _faceless(a)
    if faceless is not None:
        return Voice(NARRATOR, "hedges" if stance == "asserts" and faceless == "hedges" else stance)
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


def _faceless(a: Attribution) -> Stance | None:
    """How the outlet stands to what nobody's "reports" or "footage" say, None where somebody speaks."""
    words = a.speaker.name.lower().split()
    head = next((w for w in words if w in RUMOURS or w in EVIDENCE), None)
    if head is None or any(w in ("by", "of", "for") for w in words) or any(w[0].isupper() for w in a.speaker.name.split()[1:]):
        return None
    return "hedges" if head in RUMOURS else "asserts"


RUMOURS = frozenset("reports rumours rumors accounts suggestions indications speculation claims allegations".split())
EVIDENCE = frozenset("images footage video videos photos photographs pictures investigations evidence records".split())
HEDGING = frozenset({"believe", "suspect", "think", "suggest", "presume", "fear", "speculate"})
DENYING = frozenset({"deny", "reject", "refute", "dismiss"})
UNKNOWING = frozenset({"decline", "wonder", "question"})
