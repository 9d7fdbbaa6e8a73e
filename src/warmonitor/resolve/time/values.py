"""Local values put on the calendar: "XXXX-10-05" with a reference time gives 2016-10-05.

The language of local values (made by find/times, see lexicon/time/rules.toml):

    2016-10-04  2016-10  2016  2016-SU  2016-H2  198  BC0480-08   complete
    XX89-10-04  XXXX-10-05  XXXX-10  XXXX-SU  XXXX-XX-20  wd:4     year, month or week missing
    num:11/05/16  hol:XMAS:1963  eve:EIDFITR:XXXX  century:4bc     to be read by convention or computed
    this:W  last:D  next:Y  last:wd2  last:m11  last:sSU  the:WE   from the publication day (D W M Y DE, WE weekend)
    ago:8D  hence:2W  past:3D  coming:1M  overnight                from the publication day
    after:1D  before:2W  after:m05  same:Y-10  same:D  span:2M     from the running date of the narrative
    P3D  PXW  PT24H  set:D  PRESENT_REF                            no day

A number X is unknown. "T21:15" or "TNI" may follow, then "@since", "@until", "@by", "@early" …; "A..B" is an interval.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from warmonitor.lexicon.times import holidays
from warmonitor.model.mention import Basis, Precision, When
from warmonitor.resolve.time.feasts import feast
from warmonitor.resolve.time.moment import Moment, of_day, shifted, valid

_TIME = re.compile(r"(?<!^P)(?<!^PX)T(\d\d:\d\dZ?|[A-Z]{2})$")


@dataclass(frozen=True, slots=True)
class Context:
    """What a local value is read against.

    `published` is the day of publication, `running` the date that the narrative has reached, `narrative` says that dates
    without a year go by it. `future` is True where the grammar says that the matter is still to come.
    `aside` is a year just named in passing, which a date without a year may belong to.
    `day_first` is how the report writes numeric dates, None where it does not show.
    """

    published: date | None
    running: Moment | None = None
    narrative: bool = False
    future: bool = False
    day_first: bool | None = None
    aside: int | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 value, the days it stands for, and the moment that later anaphora can take up."""

    value: str
    when: When | None = None
    moment: Moment | None = None


BACK, NAMED = 1.5, 0.5
"""Weights of a step back in time, and of a step to the year last named."""

Resolver = Callable[[str, list[str], Context], Resolved]


def resolve_value(local: str, context: Context) -> Resolved:
    """The calendar meaning of a local value; its `when` is None where the context does not tell or the calendar ends."""
    try:
        return _resolve(local, context)
    except OverflowError:  # before the year 1 or after 9999
        return Resolved("null")


def _resolve(local: str, context: Context) -> Resolved:
    body, *mods = local.split("@")
    if ".." in body:
        return _interval(body, mods, context)
    m = _TIME.search(body)
    part = (
        m[1]
        if m
        and not body.startswith(("P", "past:", "coming:", "span:", "after:", "before:", "ago:"))
        or (m and ":" in m[1])
        else None
    )
    if m and part is None and re.search(r"[DW]T[A-Z]{2}$", body):
        part = m[1]
    core = body[: m.start()] if part and m else body
    resolved = _core(core, mods, context)
    if part:
        resolved = replace(resolved, value=_with_time(resolved.value, part))
    return _modified(resolved, mods, context)


def _with_time(value: str, part: str) -> str:
    if value.endswith("_REF") or value == "null":
        return value
    return f"{value}T{part}" if value else f"XXXX-XX-XXT{part}"


def _when(moment: Moment | None, basis: Basis) -> When | None:
    days = moment.days() if moment else None
    return When(days[0], days[1], days[2], basis) if days else None


def _at(moment: Moment | None, basis: Basis, value: str | None = None) -> Resolved:
    if moment is None:
        return Resolved(value or "null")
    return Resolved(value or moment.value(), _when(moment, basis), moment)


def _core(core: str, mods: list[str], context: Context) -> Resolved:
    head, _, rest = core.partition(":")
    if head in _HEADS:
        return _HEADS[head](rest, mods, context)
    if core in ("", "overnight"):
        return _overnight(context) if core else Resolved("")
    if core.startswith("P") or core.endswith("_REF"):
        return Resolved(core if core.endswith("_REF") else duration(core[1:]))
    return _dated(core, context)


