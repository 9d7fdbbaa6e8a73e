"""Builders of coded reports for tests of linking and of the ledger: a line of arguments, a whole record with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from warmonitor.model import Actor, Claim, Incident, Located, Place, Record, Report, Span, Weapon, When
from warmonitor.model.mention import Precision, Stance

TYPES = {
    "air-strike": "explosion", "shelling": "explosion", "suicide-bombing": "explosion", "remote-explosive": "explosion",
    "armed-clash": "battle", "attack": "violence-against-civilians", "abduction": "violence-against-civilians",
    "release": "strategic", "peaceful": "protest",
}  # fmt: skip
PLACES = {
    "Marib": ("YE", 15.4629, 45.3253), "Sirwah": ("YE", 15.45, 45.02), "Taiz": ("YE", 13.5789, 44.0219),
    "Khan Arnabah": ("SY", 33.18, 35.89), "Baath City": ("SY", 33.15, 35.86), "Gao": ("ML", 16.27, -0.04),
    "Ansongo": ("ML", 15.66, 0.50), "Ain Issa": ("SY", 36.38, 38.86), "Kobani": ("SY", 36.89, 38.35),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A claim to build: attribute, value, speaker."""

    attribute: str
    value: int | str
    speaker: str = "narrator"
    bound: str | None = None
    who: str | None = None
    stance: Stance = "asserts"
    via: tuple[str, ...] = ()
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An incident to build. `day` None: not told; `to`, `precision`: a vaguer date."""

    subtype: str
    place: str | None
    day: str | None
    said: tuple[Said, ...] = ()
    to: str | None = None
    precision: Precision = "day"
    utc: str | None = None
    by: tuple[tuple[str, str], ...] = ()
    against: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    words: str = ""
    place_precision: int = 1


def tell(report: str, published: str, *events: Event, outlet: str | None = None, extra: str = "") -> Record:
    """The record of a made-up report that tells these events, one paragraph each, all evidence in place."""
    text, incidents, claims = "", [], []
    for n, event in enumerate(events, 1):
        incident, made, text = _incident(f"i{n}", event, published, text, len(claims))
        incidents.append(incident)
        claims += made
    day = date.fromisoformat(published[:10])
    return Record(
        Report(report, text + extra, day, f"Report {report}", outlet or report), tuple(incidents), tuple(claims)
    )


def _incident(id_: str, e: Event, published: str, text: str, claimed: int) -> tuple[Incident, list[Claim], str]:
    start = len(text)
    text += f"On that day a {e.subtype} was told of in {e.place or 'the country'}. {e.words} "
    evidence, claims = Span(start, len(text)), []
    for n, said in enumerate(e.said, claimed + 1):
        at = len(text)
        text += f"{said.speaker} spoke of {said.value} {said.attribute}. "
        span = Span(at, len(text) - 1)
        claims.append(
            Claim(f"c{n}", id_, said.attribute, said.value, said.speaker, said.stance, span, "test", said.bound,  # type: ignore[arg-type]
                  said.who, None, said.via, None, said.said_on)
        )  # fmt: skip
    end = date.fromisoformat(e.to or e.day or published[:10])
    utc = datetime.fromisoformat(e.utc).replace(tzinfo=UTC) if e.utc else None
    when = When(date.fromisoformat(e.day) if e.day else None, end, e.precision if e.day else "unknown", "explicit", utc)
    actors = [Actor(name, "perpetrator", status, (evidence,)) for name, status in e.by]  # type: ignore[arg-type]
    actors += [Actor(name, "target", "stated", (evidence,)) for name in e.against]
    incident = Incident(
        id_, TYPES[e.subtype], e.subtype, f"{e.subtype} in {e.place or 'an unnamed place'}", when, _places(e, evidence),
        tuple(actors), tuple(Weapon(w, (evidence,)) for w in e.weapons), (), (evidence,),
    )  # fmt: skip
    return incident, claims, text + "\n\n"


def _places(e: Event, evidence: Span) -> tuple[Located, ...]:
    if e.place is None:
        return ()
    country, lat, lon = PLACES.get(e.place, (None, None, None))
    return (Located(Place(e.place, country, lat, lon, e.place_precision), (evidence,)),)
