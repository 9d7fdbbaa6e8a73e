"""Everything found in one report and resolved to values, ready to be put together; and who stands behind an argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from warmonitor.model.mention import (
    ChargeMention,
    DamageMention,
    EventMention,
    PlaceMention,
    StatementMention,
    TimeMention,
    TollMention,
    WeaponMention,
)
from warmonitor.model.reading import Reading
from warmonitor.model.span import Span

PartyClass = Literal["armed", "state", "civilian", "official", "facility", "vehicle", "unknown"]


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as meant by one argument. `identity` is equal for parties that are the same actor in this report.

    `named` tells a proper name from a description ("gunmen").
    """

    role: Literal["agent", "patient", "party", "blamed", "claimant"]
    name: str
    identity: int
    cls: PartyClass
    named: bool
    span: Span
    entry: str | None = None
    kind: str = "unknown"
    country: str | None = None
    suspected: bool = False
    """The words themselves hedge who it was ("suspected militants")."""


@dataclass(frozen=True, slots=True)
class Findings:
    """`parties[k]` are the participants of `events[k]`. All tuples are in text order."""

    reading: Reading
    events: tuple[EventMention, ...]
    parties: tuple[tuple[Party, ...], ...]
    tolls: tuple[TollMention, ...]
    weapons: tuple[WeaponMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    statements: tuple[StatementMention, ...]
    speaker_identity: dict[str, int]
    """Identity of each speaker's name, in the numbering of `Party.identity`."""
    speaker_state: dict[str, str]
    """Country of each speaker that speaks for a state."""
    blamed: tuple[Party | None, ...]
    """For each statement the actor whom a claim of responsibility, a disclaimer or a charge makes the doer, if any."""
    background: frozenset[int] = frozenset()
    """Tokens of event words and figures in definite descriptions inside indirect speech: there the narrator speaks."""
    publisher: int | None = None
    """Identity of the body that publishes the report, where it is a party to the conflict itself."""
    damages: tuple[DamageMention, ...] = ()
    charges: tuple[tuple[ChargeMention, Party], ...] = ()
    """Doers named away from any event word, and whom the words mean."""
    publisher_kind: str = "unknown"
    """Kind of the body that publishes the report, where it is a party to the conflict itself."""
