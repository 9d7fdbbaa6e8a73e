"""Why it was done, as the report says it: "in retaliation for …", "calling for …", "to free …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.nearby import event_near
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import voice_at
from warmonitor.lexicon.motives import MotiveWords, motives
from warmonitor.model.findings import Findings
from warmonitor.model.reading import Sentence

_LONGEST = 26
"""Tokens of a motive's words."""
_STOPS = frozenset('. ; : ! ? " “ ” , ( ) — –'.split()) | {"''", "``"}


def motive_claims(
    findings: Findings, sketches: list[Sketch], subtype: str, everything: Collection[int]
) -> Iterator[Draft]:
    """Motive claims of one incident: each reason once where it stands, told by whoever speaks there."""
    mine = {k for s in sketches for k in s.events}
    seen: set[int] = set()
    for s in sketches:
        yield from _purposes(findings, s)
        if s.sentence in seen:
            continue
        seen.add(s.sentence)
        for first, last in _reasons(findings, findings.reading.sentences[s.sentence], subtype):
            others = [k for k in everything if not first <= findings.events[k].head < last]
            k = event_near(findings, first, others)
            if k in mine and findings.reading.tokens[findings.events[k].head].sentence == s.sentence:
                span = findings.reading.span(first, last)
                voice = voice_at(findings, span)
                yield Draft("motive", findings.reading.words(first, last), voice, voice.stance, span, "motive")


def _reasons(findings: Findings, sentence: Sentence, subtype: str) -> Iterator[tuple[int, int]]:
    """Tokens [first, last) of the reasons given in a sentence, from the leading words to the end of the clause."""
    reading = findings.reading
    i = sentence.first
    while i < sentence.last:
        token = reading.tokens[i]
        past = _lead(findings, i, subtype)
        if past is None or past >= sentence.last:
            i += 1
            continue
        last = past
        while last < min(sentence.last, i + _LONGEST) and reading.tokens[last].text not in _STOPS:
            last += 1
        if last - past >= 1:
            yield token.i, last
        i = max(last, i + 1)


def _lead(findings: Findings, i: int, subtype: str) -> int | None:
    """Past-last token of the leading words at token i, or None."""
    token = findings.reading.tokens[i]
    known = motives()
    phrases: dict[tuple[str, ...], MotiveWords] = {
        p.words: p for key in (token.lower, token.lemma) for p in known.get(key, ()) if not p.subtypes or subtype in p.subtypes
    }
    for words in sorted(phrases, key=lambda w: (-len(w), w)):
        past = findings.reading.match(i, words)
        if past is not None:
            return past
    return None


def _purposes(findings: Findings, s: Sketch) -> Iterator[Draft]:
    """ "shelled the town to drive out the rebels": the infinitive of purpose."""
    reading = findings.reading
    for k in s.events:
        event = findings.events[k]
        for c in reading.children(event.clause, "advcl"):
            if c.i > event.clause and any(a.tag == "TO" for a in reading.children(c.i, "aux")):
                first, last = reading.subtree(c.i)
                voice = voice_at(findings, reading.span(c.i, c.i + 1))
                words = reading.words(first, min(last, first + _LONGEST))
                yield Draft("motive", words, voice, voice.stance, reading.span(first, last), "purpose")
