"""How far a match reaches: modifiers and parts of day before and behind it ("the early hours of", "late on", "night")."""

from __future__ import annotations

import re
from functools import cache

from warmonitor.lexicon.times import alternatives, full_forms, words

CALENDAR = re.compile(r"^(?:[\dX]{2,4}|BC|wd:|this:|last:|next:|same:|after:|before:|hol:|century)")
_DAY = re.compile(
    r"^(?:[\dX]{4}-(?:\d\d|XX)-\d\d(?:\.\.[\d-]+)?|wd:\d|(?:this|last|next):(?:wd\d|D)|(?:after|before):(?:1D|wd\d)|same:D|hol:\w+:\w+|num:.*)$"
)
_SIDES = {"since": "@since", "until": "@until", "till": "@until", "before": "@until", "by": "@by", "after": "@after"}
_SIDE = re.compile(
    r"(?<!\w)(since|until|till|before|by|after)(?: (?:the|at least|as early as|as late as|around|about|late|early))? $"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    part = alternatives(list(words("parts_of_day")))
    day = alternatives(sorted(full_forms("weekdays")))
    mods = alternatives(list(words("modifiers")))
    return (
        re.compile(rf"(?<!\w)(?:the )?(?P<mod>{mods})[ -](?:of )?(?:the )?$"),
        re.compile(rf"(?<!\w)(?:the )?(?:early |late |very )?(?P<part>{part})(?: hours)?,? (?:of|on) (?:the )?$"),
        re.compile(r"(?<!\w)(?:the )?(?:very )?(?:early|small|wee|pre-dawn|predawn)(?: morning)? hours,? (?:of|on) (?:the )?$"),
        re.compile(rf"(?<!\w)(?P<wd>{day}) ?[,(]? ?(?:the )?(?:of )?$"),
        re.compile(rf"^,?(?: in the| at)?(?: early| late)?[ -](?P<part>{part})(?: hours)?(?!\w)"),
        re.compile(rf"^(?:,? ?\(?)(?P<wd>{day})\)?(?!\w)"),
    )  # fmt: skip


def extended(lower: str, start: int, end: int, value: str, left: int, right: int) -> tuple[int, int, str]:
    """Start, end and value with the modifiers that stand directly at a match, within [left, right)."""
    if not CALENDAR.match(value):
        return start, end, value
    if _DAY.match(value):
        start, end, value = _with_part(lower, start, end, value, left, right)
    m = _patterns()[0].search(lower, left, start)
    if m:
        mod = words("modifiers")[m["mod"]]
        start = m.start()
        value = f"{value}@{mod}" if mod else value
    return start, end, value


def side_of(lower: str, left: int, start: int) -> str | None:
    """The modifier of a preposition right before `start`: "@since" for "since", "@until" for "before"."""
    side = _SIDE.search(lower, max(left, start - 20), start)
    return _SIDES[side[1]] if side else None


def _with_part(lower: str, start: int, end: int, value: str, left: int, right: int) -> tuple[int, int, str]:
    _, part_before, hours_before, weekday_before, part_after, weekday_after = _patterns()
    if not value.startswith("wd"):
        if m := weekday_before.search(lower, left, start):
            start = m.start()
        elif m := weekday_after.match(lower[end:right]):
            end += m.end()
    if m := part_before.search(lower, left, start):
        return m.start(), end, f"{value}T{words('parts_of_day')[m['part']]}"
    if m := hours_before.search(lower, left, start):
        return m.start(), end, f"{value}TMO"
    if m := part_after.match(lower[end:right]):
        return start, end + m.end(), f"{value}T{words('parts_of_day')[m['part']]}"
    return start, end, value
