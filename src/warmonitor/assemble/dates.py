"""The days of a report's incidents: from the times of all mentions of each, and for what is listed from what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from warmonitor.assemble.clusters import LASTING, Cluster, body, whens
from warmonitor.assemble.phases import LONGEST, stretch_phases
from warmonitor.assemble.roundup import from_its_scene, from_the_item_before
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.timing import begins
from warmonitor.model.findings import Findings
from warmonitor.model.mention import When
from warmonitor.model.reading import Token

_FINENESS = ("day", "week", "month", "year", "unknown")
NEAR = 2
"""Sentences from the first that tells of an incident within which a week, month or year named is its own."""


def days_of(findings: Findings, clusters: Iterable[Cluster]) -> list[When]:
    """The days of each cluster, in the same order."""
    clusters = list(clusters)
    published = findings.reading.report.published
    out = [_told(findings, c, published) for c in clusters]
    stretch_phases(findings, clusters, out)
    from_its_scene(findings, clusters, out)
    from_the_item_before(findings, clusters, out)
    return [_by_clock(c, w, published) for c, w in zip(clusters, out, strict=True)]


def _told(findings: Findings, c: Cluster, published: date | None) -> When:
    """What the cluster's own sentences tell."""
    bounds = [When(None, s.latest, "unknown", "relative") for s in c.sketches if s.latest is not None]
    when = _from_when(findings, c, _until(findings, c, date_of([*_own(findings, c), *bounds], published)))
    return _still_on(findings, c, when, min([w.end for w in bounds if w.end], default=published))


def _own(findings: Findings, c: Cluster) -> list[When]:
    """The times of an incident's sketches; a week, month or year only where it is told with the incident, not in passing later on."""
    told = body(findings, c)
    opening = min(s.sentence for s in told)
    dated = [s for s in told if whens(s)] or c.sketches
    places = {p.place.name.lower() for s in told if s.sentence - opening <= NEAR for p in s.places}
    own = [
        w
        for s in dated
        for w in whens(s)
        if w.precision == "day"
        and not _other_matters(findings, s, opening)
        or s.sentence - opening <= NEAR
        or any(findings.events[k].definite for k in s.events)
        or any(p.place.name.lower() in places and p.place.precision < 3 for p in s.places)
    ]
    later = [w for s in dated for w in whens(s) if w.precision != "day" and any(_narrows(w, known) for known in own)]
    return [*own, *(w for w in later if w not in own)]


def _narrows(w: When, known: When) -> bool:
    """ "two years ago", and further down "in April 2014": the finer stretch inside the one told first."""
    if w.start is None or w.end is None or known.start is None or known.end is None:
        return False
    finer = _FINENESS.index(w.precision) < _FINENESS.index(known.precision)
    return finer and known.start <= w.start and w.end <= known.end


def _other_matters(findings: Findings, s: Sketch, opening: int) -> bool:
    """ "during incidents in X on Monday", later on: events of which nothing says that they are the ones told before."""
    events = [findings.events[k] for k in s.events]
    return s.sentence > opening and all(e.frame == "anaphor" and e.plural and not e.definite for e in events)


