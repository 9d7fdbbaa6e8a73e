"""ACLED's rules of coding: event types, sides, days and figures. Source: the ACLED codebook (2024) and its public CSV files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from warmonitor.lexicon import exports
from warmonitor.model import Place, When
from warmonitor.model.published import PublishedActor, PublishedIncident, PublishedToll
from warmonitor.publish.countries import country
from warmonitor.publish.figures import figure
from warmonitor.publish.sides import Sides, codes, sides

RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL, UNIDENTIFIED = 5, 6, 7, 8, 3
LONGEST_RUN = 31  # days of one incident that still become a row each


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type of ACLED with its disorder type."""

    event: str
    sub_event: str
    disorder: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a row: the actor, those associated with it, and its kind (None: unknown)."""

    name: str
    associates: tuple[str, ...]
    inter: int | None


def event_type(incident: PublishedIncident) -> EventType | None:
    """The event type by our type and subtype; who gained the ground and whether protesters died decide some."""
    conditions = _conditions(incident)
    for row in exports.rows("acled_types", "type", "subtype", "when", "event_type", "sub_event_type"):
        if (row["type"], row["subtype"]) == (incident.type, incident.subtype) and row["when"] in conditions:
            kind = (row["event_type"], row["sub_event_type"])
            return EventType(*kind, _disorder().get(kind) or _disorder()[(kind[0], "*")])
    return None


def _conditions(incident: PublishedIncident) -> frozenset[str]:
    winners = {codes(a).ged for a in incident.having("perpetrator")}
    found = {""}
    if winners == {"state"}:
        found.add("by-state")
    elif winners == {"organised"}:
        found.add("by-others")
    if (figure(incident, "killed").low or 0) > 0:
        found.add("deadly")
    return frozenset(found)


@cache
def _disorder() -> dict[tuple[str, str], str]:
    rows = exports.rows("acled_disorder", "event_type", "sub_event_type", "disorder_type")
    return {(r["event_type"], r["sub_event_type"]): r["disorder_type"] for r in rows}


# when ---------------------------------------------------------------------------------------------------------------
def days(when: When) -> tuple[tuple[date, int], ...]:
    """(day, time precision) of each row; nothing where the day is vaguer than a month.

    A stretch of three days or more whose days are known is a row a day; two days (a night, or sources that differ) are
    one row within a week.
    """
    if when.start is None or when.end is None:
        return ()
    length = (when.end - when.start).days + 1
    if length == 1:
        return ((when.start, {"week": 2, "month": 3}.get(when.precision, 1)),)
    if when.precision == "day" and 2 < length <= LONGEST_RUN:
        return tuple((when.start + timedelta(days=n), 1) for n in range(length))
    middle = when.start + timedelta(days=(length - 1) // 2)
    if length <= 8:
        return ((middle, 2),)
    return ((middle, 3),) if length <= LONGEST_RUN else ()


# who ----------------------------------------------------------------------------------------------------------------
def parties(incident: PublishedIncident, place: Place) -> tuple[Party | None, Party | None]:
    """Both sides of a row; None where there is nobody and ACLED has no general name for that."""
    both = _demonstrators_first(incident, sides(incident))
    land = country(place.country)
    where = f" ({land.name})" if land else ""
    first, second = _party(both.first, place, where), _party(both.second, place, where)
    if incident.type in ("protest", "riot"):
        code, crowd = (PROTESTERS, "Protesters") if incident.type == "protest" else (RIOTERS, "Rioters")
        associates = (
            (first.associates if first.inter in (RIOTERS, PROTESTERS, CIVILIANS) else (first.name,)) if first else ()
        )
        return Party(crowd + where, associates, code), second
    if incident.type == "strategic":
        return first, second
    unknown = Party(f"Unidentified Armed Group{where}", (), UNIDENTIFIED)
    if incident.type == "battle":
        return first or unknown, second or unknown
    if incident.type == "violence-against-civilians":
        return first or unknown, second or Party(f"Civilians{where}", (), CIVILIANS)
    return first or unknown, second


def _demonstrators_first(incident: PublishedIncident, both: Sides) -> Sides:
    """A crowd is ACLED's first actor, also where force was used on it."""
    if incident.type not in ("protest", "riot"):
        return both
    crowd = [a for a in (*both.first, *both.second) if codes(a).acled in (RIOTERS, PROTESTERS, CIVILIANS)]
    rest = [a for a in (*both.first, *both.second) if a not in crowd]
    return Sides(tuple(crowd), tuple(rest)) if crowd or incident.having("perpetrator") else both


def _party(actors: tuple[PublishedActor, ...], place: Place, where: str) -> Party | None:
    if not actors:
        return None
    inter = _inter(actors[0], place)
    general = {RIOTERS: "Rioters", PROTESTERS: "Protesters", CIVILIANS: "Civilians"}.get(inter or 0)
    names = tuple(dict.fromkeys(a.printed for a in actors))
    return Party(general + where, names, inter) if general else Party(names[0], names[1:], inter)


def _inter(actor: PublishedActor, place: Place) -> int | None:
    code = codes(actor).acled
    abroad = code == 1 and actor.country is not None and place.country is not None and actor.country != place.country
    return EXTERNAL if abroad else code


def interaction(first: Party | None, second: Party | None) -> int | None:
    """Both kinds as one number, the smaller first; a lone side has 0 second. None where a kind is unknown."""
    kinds = [p.inter for p in (first, second) if p]
    known = sorted(k for k in kinds if k is not None)
    if not known or len(known) < len(kinds):
        return None
    return known[0] * 10 + (known[1] if len(known) > 1 else 0)


# how many -----------------------------------------------------------------------------------------------------------
def fatalities(incident: PublishedIncident) -> int:
    """The lowest figure that stands; vague words by ACLED's table; 0 where no number is given."""
    return sum(_lowest(incident, t) for t in incident.casualties if t.kind == "killed")


def _lowest(incident: PublishedIncident, toll: PublishedToll) -> int:
    claims = [c for c in incident.claims if c.attribute == "killed" and c.id in toll.claims]
    vague = [v for c in claims if isinstance(c.value, str) and (v := vague_figure(c.value)) is not None]
    exact = [c for c in claims if isinstance(c.value, int)]
    return min(vague) if vague and not exact else toll.low or 0


def vague_figure(words: str) -> int | None:
    """ACLED's number for vague words, by the longest word of its table that they hold.

    >>> vague_figure("dozens of people"), vague_figure("several"), vague_figure("14")
    (12, 3, None)
    """
    table = exports.lookup("acled_vague", "word", "figure")
    found = [w for w in table if re.search(rf"\b{re.escape(w)}\b", words.lower())]
    return int(table[max(found, key=lambda w: (int(table[w]), len(w)))]) if found else None


def shares(whole: int, parts: int) -> Iterator[int]:
    """A figure divided over rows, the remainder on the first.

    >>> list(shares(8, 3))
    [4, 2, 2]
    """
    for n in range(parts):
        yield whole // parts + (whole % parts if n == 0 else 0)
