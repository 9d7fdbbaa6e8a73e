"""Toponyms to places: the candidates of the gazetteer weighed by the company that each name keeps in its report.

One name means one place in a report, but for stated nesting ("Paris, Texas"). Every candidate gets a score from how the
name is written, what kind of place the text says it is, the wider place named with it, the countries and nationalities of
the report, the distance to the other places, and, last, the number of people who live there; three rounds, since the
company has to be placed too. The approach is that of the cooperative resolvers (Leidner 2007; Lieberman and Samet 2012).
Everything here is a pure function of the mentions and the gazetteer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.explain import distance_km
from warmonitor.lexicon.gazetteer.keys import fold
from warmonitor.model.mention import Offset, Place, PlaceMention
from warmonitor.resolve.company import AREAS, Company, Group, close
from warmonitor.resolve.points import from_wider, with_offset
from warmonitor.resolve.spelling import spelled_alike

ROUNDS = 3
MOST = 80
"""Candidates weighed for one name."""
WIDE = frozenset({"country", "continent", "province", "region", "ocean", "sea"})
_STATED = frozenset({"province", "region", "district", "base", "airport", "river", "camp"})
"""Kinds of place that, where the text says them, tell namesakes apart."""
STRAY_KM = 250.0
"""A small place so far from all others of the report is not the one meant."""
ABROAD_KM = 60.0
"""The same for a small place in a country that the report is not about."""
SUPPORT = 0.15
"""Part of a report's country votes from which the namesake there is taken where the likeliest one is astray."""
ROUGH_KM = 5.0
"""To how much the supplement, which rounds to hundredths of a degree, may agree with a finer source."""
BORDER_KM = 60.0
"""A place across a border may still be told by the province on this side."""
AROUND_KM = 100.0
"""A farm, quarter or village told by a town lies no farther from it."""
SMALL = 20_000
METROPOLIS = 3_000_000
CAPITAL = 4.0
"""What it is worth to be the capital of a state: "Washington" alone is the city."""


class Lookup(Protocol):
    """What of the gazetteer is needed here."""

    @property
    def lookup(self) -> Callable[[str], tuple[Entry, ...]]: ...

    def demonym(self, word: str) -> str | None: ...

    def people(self, word: str) -> str | None: ...

    def seat_of(self, name: str) -> str | None: ...

    def division(self, code: str) -> str | None: ...

    @property
    def country(self) -> Callable[[str], tuple[Entry, ...]]: ...

    def similar(self, name: str, country: str) -> tuple[Entry, ...]: ...


def resolve_places(
    mentions: Sequence[PlaceMention], gazetteer: Lookup, *, outlet_country: str | None = None
) -> tuple[PlaceMention, ...]:
    """The mentions with their places located, in the same order; `why` tells the reasons, or why it stays unresolved.

    `outlet_country`: ISO code of the country that the outlet writes from, a weak hint.
    """
    groups, of = _grouped(mentions, gazetteer)
    for _ in range(ROUNDS):
        company = Company(mentions, groups, outlet_country)
        for g, group in enumerate(groups):
            _choose(g, group, company)
    _respell(mentions, groups, gazetteer, company)
    placed = [_placed(m, groups[of[i]], gazetteer, groups, of) if i in of else m for i, m in enumerate(mentions)]
    return tuple(
        p if m.within is not None and p.place.lat is None else with_offset(p) for p, m in zip(placed, mentions)
    )


def _respell(mentions: Sequence[PlaceMention], groups: list[Group], gazetteer: Lookup, company: Company) -> None:
    """Names without a candidate get the one place that is written much like them, in the country that the report is about."""
    known = [(g, x.best) for g, x in enumerate(groups) if x.best is not None and x.best.precision < 3]
    for g, group in enumerate(groups):
        if group.candidates or mentions[group.mentions[0]].role != "location":
            continue
        shares = company.shares(g)
        country = max(shares, key=lambda c: (shares[c], c), default=None)
        if country is None or shares[country] < MOST_OF_IT:
            continue
        near = [e for k, e in known if k != g and e.country == country]
        group.best = spelled_alike(mentions[group.mentions[0]].name, country, near, gazetteer.similar)
        group.reasons = ("spelled much like it, and no other place near the others is",)
        group.share, group.margin, group.distance = shares[country], 1.0, 0.0


