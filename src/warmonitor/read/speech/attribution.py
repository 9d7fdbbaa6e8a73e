"""Attributions of one report, from its cues and quotations. The model and its reasons: docs/attribution.md."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from warmonitor.model.naming import speaker_of
from warmonitor.model.reading import Attribution, Reading, Speaker
from warmonitor.model.span import Span
from warmonitor.read.speech.cue import Cue, find_cues
from warmonitor.read.speech.opening import headline_cues, open_statements, publisher_statement
from warmonitor.read.speech.quoted import Quoted, assign, quoted
from warmonitor.read.speech.relay import innermost

Kind = Literal["direct", "indirect", "mixed", "according", "open"]
_NARRATOR = "narrator"


def find_attributions(reading: Reading, *, attitudes: bool = False) -> tuple[Attribution, ...]:
    """All attributions in the order of their first content.

    Wants names, quotations and references of `reading`. With `attitudes` also what people are said to want, hope or feel,
    which asserts nothing of what happened and which the record does not need.
    """
    cues = find_cues(reading, attitudes=attitudes)
    quotations = quoted(reading)
    owner = assign(reading, cues, quotations)
    opened = open_statements(reading, cues, quotations)
    found: list[Attribution] = []
    for k, cue in enumerate(cues):
        mine = [q for n, q in enumerate(quotations) if owner.get(n) == k]
        if k in opened:
            found.append(_attribution(reading, cue, [], (opened[k],), "open"))
        elif mine or cue.content:
            found.append(_attribution(reading, cue, mine, _grammatical(reading, cue, quotations, mine), None))
    found = [a for a in found if a.content]
    found.extend(headline_cues(reading))
    found.extend(publisher_statement(reading, found))
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end)))


def _grammatical(reading: Reading, cue: Cue, quotations: tuple[Quoted, ...], mine: list[Quoted]) -> tuple[Span, ...]:
    """The clause that the cue governs, as spans; a stretch that only fills a quotation of its own is left to that."""
    return tuple(_trimmed(reading, a, b) for a, b in cue.content if b > a)


def _trimmed(reading: Reading, first: int, last: int) -> Span:
    tokens = reading.tokens
    while first < last - 1 and tokens[first].text in (",", ".", "-", "--", "—", "–", ";", ":"):
        first += 1
    while last - 1 > first and tokens[last - 1].text in (",", ".", "-", "--", "—", "–", ";", ":"):
        last -= 1
    return reading.span(first, last)


def _attribution(
    reading: Reading, cue: Cue, mine: list[Quoted], clauses: tuple[Span, ...], kind: Kind | None
) -> Attribution:  # fmt: skip
    source, via = innermost(reading, cue)
    quotes = tuple(q.span for q in mine)
    content = _union(reading.text, quotes + clauses)
    if kind is None:
        kind = _kind(cue, quotes, clauses)
    speaker = speaker_of(reading, source) if source is not None else Speaker(_NARRATOR)
    return Attribution(
        content=content,
        source=(reading.span(*source.words),) if source is not None and source.words else (),
        cue=(reading.span(*cue.words),),
        speaker=speaker,
        via=tuple(speaker_of(reading, s) for s in via),
        kind=kind,
        verb=reading.tokens[cue.i].lemma,
        negated=cue.negated,
    )


def _kind(cue: Cue, quotes: tuple[Span, ...], clauses: tuple[Span, ...]) -> Kind:
    if cue.kind == "according":
        return "according"
    if not quotes:
        return "indirect"
    outside = [
        c for c in clauses if not any(q.holds(c) or q.start <= c.start + 1 and c.end <= q.end + 1 for q in quotes)
    ]
    return "mixed" if outside else "direct"


def _union(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or have only white space and marks between them made one."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and (s.start <= out[-1].end or not any(ch.isalnum() for ch in text[out[-1].end : s.start])):
            out[-1] = replace(out[-1], end=max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)
