"""The nouns of many reports: what linking compares, and one incident as all its reports tell it.

A `Mention` is one report's incident; a `LinkedIncident` is what the mentions of one happening amount to. Both are made
by pure functions of link/ and kept by ledger/.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from warmonitor.model.mention import Precision
from warmonitor.model.record import Claim, Incident
from warmonitor.model.report import Report

Grade = Literal["single-source", "corroborated", "claimed", "disputed"]
Standing = Literal["new", "accepted", "rejected", "sent-back"]
FigureUse = Literal["current", "superseded", "subset", "boast", "hedged", "denied", "no-figure"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place as linking compares it; `precision` as in `Place`, `name` folded; `radius` in km: a big city is wide."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: int
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Another happening of a mention's report, as much of it as tells which one it is. `places` are names of towns
    and their surroundings, not of wide areas; `parties` all sides; the rest as in Mention.
    """

    subtype: str
    start: int | None
    end: int | None
    places: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One incident as one report tells it, reduced to what linking compares.

    `id` is permanent: it is made from the report's id and the incident's and stays when the report is coded again. `start`
    and `end` are day numbers (`date.toordinal`), None where open. `names` are folded, `perpetrators` and `targets` names or ids of
    the lexicon; `tolls` are (kind, low, high); `words` are (term, weight), the squares of the weights adding up to 1. `utc`
    counts minutes since 0001-01-01T00:00Z where a clock time was given. `told` is the publication day, the canonical order.
    `context` are the words of the whole report, weighted as `words`, and `about` its rarest frequent names; `beside` are
    the report's other happenings.
    """

    id: str
    report: str
    told: int
    type: str
    subtype: str
    start: int | None
    end: int | None
    precision: Precision
    points: tuple[Point, ...] = ()
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    tolls: tuple[tuple[str, int | None, int | None], ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    context: tuple[tuple[str, float], ...] = ()
    about: tuple[str, ...] = ()
    utc: int | None = None
    beside: tuple[Beside, ...] = ()

    @property
    def order(self) -> tuple[int, str]:
        """The canonical order: by publication day, then by id; never by arrival."""
        return self.told, self.id


@dataclass(frozen=True, slots=True)
class Part:
    """One bar of the waterfall that explains a match: `points` are binary orders of magnitude of the odds."""

    name: str
    points: float
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """How well two mentions fit as one happening. `veto` says why they cannot be one, whatever the points."""

    score: float
    parts: tuple[Part, ...]
    veto: str | None = None

    @property
    def probability(self) -> float:
        """The score as a probability, 0 with a veto."""
        if self.veto is not None:
            return 0.0
        return float(1 / (1 + 2 ** -max(-60.0, min(60.0, self.score))))


@dataclass(frozen=True, slots=True)
class Ties:
    """What people decided about pairs of mentions: `same` are merged, `apart` are held apart, whatever the score says."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention with all that its report says of it: what reconciling reads. `published_at` is an ISO instant or day."""

    mention: Mention
    report: Report
    incident: Incident
    claims: tuple[Claim, ...]
    published_at: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one field of an incident: it overrules what was reconciled. `value` is in the field's JSON form."""

    field: str
    value: object
    reason: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim about a number, as reconciling used it; `because` says why."""

    kind: str
    low: int | None
    high: int | None
    value: int | str
    who: str | None
    speaker: str
    rank: int
    told: str
    report: str
    outlet: str | None
    claim: str
    use: FigureUse
    because: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """The reconciled number of people of one kind. `disputed`: current figures that cannot all be true."""

    kind: str
    low: int | None
    best: int | None
    high: int | None
    because: str
    disputed: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an incident with every status it was given and by whom (outlets)."""

    name: str
    entry: str | None
    role: str
    status: str
    kind: str
    country: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an incident and the reports that name it."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: int
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """One happening as all its reports tell it. `id` is the founding mention's: the earliest told, then the least id."""

    id: str
    type: str
    subtype: str
    label: str
    start: date | None
    end: date | None
    precision: Precision
    time_utc: str | None
    places: tuple[Spot, ...]
    parties: tuple[Party, ...]
    weapons: tuple[str, ...]
    tolls: tuple[Toll, ...]
    grade: Grade
    reasons: tuple[str, ...]
    speakers: tuple[str, ...]
    members: tuple[str, ...]
    reports: tuple[str, ...]
    standing: Standing = "new"
    corrections: tuple[Correction, ...] = ()
    disagreements: tuple[str, ...] = field(default=())
