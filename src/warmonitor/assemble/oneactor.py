"""One doer under several names and descriptions, and doers that the report gives away from the incident's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from warmonitor.assemble.partlist import GROUP_KINDS, Part, is_any_armed, is_anybody_armed
from warmonitor.assemble.voices import voice_at
from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.samebody import same_body
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention
from warmonitor.model.reading import Name

_SIDE = frozenset("militant rebel insurgent guerrilla guerilla terrorist jihadist fighter extremist paramilitary separatist islamist subversive "
                  "jihadi mujahideen group gang militia cartel".split())  # fmt: skip
"""Words for the fighters of one side, as "gunmen" or "attackers" are not."""
_NEVER_DOERS = frozenset("civilian child baby infant toddler victim passenger passer-by passerby pedestrian bystander worshipper worshiper "
                         "tourist patient girl woman family hostage mourner shopper commuter pilgrim casualty life".split())  # fmt: skip
_PLATFORMS = frozenset("warplane jet plane aircraft helicopter drone bomber fighter-jet gunship airplane".split())


# whose the report tells ---------------------------------------------------------------------------------------------------
def with_sole_group(findings: Findings, parts: list[Part], subtype: str) -> list[Part]:
    """ "The rebels", "the militants" as the one armed group that the report names, where it was named shortly before."""
    groups = _groups(findings)
    if len({g.identity for g in groups}) != 1:
        return parts
    reading = findings.reading
    at = [reading.token_at(g.span.start).sentence for g in groups]

    def near(party: Party) -> bool:
        here = reading.token_at(party.span.start).sentence
        return any(0 <= here - there <= _NEAR for there in at) or _is_enemy(party)

    return [
        replace(p, party=_as(p.party, groups[0]))
        if (subtype in _FOUGHT and _is_foe(p.party) if p.role == "target" else _means_side(findings, p.party)) and near(p.party)
        else p
        for p in parts
    ]


_NEAR = 2
"""Sentences between a group's name and a description that means it."""


def _is_foe(party: Party) -> bool:
    """ "Rebels", "terrorists" that are hit: fighters of the side that is fought, told by no more than that."""
    head = party.name.lower().split()[-1]
    told = head.endswith("s") and head.removesuffix("s") in _FOES or _is_enemy(party)
    return told and is_any_armed(party) and not party.suspected


_FOUGHT = frozenset({"air-strike", "shelling", "armed-clash", "territory-gained", "attack", "remote-explosive", "looting-destruction"})
_FOES = frozenset("militant rebel guerrilla guerilla terrorist jihadist separatist subversive".split())


def _groups(findings: Findings) -> list[Party]:
    """Each mention of an armed group by name, whatever it does or suffers."""
    said = [b for b in findings.blamed if b is not None]
    everyone = [*(p for parties in findings.parties for p in parties), *said, *(p for _, p in findings.charges)]
    return [p for p in everyone if p.named and p.kind in GROUP_KINDS]


def _means_side(findings: Findings, party: Party) -> bool:
    if not is_any_armed(party) or party.suspected:
        return False
    if _is_enemy(party):
        return True
    head = party.name.lower().split()[-1]
    before = findings.reading.token_at(party.span.start).i - 1
    definite = before >= 0 and findings.reading.tokens[before].lower in ("the", "these", "those")
    return definite and (head in _SIDE or head.removesuffix("s") in _SIDE)


def _is_enemy(party: Party) -> bool:
    """ "Enemy fighters": those that the report is about, wherever it names them."""
    return not {"enemy", "enemies"}.isdisjoint(party.name.lower().split())


def _as(party: Party, other: Party) -> Party:
    """`other`, where `party` stands."""
    return replace(other, role=party.role, span=party.span, suspected=party.suspected)


def inherited(findings: Findings, events: Collection[int], parts: list[Part], subtype: str) -> list[Part]:
    """Doers of an incident that its own words leave out: whose planes fly in the report, who let the captives go."""
    if any(p.role == "perpetrator" for p in parts):
        return []
    if subtype == "air-strike":
        return list(_of_bare_platforms(findings, events))
    if subtype == "abduction":
        return list(_of_captors(findings, events))
    return []


def _of_bare_platforms(findings: Findings, events: Collection[int]) -> Iterator[Part]:
    """ "Warplanes hit the town": those of the one whose planes the report tells of."""
    reading = findings.reading
    bare = [k for k in events if any(a.role == "agent" and reading.tokens[a.head].lemma in _PLATFORMS for a in findings.events[k].arguments)]
    flying = [p for k, e in enumerate(findings.events) if _from_the_air(findings, e) for p in findings.parties[k] if p.role == "agent"]
    if bare and len({p.identity for p in flying}) == 1:
        e = findings.events[bare[0]]
        span = reading.span(e.first, e.last)
        voice = voice_at(findings, span, e.stance)
        status = "stated" if voice.number is None else "claimed" if voice.number == flying[0].identity else "attributed"
        yield Part(replace(flying[0], role="agent"), "perpetrator", status, voice.speaker, bare[0])  # type: ignore[arg-type]