MOST_OF_IT = 0.6
"""Part of a report's country votes from which a name of another spelling is looked for in that country."""


# groups -----------------------------------------------------------------------------------------------------------------
def _grouped(mentions: Sequence[PlaceMention], gazetteer: Lookup) -> tuple[list[Group], dict[int, int]]:
    """One group for each (name, kind, wider name), and the group's index for each mention."""
    plain: dict[str, str] = {}
    for m in mentions:  # a name nested once is meant so wherever it stands alone
        if m.within is not None:
            plain.setdefault(fold(m.name), fold(mentions[m.within].name))
    members: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        name = fold(m.name)
        wider = fold(mentions[m.within].name) if m.within is not None else plain.get(name, "")
        kind = m.place.kind if m.place.kind in _STATED else ""
        members[name, kind, wider].append(i)
    groups: list[Group] = []
    of: dict[int, int] = {}
    for (name, kind, _), indexes in members.items():
        first = mentions[indexes[0]]
        candidates = _candidates(first.name, kind, gazetteer)
        for i in indexes:
            of[i] = len(groups)
        groups.append(Group(name, tuple(indexes), candidates, kind, seat=gazetteer.seat_of(first.name)))
    by_name: dict[str, list[int]] = defaultdict(list)
    for g, group in enumerate(groups):
        by_name[group.name].append(g)
    for (_, _, wider), group in zip(members, groups, strict=True):
        if wider:
            group.wider = tuple(by_name.get(wider, ()))
    return groups, of


def _candidates(name: str, kind: str, gazetteer: Lookup) -> tuple[Entry, ...]:
    country = gazetteer.demonym(name)
    found = gazetteer.lookup(name)
    if country:
        return gazetteer.country(country) or found[:MOST]
    people = gazetteer.people(name)
    if people:
        return tuple(e for e in gazetteer.lookup(people) if e.exact and e.kind in WIDE) or found[:MOST]
    if kind in ("base", "airport", "camp"):
        found = (*gazetteer.lookup(f"{name} {kind}"), *found)
    return tuple({e.id: e for e in found[:MOST]}.values())


# choice -----------------------------------------------------------------------------------------------------------------
def _choose(g: int, group: Group, company: Company) -> None:
    if not group.candidates:
        group.best = None
        return
    shares, others = company.shares(g), company.others(g)
    scored = [(*_score(group, e, company, shares, others), e) for e in group.candidates]
    scored.sort(key=lambda s: (-s[0], -s[3].population, s[3].id))
    company_told = bool(shares)
    kept = [s for s in scored if not _stray(group, s[3], None, shares.get(s[3].country, 0.0), s[2], company_told)]
    if kept and kept[0] is not scored[0] and shares.get(kept[0][3].country, 0.0) < SUPPORT:
        kept = []  # the next best has no better claim
    group.score, group.reasons, group.distance, first = (kept or scored)[0]
    group.best = _by_hand(first, group)
    group.share, group.company = shares.get(group.best.country, 0.0), company_told
    rival = next((s for s in (kept or scored)[1:] if not _same_spot(s[3], first)), None)
    group.margin = group.score - rival[0] if rival else 4.0


def _by_hand(best: Entry, group: Group) -> Entry:
    """A town at the point that the supplement gives it, which somebody has looked up, rather than at the general one."""
    if best.source != "geonames":
        return best
    same = (e for e in group.candidates if e.source == "supplement" and e.exact and e.precision == 1 and _same_spot(e, best))
    found = min(same, key=lambda e: e.id, default=None)
    if found is None or distance_km(found.lat, found.lon, best.lat, best.lon) < ROUGH_KM:
        return best  # as well known, and more finely
    return replace(best, lat=found.lat, lon=found.lon, kind=found.kind)


