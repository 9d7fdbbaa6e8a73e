"""Which cue each quotation belongs to: by typography first (", X said", "X said: "), then grammar, then what came before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from warmonitor.model.reading import Reading
from warmonitor.model.source import Source, noun_phrase
from warmonitor.model.span import Span
from warmonitor.read.speech.cue import Cue

_REACH = 300
"""Tokens on either side of a quotation within which its cue is sought."""
_LOOK_AHEAD = 28
"""Tokens between a closing mark and the word of saying that follows it ("…," X, the long title of X, said)."""
_GO_ON = frozenset([",", ":", "that", "—", "–", "-", "--", "as", "is", "was", "of"])


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its tokens [first, last) and how it stands in its sentence."""

    span: Span
    first: int
    last: int
    sentential: bool
    starts: bool
    """It is the first thing in its sentence."""
    continues: bool
    """It ends without a closing mark, so the next paragraph's quotation goes on with it."""


def quoted(reading: Reading) -> tuple[Quoted, ...]:
    """The report's quotations with their tokens, in text order."""
    starts = [t.start for t in reading.tokens]
    found = []
    for span in reading.quotations:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == last:
            continue
        tokens = reading.tokens[first:last]
        words = sum(t.text[0].isalnum() for t in tokens)
        sentence = reading.sentences[tokens[0].sentence]
        capital = next((t.text[0].isupper() or t.text[0].isdigit() for t in tokens if t.text[0].isalnum()), False)
        verb = any(t.tag[:2] in ("VB", "MD") for t in tokens)
        starts_sentence = all(not t.text[0].isalnum() for t in reading.tokens[sentence.first : first])
        found.append(
            Quoted(span, first, last, words >= 3 and capital and (verb or words > 4), starts_sentence,
                   reading.text[span.end - 1] not in "\"”»’'´")
        )  # fmt: skip
    return tuple(found)


def assign(reading: Reading, cues: tuple[Cue, ...], quotations: tuple[Quoted, ...]) -> dict[int, int]:
    """Index of quotation -> index of its cue, for those that have one."""
    inside = {i for q in quotations for i in range(q.first, q.last)}
    everywhere = [k for k, c in enumerate(cues) if c.i not in inside and _can_quote(c)]
    places = [cues[k].i for k in everywhere]
    found: dict[int, int] = {}
    for n, q in enumerate(quotations):
        free = everywhere[bisect_left(places, q.first - _REACH) : bisect_left(places, q.last + _REACH)]
        k = _cue_after(reading, cues, free, quotations, n)
        if k is None:
            k = _cue_before(reading, cues, free, quotations, n)
        if k is not None:
            found[n] = k
        else:
            k = _by_grammar(cues, free, q)
            if k is not None:
                found[n] = k
    for n, _ in enumerate(quotations):
        if n not in found and (k := _going_on(reading, cues, quotations, found, n)) is not None:
            found[n] = k
    for n in range(len(quotations) - 2, -1, -1):  # an unclosed paragraph before one whose speaker is told
        if n not in found and quotations[n].continues and n + 1 in found:
            found[n] = found[n + 1]
    return found


def _can_quote(cue: Cue) -> bool:
    return "quote" in cue.saying.frames


def _cue_after(
    reading: Reading, cues: tuple[Cue, ...], free: list[int], quotations: tuple[Quoted, ...], n: int
) -> int | None:
    q = quotations[n]
    tokens = reading.tokens
    stop = min(quotations[n + 1].first if n + 1 < len(quotations) else len(tokens), q.last + _LOOK_AHEAD, len(tokens))
    if (
        q.last >= len(tokens)
        or tokens[q.last].start > q.span.end
        and "\n\n" in reading.text[q.span.end : tokens[q.last].start]
    ):
        return None
    inner = reading.text[q.span.start : q.span.end].rstrip("\"”»’'´ ")
    comma = inner[-1:] in ",?!…-—–" or tokens[q.last].text == ","
    full_stop = inner[-1:] == "."
    if not comma and not (full_stop and q.starts):
        return None
    for k in free:
        c = cues[k]
        if c.i < q.last:
            continue
        if c.i >= stop:
            return None
        between = tokens[q.last : c.i]
        if any(t.text in (".", "?", "!", ";") for t in between) or tokens[c.i].sentence != tokens[q.last].sentence:
            return None
        if full_stop and not (c.words[0] - q.last <= 6):
            return None
        if not full_stop or tokens[c.i].sentence == tokens[q.last - 1].sentence or _short_tag(reading, c):
            return k
        return None
    return None


def _short_tag(reading: Reading, cue: Cue) -> bool:
    """ "X said." after a full stop: a sentence that is nothing but the cue and its source."""
    sentence = reading.sentences[reading.tokens[cue.i].sentence]
    return sentence.last - sentence.first <= 14 and not cue.content


def _cue_before(
    reading: Reading, cues: tuple[Cue, ...], free: list[int], quotations: tuple[Quoted, ...], n: int
) -> int | None:
    q = quotations[n]
    tokens = reading.tokens
    if q.first == 0:
        return None
    before = tokens[q.first - 1]
    start = quotations[n - 1].last if n else 0
    best = None
    for k in free:
        c = cues[k]
        if c.i >= q.first:
            break
        if c.i < start and not _resumes(reading, cues, c, quotations, n):
            continue
        if (
            tokens[c.i].sentence != before.sentence
            or before.sentence != tokens[q.first].sentence
            and before.text != ":"
        ):
            continue
        near = q.first - c.words[1] <= 1 or before.text in _GO_ON and (q.sentential or q.first - c.words[1] <= 6) or (
            q.first - c.words[1] <= 5 and q.sentential)  # fmt: skip
        if near:
            best = k
    return best


