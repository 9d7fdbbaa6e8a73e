"""Adding a coded report: custody of the report, its coding, its claims, and its place among the incidents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select

from warmonitor.ledger import schema
from warmonitor.ledger.chain import append, next_key, sha256
from warmonitor.ledger.codec import dump, dump_telling, load_mention, load_telling
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.placing import exchange
from warmonitor.ledger.rows import insert_all
from warmonitor.ledger.views import refresh
from warmonitor.model import Claim, Record, Report
from warmonitor.model.linked import Telling


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from: `raw` its original bytes, `source` a file, feed or address; `published_at` an ISO instant."""

    source: str | None = None
    raw: bytes | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did. `incidents` are the ids under which its incidents stand now."""

    report: str
    version: int
    new_report: bool
    new_coding: bool
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coder:
    """What made a coding: the versions of the tool and of its lexicon."""

    tool: str
    lexicon: str


def keep(connection: Connection, linker: Linker, record: Record, coder: Coder, origin: Origin, at: str) -> Added:
    """Keep a report and its coding; what was kept before changes nothing, a changed text is a new version."""
    stored = store(connection, linker, record, coder, origin, at)
    if stored.told is not None:
        gone = [] if stored.new_report and stored.version == 1 else _current_of(connection, record.report.id)
        affected = exchange(connection, linker, gone, [t.mention for t in stored.told], stored.coding_key)
        refresh(connection, linker, affected, stored.seq, at)
    homes = _homes(connection, record.report.id)
    return Added(record.report.id, stored.version, stored.new_report, stored.seq > 0, homes)


def known(connection: Connection, report: Report, coder: Coder) -> bool:
    """Whether this very report is kept, as the newest version under its id, and coded by this coder."""
    r, c = schema.report.c, schema.coding.c
    newest = select(func.max(r.version)).where(r.id == report.id).scalar_subquery()
    query = select(r.published, r.outlet, r.title, r.url, r.language).join(schema.coding, r.key == c.report_key).where(
        r.id == report.id, r.sha256 == report.sha256, r.version == newest, c.tool == coder.tool, c.lexicon == coder.lexicon
    )  # fmt: skip
    day = report.published.isoformat() if report.published else None
    said = (day, report.outlet, report.title, report.url, report.language)
    return any(tuple(row) == said for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class Stored:
    """What custody did: `seq` is the coding's entry, 0 where it was kept before; `told` None where nothing is to be placed."""

    version: int
    new_report: bool
    coding_key: int
    seq: int
    told: tuple[Telling, ...] | None


def store(connection: Connection, linker: Linker, record: Record, coder: Coder, origin: Origin, at: str) -> Stored:
    """Custody alone: the report, its coding, its mentions and claims, without placing them among the incidents."""
    report_key, version, new_report = _report(connection, record.report, origin, at)
    coding_key, seq = _coding(connection, report_key, record, coder, at)
    if seq is None:
        return Stored(version, new_report, coding_key, 0, None)
    never_seen = new_report and version == 1
    ids = _first_ids(linker, record) if never_seen else _permanent_ids(connection, linker, record)
    told = _mentions(connection, linker, record, coding_key, origin, ids)
    newest = never_seen or _is_newest(connection, record.report.id, version)
    return Stored(version, new_report, coding_key, seq, told if newest else None)


def _report(connection: Connection, report: Report, origin: Origin, at: str) -> tuple[int, int, bool]:
    r = schema.report.c
    kept = connection.execute(select(r.key, r.version).where(r.id == report.id, r.sha256 == report.sha256)).first()
    if kept is not None:
        return kept.key, kept.version, False
    version = (connection.execute(select(func.max(r.version)).where(r.id == report.id)).scalar() or 0) + 1
    row = report_row(next_key(connection, r.key), version, report, origin)
    connection.execute(insert(schema.report), row)
    append(connection, "report", row["key"], at, row)
    return row["key"], version, True


def report_row(key: int, version: int, report: Report, origin: Origin) -> dict[str, Any]:
    """A report as its table holds it."""
    return {
        "key": key, "id": report.id, "version": version, "sha256": report.sha256,
        "text": report.text, "title": report.title, "outlet": report.outlet, "url": report.url,
        "language": report.language, "published": report.published.isoformat() if report.published else None,
        "published_at": origin.published_at, "raw": origin.raw,
        "raw_sha256": sha256(origin.raw) if origin.raw is not None else None, "source": origin.source,
    }  # fmt: skip


def bare(record: Record) -> str:
    """The record as exact JSON, without the report's text, which is kept once with the report."""
    return dump(replace(record, report=replace(record.report, text="")))


