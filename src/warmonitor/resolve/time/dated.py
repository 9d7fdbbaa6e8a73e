"""Calendar dates: complete ones, and those whose year or month the context must give; numeric dates and feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from warmonitor.lexicon.times import holidays
from warmonitor.model.mention import Precision, When
from warmonitor.resolve.time.context import (
    Context,
    Resolved,
    at,
    month_of,
)
from warmonitor.resolve.time.feasts import feast
from warmonitor.resolve.time.moment import Moment, of_day, shifted, valid

BACK, NAMED = 1.5, 0.5
"""Weights of a step back in time, and of a step to the year last named."""


def dated(core: str, context: Context) -> Resolved:
    """ "2016-10-04", "XX89-10", "XXXX-SU", "XXXX-XX-20", "198", "BC0480-08"."""
    if core.startswith("BC"):
        return _before_christ(core)
    if re.fullmatch(r"\d{3}", core):
        return at(Moment(int(core) * 10, years=10), "explicit")
    year, _, rest = core.partition("-")
    number = _year(year, context)
    if re.fullmatch(r"[HQ]\d", rest):
        return _fraction(number, rest)
    if rest == "XX-XX":
        return Resolved(core)
    if rest.startswith("XX-"):
        return _day_only(int(rest[3:]), context)
    season = rest if rest in ("SP", "SU", "FA", "WI") else None
    month, day = (None, None) if season or not rest else (int(rest[:2]), int(rest[3:]) if len(rest) > 2 else None)
    if not valid(number or 4, month, day):
        return Resolved(core)
    wanted = Moment(number or 0, month, day, season)
    if number is None:
        found = _place_year(wanted, context)
        return at(found, "explicit") if found else Resolved(core)
    return at(wanted, "explicit")


def _year(text: str, context: Context) -> int | None:
    if text.isdigit():
        return int(text)
    if text.startswith("XX") and text[2:].isdigit():
        latest = context.published.year + 1 if context.published else 2035
        if context.narrative and context.running and context.running.year > 0:
            reached = context.running.year
            here = reached // 100 * 100 + int(text[2:])
            return min(here - 100, here, key=lambda y: abs(y - reached))
        year = latest // 100 * 100 + int(text[2:])
        return year if year <= latest else year - 100
    return None


def _before_christ(core: str) -> Resolved:
    digits, _, rest = core[2:].partition("-")
    if len(digits) < 4:
        return at(Moment(-int(digits) * 10, years=10), "explicit", core)
    year = -int(digits)
    if rest.isdigit():
        return at(Moment(year, int(rest)), "explicit")
    return at(Moment(year, season=rest or None), "explicit")


def _fraction(year: int | None, piece: str) -> Resolved:
    if year is None:
        return Resolved(f"XXXX-{piece}")
    months = 6 if piece[0] == "H" else 3
    first = (int(piece[1]) - 1) * months + 1
    start, end = Moment(year, first).days(), Moment(year, first + months - 1).days()
    if start is None or end is None:
        return Resolved(f"{year}-{piece}")
    return Resolved(f"{year}-{piece}", When(start[0], end[1], "month", "explicit"), Moment(year, first))


def _place_year(wanted: Moment, context: Context) -> Moment | None:
    """The year of a day, month or season that stands without one."""
    if context.narrative and context.running is not None:
        return _place_by_running(wanted, context.running, context.aside)
    if context.published is None:
        return None
    years = [context.published.year + d for d in (-4, -3, -2, -1, 0, 1, 4)]
    fits = [replace(wanted, year=y) for y in years if valid(y, wanted.month, wanted.day)]
    spans = [(days[0], m) for m in fits if (days := m.days())]
    if context.future:
        ahead = [m for m in fits if (days := m.days()) and days[1] >= context.published]
        return ahead[0] if ahead else None
    past = [m for start, m in spans if start <= context.published]
    return past[-1] if past else None


def _place_by_running(wanted: Moment, running: Moment, aside: int | None) -> Moment | None:
    """In a narrative the year goes on with the running date, and turns where the month would run far back."""
    if running.years > 1:
        return None
    year, here, reached = running.year, month_of(wanted), month_of(running)
    if here is None or reached is None:
        year = running.year if aside is None else aside
    else:
        years = {running.year - 1, running.year, running.year + 1} | ({aside} if aside is not None else set())
        year = min(sorted(years), key=lambda y: _leap((y - running.year) * 12 + here - reached, y == aside))
    return replace(wanted, year=year) if valid(year, wanted.month, wanted.day) else None


def _leap(months: int, named: bool) -> float:
    """How unlikely it is that a story goes on by so many months; going back is likely where it is little."""
    cost = months if months >= 0 else BACK * -months
    return NAMED * cost if named else cost


def _day_only(day: int, context: Context) -> Resolved:
    """ "the 20th": of the running month, the next one where that day is past in a narrative; else the latest one."""
    running = context.running
    if (
        running is not None
        and running.month is not None
        and running.years == 1
        and valid(running.year, running.month, day)
    ):
        return at(Moment(running.year, running.month, day), "relative")
    if context.published is None or context.narrative:
        return Resolved(f"XXXX-XX-{day:02d}")
    month = Moment(context.published.year, context.published.month)
    if day > context.published.day and not context.future:
        month = shifted(month, -1, "M") or month
    if not valid(month.year, month.month, day):
        return Resolved(f"XXXX-XX-{day:02d}")
    return at(Moment(month.year, month.month, day), "relative")


def numeric(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "15.04.2017", "11/15/89": the day first where only that makes a date, where the report writes so, or with dots.

    Else the reading nearest before publication, if it is within two months and the other is not; else unresolved.
    """
    a, b, c = re.split(r"[./-]", rest)
    year = _year(c if len(c) == 4 else f"XX{c}", replace(context, narrative=False))
    if year is None:
        return Resolved("null")
    readings = {
        day_first: Moment(year, int(m), int(d))
        for day_first, m, d in ((True, b, a), (False, a, b))
        if int(m) and int(d) and valid(year, int(m), int(d))
    }
    if not readings:
        return Resolved("null")
    chosen = next(iter(readings.values())) if len(readings) == 1 or len(set(readings.values())) == 1 else None
    if chosen is None:
        chosen = (
            readings.get("." in rest or bool(context.day_first))
            if "." in rest or context.day_first is not None
            else None
        )
    if chosen is None and context.published is not None:
        near = [m for m in readings.values() if (d := m.exact) and -1 <= (context.published - d).days <= 60]
        chosen = near[0] if len(near) == 1 else None
    return at(chosen, "explicit") if chosen else Resolved(f"{year:04d}")