def _resumes(reading: Reading, cues: tuple[Cue, ...], cue: Cue, quotations: tuple[Quoted, ...], n: int) -> bool:
    return n > 0 and quotations[n - 1].last <= cue.i


def _by_grammar(cues: tuple[Cue, ...], free: list[int], q: Quoted) -> int | None:
    """The nearest cue whose grammatical content reaches into the quotation."""
    best, distance = None, 10**9
    for k in free:
        c = cues[k]
        if any(a < q.last and q.first < b for a, b in c.content):
            d = min(abs(c.i - q.first), abs(c.i - q.last))
            if d < distance:
                best, distance = k, d
    return best


def _going_on(
    reading: Reading, cues: tuple[Cue, ...], quotations: tuple[Quoted, ...], found: dict[int, int], n: int
) -> int | None:
    """A full quotation without a cue goes on with the speech before it: no narrator's sentence stands between."""
    q = quotations[n]
    if not (q.sentential and q.starts):
        return _taken_up(reading, quotations, found, n)
    sentence = reading.sentences[reading.tokens[q.first].sentence]
    if sentence.i == 0:
        return None
    before = reading.sentences[sentence.i - 1]
    if before.kind != "body" or sentence.kind != "body":
        return None
    if n and n - 1 in found and quotations[n - 1].last > before.first:
        return found[n - 1]
    first, last = (bisect_left(cues, edge, key=lambda c: c.i) for edge in (before.first, before.last))
    holds_floor = (k for k in reversed(range(first, last)) if cues[k].source is not None and not cues[k].attitude)
    return next(
        (k for k in holds_floor if cues[k].content and _can_quote(cues[k]) and _is_main(reading, cues[k])), None
    )


def _taken_up(reading: Reading, quotations: tuple[Quoted, ...], found: dict[int, int], n: int) -> int | None:
    """Part of a narrator's sentence in quotation marks, right after a sentence with somebody's quotation: his words again."""
    q = quotations[n]
    sentence = reading.sentences[reading.tokens[q.first].sentence]
    words = reading.tokens[q.first : q.last]
    if n == 0 or sentence.i == 0 or n - 1 not in found or sum(t.text[0].isalnum() for t in words) < 4:
        return None
    before = reading.sentences[sentence.i - 1]
    is_near = quotations[n - 1].sentential and before.first < quotations[n - 1].last <= before.last + 1
    return found[n - 1] if is_near and any(t.tag[:2] in ("VB", "MD") for t in words) else None


def _is_main(reading: Reading, cue: Cue) -> bool:
    """The cue is the sentence's main verb, or "according to": only such a speaker holds the floor."""
    token = reading.tokens[cue.i]
    return (
        token.dep == "ROOT"
        or cue.kind == "according"
        or token.dep == "conj"
        and reading.tokens[token.head].dep == "ROOT"
    )


def with_source_outside(reading: Reading, cue: Cue, mine: list[Quoted]) -> Cue:
    """`cue` with its source beside it, where the parser took words of the quotation for the subject, or none."""
    if not mine or cue.saying.pos != "verb" or reading.tokens[cue.i].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return cue
    before = max((q.last for q in mine if q.last <= cue.i), default=None)
    head = cue.source.head if cue.source is not None else None
    is_fine = head is not None and not any(q.first <= head < q.last for q in mine)
    if is_fine or before is None or reading.tokens[before].sentence != reading.tokens[cue.i].sentence:
        return cue
    source = _phrase_between(reading, before, cue.words[0]) or _phrase_after(reading, cue)
    return replace(cue, source=source) if source is not None else cue


def _phrase_between(reading: Reading, first: int, last: int) -> Source | None:
    """The noun phrase between the closing mark and the verb ("…," Ana Roe, the mayor, said)."""
    while first < last and not reading.tokens[first].text[0].isalnum():
        first += 1
    while last - 1 > first and not reading.tokens[last - 1].text[0].isalnum():
        last -= 1
    nouns = [t.i for t in reading.tokens[first:last] if t.tag[:2] in ("NN", "PR", "CD")]
    if not nouns or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in reading.tokens[first : nouns[0]]):
        return None
    head = next((i for i in nouns if i + 1 >= last or reading.tokens[i + 1].tag[:2] != "NN"), nouns[0])
    return Source((first, last), head)


def _phrase_after(reading: Reading, cue: Cue) -> Source | None:
    """The noun phrase right after the verb ("…," said Ana Roe, the mayor)."""
    first = cue.words[1]
    noun = next(
        (t for t in reading.tokens[first : first + 8] if t.tag[:2] in ("NN", "PR") and t.head not in range(first, t.i)),
        None,
    )
    if noun is None or any(not t.text[0].isalnum() for t in reading.tokens[first : noun.i]):
        return None
    top = noun
    while top.head != top.i and top.dep in ("compound", "nmod", "poss") and top.head > top.i:
        top = reading.tokens[top.head]
    return Source(noun_phrase(reading, top.i), top.i) if top.i > cue.i else None
