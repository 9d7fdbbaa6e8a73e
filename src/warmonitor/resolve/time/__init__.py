"""When: time expressions placed on the calendar by the publication day in news and by the running date in narratives."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading
from warmonitor.resolve.time.clock import clock_contradiction, utc_instant
from warmonitor.resolve.time.context import Context, Resolved
from warmonitor.resolve.time.narrative import Story
from warmonitor.resolve.time.values import resolve_value
from warmonitor.resolve.time.zones import zone_of

__all__ = ["clock_contradiction", "resolve_times", "utc_instant", "zone_of"]

Zone = Callable[[TimeMention], str | None]


def resolve_times(
    mentions: tuple[TimeMention, ...], reading: Reading, published: date | None, *, zone: Zone | None = None
) -> tuple[TimeMention, ...]:
    """The mentions of `find_times` with TIMEX3 values and, where the calendar can tell, `when`.

    `published` None: the day of a dateline or stamp that gives its year stands in; without one only absolute dates, and what
    is counted from them, are resolved. `zone(mention)` gives the IANA zone of
    the place a clock time belongs to; without it a UTC instant comes only from a stated UTC time.
    """
    published = published or _stamped_day(mentions)
    story = Story.of(mentions, reading, published)
    resolved = []
    for mention in mentions:
        found = resolve_value(mention.value, story.context(mention))
        story.note(mention, found)
        value = found.value or mention.value
        reporting = mention.reporting or _is_stamp(mention, found, reading, published)
        resolved.append(replace(mention, value=value, when=found.when, reporting=reporting))
    paired = _elsewhere(_of_the_year(_side_by_side(resolved, reading), reading), reading)
    return tuple(_with_instants(paired, reading, zone))


_OF_YEAR = re.compile(r",?\s+(?:of\s+)?")


def _of_the_year(mentions: list[TimeMention], reading: Reading) -> list[TimeMention]:
    """ "in April last year", "on 16 December of this year": the month or day of the year that is told behind it."""
    out = list(mentions)
    for i, (a, b) in enumerate(itertools.pairwise(mentions)):
        gap = reading.text[a.span.end : b.span.start]
        if not (_OF_YEAR.fullmatch(gap) and re.fullmatch(r"(?:last|this|next) year", b.text.lower())):
            continue
        if a.when is None or b.when is None or a.when.start is None or a.when.end is None or b.when.start is None:
            continue
        years = b.when.start.year - a.when.start.year
        if years and a.when.start.year == a.when.end.year and (a.when.start.month, a.when.start.day) != (2, 29):
            last = _last_day(a.when.end.year + years, a.when.end) if a.when.precision == "month" else None
            end = last or a.when.end.replace(year=a.when.end.year + years)
            when = replace(a.when, start=a.when.start.replace(year=a.when.start.year + years), end=end)
            value = re.sub(r"^\d{4}", str(when.start.year if when.start else ""), a.value)
            out[i], out[i + 1] = replace(a, when=when, value=value), replace(b, when=when)
    return out


def _last_day(year: int, day: date) -> date:
    """The last day of the month of `day` in another year."""
    return date(year, day.month, calendar.monthrange(year, day.month)[1])


def _elsewhere(mentions: list[TimeMention], reading: Reading) -> list[TimeMention]:
    """ "1:15 a.m. local time (12.15 p.m. Tuesday ET)": the bracketed day is that of another clock, not of the happening."""
    out = list(mentions)
    for i, m in enumerate(mentions):
        if m.when is None or m.reporting or i == 0:
            continue
        before = reading.text[max(0, m.span.start - 60) : m.span.start]
        behind = reading.text[m.span.end : m.span.end + 12]
        local = mentions[i - 1].clock is not None or mentions[i - 1].clock_utc is not None
        opened = before.rfind("(") > before.rfind(")")
        if local and opened and _ZONE_BEHIND.match(behind) and mentions[i - 1].span.end > m.span.start - 60:
            out[i] = replace(m, when=None, clock=None, clock_utc=None)
    return out


_ZONE_BEHIND = re.compile(r",? (?:E[SD]?T|P[SD]?T|C[SDE]?T|M[SD]T|BST|GMT|UTC|CEST|AEST|Eastern)\b[^()]{0,6}\)", re.I)


_COMMA = re.compile(r",\s+(?:on\s+)?(?:the\s+)?")
_AND = re.compile(r",?\s+and\s+(?:on\s+|again\s+on\s+|late\s+(?:on\s+)?|early\s+(?:on\s+)?)?(?:the\s+)?")


def _side_by_side(mentions: list[TimeMention], reading: Reading) -> list[TimeMention]:
    """ "on Thursday and Friday": both name the whole stretch, where nothing but "and" stands between two days."""
    out = list(mentions)
    for i in reversed(range(len(out) - 1)):
        a, b = out[i], out[i + 1]
        gap = reading.text[a.span.end : b.span.start]
        if _ends(a, b) and len(gap) <= len(", on "):
            out[i + 1] = replace(b, when=a.when)
        elif _is_day(a) and _is_day(b) and not _opens_clause(reading, a, b) and (_AND.fullmatch(gap) or _COMMA.fullmatch(gap) and _several(b)):
            first, last = a.when, b.when
            if first is not None and last is not None and first.start and last.end and first.start < last.end:
                both = replace(first, end=last.end)
                listed = [m for m in out[i:] if m.when is last]
                out[i] = replace(a, when=both)
                out[i + 1 : i + 1 + len(listed)] = [replace(m, when=both) for m in listed]
    return out


def _opens_clause(reading: Reading, a: TimeMention, b: TimeMention) -> bool:
    """ "on Monday, and on Tuesday they attacked X": the second day stands before a verb of its own."""
    first, second = (next((x for x in reading.ancestors(m.last - 1) if x.tag[:1] == "V"), None) for m in (a, b))
    if first is None or second is None or first.i == second.i:
        return False
    return any(b.last <= c.i < second.i for c in reading.children(second.i, "nsubj", "nsubjpass"))


def _several(m: TimeMention) -> bool:
    """True for a day that has already been found to be one of a list."""
    return m.when is not None and m.when.start != m.when.end


def _ends(stretch: TimeMention, day: TimeMention) -> bool:
    """ "for the third day on Thursday": the day is the last of the stretch."""
    if stretch.type != "DURATION" or stretch.when is None or stretch.reporting or not _is_day(day):
        return False
    return day.when is not None and day.when.start == day.when.end == stretch.when.end


def _is_day(m: TimeMention) -> bool:
    """True for a calendar day without an hour, that is no time of saying."""
    w = m.when
    timed = m.clock is not None or m.clock_utc is not None
    return w is not None and w.precision == "day" and w.start is not None and not m.reporting and not timed


def _stamped_day(mentions: tuple[TimeMention, ...]) -> date | None:
    """The day of the first dateline or stamp that gives a full date."""
    full = (m for m in mentions if m.reporting and re.match(r"(?:\d{4}-\d\d-\d\d|num:|XX\d\d-\d\d-\d\d)", m.value))
    found = (resolve_value(m.value, Context(None)).moment for m in full)
    return next((m.exact for m in found if m is not None and m.exact), None)


def _is_stamp(mention: TimeMention, found: Resolved, reading: Reading, published: date | None) -> bool:
    """A full date of the publication day that nothing ties to a word is a stamp or byline; so is "Dec. 24:" before a title."""
    if found.moment is None or found.moment.exact is None or found.moment.exact != published:
        return False
    before = reading.tokens[mention.first - 1] if mention.first else None
    after = reading.tokens[mention.last] if mention.last < len(reading.tokens) else None
    if before is None and after is not None and after.text == ":":
        return True
    if not re.match(r"(?:\d{4}-\d\d-\d\d|num:)", mention.value):
        return False
    tied = before is not None and before.tag in ("IN", "DT", "JJ", "TO")
    alone = after is None or "\n" in reading.text[mention.span.end : after.start] or after.tag[:2] not in ("NN", "JJ")
    return alone and not tied


def _with_instants(mentions: list[TimeMention], reading: Reading, zone: Zone | None) -> list[TimeMention]:
    out = []
    for i, mention in enumerate(mentions):
        if (mention.clock or mention.clock_utc) and not mention.reporting:
            mention = _timed(_with_day(mention, mentions, reading, i), zone)
        out.append(mention)
    return out


def _with_day(mention: TimeMention, mentions: list[TimeMention], reading: Reading, i: int) -> TimeMention:
    """A clock time without a day takes the only day told in its sentence; else it stays open."""
    if mention.when is not None:
        return mention
    here = reading.tokens[mention.first].sentence
    days = {
        m.when.start
        for m in mentions
        if m.when
        and m.when.start
        and m.when.start == m.when.end
        and reading.tokens[m.first].sentence == here
        and not m.reporting
    }
    if len(days) != 1:
        return mention
    day = days.pop()
    when = next(m.when for m in mentions if m.when and m.when.start == day and m.when.end == day)
    return replace(mention, when=replace(when, utc=None), value=mention.value.replace("XXXX-XX-XX", day.isoformat()))


_UTC_DAY = re.compile(r"(?:gmt|utc|z),? (?:on )?\w")


def _local_day(mention: TimeMention) -> TimeMention:
    """ "2335 [0335 GMT on 12 January]": the day is told for Greenwich; here it was the day before."""
    when, here, there = mention.when, mention.clock, mention.clock_utc
    if when is None or when.start is None or when.start != when.end or here is None or there is None:
        return mention
    if not _UTC_DAY.search(mention.text.lower()) or abs(here[0] - there[0]) <= 12:
        return mention
    day = when.start + timedelta(days=-1 if here[0] > there[0] else 1)
    return replace(mention, when=replace(when, start=day, end=day))


def _timed(mention: TimeMention, zone: Zone | None) -> TimeMention:
    mention = _local_day(mention)
    when = mention.when
    if when is None or when.start is None or when.start != when.end:
        return mention
    utc = utc_instant(when.start, mention.clock, mention.clock_utc, zone(mention) if zone else None)
    return replace(mention, when=replace(when, utc=utc))
