"""Statements of the record: verbal acts tied to the incident they are about."""

from __future__ import annotations

from warmonitor.model.findings import Findings
from warmonitor.model.mention import StatementMention
from warmonitor.model.record import Statement


def statements(findings: Findings, incident_of: dict[int, str]) -> tuple[Statement, ...]:
    """One statement for each speaker, act and incident; later repeats are left out."""
    out: dict[tuple[str, str, str, int], Statement] = {}
    for m in findings.statements:
        about = _about(findings, m, incident_of)
        key = (m.speaker.name, m.act, about, 0 if about else m.evidence.start)
        out.setdefault(key, Statement(m.speaker.name, m.act, about, m.target, m.evidence))  # type: ignore[arg-type]
    return tuple(sorted(out.values(), key=lambda s: (s.evidence.start, s.speaker, s.act)))


def _about(findings: Findings, m: StatementMention, incident_of: dict[int, str]) -> str:
    """The incident whose event words stand in the statement's object; failing that, in its sentence."""
    reading = findings.reading
    for span in (m.object, m.evidence):
        if span is None:
            continue
        for k in sorted(incident_of):
            e = findings.events[k]
            if span.start <= reading.tokens[e.first].start < span.end:
                return incident_of[k]
    return ""