# calendar dates -------------------------------------------------------------------------------------------------------
def _dated(core: str, context: Context) -> Resolved:
    """ "2016-10-04", "XX89-10", "XXXX-SU", "XXXX-XX-20", "198", "BC0480-08"."""
    if core.startswith("BC"):
        return _before_christ(core)
    if re.fullmatch(r"\d{3}", core):
        return _at(Moment(int(core) * 10, years=10), "explicit")
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
        return _at(found, "explicit") if found else Resolved(core)
    return _at(wanted, "explicit")


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
        return _at(Moment(-int(digits) * 10, years=10), "explicit", core)
    year = -int(digits)
    if rest.isdigit():
        return _at(Moment(year, int(rest)), "explicit")
    return _at(Moment(year, season=rest or None), "explicit")


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
    year, here, reached = running.year, _month_of(wanted), _month_of(running)
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


def _month_of(moment: Moment) -> int | None:
    if moment.season:
        return {"WI": 1, "SP": 4, "SU": 7, "FA": 10}[moment.season]
    return moment.month


def _day_only(day: int, context: Context) -> Resolved:
    """ "the 20th": of the running month, the next one where that day is past in a narrative; else the latest one."""
    running = context.running
    if (
        running is not None
        and running.month is not None
        and running.years == 1
        and valid(running.year, running.month, day)
    ):
        return _at(Moment(running.year, running.month, day), "relative")
    if context.published is None or context.narrative:
        return Resolved(f"XXXX-XX-{day:02d}")
    month = Moment(context.published.year, context.published.month)
    if day > context.published.day and not context.future:
        month = shifted(month, -1, "M") or month
    if not valid(month.year, month.month, day):
        return Resolved(f"XXXX-XX-{day:02d}")
    return _at(Moment(month.year, month.month, day), "relative")


def _numeric(rest: str, mods: list[str], context: Context) -> Resolved:
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
    return _at(chosen, "explicit") if chosen else Resolved(f"{year:04d}")


def _century(rest: str, mods: list[str], context: Context) -> Resolved:
    number = int(rest.removesuffix("bc"))
    if rest.endswith("bc"):
        return _at(Moment(-number * 100, years=100), "explicit", f"BC{number - 1:02d}")
    return _at(Moment((number - 1) * 100, years=100), "explicit", f"{number - 1:02d}")


def _holiday(rest: str, mods: list[str], context: Context, *, eve: bool = False) -> Resolved:
    name, _, year_text = rest.partition(":")
    rule = holidays()[name]
    days = _feast_near(rule, _year(year_text, context), context, 1 if eve else 0)
    if days is None:
        year = context.running.year if context.narrative and context.running else 0
        return Resolved(f"{year:04d}-XX-XX" if year > 0 else "XXXX-XX-XX")
    start, end = (d - timedelta(days=1) for d in days) if eve else days
    if start == end:
        return _at(of_day(start), "explicit")
    middle = start + (end - start) / 2
    size: Precision = "day" if (end - start).days < 4 else "month"
    return Resolved(
        middle.isoformat() if size == "day" else f"{middle:%Y-%m}",
        When(start, end, size, "explicit"),
        Moment(middle.year, middle.month),
    )


def _feast_near(rule: str, year: int | None, context: Context, days_before: int) -> tuple[date, date] | None:
    if year is not None:
        return feast(rule, year)
    if context.narrative and context.running is not None:
        return feast(rule, context.running.year)
    if context.published is None:
        return None
    known = [d for y in (-1, 0, 1) if (d := feast(rule, context.published.year + y))]
    limit = context.published + timedelta(days=days_before)
    if context.future:
        return next((d for d in known if d[1] >= limit), None)
    return next((d for d in reversed(known) if d[0] <= limit), None)


def _eve(rest: str, mods: list[str], context: Context) -> Resolved:
    return _holiday(rest, mods, context, eve=True)


# by the publication day -----------------------------------------------------------------------------------------------
def _overnight(context: Context) -> Resolved:
    day = context.published
    if day is None or context.narrative:
        found = context.running.exact if context.running and context.narrative else None
        return _at(of_day(found), "relative", f"{found}TNI") if found else Resolved("XXXX-XX-XXTNI")
    return Resolved(f"{day}TNI", When(day - timedelta(days=1), day, "day", "relative"), of_day(day))


def _reference(context: Context) -> Moment | None:
    """The moment that "this", "last" and "ago" count from."""
    if context.narrative:
        return context.running
    return of_day(context.published) if context.published else None


def _deictic(step: int) -> Resolver:
    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        return _turned(rest, step, context)

    return resolve


