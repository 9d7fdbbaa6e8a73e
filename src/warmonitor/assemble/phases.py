"""What lasts in a history: "after four more days of fighting", an assault that began and had won, an operation of several phases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from warmonitor.assemble.clusters import LASTING, Cluster, body
from warmonitor.assemble.timing import BEGINNING, begins
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TimeMention, When

_DAYS = re.compile(r"P(\d+)D")
LONGEST = 60
"""Days that one operation or battle may last."""


def stretch_phases(findings: Findings, clusters: list[Cluster], out: list[When]) -> None:
    """Days of phases from their beginning to their end, and of the operation that the report is about. Changes `out`."""
    for n, c in enumerate(clusters):
        begun = _begun_before(findings, c, out[n])
        if begun is not None:
            out[n] = replace(out[n], start=begun.start)
    for t, days in _after_days(findings):
        _carry_on(findings, clusters, out, t, days)
    _whole(findings, clusters, out)


def _single(w: When) -> bool:
    return w.precision == "day" and w.start is not None and w.start == w.end


def _begun_before(findings: Findings, c: Cluster, when: When) -> When | None:
    """ "began their assault on 5 May and had cleared the town four days later": the day of the beginning, for what was won."""
    if not _single(when) or when.end is None:
        return None
    reading = findings.reading
    for s in c.sketches:
        if not s.times or not s.events or findings.events[s.events[0]].subtypes[0] != "territory-gained":
            continue
        verb = reading.tokens[findings.events[s.events[0]].head]
        above = reading.tokens[verb.head]
        if verb.dep != "conj" or above.lemma not in BEGINNING:
            continue
        for t in findings.times:
            w = t.when
            told = w is not None and _single(w) and any(a.i == above.i for a in reading.ancestors(t.last - 1))
            if told and t.last <= verb.i and w is not None and w.start is not None and w.start < when.end:
                return w
    return None


def _after_days(findings: Findings) -> Iterator[tuple[TimeMention, int]]:
    """ "After four more days of fighting, …": each such stretch with its number of days."""
    tokens = findings.reading.tokens
    for t in findings.times:
        m = _DAYS.fullmatch(t.value)
        if m is None or t.first == 0 or tokens[t.first - 1].lower != "after" or t.last + 1 >= len(tokens):
            continue
        if tokens[t.last].lower == "of" and tokens[t.last + 1].lemma in LASTING and 0 < int(m[1]) <= LONGEST:
            yield t, int(m[1])


def _carry_on(findings: Findings, clusters: list[Cluster], out: list[When], t: TimeMention, days: int) -> None:
    """The phase told last before went on for so many days; what is told after them came then."""
    here = findings.reading.tokens[t.first].sentence
    before = [
        (s.sentence, n)
        for n, c in enumerate(clusters)
        for s in c.sketches
        if s.sentence < here and s.sentence >= here - 2 and out[n].precision == "day" and out[n].start and _starts(findings, c)
    ]
    if not before:
        return
    last = max(before)[1]
    start = out[last].start
    assert start is not None
    end = start + timedelta(days)
    out[last] = replace(out[last], end=end)
    for n, c in enumerate(clusters):
        if out[n].start is None and min(s.sentence for s in body(findings, c)) == here:
            out[n] = When(end, end, "day", "relative")


def _starts(findings: Findings, c: Cluster) -> bool:
    """True for what is told as beginning: "began to attack", "launched a phase"."""
    words = {findings.reading.tokens[findings.events[k].head].lemma for s in c.sketches for k in s.events}
    return bool(words & BEGINNING) or any(
        begins(findings, t) for s in c.sketches for t in s.times if t.when is not None and _single(t.when)
    )


def _whole(findings: Findings, clusters: list[Cluster], out: list[When]) -> None:
    """The operation that a history has as its title lasts from its beginning to the end of its last phase."""
    reading = findings.reading
    titled = any(
        t.lemma.lower() in LASTING for s in reading.sentences if s.kind == "headline" for t in reading.tokens[s.first : s.last]
    )
    published = reading.report.published
    if not titled or not clusters or published is None:
        return
    whole = min(range(len(clusters)), key=lambda n: min(s.sentence for s in clusters[n].sketches))
    when, main = out[whole], clusters[whole].sketches[0]
    lasting = any(reading.tokens[findings.events[k].head].lemma in LASTING for k in main.events)
    if not lasting or not _single(when) or when.end is None or (published - when.end).days <= LONGEST:
        return
    ends = [
        w.end
        for n, w in enumerate(out)
        if n != whole and w.precision == "day" and w.start and w.end and when.end <= w.start
        and (w.end - when.end).days <= LONGEST
    ]  # fmt: skip
    if len(ends) > 1:
        out[whole] = replace(when, end=max(ends))
