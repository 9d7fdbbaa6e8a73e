"""Actors and weapons of one incident, each with the words that name it."""

from __future__ import annotations

from collections.abc import Iterable

from warmonitor.assemble.partlist import Part, without_echoes
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.targets import settled_targets
from warmonitor.model.findings import Findings, Party
from warmonitor.model.record import Actor, Role, Status, Weapon
from warmonitor.model.span import Span

FORCE_KINDS = frozenset({"state-forces", "police"})
_TROOPS = frozenset("troops troop soldiers soldier army military forces force personnel servicemen".split())
_RANK: dict[Status, int] = {"claimed": 0, "stated": 1, "attributed": 2, "suspected": 3, "denied": 4}


# actors -----------------------------------------------------------------------------------------------------------------
def actors_of(parts: Iterable[Part]) -> tuple[Actor, ...]:
    """Each actor once in its strongest role and status: doers first, then targets, then participants."""
    parts = settled_targets(without_echoes(list(parts)))
    heads = {
        _head(p.party.name): p.party.identity for p in reversed(parts) if " " in p.party.name and not p.party.named
    }
    heads |= {
        _head(p.party.name): p.party.identity
        for p in reversed(parts)
        if p.party.cls == "facility" and _proper(p.party.name)
    }
    forces = _forces(parts)
    best: dict[int, list[Part]] = {}
    for p in parts:
        if (own := _own_force(p, forces)) is not None:
            best.setdefault(own, []).append(p)
            continue
        plain = not p.party.named and (
            " " not in p.party.name or p.party.cls == "facility" and not _proper(p.party.name)
        )
        best.setdefault(heads.get(_head(p.party.name), p.party.identity) if plain else p.party.identity, []).append(p)
    out: list[Actor] = []
    for group in best.values():
        roles = [p.role for p in group]
        role: Role = max(dict.fromkeys(roles), key=lambda r: (roles.count(r), r == "perpetrator"))
        same = [p for p in group if p.role == role]
        status: Status = min((p.status for p in same), key=lambda s: _RANK[s]) if role == "perpetrator" else "stated"
        spans: tuple[Span, ...] = tuple(dict.fromkeys(p.party.span for p in same))
        party = max((p.party for p in same), key=lambda q: (q.named, q.kind in FORCE_KINDS))
        out.append(Actor(party.name, role, status, spans, party.entry, _kind(party), party.country))
    order = {"perpetrator": 0, "target": 1, "participant": 2}
    return tuple(sorted(out, key=lambda a: (order[a.role], a.evidence[0].start)))


def _forces(parts: Iterable[Part]) -> dict[tuple[Role, str], int]:
    """(Role, country) -> the one force of that state that has this role in the incident."""
    found: dict[tuple[Role, str], dict[int, None]] = {}
    for p in parts:
        if p.party.named and p.party.kind in FORCE_KINDS and p.party.country:
            found.setdefault((p.role, p.party.country), {})[p.party.identity] = None
    states: dict[tuple[Role, str], dict[int, None]] = {}
    for p in parts:
        if p.party.named and p.party.kind == "state" and p.party.country and (p.role, p.party.country) not in found:
            states.setdefault((p.role, p.party.country), {})[p.party.identity] = None  # a state stands for its army where that is not named
    return {key: next(iter(ids)) for key, ids in (*states.items(), *found.items()) if len(ids) == 1}


def _own_force(p: Part, forces: dict[tuple[Role, str], int]) -> int | None:
    """The force that a mere state or "troops" stands for beside it: "Israel", "the air force" and "the Israeli military" are one."""
    mine = {country: force for (role, country), force in forces.items() if role == p.role}
    if p.party.kind == "state" and p.party.country in mine:
        return mine[p.party.country]
    if not p.party.named and p.party.cls == "state" and p.party.kind != "police" and len(mine) == 1:
        words = p.party.name.lower().split()
        return next(iter(mine.values())) if len(words) <= 2 and words[-1] in _TROOPS else None
    return None


def _proper(name: str) -> bool:
    return any(w[:1].isupper() for w in name.split())


def _head(name: str) -> str:
    """Last word of a description, singular: "girls" and "captive girls" are one."""
    return name.lower().split()[-1].removesuffix("s")


def _kind(party: Party) -> str:
    if party.kind != "unknown":
        return party.kind
    return {"civilian": "civilians", "state": "state-forces", "armed": "armed-group"}.get(party.cls, "unknown")


# weapons ----------------------------------------------------------------------------------------------------------------
def weapons_of(findings: Findings, sketches: Iterable[Sketch], subtype: str) -> tuple[Weapon, ...]:
    """The means, each once; platforms are not means, and what was seized or hit is none."""
    out: dict[str, Weapon] = {}
    for s in sketches:
        for w in s.weapons:
            if (
                w.platform
                and not (w.kind == "vehicle" and subtype == "attack")
                or subtype in _WITHOUT_MEANS
            ):
                continue
            span = findings.reading.span(w.first, w.last)
            name = w.name
            if name in out:
                old = out[name]
                out[name] = Weapon(name, (*old.evidence, span), w.kind, old.count or w.count)
            else:
                out[name] = Weapon(name, (span,), w.kind, w.count)
    names = list(out)
    return _each_once(
        [
            w
            for n, w in out.items()
            if not any(n != m and (m.endswith(" " + n) or m.startswith(n + " ")) for m in names)
            and not (n in _MERE_ARMS and any(m not in _MERE_ARMS for m in names))
            and not (
                n in _GENERIC and any(m != n and m not in _GENERIC and out[m].kind in (w.kind, *_DEVICES) for m in names)
            )
        ]
    )


_MERE_ARMS = frozenset({"weapon", "heavy weapon", "light weapon", "weaponry", "heavy weaponry", "munition", "ammunition", "arms"})
"""Words for arms of whatever kind."""
_WITHOUT_MEANS = frozenset({"looting-destruction", "arrest", "release", "agreement", "formal-act"})
"""Types whose weapons are what was taken, carried or spoken of."""
_DEVICES = frozenset({"car-bomb", "suicide-vest", "explosive-device", "mine"})
_GENERIC = frozenset(
    "explosive|explosives|device|bomb|explosive device|improvised explosive device|IED|powerful bomb|explosive material|high explosive|"
    "homemade bomb|improvised bomb|homemade explosive device|shot|shell|chemical weapon|chemical agent|"
    "toxic chemical|toxic gas|poison gas|poisonous gas|vehicle|weapon|explosive charge|firearm|gun".split("|")
)
"""Names that tell less than any other of their class."""


_ROUNDS = frozenset("shell round bomb projectile fire grenade".split())


def _rounds_of_one(a: str, b: str) -> bool:
    """ "Mortar shell" and "mortar round"."""
    x, y = a.lower().split(), b.lower().split()
    return len(x) == len(y) == 2 and x[0] == y[0] and {x[1], y[1]} <= _ROUNDS


def _each_once(weapons: list[Weapon]) -> tuple[Weapon, ...]:
    """One bomb under several names ("a car bomb … the explosives-laden vehicle … the device") once, by its plainest or first."""
    out: list[Weapon] = []
    for w in weapons:
        same = next(
            (x for x in out if x.kind == w.kind and (w.kind == "car-bomb" or {x.name, w.name} <= _GENERIC or _rounds_of_one(x.name, w.name))), None
        )
        if same is None:
            out.append(w)
            continue
        name = w.name if "bomb" in w.name and "bomb" not in same.name and w.kind == "car-bomb" else same.name
        out[out.index(same)] = Weapon(name, (*same.evidence, *w.evidence), same.kind, same.count or w.count)
    return tuple(out)
