"""How the toponyms of a sentence hang together: one within another, one told by its distance from another, between two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.lexicon.places import words
from warmonitor.model.mention import PlaceMention
from warmonitor.model.reading import Reading


def itself(reading: Reading, m: PlaceMention, mentions: list[PlaceMention]) -> PlaceMention:
    """A name that tells where something without a place's name is ("the Kilo 9 checkpoint west of X"): the place near X."""
    sentence = reading.tokens[m.first].sentence
    told = [q for q in mentions if q.last <= m.first <= q.last + _FAR_BEHIND and reading.tokens[q.first].sentence == sentence]
    if any(q.role in ("location", "other") for q in told) or reading.tokens[m.first - 1].sentence != sentence:
        return m
    below = any(a.tag[:1] == "V" and a.lemma in words()["lies"] for a in reading.ancestors(m.first))
    return m if below else replace(m, role="location", near=True, place=replace(m.place, precision=2))


_HOLDS = ([","], ["in"], [",", "in"], ["of"], ["("], [",", "of"])
"""What may stand between a place and the wider place that holds it, articles and directions left out."""

_FAR_BEHIND = 14
"""Tokens between a name and the one from which its distance is told ("D, a town about 30 km (19 miles) south of E")."""


def homes(reading: Reading, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "Roe, 42, of Arlington, Virginia": what holds somebody's home town is told of the home too."""
    out = list(mentions)
    for i in range(1, len(out)):
        town, wider = out[i - 1], out[i]
        person = town.role == "origin" and reading.tokens[town.first - 1].lower in ("of", "from")
        if person and wider.role == "location" and reading.words(town.last, wider.first) == ",":
            out[i] = replace(wider, role="origin")
    return out


def nested(reading: Reading, mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Each mention with the index of the wider place that the text states for it.

    A name told by its distance from another ("D, 40 km north of E") takes the offset from the other.
    """
    for i, m in enumerate(mentions):
        after = mentions[i + 1] if i + 1 < len(mentions) else None
        if i and m.role != "origin" and _owns(reading, mentions[i - 1], m):
            yield replace(m, within=i - 1)
        elif after is None or reading.tokens[m.first].sentence != reading.tokens[after.first].sentence:
            yield m
        elif after.role == "other" and after.offset is not None and after.first - m.last <= _FAR_BEHIND:
            yield replace(m, within=i + 1, offset=after.offset)
        elif m.role != "origin" and after.role != "origin" and _holds(reading, m, after):
            yield replace(m, within=i + 1)
        else:
            yield m


def between(reading: Reading, mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    """ "between A and B": each of the two with the index of the other."""
    t = reading.tokens
    ends: dict[int, int] = {}
    for i, m in enumerate(mentions[:-1]):
        after = mentions[i + 1]
        gap = [w.lower for w in t[m.last : after.first] if w.lower != "the"]
        k = m.first - 1
        while k > 0 and (
            t[k].lower in ("the", "towns", "cities", "villages", "of") or t[k].lower in words()["direction"]
        ):
            k -= 1
        if k >= 0 and t[k].lower == "between" and gap == ["and"] and m.role == after.role == "location":
            ends |= {i: i + 1, i + 1: i}
    for i, m in enumerate(mentions):
        yield replace(m, between=ends[i], near=True) if i in ends else m


def _holds(reading: Reading, m: PlaceMention, wider: PlaceMention) -> bool:
    gap = reading.tokens[m.last : wider.first]
    if len(gap) > 8:
        return False
    skipped = words()["direction"] | words()["place_head"] | {"the", "'s", "a", "an"}
    between = [t.lower for t in gap if t.lower not in skipped and t.tag != "JJ"]
    if between == [","] and (_in_enumeration(reading, wider) or _says_whose(reading, wider)):
        return False
    return between in _HOLDS


def _says_whose(reading: Reading, wider: PlaceMention) -> bool:
    """ "At dawn in Northtown, the Northland troops opened fire": the land says whose troops, not where the town is."""
    last = reading.tokens[wider.last - 1]
    return reading.tokens[wider.first - 1].lower == "the" and last.head >= wider.last and reading.tokens[last.head].tag[:2] == "NN"


def _owns(reading: Reading, wider: PlaceMention, m: PlaceMention) -> bool:
    """ "Dhaka's Kalyanpur area", "the Iraqi city of Mosul", "the Gaza district of Rimal": the wider name stands before."""
    gap = reading.tokens[wider.last : m.first]
    if len(gap) > 6 or reading.tokens[wider.first].sentence != reading.tokens[m.first].sentence or not gap:
        return False
    between = [t.lower.replace("’", "'") for t in gap]
    if wider.role == "origin":
        heads = words()["settled"] | words()["partitive"]
        filling = (
            words()["direction"]
            | words()["settled"]
            | {"border", "port", "rebel-held", "main", "frontline", "town", "coastal"}
        )
        return (
            len(between) > 1
            and between[-1] == "of"
            and between[-2] in heads
            and all(w in filling for w in between[:-1])
        )
    skipped = words()["direction"] | words()["settled"]
    return between[0] == "'s" and all(w in skipped or w == "of" for w in between[1:])


def _in_enumeration(reading: Reading, m: PlaceMention) -> bool:
    """ "A, B and C", "A, B, C": the name is one of several on a level."""
    after = reading.tokens[m.last : m.last + 2]
    return len(after) == 2 and after[0].text in (",", "and", "or") and after[1].text[:1].isupper()
