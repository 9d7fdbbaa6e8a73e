"""Who does, suffers or takes part in one incident, and by whose word: the parties of its mentions with role and status."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from warmonitor.assemble.nearby import event_near
from warmonitor.assemble.oneactor import inherited, with_sole_group
from warmonitor.assemble.partlist import GROUP_KINDS, Part
from warmonitor.assemble.sketch import Sketch, group
from warmonitor.assemble.statements import event_of
from warmonitor.assemble.targets import is_beside
from warmonitor.assemble.voices import NARRATOR, Voice, voice_at
from warmonitor.lexicon.samebody import same_body
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention, StatementMention
from warmonitor.model.record import Role, Status

_ALL_PARTICIPANTS = frozenset({"formal-act", "release", "peaceful", "agreement", "other", "headquarters-established"})
FORCES = frozenset({"state-forces", "police"})
_SIDES = frozenset({"state", "state-forces", "government", "police", "coalition", *GROUP_KINDS})
STATE_KINDS = frozenset({"state", "state-forces", "government", "police"})
_ANSWERING = frozenset("return engage repel respond retaliate fight repulse exchange counter-attack counterattack battle confront reply".split())
"""Words for those who fight because others came."""
_OPENERS = frozenset("attack ambush storm raid assault invade besiege overrun waylay".split())
_FIRING = frozenset("throw hurl lob toss use".split())
"""What both sides do in a fight."""
_CHARGEABLE = frozenset({"violence", "abduction", "sexual", "goods", "foiled", "territory"})
"""Families of happenings that somebody can be held responsible for."""
_BLAMING: dict[str, Status] = {"claim-responsibility": "claimed", "disclaim": "denied", "accuse": "attributed"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the mentions of an incident say together. `attackers` open the fighting on the `attacked`, where one side does.

    `raiders` are fighters of no state who attack: a force that shoots at them there only answers; `foilers` stopped an attack.
    """

    subtype: str
    meets: bool
    attackers: frozenset[int] = frozenset()
    attacked: frozenset[int] = frozenset()
    raiders: frozenset[int] = frozenset()
    foilers: frozenset[int] = frozenset()


def scene_of(findings: Findings, events: Collection[int], subtype: str) -> Scene:
    """The scene of one incident, with who attacked in a clash where that is clear."""
    told = [findings.events[k] for k in events]
    lemmas = [findings.reading.tokens[e.first].lemma for e in told]
    meets = any(e.frame == "meet" or w in _ANSWERING for e, w in zip(told, lemmas, strict=True))
    if subtype == "disrupted-attack":
        return Scene(subtype, meets, foilers=_foilers(findings, events))
    opening = [k for k, w in zip(events, lemmas, strict=True) if _opens(findings, k) and w not in _ANSWERING]
    strong = [k for k, w in zip(events, lemmas, strict=True) if k in opening and w in _OPENERS]
    if len({p.identity for k in strong for p in findings.parties[k] if p.role == "agent"}) == 1:
        opening = strong  # "shot four militants when they attacked the post"
    doers = {p.identity for k in opening for p in findings.parties[k] if p.role == "agent"}
    hit = {p.identity for k in opening for p in findings.parties[k] if p.role == "patient"}
    raiders = {p.identity for k in strong for p in findings.parties[k] if p.role == "agent" and p.cls == "armed" and not _is_force(p)}
    if subtype != "armed-clash" or not meets or doers & hit:
        return Scene(subtype, meets, raiders=frozenset(raiders))
    return Scene(subtype, meets, frozenset(doers), frozenset(hit), frozenset(raiders))


def _foilers(findings: Findings, events: Collection[int]) -> frozenset[int]:
    """Those who foil, intercept or arrest in it: their own operation is no attack of theirs."""
    told = [(findings.events[k], p) for k in events for p in findings.parties[k]]
    return frozenset(
        p.identity
        for e, p in told
        if p.role == "party" and e.frame == "foil"
        or p.role == "agent" and (e.subtypes[0] == "arrest" or findings.reading.tokens[e.head].lemma in ("operation", "action"))
    )


