"""The current view of each incident, its index for queries, and every version of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, and_, delete, insert, select, text, update

from warmonitor.ledger import schema
from warmonitor.ledger.chain import next_key
from warmonitor.ledger.codec import dump, load_telling
from warmonitor.ledger.decisions import corrected, corrections_of, decisions_on, standing_of, standing_ones
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.rows import insert_all
from warmonitor.model.linked import LinkedIncident, Telling

_BODIES = select(schema.current.c.incident_id, schema.mention.c.body, schema.mention.c.passage).join(
    schema.mention,
    and_(
        schema.current.c.mention_id == schema.mention.c.id, schema.current.c.coding_key == schema.mention.c.coding_key
    ),
)


def tellings_of(connection: Connection, incident_id: str) -> tuple[list[Telling], str]:
    """The current mentions of an incident in canonical order, and the words that tell it."""
    rows = connection.execute(_BODIES.where(schema.current.c.incident_id == incident_id)).all()
    found = sorted(((load_telling(r.body), str(r.passage)) for r in rows), key=lambda x: x[0].mention.order)
    return [t for t, _ in found], "\n".join(p for _, p in found)


def view_of(
    connection: Connection, linker: Linker, told: Sequence[Telling], until: str | None = None
) -> LinkedIncident:
    """An incident as its mentions and people's decisions (up to `until`, if given) make it."""
    made = [d for d in decisions_on(connection, [t.mention.id for t in told]) if until is None or d.at <= until]
    stand = standing_ones(made)
    return corrected(linker.reconcile(told, standing=standing_of(stand), corrections=corrections_of(stand)))


def refresh(connection: Connection, linker: Linker, incident_ids: Iterable[str], seq: int, at: str) -> None:
    """Make some incidents' views anew and keep a version of each that changed."""
    for incident_id in sorted(set(incident_ids)):
        told, words = tellings_of(connection, incident_id)
        if told:
            _put(connection, view_of(connection, linker, told), words, told, seq, at)
        else:
            _drop(connection, incident_id, seq, at)


def _drop(connection: Connection, incident_id: str, seq: int, at: str) -> None:
    key = connection.execute(select(schema.incident.c.key).where(schema.incident.c.id == incident_id)).scalar()
    if key is None:
        return
    _unindex(connection, key)
    connection.execute(delete(schema.incident).where(schema.incident.c.key == key))
    home = select(schema.current.c.incident_id).where(schema.current.c.mention_id == incident_id)
    _version(connection, incident_id, seq, at, None, connection.execute(home).scalar())


def _version(
    connection: Connection, id_: str, seq: int, at: str, view: str | None, moved_to: str | None = None
) -> None:
    row = {"incident_id": id_, "entry_seq": seq, "at": at, "view": view, "moved_to": moved_to}
    connection.execute(insert(schema.version), row | {"number": next_key(connection, schema.version.c.number)})


def _put(connection: Connection, view: LinkedIncident, words: str, told: Sequence[Telling], seq: int, at: str) -> None:
    exact = dump(view)
    found = connection.execute(
        select(schema.incident.c.key, schema.incident.c.view).where(schema.incident.c.id == view.id)
    ).first()
    if found is not None and found.view == exact:
        return
    row = _row(view, exact)
    if found is None:
        key = int(connection.execute(insert(schema.incident).returning(schema.incident.c.key), row).scalar_one())
    else:
        key = found.key
        connection.execute(update(schema.incident).where(schema.incident.c.key == key), row)
        _unindex(connection, key)
    index(connection, key, view, words, told)
    _version(connection, view.id, seq, at, exact)


def _row(view: LinkedIncident, exact: str) -> dict[str, object]:
    return {
        "id": view.id, "type": view.type, "subtype": view.subtype, "grade": view.grade, "standing": view.standing,
        "start": view.start.isoformat() if view.start else None, "end": view.end.isoformat() if view.end else None,
        "reports": len(view.reports), "view": exact,
    }  # fmt: skip


