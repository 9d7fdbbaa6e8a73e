"""The events of incidents, looked up by their words: which one a phrase means, and which was told last."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.model.findings import Findings
from warmonitor.model.reading import Reading, Token

RECENT = 3
"""Sentences between a word that points back and what it points at."""


@dataclass(frozen=True, slots=True)
class Told:
    """The events that belong to incidents: by token, and in text order."""

    findings: Findings
    incident_of: dict[int, str]
    by_token: dict[int, int]
    ordered: tuple[int, ...]

    @property
    def reading(self) -> Reading:
        return self.findings.reading

    def head(self, k: int) -> Token:
        return self.reading.tokens[self.findings.events[k].head]

    def at(self, token: Token) -> int | None:
        return self.by_token.get(token.i)

    def same(self, a: int | None, b: int | None) -> bool:
        return a is not None and b is not None and self.incident_of[a] == self.incident_of[b]


def told(findings: Findings, incident_of: dict[int, str]) -> Told:
    """The events of incidents, looked up by the tokens of their words and of the light verbs above them."""
    by_token: dict[int, int] = {}
    for k, e in enumerate(findings.events):
        if k in incident_of:
            for i in range(e.first, e.last):
                by_token.setdefault(i, k)
    for k, e in enumerate(findings.events):
        if k in incident_of:
            by_token.setdefault(e.clause, k)
    ordered = sorted(incident_of, key=lambda k: findings.events[k].head)
    return Told(findings, incident_of, by_token, tuple(ordered))


def event_in_noun(t: Told, noun: Token) -> int | None:
    """ "a series of raids", "Monday's wave of attacks"."""
    for p in t.reading.children(noun.i, "prep"):
        if p.lower == "of":
            for o in t.reading.children(p.i, "pobj"):
                if (k := t.at(o)) is not None:
                    return k
    return None


def event_in(t: Told, top: Token | None, other: int | None) -> int | None:
    """The event of another incident that stands highest below `top`, the first of equals."""
    if top is None:
        return None
    first, last = t.reading.subtree(top.i)
    best: tuple[int, int] | None = None
    for i in range(first, last):
        k = t.by_token.get(i)
        if k is None or t.same(k, other):
            continue
        depth = 0 if i == top.i else sum(1 for a in t.reading.ancestors(i) if first <= a.i < last)
        if best is None or depth < best[0]:
            best = depth, k
    return best[1] if best is not None else None


def is_vague(t: Told, below: Token) -> bool:
    """ "for the incident", "to it", "for Monday's raid": words that point at something told."""
    return below.lower in ("it", "this", "that", "them") or below.lemma in NAMING


NAMING = frozenset(
    "attack killing raid strike death incident assault bombing shelling violence ambush operation murder blast explosion "
    "shooting massacre fire provocation bombardment assassination abduction kidnapping arrest".split()
)


def told_before(t: Told, token: Token, other: int | None, like: Token | None = None) -> int | None:
    """The event told last before a token, of another incident, a few sentences back at most.

    Where `like` names a happening ("for the shelling"), only an event that can be one.
    """
    wanted = next((e.subtypes for e in t.findings.events if like is not None and e.first <= like.i < e.last), ())
    fitting = [
        k
        for k in t.ordered
        if abs(token.sentence - t.head(k).sentence) <= RECENT
        and not t.same(k, other)
        and (not wanted or not {*wanted}.isdisjoint(t.findings.events[k].subtypes))
    ]
    before = [k for k in fitting if t.head(k).i < token.i]
    if before or other is None:
        return before[-1] if before else None
    return next((k for k in fitting if t.head(k).sentence > token.sentence and _is_past_perfect(t, k)), None)


def _is_past_perfect(t: Told, k: int) -> bool:
    """ "Days earlier herders had killed …": what is told later came before."""
    clause = t.findings.events[k].clause
    return any(a.lower == "had" for a in t.reading.children(clause, "aux"))