def _same_spot(a: Entry, b: Entry) -> bool:
    return a.country == b.country and distance_km(a.lat, a.lon, b.lat, b.lon) < 60


def _score(
    group: Group, e: Entry, company: Company, shares: dict[str, float], others: list[tuple[Entry, float]]
) -> tuple[float, tuple[str, ...], float]:
    reasons: list[str] = []
    score = 0.55 * math.log10(e.population + 10)
    score += (1.5 if e.primary else 0.7) if e.exact else 0.0
    score += _kind_score(group, e, reasons)
    if group.seat == e.country and e.kind == "town" and e.exact and e.population > SMALL:
        score += CAPITAL
    if group.wider:
        held = max((_holds(company.groups[k], e) for k in group.wider), default=0.0)
        if held > 0:
            reasons.append(f"in {company.groups[group.wider[0]].name}, as stated")
        score += 6.0 * held
    share = shares.get(e.country, 0.0)
    if share > 0:
        score += 4.0 * math.sqrt(share)
        reasons.append(f"{share:.0%} of the report's country mentions are {e.country}")
    near, name, least = close(e, others) if e.kind not in AREAS else (0.0, "", 0.0)
    score += 2.2 * near
    if near > 0.3:
        reasons.append(f"close to {name}")
    return score, tuple(reasons), least


def _kind_score(group: Group, e: Entry, reasons: list[str]) -> float:
    """What the kind of place is worth: states and provinces are meant more often than villages of their name."""
    if e.kind == "district" and e.precision == 3:
        return -2.0  # known only by its province's point
    if group.kind and (group.kind == e.kind):
        reasons.append(f"a {e.kind}, as stated")
        return 3.0
    if group.kind == "region" and e.kind == "province":
        reasons.append("a province, which reports call a region")
        return 2.5
    if group.kind in ("province", "district") and e.kind not in ("province", "district"):
        return -1.5
    if e.kind in ("country", "continent", "ocean", "sea"):
        return 3.5
    if not e.primary and e.population < SMALL and any(o.exact and o.population > METROPOLIS for o in group.candidates):
        return -3.0  # "New York" is a village's other name too
    if e.source == "supplement":  # named there because reports of conflict name it
        return 2.0
    if e.kind == "province":
        return -1.5 if _twin(group, e) else 1.0
    if e.kind == "district":
        return -1.2 if _twin(group, e) else (0.3 if e.exact and e.primary else -0.5)
    return 0.0


def _twin(group: Group, e: Entry) -> bool:
    """A town of the same name lies in the division or near its point: the bare name means the town."""
    return any(
        o.precision == 1
        and o.country == e.country
        and (o.admin1 == e.admin1 or distance_km(o.lat, o.lon, e.lat, e.lon) < 150)
        for o in group.candidates
    )


def _holds(wider: Group, e: Entry) -> float:
    """1 where a candidate of the wider name holds e (its country, its province, or a place it lies beside), else 0."""
    for w in wider.candidates:
        if w.id == e.id:
            continue
        if w.kind == "country" and w.country == e.country:
            return 1.0
        if w.kind == "province" and w.admin1 == e.admin1:
            return 1.0
        if (
            w.kind not in ("country", "province", "continent")
            and w.country == e.country
            and distance_km(w.lat, w.lon, e.lat, e.lon) < max(40.0, w.radius)
        ):
            return 0.9
    return 0.0


# the place itself -------------------------------------------------------------------------------------------------------
def _placed(
    m: PlaceMention, group: Group, gazetteer: Lookup, groups: list[Group], of: dict[int, int]
) -> PlaceMention:
    e = group.best
    wider = groups[of[m.within]].best if m.within is not None and m.within in of else None
    if e is None or _stray(group, e, wider, group.share, group.distance, group.company) or _outside(e, wider, m.offset):
        return _unresolved(m, wider, gazetteer)
    e = _at_its_seat(e, group)
    loose = m.near or m.place.kind == "region"  # "near X"; "the region of X", where X is a town
    precision = max(2, e.precision) if loose else e.precision
    others = len(group.candidates) - 1
    reasons = list(group.reasons) or (["the most populous of its name"] if others else ["the only place of its name"])
    chosen = f"{e.name} ({', '.join(x for x in (gazetteer.division(e.admin1), e.country) if x)})"
    why = f"{chosen}, of {others + 1} candidates: " + "; ".join(reasons)
    place = Place(
        m.name, e.country or None, round(e.lat, 4), round(e.lon, 4), precision, gazetteer.division(e.admin1), e.geonameid,
        e.kind, why, e.population,
    )  # fmt: skip
    kept = m.within if wider is not None and _wider_than(wider, e) else None
    return replace(m, place=place, within=kept)