def century(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "4bc" is the fourth century before our era."""
    number = int(rest.removesuffix("bc"))
    if rest.endswith("bc"):
        return at(Moment(-number * 100, years=100), "explicit", f"BC{number - 1:02d}")
    return at(Moment((number - 1) * 100, years=100), "explicit", f"{number - 1:02d}")


def holiday(rest: str, mods: list[str], context: Context, *, eve: bool = False) -> Resolved:
    name, _, year_text = rest.partition(":")
    rule = holidays()[name]
    days = _feast_near(rule, _year(year_text, context), context, 1 if eve else 0)
    if days is None:
        year = context.running.year if context.narrative and context.running else 0
        return Resolved(f"{year:04d}-XX-XX" if year > 0 else "XXXX-XX-XX")
    start, end = (d - timedelta(days=1) for d in days) if eve else days
    if start == end:
        return at(of_day(start), "explicit")
    middle = start + (end - start) / 2
    size: Precision = "day" if (end - start).days < 4 else "month"
    return Resolved(
        middle.isoformat() if size == "day" else f"{middle:%Y-%m}",
        When(start, end, size, "explicit"),
        Moment(middle.year, middle.month),
    )


def eve(rest: str, mods: list[str], context: Context) -> Resolved:
    """The day before a feast."""
    return holiday(rest, mods, context, eve=True)


COMING = 7
"""Days before a feast in which its eve is the one to come: "on the eve of the feast", told in its week."""


def _feast_near(rule: str, year: int | None, context: Context, days_before: int) -> tuple[date, date] | None:
    if year is not None:
        return feast(rule, year)
    if context.narrative and context.running is not None:
        return feast(rule, context.running.year)
    if context.published is None:
        return None
    known = [d for y in (-1, 0, 1) if (d := feast(rule, context.published.year + y))]
    limit = context.published + timedelta(days=max(days_before, COMING if days_before else 0))
    if context.future:
        return next((d for d in known if d[1] >= limit), None)
    return next((d for d in reversed(known) if d[0] <= limit), None)
