"""Kept nouns as JSON and back: exact for what the ledger keeps, tolerant for the public record (RECORD form)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from warmonitor.errors import BadInput
from warmonitor.model import (
    Actor,
    Casualties,
    Claim,
    Incident,
    Link,
    Located,
    Place,
    Record,
    Report,
    Span,
    Statement,
    Weapon,
    When,
)  # fmt: skip
from warmonitor.model.linked import LinkedIncident, Mention, Telling

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Pydantic's reader and writer of one noun, made at its first use."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def dump(value: object) -> str:
    """Exact JSON of a noun, fields in the order of its declaration: one text for one value."""
    return str(adapter(type(value)).dump_json(value).decode("utf-8"))


def dump_telling(told: Telling) -> str:
    """A telling without what is kept beside it: the report's text, and what linking compares (the mention's features)."""
    m = told.mention
    bare = Mention(m.id, m.report, m.told, m.type, m.subtype, m.start, m.end, m.precision)
    return dump(replace(told, report=replace(told.report, text=""), mention=bare))


def load_telling(text: str) -> Telling:
    """A telling as `dump_telling` wrote it."""
    return adapter(Telling).validate_json(text)  # type: ignore[no-any-return]


def load_mention(text: str) -> Mention:
    """A mention from its exact JSON."""
    return adapter(Mention).validate_json(text)  # type: ignore[no-any-return]


def load_record(text: str) -> Record:
    """A record from its exact JSON."""
    return adapter(Record).validate_json(text)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class _Linking:
    """As much of a record as `load_links` reads."""

    links: tuple[Link, ...]


def load_links(text: str) -> tuple[Link, ...]:
    """The links alone of a record's exact JSON: much quicker than the whole record."""
    return adapter(_Linking).validate_json(text).links  # type: ignore[no-any-return]


def load_incident(text: str) -> LinkedIncident:
    """A linked incident from its exact JSON."""
    return adapter(LinkedIncident).validate_json(text)  # type: ignore[no-any-return]


# the public record ------------------------------------------------------------------------------------------------------
def record_of(data: Mapping[str, Any], text: str) -> Record:
    """The record that its public JSON form and the report's text stand for; raises BadInput naming what is missing."""
    try:
        return _record(data, text)
    except (KeyError, TypeError, ValueError) as e:
        name = data.get("report", {}).get("id", "?") if isinstance(data, Mapping) else "?"
        raise BadInput(f"record of {name}: {type(e).__name__}: {e}; its form is given by `warmonitor schema`") from e


def _record(data: Mapping[str, Any], text: str) -> Record:
    r = data["report"]
    report = Report(
        r["id"],
        text,
        _day(r.get("published")),
        r.get("title"),
        r.get("outlet"),
        r.get("url"),
        r.get("language") or "en",
    )
    if r.get("sha256") not in (None, report.sha256):
        raise ValueError("the text is not the one that was coded (sha256 differs)")
    return Record(
        report,
        tuple(_incident(i) for i in data.get("incidents", ())),
        tuple(_claim(c) for c in data.get("claims", ())),
        tuple(
            Statement(s["speaker"]["name"], s["act"], s.get("about") or "", s.get("target") or "", _span(s["evidence"]))
            for s in data.get("statements", ())
        ),
        tuple(
            Link(x["from"], x["to"], x["relation"], bool(x.get("hedged")), _span(x["evidence"]))
            for x in data.get("links", ())
        ),
        tuple(data.get("notes", ())),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _span(data: Mapping[str, int]) -> Span:
    return Span(data["start"], data["end"])


def _spans(data: Sequence[Mapping[str, int]] | Mapping[str, int] | None) -> tuple[Span, ...]:
    if data is None:
        return ()
    return (_span(data),) if isinstance(data, Mapping) else tuple(_span(x) for x in data)


def _incident(data: Mapping[str, Any]) -> Incident:
    d = data.get("date") or {}
    when = When(
        _day(d.get("start")), _day(d.get("end")), d.get("precision") or "unknown", d.get("basis") or "none",
        _instant(data.get("time_utc")),
    )  # fmt: skip
    return Incident(
        data["id"], data["type"], data["subtype"], data.get("label") or "", when,
        tuple(Located(_place(p), _spans(p.get("evidence"))) for p in data.get("places", ())),
        tuple(_actor(a) for a in data.get("actors", ())),
        tuple(Weapon(w["name"], _spans(w.get("evidence")), w.get("class"), w.get("count")) for w in data.get("weapons", ())),
        tuple(_toll(c) for c in data.get("casualties", ())),
        _spans(data.get("evidence")),
    )  # fmt: skip


def _place(p: Mapping[str, Any]) -> Place:
    return Place(
        p["name"],
        p.get("country"),
        p.get("lat"),
        p.get("lon"),
        p.get("precision") or 3,
        p.get("admin1"),
        p.get("geonameid"),
    )


def _actor(a: Mapping[str, Any]) -> Actor:
    return Actor(
        a["name"],
        a["role"],
        a["status"],
        _spans(a.get("evidence")),
        a.get("id"),
        a.get("kind") or "unknown",
        a.get("country"),
    )


def _toll(c: Mapping[str, Any]) -> Casualties:
    return Casualties(
        c["kind"], c.get("who") or "", c.get("side") or "unknown", c.get("low"), c.get("best"), c.get("high"),
        tuple(c.get("claims") or ()),
    )  # fmt: skip


def _claim(c: Mapping[str, Any]) -> Claim:
    speaker = c["speaker"]
    return Claim(
        c["id"], c["incident"], c["attribute"], c["value"], speaker["name"], c["stance"], _span(c["evidence"]),
        c.get("rule") or "", c.get("bound"), c.get("who"), speaker.get("id"),
        tuple(v["name"] if isinstance(v, Mapping) else v for v in c.get("via") or ()),
        c.get("revises"), c.get("said_on"), _spans(c.get("also")),
    )  # fmt: skip
