"""Times that count from the publication day: today, last week, bare weekdays, ago, the past three days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from warmonitor.model.mention import Precision, When
from warmonitor.resolve.time.context import (
    Context,
    Resolved,
    Resolver,
    at,
    counted_from,
    duration,
    edge,
    month_of,
    quantity,
)
from warmonitor.resolve.time.dated import dated
from warmonitor.resolve.time.moment import Moment, of_day, shifted


def overnight(context: Context) -> Resolved:
    day = context.published
    if day is None or context.narrative:
        found = context.running.exact if context.running and context.narrative else None
        return at(of_day(found), "relative", f"{found}TNI") if found else Resolved("XXXX-XX-XXTNI")
    return Resolved(f"{day}TNI", When(day - timedelta(days=1), day, "day", "relative"), of_day(day))


def deictic(step: int) -> Resolver:
    """The resolver of this (0), last (-1) and next (1)."""

    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        return turned(rest, step, context)

    return resolve


def turned(rest: str, step: int, context: Context) -> Resolved:
    """this (0), last (-1) and next (+1) of a unit, weekday, month name or season."""
    reference = counted_from(context)
    if reference is None:
        return Resolved("null")
    if rest.startswith("wd"):
        return _weekday(int(rest[2]), step, context)
    if rest[0] in "ms":
        return _named(rest, step, context)
    if rest == "WE":
        return _weekend(step, context)
    unit = rest
    if unit == "D" and not context.narrative or unit == "D" and reference.exact:
        return at(shifted(reference, step, "D"), "relative")
    if unit in ("W", "FN"):
        day = reference.exact
        if day is None:
            return Resolved("null")
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * step)
        return at(Moment(monday.year, monday.month, monday.day, week=True), "relative")
    if unit == "M":
        return at(shifted(Moment(reference.year, reference.month), step, "M"), "relative")
    if unit in ("Y", "DE", "CE"):
        return at(shifted(reference, step, unit), "relative")
    return Resolved("null")


def _named(rest: str, step: int, context: Context) -> Resolved:
    """ "last November", "this spring", "next May"."""
    wanted = Moment(0, int(rest[1:])) if rest[0] == "m" else Moment(0, season=rest[1:])
    reference = counted_from(context)
    if reference is None:
        return Resolved("null")
    here, reached = month_of(wanted), month_of(reference) or 1
    year = reference.year
    if wanted.season == "WI" and reached > 2 and step <= 0:
        year -= 0 if step == 0 and reached == 12 else 1
    elif step < 0 and here is not None and _not_before(here, reached, wanted.season):
        year -= 1
    elif step > 0 and here is not None and here <= reached:
        year += 1
    return at(replace(wanted, year=year), "relative")


def _not_before(here: int, reached: int, season: str | None) -> bool:
    """True where the month or season of the year named has not ended before the reference month."""
    return here + 1 >= reached if season else here >= reached


def _weekday(day: int, step: int, context: Context) -> Resolved:
    """ISO weekday `day`: the latest one, before the reference for "last", after it for "next"."""
    reference = counted_from(context)
    base = reference.exact if reference else None
    if base is None:
        return Resolved(f"XXXX-WXX-{day}")
    back = (base.isoweekday() - day) % 7
    if step < 0:
        found = base - timedelta(days=back or 7)
    elif step > 0 or context.future:
        found = base + timedelta(days=(7 - back if back else (7 if step > 0 else 0)))
    elif context.narrative:
        found = base + timedelta(days=(7 - back) % 7)
    else:
        found = base - timedelta(days=back)
    return at(of_day(found), "relative")


def bare_weekday(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "on Friday"; "two weeks ago on Friday" carries the stretch as a modifier."""
    stretch = next((m.removeprefix("ago:") for m in mods if m.startswith("ago:")), None)
    if stretch is None or context.published is None:
        return _weekday(int(rest), 0, context)
    moved = ago(-1)(stretch, [], context).moment
    base = moved.exact if moved else None
    return _weekday(int(rest), 0, replace(context, published=base)) if base else Resolved("null")


