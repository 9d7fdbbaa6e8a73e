"""Statements of the record: verbal acts tied to the incident they are about."""

from __future__ import annotations

from collections.abc import Collection

from warmonitor.model.findings import Findings
from warmonitor.model.mention import StatementMention
from warmonitor.model.record import Statement


_POINTS_BACK = frozenset({"claim-responsibility", "disclaim", "condemn", "praise", "confirm", "deny"})
_RECENT = 3
"""Sentences back to which a statement without an object of its own may point ("X claimed responsibility")."""


def statements(findings: Findings, incident_of: dict[int, str]) -> tuple[Statement, ...]:
    """One statement for each speaker, act and incident; later repeats are left out."""
    out: dict[tuple[str, str, str, int], Statement] = {}
    for m in findings.statements:
        k = event_of(findings, m, incident_of)
        about = incident_of[k] if k is not None else ""
        key = (m.speaker.name, m.act, about, 0 if about else m.evidence.start)
        out.setdefault(key, Statement(m.speaker.name, m.act, about, m.target, m.evidence))  # type: ignore[arg-type]
    return tuple(sorted(out.values(), key=lambda s: (s.evidence.start, s.speaker, s.act)))


def event_of(findings: Findings, m: StatementMention, events: Collection[int]) -> int | None:
    """The event mention (one of `events`) that a statement is about: in its object, in its sentence, or the last one told."""
    reading = findings.reading
    for span in (m.object, m.evidence):
        if span is None:
            continue
        for k in sorted(events):
            if span.start <= reading.tokens[findings.events[k].first].start < span.end:
                return k
    if m.act not in _POINTS_BACK:
        return None
    here = reading.sentence_of(m.evidence.start).i
    before = [k for k in events if 0 < here - reading.tokens[findings.events[k].head].sentence <= _RECENT]
    return max(before, key=lambda k: findings.events[k].head, default=None)
