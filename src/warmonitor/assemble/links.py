"""Links between incidents that someone states: response-to, part-of, follows."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.assemble.grievances import grievances
from warmonitor.assemble.reactions import reactions_told
from warmonitor.assemble.told import told
from warmonitor.model.findings import Findings, Party
from warmonitor.model.record import Link

_PARTS = frozenset("part phase stage component element".split())
_STRONGER = ("response-to", "part-of", "follows")


def links(findings: Findings, incident_of: dict[int, str], hedged_at: dict[int, bool]) -> tuple[Link, ...]:
    """Links by event mention; `incident_of` maps event positions to incident ids, `hedged_at` event positions to hedging.

    Two incidents have one link: what is said to be a response is not only said to follow.
    """
    reading = findings.reading
    found: dict[tuple[str, str], Link] = {}
    for effect, cause, relation, at, hedged in _pairs(findings, incident_of):
        a, b = incident_of[effect], incident_of[cause]
        s = reading.sentences[reading.tokens[at].sentence]
        link = Link(a, b, relation, hedged or hedged_at.get(effect, False), reading.span(s.first, s.last))  # type: ignore[arg-type]
        old = found.get((a, b)) or found.get((b, a))
        if a == b or old is not None and _STRONGER.index(old.relation) <= _STRONGER.index(relation):
            continue
        found.pop((b, a), None)
        found[a, b] = link
    return tuple(found.values())


def _pairs(findings: Findings, incident_of: dict[int, str]) -> Iterator[tuple[int, int, str, int, bool]]:
    """(Effect, cause, relation, token, hedged)."""
    reactions = list(reactions_told(findings, incident_of))
    answers = {incident_of[r.effect] for r in reactions if r.relation == "response-to" and r.cause is None}
    for r in reactions:
        if r.cause is not None:
            # a response to something untold, and the report says what it came after
            answered = r.relation == "follows" and incident_of[r.effect] in answers
            yield r.effect, r.cause, "response-to" if answered else r.relation, r.at, r.hedged
    for effect, cause, relation, at in grievances(told(findings, incident_of)):
        yield effect, cause, relation, at, False
    by_token = {i: k for k, e in enumerate(findings.events) if k in incident_of for i in range(e.first, e.last)}
    for k in sorted(incident_of):
        yield from _part_of(findings, k, by_token)
    yield from _of_operations(findings, incident_of)


_UMBRELLAS = frozenset("operation offensive campaign".split())
_UNDER_ARMS = frozenset("armed-clash territory-gained air-strike shelling attack".split())


def _of_operations(findings: Findings, incident_of: dict[int, str]) -> Iterator[tuple[int, int, str, int, bool]]:
    """Fights of one side told after an operation of the same side, which the report itself tells as a whole, are parts of it."""
    events = findings.events
    of_incident: dict[str, list[int]] = {}
    for k in sorted(incident_of, key=lambda k: events[k].head):
        of_incident.setdefault(incident_of[k], []).append(k)
    for whole, mentions in of_incident.items():
        named = [k for k in mentions if findings.reading.tokens[events[k].head].lemma in _UMBRELLAS]
        if len(named) < 2 or named[0] not in mentions[:2] or 3 * len(named) < len(mentions):
            continue  # told as a whole: opened as an operation, and called one again and again
        side = _doers(findings, mentions)
        for other, parts in of_incident.items():
            first = parts[0]
            later = events[first].head > events[mentions[0]].head
            if other != whole and later and _is_side(side, _doers(findings, parts)) and _is_fight(findings, first):
                yield first, mentions[0], "part-of", events[first].head, False


def _is_fight(findings: Findings, k: int) -> bool:
    return findings.events[k].subtypes[0] in _UNDER_ARMS


def _doers(findings: Findings, mentions: list[int]) -> list[Party]:
    return [p for k in mentions for p in findings.parties[k] if p.role in ("agent", "party")]


def _is_side(side: list[Party], doers: list[Party]) -> bool:
    """One of the doers is one of the side, or "troops" beside the army whose operation it is."""
    if {p.identity for p in side} & {p.identity for p in doers}:
        return True
    return any(p.cls == "state" for p in side) and any(p.cls == "state" and not p.named for p in doers)


def _part_of(
    findings: Findings, k: int, by_token: dict[int, int]
) -> Iterator[tuple[int, int, str, int, bool]]:  # fmt: skip
    """ "X was part of Y": both named."""
    reading, e = findings.reading, findings.events[k]
    head = reading.tokens[e.head]
    if head.dep != "pobj":
        return
    of = reading.tokens[head.head]
    part = reading.tokens[of.head]
    if of.lower == "of" and part.lemma in _PARTS or of.lower == "under" and "agreement" in e.subtypes:
        if by_token.get(part.i, k) != k:
            yield by_token[part.i], k, "part-of", part.i, False
            return
        for a in reading.ancestors(of.i):
            for c in reading.children(a.i, "nsubj", "nsubjpass", "dobj"):
                if c.i in by_token and by_token[c.i] != k:
                    yield by_token[c.i], k, "part-of", part.i, False
                    return
            if a.i in by_token and by_token[a.i] != k:
                yield by_token[a.i], k, "part-of", part.i, False
                return
