"""Wiring: what a ledger keeps, as a stream of incidents to be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from warmonitor.ledger import Asked, Ledger, schema
from warmonitor.ledger.codec import load_record
from warmonitor.ledger.store import reading
from warmonitor.ledger.views import tellings_of
from warmonitor.model.linked import LinkedIncident
from warmonitor.model.published import PublishedIncident, PublishedLink
from warmonitor.publish.frames import Incidents
from warmonitor.publish.from_linked import from_linked
from warmonitor.publish.from_record import excerpt
from warmonitor.publish.policy import Policy

NO_LINKS = '"links":[]'
"""Stands in the JSON of a record without links: most need not be read whole."""
PUBLISHED = ("new", "accepted")
"""Standings of incidents that are published: not those which a person rejected or sent back."""


def incidents(ledger: Ledger, asked: Asked | None = None, *, policy: Policy | None = None) -> Incidents:
    """The ledger's incidents that fit, for looping, filtering and frames; read anew each time they are looped over."""
    return Incidents(_Kept(ledger, asked), policy=policy)


@dataclass(frozen=True, slots=True)
class _Kept:
    ledger: Ledger
    asked: Asked | None

    def __iter__(self) -> Iterator[PublishedIncident]:
        return incidents_of(self.ledger, self.asked)


def incidents_of(ledger: Ledger, asked: Asked | None = None) -> Iterator[PublishedIncident]:
    """The ledger's incidents that fit, as they stand now, by id; one at a time, so that a large ledger needs no memory."""
    for view in _all(ledger) if asked is None else sorted(ledger.find(asked), key=lambda v: v.id):
        if view.standing in PUBLISHED:
            yield published(ledger, view)


def _all(ledger: Ledger) -> Iterator[LinkedIncident]:
    with reading(ledger.engine) as connection:
        ids = connection.execute(select(schema.incident.c.id).order_by(schema.incident.c.id)).scalars().all()
    for id_ in ids:
        yield ledger.incident(id_)


def published(ledger: Ledger, view: LinkedIncident) -> PublishedIncident:
    """One incident with its claims, sources and links. Its revision counts the views that the ledger kept of it."""
    v = schema.version.c
    with reading(ledger.engine) as connection:
        told, _ = tellings_of(connection, view.id)
        kept = connection.execute(
            select(func.count()).where(v.incident_id == view.id, v.view.is_not(None))
        ).scalar_one()
        codings = _codings(connection, view.id)
        texts = {c.mention: c.text for c in codings}
        whole = [replace(t, report=replace(t.report, text=texts[t.mention.id])) for t in told]
        links = tuple(link for c in codings for link in _links(connection, c))
    linked = {(k.to, k.relation): k for k in reversed(links) if k.to != view.id}
    return from_linked(view, whole, revision=max(1, int(kept)), links=(linked[k] for k in sorted(linked)))


@dataclass(frozen=True, slots=True)
class _Coding:
    """How a report tells the incident: the mention, its id in the record, the record, and the report's text."""

    mention: str
    key: int
    local: str
    record: str
    text: str


def _codings(connection: Connection, incident: str) -> list[_Coding]:
    c, m, k, r = schema.current.c, schema.mention.c, schema.coding.c, schema.report.c
    query = select(m.id, m.coding_key, m.local, k.record, r.text).where(
        c.incident_id == incident, m.id == c.mention_id, m.coding_key == c.coding_key, k.key == m.coding_key,
        r.key == k.report_key,
    )  # fmt: skip
    return [_Coding(*row) for row in connection.execute(query.order_by(m.id)).all()]


def _links(connection: Connection, coding: _Coding) -> Iterator[PublishedLink]:
    """Links that a report states of the incident, to the incidents that the other ends now belong to."""
    if NO_LINKS in coding.record:
        return
    c, m = schema.current.c, schema.mention.c
    record = load_record(coding.record)
    for link in record.links:
        if link.from_ == coding.local:
            home = select(c.incident_id).where(m.id == c.mention_id, m.coding_key == coding.key, m.local == link.to)
            to = connection.execute(home).scalar()
            if to:
                sentence = excerpt(coding.text, link.evidence)
                yield PublishedLink(to, link.relation, link.hedged, sentence, record.report.id)
