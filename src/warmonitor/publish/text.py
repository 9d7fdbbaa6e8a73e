"""A record for the terminal: incidents with their toll and, under each, who says what.

Plain text of a stated width; colours only where `colour` asks for them. Values that sources dispute are marked.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO

from warmonitor.model import Actor, Casualties, Incident, Place, Record, Statement
from warmonitor.publish.wording import (
    FOREMOST,
    SAID,
    by_speaker,
    circumstances,
    claim_words,
    date_words,
    disputed,
    kind_words,
    range_words,
)

SUFFIX = ".txt"
WIDTH = 100


def write_records(records: Iterable[Record], out: TextIO, *, colour: bool = False, width: int = WIDTH) -> None:
    """One page a record."""
    paint = Paint(colour)
    for number, record in enumerate(records):
        if number:
            out.write("\n")
        for line in page(record, paint, width):
            out.write(line.rstrip() + "\n")


class Paint:
    """Terminal colours, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def _as(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and text else text

    def strong(self, text: str) -> str:
        return self._as("1", text)

    def faint(self, text: str) -> str:
        return self._as("2", text)

    def toll(self, text: str) -> str:
        return self._as("1;31", text)

    def warn(self, text: str) -> str:
        return self._as("33", text)

    def speaker(self, text: str) -> str:
        return self._as("36", text)


def page(record: Record, paint: Paint, width: int) -> Iterator[str]:
    """The lines of one record."""
    r = record.report
    head = [r.id, r.published.isoformat() if r.published else "no publication day", r.outlet or ""]
    yield paint.strong("━" * width)
    yield paint.strong(textwrap.shorten(r.title or r.id, width, placeholder=" …"))
    yield paint.faint(" · ".join(x for x in head if x))
    for note in record.notes:
        yield from _wrapped(paint.warn("! "), note, width)
    if not record.incidents:
        yield paint.faint("no incident in this report")
    for incident in record.incidents:
        yield ""
        yield from _incident(incident, record, paint, width)
    loose = [s for s in record.statements if not s.about]
    if loose:
        yield ""
        yield paint.strong("Statements")
        for s in loose:
            yield from _statement(s, paint, width)
    if record.links:
        yield ""
        yield paint.strong("Links")
        for link in record.links:
            how = f"{link.from_} {link.relation} {link.to}" + (" (hedged)" if link.hedged else "")
            yield from _wrapped("  ", f"{how}: {_quoted(record, link.evidence.start, link.evidence.end)}", width)


def _incident(i: Incident, record: Record, paint: Paint, width: int) -> Iterator[str]:
    yield f"{paint.faint(i.id)} {paint.strong(kind_words(i.subtype).upper())}  {date_words(i.when)}"
    if i.label:
        yield from _wrapped("   ", i.label, width)
    if i.places:
        yield from _wrapped("   where    ", "; ".join(_place(p.place) for p in i.places), width)
    for role in ("perpetrator", "participant", "target"):
        names = "; ".join(_actor(a) for a in i.actors if a.role == role)
        if names:
            yield from _wrapped(f"   {_ROLES[role]:<9}", names, width)
    if i.weapons:
        yield from _wrapped(
            "   with     ", ", ".join(f"{w.count} × {w.name}" if w.count else w.name for w in i.weapons), width
        )
    for c in i.casualties:
        yield f"   {c.kind:<9}{paint.toll(range_words(c))}{_whose(c)}"
    claims = [c for c in record.claims if c.incident == i.id]
    open_to_dispute = disputed(claims)
    if claims:
        yield paint.faint("   who says what")
    for speaker, said in by_speaker(claims):
        yield f"     {paint.speaker(speaker)}"
        for claim in said:
            if claim.attribute in FOREMOST or claim.stance != "asserts":
                *before, last = _wrapped("       ", claim_words(claim, record.claims), width - 11)
                yield from before
                yield last + (paint.warn(" ⚡ disputed") if claim.attribute in open_to_dispute else "")
        if rest := circumstances(said):
            yield from (paint.faint(line) for line in _wrapped("       ", rest, width))
    for s in record.statements:
        if s.about == i.id:
            yield from _statement(s, paint, width)


_ROLES = {"perpetrator": "by", "participant": "between", "target": "against"}


def _actor(a: Actor) -> str:
    return a.name if a.status == "stated" or a.role != "perpetrator" else f"{a.name} ({a.status})"


def _whose(c: Casualties) -> str:
    side = f"{c.side} side" if c.side in ("perpetrator", "target") else c.side
    parts = [x for x in (c.who, "" if c.side == "unknown" else side) if x]
    return f"  {', '.join(parts)}" if parts else ""


def _place(p: Place) -> str:
    at = f" {p.lat:.2f}, {p.lon:.2f}" if p.lat is not None and p.lon is not None else " (not on the map)"
    return f"{_NEAR.get(p.precision, '')}{p.name}{f', {p.country}' if p.country else ''}{at}"


_NEAR = {2: "near or in ", 3: "in the area of "}


def _statement(s: Statement, paint: Paint, width: int) -> Iterator[str]:
    yield from _wrapped(f"     {paint.speaker(s.speaker)} ", f"{SAID[s.act]} {s.target}".rstrip(), width)


def _quoted(record: Record, start: int, end: int) -> str:
    return "“" + " ".join(record.report.text[start:end].split()) + "”"


def _wrapped(lead: str, text: str, width: int) -> list[str]:
    seen = len(lead) if "\x1b" not in lead else 5
    return textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * min(seen, 12), break_on_hyphens=False
    )
