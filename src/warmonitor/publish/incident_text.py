"""A linked incident and its history as lines a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from warmonitor.model.linked import Figure, LinkedIncident, Toll


class Changed(Protocol):
    """One recorded change."""

    @property
    def at(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def was(self) -> str: ...
    @property
    def now(self) -> str: ...


class Past(Protocol):
    """An incident's history."""

    @property
    def id(self) -> str: ...
    @property
    def figures(self) -> Sequence[Figure]: ...
    @property
    def changes(self) -> Sequence[Changed]: ...


def line(i: LinkedIncident) -> str:
    """One incident in one line: id, days, kind, places, tolls, grade."""
    days = str(i.end or "no date") if i.start == i.end else f"by {i.end}" if i.start is None else f"{i.start}..{i.end}"
    places = ", ".join(p.name for p in i.places) or "no place"
    tolls = ", ".join(f"{t.kind} {_range(t)}" for t in i.tolls if t.low is not None or t.high is not None)
    parts = (
        i.id,
        days,
        f"{i.type}/{i.subtype}",
        places,
        tolls or "no toll",
        f"{i.grade}, {len(i.reports)} report{'s' * (len(i.reports) != 1)}",
        i.standing,
    )
    return "  ".join(parts)


def _range(t: Toll) -> str:
    if t.low == t.high:
        return str(t.low)
    ends = f"{'' if t.low is None else t.low}..{'' if t.high is None else t.high}"
    return ends if t.best is None else f"{ends} (best {t.best})"


def details(i: LinkedIncident) -> Iterator[str]:
    """Everything about one incident."""
    yield line(i)
    yield f"  {i.label}"
    for reason in i.reasons:
        yield f"  grade: {reason}"
    for p in i.places:
        yield f"  place: {p.name} ({p.country or '?'}), precision {p.precision}, told by {', '.join(p.reports)}"
    for a in i.parties:
        yield f"  {a.role}: {a.name} ({a.status}), told by {', '.join(a.reports)}"
    for w in i.weapons:
        yield f"  weapon: {w}"
    for t in i.tolls:
        yield f"  {t.kind}: {_range(t)}; {t.because}"
        for f in t.figures:
            yield f"    {figure(f)}"
    for note in i.disagreements:
        yield f"  differs: {note}"
    for c in i.corrections:
        yield f"  corrected: {c.field} by {c.author}, {c.at} ({c.reason})"
    yield f"  reports: {', '.join(i.reports)}"


def figure(f: Figure) -> str:
    """One claim about a number, and what became of it."""
    via = f" via {', '.join(f.via)}" if f.via else ""
    who = f" ({f.who})" if f.who else ""
    because = f": {f.because}" if f.because else ""
    return f"{f.told}  {_value(f)}{who} by {f.speaker}{via} in {f.report} [{f.claim}] {f.use}{because}"


def _value(f: Figure) -> str:
    """The number as it was said: "at least 7", "up to 12", "dozens"."""
    if isinstance(f.value, str) or f.low == f.high:
        return str(f.value)
    return f"at least {f.low}" if f.high is None else f"up to {f.high}" if f.low is None else f"{f.low} to {f.high}"


def past(h: Past) -> Iterator[str]:
    """The history: figures as they were told, then what the ledger recorded."""
    yield f"{h.id}"
    yield "figures, as they were told:"
    for f in h.figures:
        yield f"  {f.kind:<9} {figure(f)}"
    yield "changes, as they were recorded:"
    for c in h.changes:
        was = f"{c.was} -> " if c.was else ""
        yield f"  {c.at}  {c.what}: {was}{c.now}  ({c.by})"
