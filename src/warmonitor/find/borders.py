"""Borders as places: "near the border with Niger", "the Syria-Turkey border", "a zone between Mali, Niger and Chad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warmonitor.model.mention import Place, PlaceMention
from warmonitor.model.reading import Reading

_BORDER = frozenset({"border", "borders", "frontier"})
_ZONE = frozenset("area areas region regions zone zones crossing post strip fence district town village".split())
_LOCATIVE = frozenset("in near on along at across around from over close to inside".split())
_LONGEST = 14
"""Tokens that the words of a border may take."""


def borders(reading: Reading, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """A mention of kind "border" for each border that a preposition of place stands before.

    The countries named are the mentions inside its words; where one is named, the report's own is the other.
    """
    held = {i: n for n, m in enumerate(mentions) for i in range(m.first, m.last)}
    t = reading.tokens
    for i, w in enumerate(t):
        if w.lower not in _BORDER or w.tag not in ("NN", "NNS", "NNP") or i in held:
            continue
        named, first, last = _sides(reading, mentions, held, i)
        k = first - 1 - (t[first - 1].lower in ("the", "its", "their", "a"))
        if not named or k < 0 or t[k].lower not in _LOCATIVE:
            continue
        name = reading.words(first, last)
        place = Place(name, None, None, None, 3, kind="border")
        yield PlaceMention(first, last, reading.span(first, last), name, "location", True, None, place)


def _sides(
    reading: Reading, mentions: Sequence[PlaceMention], held: dict[int, int], i: int
) -> tuple[int, int, int]:
    """How many countries that the border at token i parts are named, and the bounds of the words that say so."""
    t = reading.tokens
    last = i + 2 if t[i + 1].lower in _ZONE else i + 1
    if t[last].lower in ("with", "between"):
        end, found = last + 1, 0
        while end < len(t) and end - i < _LONGEST and t[end].sentence == t[i].sentence:
            if end in held and mentions[held[end]].place.kind == "country":
                found += 1
                joined = t[last].lower == "with" or "and" in (t[end - 1].lower, t[end - 2].lower)
                end = mentions[held[end]].last
                if joined:
                    break
            elif t[end].lower in ("the", ",", "and"):
                end += 1
            else:
                break
        while end > last + 1 and t[end - 1].lower in ("the", ",", "and"):
            end -= 1
        return found, i, end
    first, found = i, 0
    while first > 0 and t[first - 1].sentence == t[i].sentence:
        if first - 1 in held and mentions[held[first - 1]].place.kind == "country":
            found += 1
            first = mentions[held[first - 1]].first
        elif t[first - 1].text in ("-", "–", "/") and found:
            first -= 1
        else:
            break
    return found, first, last