def _weekend(step: int, context: Context) -> Resolved:
    """Saturday and Sunday: "the weekend" the latest that has begun, "last weekend" the latest that is over."""
    day = context.published
    if day is None or context.narrative:
        return Resolved("XXXX-WXX-WE")
    monday = day - timedelta(days=day.weekday())
    saturday = monday + timedelta(days=5)
    if step > 0 or step == 0 and context.future:
        saturday += timedelta(days=7 if step > 0 else 0)
    elif step < 0 or saturday > day:
        saturday -= timedelta(days=7)
    return _weekend_from(saturday)


def _weekend_from(saturday: date) -> Resolved:
    iso = saturday.isocalendar()
    when = When(saturday, saturday + timedelta(days=1), "day", "relative")
    return Resolved(f"{iso.year:04d}-W{iso.week:02d}-WE", when, of_day(saturday))


def the_latest(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "the weekend"; "in the week": that of the publication day in news, of the running date in a narrative."""
    return _weekend(0, context) if rest == "WE" else turned(rest, 0, context)


def weekend_of(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "the weekend of 17 September": the Saturday and Sunday nearest to that day."""
    found = dated(rest, context).moment
    day = found.exact if found else None
    if day is None:
        return Resolved("null")
    return _weekend_from(day + timedelta(days=(5 - day.weekday() + 1) % 7 - 1))


def weekday_in_week(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "Tuesday of last week"."""
    turn, _, day = rest.partition(":")
    if context.published is None:
        return Resolved("null")
    monday = context.published - timedelta(days=context.published.weekday())
    step = {"last": -1, "this": 0, "next": 1}[turn]
    return at(of_day(monday + timedelta(days=7 * step + int(day[2]) - 1)), "relative")


def ago(sign: int) -> Resolver:
    """The resolver of "ago" (-1) and "from now" (1)."""

    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        number, unit = quantity(rest)
        reference = counted_from(context)
        if reference is None:
            return Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
        if unit.startswith("T"):
            return _hours_ago(number, unit, sign, reference)
        moved = shifted(reference, sign * number, unit) if number is not None else None
        if moved is None:
            vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
            return Resolved("XXXX-XX" if number is not None and unit == "M" else vague)
        return at(moved, "relative")

    return resolve


def _hours_ago(number: float | None, unit: str, sign: int, reference: Moment) -> Resolved:
    """ "two hours ago" is the day itself, "12 hours ago" and "hours ago" it or the one beside, "48 hours ago" a day counted back."""
    here = reference.exact
    if here is None:
        return Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "TM" or number is not None and number < 6:
        return at(reference, "relative")
    if number is not None and number >= 24:
        return at(shifted(reference, sign * round(number / 24), "D"), "relative")
    beside = here + timedelta(days=sign)
    return Resolved(here.isoformat(), When(min(here, beside), max(here, beside), "day", "relative"), reference)


def past(sign: int) -> Resolver:
    """The resolver of "the past" (-1) and "the coming" (1) so many days."""

    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        """A stretch that ends (or begins) on the publication day; its value is its length."""
        number, unit = quantity(rest)
        if number is None and not unit.startswith("T"):
            return Resolved(duration(rest))
        if context.published is None or context.narrative:
            return Resolved(duration(rest))
        here = context.published
        if unit.startswith("T"):
            away: date | None = here + timedelta(days=sign * _days_of_hours(number, unit))
        else:
            away = edge(here, sign, number or 1, unit)
        if away is None:
            return Resolved(duration(rest))
        size = _FINENESS.get(unit, "year")
        return Resolved(duration(rest), When(min(here, away), max(here, away), size, "relative"))

    return resolve


_FINENESS: dict[str, Precision] = {"D": "day", "TH": "day", "TM": "day", "W": "week", "M": "month"}


def _days_of_hours(number: float | None, unit: str) -> int:
    """Days by which hours before publication may reach back: the hour of publication is not known. Minutes stay within."""
    if unit == "TM":
        return 0
    return 1 if number is None else max(1, -(-int(number) // 24))
