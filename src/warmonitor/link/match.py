"""How well two mentions fit as one happening: a sum of explained parts, and vetoes.

Each part is worth binary orders of magnitude of the odds, after Fellegi and Sunter (1969): agreement on something that
seldom agrees by chance is worth much. The weights stand in lexicon/linking/weights.toml.
"""

from __future__ import annotations

import math

from warmonitor.link.candidates import families
from warmonitor.link.names import like_people, same_actor, same_place_name
from warmonitor.link.story import story
from warmonitor.link.tables import kinds, weights
from warmonitor.model.linked import Match, Mention, Part, Point

Scored = tuple[Part, str | None]


def match(a: Mention, b: Mention) -> Match:
    """Score, parts (in a fixed order) and veto of a pair; symmetric. With a veto the parts end where it was found."""
    if b.order < a.order:
        a, b = b, a
    parts = [Part("prior", weights().prior, "two mentions of one block, nothing else known")]
    if a.report == b.report:
        return _sum(parts, "one report tells them apart")
    for compare in (_time, _kind, _place):
        part, veto = compare(a, b)
        parts.append(part)
        if veto is not None:
            return _sum(parts, veto)
    reports = _reports(a, b)
    told = (_actors(a, b), _weapons(a, b), _tolls(a, b), _words(a, b), reports, story(a, b, reports.points))
    return _sum([*parts, *told], None)


def _sum(parts: list[Part], veto: str | None) -> Match:
    return Match(round(sum(p.points for p in parts), 4), tuple(parts), veto)


def joins(fit: Match) -> bool:
    """True where a match holds two mentions together: no veto and a score at or above the threshold."""
    return fit.veto is None and fit.score >= weights().threshold


# time -----------------------------------------------------------------------------------------------------------------
def _bounds(m: Mention) -> tuple[int, int, bool]:
    """First and last possible day, and whether the beginning is told."""
    end = m.end if m.end is not None else m.told
    return (m.start, end, True) if m.start is not None else (end - int(weights().of("time", "lag_days")), end, False)


def _time(a: Mention, b: Mention) -> Scored:
    w = weights().section["time"]
    (s1, e1, told1), (s2, e2, told2) = _bounds(a), _bounds(b)
    lag = _told_gap(a, b)
    gap = max(s1, s2) - min(e1, e2)
    if gap > 0:
        sharp = a.precision == "day" and b.precision == "day" and told1 and told2
        slack = 0 if sharp else w["gap_vague_days"] * (1 if told1 and told2 else 2)
        why = f"{gap} days between them" + ("" if sharp else ", dates vague")
        return Part("time", round(w["gap"] * (1 + math.log2(gap)), 3), why), why if gap > slack else None
    if a.utc is not None and b.utc is not None and told1 and told2 and abs(a.utc - b.utc) > w["clock_minutes"]:
        hours = abs(a.utc - b.utc) / 60
        return Part("time", w["gap"], f"clock times {hours:.1f} hours apart"), f"clock times {hours:.1f} hours apart"
    if not (told1 and told2):
        points = w["open"] if told1 or told2 else w["both_open"]
        return Part("time", points - lag, "a day is not told, the other is within the lag"), None
    longest = max(e1 - s1, e2 - s2) + 1
    points = max(0.0, w["year"] - math.log2(longest)) - lag
    return Part("time", round(points, 3), "the same day" if longest == 1 else f"days agree within {longest}"), None


def _told_gap(a: Mention, b: Mention) -> float:
    """Points lost because the reports lie far apart: news is about the new."""
    if not a.told or not b.told or (a.precision == "day" and b.precision == "day"):
        return 0.0
    return max(0.0, math.log2(max(1, abs(a.told - b.told)) / 30)) * weights().of("time", "told_gap")


