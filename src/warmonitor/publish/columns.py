"""Our own flat tables: incidents, claims, links, sources. One list of columns for CSV, Parquet, GeoJSON and frames.

Names, types, units and meanings stand in lexicon/exports/columns.csv; the functions here give the values in that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from warmonitor.lexicon import exports
from warmonitor.model.published import PublishedActor, PublishedIncident
from warmonitor.publish.countries import country
from warmonitor.publish.figures import KINDS, figure
from warmonitor.publish.plain import utc_text

Value = str | int | float | bool | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `type` is a Frictionless field type."""

    name: str
    type: str
    unit: str
    meaning: str


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of incidents, claims, links or sources, in order."""
    rows = exports.rows("columns", "table", "column", "type", "unit", "meaning")
    return tuple(Column(r["column"], r["type"], r["unit"], r["meaning"]) for r in rows if r["table"] == table)


def incident_row(i: PublishedIncident, policy: str, digest: str) -> Row:
    """The row of an incident that was cleared under the policy of that mark, its content having that digest."""
    place = i.places[0] if i.places else None
    land = country(place.country) if place else None
    told = i.told()
    perpetrators = [a for a in i.actors if a.role == "perpetrator"]
    return (
        i.id, i.revision, i.type, i.subtype, i.label,
        i.when.start.isoformat() if i.when.start else None, i.when.end.isoformat() if i.when.end else None,
        i.when.precision, utc_text(i.when.utc),
        place.country if place else None,
        land.name if land else None,
        place.admin1 if place else None, place.name if place else None,
        place.lat if place else None, place.lon if place else None, place.precision if place else None,
        place.geonameid or None if place else None,
        joined(p.name for p in i.places),
        names(perpetrators), joined(a.status for a in perpetrators),
        names([a for a in i.actors if a.role == "target"]), names([a for a in i.actors if a.role == "participant"]),
        joined(w.name for w in i.weapons),
        *(n for kind in KINDS for n in figure(i, kind)[:3]),
        len(i.claims), joined(dict.fromkeys(c.speaker for c in i.claims)),
        i.grade, joined(i.grounds),
        joined(dict.fromkeys(s.outlet for s in i.sources if s.outlet)),
        told[0].isoformat() if told else None, told[-1].isoformat() if told else None,
        policy, digest,
    )  # fmt: skip


def claim_rows(incident: PublishedIncident) -> Iterator[Row]:
    """One row a claim."""
    for c in incident.claims:
        yield (
            incident.id, c.id, c.attribute, str(c.value), c.bound, c.who, c.speaker, joined(c.via), c.stance,
            c.revises, c.said_on, c.sentence or None, c.report, c.rule or None,
        )  # fmt: skip


def link_rows(incident: PublishedIncident) -> Iterator[Row]:
    """One row a link."""
    for k in incident.links:
        yield incident.id, k.to, k.relation, k.hedged, k.sentence or None, k.report


def source_rows(incident: PublishedIncident) -> Iterator[Row]:
    """One row for each report of the incident."""
    for s in incident.sources:
        day = s.published.isoformat() if s.published else None
        yield incident.id, s.id, s.outlet, day, s.title, s.url, s.language


TABLES = ("incidents", "claims", "links", "sources")


def joined(values: Iterable[str]) -> str | None:
    """Values with semicolons between, None where there is none."""
    return "; ".join(v.replace(";", ",") for v in values) or None


def names(actors: list[PublishedActor]) -> str | None:
    """The printed names of actors."""
    return joined(a.printed for a in actors)
