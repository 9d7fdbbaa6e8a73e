"""Is "2115" a time of day here, "noon" an hour, "weeks" a length?"""

from __future__ import annotations

import re

from warmonitor.find.times.around import after_of, before_of, noun_follows, word_of
from warmonitor.model.reading import Reading


def part_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    before = word_of(before_of(reading, first))
    if m[0].startswith("the "):
        return before in ("in", "during", "through", "throughout", "into", "for", "by", "under")
    return before in (
        "at",
        "by",
        "before",
        "after",
        "around",
        "during",
        "every",
        "since",
        "until",
        "of",
        "day",
        "one",
        "and",
    )


_CLOCK_BEFORE = frozenset("at by from until till after before around about to since between and , ( : updated".split())


def clock(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A clock time; a bare "12.30" or a score "3:2" is none."""
    given = m.groupdict()
    if given.get("ampm") or given.get("zone") or given.get("zone2") or given.get("h") or given.get("clock2"):
        return True
    if "o'clock" in m[0]:
        return True
    if "." in m["clock"]:
        return False
    return word_of(before_of(reading, first)) in _CLOCK_BEFORE or m[0].startswith(
        ("at ", "about", "around", "just", "shortly", "approx")
    )


_DAY_BEHIND = re.compile(
    r",? (?:on (?:the )?\w|last night|today|yesterday|this (?:morning|afternoon|evening)|tonight|"
    r"(?:to|until|and) (?:2[1-3]|0\d)[0-5]\d\b)"
)


def clock_hours(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Four digits are a time with "hours" or a zone, or after "at", and after the like of "from" where a day follows or they begin with nought."""
    given = m.groupdict()
    if given.get("h") or given.get("zone") or given.get("zone2") or given.get("clock2"):
        return True
    if not m[0].startswith("at ") and word_of(before_of(reading, first)) not in (
        "at",
        "from",
        "to",
        "until",
        "by",
        "between",
    ):
        return False
    behind = m.string[m.end() : m.end() + 24]
    at = m[0].startswith("at ") or word_of(before_of(reading, first)) == "at"  # years are "in", hours "at"
    return m["clock"][0] == "0" or _DAY_BEHIND.match(behind) is not None or at and not noun_follows(reading, last)


def lasting(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "the last 45 minutes", not "is to last 45 minutes"."""
    return not any(t.tag[:2] == "VB" and t.lower in ("last", "past") for t in reading.tokens[first : first + 2])


def duration(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "a second", "one day" are not always spans: "one day" alone is vague but kept."""
    return not (m["n"] in ("some", "many", "few") and word_of(before_of(reading, first)) in ("too",))


def vague_duration(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Bare "weeks", "for months": only in the plural, and only as an adverbial."""
    core = m[0].removeprefix("for ")
    if not core.rstrip("long").rstrip(" -").endswith("s"):
        return False
    before_word = word_of(before_of(reading, first))
    return m[0].startswith("for ") or before_word in (
        "after",
        "within",
        "in",
        "over",
        "during",
        "for",
        "of",
        "lasted",
        "took",
    )


def after(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "days later" stands; "following" must not go on to a noun ("two days following the raid" does, "days following" not)."""
    if m[0].endswith("following"):
        return m.group("n") is not None if "n" in m.re.groupindex else True
    return True


def before(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "two days before"; "years before the war" without a number says no date, "a week before moving on" a length."""
    after_token = after_of(reading, last)
    if after_token is not None and after_token.tag == "VBG" and m[0].endswith("before"):
        return False
    if m[0].endswith(("before", "prior")) and "n" in m.re.groupindex and m.group("n") is None:
        return after_of(reading, last) is None or word_of(after_of(reading, last)) in (",", ".", ";")
    return True


def that_unit(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "that day" but not "said that day labourers"."""
    return not noun_follows(reading, last) or reading.tokens[last - 1].dep != "compound"


def this_day(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    return word_of(before_of(reading, first)) not in ("to", "until", "till")


def reference(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "now" the adverb; "the past", "future" and "soon" as nouns and adverbs."""
    word, after_token = m["ref"], after_of(reading, last)
    if word in ("soon", "previously", "formerly", "lately"):
        return False
    if word == "the past":
        return after_token is None or after_token.tag[:2] not in ("NN", "JJ", "CD", "VB")
    if word == "the present":
        return after_token is None or after_token.tag[:2] not in ("NN", "JJ")
    return True
