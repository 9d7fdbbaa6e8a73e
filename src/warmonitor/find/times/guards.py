"""Tests on the grammar around a match: is "May" a month here, is "1991" a year, is "fall" a season?

Each guard takes the reading, the tokens [first, last) of the match and the match itself, and says whether it may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from warmonitor.lexicon.times import feast_deeds, full_forms, named_after, saying, words
from warmonitor.model.reading import Reading, Token

Guard = Callable[[Reading, int, int, "re.Match[str]"], bool]
_OF_TIME = frozenset(
    "in since last by until till during of from early late mid to through throughout between before after next this on and "
    "every late-".split()
)
_YEAR_BEFORE = frozenset(
    "in since by until till during of from early late mid to through throughout between before after circa year years about "
    "around and for than or ( [ , - – — : ; late- mid- its their the".split()
)
_NOT_YEAR_BEFORE = frozenset(
    "no no. number resolution resolutions article section # $ £ € route highway flight unscr about some".split()
)
_DETERMINERS = frozenset("the a an that this his her its their our next last early late previous".split())


def guard(name: str) -> Guard:
    """The guard of that name. Raises KeyError for an unknown one."""
    return GUARDS[name]


def _before(reading: Reading, first: int) -> Token | None:
    token = reading.tokens[first - 1] if first else None
    return token if token and token.sentence == reading.tokens[first].sentence else None


def _after(reading: Reading, last: int) -> Token | None:
    token = reading.tokens[last] if last < len(reading.tokens) else None
    return token if token and token.sentence == reading.tokens[last - 1].sentence else None


def _word(token: Token | None) -> str:
    return token.lower if token else ""


def _noun_follows(reading: Reading, last: int) -> bool:
    after = _after(reading, last)
    return after is not None and after.tag in ("NNS", "NNPS", "NN", "JJ", "CD") and after.lower not in words("months")


def _names(reading: Reading, last: int) -> bool:
    """True where the date is part of a name: "the 6 April Movement"."""
    after_token = _after(reading, last)
    return after_token is not None and after_token.lower in named_after() and after_token.text[0].isupper()


def month_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A month without a day or year: "March" and "May" must not be a verb, an abbreviation not a word."""
    token, before = reading.tokens[first], _word(_before(reading, first))
    if _names(reading, last):
        return False
    if m["month"] not in full_forms("months"):
        return before in _OF_TIME and token.text[0].isupper() and m["month"] not in ("mar", "jan", "dec")
    if m["month"] == "may":
        return token.tag != "MD" and not token.text.islower() and (before in _OF_TIME or not token.text.isupper())
    if m["month"] == "march":
        listed = any(t.lower in full_forms("months") for t in reading.tokens[max(0, first - 3) : first])
        after = _after(reading, last)
        attribute = before in ("a", "the") and after is not None and after.tag in ("NN", "NNS") and after.text.islower()
        told = listed or attribute or before in _OF_TIME - {"and", "to", "on", "for", "before", "after"}
        return not token.text.islower() and told
    if m["month"] == "august" and token.text.islower():
        return False
    after = _after(reading, last)
    return not (after is not None and after.tag == "NNP" and after.lower in ("jones", "smith", "first"))


