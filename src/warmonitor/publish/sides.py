"""The two sides of an incident, as data sets of one row an event want them, and the kinds of actors in their codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from warmonitor.lexicon import exports
from warmonitor.model.published import PublishedActor, PublishedIncident


@dataclass(frozen=True, slots=True)
class Codes:
    """An actor's kind in other data sets: ACLED's number, UCDP's part (state, organised, civilians), POLECAT's sector."""

    acled: int | None
    ged: str
    polecat: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acted and who was acted on; both may be empty. `clash`: neither is known to have attacked."""

    first: tuple[PublishedActor, ...]
    second: tuple[PublishedActor, ...]
    clash: bool = False


@cache
def _codes() -> dict[str, Codes]:
    rows = exports.rows("actor_kinds", "kind", "acled", "ged", "polecat")
    return {r["kind"]: Codes(int(r["acled"]) if r["acled"] else None, r["ged"], r["polecat"]) for r in rows}


def codes(actor: PublishedActor) -> Codes:
    """The codes of an actor's kind; those of unknown for a kind that the table lacks."""
    return _codes().get(actor.kind) or _codes()["unknown"]


def sides(incident: PublishedIncident) -> Sides:
    """Perpetrators against targets; else the first participant against the others.

    Someone named only to deny it is on no side. Participants beside a known perpetrator are bystanders and responders.
    """
    first, second = incident.having("perpetrator"), incident.having("target")
    others = incident.having("participant")
    if first or (second and not others):
        return Sides(first, second)
    if second:
        return Sides((), second) if incident.type != "battle" else Sides(others, second, clash=True)
    return Sides(others[:1], others[1:], clash=True)
