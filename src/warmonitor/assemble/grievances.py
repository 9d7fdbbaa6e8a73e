"""Deeds that answer others by what is told of those who did them: the angry, the rescuers, those who struck who had struck.

"Angered by the killing, residents burned a station"; "troops on an operation to rescue the captives clashed with the rebels";
"hit a squad that had just fired a rocket"; prisoners let go for hostages are part of one exchange.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.assemble.told import Told, event_in
from warmonitor.model.reading import Reading, Token

Told_ = tuple[int, int, str, int]
"""(Effect, cause, relation, token that says so)."""

_ANGRY = frozenset("angry angered enraged outraged infuriated furious incensed upset indignant irate inflamed".split())
_AT = frozenset("at over by about with after".split())
_STRUCK = frozenset({"air-strike", "shelling", "attack", "armed-clash", "remote-explosive"})
_SEEKING = frozenset("rescue free search recover hunt save liberate".split())
_SWAP = frozenset("swap exchange trade exchanged swapped traded".split())
_PRISONERS = frozenset("prisoner detainee militant inmate fighter rebel insurgent leader commander convict".split())


def grievances(t: Told) -> Iterator[Told_]:
    """Every such answer of the report, in text order."""
    for token in t.reading.tokens:
        if token.lower in _ANGRY:
            yield from _angered(t, token)
        elif token.lemma in _SEEKING:
            yield from _sought(t, token)
    for k in t.ordered:
        yield from _struck_back(t, k)
    yield from _swapped(t)


def _angered(t: Told, angry: Token) -> Iterator[Told_]:
    """The deed of those who are angry at another."""
    reading = t.reading
    effect = _deed_above(t, angry)
    for p in reading.children(angry.i, "prep", "agent"):
        if p.lower in _AT:
            for o in reading.children(p.i, "pobj", "pcomp"):
                cause = event_in(t, o, effect)
                if effect is not None and cause is not None:
                    yield effect, cause, "response-to", angry.i
                    return


def _deed_above(t: Told, token: Token) -> int | None:
    """The event of the nearest verb above."""
    for a in t.reading.ancestors(token.i):
        if a.tag[:1] == "V":
            k = t.at(a)
            if k is not None or a.dep in ("ROOT", "ccomp"):
                return k
    return None


def _sought(t: Told, token: Token) -> Iterator[Told_]:
    """What a force does in search of captives answers their abduction, where the report tells of one."""
    events = t.findings.events
    taken = {t.incident_of[j]: j for j in reversed(t.ordered) if events[j].subtypes[0] == "abduction"}
    if len(taken) != 1 or token.tag[:1] not in ("V", "N"):
        return
    cause = next(iter(taken.values()))
    if not _is_for_captives(t, token, cause):
        return
    for k in t.ordered:
        of_force = any(p.role in ("agent", "party") and p.cls == "state" for p in t.findings.parties[k])
        if t.head(k).sentence != token.sentence or t.same(k, cause) or not of_force or events[k].realis != "actual":
            continue
        if events[k].subtypes[0] in _STRUCK | {"arrest", "release"} and t.head(k).i != token.i and _is_purpose(t.reading, token):
            yield k, cause, "response-to", token.i
            return


_HELD = frozenset("hostage captive victim abductee kidnap kidnapping abduct abducted abduction kidnapper".split())


def _is_for_captives(t: Told, token: Token, cause: int) -> bool:
    """Those sought are told as captives, or by a word that the abduction has for them."""
    taken = {w for p in t.findings.parties[cause] if p.role == "patient" for w in p.name.lower().split()}
    first, last = t.reading.subtree(token.i)
    words = t.reading.tokens[first : max(last, token.i + 6)]
    return any(x.lemma in _HELD or x.lower in taken for x in words)


def _is_purpose(reading: Reading, token: Token) -> bool:
    """ "To rescue", "in search of", "an operation rescuing"."""
    if token.tag[:1] == "V":
        return any(a.tag == "TO" for a in reading.children(token.i, "aux"))
    return token.dep == "pobj" and reading.tokens[token.head].lower in ("in", "for", "during")


def _struck_back(t: Told, k: int) -> Iterator[Told_]:
    """Those hit had struck just before, and are hit for it."""
    event = t.findings.events[k]
    if event.subtypes[0] not in _STRUCK or event.realis != "actual":
        return
    for a in event.arguments:
        if a.role not in ("patient", "of"):
            continue
        for c in t.reading.children(a.head, "relcl", "acl"):
            had = any(x.lower == "had" for x in t.reading.children(c.i, "aux"))
            other = t.at(c)
            if had and other is not None and not t.same(other, k) and t.findings.events[other].subtypes[0] in _STRUCK:
                yield k, other, "response-to", c.i
                return


def _swapped(t: Told) -> Iterator[Told_]:
    """Two releases of one exchange: that of prisoners is part of that of the captives."""
    events = t.findings.events
    freed = {t.incident_of[k]: k for k in reversed(t.ordered) if events[k].subtypes[0] == "release"}
    if len(freed) != 2:
        return
    said = next((x for x in t.reading.tokens if x.lower in _SWAP and _is_of_people(t, x)), None)
    prisoners = [k for k in freed.values() if _frees_prisoners(t, t.incident_of[k])]
    if said is not None and len(prisoners) == 1:
        other = next(k for k in freed.values() if k != prisoners[0])
        yield prisoners[0], other, "part-of", said.i


def _is_of_people(t: Told, swap: Token) -> bool:
    """The exchange stands in a sentence that tells of a release, or is one of people by its own words."""
    of_people = any(c.lemma in _PRISONERS | {"hostage", "captive"} for c in t.reading.children(swap.i, "compound", "amod", "nmod"))
    return of_people or any(t.head(k).sentence == swap.sentence and t.findings.events[k].subtypes[0] == "release" for k in t.ordered)


def _frees_prisoners(t: Told, incident: str) -> bool:
    freed = [p for k in t.ordered if t.incident_of[k] == incident for p in t.findings.parties[k] if p.role == "patient"]
    words = {w.removesuffix("s") for p in freed for w in p.name.lower().split()}
    return bool(words & _PRISONERS)
