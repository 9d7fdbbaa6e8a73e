"""Wiring: what a ledger keeps, as a stream of incidents to be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from warmonitor.ledger import Asked, Ledger, schema
from warmonitor.ledger.codec import load_incident, load_links, load_telling
from warmonitor.ledger.query import find
from warmonitor.ledger.store import reading
from warmonitor.model.linked import Telling
from warmonitor.model.published import PublishedIncident, PublishedLink
from warmonitor.publish.frames import Incidents
from warmonitor.publish.from_linked import from_linked
from warmonitor.publish.from_record import excerpt
from warmonitor.publish.policy import Policy

TOGETHER = 200
"""Incidents read in one go: few enough for memory, enough that queries cost little."""
NO_LINKS = '"links":[]'
"""Stands in the JSON of a record without links: most need not be read whole."""
PUBLISHED = ("new", "accepted")
"""Standings of incidents that are published: not those which a person rejected or sent back."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A ledger as a library's user has it: `warmonitor.open_ledger(place).incidents(country="IQ").to_pandas()`."""

    ledger: Ledger

    def incidents(self, *, policy: Policy | None = None, **asked: Any) -> Incidents:
        """The incidents that fit. `asked` are the fields of `ledger.Asked` (since, until, country, kind, …); all must hold.

        Raises TypeError for a field that there is not. Without `policy` the strict one holds for frames.
        """
        return incidents(self.ledger, Asked(**asked), policy=policy)


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
    """The ledger's incidents that fit, by id, all as they stood at the first; some at a time, so that a large ledger needs no
    memory."""
    with reading(ledger.engine) as connection:
        ids = iter(_ids(connection, asked))
        while some := list(islice(ids, TOGETHER)):
            yield from _published(connection, some)


def _ids(connection: Connection, asked: Asked | None) -> list[str]:
    if asked is not None:
        return sorted(v.id for v in find(connection, asked) if v.standing in PUBLISHED)
    i = schema.incident.c
    return list(connection.execute(select(i.id).where(i.standing.in_(PUBLISHED)).order_by(i.id)).scalars())


@dataclass(frozen=True, slots=True)
class _Told:
    """How a report tells an incident: its id in the record, the telling, the record (empty without links), the text."""

    coding: int
    local: str
    telling: Telling
    record: str
    text: str


def _published(connection: Connection, ids: list[str]) -> list[PublishedIncident]:
    """Incidents with their claims, sources and links. A revision counts the views that the ledger kept of it."""
    i, v = schema.incident.c, schema.version.c
    views = {r.id: load_incident(r.view) for r in connection.execute(select(i.id, i.view).where(i.id.in_(ids)))}
    counted = select(v.incident_id, func.count()).where(v.incident_id.in_(ids), v.view.is_not(None))
    revisions = {row[0]: int(row[1]) for row in connection.execute(counted.group_by(v.incident_id)).all()}
    told = _told(connection, ids)
    homes = _homes(connection, {t.coding for tellings in told.values() for t in tellings if t.record})
    return [
        from_linked(
            views[id_],
            [t.telling for t in told[id_]],
            revision=max(1, revisions.get(id_, 1)),
            links=_links(id_, told[id_], homes),
        )
        for id_ in ids
    ]


def _told(connection: Connection, ids: list[str]) -> dict[str, list[_Told]]:
    c, m, k, r = schema.current.c, schema.mention.c, schema.coding.c, schema.report.c
    query = select(c.incident_id, m.coding_key, m.local, m.body, k.record, r.text).where(
        c.incident_id.in_(ids), m.id == c.mention_id, m.coding_key == c.coding_key, k.key == m.coding_key,
        r.key == k.report_key,
    )  # fmt: skip
    found: dict[str, list[_Told]] = {id_: [] for id_ in ids}
    for id_, coding, local, body, record, text in connection.execute(query).all():
        kept = load_telling(body)  # without the report's text, which is kept once with the report
        telling = replace(kept, report=replace(kept.report, text=text))
        found[id_].append(_Told(coding, local, telling, "" if NO_LINKS in record else record, text))
    return {id_: sorted(tellings, key=lambda t: t.telling.mention.order) for id_, tellings in found.items()}


def _homes(connection: Connection, codings: set[int]) -> dict[tuple[int, str], str]:
    """(coding, id within its record) -> the incident that it now belongs to."""
    c, m = schema.current.c, schema.mention.c
    query = select(m.coding_key, m.local, c.incident_id).where(
        m.id == c.mention_id, m.coding_key == c.coding_key, m.coding_key.in_(sorted(codings))
    )
    return {(coding, local): incident for coding, local, incident in connection.execute(query).all()}


def _links(incident: str, told: list[_Told], homes: dict[tuple[int, str], str]) -> list[PublishedLink]:
    """Links that the reports of an incident state, each relation to another incident once."""
    found: dict[tuple[str, str], PublishedLink] = {}
    for t in told:
        for link in load_links(t.record) if t.record else ():
            to = homes.get((t.coding, link.to)) if link.from_ == t.local else None
            if to and to != incident:
                sentence = excerpt(t.text, link.evidence)
                made = PublishedLink(to, link.relation, link.hedged, sentence, t.telling.report.id)
                found.setdefault((to, link.relation), made)
    return [found[key] for key in sorted(found)]
