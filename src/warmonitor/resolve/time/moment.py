"""A moment as far as it is known (year, month, day or season) and the stretch of days it stands for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model.mention import Precision

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season of the northern half of the world."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`year` is negative before our era (490 BC is -490). `size` says what is known: D, W, M, S (season), Y, DE, CE.

    A week is known by its Monday; a decade and a century by their first year.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None
    week: bool = False
    years: int = 1

    @property
    def size(self) -> str:
        if self.years > 1:
            return "DE" if self.years == 10 else "CE"
        if self.season:
            return "S"
        return "W" if self.week else "D" if self.day else "M" if self.month else "Y"

    @property
    def exact(self) -> date | None:
        """The day, where it is known and the calendar reaches that far back."""
        if self.day is None or self.month is None or not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month, self.day)

    def value(self) -> str:
        """TIMEX3 value."""
        year = f"BC{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        if self.years > 1:
            return year[:-1] if self.years == 10 else year[:-2]
        if self.season:
            return f"{year}-{self.season}"
        if self.week and (monday := self.exact):
            iso = monday.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}"
        return year + (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")

    def days(self) -> tuple[date, date, Precision] | None:
        """First and last day and how well they are known; None before year 1."""
        if not 1 <= self.year <= 9998:
            return None
        if self.years > 1:
            return date(self.year, 1, 1), date(min(self.year + self.years - 1, 9999), 12, 31), "year"
        if self.season:
            first = SEASONS[self.season]
            year, last = (self.year + 1, 2) if first == 12 else (self.year, first + 2)
            return date(self.year, first, 1), date(year, last, monthrange(year, last)[1]), "month"
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31), "year"
        if self.day is None:
            return (
                date(self.year, self.month, 1),
                date(self.year, self.month, monthrange(self.year, self.month)[1]),
                "month",
            )
        day = date(self.year, self.month, self.day)
        return (day, day + timedelta(days=6), "week") if self.week else (day, day, "day")


def of_day(day: date) -> Moment:
    """The moment of a known day."""
    return Moment(day.year, day.month, day.day)


def valid(year: int, month: int | None, day: int | None) -> bool:
    """True where the calendar has such a day."""
    if month is None or day is None:
        return month is None or 1 <= month <= 12
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= (monthrange(year, month)[1] if 1 <= year <= 9999 else 31)


def shifted(moment: Moment, number: float, unit: str) -> Moment | None:
    """`moment` moved by number × unit (D, W, M, Y, DE, CE; negative is back), as coarse as the unit or the moment.

    None where days are moved from a moment whose day is unknown, or the calendar ends.
    """
    try:
        return _shifted(moment, number, unit)
    except (OverflowError, ValueError):
        return None


def _shifted(moment: Moment, number: float, unit: str) -> Moment | None:
    if unit in ("D", "W"):
        day = moment.exact
        if day is None or moment.week and unit == "D":
            return None
        return of_day(day + timedelta(days=number * (7 if unit == "W" else 1)))
    if unit == "M":
        if moment.month is None or number != int(number):
            return None
        months = moment.year * 12 + moment.month - 1 + int(number)
        return Moment(months // 12, months % 12 + 1)
    step = {"Y": 1, "DE": 10, "CE": 100}[unit]
    year = moment.year + int(number * step)
    if unit == "Y":
        return Moment(year)
    base = abs(year) // step * step
    return Moment(base if year > 0 else -base, years=step)