def _opens(findings: Findings, k: int) -> bool:
    """True for words of attacking, not for bare results ("killed two") and what both sides do."""
    e = findings.events[k]
    firing = findings.reading.tokens[e.first].lemma in _FIRING
    return e.frame in ("agent-patient", "device") and e.stance != "denies" and not firing or e.frame == "take"


def role_of(party: Party, frame: str, scene: Scene, *, harmed: bool) -> Role | None:
    """The role that the kind of incident gives to a party of a mention, None for one that has none in it.

    `harmed`: the mention tells only who came to harm, and not by whom.
    """
    if party.kind == "media" and party.role not in ("claimant", "patient"):
        return None  # an outlet stands beside event words as their source, never as their doer
    if party.role == "party" and party.cls == "facility":
        return None  # "fighting police and smashing shops": nothing that stands takes sides
    if party.identity in scene.foilers and party.role != "patient":
        return "participant"
    if scene.subtype in ("with-intervention", "peaceful") and party.role == "patient":
        return _at_protest(party, harmed=harmed or frame == "crowd")
    if scene.subtype == "other" and frame == "agent-patient" and party.role == "agent":
        return "perpetrator"  # who deposes or drives out
    if scene.subtype == "territory-gained" and party.role == "patient" and party.cls == "unknown" and party.kind not in _SIDES:
        return None  # a name of no one who could hold ground
    if scene.subtype == "displacement" and party.cls in ("facility", "vehicle"):
        return None  # what they leave in, or leave
    if scene.subtype in _ALL_PARTICIPANTS:
        return "target" if party.role == "patient" else "participant"
    if scene.subtype == "with-intervention" and frame != "result":
        return "participant"  # crowds, and those who only disperse them
    if scene.subtype == "armed-clash" and scene.meets and frame != "repel":
        return _in_clash(party, frame, scene, harmed=harmed)
    if scene.subtype == "mob-violence" and party.role in ("party", "agent"):
        return "participant" if _is_force(party) else "perpetrator"
    if scene.subtype == "disrupted-attack" and party.role == "agent" and _is_force(party):
        return "participant"  # who foils it
    if scene.subtype == "displacement" and party.role != "patient":
        return "participant"
    answers = scene.raiders and scene.subtype in _FIGHTS or scene.subtype == "suicide-bombing"
    if party.role == "agent" and answers and _is_force(party):
        return "participant"
    if party.role == "patient":
        return "target"
    return "participant" if party.role == "party" else "perpetrator"


_FIGHTS = frozenset({"armed-clash", "attack", "suicide-bombing"})


def _is_force(party: Party) -> bool:
    return party.cls == "state" or party.kind in STATE_KINDS


def _in_clash(party: Party, frame: str, scene: Scene, *, harmed: bool) -> Role | None:
    if party.identity in scene.attackers:
        return "perpetrator"
    if party.role == "patient" and party.identity in scene.attacked:
        return "target"
    if party.cls in ("armed", "state", "unknown", "official") or party.role == "party":
        return "participant"
    civilians = party.cls == "civilian" and frame == "result"  # caught in the fighting, whoever shot them
    return "target" if party.role == "patient" and not harmed and not civilians else None


def _at_protest(party: Party, *, harmed: bool) -> Role | None:
    """Who protests takes part, also where force is used on them; others harmed there are casualties, and whom it is against is not hit."""
    if same_body().get(party.name.lower().split()[-1].removesuffix("s")) == "crowd":
        return "participant"
    if not harmed and party.cls == "civilian" and not party.named:
        return "participant"  # whom the police disperse
    return None if harmed else "target"


def status_of(findings: Findings, party: Party, stance: str, speaker: str, number: int | None) -> Status:
    """By whose word a party is the doer: its own, the outlet's, somebody's, or nobody's."""
    if number is not None and number == party.identity and stance == "hedges":
        return "suspected"  # "gunmen suspected to be rebels"
    own_state = party.country and party.kind in STATE_KINDS and findings.speaker_state.get(speaker) == party.country
    if stance != "denies" and (own_state or number is not None and number == party.identity or _publishers(findings, party, speaker)):
        return "claimed"
    if party.role == "claimant" or stance == "claims-responsibility":
        return "claimed"
    if stance == "denies":
        return "denied"
    if party.role == "blamed":
        return "suspected" if speaker == NARRATOR or party.suspected or stance == "hedges" else "attributed"
    if stance in ("hedges", "unknown") or party.suspected:
        return "suspected"
    return "stated" if speaker == NARRATOR else "attributed"


