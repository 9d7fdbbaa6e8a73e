"""Whom or what it hit, as claims: what was aimed at, not each of those who were harmed."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.partlist import Part
from warmonitor.assemble.phrases import target_words
from warmonitor.assemble.targets import is_person, settled_targets
from warmonitor.assemble.voices import voice_at
from warmonitor.model.findings import Findings

_OF_MATTERS = frozenset({"release", "displacement", "agreement", "other", "peaceful"})
"""Types whose targets are told by the happening itself: that it occurred is the claim."""
_TOLD_BY_THE_TOLL = frozenset({"with-intervention", "territory-gained"})
"""Types in which those killed are losses, and nobody's target; so they are between the two sides of a clash."""


def target_claims(findings: Findings, parts: list[Part], all_parts: list[Part], subtype: str) -> Iterator[Draft]:
    """Target claims of `parts`, the parties of one sketch; `all_parts` are those of the whole incident."""
    if subtype in _OF_MATTERS:
        return
    reading = findings.reading
    aimed = any(p.role == "target" and not p.harmed for p in all_parts) or any(p.role == "participant" for p in all_parts)
    settled = {(p.event, p.party.span) for p in settled_targets(all_parts) if p.role == "target"}
    counted = [findings.reading.span(t.first, t.last) for t in findings.tolls if t.quantity != ("one",)]
    for p in parts:
        event = findings.events[p.event]
        if (p.event, p.party.span) not in settled and p.party.cls not in _SAID_ANYHOW:
            continue
        if subtype == "arrest" and len(settled) > 1 and any(s.overlaps(p.party.span) for s in counted):
            continue  # "also detained two suspects": a toll of the operation against its target
        if p.role != "target" or event.stance == "denies" or p.harmed and not _is_meant(p, aimed, subtype):
            continue
        voice = voice_at(findings, reading.span(event.first, event.last), event.stance)
        rule = f"{p.party.role}:{reading.tokens[event.head].lemma}"
        yield Draft("target", target_words(findings, p.party), voice, voice.stance, p.party.span, rule, identity=p.party.identity)


_SAID_ANYHOW = frozenset({"facility", "vehicle", "official"})
"""What is said to have been hit, also where whoever was in it is the target of the record: "the shell hit a house"."""


def _is_meant(p: Part, aimed: bool, subtype: str) -> bool:
    """True where those told as killed or wounded are the only ones that it can have been meant for."""
    if is_person(p):
        return True
    if aimed or subtype in _TOLD_BY_THE_TOLL:
        return False
    return p.party.named or p.party.cls in ("state", "armed", "official") or subtype in ("attack", "abduction")
