"""What people decided about which mentions are one: ties, made by merges and splits, gone when those are taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from warmonitor.ledger import schema
from warmonitor.ledger.rows import insert_all, select_in
from warmonitor.model.linked import Ties

TieRow = dict[str, Any]


def ties_among(connection: Connection, ids: Iterable[str]) -> Ties:
    """The ties that hold between some mentions."""
    members = set(ids)
    return _latest([r for r in select_in(connection, select(schema.tie), schema.tie.c.a, members) if r.b in members])


def all_ties(connection: Connection) -> Ties:
    """Every tie that holds."""
    return _latest(connection.execute(select(schema.tie)).all())


def _latest(rows: Sequence[Row[Any]]) -> Ties:
    """Of two decisions on one pair the later holds."""
    said = {(r.a, r.b): r.same for r in sorted(rows, key=lambda r: r.decision_key)}
    return Ties(frozenset(p for p, same in said.items() if same), frozenset(p for p, same in said.items() if not same))


def tie_rows(key: int, action: str, anchor: str, payload: dict[str, Any]) -> list[TieRow]:
    """The ties that a decision makes. A merge holds all members of both incidents to the founder of the one it was made on;
    a split holds the named mentions together and apart from all others."""
    if action == "merge":
        members = payload.get("members", [payload["with"]])
        return [_tie(key, anchor, m, 1) for m in members if m != anchor]
    if action == "split":
        out, rest = payload["mentions"], payload["from"]
        return [_tie(key, a, b, 0) for a in out for b in rest] + [_tie(key, out[0], b, 1) for b in out[1:]]
    return []


def _tie(key: int, a: str, b: str, same: int) -> TieRow:
    a, b = sorted((a, b))
    return {"decision_key": key, "a": a, "b": b, "same": same}


def undone_keys(connection: Connection) -> set[int]:
    """Decisions that are taken back; an undo that was itself undone takes nothing back."""
    d, undone = schema.decision.c, set[int]()
    for row in connection.execute(select(d.key, d.undoes).where(d.undoes.is_not(None)).order_by(d.key.desc())):
        if row.key not in undone:
            undone.add(row.undoes)
    return undone


def settle(connection: Connection, key: int) -> list[str]:
    """After an undo of decision `key`: the ties of the merge or split at its root as they now stand; the mentions they touch."""
    d = schema.decision.c
    row = connection.execute(select(schema.decision).where(d.key == key)).one()
    while row.undoes is not None:
        row = connection.execute(select(schema.decision).where(d.key == row.undoes)).one()
    rows = tie_rows(row.key, row.action, row.mention_id, json.loads(row.payload))
    connection.execute(delete(schema.tie).where(schema.tie.c.decision_key == row.key))
    if row.key not in undone_keys(connection):
        insert_all(connection, insert(schema.tie), rows)
    return [x for r in rows for x in (r["a"], r["b"])]


def standing_rows(connection: Connection) -> list[TieRow]:
    """The ties of all decisions that stand, made anew from what was kept of them."""
    undone = undone_keys(connection)
    made = connection.execute(select(schema.decision).where(schema.decision.c.action.in_(("merge", "split")))).all()
    return [
        t for r in made if r.key not in undone for t in tie_rows(r.key, r.action, r.mention_id, json.loads(r.payload))
    ]
