"""The days of one incident, from the times of all its mentions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from warmonitor.model.mention import When

_FINENESS = ("day", "week", "month", "year", "unknown")


def date_of(whens: Iterable[When], published: date | None) -> When:
    """The finest days that the mentions agree on; intersected where they overlap, spanned where they follow one another.

    Codebook: no time expression gives start None, end = publication day, precision unknown.
    """
    known = [
        w for w in whens if w.start is not None and w.end is not None and (published is None or w.start <= published)
    ]
    if not known:
        bounds = [w.end for w in whens if w.start is None and w.end is not None]
        end = min([*bounds, *([published] if published else [])], default=None)
        return When(None, end, "unknown", "published" if published else "none")
    finest = min(known, key=lambda w: _FINENESS.index(w.precision)).precision
    fine = [w for w in known if w.precision == finest]
    first = fine[0]
    assert first.start and first.end
    start, end = first.start, first.end
    for w in fine[1:]:
        assert w.start and w.end
        if w.start <= end and start <= w.end:
            start, end = max(start, w.start), min(end, w.end)
        elif (w.start - end).days == 1 or (start - w.end).days == 1:
            continue
    for w in known:
        if w.precision != finest and w.start and w.end and w.start <= end and start <= w.end:
            start, end = max(start, w.start), min(end, w.end)
    if published is not None and end > published:
        end = published
    basis = "explicit" if any(w.basis == "explicit" for w in fine) else "relative"
    return When(start, end, finest, basis)  # type: ignore[arg-type]
