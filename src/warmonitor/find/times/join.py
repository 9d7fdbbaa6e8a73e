"""Neighbours that are one expression: a clock time and its day, the two ends of an interval."""

from __future__ import annotations

import re
from dataclasses import replace

from warmonitor.find.times.match import Found

_TO_DAY = re.compile(r",? ?(?:on|of|in the|,)? ?(?:the )?$")
_TO_CLOCK = re.compile(r",? ?(?:at|around|about|by|,|-|just after|shortly after|shortly before|from)? ?$")
_TO_UTC = re.compile(r",? ?[(\[]?$")
_TO_DATE = re.compile(r",? ?(?:the )?(?:of )?[(\[]?$")
_ACROSS = re.compile(r" ?(?:-|to|until|till|through|up to|into) ?(?:the )?$")
_BOTH = re.compile(r" and (?:the )?$")
_OPENS = re.compile(r"(?<!\w)(?:from|between|overnight|period|years)(?: the)? $")
_BETWEEN = re.compile(r"(?<!\w)(?:between|night of)(?: the)? $")
_PLACED = re.compile(r"^(?:[\dX]{4}|BC|wd:|this:|last:|hol:|after:|same:)")


def joined(found: list[Found]) -> list[Found]:
    """The same expressions, with a clock time merged into the day beside it and "from A to B" made one interval."""
    out: list[Found] = []
    for f in found:
        while out and (merged := _merged(out[-1], f)) is not None:
            f = merged
            out.pop()
        out.append(f)
    return out


def _merged(a: Found, b: Found) -> Found | None:
    gap = a.lower[a.end : b.start]
    if len(gap) > 16:
        return None
    if _is_clock(a) and _is_day(b) and _TO_DAY.fullmatch(gap):
        return _timed(a, b, a)
    if _is_day(a) and _is_clock(b) and _TO_CLOCK.fullmatch(gap):
        return _timed(a, b, b)
    if _is_part(a) and _is_day(b) and re.fullmatch(r",? (?:on|of|from) (?:the )?|,? ", gap):
        return _in_part(b, a.value, a.start, b.end)
    if (
        _is_day(a)
        and _is_part(b)
        and re.fullmatch(r",? (?:at|around|about|in|during|before|after|,) ?(?:the )?|,? ", gap)
    ):
        return _in_part(a, b.value, a.start, b.end)
    if a.clock and not a.clock_utc and b.clock_utc and not b.clock and _is_clock(b) and _TO_UTC.fullmatch(gap):
        return replace(a, end=_closed(b), clock_utc=b.clock_utc)
    if _is_weekday(a) and _is_date(b) and _TO_DATE.fullmatch(gap):
        part = re.sub(r"^wd:\d", "", a.value).partition("@")[0]
        core, at, rest = b.value.partition("@")
        return replace(
            b,
            start=a.start,
            end=_closed(b) if gap[-1:] in ("(", "[") else b.end,
            value=core + ("" if "T" in core else part) + at + rest,
        )
    if _is_date(a) and _is_weekday(b) and re.fullmatch(r",? ?\(?", gap):
        return replace(a, end=_closed(b))
    return _interval(a, b, gap)


def _is_part(f: Found) -> bool:
    return f.value.startswith("XXXX-XX-XXT")


def _in_part(day: Found, part: str, start: int, end: int) -> Found:
    """The day with a part of day beside it ("midnight on Friday"); an interval or a timed day keeps its own value."""
    core, at, rest = day.value.partition("@")
    timed = "T" in core or ".." in core
    value = day.value if timed else f"{core}T{part.partition('@')[0][-2:]}{at}{rest}"
    return replace(day, start=start, end=end, value=value)


def _closed(f: Found) -> int:
    """The end of an expression, with the bracket that closes behind it."""
    return f.end + (f.lower[f.end : f.end + 1] in (")", "]") and f.lower[f.end : f.end + 1] != "")


def _is_weekday(f: Found) -> bool:
    return bool(re.match(r"wd:\d(?:T[A-Z]{2})?(?:@late|@early|@later|@earlier)?$", f.value)) and f.clock is None


def _is_date(f: Found) -> bool:
    return bool(re.match(r"(?:[\dX]{4}-\d\d-\d\d(?:T|@|$)|num:)", f.value))


def _timed(a: Found, b: Found, clock: Found) -> Found:
    day = b if clock is a else a
    core, at, rest = day.value.partition("@")
    core = re.sub(r"T[A-Z]{2}$", "", core)
    return replace(
        day,
        start=a.start,
        end=b.end,
        value=f"{core}{clock.value}{at}{rest}",
        clock=clock.clock,
        clock_utc=clock.clock_utc,
    )


def _interval(a: Found, b: Found, gap: str) -> Found | None:
    if _is_part(a) or _is_part(b):
        return None
    if ".." in a.value or ".." in b.value or a.type == "DURATION" or b.type == "DURATION":
        return None
    if not _PLACED.match(a.value) or not _PLACED.match(b.value) or a.clock or b.clock:
        return None
    before = a.lower[max(0, a.start - 16) : a.start]
    dash = gap.strip() == "-"
    if not (
        _ACROSS.fullmatch(gap)
        and (dash or gap.strip() != "to" or _OPENS.search(before) or _is_day(b))
        or _BOTH.fullmatch(gap)
        and _BETWEEN.search(before)
    ):
        return None
    value = f"{a.value.partition('@')[0]}..{b.value.partition('@')[0]}"
    return replace(a, end=b.end, value=value)


def _is_clock(f: Found) -> bool:
    return f.value.startswith("T")


def _is_day(f: Found) -> bool:
    core = f.value.partition("@")[0]
    return bool(
        re.match(
            r"(?:[\dX]{4}-(?:\d\d|XX)-\d\d|wd:\d|(?:this|last|next):(?:wd\d|D)|(?:after|before):1D|same:D|hol:|num:)",
            core,
        )
        and not re.search(r"T\d", core)
        and ".." not in core
    )