def _turned(rest: str, step: int, context: Context) -> Resolved:
    """this (0), last (-1) and next (+1) of a unit, weekday, month name or season."""
    reference = _reference(context)
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
        return _at(shifted(reference, step, "D"), "relative")
    if unit in ("W", "FN"):
        day = reference.exact
        if day is None:
            return Resolved("null")
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * step)
        return _to_date(Moment(monday.year, monday.month, monday.day, week=True), step, context)
    if unit == "M":
        return _to_date(shifted(Moment(reference.year, reference.month), step, "M"), step, context)
    if unit in ("Y", "DE", "CE"):
        return _to_date(shifted(reference, step, unit), step, context)
    return Resolved("null")


def _to_date(moment: Moment | None, step: int, context: Context) -> Resolved:
    """This week, month and year end, so far, on the publication day."""
    return _at(moment, "relative")


def _named(rest: str, step: int, context: Context) -> Resolved:
    """ "last November", "this spring", "next May"."""
    wanted = Moment(0, int(rest[1:])) if rest[0] == "m" else Moment(0, season=rest[1:])
    reference = _reference(context)
    if reference is None:
        return Resolved("null")
    here, reached = _month_of(wanted), _month_of(reference) or 1
    year = reference.year
    if wanted.season == "WI" and reached > 2 and step <= 0:
        year -= 0 if step == 0 and reached == 12 else 1
    elif step < 0 and here is not None and _not_before(here, reached, wanted.season):
        year -= 1
    elif step > 0 and here is not None and here <= reached:
        year += 1
    return _at(replace(wanted, year=year), "relative")


def _not_before(here: int, reached: int, season: str | None) -> bool:
    """True where the month or season of the year named has not ended before the reference month."""
    return here + 1 >= reached if season else here >= reached


def _weekday(day: int, step: int, context: Context) -> Resolved:
    """ISO weekday `day`: the latest one, before the reference for "last", after it for "next"."""
    reference = _reference(context)
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
    return _at(of_day(found), "relative")


def _bare_weekday(rest: str, mods: list[str], context: Context) -> Resolved:
    day, ago = int(rest), next((m for m in mods if m.startswith("ago:")), None)
    if ago is None or context.published is None:
        return _weekday(day, 0, context)
    moved = _core(ago, [], context).moment
    base = moved.exact if moved else None
    return _weekday(day, 0, replace(context, published=base)) if base else Resolved("null")


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


def _the_weekend(rest: str, mods: list[str], context: Context) -> Resolved:
    return _weekend(0, context)


def _weekend_of(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "the weekend of 17 September": the Saturday and Sunday nearest to that day."""
    found = _dated(rest, context).moment
    day = found.exact if found else None
    if day is None:
        return Resolved("null")
    return _weekend_from(day + timedelta(days=(5 - day.weekday() + 1) % 7 - 1))


def _weekday_in_week(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "Tuesday of last week"."""
    turn, _, day = rest.partition(":")
    if context.published is None:
        return Resolved("null")
    monday = context.published - timedelta(days=context.published.weekday())
    step = {"last": -1, "this": 0, "next": 1}[turn]
    return _at(of_day(monday + timedelta(days=7 * step + int(day[2]) - 1)), "relative")


def _ago(sign: int) -> Resolver:
    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        number, unit = quantity(rest)
        reference = _reference(context)
        if reference is None:
            return Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
        if unit.startswith("T"):
            return _hours_ago(number, unit, sign, reference)
        moved = shifted(reference, sign * number, unit) if number is not None else None
        if moved is None:
            vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
            return Resolved("XXXX-XX" if number is not None and unit == "M" else vague)
        return _at(moved, "relative")

    return resolve


def _hours_ago(number: float | None, unit: str, sign: int, reference: Moment) -> Resolved:
    """ "two hours ago" is the day itself, "12 hours ago" and "hours ago" it or the one beside, "48 hours ago" a day counted back."""
    here = reference.exact
    if here is None:
        return Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "TM" or number is not None and number < 6:
        return _at(reference, "relative")
    if number is not None and number >= 24:
        return _at(shifted(reference, sign * round(number / 24), "D"), "relative")
    beside = here + timedelta(days=sign)
    return Resolved(here.isoformat(), When(min(here, beside), max(here, beside), "day", "relative"), reference)


def _past(sign: int) -> Resolver:
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
            away = _edge(here, sign, number or 1, unit)
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


def _edge(here: date, sign: int, number: float, unit: str) -> date | None:
    """The far end of `number` units from a day, the same day of the month where units are months or years."""
    if unit == "D":
        return here + timedelta(days=int(sign * (number - 1)))
    if unit == "W":
        return here + timedelta(days=int(sign * 7 * number))
    if unit == "M":
        moved = shifted(of_day(here), sign * int(number), "M")
        if moved is None or moved.month is None:
            return None
        days = moved.days()
        return date(moved.year, moved.month, min(here.day, days[1].day)) if days else None
    years = int(number * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 1))
    return (
        date(here.year + sign * years, here.month, min(here.day, 28)) if 1 <= here.year + sign * years <= 9999 else None
    )