def _publishers(findings: Findings, party: Party, speaker: str) -> bool:
    """ "An Afghan and coalition force" in a coalition's own release or by its officials' word: its own forces."""
    if party.cls not in ("state", "armed"):
        return False
    words = set(party.name.lower().replace("-", " ").split())
    if speaker == NARRATOR:
        own = not words.isdisjoint(_JOINT) or party.kind in FORCES
        return findings.publisher_kind == "coalition" and words.isdisjoint(_OTHERS) and own
    return ("coalition" in words or party.country in _LEADERS) and not _JOINT.isdisjoint(speaker.lower().replace("-", " ").split())


_LEADERS = frozenset({"US", "GB", "FR"})
"""States that lead the coalitions for which joint commands speak."""
_JOINT = frozenset("coalition international joint combined isaf nato partnered".split())
_OTHERS = frozenset("insurgent insurgents enemy taliban militant militants".split())


# parts ------------------------------------------------------------------------------------------------------------------
def all_parts(findings: Findings, sketches: Iterable[Sketch], everything: Collection[int], subtype: str) -> list[Part]:
    """Every party of the incident: of its mentions, of what is claimed, charged or disclaimed, and of charges elsewhere."""
    sketches = list(sketches)
    events = [k for s in sketches for k in s.events]
    parts = [*_of_mentions(findings, sketches, subtype), *_of_statements(findings, events, everything, subtype)]
    parts += _of_charges(findings, events, everything, subtype)
    parts = with_sole_group(findings, parts, subtype)
    parts += inherited(findings, events, parts, subtype)
    return _body_first(findings, parts)


def _of_mentions(findings: Findings, sketches: list[Sketch], subtype: str) -> Iterator[Part]:
    events = [k for s in sketches for k in s.events]
    scene = scene_of(findings, events, subtype)
    aimed = [p for k in events if not _of_result(findings, k) for p in findings.parties[k] if p.role == "patient"]
    for k in events:
        event = findings.events[k]
        harmed = _of_result(findings, k) and all(p.role != "agent" for p in findings.parties[k])
        for party in findings.parties[k]:
            role = role_of(party, event.frame, scene, harmed=harmed)
            if role is None or role == "target" and _of_result(findings, k) and not _told_first(findings, k) and is_beside(party, aimed):
                continue  # those harmed beside what was aimed at are casualties only
            if role == "target" and subtype == "other" and findings.reading.tokens[event.head].lemma in _GETTING_AWAY:
                role = "participant"
            voice = _whose_word(findings, event)
            yield Part(
                party, role, status_of(findings, party, voice.stance, voice.speaker, voice.number), voice.speaker, k,
                _of_result(findings, k) or event.frame in ("release", "captive", "displace"),
            )  # fmt: skip


_GETTING_AWAY = frozenset("escape flee break run slip bolt escapee breakout jailbreak escaping".split())
"""What captives do of themselves: to be found or rescued befalls them."""


def _whose_word(findings: Findings, event: EventMention) -> Voice:
    """Who says who did it. What a description inside somebody's charge takes for granted is still his word for the doer."""
    span = findings.reading.span(event.first, event.last)
    voice = voice_at(findings, span, event.stance)
    a = findings.reading.attribution_at(span.start, span.end)
    if voice.speaker == NARRATOR and a is not None and a.verb in ("accuse", "blame") and event.first in findings.background:
        return replace(voice, speaker=a.speaker.name, number=findings.speaker_identity.get(a.speaker.name))
    return voice


def _told_first(findings: Findings, k: int) -> bool:
    """ "Bandits killed the headman and seized his wife": a killing told for itself, by whom, and not as what an attack led to."""
    t = findings.reading.tokens[findings.events[k].head]
    own = t.tag in ("VBD", "VBZ") and t.dep in ("ROOT", "ccomp", "relcl")
    return own and any(p.role == "agent" for p in findings.parties[k])


