"""How an incident came to be what it is: every figure with its source and time, every change, every decision."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from warmonitor.ledger import schema
from warmonitor.ledger.codec import load_incident
from warmonitor.ledger.decide import resolve
from warmonitor.ledger.decisions import Decision, decisions_on
from warmonitor.model.linked import Figure, LinkedIncident


@dataclass(frozen=True, slots=True)
class Event:
    """One step: `at` when it was recorded (or said), `by` whom, `what` changed, `was` and `now` in words."""

    at: str
    by: str
    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class History:
    """`figures`: all claims about numbers in the order they were told. `changes`: what the ledger recorded, in order."""

    id: str
    figures: tuple[Figure, ...]
    changes: tuple[Event, ...]


def history(connection: Connection, incident_id: str) -> History:
    """The history of an incident, with that of the incidents that became part of it. BadOption for an unknown id."""
    home = resolve(connection, incident_id)
    kept = connection.execute(select(schema.incident.c.view).where(schema.incident.c.id == home)).scalar_one()
    view = load_incident(kept)
    figures = sorted((f for t in view.tolls for f in t.figures), key=lambda f: (f.told, f.kind, f.report, f.claim))
    events = [e for member in view.members for e in _versions(connection, member)]
    events += [(d.key, _decision(d)) for d in decisions_on(connection, view.members)]
    ordered = sorted(events, key=lambda x: (x[1].at, x[0]))
    return History(home, tuple(figures), tuple(e for _, e in ordered))


_FOR_THE_LEDGER = ("members", "from")
"""What a decision keeps so that it can be carried out again; a reader needs only what the author said."""


def _decision(d: Decision) -> Event:
    said = {k: ", ".join(v) if isinstance(v, list) else v for k, v in sorted(d.payload.items()) if k not in _FOR_THE_LEDGER}
    details = "; ".join(f"{k}: {v}" for k, v in said.items())
    made = f"undo of {d.undoes}" if d.undoes else f"{d.action} ({details})" if details else d.action
    return Event(d.at, d.author, f"decision {d.key}", "", made)


def _versions(connection: Connection, incident_id: str) -> list[tuple[int, Event]]:
    v, e = schema.version.c, schema.entry.c
    query = select(v.number, v.at, v.view, v.moved_to, e.kind, e.ref).join(schema.entry, e.seq == v.entry_seq)
    events: list[tuple[int, Event]] = []
    before, again = _taken_over(connection, incident_id), ""
    for row in connection.execute(query.where(v.incident_id == incident_id).order_by(v.number)):
        by = _cause(connection, row.kind, row.ref)
        after = load_incident(row.view) if row.view else None
        if after is None:
            where = f"part of {row.moved_to}" if row.moved_to else "no longer told"
            events.append((row.number, Event(row.at, by, incident_id, "an incident", where)))
            again = f"{incident_id} "
        elif before is None and again:
            events.append((row.number, Event(row.at, by, incident_id, "", "an incident of its own again")))
        else:
            told = changes(before, after)
            events += [(row.number, Event(row.at, by, again + what, was, now)) for what, was, now in told]
        before = after
    return events


def _taken_over(connection: Connection, incident_id: str) -> LinkedIncident | None:
    """The last view of an incident that became part of this one as this one came to be: what changed is told against it."""
    v = schema.version.c
    first = select(v.entry_seq).where(v.incident_id == incident_id).order_by(v.number).limit(1).scalar_subquery()
    led = select(v.incident_id, v.number).where(v.entry_seq == first, v.moved_to == incident_id).order_by(v.number)
    row = connection.execute(led.limit(1)).first()
    if row is None:
        return None
    last = select(v.view).where(v.incident_id == row.incident_id, v.number < row.number, v.view.is_not(None))
    view = connection.execute(last.order_by(v.number.desc()).limit(1)).scalar()
    return load_incident(view) if view else None


def _cause(connection: Connection, kind: str, ref: int) -> str:
    if kind == "decision":
        return str(connection.execute(select(schema.decision.c.author).where(schema.decision.c.key == ref)).scalar())
    r, c = schema.report.c, schema.coding.c
    query = select(r.id, r.version, r.outlet, c.tool).join(schema.coding, c.report_key == r.key).where(c.key == ref)
    row = connection.execute(query).first()
    return f"{row.id} v{row.version} ({row.outlet or 'no outlet'}), coded by {row.tool}" if row else kind


def changes(before: LinkedIncident | None, after: LinkedIncident) -> list[tuple[str, str, str]]:
    """(field, was, now) in words, for the fields a reader follows."""
    old, new = _fields(before) if before else {}, _fields(after)
    return [(k, old.get(k, ""), new.get(k, "")) for k in sorted(old | new) if old.get(k, "") != new.get(k, "")]


def span_words(low: int | None, best: int | None, high: int | None) -> str:
    """A range in words: "3 to 5, best 4"; open ends say so."""
    if low is None and high is None:
        return "not known"
    if low == high:
        return str(low)
    ends = (
        f"{low} to {high}"
        if low is not None and high is not None
        else f"{low} or more"
        if low is not None
        else f"up to {high}"
    )
    return ends if best is None else f"{ends}, best {best}"


def _fields(view: LinkedIncident) -> dict[str, str]:
    fields = {
        "kind": f"{view.type}/{view.subtype}", "grade": view.grade, "standing": view.standing,
        "date": f"{view.start} to {view.end}" if view.start != view.end else str(view.start),
        "places": ", ".join(p.name for p in view.places), "reports": ", ".join(view.reports),
        "weapons": ", ".join(view.weapons),
    }  # fmt: skip
    for role in ("perpetrator", "target", "participant"):
        fields[role] = ", ".join(f"{p.name} ({p.status})" for p in view.parties if p.role == role)
    return fields | {t.kind: span_words(t.low, t.best, t.high) for t in view.tolls}
