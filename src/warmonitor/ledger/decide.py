"""Deciding: each decision is an event with author and time, pinned to founding mentions so that it survives re-coding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from warmonitor.errors import BadOption
from warmonitor.ledger import schema
from warmonitor.ledger.chain import append, canonical, next_key
from warmonitor.ledger.decisions import ACTIONS, REASONS, check_correction
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.placing import regroup
from warmonitor.ledger.rows import insert_all, select_in
from warmonitor.ledger.views import refresh


def resolve(connection: Connection, incident_id: str) -> str:
    """The id under which an incident stands now: an id names its founding mention and follows it. BadOption if unknown."""
    c = schema.current.c
    home = connection.execute(select(c.incident_id).where(c.mention_id == incident_id)).scalar()
    if home is not None:
        return str(home)
    last = select(schema.version.c.moved_to, schema.version.c.view).where(schema.version.c.incident_id == incident_id)
    row = connection.execute(last.order_by(schema.version.c.number.desc()).limit(1)).first()
    if row is None:
        raise BadOption(f"{incident_id}: no incident of this ledger has that id")
    if row.moved_to is None:
        raise BadOption(f"{incident_id}: its report no longer tells it; `history {incident_id}` shows what it was")
    return resolve(connection, row.moved_to)


def decide(
    connection: Connection, linker: Linker, action: str, incident_id: str, author: str, payload: dict[str, Any], at: str
) -> int:
    """Keep a decision and carry it out; its key. Raises BadOption, naming the choices, where it is none."""
    if action not in ACTIONS:
        raise BadOption(f"no decision {action!r}; known are {', '.join(ACTIONS)}")
    if not author.strip():
        raise BadOption("a decision needs its author")
    anchor = resolve(connection, incident_id)
    key = next_key(connection, schema.decision.c.key)
    ties: list[dict[str, Any]] = []
    undoes = None
    if action == "undo":
        undoes = _undoable(connection, payload)
        anchor = str(
            connection.execute(select(schema.decision.c.mention_id).where(schema.decision.c.key == undoes)).scalar_one()
        )
    else:
        payload, ties = _checked(connection, action, anchor, payload, key)
    row: dict[str, Any] = {
        "key": key, "action": action, "author": author, "mention_id": anchor, "payload": canonical(payload), "undoes": undoes,
    }  # fmt: skip
    connection.execute(insert(schema.decision), row)
    seq = append(connection, "decision", key, at, row)
    insert_all(connection, insert(schema.tie), ties)
    touched = [x for t in ties for x in (t["a"], t["b"])]
    if undoes is not None:
        touched += _untie(connection, undoes)
    _carry_out(connection, linker, touched, anchor, seq, at)
    return key


def _carry_out(connection: Connection, linker: Linker, tied: Sequence[str], anchor: str, seq: int, at: str) -> None:
    components = {
        r.component
        for r in select_in(connection, select(schema.current.c.component), schema.current.c.mention_id, tied)
    }
    affected = regroup(connection, linker, components) if components else set()
    home = connection.execute(
        select(schema.current.c.incident_id).where(schema.current.c.mention_id == anchor)
    ).scalar()
    refresh(connection, linker, affected | ({str(home)} if home else set()), seq, at)


def _checked(
    connection: Connection, action: str, anchor: str, payload: dict[str, Any], key: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The payload as it is kept, and the ties it makes."""
    if action == "correct":
        check_correction(payload.get("field", ""), payload.get("value"), payload.get("reason", ""))
    if action in ("reject", "send-back") and payload.get("reason") not in REASONS:
        raise BadOption(f"{action} needs a reason: {', '.join(REASONS)}")
    if action == "comment" and not str(payload.get("text", "")).strip():
        raise BadOption("a comment needs words")
    if action == "merge":
        other = resolve(connection, str(payload.get("with", "")))
        if other == anchor:
            raise BadOption(f"{anchor}: one incident already")
        return payload | {"with": other}, [_tie(key, anchor, other, 1)]
    if action == "split":
        return _split(connection, anchor, payload, key)
    return payload, []


def _split(
    connection: Connection, anchor: str, payload: dict[str, Any], key: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Hold the named mentions apart from all others of the incident; the named ones stay together."""
    c = schema.current.c
    members = sorted(connection.execute(select(c.mention_id).where(c.incident_id == anchor)).scalars())
    out = sorted({_member(connection, anchor, str(x)) for x in payload.get("mentions", ())})
    rest = [m for m in members if m not in out]
    if not out or not rest:
        raise BadOption(f"split {anchor}: name some, not all, of its mentions or reports; it has {', '.join(members)}")
    ties = [_tie(key, a, b, 0) for a in out for b in rest] + [_tie(key, out[0], b, 1) for b in out[1:]]
    return payload | {"mentions": out, "from": rest}, ties


def _member(connection: Connection, anchor: str, name: str) -> str:
    """A mention of the incident by its own id or by its report's."""
    c, m = schema.current.c, schema.mention.c
    query = select(c.mention_id).join(schema.mention, (m.id == c.mention_id) & (m.coding_key == c.coding_key))
    query = query.join(schema.coding, schema.coding.c.key == c.coding_key).join(
        schema.report, schema.report.c.key == schema.coding.c.report_key
    )
    query = query.where(c.incident_id == anchor, (c.mention_id == name) | (schema.report.c.id == name))
    found = connection.execute(query).scalar()
    if found is None:
        raise BadOption(f"{name}: neither a mention of {anchor} nor a report that tells it")
    return str(found)


def _tie(key: int, a: str, b: str, same: int) -> dict[str, Any]:
    a, b = sorted((a, b))
    return {"decision_key": key, "a": a, "b": b, "same": same}


def _undoable(connection: Connection, payload: dict[str, Any]) -> int:
    key = payload.get("decision")
    if connection.execute(select(schema.decision.c.key).where(schema.decision.c.key == key)).scalar() is None:
        raise BadOption(f"no decision {key} to undo; `history` lists them by number")
    d = schema.decision.c
    rows = connection.execute(select(d.key, d.undoes).where(d.undoes.is_not(None)).order_by(d.key.desc())).all()
    undone: set[int] = set()
    for row in rows:
        if row.key not in undone:
            undone.add(row.undoes)
    if key in undone:
        raise BadOption(f"decision {key} is undone already")
    return int(key)  # type: ignore[arg-type]


def _untie(connection: Connection, undone: int) -> list[str]:
    """Take back the ties of a decision, or of undoing one put them back; the mentions they touched."""
    d = schema.decision.c
    row = connection.execute(select(d.action, d.payload, d.mention_id, d.undoes).where(d.key == undone)).one()
    if row.action == "undo":
        ties = ties_of(connection, row.undoes)
        insert_all(connection, insert(schema.tie), ties)
    else:
        ties = ties_of(connection, undone)
        connection.execute(delete(schema.tie).where(schema.tie.c.decision_key == undone))
    return [x for t in ties for x in (t["a"], t["b"])]


def ties_of(connection: Connection, key: int) -> list[dict[str, Any]]:
    """The ties that a merge or split makes, from what was kept of it; none for other decisions."""
    d = schema.decision.c
    row = connection.execute(select(d.action, d.payload, d.mention_id).where(d.key == key)).one()
    payload = json.loads(row.payload)
    if row.action == "merge":
        return [_tie(key, row.mention_id, payload["with"], 1)]
    if row.action == "split":
        out, rest = payload["mentions"], payload["from"]
        return [_tie(key, a, b, 0) for a in out for b in rest] + [_tie(key, out[0], b, 1) for b in out[1:]]
    return []
