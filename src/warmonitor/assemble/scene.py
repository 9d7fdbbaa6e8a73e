"""Happenings at the scene of another: arrests, seizures and burning at an attack or clash are its tolls and damage.

They are no incidents beside it, unless they have a place or a day that it has not; nor is somebody's death told right behind
an abduction.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from warmonitor.assemble.clusters import Cluster, hazy, km, whens
from warmonitor.assemble.sketch import Sketch, group, is_result, parties_of
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, PlaceMention

_REACH = {"arrest": 2, "goods": 1, "harm": 1}
"""Sentences over which a happening of this family, without place and day of its own, is one at the scene of another."""
_FAR = 9
"""The same of arrests made "during the operation"."""
_HOSTS = {
    "arrest": frozenset({"violence", "crowd", "foiled"}),
    "goods": frozenset({"violence", "arrest", "crowd", "foiled", "territory"}),
    "harm": frozenset({"abduction"}),
}


def with_scenes(findings: Findings, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters without those that tell of what was done at the scene of another, whose sketches that one takes in."""
    out = list(clusters)
    for c in clusters:
        family = _family(findings, c)
        if family not in _HOSTS:
            continue
        homes = [h for h in out if h is not c and _is_home(findings, h, c, family)]
        if homes:
            at = c.sketches[0].sentence
            home = min(homes, key=lambda h: min((abs(at - s.sentence), s.sentence > at) for s in h.sketches))
            # only its figures: who arrests is not who attacked
            home.sketches.extend(replace(s, events=()) for s in c.sketches)
            home.reasons.extend([f"{_NAMES[family]} at the scene"] * len(c.sketches))
            out.remove(c)
    return out


_NAMES = {"arrest": "an arrest", "harm": "harm done", "goods": "goods seized or burned"}


def _family(findings: Findings, c: Cluster) -> str:
    """The family of all that the cluster's words name (seizures beside arrests are arrests), "" where they name several."""
    events = [findings.events[k] for s in c.sketches for k in s.events]
    named = {group(e) for e in events if e.frame != "anaphor"}
    if named == {"arrest", "goods"}:
        return "arrest"
    if named == {"violence"} and all(_only_harms(findings, e) for e in events):
        return "harm"
    if named <= {"crowd", "goods"} and _by_fighters(findings, c, events):
        return "goods"
    return named.pop() if len(named) == 1 else ""


_CROWDS_DO = frozenset({"loot", "ransack", "set"})


def _by_fighters(findings: Findings, c: Cluster, events: list[EventMention]) -> bool:
    """ "Gunmen stormed the village. They looted the clinic": what crowds do, done by fighters, is plunder."""
    wild = [e for e in events if group(e) == "crowd"]
    plunder = all(findings.reading.tokens[e.head].lemma in _CROWDS_DO for e in wild)
    return bool(wild) and plunder and any(p.role == "agent" and p.cls == "armed" for s in c.sketches for p in parties_of(findings, s))


def _only_harms(findings: Findings, e: EventMention) -> bool:
    """ "A driver was shot dead", "two guards died": harm, by nobody who is named."""
    passive = any(True for _ in findings.reading.children(e.head, "auxpass", "nsubjpass"))
    return is_result(e) or e.subtypes[0] == "attack" and passive and all(a.role != "agent" for a in e.arguments)


def _is_home(findings: Findings, home: Cluster, guest: Cluster, family: str) -> bool:
    at = guest.sketches[0].sentence
    hosts = [s for s in home.sketches if s.events and any(group(findings.events[k]) in _HOSTS[family] for k in s.events)]
    during = any(findings.events[k].frame == "anaphor" and findings.events[k].definite for s in guest.sketches for k in s.events)
    reach = _FAR if during and family == "arrest" else _REACH[family]
    near = [s for s in hosts if 0 <= at - s.sentence <= reach]
    if not near or hazy(findings, home):
        return False
    if family == "goods":
        return _same_scene(home, guest) and _by_the_same(findings, home, guest)
    return _same_scene(home, guest) or any(s.sentence == at for s in near) and _is_unset(findings, hosts, guest)


def _is_unset(findings: Findings, hosts: Collection[Sketch], guest: Cluster) -> bool:
    """ "As fights broke out between police and youths, 46 were arrested in Arda": the crowd's place and day stand with the arrests."""
    crowd = any(group(findings.events[k]) == "crowd" for s in hosts for k in s.events)
    return crowd and len(hosts) == 1 and not any(s.places or whens(s) for s in hosts) and len(guest.sketches) > 0


def _by_the_same(findings: Findings, home: Cluster, guest: Cluster) -> bool:
    """Nobody is told to have done it, or one who takes part in the other."""
    doers = {p.identity for s in guest.sketches for p in parties_of(findings, s) if p.role == "agent"}
    return not doers or not doers.isdisjoint(p.identity for s in home.sketches for p in parties_of(findings, s))


def _same_scene(home: Cluster, guest: Cluster) -> bool:
    """True where the guest has no place far from the other's and no day that the other has not."""
    there = [p for s in home.sketches for p in s.places]
    days = {(w.start, w.end) for s in home.sketches for w in whens(s)}
    return all(any(_is_near(p, q) for q in there) for s in guest.sketches for p in s.places) and all(
        (w.start, w.end) in days for s in guest.sketches for w in whens(s)
    )


_NEAR = 15.0
"""Kilometres within which it is the same scene."""


def _is_near(p: PlaceMention, q: PlaceMention) -> bool:
    far = km(p, q)
    return p.place.name.lower() == q.place.name.lower() or far is not None and far <= _NEAR
