"""Times that count from the running date ("two days later", "that month"), parts of a stretch, and sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from warmonitor.model.mention import Precision, When
from warmonitor.resolve.time.context import (
    Context,
    Resolved,
    Resolver,
    at,
    duration,
    edge,
    quantity,
)
from warmonitor.resolve.time.dated import dated
from warmonitor.resolve.time.deictic import turned
from warmonitor.resolve.time.moment import Moment, of_day, shifted, valid

LATE = 20
"""The hour from which on "hours later" may be on the next day."""


def moved(sign: int) -> Resolver:
    """The resolver of "later" (1) and "earlier" (-1), from the running date."""

    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        running = context.running
        if rest[0] in "ms" or rest.startswith("wd"):
            if running is None:
                return Resolved("null")
            return turned(rest, sign, replace(context, narrative=True))
        number, unit = quantity(rest)
        if number is None:
            return _vaguely_moved(unit, sign, context)
        if running is None:
            return _lone(number, unit, sign, context)
        if unit.startswith("T"):
            return _hours_moved(running, number if unit == "TH" else 0, sign, context)
        moved = shifted(running, sign * number, unit)
        if moved is not None:
            return at(moved, "relative")
        return _roughly_moved(running, number, unit)

    return resolve


def _hours_moved(running: Moment, number: float, sign: int, context: Context) -> Resolved:
    """ "four hours later": the running day, or the one that the hour told before reaches."""
    if running.exact is None:
        return Resolved("null")
    over = int((context.hour + sign * number) // 24) if context.hour is not None else 0
    day = shifted(running, over, "D") or running
    return at(day, "relative", f"{day.value()}TXX")


def _lone(number: float, unit: str, sign: int, context: Context) -> Resolved:
    """ "a day earlier" where nothing else is dated counts from publication; "two days later" says nothing."""
    if context.published is not None and not context.narrative and sign < 0 and unit in ("D", "W", "M", "Y"):
        return at(shifted(of_day(context.published), -number, unit), "relative")
    return Resolved("null")


def _roughly_moved(running: Moment, number: float, unit: str) -> Resolved:
    """Days counted from a moment whose day is unknown stay within its year: "1915-XX-XX"."""
    year = Moment(running.year).value()
    return Resolved(f"{year}-XX-XX" if unit == "D" else f"{year}-WXX" if unit == "W" else f"{year}-XX")


def _vaguely_moved(unit: str, sign: int, context: Context) -> Resolved:
    if unit.startswith("T"):
        day = context.running if context.running and context.running.exact else None
        here = day.exact if day else None
        if here is not None and unit == "TH" and sign > 0 and context.hour is not None and context.hour >= LATE:
            return Resolved(f"{here}TXX", When(here, here + timedelta(days=1), "day", "relative"), day)
        return at(day, "relative", f"{day.value()}TXX" if day else None)
    known = Moment(context.running.year).value() if context.running and context.narrative else "XXXX"
    return Resolved(
        {"D": f"{known}-XX-XX", "W": f"{known}-WXX", "M": f"{known}-XX"}.get(
            unit, "FUTURE_REF" if sign > 0 else "PAST_REF"
        )
    )


def same(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "that day", "that year", "October of that year" (Y-10)."""
    running = context.running
    unit, _, inner = rest.partition("-")
    if inner and running is not None:
        month, _, day = inner.partition("-")
        wanted = Moment(running.year, int(month), int(day) if day else None)
        return at(wanted, "relative") if valid(wanted.year, wanted.month, wanted.day) else Resolved("null")
    if running is None or running.years > 1 and unit not in ("DE", "CE"):
        return Resolved("null")
    if unit == "D":
        return at(running, "relative") if running.exact else Resolved("null")
    if unit in ("W", "FN"):
        day_known = running.exact
        if day_known is None:
            return Resolved("null")
        monday = day_known - timedelta(days=day_known.weekday())
        return at(Moment(monday.year, monday.month, monday.day, week=True), "relative")
    if unit == "M":
        return at(Moment(running.year, running.month), "relative") if running.month else Resolved("null")
    return at(Moment(running.year), "relative") if unit == "Y" else Resolved("null")


def span(rest: str, mods: list[str], context: Context) -> Resolved:
    """A stretch of unknown place: its length alone."""
    return Resolved(duration(rest))


def nth(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "the first week of May 2010", "the first two months of 1939": the length as value, its days as `when`."""
    which, size, inside = rest.split(":", 2)
    number, unit = quantity(size)
    whole = dated(inside, context)
    value = duration(size)
    fine: Precision = {"D": "day", "W": "week"}.get(unit, "month")  # type: ignore[assignment]
    if whole.when is None or whole.when.start is None or whole.when.end is None or number is None:
        return Resolved(value)
    if which in ("last", "final"):
        start = edge(whole.when.end, -1, number, unit)
        return Resolved(
            value,
            replace(
                whole.when, start=start + timedelta(days=0 if unit == "D" else 1) if start else None, precision=fine
            ),
            whole.moment,
        )
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3}[which]
    start = (
        edge(whole.when.start, 1, place * number, unit)
        if place and unit != "D"
        else whole.when.start + timedelta(days=place)
    )
    end = edge(start, 1, number, unit) if start else None
    if start is None or end is None:
        return Resolved(value)
    end = end - timedelta(days=0 if unit == "D" else 1)
    return Resolved(value, replace(whole.when, start=start, end=min(end, whole.when.end), precision=fine), whole.moment)


def regular(rest: str, mods: list[str], context: Context) -> Resolved:
    """A set: every day, on Fridays."""
    if rest.startswith("wd"):
        return Resolved(f"XXXX-WXX-{rest[2]}")
    return Resolved(
        {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "TH": "XXXX-XX-XXTXX"}.get(rest, "null")
    )
