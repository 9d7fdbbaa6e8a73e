"""Checking that nothing kept was changed, lost or half-kept, and that what is derived follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from warmonitor.ledger import schema
from warmonitor.ledger.chain import GENESIS, digest, link_hash, sha256
from warmonitor.ledger.codec import dump, load_mention, load_record
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.ties import all_ties, standing_rows
from warmonitor.ledger.views import tellings_of, view_of

_TABLES: dict[str, Table] = {"report": schema.report, "coding": schema.coding, "decision": schema.decision}


def verify(connection: Connection, linker: Linker | None = None) -> list[str]:
    """What is wrong, in words; empty where the ledger is whole. With a linker the derived part is checked as well."""
    problems = [*_chain(connection), *_orphans(connection), *_texts(connection), *_codings(connection)]
    if linker is not None:
        problems += [*_places(connection, linker), *_views(connection, linker)]
    return problems


def _chain(connection: Connection) -> Iterator[str]:
    previous, expected = GENESIS, 1
    for e in connection.execute(select(schema.entry).order_by(schema.entry.c.seq)):
        if e.seq != expected:
            yield f"entry {expected} is missing"
        if e.previous != previous:
            yield f"entry {e.seq} does not follow the one before it"
        if e.hash != link_hash(e.seq, e.kind, e.ref, e.at, e.digest, e.previous):
            yield f"entry {e.seq} was changed: its hash does not fit"
        table = _TABLES.get(e.kind)
        row = (
            None if table is None else connection.execute(select(table).where(table.c.key == e.ref)).mappings().first()
        )
        if row is None:
            yield f"entry {e.seq}: its {e.kind} {e.ref} is missing"
        elif digest(row) != e.digest:
            yield f"{e.kind} {e.ref} was changed after entry {e.seq} was made"
        previous, expected = e.hash, e.seq + 1


def _orphans(connection: Connection) -> Iterator[str]:
    for kind, table in _TABLES.items():
        entered = select(schema.entry.c.ref).where(schema.entry.c.kind == kind)
        for key in connection.execute(select(table.c.key).where(table.c.key.not_in(entered))).scalars():
            yield f"{kind} {key} stands in no entry"


def _texts(connection: Connection) -> Iterator[str]:
    r = schema.report.c
    for row in connection.execute(select(r.key, r.id, r.text, r.sha256, r.raw, r.raw_sha256)):
        if sha256(row.text) != row.sha256:
            yield f"report {row.id} (key {row.key}): the text does not fit its SHA-256"
        if row.raw is not None and sha256(row.raw) != row.raw_sha256:
            yield f"report {row.id} (key {row.key}): the original bytes do not fit their SHA-256"


def _codings(connection: Connection) -> Iterator[str]:
    c = schema.coding.c
    for row in connection.execute(select(c.key, c.record, c.sha256)):
        if sha256(row.record) != row.sha256:
            yield f"coding {row.key}: the record does not fit its SHA-256"
            continue
        record = load_record(row.record)
        kept = select(schema.claim.c.id, schema.claim.c.value, schema.claim.c.speaker).where(
            schema.claim.c.coding_key == row.key
        )
        claims = {(x.id, str(x.value), x.speaker) for x in record.claims}
        if {(x.id, x.value, x.speaker) for x in connection.execute(kept)} != claims:
            yield f"coding {row.key}: its claims are not those of its record"


def _places(connection: Connection, linker: Linker) -> Iterator[str]:
    c, m = schema.current.c, schema.mention.c
    query = select(m.features, c.incident_id).join(
        schema.mention, (m.id == c.mention_id) & (m.coding_key == c.coding_key)
    )
    rows = connection.execute(query).all()
    mentions = [load_mention(r.features) for r in rows]
    placed = {x.id: r.incident_id for x, r in zip(mentions, rows, strict=True)}
    yield from _ties(connection)
    for group in linker.link_graph(mentions, all_ties(connection)).groups:
        for mention in group:
            if placed[mention] != group[0]:
                yield f"mention {mention} stands in {placed[mention]}, linking from scratch puts it in {group[0]}"


def _ties(connection: Connection) -> Iterator[str]:
    there = {(r.decision_key, r.a, r.b, r.same) for r in connection.execute(select(schema.tie))}
    due = {(t["decision_key"], t["a"], t["b"], t["same"]) for t in standing_rows(connection)}
    for key, a, b, _ in sorted(there - due):
        yield f"a tie of {a} and {b} stands without its decision {key}"
    for key, a, b, _ in sorted(due - there):
        yield f"decision {key} stands, but its tie of {a} and {b} is missing"


def _views(connection: Connection, linker: Linker) -> Iterator[str]:
    kept = {r.id: r.view for r in connection.execute(select(schema.incident.c.id, schema.incident.c.view))}
    homes = set(connection.execute(select(schema.current.c.incident_id).distinct()).scalars())
    for lost in sorted(homes - set(kept)):
        yield f"incident {lost} has mentions but no view"
    for incident_id in sorted(kept):
        told, _ = tellings_of(connection, incident_id)
        if not told or dump(view_of(connection, linker, told)) != kept[incident_id]:
            yield f"incident {incident_id}: its view is not what its claims amount to"