# place ----------------------------------------------------------------------------------------------------------------
def kilometres(p: Point, q: Point) -> float:
    """Great-circle distance of two located points (haversine, mean radius 6371 km)."""
    assert p.lat is not None and p.lon is not None and q.lat is not None and q.lon is not None
    lat1, lat2 = math.radians(p.lat), math.radians(q.lat)
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(q.lon - p.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _place(a: Mention, b: Mention) -> Scored:
    w = weights().section["place"]
    if not a.points or not b.points:
        return Part("place", w["nothing"], "a place is not told"), None
    pairs = [_pair(p, q) for p in a.points for q in b.points]
    points, why, near = max(pairs, key=lambda x: (x[0], x[1]))
    return Part("place", points, why), None if near else why


def _pair(p: Point, q: Point) -> tuple[float, str, bool]:
    """Points, reason and whether two points can be one place."""
    w, tolerance = weights().section["place"], weights().tolerance_km
    if p.country and q.country and p.country != q.country and max(p.precision, q.precision) == 3:
        return 0.0, f"{p.name} ({p.country}) and {q.name} ({q.country})", False
    same = same_place_name(p.name, q.name)
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return (w["same"], f"both {p.name}", True) if same else (0.0, f"{p.name} and {q.name}: no position", True)
    far = kilometres(p, q)
    rough = max(p.precision, q.precision)
    if rough == 3:
        wide = far <= tolerance[2] or p.country == q.country
        points = w["province"] if same or far <= tolerance[1] else w["country"]
        return points, f"{p.name} and {q.name}: {far:.0f} km, one of them a wide area", wide
    reach = max(tolerance[p.precision - 1], tolerance[q.precision - 1])
    if same and far <= w["same_name_km"]:
        return w["same"], f"{p.name} and {q.name}: one name, {far:.0f} km", True
    if far <= reach:
        return w["near"] if rough == 1 else w["province"], f"{p.name} and {q.name}: {far:.1f} km", True
    if far <= p.radius + q.radius:
        return w["city"], f"{p.name} and {q.name}: {far:.1f} km, within one city", True
    return -2.0, f"{p.name} and {q.name}: {far:.0f} km, too far for their precision", False


# kind -----------------------------------------------------------------------------------------------------------------
def _kind(a: Mention, b: Mention) -> Scored:
    w = weights().section["kind"]
    if a.subtype == b.subtype:
        return Part("kind", w["same"], f"both {a.subtype}"), None
    names = f"{a.subtype} and {b.subtype}"
    known = kinds()
    if a.subtype in known and b.subtype in known and known[a.subtype].means == known[b.subtype].means:
        return Part("kind", w["same_means"], names), None
    if a.type == b.type and set(families(a)) & set(families(b)):
        return Part("kind", w["same_type"], names), None
    if set(families(a)) & set(families(b)):
        return Part("kind", w["family"], names), None
    return Part("kind", w["other"], names), f"{names} are different happenings"


# who, with what, how many, in which words -----------------------------------------------------------------------------
def _shared(one: tuple[str, ...], two: tuple[str, ...]) -> str | None:
    return next((x for x in one for y in two if same_actor(x, y)), None)


def _like(one: tuple[str, ...], two: tuple[str, ...]) -> str | None:
    """Described people that may be one: "schoolgirls" and "girls", "evacuees" and "refugees"."""
    return next((f"{x} and {y}" for x in one for y in two if like_people(x, y)), None)


def _actors(a: Mention, b: Mention) -> Part:
    w = weights().section["actors"]
    points, why = 0.0, []
    for role, one, two in (("perpetrators", a.perpetrators, b.perpetrators), ("targets", a.targets, b.targets)):
        if one and two:
            shared = _shared(one, two)
            like = _like(one, two) if not shared and role == "targets" else None
            points += w[f"{role}_same"] if shared else w["targets_like"] if like else w[f"{role}_differ"]
            why.append(f"{role}: {shared}" if shared else f"{role}: {like}" if like else f"{role} differ")
    names = sorted(set(a.names) & set(b.names))
    if names:
        points += min(w["names_most"], w["names"] * len(names))
        why.append("names: " + ", ".join(names[:4]))
    return Part("actors", round(points, 3), "; ".join(why) or "nobody named in both")


def _weapons(a: Mention, b: Mention) -> Part:
    w = weights().section["weapons"]
    if not a.weapons or not b.weapons:
        return Part("weapons", 0.0, "not told by both")
    shared = sorted(set(a.weapons) & set(b.weapons))
    return Part("weapons", w["same"], ", ".join(shared)) if shared else Part("weapons", w["differ"], "differ")


def _tolls(a: Mention, b: Mention) -> Part:
    points, why = 0.0, []
    for kind, low, high in a.tolls:
        for other, low2, high2 in b.tolls:
            if kind == other:
                gain, reason = _toll(low, high, low2, high2)
                points += gain
                why.append(f"{kind} {reason}")
    return Part("tolls", round(max(-3.0, min(4.0, points)), 3), "; ".join(why) or "not told by both")


def _toll(low: int | None, high: int | None, low2: int | None, high2: int | None) -> tuple[float, str]:
    w = weights().section["tolls"]
    if low is not None and (low, high) == (low2, high2):
        return w["exact"] + math.log10(low + 1), f"{low} in both"
    top, bottom = _least(high, high2), max(low or 0, low2 or 0)
    if top is None or bottom <= top:
        return w["overlap"], "agree"
    return (
        (w["apart"], f"{bottom} and {top}")
        if bottom <= 3 * max(1, top)
        else (w["far"], f"{bottom} and {top}, far apart")
    )


def _least(a: int | None, b: int | None) -> int | None:
    return min(a, b) if a is not None and b is not None else (a if b is None else b)


def cosine(a: tuple[tuple[str, float], ...], b: tuple[tuple[str, float], ...]) -> float:
    """Cosine of two unit-length word weightings, both sorted by word (so that the sum does not depend on which is first)."""
    other = dict(a)
    return sum(x * other[w] for w, x in b if w in other)


def _words(a: Mention, b: Mention) -> Part:
    w = weights().section["words"]
    if not a.words or not b.words:
        return Part("words", 0.0, "no words")
    alike = cosine(a.words, b.words)
    points = max(w["none"], min(w["most"], w["scale"] * (alike - w["zero"])))
    return Part("words", round(points, 3), f"cosine {alike:.2f}")


def _reports(a: Mention, b: Mention) -> Part:
    """Reports that tell one story tell of the same background."""
    w = weights().section["reports"]
    alike = cosine(a.context, b.context)
    points = max(0.0, min(w["most"], w["scale"] * (alike - w["zero"])))
    return Part("reports", round(points, 3), f"cosine {alike:.2f}")
