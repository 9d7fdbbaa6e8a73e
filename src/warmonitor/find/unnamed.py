"""Places that a report means without naming them: "in the capital", "in the Somali capital", "in the north of the country"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warmonitor.find.borders import borders
from warmonitor.find.offsets import direction_to
from warmonitor.model.mention import PartOf, Place, PlaceMention
from warmonitor.model.reading import Reading

_LOCATIVE = frozenset("in near outside around inside across throughout".split())
_OTHER_CAPITALS = frozenset("state provincial regional district county financial commercial business cultural summer former".split())
_COUNTRY = frozenset({"country", "nation", "republic"})
_PARTS = frozenset("part parts area areas region regions province provinces district districts state states tip coast".split())


def with_unnamed(reading: Reading, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions and the unnamed places, in text order. Unnamed ones have kind "capital", "direction" or "border" and no point."""
    held = {i: n for n, m in enumerate(mentions) for i in range(m.first, m.last)}
    extra = [*_capitals(reading, mentions, held), *_directions(reading, held), *borders(reading, mentions)]
    if not extra:
        return tuple(mentions)
    owners = {m.within for m in extra if m.within is not None}
    owners |= {held[i] for m in extra if m.place.kind == "border" for i in range(m.first, m.last) if i in held}
    old = [replace(m, role="other") if n in owners and m.role == "location" else m for n, m in enumerate(mentions)]
    order = sorted(range(len(old) + len(extra)), key=lambda n: ([*old, *extra][n].first, n))
    new = {n: k for k, n in enumerate(order)}
    everything = [*old, *extra]
    return tuple(
        replace(
            everything[n],
            within=new[w] if (w := everything[n].within) is not None else None,
            between=new[b] if (b := everything[n].between) is not None else None,
        )
        for n in order
    )


def _capitals(reading: Reading, mentions: Sequence[PlaceMention], held: dict[int, int]) -> Iterator[PlaceMention]:
    t = reading.tokens
    for i, w in enumerate(t):
        if w.lower != "capital" or w.tag != "NN" or w.dep != "pobj" or t[w.head].lower not in _LOCATIVE or i == 0:
            continue
        if t[i - 1].lower in _OTHER_CAPITALS or _named(reading, i + 1):
            continue
        owner = held.get(i - 1) if t[i - 1].text not in ("'s", "’s") else held.get(i - 2)
        if owner is None and t[i - 1].lower != "the" and t[i - 2].lower not in _COUNTRY:
            continue
        first = i if owner is None else mentions[owner].first
        yield _mention(reading, first, i + 1, "capital", owner, None)


def _named(reading: Reading, i: int) -> bool:
    """The name follows: "the capital Sanaa", "the capital, Sanaa", "the capital of" a place."""
    t = reading.tokens
    after = [x for x in t[i : i + 3] if x.lower not in (",", "city", "(")]
    return bool(after) and (after[0].tag in ("NNP", "NNPS") or after[0].lower == "of")


def _directions(reading: Reading, held: dict[int, int]) -> Iterator[PlaceMention]:
    t = reading.tokens
    for i, w in enumerate(t):
        to = direction_to(t, i)
        if to is not None and i not in held and (part := _of_the_country(reading, to[1], i)) is not None:
            name = reading.words(*part)
            yield _mention(reading, *part, "direction", None, PartOf(name, reading.span(*part), to[0]))
            continue
        if to is None or w.tag not in ("NN", "NNP") or w.dep != "pobj" or t[w.head].lower not in ("in", "across") or i in held:
            continue
        if w.lower.endswith("ern") or i + 1 < len(t) and (t[i + 1].lower in ("of", "-", "–") or t[i + 1].tag[:2] == "NN"):
            continue
        start = to[1]
        if t[start - 1].lower == "the" or t[start - 1].text in ("'s", "’s") and t[start - 2].lower in _COUNTRY:
            name = reading.words(start, i + 1)
            yield _mention(reading, start, i + 1, "direction", None, PartOf(name, reading.span(start, i + 1), to[0]))


def _of_the_country(reading: Reading, first: int, i: int) -> tuple[int, int] | None:
    """Token bounds of "north of the country", "northern parts of the country", "country's north-eastern province", where
    a preposition of place stands before; None where the words of direction at [first, i] belong to no such phrase."""
    t = reading.tokens
    end = i + 2 if i + 1 < len(t) and t[i + 1].lower in _PARTS else i + 1
    k = first - 1
    if [x.lower for x in t[end : end + 2]] == ["of", "the"] and end + 2 < len(t) and t[end + 2].lower in _COUNTRY:
        k, last = k - (t[k].lower in ("the", "a", "far")), end + 3
        k -= t[k].lower == "the"
        start = first
    elif t[k].text in ("'s", "’s") and t[k - 1].lower in _COUNTRY and (end > i + 1 or not t[i].lower.endswith("ern")):
        last, start = end, k - 1
        k = start - 1 - (t[start - 1].lower == "the")
    else:
        return None
    return (start, last) if k >= 0 and t[k].lower in _LOCATIVE else None


def _mention(
    reading: Reading, first: int, last: int, kind: str, within: int | None, part: PartOf | None
) -> PlaceMention:
    name = reading.words(first, last)
    place = Place(name, None, None, None, 3 if part else 1, kind=kind)
    return PlaceMention(first, last, reading.span(first, last), name, "location", False, within, place, part=part)
