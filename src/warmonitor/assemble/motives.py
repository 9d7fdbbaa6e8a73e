"""Why it was done, as the report says it: "in retaliation for …", "calling for …", "to free …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.nearby import event_near
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import voice_at
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.motives import MotiveWords, motives
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Stance
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
        if findings.reading.sentences[s.sentence].kind == "headline":
            continue
        yield from _purposes(findings, s)
        if s.sentence in seen:
            continue
        seen.add(s.sentence)
        sentence = findings.reading.sentences[s.sentence]
        for first, last in (*_reasons(findings, sentence, subtype), *_named_motives(findings, sentence)):
            named = findings.reading.tokens[first].lemma == "motive"  # "the motive for the raid was unclear"
            others = [k for k in everything if named or not first <= findings.events[k].head < last]
            k = event_near(findings, first, others)
            if k in mine and findings.reading.tokens[findings.events[k].head].sentence == s.sentence:
                span = findings.reading.span(first, last)
                voice = voice_at(findings, span, _doubt(findings, first, last))
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


def _named_motives(findings: Findings, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "a racist motive", "the motive was unclear"."""
    reading = findings.reading
    for t in reading.tokens[sentence.first : sentence.last]:
        if t.lemma != "motive" or t.tag[:2] != "NN":
            continue
        kinds = [c.i for c in reading.children(t.i, "amod", "compound") if c.lower not in _VAGUE]
        if kinds:
            yield min(kinds), t.i + 1
        elif any(x.lower in _UNKNOWN for x in reading.tokens[t.i : min(sentence.last, t.i + 12)]):
            last = next(x.i for x in reading.tokens[t.i :] if x.lower in _UNKNOWN) + 1
            yield t.i, last


_VAGUE = frozenset("possible likely clear exact precise main immediate apparent real".split())
_UNKNOWN = frozenset("unclear unknown undetermined known clear established determined".split())


def _doubt(findings: Findings, first: int, last: int) -> Stance:
    """Unknown for a motive said to be so; hedged beside words of doubt ("could not rule out", "may have been")."""
    words = findings.reading.tokens[max(0, first - 8) : last + 3]
    if findings.reading.tokens[first].lemma == "motive":
        return "unknown"
    named = findings.reading.tokens[last - 1].lemma == "motive"
    if named or any(w.lower in ("presumably", "apparently", "possibly", "likely", "probably", "perhaps") for w in words[: len(words) - 3]):
        return "hedges"
    return "asserts"


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
    """ "shelled the town to drive out the rebels", "used gas to clear the square", "an operation to free the crew"."""
    reading = findings.reading
    done: set[int] = set()
    for k in s.events:
        event = findings.events[k]
        for i, dep in ((event.clause, "advcl"), (event.head, "acl"), *_used(findings, s)):
            for c in reading.children(i, dep):
                if c.i <= i or c.i in done or not any(a.tag == "TO" for a in reading.children(c.i, "aux")):
                    continue
                if _is_violence(c.lemma) or c.lemma in _NO_AIM:
                    continue  # "used batons to beat the crowd" tells what was done
                done.add(c.i)
                first, last = reading.subtree(c.i)
                first = next((j for j in range(first, c.i) if reading.tokens[j].tag == "TO"), first)
                voice = voice_at(findings, reading.span(c.i, c.i + 1))
                words = reading.words(first, min(last, first + _LONGEST))
                yield Draft("motive", words, voice, voice.stance, reading.span(first, last), "purpose")


def _used(findings: Findings, s: Sketch) -> Iterator[tuple[int, str]]:
    """The verbs of using a means in the sketch's sentence: what follows with "to" is what for."""
    sentence = findings.reading.sentences[s.sentence]
    for t in findings.reading.tokens[sentence.first : sentence.last]:
        if t.lemma in _USING and t.tag in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
            yield t.i, "advcl"
            yield t.i, "xcomp"


def _is_violence(lemma: str) -> bool:
    return any(t.pos == "verb" and t.type in _VIOLENT for t in event_words().by_first.get(lemma, ()) if len(t.lemmas) == 1)


_VIOLENT = frozenset(["explosion", "battle", "violence-against-civilians"])
_NO_AIM = frozenset("be have become conduct carry commit make do harm".split())
_USING = frozenset(["use", "deploy", "employ"])
