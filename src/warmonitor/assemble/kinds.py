"""The type of an incident, from its words, means, doers and targets together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from warmonitor.assemble.sketch import Sketch, group, parties_of
from warmonitor.lexicon.event_words import event_words
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention

_FORCES = frozenset({"armed", "state"})
_CROWDS = frozenset(
    "youth protester protestor demonstrator student fan rioter mob crowd striker villager resident supporter marcher".split()
)
_EXPLOSIVE = frozenset({"air-strike", "shelling", "remote-explosive", "suicide-bombing", "grenade", "chemical"})
_OPEN = frozenset("murder assassinate assassination massacre slaughter slay slaying kill killing terrorist terror armed atrocity "
                  "exterminate liquidate homicide mass".split())  # fmt: skip
"""First words of killing that leave the means open: a massacre can be done with bombs."""
_AIR = frozenset("air aircraft airplane plane warplane jet fighter-jet bomber helicopter drone airforce gunship".split())
_PEACEFUL_PLACES = frozenset("mosque church temple synagogue shrine hospital clinic school university market shop store mall hotel restaurant "
                             "café cafe bar nightclub house home wedding funeral village newspaper theatre theater museum "
                             "bakery bus train kindergarten orphanage".split())  # fmt: skip
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
            weak = headline or _leaves_means_open(findings, e)
            for n, subtype in enumerate(e.subtypes):
                votes[subtype] += (3 if n == 0 else 1) if not weak else 1
    for means in () if generic else _of_weapons(findings, sketches):
        votes[means] += 3
    subtype = _by_votes(findings, sketches, votes, generic=generic)
    return event_words().types[subtype], subtype


def _of_weapons(findings: Findings, sketches: list[Sketch]) -> Iterator[str]:
    """The means of "rockets slammed into the market", "a missile hit the ship": what does it tells how."""
    reading = findings.reading
    for s in sketches:
        for k in s.events:
            e = findings.events[k]
            heads = {a.head for a in e.arguments if a.role == "agent"}
            if e.frame == "agent-patient" and e.subtypes[0] in ("attack", "armed-clash") and reading.sentences[s.sentence].kind != "headline":
                yield from (w.means for w in findings.weapons if w.head in heads and w.means in _EXPLOSIVE and not w.platform)


def _leaves_means_open(findings: Findings, e: EventMention) -> bool:
    return e.subtypes[0] == "attack" and findings.reading.tokens[e.first].lemma in _OPEN


def _by_votes(findings: Findings, sketches: list[Sketch], votes: Counter[str], *, generic: bool) -> str:
    means = _means(findings, sketches)
    crowd_control = means.get("with-intervention", 0)
    best = _first(votes)
    if best in (None, "attack", "armed-clash") and _by_suicide_bomber(findings, sketches):
        return "suicide-bombing"
    if best is None:
        return _generic(findings, sketches, means)
    if best in ("peaceful",) and (crowd_control or votes.get("with-intervention")):
        return "with-intervention"
    if best in ("air-strike", "remote-explosive", "shelling", "grenade", "suicide-bombing") and not generic:
        return _explosive(findings, sketches, best, votes, means)
    if best == "mob-violence" and _by_armed_men(findings, sketches):
        best = "attack" if _harms(findings, sketches) else best  # gunmen who burn cars in a raid are no mob
    if best == "abduction" and _more_killed(sketches) and _attacked(findings, sketches):
        return _generic(findings, sketches, means)
    if best == "arrest" and _killed(findings, sketches):
        return "armed-clash"
    if best == "looting-destruction" and _killed(findings, sketches):
        rest = Counter({v: n for v, n in votes.items() if v != best})
        return _first(rest) or _generic(findings, sketches, means)
    if best == "peaceful" and _put_down(findings, sketches):
        return "with-intervention"
    if best in ("attack", "armed-clash"):
        explosive = Counter({v: n + means.get(v, 0) for v, n in votes.items() if v in _EXPLOSIVE})
        explosive += Counter({m: n for m, n in means.items() if m in _EXPLOSIVE and m not in explosive})
        if explosive and _only_open(findings, sketches):
            return _first(explosive) or best
        return _forces(findings, sketches, best, votes)
    return best


def _harms(findings: Findings, sketches: list[Sketch]) -> bool:
    return any(findings.events[k].subtypes[0] in ("attack", "armed-clash") for s in sketches for k in s.events)


def _by_armed_men(findings: Findings, sketches: list[Sketch]) -> bool:
    doers = [p for s in sketches for p in parties_of(findings, s) if p.role == "agent"]
    return any(p.cls == "armed" for p in doers) and not any(_crowd(p) for p in doers)


def _only_open(findings: Findings, sketches: list[Sketch]) -> bool:
    """True where no word names a shooting, stabbing or clash: then the means that is told decides."""
    told = [findings.events[k] for s in sketches for k in s.events]
    return not any(
        e.subtypes[0] in ("attack", "armed-clash")
        and not e.generic
        and e.frame not in ("result", "undergo", "anaphor")
        and not _leaves_means_open(findings, e)
        for e in told
    )


def _put_down(findings: Findings, sketches: list[Sketch]) -> bool:
    """True where people were killed, hurt or arrested at a protest by forces of the state."""
    forces = any(p.cls == "state" and p.role == "agent" for s in sketches for p in parties_of(findings, s))
    return forces and any(t.kind in ("killed", "injured", "captured") for s in sketches for t in s.tolls)


def _more_killed(sketches: list[Sketch]) -> bool:
    """More are told to have been killed than taken."""
    lows = {"killed": 0, "abducted": 0}
    for s in sketches:
        for t in s.tolls:
            if t.count is not None and t.kind in lows:
                lows[t.kind] = max(lows[t.kind], t.count.low or 0)
    return lows["killed"] > lows["abducted"]


def _attacked(findings: Findings, sketches: list[Sketch]) -> bool:
    """True where an attack is told beside what else was done: captives taken in a raid that killed are a toll of it."""
    return any(
        group(findings.events[k]) == "violence" and findings.events[k].frame == "agent-patient" for s in sketches for k in s.events
    )


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


def _by_suicide_bomber(findings: Findings, sketches: list[Sketch]) -> bool:
    """ "A suicide bomber killed nine soldiers": the doer's word tells the means; one who was killed or caught before tells none."""
    if any("suicide" in p.name.lower() for s in sketches for p in parties_of(findings, s) if p.role != "patient"):
        return True
    reading = findings.reading
    return any(
        a.role == "agent" and {"suicide", "kamikaze"} & {reading.tokens[i].lower for i in range(a.first, a.last)}
        for s in sketches for k in s.events for a in findings.events[k].arguments
    )  # fmt: skip


