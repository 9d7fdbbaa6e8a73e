"""Words to numbers of people: digits, number words, bounds, ranges, vague words."""

from __future__ import annotations

import re

from warmonitor.lexicon.quantities import number_words, quantities
from warmonitor.model.mention import Count

_MIN = re.compile(r"\b(?:at least|not less than|no fewer than|no less than|more than|over|upwards? of|in excess of|above|a minimum of|fully)\b")
_MAX = re.compile(r"\b(?:up to|as many as|at most|no more than|a maximum of|fewer than|less than|under|nearly all of|just under)\b")
_ABOUT = re.compile(r"\b(?:about|around|some|approximately|roughly|an estimated|estimated|close to|circa|or so|nearly|almost)\b")
_RANGE = re.compile(r"\b(?:between )?([\w,.-]+) (?:to|and|or) ([\w,.-]+)\b")


def number(words: str) -> int | None:
    """The exact number that `words` spell ("1,200", "twenty-one", "two hundred and six"), or None.

    >>> number("1,200"), number("twenty-one"), number("two hundred and six"), number("dozens")
    (1200, 21, 206, None)
    """
    text = words.lower().strip().replace(",", "")
    if re.fullmatch(r"\d+", text):
        return int(text)
    m = re.fullmatch(r"(\d+(?:\.\d+)?) (thousand|million)", text)
    if m:
        return int(float(m[1]) * (1000 if m[2] == "thousand" else 1_000_000))
    known = number_words()
    total, current, any_word = 0, 0, False
    for part in re.findall(r"[a-z]+|\d+", text):
        if part == "and":
            continue
        value = int(part) if part.isdigit() else known.get(part)
        if value is None:
            return None
        any_word = True
        if value in (100,) and current:
            current *= 100
        elif value == 12 and part == "dozen" and current:
            current *= 12
        elif value >= 1000:
            total += (current or 1) * value
            current = 0
        else:
            current += value
    return total + current if any_word else None


_RANGES = (
    re.compile(r"\bbetween ([\w,-]+) and ([\w,-]+)"),
    re.compile(r"\b(\d[\d,]*|[a-z-]+) (?:to|or) (\d[\d,]*|[a-z-]+)\b"),
    re.compile(r"\b(\d[\d,]*) ?[-–] ?(\d[\d,]*)\b"),
)


def count(words: str) -> Count | None:
    """What `words` say about a number of people, or None where they hold none.

    Codebook: at least N, more than N: N..open; up to N: open..N; about N: N..N; vague words have a low end only.

    >>> count("at least 26")
    Count(low=26, high=None, value=26, bound='min')
    >>> count("between three and nine")
    Count(low=3, high=9, value='3-9', bound=None)
    >>> count("dozens")
    Count(low=24, high=None, value='dozens', bound='min')
    """
    text = " ".join(words.lower().split())
    m = next((m for pattern in _RANGES if (m := pattern.search(text))), None)
    if m and (a := number(m[1])) is not None and (b := number(m[2])) is not None and a < b:
        return Count(a, b, f"{a}-{b}")
    exact = None if _SCALED.search(text) else _exact_in(text)
    if exact is None:
        return _vague(text)
    if exact == 0:
        return Count(0, 0, 0)
    if _MIN.search(text):
        return Count(exact, None, exact, "min")
    if _MAX.search(text):
        return Count(None, exact, exact, "max")
    if _ABOUT.search(text):
        return Count(exact, exact, exact, "approx")
    return Count(exact, exact, exact)


def _exact_in(text: str) -> int | None:
    """The first number in digits or words."""
    m = re.search(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?(?![\w%])", text)
    if m:
        return number(m[0].rstrip(","))
    known = number_words()
    run: list[str] = []
    for word in re.findall(r"[a-z]+", text):
        if word in known and not (word in ("a", "an") and run):
            run.append(word)
        elif word == "and" and run:
            continue
        elif run:
            break
    if run in (["a"], ["an"]) and _vague(text) is not None:
        return None
    if run[:1] in (["a"], ["an"]) and len(run) > 1:
        run = run[1:]
    if run:
        return number(" ".join(run))
    return 0 if re.match(r"(?:no|none|zero|nobody)\b", text) else None


def _vague(text: str) -> Count | None:
    """Vague words with a low end: alone ("dozens"), of a scale ("several hundred", "tens of thousands"), or qualified."""
    words = re.findall(r"[a-z]+", text)
    scale = _SCALED.search(text)
    if scale is not None:
        times, unit = scale[1] or scale[3], scale[2] or scale[4]
        many = quantities()[f"{unit.removesuffix('s')}s"].low
        return Count(many * _TIMES.get(times, 1), None, scale[0], "min")
    for i, word in enumerate(words):
        q = quantities().get(word)
        if q is not None and not q.exact:
            qualified = " ".join(words[:i + 1]) if word == "number" and i and all(w not in _UNSAID for w in words[:i]) else word
            return Count(q.low, q.high, qualified, "min")
    return None


_SCALED = re.compile(
    r"\b(several|some|few|many) (dozens?|hundreds?|thousands?)\b|\b(tens|dozens|scores|hundreds|thousands) of (dozens|hundreds|thousands)\b"
)
_TIMES = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}
_UNSAID = frozenset("a an the at least more than about around some".split())


def total(counts: list[Count]) -> Count:
    """The sum of figures that stand side by side ("three French and two Malian soldiers"). `counts` is not empty."""
    low = None if any(c.low is None for c in counts) else sum(c.low or 0 for c in counts)
    high = None if any(c.high is None for c in counts) else sum(c.high or 0 for c in counts)
    bound = next((c.bound for c in counts if c.bound), None)
    if len(counts) == 1:
        return counts[0]
    value: int | str = low if low is not None and low == high else low if low is not None else high if high is not None else "unknown"
    return Count(low, high, value, bound)
