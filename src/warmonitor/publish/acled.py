"""ACLED-shaped CSV: 31 columns, one row for each place and day of the two sides.

Mapping: lexicon/exports/acled_columns.csv and `acled_rules`, after ACLED's codebook. Ids are ours, never ACLED's.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

from warmonitor.model import Place
from warmonitor.model.published import PublishedClaim, PublishedIncident
from warmonitor.publish.acled_rules import CIVILIANS, days, event_type, fatalities, interaction, parties, shares
from warmonitor.publish.columns import joined
from warmonitor.publish.countries import country
from warmonitor.publish.delimited import Delimited, Row, layout
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.voices import voice
from warmonitor.publish.withhold import Cleared

FORMAT = "acled"
FILE = "acled.csv"


def rows(cleared: Cleared) -> list[Row] | str:
    """The rows of an incident, or why ACLED's rules do not take it."""
    incident = cleared.incident
    kind, dates = event_type(incident), days(incident.when)
    if kind is None:
        return f"no event type for {incident.type}/{incident.subtype}"
    if not dates:
        return "the day is not known to a month"
    if not incident.places:
        return "no place"
    cells = list(product(incident.places, dates))
    toll = shares(fatalities(incident), len(cells))
    common: Row = {
        "disorder_type": kind.disorder,
        "event_type": kind.event,
        "sub_event_type": kind.sub_event,
        "source": joined(dict.fromkeys(s.outlet for s in incident.sources if s.outlet)),
        "notes": notes(incident),
    }
    made: list[Row] = []
    for number, ((place, (day, precision)), dead) in enumerate(zip(cells, toll, strict=True), start=1):
        who = _who(incident, place)
        if who is None:
            return "no actor"
        made.append(
            common | who | _where(place) | {
                "event_id_cnty": incident.id if len(cells) == 1 else f"{incident.id}.{number}",
                "event_date": day.isoformat(),
                "year": day.year,
                "time_precision": precision,
                "fatalities": dead,
            }
        )  # fmt: skip
    return made


def _who(incident: PublishedIncident, place: Place) -> Row | None:
    first, second = parties(incident, place)
    if first is None:
        return None
    hit = second is not None and second.inter == CIVILIANS and incident.type != "strategic"
    return {
        "actor1": first.name,
        "assoc_actor_1": joined(first.associates),
        "inter1": first.inter,
        "actor2": second.name if second else None,
        "assoc_actor_2": joined(second.associates) if second else None,
        "inter2": second.inter if second else None,
        "interaction": interaction(first, second),
        "civilian_targeting": "Civilian targeting" if hit else None,
    }


def _where(place: Place) -> Row:
    land = country(place.country)
    return {
        "iso": land.numeric if land else None,
        "region": land.acled_region if land else None,
        "country": land.name if land else None,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": place.precision,
    }


def notes(incident: PublishedIncident) -> str:
    """A line for people: the label, the figures of each speaker, and how perpetrators are worded."""
    told: dict[str, list[str]] = {}
    for c in incident.claims:
        if c.attribute == "killed" and not c.who:
            told.setdefault(voice(c, incident), []).append(_figure(c))
    alleged = [a.printed for a in incident.actors if a.role == "perpetrator" and a.status not in ("stated", "claimed")]
    parts = [incident.label.rstrip(".")]
    if told:
        parts.append("Killed, by speaker: " + "; ".join(f"{s}: {', '.join(dict.fromkeys(f))}" for s, f in told.items()))
    if alleged:
        parts.append("Perpetrator: " + "; ".join(alleged))
    return ". ".join(parts) + "."


def _figure(claim: PublishedClaim) -> str:
    bound = {"min": "at least ", "max": "up to ", "approx": "about "}.get(claim.bound or "", "")
    return {"denies": "denies ", "hedges": "perhaps "}.get(claim.stance, "") + bound + str(claim.value)


def open_sink(out: Path, edition: Edition) -> Delimited:
    """A sink for the file `out`."""
    return Delimited(out, Loss(FORMAT, edition.policy), rows, layout(FORMAT))


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