def date_of(whens: Iterable[When], published: date | None) -> When:
    """The finest days that the mentions agree on; intersected where they overlap, the first where they do not.

    Codebook: no time expression gives start None, end = publication day, precision unknown.
    """
    whens = list(whens)
    known = [
        w for w in whens if w.start is not None and w.end is not None and (published is None or _past(w, published))
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
    for w in [*fine[1:], *(w for w in known if w.precision != finest)]:
        if w.start and w.end and w.start <= end and start <= w.end:
            start, end = max(start, w.start), min(end, w.end)
    if published is not None and end > published:
        end = published
    basis = "explicit" if any(w.basis == "explicit" for w in fine) else "relative"
    return When(start, end, finest, basis)  # type: ignore[arg-type]


def _past(w: When, published: date) -> bool:
    """False for what begins after publication, and for "the next three days", which begin with it."""
    assert w.start and w.end
    stretch = w.precision == "day" and w.start == published and (w.end - published).days > 1  # a weekend or week has begun
    return w.start <= published and not stretch


# what lasts -------------------------------------------------------------------------------------------------------------
_BEGUN = ("day", "month")


def _until(findings: Findings, c: Cluster, when: When) -> When:
    """ "began their assault on 5 May and had cleared the town four days later": from the one day to the other."""
    if when.start is None or when.start != when.end or when.precision != "day":
        return when
    for s in c.sketches:
        days = [t for t in s.times if t.when is not None and t.when.precision == "day"]
        first = days[0].when if days else None
        if first is not None and first.start == first.end == when.start and begins(findings, days[0]):
            ends = [t.when.end for t in days if t.when and t.when.end and t.when.end > when.start]
            return replace(when, end=max(ends)) if ends else when
    return when


_ENDING = frozenset("conclude end finish complete wrap cease stop".split())
_DAYS = re.compile(r"P(\d+)D")


def _from_when(findings: Findings, c: Cluster, when: When) -> When:
    """ "concluded a six-day operation on Monday", "three days of clashes that ended on Friday": from so many days before."""
    if when.start is None or when.start != when.end or when.precision != "day":
        return when
    reading = findings.reading
    for s in c.sketches:
        ended = any(
            t.when is not None
            and t.when.start == when.start
            and any(a.lemma in _ENDING for a in reading.ancestors(t.last - 1) if a.tag[:1] == "V")
            for t in s.times
        )
        here = reading.sentences[s.sentence]
        lengths = [
            int(m[1]) for t in findings.times if here.first <= t.first < here.last and (m := _DAYS.fullmatch(t.value))
        ]
        if ended and len(lengths) == 1 and 1 < lengths[0] <= LONGEST:
            return replace(when, start=when.start - timedelta(lengths[0] - 1))
    return when


def _still_on(findings: Findings, c: Cluster, when: When, told: date | None) -> When:
    """ "Fighting erupted on Friday and has left 20 dead": what is told as going on lasts until the day of telling."""
    if when.start is None or when.end is None or told is None or told <= when.end or when.precision not in _BEGUN:
        return when
    begun = [
        s.sentence for s in c.sketches for t in s.times if t.when and t.when.start == when.start and begins(findings, t)
    ]
    on = any(abs(s.sentence - n) <= NEAR and _lasting(findings, s) for s in c.sketches for n in begun)
    return replace(when, end=told) if on else when


def _lasting(findings: Findings, s: Sketch) -> bool:
    """True where a sketch tells in the present perfect what a lasting happening has done, or that it goes on."""
    reading = findings.reading
    heads = [findings.events[k].head for k in s.events]
    lasting = [i for i in heads if {reading.tokens[i].lemma, reading.tokens[i].lower} & LASTING]
    here = reading.sentences[s.sentence]
    for i in range(here.first, here.last):
        first, last = reading.subtree(i) if _perfect(findings, reading.tokens[i]) else (i, i)
        if any(first <= head < last for head in lasting):
            return True
    return False


def _perfect(findings: Findings, t: Token) -> bool:
    """ "has left", "have killed", "is continuing"."""
    if t.tag not in ("VBN", "VBG"):
        return False
    aux = {c.lower for c in findings.reading.children(t.i, "aux", "auxpass")}
    return bool(aux & {"has", "have", "'ve"}) if t.tag == "VBN" else bool(aux & {"is", "are", "'s", "'re"})


# clock times ------------------------------------------------------------------------------------------------------------
def _by_clock(c: Cluster, when: When, published: date | None) -> When:
    """A clock time of a happening without a day is the latest one before publication, where the day of publication has begun."""
    hours = (t.clock is not None or t.value.startswith("XXXX-XX-XXT") for s in c.sketches for t in s.times)
    if when.start is not None or published is None or not any(hours):
        return when
    return When(published, published, "day", "relative")
