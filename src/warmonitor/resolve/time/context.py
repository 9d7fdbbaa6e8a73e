"""What a local value is read against, what it comes to, and the shapes that all resolvers share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model.mention import Basis, When
from warmonitor.resolve.time.moment import Moment, of_day, shifted


@dataclass(frozen=True, slots=True)
class Context:
    """What a local value is read against.

    `published` is the day of publication, `running` the date that the narrative has reached, `narrative` says that dates
    without a year go by it. `future` is True where the grammar says that the matter is still to come.
    `aside` is a year just named in passing, which a date without a year may belong to.
    `hour` is how late on the running day the story is, where that was told (24 at midnight).
    `day_first` is how the report writes numeric dates, None where it does not show.
    """

    published: date | None
    running: Moment | None = None
    narrative: bool = False
    future: bool = False
    day_first: bool | None = None
    aside: int | None = None
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 value, the days it stands for, and the moment that later anaphora can take up."""

    value: str
    when: When | None = None
    moment: Moment | None = None


Resolver = Callable[[str, list[str], Context], Resolved]


def at(moment: Moment | None, basis: Basis, value: str | None = None) -> Resolved:
    """The moment with its days, its own TIMEX3 value or `value`; "null" where there is no moment."""
    if moment is None:
        return Resolved(value or "null")
    return Resolved(value or moment.value(), when_of(moment, basis), moment)


def when_of(moment: Moment | None, basis: Basis) -> When | None:
    """The days of a moment; None where it is unknown or before year 1."""
    days = moment.days() if moment else None
    return When(days[0], days[1], days[2], basis) if days else None


def month_of(moment: Moment) -> int | None:
    """The month, the middle one of a season; None for a year."""
    if moment.season:
        return {"WI": 1, "SP": 4, "SU": 7, "FA": 10}[moment.season]
    return moment.month


def counted_from(context: Context) -> Moment | None:
    """The moment that "this", "last" and "ago" count from."""
    if context.narrative:
        return context.running
    return of_day(context.published) if context.published else None


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


def edge(here: date, sign: int, number: float, unit: str) -> date | None:
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