# by the running date --------------------------------------------------------------------------------------------------
def _moved(sign: int) -> Resolver:
    def resolve(rest: str, mods: list[str], context: Context) -> Resolved:
        running = context.running
        if rest[0] in "ms" or rest.startswith("wd"):
            if running is None:
                return Resolved("null")
            return _turned(rest, sign, replace(context, narrative=True))
        number, unit = quantity(rest)
        if number is None:
            return _vaguely_moved(unit, sign, context)
        if running is None:
            return _lone(number, unit, sign, context)
        if unit.startswith("T"):
            return _at(
                running if running.exact else None, "relative", f"{running.value()}TXX" if running.exact else None
            )
        moved = shifted(running, sign * number, unit)
        if moved is not None:
            return _at(moved, "relative")
        return _roughly_moved(running, number, unit)

    return resolve


def _lone(number: float, unit: str, sign: int, context: Context) -> Resolved:
    """ "a day earlier" where nothing else is dated counts from publication; "two days later" says nothing."""
    if context.published is not None and not context.narrative and sign < 0 and unit in ("D", "W", "M", "Y"):
        return _at(shifted(of_day(context.published), -number, unit), "relative")
    return Resolved("null")


def _roughly_moved(running: Moment, number: float, unit: str) -> Resolved:
    """Days counted from a moment whose day is unknown stay within its year: "1915-XX-XX"."""
    year = Moment(running.year).value()
    return Resolved(f"{year}-XX-XX" if unit == "D" else f"{year}-WXX" if unit == "W" else f"{year}-XX")


def _vaguely_moved(unit: str, sign: int, context: Context) -> Resolved:
    if unit.startswith("T"):
        day = context.running if context.running and context.running.exact else None
        return _at(day, "relative", f"{day.value()}TXX" if day else None)
    known = Moment(context.running.year).value() if context.running and context.narrative else "XXXX"
    return Resolved(
        {"D": f"{known}-XX-XX", "W": f"{known}-WXX", "M": f"{known}-XX"}.get(
            unit, "FUTURE_REF" if sign > 0 else "PAST_REF"
        )
    )