def day_month(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "5 May 60": the sixty are no year if a noun is counted by them; "30 May" must not be "30 may"."""
    if _names(reading, last):
        return False
    if m["month"] in ("may", "march", "mar", "sun", "sat", "dec", "jan") and not m.group("yy"):
        token = next((t for t in reading.tokens[first:last] if t.lower.startswith(m["month"])), None)
        if token is not None and (token.text.islower() or token.tag == "MD" and not token.text.isupper()):
            return False
    return not (m.group("yy") and (_noun_follows(reading, last) or _word(_after(reading, last)) in (":", "%", ",")))


def month_day(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "May 5", but not "may 5 per cent" nor "March 40" nor "in May 12 people"."""
    if _names(reading, last):
        return False
    token = reading.tokens[first]
    if m["month"] in ("may", "march", "mar") and token.text.islower():
        return False
    if m.group("year") or re.search(r"(?:st|nd|rd|th)\b", m[0]):
        return True
    after = _after(reading, last)
    if after is None or after.lower in ("people", "percent", "%", "per"):
        return after is None
    numbered = reading.tokens[last - 1]
    if numbered.dep == "nummod" and after.tag == "NNS" and _word(_before(reading, first)) == "in":
        return numbered.head >= last and reading.tokens[numbered.head].tag not in ("NNP", "NN")
    return True


_LABEL_BEHIND = re.compile(r"[.,]\d|%| \d\d?\.\d\d?\.\d|-[A-Z\d]+-|°|/\d|-(?:year|pound|strong|man|metre|meter)")
_OWNERS = frozenset(["the", "its", "their", "his", "'s", "’s", "of"])


def year_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A number that may be a year: nothing is counted by it, and the words beside it do not make it a label."""
    text, start, end = reading.text, reading.tokens[first].start, reading.tokens[last - 1].end
    if start and (text[start - 1] in "#$£€" or text[start - 1] in ".,/-–" and text[start - 2 : start - 1].isdigit()):
        return False
    token, before, after = reading.tokens[last - 1], _word(_before(reading, first)), _after(reading, last)
    bracketed = before == "(" and first > 1 and reading.tokens[first - 2].lower in _NOT_YEAR_BEFORE
    if _LABEL_BEHIND.match(text, end) or before in _NOT_YEAR_BEFORE or bracketed or _word(after) in _MEASURES:
        return False
    value = int(re.findall(r"\d{4}", m[0])[0])
    if after is not None and after.tag in ("NNS", "NNPS") and after.lower not in ("elections", "talks"):
        telling = before in _OWNERS and 1600 <= value <= 2060 and value % 100 != 0
        return telling or token.dep not in ("nummod", "compound") and before in _YEAR_BEFORE
    if 1500 <= value <= 2060:
        return before in _YEAR_BEFORE or token.dep != "nummod" or value > 1700
    return before in ("in", "year", "by", "until") and value > 1000


_MEASURES = frozenset(
    "people men women soldiers troops km kilometers kilometres miles metres meters feet tons tonnes civilians hours gmt utc hrs "
    "dollars euros pounds fighters prisoners dead percent local am pm a.m. p.m. m ft kg families refugees".split()
)


def apostrophe_year(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    return not _noun_follows(reading, last)


def season_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A season as a noun: not "to spring", not "the fall of the city"."""
    token = reading.tokens[last - 1]
    if token.tag[:2] not in ("NN", "JJ") or m["season"] == "fall" and not _fall_is_autumn(reading, first, last):
        return False
    after_token = _after(reading, last)
    named = after_token is not None and after_token.tag in ("NNP", "NNPS") and not after_token.text.isupper()
    if named and _word(after_token) not in ("offensive", "offensives", "campaign", "war", "rising", "uprising"):
        return False  # "Winter Palace", "Spring Shield"
    return _word(_before(reading, first)) != "arab"


def _fall_is_autumn(reading: Reading, first: int, last: int) -> bool:
    return _word(_before(reading, first)) in ("in", "by", "during", "this", "last") and _word(
        _after(reading, last)
    ) not in ("of", "from")


def weekday_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Short forms ("Sat", "Sun.", "Mon") count only beside a date or in capitals after a preposition."""
    if m["wd"] in full_forms("weekdays"):
        after = _after(reading, last)
        before = _word(_before(reading, first))
        named = (
            after is not None
            and after.lower in ("times", "prayers'", "telegraph")
            and reading.tokens[first].text[0].isupper()
        )
        return not named and not (before in ("bloody", "black", "palm", "ash", "good") and not after)
    after_word = _after(reading, last)
    return bool(
        reading.tokens[first].text[0].isupper()
        and (
            m[0].endswith(".")
            or (after_word is not None and (after_word.text[0].isdigit() or after_word.lower in words("months")))
        )
    )


def part_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    before = _word(_before(reading, first))
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


def owned(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "Saturdays blast": a possessive that lost its apostrophe."""
    return not repeated(reading, first, last, m)


def repeated(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "on Fridays": days in the plural, unless the thing that happened on one follows."""
    after_token = _after(reading, last)
    return not (m[0].endswith("s") and after_token is not None and after_token.tag in ("NN", "NNS", "JJ"))


def month_named(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "this May", not "this may have"."""
    return not reading.tokens[last - 1].text.islower() or m["month"] not in (
        "may",
        "march",
        "mar",
        "dec",
        "sep",
        "jan",
        "sept",
    )


def feast(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Not the name of something else: "Operation Ramadan", "Easter Rising", "a Christmas tree"."""
    after_token, before_token = _after(reading, last), _before(reading, first)
    if m.group("year"):
        return True
    if after_token is not None and after_token.tag[:2] == "NN" and after_token.lower not in feast_deeds() | _DAYLIKE:
        return False
    return not (before_token is not None and before_token.lower in ("operation", "white", "black", "bloody"))


_DAYLIKE = frozenset("holiday holidays day eve monday tuesday wednesday thursday friday saturday sunday".split())


def after(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "days later" stands; "following" must not go on to a noun ("two days following the raid" does, "days following" not)."""
    if m[0].endswith("following"):
        return m.group("n") is not None if "n" in m.re.groupindex else True
    return True


def before(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "two days before"; "years before the war" without a number says no date, "a week before moving on" a length."""
    after_token = _after(reading, last)
    if after_token is not None and after_token.tag == "VBG" and m[0].endswith("before"):
        return False
    if m[0].endswith(("before", "prior")) and "n" in m.re.groupindex and m.group("n") is None:
        return _after(reading, last) is None or _word(_after(reading, last)) in (",", ".", ";")
    return True


def that_unit(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "that day" but not "said that day labourers"."""
    return not _noun_follows(reading, last) or reading.tokens[last - 1].dep != "compound"


def this_day(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    return _word(_before(reading, first)) not in ("to", "until", "till")


def ordinal_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "on the 20th," is a day, "the 20th Brigade" and "the 5th of its kind" are not."""
    if "month" in m[0]:
        return True
    if not re.search(r"\d", m[0]):
        return False
    after_token, before_word = _after(reading, last), _word(_before(reading, first))
    if after_token is not None and (
        after_token.tag[:2] in ("NN", "JJ", "VB") or after_token.tag == "CD" or after_token.lower in ("of", "-", "/")
    ):
        return after_token.tag[:2] == "VB" and before_word in ("on", "by")
    return before_word in ("on", "by", "until", "from", "to", "of", "and", "since", "between", "before", "after") or m[
        0
    ].startswith("on")


def reference(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "now" the adverb; "the past", "future" and "soon" as nouns and adverbs."""
    word, after_token = m["ref"], _after(reading, last)
    if word in ("soon", "previously", "formerly", "lately"):
        return False
    if word == "the past":
        return after_token is None or after_token.tag[:2] not in ("NN", "JJ", "CD", "VB")
    if word == "the present":
        return after_token is None or after_token.tag[:2] not in ("NN", "JJ")
    return True


def clock(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A clock time; a bare "12.30" or a score "3:2" is none."""
    given = m.groupdict()
    if given.get("ampm") or given.get("zone") or given.get("zone2") or given.get("h") or given.get("clock2"):
        return True
    if "o'clock" in m[0]:
        return True
    if "." in m["clock"]:
        return False
    return _word(_before(reading, first)) in _CLOCK_BEFORE or m[0].startswith(
        ("at ", "about", "around", "just", "shortly", "approx")
    )


_CLOCK_BEFORE = frozenset("at by from until till after before around about to since between and , ( : updated".split())


def clock_hours(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Four digits are a time with "hours" or a zone, or after "at" where a day follows or they begin with nought."""
    given = m.groupdict()
    if given.get("h") or given.get("zone") or given.get("zone2") or given.get("clock2"):
        return True
    if not m[0].startswith("at ") and _word(_before(reading, first)) not in (
        "at",
        "from",
        "to",
        "until",
        "by",
        "between",
    ):
        return False
    behind = m.string[m.end() : m.end() + 24]
    return m["clock"][0] == "0" or _DAY_BEHIND.match(behind) is not None


_DAY_BEHIND = re.compile(
    r",? (?:on (?:the )?\w|last night|today|yesterday|this (?:morning|afternoon|evening)|tonight|"
    r"(?:to|until|and) (?:2[1-3]|0\d)[0-5]\d\b)"
)


def lasting(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "the last 45 minutes", not "is to last 45 minutes"."""
    return not any(t.tag[:2] == "VB" and t.lower in ("last", "past") for t in reading.tokens[first : first + 2])


def duration(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "a second", "one day" are not always spans: "one day" alone is vague but kept."""
    return not (m["n"] in ("some", "many", "few") and _word(_before(reading, first)) in ("too",))


def vague_duration(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Bare "weeks", "for months": only in the plural, and only as an adverbial."""
    core = m[0].removeprefix("for ")
    if not core.rstrip("long").rstrip(" -").endswith("s"):
        return False
    before_word = _word(_before(reading, first))
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


@cache
def saying_lemmas() -> frozenset[str]:
    return saying("verb") | saying("noun")


GUARDS: dict[str, Guard] = {
    "month-alone": month_alone,
    "day-month": day_month,
    "month-day": month_day,
    "year-alone": year_alone,
    "apostrophe-year": apostrophe_year,
    "season-alone": season_alone,
    "weekday-alone": weekday_alone,
    "part-alone": part_alone,
    "owned": owned,
    "repeated": repeated,
    "month-named": month_named,
    "feast": feast,
    "after": after,
    "before": before,
    "that-unit": that_unit,
    "this-day": this_day,
    "ordinal-alone": ordinal_alone,
    "reference": reference,
    "clock": clock,
    "clock-hours": clock_hours,
    "duration": duration,
    "lasting": lasting,
    "vague-duration": vague_duration,
}
