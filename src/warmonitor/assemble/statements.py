"""Statements of the record: verbal acts tied to the incident they are about."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from warmonitor.lexicon.organs import arms_of
from warmonitor.model.findings import Findings
from warmonitor.model.mention import StatementMention
from warmonitor.model.record import Claim, Statement

_POINTS_BACK = frozenset({"claim-responsibility", "disclaim", "condemn", "praise", "confirm", "deny"})
_LAYS_BLAME = ("blame", "attribute", "responsib", "point", "pin", "behind")
_RECENT = 3
"""Sentences back to which a statement without an object of its own may point ("X claimed responsibility")."""


def statements(findings: Findings, incident_of: dict[int, str]) -> tuple[Statement, ...]:
    """One statement for each speaker, act and incident; later repeats are left out."""
    out: dict[tuple[str, str, str, int], Statement] = {}
    for m in _of_body(findings):
        for about in _about(findings, m, incident_of):
            key = (m.speaker.name, m.act, about, 0 if about else m.evidence.start)
            out.setdefault(key, Statement(m.speaker.name, m.act, about, m.target, m.evidence))  # type: ignore[arg-type]
    return tuple(sorted(out.values(), key=lambda s: (s.evidence.start, s.speaker, s.act)))


def _about(findings: Findings, m: StatementMention, incident_of: dict[int, str]) -> list[str]:
    """The incidents that a statement is about, one for each of the happenings that "and" joins in its object; "" for none."""
    k = event_of(findings, m, incident_of)
    if k is None:
        return [""]
    abouts = [incident_of[k]]
    if m.act in ("condemn", "praise") and m.object is not None:
        tokens = findings.reading.tokens
        for other in sorted(incident_of):
            head = tokens[findings.events[other].head]
            inside = m.object.start <= head.start < m.object.end
            if inside and head.dep == "conj" and head.tag[:2] == "NN" and incident_of[other] not in abouts:
                abouts.append(incident_of[other])
    return abouts


def _of_body(findings: Findings) -> list[StatementMention]:
    """The mentions without those of headlines whose act the body tells too: a headline says nothing of its own."""
    kinds = [findings.reading.sentence_of(m.evidence.start).kind for m in findings.statements]
    told = {m.act for m, kind in zip(findings.statements, kinds, strict=True) if kind != "headline"}
    return [
        m
        for m, kind in zip(findings.statements, kinds, strict=True)
        if not m.negated and (kind != "headline" or m.act not in told)
    ]


def event_of(findings: Findings, m: StatementMention, events: Collection[int]) -> int | None:
    """The event mention (one of `events`) that a statement is about: in its object, in its sentence, or the last one told."""
    reading = findings.reading
    for span in (m.object, m.evidence):
        if span is None:
            continue
        inside = [k for k in sorted(events) if span.start <= reading.tokens[findings.events[k].first].start < span.end]
        if inside:
            return min(inside, key=lambda k: _depth(findings, k))
    if m.act not in _POINTS_BACK and not (m.act == "accuse" and any(w in m.rule for w in _LAYS_BLAME)):
        return None
    here = reading.sentence_of(m.evidence.start).i
    before = [k for k in events if 0 < here - reading.tokens[findings.events[k].head].sentence <= _RECENT]
    return max(before, key=lambda k: findings.events[k].head, default=None)


def _depth(findings: Findings, k: int) -> int:
    """Steps from an event word up to the top of its sentence: what is said comes before what it is said with."""
    return sum(1 for _ in findings.reading.ancestors(findings.events[k].head))


def with_admissions(findings: Findings, said: tuple[Statement, ...], claims: Iterable[Claim]) -> tuple[Statement, ...]:
    """The statements, and one for each claim of responsibility that is none yet: a state confirms, a group claims."""
    known = {(s.speaker, s.about) for s in said if s.act in ("confirm", "claim-responsibility")}
    out = list(said)
    for c in claims:
        if c.stance != "claims-responsibility" or (c.speaker, c.incident) in known or c.speaker == "narrator":
            continue
        sentence = findings.reading.sentence_of(c.evidence.start)
        if sentence.kind == "headline":
            continue
        known.add((c.speaker, c.incident))
        act = "confirm" if _is_official(findings, c.speaker) else "claim-responsibility"
        out.append(Statement(c.speaker, act, c.incident, "", findings.reading.span(sentence.first, sentence.last)))  # type: ignore[arg-type]
    return tuple(sorted(out, key=lambda s: (s.evidence.start, s.speaker, s.act)))


def _is_official(findings: Findings, speaker: str) -> bool:
    return speaker in findings.speaker_state or not arms_of().keys().isdisjoint(speaker.lower().replace("-", " ").split())