def _unindex(connection: Connection, key: int) -> None:
    for table in (schema.incident_tag, schema.incident_spot, schema.incident_toll):
        connection.execute(delete(table).where(table.c.incident_key == key))
    connection.execute(text("DELETE FROM incident_text WHERE rowid = :key"), {"key": key})


_INSERT_TEXT = text("INSERT INTO incident_text (rowid, body) VALUES (:key, :body)")


@dataclass(frozen=True, slots=True)
class Index:
    """Rows that put incidents under everything they can be asked by."""

    tags: list[dict[str, object]]
    spots: list[dict[str, object]]
    tolls: list[dict[str, object]]
    texts: list[dict[str, object]]


def index(connection: Connection, key: int, view: LinkedIncident, words: str, told: Sequence[Telling]) -> None:
    """Put an incident under everything it can be asked by."""
    rows = Index([], [], [], [])
    _index_rows(rows, key, view, words, told)
    _index_all(connection, rows)


def _index_all(connection: Connection, rows: Index) -> None:
    insert_all(connection, insert(schema.incident_tag), rows.tags)
    insert_all(connection, insert(schema.incident_spot), rows.spots)
    insert_all(connection, insert(schema.incident_toll), rows.tolls)
    if rows.texts:
        connection.execute(_INSERT_TEXT, rows.texts)


def _index_rows(rows: Index, key: int, view: LinkedIncident, words: str, told: Sequence[Telling]) -> None:
    rows.tags.extend({"incident_key": key, "kind": k, "value": v} for k, v in sorted(_tags(view, told)))
    rows.spots.extend(
        {"incident_key": key, "n": n, "lat": p.lat, "lon": p.lon}
        for n, p in enumerate(view.places) if p.lat is not None and p.lon is not None
    )  # fmt: skip
    rows.tolls.extend(
        {"incident_key": key, "kind": t.kind, "low": t.low, "best": t.best, "high": t.high} for t in view.tolls
    )
    body = "\n".join([view.label, *(t.report.title or "" for t in told), words, *view.speakers])
    rows.texts.append({"key": key, "body": body})


def fill(connection: Connection, linker: Linker, seq: int, at: str) -> None:
    """All views at once, where there is none yet and nobody has decided anything: the same as `refresh`, in bulk."""
    rows = connection.execute(_BODIES.order_by(schema.current.c.incident_id)).all()
    first = next_key(connection, schema.version.c.number)
    index_rows, incidents, versions = Index([], [], [], []), [], []
    for n, (incident_id, group) in enumerate(groupby(rows, key=lambda r: str(r.incident_id))):
        found = sorted(((load_telling(r.body), str(r.passage)) for r in group), key=lambda x: x[0].mention.order)
        told, words = [t for t, _ in found], "\n".join(p for _, p in found)
        view = linker.reconcile(told)
        exact = dump(view)
        incidents.append({"key": n + 1, **_row(view, exact)})
        versions.append(
            {
                "number": first + n,
                "incident_id": incident_id,
                "entry_seq": seq,
                "at": at,
                "view": exact,
                "moved_to": None,
            }
        )
        _index_rows(index_rows, n + 1, view, words, told)
    insert_all(connection, insert(schema.incident), incidents)
    insert_all(connection, insert(schema.version), versions)
    _index_all(connection, index_rows)
    if connection.dialect.name == "postgresql":  # its sequence does not see keys that are given
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence('incident', 'key'), :n)"), {"n": max(1, len(incidents))}
        )


def _tags(view: LinkedIncident, told: Sequence[Telling]) -> set[tuple[str, str]]:
    tags: set[tuple[str, str]] = {("report", r) for r in view.reports}
    tags |= {("country", p.country) for p in view.places if p.country}
    tags |= {("division", p.admin1.casefold()) for p in view.places if p.admin1}
    tags |= {("place", p.name.casefold()) for p in view.places}
    tags |= {("actor", name.casefold()) for p in view.parties for name in (p.name, p.entry) if name}
    tags |= {("speaker", s.casefold()) for s in view.speakers}
    return tags | {("outlet", t.report.outlet.casefold()) for t in told if t.report.outlet}
