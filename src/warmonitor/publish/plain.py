"""A published incident as plain values and back: the one form that loses nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter

from warmonitor.model import Place, When
from warmonitor.model.published import (
    PrivateName,
    PublishedActor,
    PublishedClaim,
    PublishedIncident,
    PublishedLink,
    PublishedSource,
    PublishedToll,
    PublishedWeapon,
)

Json = dict[str, Any]


def to_plain(incident: PublishedIncident) -> Json:
    """Keys in a fixed order; days and instants as ISO 8601 text, unknown values as None."""
    return {
        "id": incident.id,
        "revision": incident.revision,
        "type": incident.type,
        "subtype": incident.subtype,
        "label": incident.label,
        "date": {
            "start": _iso(incident.when.start),
            "end": _iso(incident.when.end),
            "precision": incident.when.precision,
            "basis": incident.when.basis,
        },
        "time_utc": utc_text(incident.when.utc),
        "places": [_dict(p) for p in incident.places],
        "actors": [_dict(a) for a in incident.actors],
        "weapons": [_dict(w) for w in incident.weapons],
        "casualties": [_dict(c) for c in incident.casualties],
        "claims": [_dict(c) for c in incident.claims],
        "sources": [_dict(s) | {"published": _iso(s.published)} for s in incident.sources],
        "grade": incident.grade,
        "grounds": list(incident.grounds),
        "links": [_dict(k) for k in incident.links],
        "private_names": [_dict(n) for n in incident.private_names],
    }


def one_line(plain: object) -> str:
    """Plain values as one line of JSON without blanks; several times as quick as the standard library."""
    return _ANYTHING.dump_json(plain).decode()


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def from_plain(plain: Json) -> PublishedIncident:
    """The incident of `to_plain`. Raises KeyError, TypeError or ValueError where the document is not one."""
    date_ = plain["date"]
    utc = datetime.strptime(plain["time_utc"], "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC) if plain["time_utc"] else None
    return PublishedIncident(
        id=plain["id"],
        revision=plain["revision"],
        type=plain["type"],
        subtype=plain["subtype"],
        label=plain["label"],
        when=When(_day(date_["start"]), _day(date_["end"]), date_["precision"], date_["basis"], utc),
        places=tuple(Place(**_tuples(p)) for p in plain["places"]),
        actors=tuple(PublishedActor(**_tuples(a)) for a in plain["actors"]),
        weapons=tuple(PublishedWeapon(**_tuples(w)) for w in plain["weapons"]),
        casualties=tuple(PublishedToll(**_tuples(c)) for c in plain["casualties"]),
        claims=tuple(PublishedClaim(**_tuples(c)) for c in plain["claims"]),
        sources=tuple(PublishedSource(**(s | {"published": _day(s["published"])})) for s in plain["sources"]),
        grade=plain["grade"],
        grounds=tuple(plain["grounds"]),
        links=tuple(PublishedLink(**_tuples(k)) for k in plain["links"]),
        private_names=tuple(PrivateName(**_tuples(n)) for n in plain["private_names"]),
    )


def utc_text(utc: datetime | None) -> str | None:
    """An instant to the minute, "2020-03-12T22:15Z"; one without a zone is taken as UTC."""
    if utc is None:
        return None
    return (utc.astimezone(UTC) if utc.tzinfo else utc).strftime("%Y-%m-%dT%H:%MZ")


_FIELDS = {
    noun: (tuple(noun.__dataclass_fields__), attrgetter(*noun.__dataclass_fields__))
    for noun in (
        Place, PublishedActor, PublishedWeapon, PublishedToll, PublishedClaim, PublishedSource, PublishedLink, PrivateName,
    )
}  # fmt: skip


def _dict(noun: Any) -> Json:
    """A flat dataclass as a dict; quicker than dataclasses.asdict, which copies deeply."""
    names, values = _FIELDS[type(noun)]
    return dict(zip(names, values(noun), strict=True))


def _tuples(plain: Json) -> Json:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
