"""Briefs: what happened in an incident, a day, a country or a period, for reading; `brief_html` and `brief_markdown` print it.

Only cleared incidents enter, so a brief keeps the same policy as the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from warmonitor.model import When
from warmonitor.model.published import PublishedActor, PublishedClaim, PublishedIncident, PublishedSource
from warmonitor.publish.countries import country
from warmonitor.publish.figures import KINDS, Figure, figure, total
from warmonitor.publish.policy import Policy, strict
from warmonitor.publish.voices import voice
from warmonitor.publish.withhold import Cleared, Withheld, clear

_BOUND = {"min": "at least ", "max": "up to ", "approx": "about "}
_STANCE = {
    "hedges": "hedged",
    "denies": "denies",
    "claims-responsibility": "claims responsibility",
    "unknown": "not known",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is about: one incident, a country (ISO 3166-1 alpha-2), days from `since` to `until`, or all together."""

    incident: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, incident: PublishedIncident) -> bool:
        """True for an incident of this scope; one whose days are not known is in no period."""
        if self.incident is not None and incident.id != self.incident:
            return False
        if self.country is not None and self.country not in {p.country for p in incident.places}:
            return False
        if self.since is None and self.until is None:
            return True
        first, last = incident.when.start or incident.when.end, incident.when.end or incident.when.start
        if first is None or last is None:
            return False
        return (self.until is None or first <= self.until) and (self.since is None or last >= self.since)

    @property
    def title(self) -> str:
        """What the scope is called."""
        land = country(self.country)
        where = f" in {land.name if land else self.country}" if self.country else ""
        if self.since and self.since == self.until:
            return f"Incidents{where}, {day_words(self.since)}"
        since = f", {'' if self.until else 'from '}{day_words(self.since)}" if self.since else ""
        until = f" to {day_words(self.until)}" if self.until else ""
        return f"Incidents{where}{since}{until}"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One attribute of an incident with those who say it and those who deny or doubt it, in words."""

    attribute: str
    claimed: tuple[str, ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief ready to be printed: incidents by day, the toll over all of them, and the sources."""

    title: str
    policy: str
    incidents: tuple[PublishedIncident, ...]
    tolls: tuple[tuple[str, Figure], ...]
    sources: tuple[PublishedSource, ...]
    withheld: int


def make(incidents: Iterable[PublishedIncident], scope: Scope, *, policy: Policy | None = None) -> Brief:
    """The brief of the incidents in scope, under the policy; without one the strict one."""
    rules = policy or strict()
    outcomes = [clear(i, rules) for i in incidents if scope.holds(i)]
    shown = sorted((o.incident for o in outcomes if isinstance(o, Cleared)), key=_order)
    tolls = [(kind, total(c for i in shown for c in i.casualties if c.kind == kind)) for kind in KINDS]
    sources = {s.id: s for i in shown for s in i.sources}
    return Brief(
        shown[0].label if scope.incident and len(shown) == 1 else scope.title,
        rules.mark,
        tuple(shown),
        tuple((kind, f) for kind, f in tolls if f.said),
        tuple(sorted(sources.values(), key=lambda s: (s.published or date.min, s.id))),
        sum(isinstance(o, Withheld) for o in outcomes),
    )


def _order(i: PublishedIncident) -> tuple[date, date, str]:
    first = i.when.start or i.when.end or date.max
    return first, i.when.end or first, i.id


# words ------------------------------------------------------------------------------------------------------------
def day_words(day: date) -> str:
    """A day for reading.

    >>> day_words(date(2021, 5, 6))
    '6 May 2021'
    """
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def when_words(when: When) -> str:
    """The days of an incident, and the instant where one is known."""
    if when.start is None:
        words = f"by {day_words(when.end)}" if when.end else "day unknown"
    elif when.end is None:
        words = f"from {day_words(when.start)}"
    elif when.start == when.end:
        words = day_words(when.start)
    else:
        words = f"{day_words(when.start)} to {day_words(when.end)}"
    clock = f", {when.utc:%H:%M} UTC" if when.utc else ""
    return words + clock + ("" if when.precision in ("day", "unknown") else f" (within a {when.precision})")


def figure_words(f: Figure) -> str:
    """A range for reading.

    >>> [figure_words(Figure(*v)) for v in ((3, 3, 3), (3, 4, 5), (8, None, None), (None, None, 20), (None, None, None))]
    ['3', '3 to 5 (best placed: 4)', 'at least 8', 'up to 20', 'some']
    """
    best = f" (best placed: {f.best})" if f.best is not None and f.best != f.low else ""
    if f.low is not None and f.high is not None:
        return str(f.low) if f.low == f.high else f"{f.low} to {f.high}{best}"
    if f.low is not None:
        return f"at least {f.low}{best}"
    return f"up to {f.high}{best}" if f.high is not None else "some"


def toll_words(incident: PublishedIncident) -> tuple[str, ...]:
    """ "3 to 5 killed", one for each kind."""
    return tuple(f"{figure_words(f)} {kind}" for kind in KINDS if (f := figure(incident, kind)).said)


def place_words(incident: PublishedIncident) -> str:
    """Its places with their countries, those near or around a name told so."""
    near = {2: "near ", 3: "in the area of "}
    found = []
    for p in incident.places:
        land = country(p.country)
        parts = [p.name, p.admin1 if p.admin1 != p.name else None, land.name if land else None]
        found.append(near.get(p.precision, "") + ", ".join(x for x in parts if x))
    return "; ".join(found)


def actor_words(actors: Iterable[PublishedActor]) -> str:
    """The printed names of actors, claimed deeds marked."""
    return "; ".join(a.printed + (" (claimed by itself)" if a.status == "claimed" else "") for a in actors)


def claim_words(claim: PublishedClaim, incident: PublishedIncident) -> str:
    """A claim in few words: who, via whom, what, and how firmly."""
    via = f" (via {', '.join(claim.via)})" if claim.via else ""
    part = f" ({claim.who})" if claim.who else ""
    stance = f" ({_STANCE[claim.stance]})" if claim.stance in _STANCE else ""
    return f"{voice(claim, incident)}{via}: {_BOUND.get(claim.bound or '', '')}{claim.value}{part}{stance}"


def disputes(incident: PublishedIncident) -> tuple[Dispute, ...]:
    """For each attribute that anybody speaks of, who says what and who denies it."""
    found = []
    for attribute in dict.fromkeys(c.attribute for c in incident.claims):
        about = [c for c in incident.claims if c.attribute == attribute]
        say = (claim_words(c, incident) for c in about if c.stance in ("asserts", "hedges", "claims-responsibility"))
        deny = (claim_words(c, incident) for c in about if c.stance in ("denies", "unknown"))
        found.append(Dispute(attribute, tuple(dict.fromkeys(say)), tuple(dict.fromkeys(deny))))
    return tuple(found)


def source_words(source: PublishedSource) -> str:
    """Outlet, title and day of a report."""
    day = day_words(source.published) if source.published else "day unknown"
    return ", ".join(x for x in (source.outlet or source.id, source.title and f"“{source.title}”", day) if x)
