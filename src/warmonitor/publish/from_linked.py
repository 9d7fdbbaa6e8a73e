"""Incidents for publication out of a ledger: one happening as all its reports tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from warmonitor.model import Place, When
from warmonitor.model.linked import LinkedIncident, Party, Spot, Telling, Toll
from warmonitor.model.published import (
    PublishedActor,
    PublishedClaim,
    PublishedIncident,
    PublishedLink,
    PublishedToll,
    PublishedWeapon,
    Side,
)
from warmonitor.publish.from_record import claim_of, source_of, who_says
from warmonitor.publish.privacy import private_names


def from_linked(
    view: LinkedIncident, told: Sequence[Telling], *, revision: int = 1, links: Iterable[PublishedLink] = ()
) -> PublishedIncident:
    """The published form of a linked incident and the reports' tellings of it (in canonical order).

    Ids of claims are those of their reports with the report's id before them. A toll keeps its side where all tellings that
    give one agree; else the side is unknown.
    """
    claims = tuple(c for t in told for c in _claims(t))
    actors = tuple(_actor(p, told) for p in view.parties)
    tolls = tuple(_toll(t, told) for t in view.tolls)
    made = PublishedIncident(
        id=view.id,
        revision=revision,
        type=view.type,
        subtype=view.subtype,
        label=view.label,
        when=_when(view, told),
        places=tuple(_place(s, told) for s in view.places),
        actors=actors,
        weapons=tuple(_weapon(name, told) for name in view.weapons),
        casualties=tuple(t for t in tolls if t is not None),
        claims=claims,
        sources=tuple({t.report.id: source_of(t.report) for t in told}.values()),
        grade=view.grade,
        grounds=(*view.reasons, *view.disagreements, *_corrections(view)),
        links=tuple(links),
    )
    text = "\n\n".join(dict.fromkeys(t.report.text for t in told))
    return replace(made, private_names=private_names(actors, made.casualties, claims, text))


def claim_id(report: str, claim: str) -> str:
    """The id of a report's claim among those of an incident with several reports."""
    return f"{report}/{claim}"


def _claims(told: Telling) -> Iterator[PublishedClaim]:
    """The claims of a telling; one that revises a claim on another incident keeps that claim's id as the report has it."""
    own = {c.id: claim_id(told.report.id, c.id) for c in told.claims}
    return (claim_of(c, told.report, lambda id_: own.get(id_, id_)) for c in told.claims)


def _actor(party: Party, told: Sequence[Telling]) -> PublishedActor:
    claims = [c for t in told for c in t.claims]
    say, deny = who_says(party.name, claims) if party.role == "perpetrator" else ((), ())
    return PublishedActor(
        party.name,
        party.role,  # type: ignore[arg-type]  # a Party's role and status are the words of the record's
        party.status,  # type: ignore[arg-type]
        party.kind,
        party.country,
        party.entry,
        say,
        deny,
    )


def _toll(toll: Toll, told: Sequence[Telling]) -> PublishedToll | None:
    """None where nobody gives a number, not even an open one."""
    if toll.low is None and toll.best is None and toll.high is None:
        return None
    same = [c for t in told for c in t.incident.casualties if c.kind == toll.kind]
    sides: set[Side] = {c.side for c in same}
    whose = list(dict.fromkeys(c.who for c in same if c.who))
    return PublishedToll(
        kind=toll.kind,  # type: ignore[arg-type]
        who=whose[0] if len(whose) == 1 else "",
        side=sides.pop() if len(sides) == 1 else "unknown",
        low=toll.low,
        best=toll.best,
        high=toll.high,
        claims=tuple(claim_id(f.report, f.claim) for f in toll.figures if f.use == "current"),
    )


def _when(view: LinkedIncident, told: Sequence[Telling]) -> When:
    utc = datetime.strptime(view.time_utc, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC) if view.time_utc else None
    known = [t.incident.when.basis for t in told if t.incident.when.basis != "none"]
    basis = known[0] if known else "none"
    return When(view.start, view.end, view.precision, basis, utc)


def _place(spot: Spot, told: Sequence[Telling]) -> Place:
    """The place of the ledger's view, with what a report's own resolution adds to it: its kind and gazetteer id."""
    found = (
        p.place
        for t in told
        for p in t.incident.places
        if p.place.name == spot.name and p.place.country == spot.country
    )
    own = next(found, None)
    return Place(
        spot.name,
        spot.country,
        spot.lat,
        spot.lon,
        spot.precision,
        spot.admin1,
        own.geonameid if own else None,
        own.kind if own else "town",
    )


def _weapon(name: str, told: Sequence[Telling]) -> PublishedWeapon:
    same = [w for t in told for w in t.incident.weapons if w.name.lower() == name.lower()]
    counts = {w.count for w in same if w.count is not None}
    return PublishedWeapon(
        name, next((w.kind for w in same if w.kind), None), counts.pop() if len(counts) == 1 else None
    )


def _corrections(view: LinkedIncident) -> tuple[str, ...]:
    """That a person corrected a field, and the reason; not who did."""
    return tuple(dict.fromkeys(f"{c.field} corrected by a person: {c.reason}" for c in view.corrections))
