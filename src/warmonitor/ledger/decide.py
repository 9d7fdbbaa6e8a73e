"""Deciding: each decision is an event with author and time, pinned to founding mentions so that it survives re-coding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from warmonitor.errors import BadOption
from warmonitor.ledger import schema
from warmonitor.ledger.chain import append, canonical, next_key
from warmonitor.ledger.decisions import ACTIONS, REASONS, check_correction
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.placing import regroup
from warmonitor.ledger.rows import insert_all, select_in
from warmonitor.ledger.ties import settle, tie_rows, undone_keys
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
    undoes = None
    if action == "undo":
        undoes = _undoable(connection, payload)
        anchor = str(
            connection.execute(select(schema.decision.c.mention_id).where(schema.decision.c.key == undoes)).scalar_one()
        )
    else:
        payload = _checked(connection, action, anchor, payload)
    ties = tie_rows(key, action, anchor, payload)
    row: dict[str, Any] = {
        "key": key, "action": action, "author": author, "mention_id": anchor, "payload": canonical(payload), "undoes": undoes,
    }  # fmt: skip
    connection.execute(insert(schema.decision), row)
    seq = append(connection, "decision", key, at, row)
    insert_all(connection, insert(schema.tie), ties)
    touched = [x for t in ties for x in (t["a"], t["b"])]
    if undoes is not None:
        touched += settle(connection, undoes)
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


def _checked(connection: Connection, action: str, anchor: str, payload: dict[str, Any]) -> dict[str, Any]:
    """The payload as it is kept."""
    if action == "correct":
        check_correction(payload.get("field", ""), payload.get("value"), payload.get("reason", ""))
    if action in ("reject", "send-back") and payload.get("reason") not in REASONS:
        raise BadOption(f"{action} needs a reason: {', '.join(REASONS)}")
    if action == "comment" and not str(payload.get("text", "")).strip():
        raise BadOption("a comment needs words")
    if action == "merge":
        if not payload.get("with"):
            raise BadOption("merge needs the other incident (`with`)")
        other = resolve(connection, str(payload["with"]))
        if other == anchor:
            raise BadOption(f"{anchor}: one incident already")
        return payload | {"with": other, "members": sorted(_members(connection, anchor) + _members(connection, other))}
    if action == "split":
        return _split(connection, anchor, payload)
    return payload


def _members(connection: Connection, incident_id: str) -> list[str]:
    c = schema.current.c
    return sorted(connection.execute(select(c.mention_id).where(c.incident_id == incident_id)).scalars())


def _split(connection: Connection, anchor: str, payload: dict[str, Any]) -> dict[str, Any]:
    """Which mentions are taken out, and what they are held apart from: all others of the incident."""
    members = _members(connection, anchor)
    out = sorted({m for x in payload.get("mentions", ()) for m in _named(connection, anchor, str(x))})
    rest = [m for m in members if m not in out]
    if not out or not rest:
        raise BadOption(f"split {anchor}: name some, not all, of its mentions or reports; it has {', '.join(members)}")
    return payload | {"mentions": out, "from": rest}


def _named(connection: Connection, anchor: str, name: str) -> list[str]:
    """A mention of the incident by its own id, or all those of a report."""
    c, m = schema.current.c, schema.mention.c
    query = select(c.mention_id).join(schema.mention, (m.id == c.mention_id) & (m.coding_key == c.coding_key))
    query = query.join(schema.coding, schema.coding.c.key == c.coding_key).join(
        schema.report, schema.report.c.key == schema.coding.c.report_key
    )
    query = query.where(c.incident_id == anchor, (c.mention_id == name) | (schema.report.c.id == name))
    found = list(connection.execute(query).scalars())
    if not found:
        raise BadOption(f"{name}: neither a mention of {anchor} nor a report that tells it")
    return found


def _undoable(connection: Connection, payload: dict[str, Any]) -> int:
    key = payload.get("decision")
    if connection.execute(select(schema.decision.c.key).where(schema.decision.c.key == key)).scalar() is None:
        raise BadOption(f"no decision {key} to undo; `history` lists them by number")
    if key in undone_keys(connection):
        raise BadOption(f"decision {key} is undone already")
    return int(key)  # type: ignore[arg-type]
