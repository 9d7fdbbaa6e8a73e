"""The ledger as it was known at an instant, by one of two clocks.

recorded: what this ledger held then, from the versions it kept. published: what had been published by then, reconciled
anew from the reports that were out; for reports taken in later, when the ledger itself did not yet exist. A report whose
publication is known by its day only counts as out when that day (UTC) is over: nothing is shown as known too early.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from sqlalchemy import Connection, func, select

from warmonitor.errors import BadOption
from warmonitor.ledger import schema
from warmonitor.ledger.codec import load_incident
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.views import tellings_of, view_of
from warmonitor.model.linked import LinkedIncident

Clock = Literal["auto", "recorded", "published"]


def instant(words: str) -> datetime:
    """An instant in UTC from ISO 8601 words; a day alone is its end. Raises BadOption."""
    try:
        if len(words) == 10:
            return datetime.combine(datetime.fromisoformat(words).date() + timedelta(days=1), time(), UTC)
        moment = datetime.fromisoformat(words)
    except ValueError as e:
        raise BadOption(f"{words!r} is no time; give YYYY-MM-DD or YYYY-MM-DDTHH:MMZ") from e
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """The form in which the ledger keeps instants: sortable, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def which_clock(connection: Connection, moment: datetime, clock: Clock) -> Clock:
    """auto: the recorded clock, but the published one for a time before the ledger's first entry."""
    if clock != "auto":
        return clock
    first = connection.execute(select(func.min(schema.entry.c.at))).scalar()
    return "recorded" if first is not None and stamp(moment) >= first else "published"


def as_of(connection: Connection, linker: Linker, moment: datetime, clock: Clock = "auto") -> list[LinkedIncident]:
    """The incidents known at an instant, by id."""
    chosen = which_clock(connection, moment, clock)
    found = _recorded(connection, moment) if chosen == "recorded" else _published(connection, linker, moment)
    return sorted(found, key=lambda i: i.id)


def _recorded(connection: Connection, moment: datetime) -> Iterator[LinkedIncident]:
    v = schema.version.c
    last = select(func.max(v.number)).where(v.at <= stamp(moment)).group_by(v.incident_id)
    for row in connection.execute(select(v.view).where(v.number.in_(last), v.view.is_not(None))):
        yield load_incident(row.view)


def _published(connection: Connection, linker: Linker, moment: datetime) -> Iterator[LinkedIncident]:
    for incident_id in connection.execute(select(schema.incident.c.id)).scalars().all():
        told, _ = tellings_of(connection, incident_id)
        out = [t for t in told if t.published_at and instant(t.published_at) <= moment]
        if out:
            yield view_of(connection, linker, out, until=stamp(moment))
