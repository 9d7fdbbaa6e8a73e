"""Who the victims were, where a sentence of its own says it: "The victims were fishermen", "He named the dead as Ana Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warmonitor.model.findings import Party
from warmonitor.model.mention import EventMention
from warmonitor.model.reading import Reading, Token
from warmonitor.resolve.making import Namer
from warmonitor.resolve.party import of_head

_VICTIMS = frozenset("victim dead deceased slain fatality casualty wounded injured hostage abductee captive".split())
_NAMING = frozenset("name identify".split())
_HARMING = frozenset({"result", "undergo", "agent-patient", "device"})
_NEAR = 4
"""Sentences back within which the happening stands that the victims are of."""


def victims_told(reading: Reading, events: Sequence[EventMention], namer: Namer) -> dict[int, tuple[Party, ...]]:
    """Position of an event -> those who are said to be its victims."""
    out: dict[int, tuple[Party, ...]] = {}
    for t in reading.tokens:
        heads = [*_are(reading, t), *_named(reading, t)]
        if not heads:
            continue
        k = _before(reading, events, t)
        if k is None:
            continue
        found = {p.identity: p for h in heads for p in of_head(reading, h, "patient", namer, 0)}
        out[k] = (*out.get(k, ()), *found.values())
    return out


def with_victims(
    parties: tuple[tuple[Party, ...], ...], told: dict[int, tuple[Party, ...]]
) -> tuple[tuple[Party, ...], ...]:
    """`parties` with the victims told added to their events."""
    return tuple(
        (*ps, *(v for v in told.get(k, ()) if all((p.role, p.identity) != ("patient", v.identity) for p in ps)))
        for k, ps in enumerate(parties)
    )


def _are(reading: Reading, verb: Token) -> Iterator[int]:
    """ "The victims were fishermen", "four of the dead were soldiers"."""
    if verb.lemma != "be" or any(True for _ in reading.children(verb.i, "neg")):
        return
    for s in reading.children(verb.i, "nsubj"):
        if not _is_victims(reading, s):
            continue
        for a in reading.children(verb.i, "attr"):
            if a.tag[:2] == "NN" or reading.name_at(a.i) is not None:
                yield a.i
                yield from (c.i for c in reading.children(a.i, "conj"))


def _named(reading: Reading, verb: Token) -> Iterator[int]:
    """ "He named the victims as X and Y", "the dead were identified as X"."""
    if verb.lemma not in _NAMING or not any(_is_victims(reading, c) for c in reading.children(verb.i, "dobj", "nsubjpass")):
        return
    preps = [*reading.children(verb.i, "prep")]
    preps += [p for c in reading.children(verb.i, "dobj") for p in reading.children(c.i, "prep")]
    for p in preps:
        if p.lower == "as":
            for o in reading.children(p.i, "pobj"):
                yield o.i
                yield from (c.i for c in reading.children(o.i, "conj"))


def _is_victims(reading: Reading, t: Token) -> bool:
    if t.lemma in _VICTIMS or t.lower in _VICTIMS:
        return True
    for c in reading.children(t.i, "prep"):
        if c.lower == "of" and (t.tag == "CD" or t.lower in ("most", "many", "all", "majority", "both")):
            return any(o.lemma in _VICTIMS or o.lower in _VICTIMS for o in reading.children(c.i, "pobj"))
    return False


def _before(reading: Reading, events: Sequence[EventMention], t: Token) -> int | None:
    """The happening told last before `t` that harms people, within a few sentences."""
    fit = [
        k for k, e in enumerate(events)
        if e.head < t.i and e.realis == "actual" and e.frame in _HARMING and t.sentence - reading.tokens[e.head].sentence <= _NEAR
    ]  # fmt: skip
    return fit[-1] if fit else None