def _of_statements(findings: Findings, events: Iterable[int], all_events: Iterable[int], subtype: str) -> Iterator[Part]:
    """Doers named by what someone claims, disclaims or charges: "X claimed responsibility", "the minister accused Y"."""
    if subtype in _ALL_PARTICIPANTS:
        return
    mine, everything = set(events), sorted(all_events)
    for m, who in zip(findings.statements, findings.blamed, strict=True):
        status = _BLAMING.get(m.act)
        if status is None or m.negated or _about_others(findings, m):
            continue
        k = event_of(findings, m, everything)
        if k is None or k not in mine:
            continue
        if m.rule.startswith("wrong") and group(findings.events[k]) == "territory":
            continue  # "freed after its brutal occupation by X": X lost it
        if who is not None:
            own = status == "attributed" and findings.speaker_identity.get(m.speaker.name) == who.identity
            yield Part(who, "perpetrator", "claimed" if own else status, m.speaker.name, k)
        elif m.act == "accuse":  # "blamed the attack on X": X stands with the event
            yield from (
                Part(p, "perpetrator", status, m.speaker.name, k) for p in findings.parties[k] if p.role == "blamed"
            )


def _about_others(findings: Findings, m: StatementMention) -> bool:
    """ "Militants who have claimed previous attacks": not the one told here."""
    return m.act == "claim-responsibility" and _OTHERS_CLAIMED.search(findings.reading.text[m.evidence.start : m.evidence.end]) is not None


_OTHERS_CLAIMED = re.compile(
    r"\bclaim\w* (?:responsibility for |credit for )?(?:\w+ )?(?:previous|past|other|earlier|similar|numerous|several|many|multiple|most|dozens of|"
    r"a series of|a string of) \w*(?:attack|bombing|strike|killing)"
)


def _of_charges(findings: Findings, events: Iterable[int], all_events: Iterable[int], subtype: str) -> Iterator[Part]:
    """Doers named away from any event word ("whether X was responsible"): of the incident told there."""
    if subtype in _ALL_PARTICIPANTS or not findings.charges:
        return
    mine = set(events)
    everything = [k for k in sorted(all_events) if group(findings.events[k]) in _CHARGEABLE]
    for charge, who in findings.charges:
        k = event_near(findings, charge.anchor, everything)
        if k is None or k not in mine:
            continue
        voice = voice_at(findings, findings.reading.span(charge.anchor, charge.anchor + 1))
        if voice.number == who.identity:
            continue
        stance = "hedges" if charge.hedged else voice.stance
        told = voice.speaker == NARRATOR and stance == "asserts"
        who = replace(who, suspected=charge.hedged, role="agent" if told else "blamed")
        yield Part(who, "perpetrator", status_of(findings, who, stance, voice.speaker, voice.number), voice.speaker, k)


def accused_of(findings: Findings, all_events: Collection[int]) -> frozenset[int]:
    """The events that somebody claims or is charged with, by words away from any event word."""
    everything = sorted(all_events)
    named = (event_of(findings, m, everything) for m, who in zip(findings.statements, findings.blamed, strict=True)
             if who is not None and m.act in ("claim-responsibility", "accuse") and not m.negated)  # fmt: skip
    chargeable = [k for k in everything if group(findings.events[k]) in _CHARGEABLE]
    charged = (event_near(findings, charge.anchor, chargeable) for charge, _ in findings.charges)
    return frozenset(k for k in (*named, *charged) if k is not None)


def _of_result(findings: Findings, k: int) -> bool:
    return findings.events[k].frame in ("result", "undergo")


def _body_first(findings: Findings, parts: list[Part]) -> list[Part]:
    """Without what headlines tell of a party whose role the body gives, and without their doers where the body names any."""
    reading = findings.reading
    headline = [reading.sentences[reading.tokens[findings.events[p.event].head].sentence].kind == "headline" for p in parts]
    body = {(p.party.identity, p.role) for p, h in zip(parts, headline, strict=True) if not h}
    named = any(role == "perpetrator" for _, role in body)
    return [
        p
        for p, h in zip(parts, headline, strict=True)
        if not h or (p.party.identity, p.role) not in body and not (named and p.role == "perpetrator")
    ]
