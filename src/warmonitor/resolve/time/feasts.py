"""Days of feasts: fixed, by Easter (Meeus, Julian and Gregorian), by the tabular Islamic calendar.

The Islamic months begin with the sighting of the moon, so that a feast may fall a day before or after the table's.
"""

from __future__ import annotations

from datetime import date, timedelta

HIJRI_EPOCH = 227015
"""Ordinal of 1 Muharram 1 (16 July 622, Julian) in Python's proleptic Gregorian count."""


def feast(rule: str, year: int) -> tuple[date, date] | None:
    """First and last day in `year` of a feast by its rule in holidays.csv; None where the rule is "none" or it has no day.

    "hijri 10-01 12-10" names two feasts of one name: the rule does not say which, so there is none.
    """
    kind, _, rest = rule.partition(" ")
    if kind == "none" or not 1583 <= year <= 4099:
        return None
    if kind == "fixed":
        day = date(year, int(rest[:2]), int(rest[3:]))
        return day, day
    if kind in ("easter", "orthodox"):
        day = (easter(year) if kind == "easter" else orthodox_easter(year)) + timedelta(days=int(rest))
        return day, day
    if kind == "hijri" and " " not in rest:
        starts = hijri_days(year, int(rest[:2]), int(rest[3:]))
        return (starts[0] - timedelta(days=1), starts[0] + timedelta(days=1)) if len(starts) == 1 else None
    if kind == "hijri-month":
        starts = hijri_days(year, int(rest), 1)
        return (starts[0], starts[0] + timedelta(days=29)) if len(starts) == 1 else None
    return None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month = (h + weekday - 7 * m + 114) // 31
    return date(year, month, (h + weekday - 7 * m + 114) % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian reckoning (Meeus), as a Gregorian date."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month = (d + e + 114) // 31
    julian = date(year, month, (d + e + 114) % 31 + 1)
    return julian + timedelta(days=year // 100 - year // 400 - 2)


def hijri_days(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year that are the given day of the tabular Islamic calendar (one, sometimes two or none)."""
    first = int((year - 622) * 33 / 32) - 1
    found = [date.fromordinal(_hijri_ordinal(h, month, day)) for h in range(first, first + 4)]
    return [d for d in found if d.year == year]


def _hijri_ordinal(year: int, month: int, day: int) -> int:
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return HIJRI_EPOCH + before + day - 1
