"""The day of a happening that tells none itself: that of the item before it in a round-up, of the scene told right behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from warmonitor.assemble.clusters import Cluster, body
from warmonitor.assemble.sketch import in_main_clause
from warmonitor.assemble.where import locations
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TimeMention, When
from warmonitor.model.reading import Sentence

ROUND_UP = 3
"""Sentences over which an item of a round-up still has the day of the item before it."""
OPENING = 10
"""Tokens from the start of a sentence within which the place of an item of a round-up is named."""
SCENE = 2
"""Sentences behind a happening within which the day of its scene may be told."""


def from_the_item_before(findings: Findings, clusters: list[Cluster], out: list[When]) -> None:
    """ "In X, gunmen …", "Meanwhile, gunmen …", after a dated happening elsewhere, is of the same day. Changes `out`."""
    first = [_opening(findings, c) for c in clusters]
    for n in sorted(range(len(clusters)), key=lambda n: (first[n], n)):
        if out[n].start is None and _is_item(findings, clusters[n], first[n]):
            _take(out, n, _day_before(findings, clusters, out, first, n))


def from_its_scene(findings: Findings, clusters: list[Cluster], out: list[When]) -> None:
    """ "Raiders took the ferry. They came aboard in Arda on Monday.": the day told next with a name of the same scene. Changes `out`."""
    told = {findings.reading.tokens[e.head].sentence for e in findings.events if e.realis == "actual"}
    for n, c in enumerate(clusters):
        first = _opening(findings, c)
        behind = [s for s in findings.reading.sentences[first + 1 : first + 1 + SCENE] if s.kind == "body"]
        if out[n].start is None and not _vague(c):
            days = [t for s in behind if s.i not in told for t in _open_days(findings, s) if _one_scene(findings, first, s)]
            _take(out, n, days[0].when if days else None)


def _take(out: list[When], n: int, day: When | None) -> None:
    bound = out[n].end
    if day is not None and day.start is not None and (bound is None or day.start <= bound):
        out[n] = replace(day, basis="relative", utc=None)


def _opening(findings: Findings, c: Cluster) -> int:
    return min(s.sentence for s in body(findings, c))


def _vague(c: Cluster) -> bool:
    """True for a happening with a time of its own, be it a vague one; hours and counted spans (an age) leave the day open."""
    return any(t.clock is None and not _SPAN.fullmatch(t.value) for s in c.sketches for t in s.times)


_SPAN = re.compile(r"PT?\d+[YMWDH]")


# the scene told next ----------------------------------------------------------------------------------------------------
def _open_days(findings: Findings, s: Sentence) -> list[TimeMention]:
    """The days told in a sentence by what it tells itself."""
    return [
        t
        for t in findings.times
        if s.first <= t.first < s.last and not t.reporting and t.when is not None and t.when.precision == "day"
        and in_main_clause(findings.reading, t)
    ]  # fmt: skip


def _one_scene(findings: Findings, first: int, s: Sentence) -> bool:
    """True where a sentence names a place, a force or a thing that the sentence `first` names too."""
    tokens = findings.reading.tokens
    old = findings.reading.sentences[first]
    names = {t.lower for t in tokens[old.first : old.last] if t.tag in ("NNP", "NNPS") and len(t.lower) > 2}
    return any(t.tag in ("NNP", "NNPS") and t.lower in names for t in tokens[s.first : s.last])


# items of a round-up ----------------------------------------------------------------------------------------------------
def _is_item(findings: Findings, c: Cluster, sentence: int) -> bool:
    """True where the incident's first sentence opens with its place, "In X, …", or says that it adds one: "Meanwhile, …"."""
    here = findings.reading.sentences[sentence]
    if _vague(c) or here.kind not in ("body", "heading"):
        return False
    return _opens_with_place(findings, c, here) or _adds(findings, here)


def _opens_with_place(findings: Findings, c: Cluster, here: Sentence) -> bool:
    reading = findings.reading
    events = [findings.events[k].head for s in c.sketches if s.sentence == here.i for k in s.events]
    opening = range(here.first, min([here.first + OPENING, *events, here.last]))
    start = next((i for i in opening if reading.tokens[i].text[:1].isalnum()), None)
    if start is None or reading.tokens[start].lower not in _OPENERS:
        return False
    if reading.tokens[start].lower == "elsewhere":
        return True
    if any(reading.tokens[i].lemma in _AREAS for i in range(start + 1, min(opening.stop, start + 6))):
        return True
    return any(start < p.first < opening.stop for p in locations(findings))


def _adds(findings: Findings, here: Sentence) -> bool:
    """ "Meanwhile, …", "The army, on the other hand, …"."""
    words = [t.lower for t in findings.reading.tokens[here.first : here.last] if t.text[:1].isalnum()][: OPENING + 2]
    if words[:1] and words[0] in _ADDING or "meanwhile" in words:
        return True
    text = " ".join(words)
    return "on the other hand" in text or text.startswith("at the same time")


_ADDING = frozenset("separately likewise similarly simultaneously".split())
_OPENERS = frozenset(
    "in near at outside inside around across elsewhere meanwhile also separately further farther north south".split()
)
_AREAS = frozenset(
    "region area province department district governorate state north south east west capital city".split()
)


_NEWS = timedelta(10)
"""Days before publication from which on a round-up tells; what is older stands in it as background."""


def _fresh(w: When, published: date | None) -> bool:
    """True for a day or night of the news that the round-up brings."""
    assert w.start and w.end
    return (w.end - w.start).days <= 1 and (published is None or w.end >= published - _NEWS)


def _day_before(findings: Findings, clusters: list[Cluster], out: list[When], first: list[int], n: int) -> When | None:
    """The day of the happening told last before cluster `n`; None where that has none or stands too far off."""
    reading = findings.reading
    near = [s.i for s in reading.sentences if s.i < first[n] and s.kind == "body"][-ROUND_UP:]
    before = [(s.sentence, m) for m, c in enumerate(clusters) for s in c.sketches if m != n and s.sentence in near]
    told = [m for _, m in sorted(before) if out[m].start is not None]
    if told:
        last = out[told[-1]]
        return last if last.precision == "day" and _fresh(last, reading.report.published) else None
    open_days = [
        t.when for t in findings.times if not t.reporting and reading.tokens[t.first].sentence in near and t.when
    ]
    latest = open_days[-1] if open_days else None
    return latest if latest is not None and latest.start == latest.end and latest.precision == "day" else None
