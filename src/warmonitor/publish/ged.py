"""UCDP GED-shaped CSV: 49 columns, one row an incident with at least one death and an organised actor.

Mapping: lexicon/exports/ged_columns.csv and ged_where.csv, after the UCDP GED codebook. All ids of UCDP's stay empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warmonitor.lexicon import exports
from warmonitor.model import Place, When
from warmonitor.model.published import PublishedActor, PublishedIncident
from warmonitor.publish.columns import joined
from warmonitor.publish.countries import country
from warmonitor.publish.delimited import Delimited, Row, layout
from warmonitor.publish.figures import Figure, total
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy
from warmonitor.publish.sides import codes, sides
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "ged"
FILE = "ged.csv"
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Dyad:
    """The two sides in UCDP's order: `turned` where side a is the one that was hit, `clash` where neither is known to be."""

    violence: int
    side_a: str
    side_b: str
    turned: bool = False
    clash: bool = False


def rows(cleared: Cleared) -> list[Row] | str:
    """The row of an incident, or why UCDP's rules do not take it."""
    incident = cleared.incident
    if not incident.places:
        return "no place"
    precision = date_precision(incident.when)
    if precision is None:
        return "the day is not known to a year"
    pair = dyad(incident)
    if pair is None:
        return "no two sides of which one is a state or an organised actor"
    dead = deaths(incident, pair)
    if dead["best"] < 1:
        return "no death that is certain"
    return [
        {
            "id": incident.id,
            "type_of_violence": pair.violence,
            "dyad_name": f"{pair.side_a} - {pair.side_b}",
            "side_a": pair.side_a,
            "side_b": pair.side_b,
            "date_prec": precision,
            **_when(incident.when),
            **_sources(incident),
            **_where(incident.places),
            **dead,
        }
    ]


def dyad(incident: PublishedIncident) -> Dyad | None:
    """Type of violence and sides: the state is side a; None where a side has no name or no kind that UCDP counts."""
    both = sides(incident)
    first, second = _leading(both.first), _leading(both.second)
    civilians_hit = not both.second and any(c.side == "civilian" for c in incident.casualties)
    if first and (civilians_hit or (second and codes(second).ged == "civilians")):
        return Dyad(ONE_SIDED, first.printed, "Civilians") if codes(first).ged in ("state", "organised") else None
    if not first or not second or not {codes(first).ged, codes(second).ged} <= {"state", "organised"}:
        return None
    if codes(first).ged == "state":
        return Dyad(STATE_BASED, first.printed, second.printed, clash=both.clash)
    if codes(second).ged == "state":
        return Dyad(STATE_BASED, second.printed, first.printed, turned=True, clash=both.clash)
    return Dyad(NON_STATE, first.printed, second.printed, clash=both.clash)


def _leading(actors: tuple[PublishedActor, ...]) -> PublishedActor | None:
    """The first organised actor of a side, else its first."""
    return next((a for a in actors if codes(a).ged in ("state", "organised")), actors[0] if actors else None)


def deaths(incident: PublishedIncident, pair: Dyad) -> dict[str, int]:
    """Dead by side and in all. The best figure where sources leave it open is the low one, as UCDP prefers it."""
    killed = [c for c in incident.casualties if c.kind == "killed"]
    groups = {
        "deaths_a": "perpetrator",
        "deaths_b": "target",
        "deaths_civilians": "civilian",
        "deaths_unknown": "unknown",
    }
    if pair.turned:
        groups |= {"deaths_a": "target", "deaths_b": "perpetrator"}
    counts = {column: sum(_best(total([c])) for c in killed if c.side == side) for column, side in groups.items()}
    if pair.clash:  # which of the two a toll's "target" was, nobody says
        unknown = sum(counts[c] for c in ("deaths_a", "deaths_b", "deaths_unknown"))
        counts |= {"deaths_a": 0, "deaths_b": 0, "deaths_unknown": unknown}
    if pair.violence == ONE_SIDED:
        counts |= {"deaths_civilians": counts["deaths_civilians"] + counts["deaths_b"], "deaths_b": 0}
    best = sum(counts.values())
    whole = total(killed)
    return counts | {"best": best, "high": max(best, whole.high or 0), "low": min(best, whole.low or 0)}


def _best(toll: Figure) -> int:
    return toll.best if toll.best is not None else toll.low or 0


def date_precision(when: When) -> int | None:
    """1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; None where it is vaguer or open."""
    if when.start is None or when.end is None:
        return None
    length = (when.end - when.start).days + 1
    limits = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
    return next((code for most, code in limits if length <= most), None)


def _when(when: When) -> Row:
    return {
        "year": when.start.year if when.start else None,
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
    }


def _sources(incident: PublishedIncident) -> Row:
    told = [
        ", ".join(p for p in (s.outlet, s.published and s.published.isoformat(), s.title) if p)
        for s in incident.sources
    ]
    speakers = dict.fromkeys(c.speaker for c in incident.claims if c.attribute == "killed")
    return {
        "number_of_sources": len(incident.sources),
        "source_article": joined(told),
        "source_office": joined(dict.fromkeys(s.outlet for s in incident.sources if s.outlet)),
        "source_date": joined(s.published.isoformat() for s in incident.sources if s.published),
        "source_headline": joined(s.title for s in incident.sources if s.title),
        "source_original": joined(s for s in speakers if s != "narrator"),
    }


def _where(places: tuple[Place, ...]) -> Row:
    place, land = places[0], country(places[0].country)
    located = place.lat is not None and place.lon is not None
    return {
        "where_prec": where_precision(place) if len(places) == 1 else max(5, where_precision(place)),
        "where_coordinates": place.name,
        "where_description": joined(p.name for p in places),
        "adm_1": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if located else None,
        "country": land.name if land else None,
        "region": land.ged_region if land else None,
        "event_clarity": 1 if len(places) == 1 else 2,
    }


@cache
def _where_table() -> dict[tuple[str, str], int]:
    rows = exports.rows("ged_where", "precision", "kind", "where_prec")
    return {(r["precision"], r["kind"]): int(r["where_prec"]) for r in rows}


def where_precision(place: Place) -> int:
    """UCDP's precision of a place by ours and its kind."""
    table = _where_table()
    return table.get((str(place.precision), place.kind)) or table[(str(place.precision), "")]


def open_sink(out: Path, edition: Edition) -> Delimited:
    """A sink for the file `out`."""
    return Delimited(out, Loss(FORMAT, edition.policy), rows, layout(FORMAT))


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)
