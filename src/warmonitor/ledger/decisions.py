"""People's decisions as kept: what stands, what was taken back, and what they do to the view of an incident."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from sqlalchemy import Connection, select

from warmonitor.errors import BadOption
from warmonitor.ledger import schema
from warmonitor.ledger.asked import kinds
from warmonitor.ledger.rows import select_in
from warmonitor.model.label import label
from warmonitor.model.linked import Correction, LinkedIncident, Party, Spot, Standing, Toll
from warmonitor.model.mention import TollKind

ACTIONS = ("accept", "correct", "reject", "merge", "split", "send-back", "comment", "undo")
REASONS = (
    "wrong-kind", "wrong-date", "wrong-place", "wrong-actor", "wrong-toll", "wrong-weapon", "wrong-speaker",
    "not-an-incident", "duplicate", "two-incidents", "outdated", "unclear", "other",
)  # fmt: skip
FIELDS = ("type", "label", "start", "end", "place", "perpetrator", "target", "weapons", *get_args(TollKind))
_STANDING: dict[str, Standing] = {"accept": "accepted", "reject": "rejected", "send-back": "sent-back"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who, when, what, on which founding mention; `undoes` is the key of the decision it takes back."""

    key: int
    at: str
    author: str
    action: str
    mention: str
    payload: dict[str, Any]
    undoes: int | None


def decisions_on(connection: Connection, mentions: Iterable[str]) -> list[Decision]:
    """All decisions on incidents founded by these mentions, in the order they were made."""
    d, e = schema.decision, schema.entry.c
    query = select(d, e.at).join(schema.entry, (e.kind == "decision") & (e.ref == d.c.key))
    rows = select_in(connection, query, d.c.mention_id, mentions)
    found = [Decision(r.key, r.at, r.author, r.action, r.mention_id, json.loads(r.payload), r.undoes) for r in rows]
    return sorted(found, key=lambda x: x.key)


def standing_ones(decisions: Sequence[Decision]) -> list[Decision]:
    """Those not taken back; an undo that was itself undone takes nothing back."""
    undone: set[int] = set()
    for d in reversed(decisions):
        if d.undoes is not None and d.key not in undone:
            undone.add(d.undoes)
    return [d for d in decisions if d.key not in undone and d.action != "undo"]


def standing_of(decisions: Sequence[Decision]) -> Standing:
    """The latest accept, reject or send-back decides."""
    return next((_STANDING[d.action] for d in reversed(decisions) if d.action in _STANDING), "new")


def corrections_of(decisions: Sequence[Decision]) -> list[Correction]:
    """The corrections that stand, in the order they were made."""
    made = [d for d in decisions if d.action == "correct"]
    return [Correction(d.payload["field"], d.payload["value"], d.payload["reason"], d.author, d.at) for d in made]


def check_correction(field: str, value: object, reason: str) -> None:
    """Raises BadOption, naming the choices, where a correction is not one."""
    if field not in FIELDS:
        raise BadOption(f"no field {field!r} to correct; known are {', '.join(FIELDS)}")
    if reason not in REASONS:
        raise BadOption(f"no reason {reason!r}; known are {', '.join(REASONS)}")
    if field == "type" and (str(value).count("/") != 1 or value not in kinds()):
        raise BadOption(f"no type {value!r}; known are {', '.join(k for k in kinds() if '/' in k)}")
    try:
        _one(_BLANK, Correction(field, value, reason, "", ""))
    except (TypeError, ValueError, KeyError) as e:
        raise BadOption(f"{field}: cannot take {value!r}; {_FORMS.get(field, _FORMS['toll'])} ({e})") from e


_FORMS = {
    "type": "give type/subtype", "label": "give a line of words", "start": "give YYYY-MM-DD", "end": "give YYYY-MM-DD",
    "place": "give an object with name, country, lat, lon, precision", "perpetrator": "give a name or nothing",
    "target": "give a name or nothing", "weapons": "give a list of names",
    "toll": "give a number, or an object with low, best, high",
}  # fmt: skip
_BLANK = LinkedIncident("", "", "", "", None, None, "unknown", None, (), (), (), (), "single-source", (), (), (), ())


def corrected(view: LinkedIncident) -> LinkedIncident:
    """The view with its corrections applied, the latest of each field last; its label tells the corrected fields."""
    for correction in view.corrections:
        view = _one(view, correction)
    if not view.corrections or any(c.field == "label" for c in view.corrections):
        return view
    tolls = [(t.kind, t.low, t.high) for t in view.tolls]
    return replace(view, label=label(view.subtype, [p.name for p in view.places], view.start, view.end, tolls))


def _one(view: LinkedIncident, c: Correction) -> LinkedIncident:
    value: Any = c.value
    if c.field == "type":
        kind, subtype = str(value).split("/")
        return replace(view, type=kind, subtype=subtype)
    if c.field == "label":
        return replace(view, label=str(value))
    if c.field in ("start", "end"):
        day = date.fromisoformat(value)
        return (
            replace(view, start=day, precision="day") if c.field == "start" else replace(view, end=day, precision="day")
        )
    if c.field == "place":
        return replace(view, places=(_spot(value, c.author),))
    if c.field in ("perpetrator", "target"):
        others = tuple(p for p in view.parties if p.role != c.field)
        party = (Party(str(value), None, c.field, "stated", "unknown", None, (f"corrected by {c.author}",)),)
        return replace(view, parties=(party if value else ()) + others)
    if c.field == "weapons":
        return replace(view, weapons=tuple(sorted(str(x) for x in value)))
    return replace(view, tolls=_tolls(view.tolls, c))


def _spot(value: dict[str, Any], author: str) -> Spot:
    lat, lon = value.get("lat"), value.get("lon")
    if not (lat is None or -90 <= float(lat) <= 90) or not (lon is None or -180 <= float(lon) <= 180):
        raise ValueError("off the map")
    if int(value.get("precision", 1)) not in (1, 2, 3):
        raise ValueError("precision is 1, 2 or 3")
    return Spot(
        str(value["name"]), value.get("country"), value.get("admin1"), None if lat is None else float(lat),
        None if lon is None else float(lon), int(value.get("precision", 1)), (f"corrected by {author}",),
    )  # fmt: skip


def _tolls(tolls: tuple[Toll, ...], c: Correction) -> tuple[Toll, ...]:
    value: Any = c.value if isinstance(c.value, dict) else {"low": c.value, "best": c.value, "high": c.value}
    low, best, high = (None if value.get(k) is None else int(value[k]) for k in ("low", "best", "high"))
    known = [n for n in (low, best, high) if n is not None]
    if known != sorted(known) or any(n < 0 for n in known):
        raise ValueError("low, best and high must rise and none be below 0")
    old = next((t for t in tolls if t.kind == c.field), None)
    figures = old.figures if old else ()
    new = Toll(c.field, low, best, high, f"corrected by {c.author}: {c.reason}", False, figures)
    return tuple(sorted((*(t for t in tolls if t.kind != c.field), new), key=lambda t: get_args(TollKind).index(t.kind)))
