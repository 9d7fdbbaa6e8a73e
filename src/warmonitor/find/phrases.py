"""Noun phrases and their coordination, as words: what several finders need to name who or what stands where."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.reading import Reading, Token

_LEFT = frozenset("amod compound nummod nmod quantmod poss advmod npadvmod det predet punct case".split())
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "that", "those", "its", "their", "his", "her", "some", "any"})
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", "DT", "JJ", "VBG")


def noun_phrase(reading: Reading, head: int, *, of: bool = True) -> tuple[int, int]:
    """Tokens [first, last) of the phrase around a nominal head: its left modifiers and, with `of`, an of-complement."""
    first, last = head, head + 1
    for c in reading.children(head):
        if c.i < head and (c.dep in _LEFT or c.dep == "neg"):
            if c.dep == "punct" and c.text not in "-\"“'‘":
                continue
            first = min(first, reading.subtree(c.i)[0] if c.dep != "punct" else c.i)
        elif of and c.i > head and c.dep == "prep" and c.lower == "of":
            end = _short_end(reading, c)
            last = max(last, end)
    t = reading.tokens[head]
    if t.dep == "conj" and _shares_head(reading, t.head):  # "Afghan and coalition forces"
        first = min(first, reading.subtree(t.head)[0])
        while first < head and reading.tokens[first].dep == "det":
            first += 1
    name = reading.name_at(head)
    if name is not None:
        first, last = min(first, name.first), max(last, name.last)
    return first, last


def _short_end(reading: Reading, prep: Token) -> int:
    """Past-last token of "of X": X's own phrase, without clauses or coordination behind it."""
    end = prep.i
    for o in reading.children(prep.i, "pobj"):
        end = max(end, noun_phrase(reading, o.i, of=True)[1])
    return end if end > prep.i else prep.i


def bare(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The same range without leading articles, quotes and trailing punctuation."""
    while first < last - 1 and (reading.tokens[first].lower in _ARTICLES or reading.tokens[first].text in "\"“”'‘’-,•▪●■*"):
        first += 1
    while last > first + 1 and reading.tokens[last - 1].text in {"'s", "’s", "'", "’", ",", '"', "”", "-", ":", ";"}:
        last -= 1
    return first, last


def _shares_head(reading: Reading, i: int) -> bool:
    """True for an adjective that a parser takes for a noun of its own: "an Afghan and coalition force"."""
    t = reading.tokens[i]
    return t.tag in ("JJ", "NNP") and any(c.dep == "conj" and reading.subtree(c.i)[0] == i + 2 for c in reading.children(i)) and (
        (n := reading.name_at(i)) is not None and n.kind == "nationality" or t.tag == "JJ"
    ) or t.tag == "JJ" and any(c.dep == "cc" and c.i == i + 1 for c in reading.children(i))  # fmt: skip


def coordinated(reading: Reading, head: int) -> Iterator[int]:
    """`head` and the heads joined to it by "and", "or" or commas, in text order."""
    if not _shares_head(reading, head):
        yield head
    for c in reading.children(head, "conj"):
        if c.tag[:2] in ("NN", "CD", "PR", "DT", "JJ") or c.tag == "VBG":
            yield from coordinated(reading, c.i)


def phrase_words(reading: Reading, head: int, *, of: bool = True) -> str:
    """The phrase around `head` as words, leading article dropped."""
    return reading.words(*bare(reading, *noun_phrase(reading, head, of=of)))
