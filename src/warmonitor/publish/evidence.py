"""A report's text cut where evidence begins and ends, so that each piece knows what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warmonitor.model import Record, Span

Kind = Literal["event", "place", "actor", "weapon", "claim", "statement", "link"]
_VALUES: tuple[Kind, ...] = ("place", "actor", "weapon", "event")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that something rests on: `id` is that thing's anchor on the page."""

    span: Span
    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same evidence throughout.

    `target` is the anchor of the closest-fitting thing, `begins` the things whose first words these are.
    """

    text: str
    ids: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    target: str = ""
    begins: tuple[str, ...] = ()


def marks(record: Record, id: str) -> Iterator[Mark]:
    """All evidence of a record; anchors begin with `id`."""
    for i in record.incidents:
        own = f"{id}-{i.id}"
        yield from (Mark(s, "event", own) for s in i.evidence)
        yield from (Mark(s, "place", f"{own}-p{n}") for n, p in enumerate(i.places, 1) for s in p.evidence)
        yield from (Mark(s, "actor", f"{own}-a{n}") for n, a in enumerate(i.actors, 1) for s in a.evidence)
        yield from (Mark(s, "weapon", f"{own}-w{n}") for n, w in enumerate(i.weapons, 1) for s in w.evidence)
    yield from (Mark(s, "claim", f"{id}-{c.id}") for c in record.claims for s in (c.evidence, *c.also))
    yield from (Mark(s.evidence, "statement", f"{id}-s{n}") for n, s in enumerate(record.statements, 1))
    yield from (Mark(link.evidence, "link", f"{id}-l{n}") for n, link in enumerate(record.links, 1))


def pieces(record: Record, id: str) -> list[Piece]:
    """The whole text in pieces; joined again they are the text."""
    text = record.report.text
    found = sorted((m for m in marks(record, id) if m.span.start < m.span.end), key=lambda m: (m.span, m.id))
    cuts = sorted({0, len(text)} | {m.span.start for m in found} | {m.span.end for m in found})
    out = []
    begun: set[str] = set()
    for start, end in zip(cuts, cuts[1:]):
        here = [m for m in found if m.span.start <= start and end <= m.span.end]
        closest = min(here, key=lambda m: (m.span.end - m.span.start, m.kind not in _VALUES, m.id), default=None)
        ids = tuple(dict.fromkeys(m.id for m in here))
        kinds = tuple(dict.fromkeys(m.kind for m in here))
        begins = tuple(i for i in ids if i not in begun)
        begun.update(begins)
        out.append(Piece(text[start:end], ids, kinds, closest.id if closest else "", begins))
    return out
