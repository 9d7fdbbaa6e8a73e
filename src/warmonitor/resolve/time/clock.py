"""From a clock time to the instant: local clock and zone, or a stated GMT time, checked against each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Clock = tuple[int, int]


def utc_instant(day: date, clock: Clock | None, clock_utc: Clock | None, zone: str | None) -> datetime | None:
    """The instant in UTC of a time of `day` (a local day), or None where neither clock tells.

    A stated UTC time wins. With both clocks, the UTC day is the one that makes an offset between -12 and +14 hours, and
    the zone's own offset where two days would do. With the UTC clock alone, `day` is taken as the day it was stated with.
    `zone` is an IANA name, None where the place is unknown.
    """
    if not 1 < day.year < 9999:
        return None
    if clock_utc is None:
        if clock is None or zone is None:
            return None
        return _local(day, clock, zone)
    stated = datetime(day.year, day.month, day.day, *clock_utc, tzinfo=UTC)
    if clock is None:
        return stated
    wall = datetime(day.year, day.month, day.day, *clock, tzinfo=UTC)
    candidates = [stated + timedelta(days=d) for d in (-1, 0, 1)]
    possible = [c for c in candidates if timedelta(hours=-12) <= wall - c <= timedelta(hours=14)]
    by_zone = _local(day, clock, zone) if zone else None
    if by_zone is not None:
        return min(possible, key=lambda c: (abs(c - by_zone), c))
    return min(possible, key=lambda c: (abs(wall - c), c))


def clock_contradiction(day: date, clock: Clock | None, clock_utc: Clock | None, zone: str | None) -> str | None:
    """What is wrong between a stated local and a stated UTC time, in words; None where they agree or cannot be compared.

    A quarter of an hour is allowed; an hour off is told as a likely daylight-saving slip.
    """
    if clock is None or clock_utc is None or zone is None:
        return None
    by_zone = _local(day, clock, zone)
    stated = utc_instant(day, clock, clock_utc, zone)
    if by_zone is None or stated is None:
        return None
    off = round(abs(by_zone - stated).total_seconds() / 60)
    if off <= 15:
        return None
    local, utc = (f"{h:02d}:{m:02d}" for h, m in (clock, clock_utc))
    slip = " (an hour: perhaps summer time)" if off == 60 else ""
    return (
        f"local {local} and {utc} UTC on {day.isoformat()} disagree by {off} minutes in {zone}, "
        f"where {local} is {by_zone:%H:%M} UTC{slip}"
    )


def _local(day: date, clock: Clock, zone: str) -> datetime | None:
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return datetime(day.year, day.month, day.day, *clock, tzinfo=place).astimezone(UTC)
