"""Local values put on the calendar: "XXXX-10-05" with a reference time gives 2016-10-05.

The language of local values (made by find/times, see lexicon/time/rules.toml):

    2016-10-04  2016-10  2016  2016-SU  2016-H2  198  BC0480-08   complete
    XX89-10-04  XXXX-10-05  XXXX-10  XXXX-SU  XXXX-XX-20  wd:4     year, month or week missing
    num:11/05/16  hol:XMAS:1963  eve:EIDFITR:XXXX  century:4bc     to be read by convention or computed
    this:W  last:D  next:Y  last:wd2  last:m11  last:sSU  the:WE  the:W   from the publication day (D W M Y DE, WE weekend)
    ago:8D  past:3D  streak:4D  coming:1M  hence:2W  overnight                from the publication day
    after:1D  before:2W  after:m05  same:Y-10  same:D  span:2M     from the running date of the narrative
    P3D  PXW  PT24H  set:D  PRESENT_REF                            no day

A number X is unknown. "T21:15" or "TNI" may follow, then "@since", "@until", "@by", "@early" …; "A..B" is an interval.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from warmonitor.model.mention import When
from warmonitor.resolve.time.anaphora import moved, nth, regular, same, span
from warmonitor.resolve.time.context import (
    Context,
    Resolved,
    Resolver,
    duration,
)
from warmonitor.resolve.time.dated import century, dated, eve, holiday, numeric
from warmonitor.resolve.time.deictic import (
    ago,
    bare_weekday,
    deictic,
    overnight,
    past,
    the_latest,
    weekday_in_week,
    weekend_of,
)
from warmonitor.resolve.time.moment import Moment, of_day

_TIME = re.compile(r"(?<!^P)(?<!^PX)T(\d\d:\d\dZ?|[A-Z]{2})$")


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


def _core(core: str, mods: list[str], context: Context) -> Resolved:
    head, _, rest = core.partition(":")
    if head in _HEADS:
        return _HEADS[head](rest, mods, context)
    if core in ("", "overnight"):
        return overnight(context) if core else Resolved("")
    if core.startswith("P") or core.endswith("_REF"):
        return Resolved(core if core.endswith("_REF") else duration(core[1:]))
    return dated(core, context)


_HEADS: dict[str, Resolver] = {
    "num": numeric, "century": century, "hol": holiday, "eve": eve,
    "this": deictic(0), "last": deictic(-1), "next": deictic(1), "the": the_latest,
    "wd": bare_weekday, "weekend": weekend_of, "week": weekday_in_week,
    "ago": ago(-1), "hence": ago(1), "past": past(-1), "streak": past(-1), "coming": past(1),
    "after": moved(1), "before": moved(-1), "same": same, "span": span, "nth": nth, "set": regular,
}  # fmt: skip


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
    elif last.moment is not None and left.startswith("XXXX-") and right.startswith("XXXX-"):
        first = _before(left, last.moment, context)
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


def _before(left: str, last: Moment, context: Context) -> Resolved:
    """The first end, without a year, that comes before the last one: its year, or the one before."""
    for year in (last.year, last.year - 1):
        first = resolve_value(left, replace(context, narrative=True, running=Moment(year), aside=None))
        days, end = first.when, last.days()
        if days is None or days.start is None or end is None or days.start <= end[1]:
            return first
    return resolve_value(left, context)


_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def _in_third(resolved: Resolved, mods: list[str]) -> Resolved:
    """ "late 2014": its last four months. What is no whole year, or no part of one, stays."""
    when = resolved.when
    months = next((_THIRDS[m] for m in mods if m in _THIRDS), None)
    start, end = (when.start, when.end) if when is not None else (None, None)
    if when is None or when.precision != "year" or months is None or start is None or end is None:
        return resolved
    if (start, end) != (date(start.year, 1, 1), date(start.year, 12, 31)):
        return resolved
    first, last = date(start.year, months[0], 1), date(start.year, months[1], monthrange(start.year, months[1])[1])
    return replace(resolved, when=replace(when, start=first, end=last))


def _modified(resolved: Resolved, mods: list[str], context: Context) -> Resolved:
    """since, until and by open one end; a stretch that holds the publication day ends there unless it is to come."""
    resolved = _in_third(resolved, mods)
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
