"""The type of an incident, from its words, means, doers and targets together."""

from __future__ import annotations

from collections import Counter

from warmonitor.assemble.sketch import Sketch, parties_of
from warmonitor.lexicon.event_words import event_words
from warmonitor.model.findings import Findings

_FORCES = frozenset({"armed", "state"})
_CROWDS = frozenset(
    "youth protester protestor demonstrator student fan rioter mob crowd striker villager resident supporter marcher".split()
)
_EXPLOSIVE = frozenset({"air-strike", "shelling", "remote-explosive", "suicide-bombing", "grenade", "chemical"})
_SPECIFIC_MEANS = frozenset(
    {
        "car-bomb",
        "rocket",
        "mortar",
        "artillery",
        "missile",
        "aerial-bomb",
        "mine",
        "suicide-vest",
        "explosive-device",
        "grenade",
        "chemical",
    }
)


def kind_of(findings: Findings, sketches: list[Sketch]) -> tuple[str, str]:
    """(type, subtype) of the incident that `sketches` tell of."""
    votes: Counter[str] = Counter()
    generic = True
    for s in sketches:
        for k in s.events:
            e = findings.events[k]
            if e.generic or e.frame in ("result", "undergo", "anaphor"):
                continue
            generic = False
            headline = findings.reading.sentences[s.sentence].kind == "headline"
            for n, subtype in enumerate(e.subtypes):
                votes[subtype] += (3 if n == 0 else 1) if not headline else 1
    subtype = _by_votes(findings, sketches, votes, generic=generic)
    return event_words().types[subtype], subtype


def _by_votes(findings: Findings, sketches: list[Sketch], votes: Counter[str], *, generic: bool) -> str:
    means = _means(findings, sketches)
    crowd_control = means.get("with-intervention", 0)
    best = _first(votes)
    if best in (None, "attack", "armed-clash") and any(
        "suicide" in p.name.lower() for s in sketches for p in parties_of(findings, s)
    ):
        return "suicide-bombing"
    if best is None:
        return _generic(findings, sketches, means)
    if best in ("peaceful",) and (crowd_control or votes.get("with-intervention")):
        return "with-intervention"
    if best in ("air-strike", "remote-explosive", "shelling", "grenade", "suicide-bombing") and not generic:
        return _explosive(findings, sketches, best, votes, means)
    if best == "arrest" and _killed(findings, sketches):
        return "armed-clash"
    if best in ("attack", "armed-clash"):
        explosive = [m for m in means if m in _EXPLOSIVE]
        if explosive and not votes.get("armed-clash") and best != "attack":
            return _first(Counter({m: means[m] for m in explosive})) or best
        return _forces(findings, sketches, best, votes)
    return best


def _killed(findings: Findings, sketches: list[Sketch]) -> bool:
    """True where those who arrest also kill: then the arrest is part of a clash."""
    return any(t.kind == "killed" for s in sketches for t in s.tolls)


def _first(votes: Counter[str]) -> str | None:
    """The most voted; among equals the one named first."""
    return max(votes, key=lambda v: votes[v]) if votes else None


def _means(findings: Findings, sketches: list[Sketch]) -> Counter[str]:
    out: Counter[str] = Counter()
    for s in sketches:
        for w in s.weapons:
            out[w.means] += 1 if w.platform else 2
    return out


def _suicide(findings: Findings, sketches: list[Sketch]) -> bool:
    tokens = findings.reading.tokens
    for s in sketches:
        sentence = findings.reading.sentences[s.sentence]
        if any(tokens[i].lower in ("suicide", "kamikaze") for i in range(sentence.first, sentence.last)):
            return True
    return False


def _explosive(findings: Findings, sketches: list[Sketch], best: str, votes: Counter[str], means: Counter[str]) -> str:
    if best in ("remote-explosive",) and _suicide(findings, sketches):
        return "suicide-bombing"
    candidates = {v for v in votes if v in _EXPLOSIVE}
    open_ = len(candidates) > 1
    if open_:
        hinted = [m for m in means if m in candidates]
        if hinted:
            return max(hinted, key=lambda m: (means[m] + votes[m], m))
    return best


def _forces(findings: Findings, sketches: list[Sketch], best: str, votes: Counter[str]) -> str:
    """Armed sides on both ends make a clash, unarmed people as targets an attack on civilians."""
    meets = any(findings.events[k].frame == "meet" for s in sketches for k in s.events)
    if meets:
        sides = [p for s in sketches for p in parties_of(findings, s) if p.role in ("party", "agent")]
        if any(p.name.lower().split()[-1].removesuffix("s") in _CROWDS for p in sides):
            return "mob-violence"
        return "armed-clash"
    doers = [p for s in sketches for p in parties_of(findings, s) if p.role == "agent"]
    if any(p.name.lower().split()[-1].removesuffix("s") in _CROWDS for p in doers):
        return "mob-violence"
    patients = [p for s in sketches for p in parties_of(findings, s) if p.role == "patient"]
    harmed = {p.cls for p in patients}
    if best == "attack" and harmed & _FORCES and not harmed & {"civilian"} and votes.get("armed-clash"):
        return "armed-clash"
    if best == "armed-clash" and "civilian" in harmed and not harmed & _FORCES and votes.get("attack"):
        return "attack"
    return best


def _generic(findings: Findings, sketches: list[Sketch], means: Counter[str]) -> str:
    if _suicide(findings, sketches) and any(m in _EXPLOSIVE for m in means):
        return "suicide-bombing"
    doers = [
        p.name.lower().split()[-1].removesuffix("s")
        for s in sketches
        for p in parties_of(findings, s)
        if p.role == "agent"
    ]
    if any(d in _CROWDS for d in doers):
        return "mob-violence"
    strong = Counter({m: n for m, n in means.items() if m in _EXPLOSIVE})
    if strong:
        return _first(strong) or "attack"
    parties = [p for s in sketches for p in parties_of(findings, s)]
    harmed = {p.cls for p in parties if p.role == "patient"}
    if harmed & _FORCES and "civilian" not in harmed:
        return "armed-clash"
    return "attack"
