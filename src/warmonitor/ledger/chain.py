"""The hash chain: every report, coding and decision that was kept, in order, each entry holding the hash of the last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select

from warmonitor.ledger import schema

GENESIS = "0" * 64


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: one text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(content: str | bytes) -> str:
    """Hexadecimal SHA-256 of bytes, or of a text in UTF-8."""
    return hashlib.sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def digest(row: Mapping[str, object] | RowMapping) -> str:
    """SHA-256 of a kept row. Long columns stand for themselves by their own hashes, so they are hashed here, anew."""
    values = {k: sha256(v) if isinstance(v, bytes) else v for k, v in row.items()}
    return sha256(canonical(values))


def link_hash(seq: int, kind: str, ref: int, at: str, row_digest: str, previous: str) -> str:
    """The hash of one entry."""
    return sha256(canonical([seq, kind, ref, at, row_digest, previous]))


def entry_row(seq: int, kind: str, ref: int, at: str, row: Mapping[str, object], previous: str) -> dict[str, str | int]:
    """An entry for a kept row, as its table holds it."""
    row_digest = digest(row)
    return {
        "seq": seq, "kind": kind, "ref": ref, "at": at, "digest": row_digest, "previous": previous,
        "hash": link_hash(seq, kind, ref, at, row_digest, previous),
    }  # fmt: skip


def last_link(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; 0 and the first link's predecessor where there is none."""
    e = schema.entry.c
    last = connection.execute(select(e.seq, e.hash).order_by(e.seq.desc()).limit(1)).first()
    return (last.seq, last.hash) if last else (0, GENESIS)


def append(connection: Connection, kind: str, ref: int, at: str, row: Mapping[str, object]) -> int:
    """Add an entry for a row just kept; its number."""
    seq, previous = last_link(connection)
    connection.execute(insert(schema.entry), entry_row(seq + 1, kind, ref, at, row, previous))
    return seq + 1


def next_key(connection: Connection, column: ColumnElement[int]) -> int:
    """One more than the greatest key so far; safe because one transaction alone writes."""
    return (connection.execute(select(func.max(column))).scalar() or 0) + 1
