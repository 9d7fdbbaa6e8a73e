"""Clock times: "1:15 am (2215GMT)", "around 11 pm local", "0630 hours"."""

from __future__ import annotations

import re

from warmonitor.lexicon.times import words

Clock = tuple[int, int]


def clocks(m: re.Match[str]) -> tuple[Clock | None, Clock | None] | None:
    """The local and the UTC time that a clock match states; None where it is no time of day (25:10).

    A time without a zone is local. A time in a zone of fixed offset (EST) is local there and gives UTC.
    """
    given = {k: v for k, v in m.groupdict().items() if v is not None}
    half = given.get("ampm") or _half(given)
    first = read_clock(given["clock"], half)
    if first is None:
        return None
    local, utc = _placed(first, given.get("zone") or given.get("zone2"))
    if "clock2" in given:
        second = read_clock(given["clock2"], given.get("ampm2"))
        if second is not None:
            local2, utc2 = _placed(second, given.get("zone3"))
            if utc2 is not None and utc is None:
                utc = utc2
            elif local2 is not None and local is None:
                local = local2
    return local, utc


def _half(given: dict[str, str]) -> str | None:
    word = given.get("half") or given.get("half2")
    return None if word is None else "am" if word == "morning" else "pm"


def read_clock(words_: str, half: str | None = None) -> Clock | None:
    """(hour, minute) of "1:15", "2215", "7" with am or pm; None if there is no such time."""
    digits = re.sub(r"\D", "", words_)
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if half:
        if not 1 <= hour <= 12 and half[0] == "a" or hour > 12 and half[0] == "a":
            return None
        if hour <= 12:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour == 24:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None


def _placed(clock: Clock, zone: str | None) -> tuple[Clock | None, Clock | None]:
    if zone is None or zone.startswith("local"):
        return clock, None
    offset = words("zones").get(zone, "")
    if offset == "0":
        return None, clock
    if not offset.lstrip("-").isdigit():
        return clock, None
    minutes = (clock[0] * 60 + clock[1] - int(offset)) % 1440
    return clock, (minutes // 60, minutes % 60)
