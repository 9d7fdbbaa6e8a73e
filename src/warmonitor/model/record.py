"""The published record of one report: incidents, claims, statements, links. Its JSON form is the public interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from warmonitor.model.mention import Place, Stance, TollKind, When
from warmonitor.model.report import Report
from warmonitor.model.span import Span

Role = Literal["perpetrator", "target", "participant"]
Status = Literal["stated", "attributed", "suspected", "claimed", "denied"]
Attribute = Literal[
    "occurred", "perpetrator", "target", "killed", "injured", "captured", "abducted", "displaced",
    "damage", "location", "time", "weapon", "motive",
]  # fmt: skip
Act = Literal[
    "condemn", "praise", "accuse", "threaten", "deny", "call-for", "claim-responsibility", "disclaim", "offer", "confirm",
]  # fmt: skip
Relation = Literal["response-to", "part-of", "follows"]


@dataclass(frozen=True, slots=True)
class Located:
    """A place of an incident, with where the report names it."""

    place: Place
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who took part. `entry` is the lexicon's id; `kind` e.g. state-forces, rebel-group, militia, civilians, unknown."""

    name: str
    role: Role
    status: Status
    evidence: tuple[Span, ...]
    entry: str | None = None
    kind: str = "unknown"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """A means of violence, singular."""

    name: str
    evidence: tuple[Span, ...]
    kind: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    """People harmed, low to high, as reconciled from `claims` (ids). None is open."""

    kind: TollKind
    who: str
    side: Literal["perpetrator", "target", "civilian", "unknown"]
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """One bounded happening."""

    id: str
    type: str
    subtype: str
    label: str
    when: When
    places: tuple[Located, ...]
    actors: tuple[Actor, ...]
    weapons: tuple[Weapon, ...]
    casualties: tuple[Casualties, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One speaker's word on one attribute of one incident. `rule` names what made it, so that it can be explained."""

    id: str
    incident: str
    attribute: Attribute
    value: int | str
    speaker: str
    stance: Stance
    evidence: Span
    rule: str
    bound: Literal["min", "max", "approx"] | None = None
    who: str | None = None
    speaker_id: str | None = None
    via: tuple[str, ...] = ()
    revises: str | None = None
    said_on: str | None = None
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A verbal act that is no fact about an incident."""

    speaker: str
    act: Act
    about: str
    target: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two incidents that someone states."""

    from_: str
    to: str
    relation: Relation
    hedged: bool
    evidence: Span


@dataclass(frozen=True, slots=True)
class Record:
    """All that one report says, ready to be published."""

    report: Report
    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader must know of the coding itself ("no publication day: dates unresolved")."""
