"""Damage claims of one incident."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.nearby import event_near
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import voice_at
from warmonitor.model.findings import Findings


def damage_claims(findings: Findings, sketches: list[Sketch], everything: Collection[int]) -> Iterator[Draft]:
    """What was destroyed, burnt, looted or seized in it, each in the words of the report."""
    mine = {k for s in sketches for k in s.events}
    reading = findings.reading
    for d in findings.damages:
        if event_near(findings, d.head, everything) in mine:
            # who says that he did it asserts what it broke
            stance = "asserts" if d.stance == "claims-responsibility" else d.stance
            voice = voice_at(findings, reading.span(d.head, d.head + 1), stance)
            span = reading.span(d.first, d.last)
            yield Draft("damage", reading.words(d.first, d.last), voice, voice.stance, span, f"damage:{reading.tokens[d.head].lemma}")
