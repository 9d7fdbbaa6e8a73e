"""Why a record says what it says: for each value the words, the sentence, the rule, and the candidates not chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from warmonitor.model import Claim, Incident, Place, Record, Span

_ENDS = re.compile(r"[.!?][\"”’)]*\s+|\n\s*\n")


Rivals = Callable[[Place], Iterable[str]]
"""The other places that a place's name may mean, in words, best first."""


def lines(record: Record, rivals: Rivals = lambda _: ()) -> Iterator[str]:
    """The explanation as lines of text."""
    yield f"report {record.report.id}"
    for note in record.notes:
        yield f"  note: {note}"
    for incident in record.incidents:
        yield from _incident(incident, record, rivals)
    for s in record.statements:
        yield f"statement: {s.speaker} {s.act} {s.target}".rstrip() + (f" about {s.about}" if s.about else "")
        yield from _where(record, [s.evidence])
    for link in record.links:
        yield f"link: {link.from_} {link.relation} {link.to}" + (" (hedged)" if link.hedged else "")
        yield from _where(record, [link.evidence])


def _incident(i: Incident, record: Record, rivals: Rivals) -> Iterator[str]:
    yield f"incident {i.id}: {i.type}/{i.subtype}"
    yield from _where(record, i.evidence)
    w = i.when
    yield f"  date = {w.start} to {w.end}, precision {w.precision}; basis: {w.basis}" + (
        f"; instant {w.utc}" if w.utc else ""
    )
    for located in i.places:
        p = located.place
        yield f"  place = {p.name}, {p.country}, {p.lat}, {p.lon}, precision {p.precision}" + (
            f"; chosen: {p.why}" if p.why else ""
        )
        yield from (f"      not chosen: {rival}" for rival in rivals(p))
        yield from _where(record, located.evidence)
    for a in i.actors:
        yield f"  {a.role} = {a.name}, {a.status}; kind {a.kind}" + (
            f"; lexicon entry {a.entry}" if a.entry else "; not in the lexicon"
        )
        yield from _where(record, a.evidence)
    for weapon in i.weapons:
        yield f"  weapon = {weapon.name}" + (f"; class {weapon.kind}" if weapon.kind else "")
        yield from _where(record, weapon.evidence)
    for c in i.casualties:
        yield f"  {c.kind} = low {c.low}, best {c.best}, high {c.high}; side {c.side}; from claims {', '.join(c.claims) or 'none'}"
    for claim in record.claims:
        if claim.incident == i.id:
            yield from _claim(claim, record)


def _claim(c: Claim, record: Record) -> Iterator[str]:
    extra = "".join(f"; {k} {v}" for k, v in (("bound", c.bound), ("who", c.who), ("revises", c.revises)) if v)
    yield f"  claim {c.id}: {c.attribute} = {c.value}{extra}; {c.speaker} {c.stance}; rule {c.rule}"
    yield from _where(record, [c.evidence, *c.also])


def _where(record: Record, spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        text = record.report.text
        start, end = around(text, span)
        told = f"{text[start : span.start]}⟦{span.of(text)}⟧{text[span.end : end]}"
        yield f"      {span.start}-{span.end}: {' '.join(told.split())}"


def around(text: str, span: Span) -> tuple[int, int]:
    """Characters of the sentence (or sentences) that a span stands in.

    >>> around("One fell. Two rose. Three ran.", Span(10, 13))
    (10, 20)
    """
    ends = [m.end() for m in _ENDS.finditer(text)]
    start = max((e for e in ends if e <= span.start), default=0)
    end = min((e for e in ends if e >= span.end), default=len(text))
    return start, end
