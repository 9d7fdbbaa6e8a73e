"""The incident as it is published: one neutral noun that every export reads, whether one report or a ledger made it.

It carries its own evidence: each claim with its speaker, its sentence and its report, so that no export has to look
anything up. A ledger and a single report's record both give a stream of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmonitor.model.mention import Place, Stance, TollKind, When
from warmonitor.model.record import Attribute, Relation, Role, Status

Side = Literal["perpetrator", "target", "civilian", "unknown"]
Privacy = Literal["victim", "official-victim", "private", "facility"]


@dataclass(frozen=True, slots=True)
class PublishedActor:
    """Who took part. `speakers` say so, `deniers` deny it (perpetrators only); `wording` is what a policy lets be printed."""

    name: str
    role: Role
    status: Status
    kind: str = "unknown"
    country: str | None = None
    entry: str | None = None
    speakers: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    wording: str = ""

    @property
    def printed(self) -> str:
        """The policy's wording where there is one, else the name."""
        return self.wording or self.name


@dataclass(frozen=True, slots=True)
class PublishedWeapon:
    """A means of violence, singular; `kind` is its class (rocket, small-arms …)."""

    name: str
    kind: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class PublishedToll:
    """People harmed of one kind and side, low to high; None is open. `claims` are ids within the incident."""

    kind: TollKind
    who: str
    side: Side
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """One speaker's word on one attribute. `report` is the id of one of the incident's sources; `sentence` is quoted from it."""

    id: str
    attribute: Attribute
    value: int | str
    speaker: str
    stance: Stance
    sentence: str
    report: str
    bound: Literal["min", "max", "approx"] | None = None
    who: str | None = None
    speaker_id: str | None = None
    via: tuple[str, ...] = ()
    revises: str | None = None
    said_on: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """A report that tells of the incident."""

    id: str
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    title: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """A relation to another published incident, `to` its permanent id, with the sentence of the report that states it."""

    to: str
    relation: Relation
    hedged: bool
    sentence: str
    report: str


@dataclass(frozen=True, slots=True)
class PrivateName:
    """A name that a policy may withhold: of a victim (also one in public office), of a person without office, of a facility.

    `instead` are the words to print in its place ("a hospital"), empty for the policy's own.
    """

    name: str
    why: Privacy
    instead: str = ""


@dataclass(frozen=True, slots=True)
class PublishedIncident:
    """One happening, ready to be exported. `id` is permanent and ours; `revision` counts its published versions from 1.

    `grade` says how well it is supported (single-source, corroborated, disputed, claimed), `grounds` why.
    """

    id: str
    revision: int
    type: str
    subtype: str
    label: str
    when: When
    places: tuple[Place, ...] = ()
    actors: tuple[PublishedActor, ...] = ()
    weapons: tuple[PublishedWeapon, ...] = ()
    casualties: tuple[PublishedToll, ...] = ()
    claims: tuple[PublishedClaim, ...] = ()
    sources: tuple[PublishedSource, ...] = ()
    grade: str | None = None
    grounds: tuple[str, ...] = ()
    links: tuple[PublishedLink, ...] = ()
    private_names: tuple[PrivateName, ...] = ()

    def told(self) -> tuple[date, ...]:
        """Publication days of its reports, earliest first."""
        return tuple(sorted(s.published for s in self.sources if s.published))

    def having(self, *roles: Role) -> tuple[PublishedActor, ...]:
        """Its actors of these roles, in order, without those named only to be denied."""
        return tuple(a for a in self.actors if a.role in roles and a.status != "denied")
