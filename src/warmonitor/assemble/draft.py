"""A claim in the making: what is said of an incident, by whom, how surely, in which words."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.assemble.voices import Voice
from warmonitor.model.mention import Stance, TollMention
from warmonitor.model.record import Attribute
from warmonitor.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id. `toll` is the mention behind a figure."""

    attribute: Attribute
    value: int | str
    voice: Voice
    stance: Stance
    evidence: Span
    rule: str
    bound: str | None = None
    who: str | None = None
    toll: TollMention | None = None
    also: tuple[Span, ...] = ()
    identity: int | None = None
    """Of the party that is the value."""