def _same(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "that day", "that year", "October of that year" (Y-10)."""
    running = context.running
    unit, _, inner = rest.partition("-")
    if inner and running is not None:
        month, _, day = inner.partition("-")
        wanted = Moment(running.year, int(month), int(day) if day else None)
        return _at(wanted, "relative") if valid(wanted.year, wanted.month, wanted.day) else Resolved("null")
    if running is None or running.years > 1 and unit not in ("DE", "CE"):
        return Resolved("null")
    if unit == "D":
        return _at(running, "relative") if running.exact else Resolved("null")
    if unit in ("W", "FN"):
        day_known = running.exact
        if day_known is None:
            return Resolved("null")
        monday = day_known - timedelta(days=day_known.weekday())
        return _at(Moment(monday.year, monday.month, monday.day, week=True), "relative")
    if unit == "M":
        return _at(Moment(running.year, running.month), "relative") if running.month else Resolved("null")
    return _at(Moment(running.year), "relative") if unit == "Y" else Resolved("null")


def _span(rest: str, mods: list[str], context: Context) -> Resolved:
    return Resolved(duration(rest))


def _nth(rest: str, mods: list[str], context: Context) -> Resolved:
    """ "the first week of May 2010", "the first two months of 1939": the length as value, its days as `when`."""
    which, size, inside = rest.split(":", 2)
    number, unit = quantity(size)
    whole = _dated(inside, context)
    value = duration(size)
    if whole.when is None or whole.when.start is None or whole.when.end is None or number is None:
        return Resolved(value)
    if which in ("last", "final"):
        start = _edge(whole.when.end, -1, number, unit)
        return Resolved(
            value,
            replace(whole.when, start=start + timedelta(days=0 if unit == "D" else 1) if start else None),
            whole.moment,
        )
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3}[which]
    start = (
        _edge(whole.when.start, 1, place * number, unit)
        if place and unit != "D"
        else whole.when.start + timedelta(days=place)
    )
    end = _edge(start, 1, number, unit) if start else None
    if start is None or end is None:
        return Resolved(value)
    end = end - timedelta(days=0 if unit == "D" else 1)
    return Resolved(value, replace(whole.when, start=start, end=min(end, whole.when.end)), whole.moment)


def _set(rest: str, mods: list[str], context: Context) -> Resolved:
    if rest.startswith("wd"):
        return Resolved(f"XXXX-WXX-{rest[2]}")
    return Resolved(
        {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "TH": "XXXX-XX-XXTXX"}.get(rest, "null")
    )


_HEADS: dict[str, Resolver] = {
    "num": _numeric, "century": _century, "hol": _holiday, "eve": _eve,
    "this": _deictic(0), "last": _deictic(-1), "next": _deictic(1), "the": _the_weekend,
    "wd": _bare_weekday, "weekend": _weekend_of, "week": _weekday_in_week,
    "ago": _ago(-1), "hence": _ago(1), "past": _past(-1), "coming": _past(1),
    "after": _moved(1), "before": _moved(-1), "same": _same, "span": _span, "nth": _nth, "set": _set,
}  # fmt: skip


# shapes ---------------------------------------------------------------------------------------------------------------
def quantity(text: str) -> tuple[float | None, str]:
    """ "8D" is (8.0, "D"), "XW" (None, "W"), "1FN" (2.0, "W"), "24TH" (24.0, "TH")."""
    m = re.fullmatch(r"([\d.]+|X)?(T?[A-Z]+)", text)
    if m is None:
        raise ValueError(f"no quantity of time: {text!r}")
    number = None if m[1] in (None, "X") else float(m[1])
    if m[2] == "FN":
        return (None if number is None else 2 * number), "W"
    return number, m[2]


def duration(text: str) -> str:
    """TIMEX3 duration of "3D" (P3D), "24TH" (PT24H), "XW" (PXW), "2.5Y" (P2.5Y)."""
    number, unit = quantity(text)
    shown = "X" if number is None else f"{number:g}"
    if shown.startswith("0."):
        shown = shown[1:]
    return f"PT{shown}{unit[1]}" if unit.startswith("T") else f"P{shown}{unit}"


def _interval(body: str, mods: list[str], context: Context) -> Resolved:
    """Both ends, the one that lacks its year read by the other."""
    left, right = body.split("..", 1)
    last = resolve_value(right, context)
    if last.moment is not None and left.startswith("XXXX") and not right.startswith("XXXX"):
        first = resolve_value(left, replace(context, narrative=True, running=Moment(last.moment.year)))
    elif left[:4].isdigit() and right.startswith("XXXX"):
        first = resolve_value(left, context)
        if first.moment is not None:
            last = resolve_value(right, replace(context, narrative=True, running=first.moment))
    elif last.moment is not None and last.moment.exact and not context.narrative and left.startswith("wd:"):
        first = resolve_value(left, replace(context, published=last.moment.exact, future=False))
    else:
        first = resolve_value(left, context)
    when = None
    if first.when and last.when and first.when.start and last.when.end:
        start, end = first.when.start, last.when.end
        if start <= end:
            when = When(start, end, last.when.precision, last.when.basis)
    moment = last.moment or first.moment
    return _modified(Resolved(f"{first.value}/{last.value}", when, moment), mods, context)


def _modified(resolved: Resolved, mods: list[str], context: Context) -> Resolved:
    """since, until and by open one end; a stretch that holds the publication day ends there unless it is to come."""
    when = resolved.when
    if when is None or when.start is None or when.end is None:
        return resolved
    here = context.published
    if "since" in mods:
        end = here if here and not context.narrative and here >= when.start else None
        return replace(resolved, when=replace(when, end=end))
    if "after" in mods and (here is None or here >= when.start):
        return replace(resolved, when=replace(when, end=None if context.narrative else here, precision="unknown"))
    if "until" in mods or "by" in mods:
        return replace(resolved, when=replace(when, start=None, precision="unknown"))
    if "eve" in mods and when.start == when.end:
        day = when.start - timedelta(days=1)
        return Resolved(day.isoformat(), replace(when, start=day, end=day), of_day(day))
    if here and not context.future and when.start < here < when.end and when.precision != "day":
        return replace(resolved, when=replace(when, end=here))
    return resolved
