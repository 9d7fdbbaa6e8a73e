"""Tests on the grammar around a match, by the names that rules.toml uses.

Each guard takes the reading, the tokens [first, last) of the match and the match itself, and says whether it may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from warmonitor.find.times import calendar_guards, clock_guards
from warmonitor.model.reading import Reading

Guard = Callable[[Reading, int, int, "re.Match[str]"], bool]

GUARDS: dict[str, Guard] = {
    "month-alone": calendar_guards.month_alone,
    "day-month": calendar_guards.day_month,
    "month-day": calendar_guards.month_day,
    "year-alone": calendar_guards.year_alone,
    "apostrophe-year": calendar_guards.apostrophe_year,
    "season-alone": calendar_guards.season_alone,
    "weekday-alone": calendar_guards.weekday_alone,
    "part-alone": clock_guards.part_alone,
    "owned": calendar_guards.owned,
    "repeated": calendar_guards.repeated,
    "month-named": calendar_guards.month_named,
    "feast": calendar_guards.feast,
    "after": clock_guards.after,
    "before": clock_guards.before,
    "that-unit": clock_guards.that_unit,
    "this-day": clock_guards.this_day,
    "ordinal-alone": calendar_guards.ordinal_alone,
    "reference": clock_guards.reference,
    "clock": clock_guards.clock,
    "clock-hours": clock_guards.clock_hours,
    "duration": clock_guards.duration,
    "lasting": clock_guards.lasting,
    "vague-duration": clock_guards.vague_duration,
}


def guard(name: str) -> Guard:
    """The guard of that name. Raises KeyError for an unknown one."""
    return GUARDS[name]
