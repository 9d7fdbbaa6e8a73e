"""Tolls that are said to be unknown: "it is not known how many have died", "an unknown number of soldiers were wounded"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TollKind
from warmonitor.model.span import Span

_OPEN = re.compile(
    r"\b(?:(?:not (?:yet |immediately )?(?:known|clear)|unclear|unknown) how many\b[^.;,]{3,60}"
    r"|(?:unknown|unspecified|undetermined) number of\b[^.;,]{3,50})",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[TollKind, re.Pattern[str]], ...] = (
    ("killed", re.compile(r"\b(?:di(?:e|ed)|killed|dead|deaths?|perished|lost their lives)\b", re.IGNORECASE)),
    ("injured", re.compile(r"\b(?:injur(?:ed|ies)|wounded|hurt)\b", re.IGNORECASE)),
)


def unknown_tolls(findings: Findings, sketches: list[Sketch], everything: Collection[int]) -> Iterator[Draft]:
    """Claims of an unknown toll of one incident: of the happening in the sentence, else of the one told last before it."""
    reading = findings.reading
    mine = {k for s in sketches for k in s.events}
    for s in reading.sentences:
        m = _OPEN.search(reading.text[s.start : s.end].replace("\n", " "))
        if m is None or s.kind != "body":
            continue
        here = [k for k in everything if s.first <= findings.events[k].head < s.last]
        before = [k for k in everything if findings.events[k].head < s.first]
        last = here[0] if here else max(before, key=lambda k: findings.events[k].head, default=None)
        if last not in mine:
            continue
        span = Span(s.start + m.start(), s.start + m.end())
        voice = voice_at(findings, span, "unknown")
        for kind, words in _KINDS:
            if words.search(m.group()):
                yield Draft(kind, " ".join(m.group().split()), voice, "unknown", span, "unknown toll")  # type: ignore[arg-type]
