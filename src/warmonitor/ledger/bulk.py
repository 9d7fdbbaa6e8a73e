"""Custody of many reports at once: the same rows and the same chain as one by one, in few statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, select

from warmonitor.ledger import schema
from warmonitor.ledger.chain import entry_row, last_link, next_key
from warmonitor.ledger.keep import Coder, Origin, bare, claim_row, coding_row, mention_rows, report_row, store
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.rows import insert_all, select_in
from warmonitor.model import Record

Item = tuple[Record, Origin]
PORTION = 2000


def store_all(connection: Connection, linker: Linker, items: Iterable[Item], coder: Coder, at: str) -> None:
    """Keep reports with their codings, mentions and claims, without placing them; those known already go one by one."""
    for portion in _portions(items):
        known = select_in(connection, select(schema.report.c.id), schema.report.c.id, [r.report.id for r, _ in portion])
        seen = {row.id for row in known}
        new: list[Item] = []
        later: list[Item] = []
        for item in portion:
            (later if item[0].report.id in seen else new).append(item)
            seen.add(item[0].report.id)
        _store_new(connection, linker, new, coder, at)
        for record, origin in later:
            store(connection, linker, record, coder, origin, at)


def _portions(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while portion := list(islice(rest, PORTION)):
        yield portion


def _store_new(connection: Connection, linker: Linker, items: list[Item], coder: Coder, at: str) -> None:
    """Reports whose ids the ledger does not know."""
    rows: dict[str, list[dict[str, Any]]] = {"report": [], "coding": [], "mention": [], "claim": [], "entry": []}
    report_key, coding_key = next_key(connection, schema.report.c.key), next_key(connection, schema.coding.c.key)
    seq, previous = last_link(connection)
    for n, (record, origin) in enumerate(items):
        report = report_row(report_key + n, 1, record.report, origin)
        coding = coding_row(coding_key + n, report_key + n, bare(record), coder)
        for kind, row in (("report", report), ("coding", coding)):
            entry = entry_row(seq + 1, kind, row["key"], at, row, previous)
            seq, previous = seq + 1, str(entry["hash"])
            rows[kind].append(row)
            rows["entry"].append(entry)
        ids = {i.id: linker.mention_id(record.report.id, i.id) for i in record.incidents}
        told = linker.tellings(record, ids=ids, published_at=origin.published_at)
        rows["mention"] += mention_rows(linker, record, told, coding_key + n)
        rows["claim"] += [claim_row(c, coding_key + n, ids) for c in record.claims]
    for name in ("entry", "report", "coding", "mention", "claim"):
        insert_all(connection, insert(schema.metadata.tables[name]), rows[name])