def _suicide(findings: Findings, sketches: list[Sketch]) -> bool:
    tokens = findings.reading.tokens
    for s in sketches:
        sentence = findings.reading.sentences[s.sentence]
        words = {tokens[i].lower for i in range(sentence.first, sentence.last)}
        if words & {"suicide", "kamikaze"} and not words & {"drone", "drones", "uav", "uavs"}:
            return True
    return False


def _explosive(findings: Findings, sketches: list[Sketch], best: str, votes: Counter[str], means: Counter[str]) -> str:
    if best in ("remote-explosive",) and _suicide(findings, sketches):
        return "suicide-bombing"
    if best == "remote-explosive" and votes.get("air-strike") and _from_the_air(findings, sketches):
        return "air-strike"
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
        armed = any(p.cls == "armed" for p in sides)
        if any(_crowd(p) for p in sides) or not armed and _crowd_told(findings, sketches):
            return "mob-violence"
        return "armed-clash"
    doers = [p for s in sketches for p in parties_of(findings, s) if p.role == "agent"]
    if any(_crowd(p) for p in doers):
        return "mob-violence"
    patients = [p for s in sketches for p in parties_of(findings, s) if p.role == "patient"]
    harmed = _harmed(patients)
    if best == "attack" and harmed & _FORCES and not harmed & {"civilian"} and votes.get("armed-clash"):
        return "armed-clash"
    if best == "armed-clash" and "civilian" in harmed and not harmed & _FORCES and votes.get("attack"):
        return "attack"
    return best


def _from_the_air(findings: Findings, sketches: list[Sketch]) -> bool:
    """ "the air force bombed the camp", "the army bombed": states bomb from the air."""
    reading = findings.reading
    for s in sketches:
        for k in s.events:
            e = findings.events[k]
            if reading.tokens[e.first].lemma not in ("bomb", "bombing", "bombardment") or e.form != "verb" and e.count is None:
                continue
            for p in findings.parties[k]:
                if p.role == "agent" and (p.cls == "state" or set(p.name.lower().replace("s ", " ").split()) & _AIR):
                    return True
    return False


def _generic(findings: Findings, sketches: list[Sketch], means: Counter[str]) -> str:
    if _suicide(findings, sketches) and any(m in _EXPLOSIVE for m in means):
        return "suicide-bombing"
    violent = [k for s in sketches for k in s.events if findings.events[k].subtypes[0] != "arrest"]
    doers = [p for k in violent for p in findings.parties[k] if p.role == "agent"]
    if any(_crowd(p) for p in doers):
        return "mob-violence"
    forces = any(p.cls == "state" for p in doers) and not any(p.cls == "armed" for p in doers)
    if forces and _killed(findings, sketches) and _crowd_told(findings, sketches):
        return "with-intervention"
    strong = Counter({m: n for m, n in means.items() if m in _EXPLOSIVE})
    if strong:
        return _first(strong) or "attack"
    parties = [p for s in sketches for p in parties_of(findings, s)]
    harmed = _harmed([p for p in parties if p.role == "patient"])
    if "armed" in harmed and any(p.cls == "state" for p in doers) or harmed & _FORCES and "civilian" not in harmed:
        return "armed-clash"
    return "attack"


def _last_word(p: Party) -> str:
    return p.name.lower().split()[-1].removesuffix("s")


def _crowd(p: Party) -> bool:
    return _last_word(p) in _CROWDS


def _crowd_told(findings: Findings, sketches: list[Sketch]) -> bool:
    """True where the sentences of a clash speak of demonstrators or rioters."""
    reading = findings.reading
    return any(
        reading.tokens[i].lemma in _MARCHING
        for s in sketches
        for i in range(reading.sentences[s.sentence].first, reading.sentences[s.sentence].last)
    )


_MARCHING = frozenset("protester protestor demonstrator rioter protest demonstration riot pelter hooligan".split())


def _harmed(patients: list[Party]) -> set[str]:
    """Classes of those hit; who strikes a church or a restaurant strikes civilians."""
    return {"civilian" if _last_word(p) in _PEACEFUL_PLACES else p.cls for p in patients}
