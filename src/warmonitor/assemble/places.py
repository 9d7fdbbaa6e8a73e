"""Places of one incident, each with the words that name it: the narrowest that the report tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from warmonitor.assemble.clusters import km
from warmonitor.assemble.partlist import Part
from warmonitor.assemble.roles import STATE_KINDS
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.where import locations
from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.places import country_points
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Place, PlaceMention
from warmonitor.model.record import Located


def places_of(findings: Findings, sketches: Iterable[Sketch]) -> tuple[Located, ...]:
    """Where it happened: each place once, wider ones left out where a narrower one of theirs is named."""
    told = [(p, findings.reading.sentences[s.sentence].kind == "headline") for s in sketches for p in s.places]
    mentions = [p for p, headline in told if not headline] or [p for p, _ in told]  # the body wins over the headline
    mentions += [findings.places[p.within] for p in mentions if p.borrowed and p.within is not None and p.offset is None]
    groups: dict[tuple[object, ...], list[PlaceMention]] = {}
    for p in mentions:
        key: tuple[object, ...] = (p.place.name.lower(),)
        if p.place.lat is not None and not p.borrowed and p.place.precision < 3:
            key = (round(p.place.lat, 2), round(p.place.lon or 0, 2))
        groups.setdefault(key, []).append(p)
    merged = [min(ps, key=lambda p: (p.place.precision, p.span.start)) for ps in groups.values()]
    spans = {id(m): tuple(p.span for p in ps) for m, ps in zip(merged, groups.values(), strict=True)}
    kept = [m for m in merged if not _wider_than_another(m, merged)]
    kept = [m for m in kept if not any(_lies_in(findings, o, m) for o in kept if o is not m)]
    return tuple(Located(m.place, spans[id(m)]) for m in kept)


def home_of(parts: Iterable[Part]) -> tuple[Located, ...]:
    """The country of the state body that acts, for a state's own acts that the report does not place."""
    for p in parts:
        nation = next((n for n in open_nations().all if n.code and n.code == p.party.country), None)
        if nation is not None and p.party.kind in (*STATE_KINDS, "parliament") and p.role == "participant":
            point = country_points().get(nation.code or "")
            lat, lon = point if point is not None else (None, None)
            home = Place(nation.name, nation.code, lat, lon, 3, kind="country", why="country of the acting body")
            return (Located(home, (p.party.span,)),)
    return ()


def only_scene(findings: Findings) -> tuple[Located, ...]:
    """The one town or village that the whole report names as a place where things happen, () where it names none or several.

    It lies in the country that the report names most, or it may be where somebody spoke.
    """
    named = [p for p in locations(findings) if p.place.precision < 3 and findings.reading.sentence_of(p.span.start).kind == "body"]
    known = [p for p in named if p.place.lat is not None]
    if not known or any(far is None or far > SCENE_KM for p in named for far in (km(known[0], p),)):
        return ()
    countries = Counter(p.place.country for p in findings.places if p.place.country)
    if countries[known[0].place.country or ""] < max(countries.values()):
        return ()
    return (Located(known[0].place, tuple(p.span for p in known if p.name == known[0].name)),)


def _wider_than_another(m: PlaceMention, others: list[PlaceMention]) -> bool:
    if m.part is None and any(o.part is not None and o.name.endswith(m.name) for o in others):
        return True  # "Sinai" beside "northern Sinai"
    if m.place.kind == "country" or m.place.precision == 3 and m.place.kind != "unknown":
        return any(
            o is not m
            and (o.place.precision < 3 or m.place.kind == "country" and o.place.kind != "country")
            and o.place.country in (m.place.country, None)
            for o in others
        )
    return any(o is not m and _tells_where(m, o) for o in others)


SCENE_KM = 25.0
"""Places no farther apart are one scene."""
OUTSIDE_KM = 4.0
"""A village farther than this from a town's middle is no part of it."""
AROUND_KM = 30.0
"""A village is no farther from the town that it is told by."""
_BIG = 20_000
"""People from which a town may hold places with names of their own."""
_MANY = 5
"""Times as many people as a smaller town beside it."""
_INSIDE = frozenset("quarter street square market hospital facility shrine prison park".split())
_VILLAGES = frozenset("village suburb camp refugee-camp base airport hill checkpoint farm".split())


def _lies_in(findings: Findings, m: PlaceMention, wider: PlaceMention) -> bool:
    """m is a village or small town beside the larger one that another sentence names: that one only tells whereabouts.

    A quarter or building in a town is no such place: the town is where it happened too.
    """
    if m.borrowed or m.place.precision > 2 or wider.place.precision > 2 or wider.place.country != (m.place.country or wider.place.country):
        return False
    t = findings.reading.tokens
    if t[m.first].sentence == t[wider.first].sentence:
        return False
    far = km(m, wider)
    if far is None or not OUTSIDE_KM < far <= AROUND_KM or m.place.kind in _INSIDE:
        return False
    return _size(wider) > _size(m)


def _size(m: PlaceMention) -> int:
    """Rank of how wide the named place is: 0 villages, 1 small towns, 2 towns, 3 cities, 4 districts."""
    if m.place.kind in ("district", "region", "province"):
        return 4
    if m.place.kind in _VILLAGES:
        return 0
    return sum(m.place.population >= n for n in (1, _BIG, _BIG * _MANY))


NEAR_KM = 60.0
"""A place told by another one lies no farther from it."""


def _tells_where(m: PlaceMention, o: PlaceMention) -> bool:
    """m is there only to say where o is: "X, near M", "X lies 30 km south of M"."""
    far = km(m, o)
    return m.near and not o.near and o.place.precision < 3 and far is not None and far <= NEAR_KM
