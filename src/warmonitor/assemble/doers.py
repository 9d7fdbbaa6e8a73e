"""Who did it, as claims: each doer once for each who says so, in the words of the report."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.partlist import Part
from warmonitor.assemble.phrases import noun_phrase, party_words
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import NARRATOR, Voice, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Stance


def doer_claims(findings: Findings, s: Sketch, parts: list[Part], subtype: str) -> Iterator[Draft]:
    """Perpetrator claims of one sketch; `parts` are the parties of its events. Both sides of a clash have one."""
    for p in parts:
        fights = subtype == "armed-clash" and p.role == "participant" and (p.party.role != "patient" or p.party.cls == "armed")
        disperses = subtype == "with-intervention" and p.role == "participant" and p.party.role == "agent" and p.party.kind in _FORCES
        if p.role == "perpetrator" or fights or disperses:
            draft = _claim(findings, p, parts)
            if draft is not None:
                yield draft
    yield from _nameless(findings, s, parts)


_FORCES = frozenset({"state-forces", "police"})
"""Who breaks up a protest is said to do so, whatever his role."""


def _claim(findings: Findings, p: Part, parts: list[Part]) -> Draft | None:
    reading = findings.reading
    event = findings.events[p.event]
    voice = voice_at(findings, reading.span(event.first, event.last), event.stance)
    if p.speaker != voice.speaker and p.party.role in ("blamed", "claimant"):
        voice = Voice(p.speaker, "denies" if p.status == "denied" else "asserts", (), findings.speaker_identity.get(p.speaker))
    if p.party.role == "claimant":
        voice = Voice(p.party.name, "claims-responsibility", voice.via, p.party.identity, p.party.entry)
    if p.party.role == "blamed" and voice.speaker == NARRATOR:
        if any(q.party.identity == p.party.identity and q.speaker != NARRATOR for q in parts):
            return None  # the accuser's word, not the outlet's
        voice = Voice(NARRATOR, "hedges")
    stance: Stance = "claims-responsibility" if p.status == "claimed" and voice.speaker != NARRATOR else voice.stance
    own = not p.party.named and p.party.cls == "state" and _only_troops(p.party.name)
    fought = p.party.role == "patient" or p.party.role == "party" and not own
    if stance == "claims-responsibility" and fought and p.party.identity != voice.number:
        stance = "asserts"  # those fought by whoever says "we"
    troops = stance == "claims-responsibility" and own
    words = voice.speaker if troops else party_words(findings, p.party)
    rule = f"{p.party.role}:{reading.tokens[event.head].lemma}"
    return Draft("perpetrator", words, voice, stance, p.party.span, rule, identity=p.party.identity)


def _only_troops(name: str) -> bool:
    words = name.lower().split()
    return words[-1] in _TROOPS and (len(words) == 1 or words[0] in ("its", "our", "their"))


_TROOPS = frozenset("troops soldiers forces force personnel units servicemen unit troop".split())
"""Whoever speaks of them as his own is the doer."""


def _nameless(findings: Findings, s: Sketch, parts: list[Part]) -> Iterator[Draft]:
    """ "A suicide bomber struck the market", "unidentified men shot him": whoever did it is nobody's name, yet is said."""
    reading = findings.reading
    for k in s.events:
        event = findings.events[k]
        for a in event.arguments:
            span = reading.span(a.first, a.last)
            if a.role != "agent" or any(p.event == k and p.party.span.overlaps(span) for p in parts):
                continue
            head = reading.tokens[a.head]
            if head.lemma not in _MERE_DOERS and not (head.lemma in _ANYBODY and _described(findings, a.first, a.head)):
                continue
            voice = voice_at(findings, span, event.stance)
            rule = f"nameless:{reading.tokens[event.head].lemma}"
            yield Draft("perpetrator", noun_phrase(reading, a.head, a.first), voice, voice.stance, span, rule)


def _described(findings: Findings, first: int, head: int) -> bool:
    return any(findings.reading.tokens[i].lower in _UNKNOWN for i in range(first, head))


_MERE_DOERS = frozenset("bomber suicide-bomber attacker assailant shooter assassin kidnapper abductor hijacker raider".split())
_ANYBODY = frozenset("man person individual people group subject figure youth".split())
_UNKNOWN = frozenset("unidentified unknown armed masked hooded unnamed gun-wielding".split())