def _coding(connection: Connection, report_key: int, record: Record, coder: Coder, at: str) -> tuple[int, int | None]:
    """Key of the coding and the number of its entry; None where exactly this coding was kept before."""
    c, exact = schema.coding.c, bare(record)
    same = and_(c.report_key == report_key, c.tool == coder.tool, c.lexicon == coder.lexicon, c.sha256 == sha256(exact))
    kept = connection.execute(select(c.key).where(same)).scalar()
    if kept is not None:
        return kept, None
    row = coding_row(next_key(connection, c.key), report_key, exact, coder)
    connection.execute(insert(schema.coding), row)
    return row["key"], append(connection, "coding", row["key"], at, row)


def coding_row(key: int, report_key: int, exact: str, coder: Coder) -> dict[str, Any]:
    """A coding as its table holds it."""
    return {
        "key": key, "report_key": report_key, "tool": coder.tool, "lexicon": coder.lexicon, "record": exact,
        "sha256": sha256(exact),
    }  # fmt: skip


def _is_newest(connection: Connection, report_id: str, version: int) -> bool:
    r = schema.report.c
    return connection.execute(select(func.max(r.version)).where(r.id == report_id)).scalar() == version


def _first_ids(linker: Linker, record: Record) -> dict[str, str]:
    """The permanent ids of a report's first incidents."""
    return {i.id: linker.mention_id(record.report.id, i.id) for i in record.incidents}


def _mentions(
    connection: Connection, linker: Linker, record: Record, coding_key: int, origin: Origin, ids: dict[str, str]
) -> tuple[Telling, ...]:
    """Keep the incidents of a record as mentions under their permanent ids, and its claims."""
    told = linker.tellings(record, ids=ids, published_at=origin.published_at)
    insert_all(connection, insert(schema.mention), mention_rows(linker, record, told, coding_key))
    insert_all(connection, insert(schema.claim), [claim_row(c, coding_key, ids) for c in record.claims])
    return told


def mention_rows(linker: Linker, record: Record, told: Iterable[Telling], coding_key: int) -> list[dict[str, Any]]:
    """The mentions of a coding as their table holds them."""
    return [
        {
            "id": t.mention.id, "coding_key": coding_key, "local": t.incident.id, "features": dump(t.mention),
            "body": dump_telling(t), "passage": linker.passage(record, t.incident),
        }
        for t in told
    ]  # fmt: skip


def claim_row(claim: Claim, coding_key: int, ids: dict[str, str]) -> dict[str, Any]:
    """A claim as its table holds it."""
    return {
        "coding_key": coding_key, "id": claim.id, "mention_id": ids.get(claim.incident), "attribute": claim.attribute,
        "value": str(claim.value), "number": claim.value if isinstance(claim.value, int) else None, "bound": claim.bound,
        "who": claim.who, "speaker": claim.speaker, "speaker_id": claim.speaker_id, "via": "; ".join(claim.via),
        "stance": claim.stance, "revises": claim.revises, "said_on": claim.said_on, "start": claim.evidence.start,
        "end": claim.evidence.end, "rule": claim.rule,
    }  # fmt: skip


def _permanent_ids(connection: Connection, linker: Linker, record: Record) -> dict[str, str]:
    """Local id -> permanent id: the old one where an older coding knew the incident, else a new one never used before."""
    old = _told_before(connection, record.report.id)
    taken = _ids_ever(connection, record.report.id)
    ids = linker.align(old, record) if old else {}
    for incident in record.incidents:
        if incident.id not in ids:
            names = (
                incident.id if n == 0 else f"{incident.id}#{n}" for n in range(len(taken) + len(record.incidents) + 1)
            )
            free = (linker.mention_id(record.report.id, name) for name in names)
            ids[incident.id] = next(i for i in free if i not in taken and i not in ids.values())
    return ids


def _of_report(report_id: str) -> Any:
    coded = select(schema.coding.c.key).join(schema.report, schema.report.c.key == schema.coding.c.report_key)
    return coded.where(schema.report.c.id == report_id)


def _told_before(connection: Connection, report_id: str) -> list[Telling]:
    """The latest coding of each incident that the report ever told."""
    m = schema.mention.c
    query = select(m.id, m.body, m.features).where(m.coding_key.in_(_of_report(report_id))).order_by(m.coding_key, m.id)
    latest = {row.id: row for row in connection.execute(query)}
    return [replace(load_telling(row.body), mention=load_mention(row.features)) for row in latest.values()]


def _ids_ever(connection: Connection, report_id: str) -> set[str]:
    return set(
        connection.execute(
            select(schema.mention.c.id).where(schema.mention.c.coding_key.in_(_of_report(report_id)))
        ).scalars()
    )


def _current_of(connection: Connection, report_id: str) -> list[str]:
    query = select(schema.current.c.mention_id).where(schema.current.c.coding_key.in_(_of_report(report_id)))
    return sorted(connection.execute(query).scalars())


def _homes(connection: Connection, report_id: str) -> tuple[str, ...]:
    query = select(schema.current.c.incident_id).where(schema.current.c.coding_key.in_(_of_report(report_id)))
    return tuple(sorted(set(connection.execute(query).scalars())))
