"""Figures and their parts: "a woman and two children" are three, "52 civilians, including two children" are 52 and two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.phrases import noun_phrase
from warmonitor.assemble.voices import Voice
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.times import words
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Count, TollMention
from warmonitor.model.reading import Reading, Token

_ONE = frozenset({"a", "an", "one"})


def summed(findings: Findings, tolls: Iterable[TollMention]) -> list[TollMention]:
    """The figures with those that one word counts side by side made one, unless they are losses of two sides ("soldiers and gunmen")."""
    out: list[TollMention] = []
    for t in tolls:
        same = next((n for n, o in enumerate(out) if _side_by_side(findings, o, t)), None)
        if same is None:
            out.append(t)
            continue
        o = out[same]
        total = (o.count.low if o.count and o.count.low else 0) + (t.count.low if t.count and t.count.low else 0)
        who = " and ".join(w for w in (o.who, t.who) if w)
        out[same] = replace(
            o, count=Count(total, total, total), quantity=(*o.quantity, *t.quantity), who=who,
            first=min(o.first, t.first), last=max(o.last, t.last),
        )  # fmt: skip
    return out


def _side_by_side(findings: Findings, a: TollMention, b: TollMention) -> bool:
    if a.kind != b.kind or a.anchor != b.anchor or a.stance != b.stance or a.part != "total" or b.part != "total":
        return False
    if findings.reading.tokens[a.anchor].lemma == "include" or a.head is None or b.head is None or a.head == b.head:
        return False
    if not all(t.count is not None and t.count.low == t.count.high and t.count.low for t in (a, b)):
        return False
    sides = {_class(findings, i) for t in (a, b) for i in (t.head,) if i is not None} - {None}
    return len(sides) < 2


def _class(findings: Findings, head: int) -> str | None:
    cls = people_words().get(findings.reading.tokens[head].lemma)
    return cls if cls in ("state", "armed", "civilian") else None


def subset_claims(findings: Findings, t: TollMention, voice: Voice) -> Iterator[Draft]:
    """A claim for each number of people that the figure is said to include; none of them sets the toll."""
    reading = findings.reading
    if t.kind == "missing" or t.head is None or t.count is None or t.count.low is None:
        return
    known = {x.head for x in findings.tolls}
    for p in reading.children(t.head, "prep"):
        if p.lower != "including":
            continue
        for part in _listed(reading, p):
            number = _number(reading, part)
            if number is not None and part.i not in known and number <= t.count.low:
                first = min([part.i, *(c.i for c in reading.children(part.i))])
                span = reading.span(first, part.i + 1)
                yield Draft(t.kind, number, voice, voice.stance, span, "toll:including", None, noun_phrase(reading, part.i, part.i))
    for first, last, number in _of_them(findings, t):
        if number <= t.count.low:
            who = reading.words(first, last).removeprefix("of ").removeprefix("them ").removeprefix("whom ")
            yield Draft(t.kind, number, voice, voice.stance, reading.span(first - 1, last), "toll:of them", None, who)


def _of_them(findings: Findings, t: TollMention) -> Iterator[tuple[int, int, int]]:
    """Parts told behind the figure: (tokens [first, last) of who they are, how many): "five of them seriously", "among them two nurses"."""
    reading = findings.reading
    tokens = reading.tokens
    others = [x for x in findings.tolls if x.first > t.first and x is not t]
    end = min([reading.sentences[tokens[t.anchor].sentence].last, *(max(x.first, t.last) for x in others)])
    for i in range(t.last, end):
        behind = [x.lower for x in tokens[i + 1 : i + 3]]
        opened = tokens[i - 1].text in (",", "-", "–", "—", "(") or tokens[i - 1].lower in ("with", "them", "whom", "least")
        number = _value(tokens[i])
        if number is None or not opened or i == t.first:
            continue
        pointed = behind[:1] == ["of"] and behind[1:] in (["them"], ["whom"])
        among = any(x.lower == "among" for x in tokens[max(t.last, i - 4) : i])
        stop = next((x.i for x in tokens[i + 1 : end] if x.text in ",.;:-–—()" or x.lower in _CLOSING and x.i > i + 2), end)
        if (pointed or among) and stop > i + 1:
            yield i + 1, stop, number


_CLOSING = frozenset("and while when who which that were was had have has as after".split())


def _listed(reading: Reading, above: Token) -> Iterator[Token]:
    """The objects of "including": the first and what "and" joins to it."""
    for o in reading.children(above.i, "pobj"):
        yield o
        rest = [o]
        while rest:
            rest = [c for r in rest for c in reading.children(r.i, "conj") if c.tag[:2] in ("NN", "CD")]
            yield from rest


def _number(reading: Reading, noun: Token) -> int | None:
    """How many the noun counts, None where that is not said ("women and children")."""
    if noun.tag == "CD":
        return _value(noun)
    for c in reading.children(noun.i, "nummod", "det"):
        if c.dep == "nummod" and (value := _value(c)) is not None:
            return value
        if c.dep == "det" and c.lower in _ONE and noun.tag in ("NN", "NNP"):
            return 1
    return None


def _value(token: Token) -> int | None:
    text = words("numbers").get(token.lower, token.lower.replace(",", ""))
    return int(text) if text.isdigit() else None
