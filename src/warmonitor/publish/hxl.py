"""HXL-tagged CSV: a row of names, a row of hashtags, then one row an incident.

Mapping: lexicon/exports/hxl_columns.csv, after the HXL 1.1 standard and the tags that the Humanitarian Data Exchange
uses for its conflict data.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from warmonitor.lexicon import exports
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.columns import joined
from warmonitor.publish.countries import country
from warmonitor.publish.delimited import Delimited, Row
from warmonitor.publish.figures import figure
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sides import sides
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "hxl"
FILE = "hxl.csv"


def columns() -> tuple[tuple[str, str, str], ...]:
    """(name, hashtag, type) of each column, in order."""
    return tuple((r["column"], r["tag"], r["type"]) for r in exports.rows("hxl_columns", "column", "tag", "type"))


def rows(cleared: Cleared, release: str = "") -> list[Row] | str:
    """The row of an incident."""
    incident = cleared.incident
    both, told = sides(incident), incident.told()
    killed, injured, abducted = (figure(incident, k) for k in ("killed", "injured", "abducted"))
    return [
        {
            "incident_id": incident.id,
            "event_type": f"{incident.type}/{incident.subtype}",
            "weapon": joined(w.name for w in incident.weapons),
            "date_start": incident.when.start.isoformat() if incident.when.start else None,
            "date_end": incident.when.end.isoformat() if incident.when.end else None,
            "date_precision": incident.when.precision,
            "first_reported": told[0].isoformat() if told else None,
            "actor": joined(a.printed for a in both.first),
            "recipient": joined(a.printed for a in both.second),
            "attribution_status": joined(a.status for a in both.first),
            **_where(incident),
            "killed_low": killed.low, "killed_best": killed.best, "killed_high": killed.high,
            "injured_low": injured.low, "injured_best": injured.best, "injured_high": injured.high,
            "abducted": abducted.best if abducted.best is not None else abducted.low,
            "children_killed": children_killed(incident),
            "description": incident.label,
            "sources": joined(dict.fromkeys(s.outlet for s in incident.sources if s.outlet)),
            "source_urls": joined(dict.fromkeys(s.url for s in incident.sources if s.url)),
            "record_id": joined(s.id for s in incident.sources),
            "release": release,
        }
    ]  # fmt: skip


def _where(incident: PublishedIncident) -> Row:
    if not incident.places:
        return {}
    place, land = incident.places[0], country(incident.places[0].country)
    return {
        "country": land.name if land else None,
        "iso3": land.iso3 if land else None,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": place.precision,
    }


def children_killed(incident: PublishedIncident) -> int | None:
    """The lowest exact figure that somebody gives for children among the dead; None where nobody does."""
    words = exports.lookup("subset_words", "word", "group")
    said = [
        c.value
        for c in incident.claims
        if c.attribute == "killed" and isinstance(c.value, int) and c.stance != "denies" and c.who
        and {words.get(w.strip(",.").lower()) for w in c.who.split()} == {"children"}
    ]  # fmt: skip
    return min(said) if said else None


def open_sink(out: Path, edition: Edition) -> Delimited:
    """A sink for the file `out`; the release goes into its last column."""
    names = [name for name, _, _ in columns()]
    tags = [tag for _, tag, _ in columns()]
    return Delimited(out, Loss(FORMAT, edition.policy), partial(rows, release=edition.release), names, head=[tags])


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