def _stray(group: Group, e: Entry, wider: Entry | None, share: float, distance: float, company: bool) -> bool:
    """A small place that nothing in the report supports: far from every other place of it, and not in a stated wider one.

    `share` of the report's country votes is for the country of e, `distance` kilometres to the nearest other place;
    `company`: the report names countries at all.
    """
    if e.source == "supplement" and not e.exact and share == 0.0 and company:
        return True  # sounds like a place known elsewhere
    if e.kind != "town" or e.source == "supplement" or group.seat == e.country:
        return False
    if not e.primary and share == 0.0 and company:
        return True  # another name of a town in a country that the report is not about
    if e.population > SMALL:
        return False
    if wider is not None and wider.country == e.country:
        return False
    if math.isinf(distance):
        return share == 0.0 and not e.exact
    return distance > (STRAY_KM if share >= 0.3 or not company else ABROAD_KM)


def _at_its_seat(e: Entry, group: Group) -> Entry:
    """A district at the point of the town that it is named after, where there is one: that is where its people live."""
    if e.kind != "district":
        return e
    seats = [
        o
        for o in group.candidates
        if o.precision == 1 and o.country == e.country and o.kind in ("town", "village")
        and (o.admin1 == e.admin1 or distance_km(o.lat, o.lon, e.lat, e.lon) < max(50.0, e.radius))
    ]  # fmt: skip
    if not seats:
        return e
    seat = max(seats, key=lambda o: (o.exact, o.primary, o.population, -o.id))
    return replace(e, lat=seat.lat, lon=seat.lon, precision=2, radius=min(e.radius, 60.0))


def _outside(e: Entry, wider: Entry | None, offset: Offset | None) -> bool:
    """The text says that the place is in a country, province or district, and e lies elsewhere."""
    if wider is None or wider.id == e.id or not wider.country or not e.country or e.kind in WIDE:
        return False
    if wider.kind == "country":
        return e.country != wider.country
    far = distance_km(e.lat, e.lon, wider.lat, wider.lon)
    if wider.precision == 1 or offset is not None:
        return far > (2 * offset.km + BORDER_KM if offset is not None else AROUND_KM)
    return e.country != wider.country and far > BORDER_KM or far > max(150.0, 3 * wider.radius)


def _unresolved(m: PlaceMention, wider: Entry | None, gazetteer: Lookup) -> PlaceMention:
    """The name alone; its country and province only where the text states a wider place, its point only from an offset."""
    place = replace(
        m.place, why="unresolved: no place of this name is known where the report is set", kind=m.place.kind or "town"
    )
    if wider is None:
        return replace(m, place=place)
    place = replace(place, country=wider.country or None, admin1=gazetteer.division(wider.admin1))
    found = from_wider(place, wider, None if m.near else m.offset)
    return replace(m, place=found, borrowed=found.lat is not None)


def _wider_than(wider: Entry, e: Entry) -> bool:
    """True where `wider` may hold e: a state or a province of it, or a town that a smaller place is part of."""
    if wider.id == e.id or wider.country not in ("", e.country):
        return False
    if wider.kind in ("country", "continent"):
        return e.kind not in ("country", "continent")
    if wider.precision > e.precision:
        return distance_km(wider.lat, wider.lon, e.lat, e.lon) < max(100.0, 2 * wider.radius)
    parts = e.kind not in ("town", "city", "district", "province", "region")
    return parts and distance_km(wider.lat, wider.lon, e.lat, e.lon) < 50.0
