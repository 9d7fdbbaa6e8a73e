"""Links between incidents that someone states: response-to, part-of, follows."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.findings import Findings
from warmonitor.model.record import Link

_MOVES = frozenset(
    "move strike raid operation attack decision measure step announcement sanction action bombing assault bombardment".split()
)
_COME = frozenset("come follow occur begin start intensify".split())
_PARTS = frozenset("part phase stage wave component element".split())


def links(findings: Findings, incident_of: dict[int, str], hedged_at: dict[int, bool]) -> tuple[Link, ...]:
    """Links by event mention; `incident_of` maps event positions to incident ids, `hedged_at` event positions to hedging."""
    out: dict[tuple[str, str, str], Link] = {}
    reading = findings.reading
    for k, other, relation, at in _pairs(findings, incident_of):
        a, b = incident_of.get(k), incident_of.get(other)
        if a is None or b is None or a == b:
            continue
        s = reading.sentences[reading.tokens[at].sentence]
        hedged = hedged_at.get(k, False)
        link = Link(a, b, relation, hedged, reading.span(s.first, s.last))  # type: ignore[arg-type]
        if (a, b, relation) not in out and (b, a, relation) not in out:
            out[a, b, relation] = link
    return tuple(out.values())


def _pairs(findings: Findings, incident_of: dict[int, str]) -> Iterator[tuple[int, int, str, int]]:
    """(Responding event, event responded to, relation, token)."""
    by_token = {i: k for k, e in enumerate(findings.events) if k in incident_of for i in range(e.first, e.last)}
    for k, e in enumerate(findings.events):
        if k not in incident_of:
            continue
        if e.cause is not None:
            yield e.cause, k, "response-to", e.head
        yield from _came_after(findings, k, by_token, incident_of)
        yield from _part_of(findings, k, by_token)


def _came_after(
    findings: Findings, k: int, by_token: dict[int, int], incident_of: dict[int, str]
) -> Iterator[tuple[int, int, str, int]]:
    """ "The move came after X": a reaction is implied, of the event named or of the one told last."""
    reading, e = findings.reading, findings.events[k]
    child = reading.tokens[e.head]
    crossed = False
    for a in reading.ancestors(e.head):
        crossed = (
            crossed
            or a.lower in ("after", "following")
            or any(m.lower == "after" for m in reading.children(child.i, "mark"))
        )
        if crossed and a.lemma in _COME and a.tag[:1] == "V":
            for s in reading.children(a.i, "nsubj"):
                if s.i in by_token and by_token[s.i] != k:
                    relation = "response-to" if findings.events[by_token[s.i]].definite else "follows"
                    yield by_token[s.i], k, relation, a.i
                elif s.lemma in _MOVES:
                    earlier = [
                        j
                        for j in incident_of
                        if findings.events[j].head < s.i
                        and reading.tokens[findings.events[j].head].sentence < s.sentence
                    ]
                    if earlier:
                        yield max(earlier, key=lambda j: findings.events[j].head), k, "follows", a.i
            return
        child = a


def _part_of(findings: Findings, k: int, by_token: dict[int, int]) -> Iterator[tuple[int, int, str, int]]:
    """ "X was part of Y": both named."""
    reading, e = findings.reading, findings.events[k]
    head = reading.tokens[e.head]
    if head.dep != "pobj":
        return
    of = reading.tokens[head.head]
    part = reading.tokens[of.head]
    if of.lower == "of" and part.lemma in _PARTS or of.lower == "under" and "agreement" in e.subtypes:
        if by_token.get(part.i, k) != k:
            yield by_token[part.i], k, "part-of", part.i
            return
        for a in reading.ancestors(of.i):
            for c in reading.children(a.i, "nsubj", "nsubjpass", "dobj"):
                if c.i in by_token and by_token[c.i] != k:
                    yield by_token[c.i], k, "part-of", part.i
                    return
            if a.i in by_token and by_token[a.i] != k:
                yield by_token[a.i], k, "part-of", part.i
                return
