"""A record in its public form: one JSON document, schema `warmonitor/1`. The schema itself is `record.schema.json`.

Keys stand in a fixed order and coordinates are rounded to 5 digits (about a metre), so the same record gives the same bytes.
Unknown fields are absent or null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from importlib import resources
from typing import Any, TextIO

from warmonitor.lexicon.event_words import event_words
from warmonitor.model import (
    Actor,
    Casualties,
    Claim,
    Incident,
    Link,
    Located,
    Record,
    Report,
    Span,
    Statement,
    Weapon,
    When,
)

SCHEMA = "warmonitor/1"
SUFFIX = ".json"
DIGITS = 5

Json = dict[str, Any]


def write_records(records: Iterable[Record], out: TextIO) -> None:
    """One indented document after the other (what `jq` reads); with one record it is plain JSON."""
    for record in records:
        json.dump(to_dict(record), out, ensure_ascii=False, indent=1)
        out.write("\n")


def schema() -> Json:
    """The JSON Schema (2020-12) of a record; its types and subtypes are those of the lexicon."""
    found: Json = json.loads((resources.files("warmonitor.publish") / "record.schema.json").read_text("utf-8"))
    kinds: dict[str, list[str]] = {}
    for subtype, kind in sorted(event_words().types.items()):
        kinds.setdefault(kind, []).append(subtype)
    incident = found["$defs"]["incident"]
    incident["properties"]["type"]["enum"] = sorted(kinds)
    incident["properties"]["subtype"]["enum"] = sorted(s for of in kinds.values() for s in of)
    incident["allOf"] = [
        {"if": {"properties": {"type": {"const": k}}}, "then": {"properties": {"subtype": {"enum": of}}}}
        for k, of in sorted(kinds.items())
    ]
    return found


def to_dict(record: Record) -> Json:
    """The record as plain values."""
    document: Json = {
        "schema": SCHEMA,
        "report": _report(record.report),
        "incidents": [_incident(i) for i in record.incidents],
        "claims": [_claim(c) for c in record.claims],
        "statements": [_statement(s) for s in record.statements],
        "links": [_link(link) for link in record.links],
    }
    return document | ({"notes": list(record.notes)} if record.notes else {})


def _report(r: Report) -> Json:
    return {
        "id": r.id,
        "title": r.title,
        "outlet": r.outlet,
        "url": r.url,
        "published": r.published.isoformat() if r.published else None,
        "language": r.language,
        "sha256": r.sha256,
        "characters": len(r.text),
    }


def _incident(i: Incident) -> Json:
    head: Json = {"id": i.id, "type": i.type, "subtype": i.subtype, "label": i.label, "date": _date(i.when)}
    if i.when.utc:
        utc = i.when.utc.astimezone(UTC) if i.when.utc.tzinfo else i.when.utc
        head["time_utc"] = utc.strftime("%Y-%m-%dT%H:%MZ")
    return head | {
        "places": [_place(p) for p in i.places],
        "actors": [_actor(a) for a in i.actors],
        "weapons": [_weapon(w) for w in i.weapons],
        "casualties": [_casualties(c) for c in i.casualties],
        "evidence": [_span(s) for s in i.evidence],
    }


def _date(when: When) -> Json:
    return {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision,
        "basis": when.basis,
    }


def _place(located: Located) -> Json:
    p = located.place
    return {
        "name": p.name,
        "country": p.country,
        "admin1": p.admin1,
        "lat": _degrees(p.lat),
        "lon": _degrees(p.lon),
        "precision": p.precision,
        "geonameid": p.geonameid,
        "evidence": [_span(s) for s in located.evidence],
    }


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


def _actor(a: Actor) -> Json:
    return {
        "name": a.name,
        "id": a.entry,
        "kind": a.kind,
        "country": a.country,
        "role": a.role,
        "status": a.status,
        "evidence": [_span(s) for s in a.evidence],
    }


def _weapon(w: Weapon) -> Json:
    return {"name": w.name, "class": w.kind, "count": w.count, "evidence": [_span(s) for s in w.evidence]}


def _casualties(c: Casualties) -> Json:
    return {
        "kind": c.kind,
        "who": c.who,
        "side": c.side,
        "low": c.low,
        "best": c.best,
        "high": c.high,
        "claims": list(c.claims),
    }


def _claim(c: Claim) -> Json:
    claim: Json = {
        "id": c.id,
        "incident": c.incident,
        "attribute": c.attribute,
        "value": c.value,
        "bound": c.bound,
        "who": c.who,
        "speaker": {"name": c.speaker, "id": c.speaker_id},
        "via": list(c.via),
        "stance": c.stance,
        "revises": c.revises,
        "said_on": c.said_on,
        "evidence": _span(c.evidence),
    }
    if c.also:
        claim["also"] = [_span(s) for s in c.also]
    return claim | {"rule": c.rule}


def _statement(s: Statement) -> Json:
    return {
        "speaker": {"name": s.speaker},
        "act": s.act,
        "about": s.about,
        "target": s.target,
        "evidence": _span(s.evidence),
    }


def _link(link: Link) -> Json:
    return {
        "from": link.from_,
        "to": link.to,
        "relation": link.relation,
        "hedged": link.hedged,
        "evidence": _span(link.evidence),
    }


def _span(s: Span) -> Json:
    return {"start": s.start, "end": s.end}