def _from_the_air(findings: Findings, e: EventMention) -> bool:
    words = (findings.reading.tokens[i].lemma for a in e.arguments for i in range(a.first, a.last))
    return e.subtypes[0] == "air-strike" or any(w in _PLATFORMS or w == "air" for w in words)


def _of_captors(findings: Findings, events: Collection[int]) -> Iterator[Part]:
    """Who lets captives go had taken them, where only one armed group does so in the report."""
    freeing = [
        p
        for k, e in enumerate(findings.events)
        if e.frame == "release" and e.realis == "actual"
        for p in findings.parties[k]
        if p.role == "agent" and p.named and p.kind in GROUP_KINDS
    ]
    taken = [k for k in events if findings.events[k].subtypes[0] == "abduction"]
    if taken and len({p.identity for p in freeing}) == 1:
        yield Part(freeing[0], "perpetrator", "stated", "narrator", taken[0])


# a state and its army -----------------------------------------------------------------------------------------------------
_WAGED = frozenset({"air-strike", "shelling", "armed-clash", "attack", "territory-gained", "remote-explosive"})
_WHOLE = frozenset("army military armed defence defense".split())


def with_own_army(findings: Findings, parts: list[Part], subtype: str) -> list[Part]:
    """ "An Israeli strike": by the army of that state, where the report names it, as what states do in war is done by theirs."""
    if subtype not in _WAGED:
        return parts
    armies = _armies(findings)
    out = []
    for p in parts:
        name = armies.get(p.party.country or "") if p.role == "perpetrator" and p.party.named and p.party.kind == "state" else None
        known = None if name is None else next((q for ps in findings.parties for q in ps if q.entry == name.entry), None)
        if name is not None:
            number = known.identity if known else -1 - name.first
            army = replace(p.party, name=known.name if known else name.text, identity=number, entry=name.entry, kind="state-forces", cls="state")
            p = replace(p, party=army)
        out.append(p)
    return out


def _armies(findings: Findings) -> dict[str, Name]:
    """Country -> its one army that the report names."""
    found: dict[str, dict[str, Name]] = {}
    for n in findings.reading.names:
        if n.kind != "armed-group" or n.entry is None or _WHOLE.isdisjoint(n.text.lower().split()):
            continue
        for e in open_actors().find(n.text):
            if e.id == n.entry and e.kind == "state-forces" and e.country:
                found.setdefault(e.country, {}).setdefault(e.id, n)
    return {country: next(iter(names.values())) for country, names in found.items() if len(names) == 1}


# one actor once -----------------------------------------------------------------------------------------------------------
def settled_doers(findings: Findings, parts: list[Part]) -> list[Part]:
    """The parties with each doer under one name: no bystanders, one description for the armed and for a state's force."""
    parts = [p for p in parts if not (p.role == "perpetrator" and _cannot_have(p.party))]
    doers = [p for p in parts if p.role == "perpetrator" and not p.party.named]
    folded: dict[int, Party] = {}
    for alike in (_is_fighter, is_anybody_armed, _is_police, _is_army):
        same = [p.party for p in doers if alike(p.party)]
        for party in same:
            folded[party.identity] = max(same, key=lambda q: (_head(q) not in _STATES, " " in q.name, -q.span.start))
    return [replace(p, party=_as(p.party, folded[p.party.identity])) if p.role == "perpetrator" and p.party.identity in folded else p for p in parts]


def _is_fighter(party: Party) -> bool:
    return is_any_armed(party) and not is_anybody_armed(party)


def _is_police(party: Party) -> bool:
    return party.cls == "state" and same_body().get(_head(party)) == same_body().get("policeman", "police")


def _is_army(party: Party) -> bool:
    return party.cls == "state" and _head(party) in _ARMY and not _is_police(party)


_ARMY = frozenset("army military soldier troop force government regime armed-force".split())


_STATES = frozenset({"government", "regime", "authorities", "authority"})


def _cannot_have(party: Party) -> bool:
    """Civilians of whom no one says that they take up arms."""
    return not party.named and party.cls == "civilian" and _head(party) in _NEVER_DOERS


def _head(party: Party) -> str:
    word = party.name.lower().split()[-1]
    return {"children": "child", "women": "woman", "families": "family", "babies": "baby", "policemen": "policeman"}.get(word, word.removesuffix("s"))
