"""The rules tried on one sentence: where they match, which match wins, and how far it reaches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from warmonitor.find.times.clock import Clock, clocks
from warmonitor.find.times.extend import CALENDAR, extended, side_of
from warmonitor.find.times.grammar import compiled, local_value
from warmonitor.find.times.guards import guard
from warmonitor.lexicon import times as lexicon
from warmonitor.lexicon.times import alternatives
from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading, Sentence
from warmonitor.model.span import Span

WINDOW = 8
"""Words before a telling word (a month, a unit …) at which an expression may begin."""

_FOLD = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "\n": " ", "\t": " ", "\r": " ", "\xa0": " "}
)
_LABEL = re.compile(r"[^\W\d_]-$(?<!\bmid-)(?<!\bearly-)(?<!\blate-)(?<!\bpre-)(?<!\bpost-)")
"""What makes a number part of a name ("M-19"), unlike "mid-2007"."""
_WORD = re.compile(r"(?<!\w)['’]?\w")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at characters [start, end) of the sentence text `lower`, which begins at `offset` in the report."""

    start: int
    end: int
    value: str
    rule: str
    lower: str
    offset: int
    clock: Clock | None = None
    clock_utc: Clock | None = None

    @property
    def type(self) -> Literal["DATE", "TIME", "DURATION", "SET"]:
        """The TIMEX3 class that the local value belongs to."""
        if self.value.startswith("set:"):
            return "SET"
        if re.match(r"P[\dX.T]|past:|coming:|span:|nth:|streak:", self.value):
            return "DURATION"
        return "TIME" if re.search(r"T(?:\d\d:\d\dZ?|[A-Z]{2})$", self.value.partition("@")[0]) else "DATE"

    def tokens(self, reading: Reading) -> tuple[int, int]:
        """Token positions [first, last) that the words touch."""
        first = reading.token_at(self.offset + self.start).i
        last = reading.token_at(self.offset + self.end - 1).i
        return first, last + 1

    def mention(self, reading: Reading, *, reporting: bool) -> TimeMention:
        """The mention, still unresolved."""
        first, last = self.tokens(reading)
        span = Span(self.offset + self.start, self.offset + self.end)
        words = " ".join(span.of(reading.text).split())
        return TimeMention(first, last, span, words, self.type, self.value, None, self.clock, self.clock_utc, reporting)


@cache
def _telling() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Words that tell of time, as one pattern, and the kinds of rule that each calls for."""
    kinds: dict[str, set[str]] = {}

    def add(word: str, *names: str) -> None:
        kinds.setdefault(word, set()).update(names)

    for word in lexicon.words("months"):
        add(word, "month")
    for word in lexicon.words("weekdays"):
        add(word, "weekday")
        add(word + "s", "weekday")
    for word in lexicon.words("units"):
        add(word, "unit")
        add(word + "s", "unit")
    for word in lexicon.words("seasons"):
        add(word, "season")
    for word in (*lexicon.words("parts_of_day"), "nights"):
        add(word, "part", "deictic")
    for word in lexicon.words("ordinals"):
        add(word, "ordinal")
    for word in lexicon.words("holidays"):
        add(word, "holiday")
    for word in lexicon.words("references"):
        add(word, "ref")
    days = "today yesterday tomorrow tonight overnight weekend"
    for word in f"{days} daily weekly monthly yearly annually hourly nightly everyday".split():
        add(word, "deictic")
    pattern = re.compile(rf"(?<![^\W\d_])(?:{alternatives(list(kinds))})(?![^\W\d_])|\d+(?:st|nd|rd|th)?")
    return pattern, {word: tuple(sorted(names)) for word, names in kinds.items()}


def fold(text: str) -> str:
    """Lower case, plain dashes, quotes and spaces; as long as `text`."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_FOLD)


def found_in(reading: Reading, sentence: Sentence) -> list[Found]:
    """The winning matches in one sentence, in text order, none overlapping another."""
    lower = fold(reading.text[sentence.start : sentence.end])
    pattern, kinds = _telling()
    starts: dict[str, set[int]] = {}
    words: list[int] | None = None
    for m in pattern.finditer(lower):
        if words is None:
            words = [w.start() for w in _WORD.finditer(lower)]
        at = bisect_right(words, m.start())
        near = words[max(0, at - WINDOW) : at]
        for kind in kinds.get(m[0]) or (("digit", "ordinal") if not m[0].isdigit() else ("digit",)):
            starts.setdefault(kind, set()).update(near)
    if words is None:
        return []
    candidates = list(_tried(reading, sentence, lower, starts))
    chosen: list[Found] = []
    for found in sorted(candidates, key=lambda f: (f.start, -f.end)):
        if not chosen or found.start >= chosen[-1].end:
            chosen.append(found)
    spans = [(f.start, f.end) for f in chosen]
    return [_extended(f, spans, reading) for f in chosen]


def _extended(found: Found, spans: list[tuple[int, int]], reading: Reading) -> Found:
    at = bisect_left(spans, (found.start, found.end))
    left = spans[at - 1][1] if at else 0
    right = spans[at + 1][0] if at + 1 < len(spans) else len(found.lower)
    start, end, value = extended(found.lower, found.start, found.end, found.value, left, right)
    side = side_of(found.lower, left, start) if CALENDAR.match(value) else None
    if side and (side == "@since" or not _attributive(reading, replace(found, end=end))):
        value += side
    return replace(found, start=start, end=end, value=value)


def _attributive(reading: Reading, found: Found) -> bool:
    """True for "the 2003 war" and "Friday's attack": "after" is said of the war, not of the year."""
    last = found.tokens(reading)[1]
    after = reading.tokens[last] if last < len(reading.tokens) else None
    return after is not None and (after.tag[:2] in ("NN", "JJ") or after.lower in ("'s", "’s"))


def _tried(reading: Reading, sentence: Sentence, lower: str, starts: dict[str, set[int]]) -> Iterator[Found]:
    for kind, rules in compiled().items():
        for start in sorted(starts.get(kind, ())):
            if lower[start].isdigit() and _LABEL.search(lower, max(0, start - 12), start):
                continue
            for c in rules:
                m = c.pattern.match(lower, start)
                if m is None:
                    continue
                found = _found(c.rule, m, sentence.start)
                if found is None:
                    continue
                if c.rule.guard and not guard(c.rule.guard)(reading, *found.tokens(reading), m):
                    continue
                yield found


def _found(rule: lexicon.TimeRule, m: re.Match[str], offset: int) -> Found | None:
    if rule.value == "clock":
        times = clocks(m)
        if times is None:
            return None
        shown = times[0] or times[1]
        zulu = "Z" if times[0] is None else ""
        value = f"T{shown[0]:02d}:{shown[1]:02d}{zulu}" if shown else "T"
        return Found(m.start(), m.end(), value, rule.name, m.string, offset, *times)
    local = local_value(rule, m)
    return None if local is None else Found(m.start(), m.end(), local, rule.name, m.string, offset)
