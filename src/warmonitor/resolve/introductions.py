"""People told by a description whom the report names elsewhere: "a Red Path commander was killed … The commander, Ana Roe, …".

A description counts as introduced where an apposition names its people ("the commander, Ana Roe", "Ana Roe, a commander of
the Path") and all appositions to the same words name the same ones; those who only speak in the report are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.findings import Party
from warmonitor.model.reading import Name, Reading, Token
from warmonitor.resolve.making import Namer, description_words, made
from warmonitor.resolve.wording import all_called, called, class_of

_PEOPLE = frozenset({"armed", "state", "civilian", "official"})
_NEAR = 3
"""Sentences within which a single noun ("the priest") still means the one who was so introduced."""


def introductions(reading: Reading) -> dict[str, tuple[Name, ...]]:
    """Description in lower case -> the persons whom the report's appositions call so, where they agree."""
    speakers = {a.speaker.name for a in reading.attributions}
    found: dict[str, dict[tuple[str, ...], tuple[Name, ...]]] = {}
    for t in reading.tokens:
        if t.tag[:2] != "NN" or class_of(reading, t.i) not in _PEOPLE:
            continue
        persons = tuple(_persons(reading, t))
        if persons and not any(p.text in speakers for p in persons):
            found.setdefault(description_words(reading, t.i).lower(), {}).setdefault(tuple(p.text for p in persons), persons)
    for noun, person in _identified(reading):
        if person.text not in speakers:
            found.setdefault(description_words(reading, noun).lower(), {}).setdefault((person.text,), (person,))
    return {words: next(iter(several.values())) for words, several in found.items() if len(several) == 1}


def _persons(reading: Reading, t: Token) -> Iterator[Name]:
    if t.tag in ("NNS", "NNPS"):
        several = all_called(reading, t.i)
        yield from several if len(several) > 1 else ()
        return
    person = called(reading, t.i) or named_before(reading, t.i)
    if person is not None:
        yield person


def _identified(reading: Reading) -> Iterator[tuple[int, Name]]:
    """ "The woman, identified by police as Ana Roe", "named the officer who died as Max Poe", "the driver was identified as Carl Due"."""
    for v in reading.tokens:
        if v.lemma not in ("identify", "name") or v.tag[:1] != "V":
            continue
        nouns = [v.head] if v.dep == "acl" else [c.i for c in reading.children(v.i, "dobj", "nsubjpass")]
        nouns = [i for i in nouns if reading.tokens[i].tag == "NN" and class_of(reading, i) in _PEOPLE]
        behind = [*reading.children(v.i, "prep"), *(p for i in nouns for p in reading.children(i, "prep"))]
        for o in (o for p in behind if p.lower == "as" for o in reading.children(p.i, "pobj")):
            name = reading.name_at(o.i)
            if name is not None and nouns and (name.kind == "person" or name.entry is None):
                yield nouns[0], name


def named_before(reading: Reading, head: int) -> Name | None:
    """The person to whom a description is apposed: "Ana Roe — an unarmed teenager", "Max Poe, a farmer"; None for others."""
    t = reading.tokens[head]
    if t.dep != "appos" or t.tag != "NN":
        return None
    k = reading.subtree(head)[0] - 1
    if k < 1 or reading.tokens[k].text not in _BREAKS or reading.tokens[k].sentence != t.sentence:
        return None
    name = reading.name_at(k - 1)
    return name if name is not None and name.kind == "person" else None


_BREAKS = frozenset({",", "—", "–", "-", "--", "("})


def with_introduced(reading: Reading, parties: tuple[tuple[Party, ...], ...], namer: Namer) -> tuple[tuple[Party, ...], ...]:
    """`parties` of all events with those who suffer under a description given by the names that the report has for them."""
    known = introductions(reading)
    return tuple(tuple(q for p in ps for q in _by_name(reading, p, known, namer)) for ps in parties) if known else parties


def _by_name(reading: Reading, party: Party, known: dict[str, tuple[Name, ...]], namer: Namer) -> Iterator[Party]:
    persons = known.get(party.name.lower(), ()) if party.role == "patient" and not party.named and party.cls in _PEOPLE else ()
    if not persons or " " not in party.name and not _near(reading, party, persons[0]):
        yield party
        return
    first = reading.token_at(party.span.start).i
    for p in persons:
        yield from made(reading, p.text, party.role, party.cls, first, first + len(party.name.split()), namer, named=True)


def _near(reading: Reading, party: Party, person: Name) -> bool:
    t = reading.token_at(party.span.start)
    behind = reading.tokens[t.i + 1].lower if t.i + 1 < len(reading.tokens) else ""
    if behind in ("of", "from", "for"):
        return False  # "the leader of another group"
    behind_it = 0 < reading.tokens[person.first].sentence - t.sentence <= _NEAR  # "a woman … The woman, Ana Roe, …"
    definite = behind_it or t.i > 0 and reading.tokens[t.i - 1].lower in ("the", "this", "that", "these", "those", "his", "her", "their")
    return definite and abs(t.sentence - reading.tokens[person.first].sentence) <= _NEAR
