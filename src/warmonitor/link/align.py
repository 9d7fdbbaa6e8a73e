"""Which incident of a new coding is which of an older coding of the same report: so that ids stay when code improves."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.link.match import cosine
from warmonitor.link.mention import tellings
from warmonitor.link.names import fold, same_place_name
from warmonitor.model import Record
from warmonitor.model.linked import Telling

ENOUGH = 4.0


def align(old: Sequence[Telling], record: Record) -> dict[str, str]:
    """Local id in `record` -> permanent id from `old`, for the incidents that are the same happening.

    The best-fitting pairs are taken first, each incident once; a pair fits where kind, time, place and the words that
    tell it agree enough. Incidents that fit none are left out: they are new. Offsets are not compared, since the text may
    be another version.
    """
    fits = [(-_fit(t, n), t.mention.id, n.incident.id) for t in old for n in tellings(record)]
    found: dict[str, str] = {}
    for fit, permanent, local in sorted(fits):
        if -fit >= ENOUGH and local not in found and permanent not in found.values():
            found[local] = permanent
    return found


def _fit(old: Telling, new: Telling) -> float:
    a, b = old.incident, new.incident
    points = 2.0 * (a.type == b.type) + 1.0 * (a.subtype == b.subtype) + 0.1 * (a.id == b.id)
    if a.when.end and b.when.end:
        apart = max(a.when.start or a.when.end, b.when.start or b.when.end) > min(a.when.end, b.when.end)
        points += -1.0 if apart else 1.0
    places = [(fold(p.place.name), fold(q.place.name)) for p in a.places for q in b.places]
    if places:
        points += 1.5 if any(same_place_name(p, q) for p, q in places) else -2.0
    return points + 4.0 * cosine(old.mention.words, new.mention.words)
