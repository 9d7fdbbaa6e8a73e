"""POLECAT-shaped TSV: 40 columns, one row an incident that PLOVER has an event type for; missing values are the word None.

Mapping: lexicon/exports/polecat_columns.csv, polecat_types.csv, polecat_quad.csv and polecat_scores.csv, after the PLOVER
and POLECAT codebooks. Ids of other projects stay missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from warmonitor.lexicon import exports
from warmonitor.model import Place
from warmonitor.model.published import PublishedActor, PublishedIncident
from warmonitor.publish.columns import joined
from warmonitor.publish.countries import country
from warmonitor.publish.delimited import Delimited, Row, layout
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sides import codes, sides
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "polecat"
FILE = "polecat.tsv"
VERSION = "warmonitor-incident/1"
MISSING = "None"


def rows(cleared: Cleared) -> list[Row] | str:
    """The row of an incident, or why POLECAT has no place for it."""
    incident = cleared.incident
    kind = event_type(incident)
    if kind is None:
        return f"no event type of PLOVER's for {incident.type}/{incident.subtype}"
    day = incident.when.start or incident.when.end
    if day is None:
        return "no day"
    both = sides(incident)
    first = incident.sources[0] if incident.sources else None
    told = incident.told()
    return [
        {
            "Event ID": incident.id,
            "Event Date": day.isoformat(),
            **kind,
            **_side("Actor", both.first),
            **_side("Recipient", both.second),
            **_where(incident.places),
            "Source": joined(dict.fromkeys(s.outlet for s in incident.sources if s.outlet)),
            "Publication Date": told[0].isoformat() if told else None,
            "Language": first.language if first else None,
            "Version": VERSION,
        }
    ]


def event_type(incident: PublishedIncident) -> Row | None:
    """Event type, mode, intensity, quad code and contexts; None where PLOVER has none."""
    for r in exports.rows("polecat_types", "type", "subtype", "event_type", "mode", "contexts"):
        if (r["type"], r["subtype"]) == (incident.type, incident.subtype) and r["event_type"]:
            scores = exports.lookup("polecat_scores", "code", "score")
            code = f"{r['event_type']}:{r['mode']}" if r["mode"] else r["event_type"]
            return {
                "Event Type": r["event_type"],
                "Event Mode": r["mode"],
                "Event Intensity": float(scores[code]),
                "Quad Code": exports.lookup("polecat_quad", "event_type", "quad")[r["event_type"]],
                "Contexts": r["contexts"],
            }
    return None


def _side(role: str, actors: tuple[PublishedActor, ...]) -> Row:
    if not actors:
        return {}
    sectors = list(dict.fromkeys(codes(a).polecat for a in actors))
    lands = [land.iso3 for a in actors if (land := country(a.country))]
    return {
        f"{role} Name": joined(a.printed for a in actors),
        f"{role} Country": joined(dict.fromkeys(lands)),
        f"Primary {role} Sector": sectors[0],
        f"{role} Sectors": joined(sectors),
        f"{role} Name Raw": joined(a.name for a in actors),
    }


def _where(places: tuple[Place, ...]) -> Row:
    if not places:
        return {}
    place, land = places[0], country(places[0].country)
    return {
        "Placename": place.name,
        "City": place.name if place.precision < 3 and place.kind == "town" else None,
        "Province": place.admin1,
        "Country": land.iso3 if land else None,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonameid or None,
        "Raw Placename": joined(p.name for p in places),
    }


def open_sink(out: Path, edition: Edition) -> Delimited:
    """A sink for the file `out`."""
    return Delimited(out, Loss(FORMAT, edition.policy), rows, layout(FORMAT), delimiter="\t", missing=MISSING)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
