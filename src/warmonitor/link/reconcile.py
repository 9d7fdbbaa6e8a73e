"""What the mentions of one happening amount to: every field by a stated rule, every disagreement kept in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date

from warmonitor.link.grade import grade
from warmonitor.link.match import kilometres
from warmonitor.link.names import fold, same_actor, same_place_name
from warmonitor.link.tolls import tolls
from warmonitor.model import Actor, Place
from warmonitor.model.label import label
from warmonitor.model.linked import Correction, LinkedIncident, Party, Point, Spot, Standing, Telling
from warmonitor.model.mention import Precision

STATUS_ORDER = ("claimed", "stated", "attributed", "suspected", "denied")
FINENESS: tuple[Precision, ...] = ("day", "week", "month", "year", "unknown")


def reconcile(
    tellings: Sequence[Telling],
    *,
    standing: Standing = "new",
    corrections: Sequence[Correction] = (),
) -> LinkedIncident:
    """One incident from its mentions (at least one). Corrections by people are kept with it; the ledger applies them."""
    told = sorted(tellings, key=lambda t: t.mention.order)
    type_, subtype, kind_note = _kind(told)
    start, end, precision, day_note = _when(told)
    numbers, places = tolls(told), _places(told)
    line = label(subtype, [p.name for p in places], start, end, [(t.kind, t.low, t.high) for t in numbers])
    grade_, reasons = grade(told)
    clocks = sorted(
        {t.incident.when.utc.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") for t in told if t.incident.when.utc}
    )
    notes = [n for n in (kind_note, day_note) if n]
    notes += [f"{t.kind}: figures cannot all be true" for t in numbers if t.disputed]
    return LinkedIncident(
        id=told[0].mention.id, type=type_, subtype=subtype, label=line, start=start, end=end,
        precision=precision, time_utc=clocks[0] if clocks else None, places=places, parties=_parties(told),
        weapons=_weapons(told), tolls=numbers, grade=grade_, reasons=reasons, speakers=_speakers(told),
        members=tuple(t.mention.id for t in told), reports=tuple(dict.fromkeys(t.report.id for t in told)),
        standing=standing, corrections=tuple(corrections), disagreements=tuple(notes),
    )  # fmt: skip


def _kind(told: Sequence[Telling]) -> tuple[str, str, str]:
    """The subtype that most outlets give; of equally many, the one told first ("other" last)."""
    votes: dict[tuple[str, str], set[str]] = {}
    for t in told:
        votes.setdefault((t.incident.type, t.incident.subtype), set()).add(t.report.outlet or t.report.id)
    ranked = sorted(votes, key=lambda k: (k[1] == "other", -len(votes[k])))
    note = "" if len(votes) == 1 else "kind told as " + ", ".join(f"{s} ({len(votes[t, s])})" for t, s in ranked)
    return ranked[0][0], ranked[0][1], note


def _when(told: Sequence[Telling]) -> tuple[date | None, date | None, Precision, str]:
    """The finest telling, narrowed by the others that overlap it; sources that differ: earliest to latest day."""
    whens = [t.incident.when for t in told if t.incident.when.start or t.incident.when.end]
    if not whens:
        return None, None, "unknown", ""
    finest = min((w.precision for w in whens), key=FINENESS.index)
    sharp = [w for w in whens if w.precision == finest]
    starts, ends = [w.start for w in sharp if w.start], [w.end for w in sharp if w.end]
    if not starts:
        return None, min(ends), finest, ""
    start, end = max(starts), min(ends) if ends else None
    if end is None or start <= end:
        return start, end, finest, ""
    days = sorted({f"{w.start} to {w.end}" if w.start != w.end else str(w.start) for w in sharp})
    return min(starts), max(ends), finest, "days differ: " + ", ".join(days)


def _places(told: Sequence[Telling]) -> tuple[Spot, ...]:
    """Each place once under the name told most; a wide area only where nothing finer lies in its country."""
    groups: list[list[tuple[Place, str]]] = []
    for place, report in sorted(
        ((p.place, t.report.id) for t in told for p in t.incident.places),
        key=lambda x: (x[0].precision, x[0].lat is None),
    ):
        group = next((g for g in groups if _one_place(g[0][0], place)), None)
        groups.append([(place, report)]) if group is None else group.append((place, report))
    finer = {g[0][0].country for g in groups if g[0][0].precision < 3}
    kept = [g for g in groups if g[0][0].precision < 3 or g[0][0].country not in finer]
    return tuple(_spot(g) for g in kept)


def _one_place(p: Place, q: Place) -> bool:
    if p.geonameid is not None and p.geonameid == q.geonameid:
        return True
    if not same_place_name(fold(p.name), fold(q.name)) or p.country != q.country:
        return False
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return True
    return kilometres(Point("", None, p.lat, p.lon, 1), Point("", None, q.lat, q.lon, 1)) < 60


def _spot(group: Sequence[tuple[Place, str]]) -> Spot:
    first = group[0][0]
    name = _most(p.name for p, _ in group)
    return Spot(
        name, first.country, first.admin1, first.lat, first.lon, first.precision, tuple(sorted({r for _, r in group}))
    )


def _most(words: Iterable[str]) -> str:
    """The commonest of some words; of equally common ones the first in the alphabet."""
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], w))


def _parties(told: Sequence[Telling]) -> tuple[Party, ...]:
    groups: list[list[tuple[Actor, str]]] = []
    for t in told:
        for actor in t.incident.actors:
            group = next((g for g in groups if _one_actor(g[0][0], actor)), None)
            groups.append([(actor, t.report.id)]) if group is None else group.append((actor, t.report.id))
    return tuple(_party(g) for g in groups)


def _one_actor(a: Actor, b: Actor) -> bool:
    if a.role != b.role:
        return False
    if a.entry is not None and b.entry is not None:
        return a.entry == b.entry
    return same_actor(a.name, b.name)


def _party(group: Sequence[tuple[Actor, str]]) -> Party:
    first = next((a for a, _ in group if a.entry), group[0][0])
    status = min((a.status for a, _ in group), key=STATUS_ORDER.index)
    name = max((a.name for a, _ in group), key=lambda n: (len(n), n))
    kind = next((a.kind for a, _ in group if a.kind != "unknown"), "unknown")
    country = next((a.country for a, _ in group if a.country), None)
    return Party(name, first.entry, first.role, status, kind, country, tuple(sorted({r for _, r in group})))


def _weapons(told: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(sorted({w.name for t in told for w in t.incident.weapons}))


def _speakers(told: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(sorted({c.speaker for t in told for c in t.claims if c.speaker != "narrator"}))
