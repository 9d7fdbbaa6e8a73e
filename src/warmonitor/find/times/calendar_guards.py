"""Is "May" a month here, "1991" a year, "fall" a season, "the 20th" a day?"""

from __future__ import annotations

import re

from warmonitor.find.times.around import OF_TIME, after_of, before_of, is_named_after, noun_follows, word_of
from warmonitor.lexicon.times import feast_deeds, full_forms, words
from warmonitor.model.reading import Reading

_YEAR_BEFORE = frozenset(
    "in since by until till during of from early late mid to through throughout between before after circa year years about "
    "around and for than or ( [ , - – — : ; late- mid- its their the".split()
)


_NOT_YEAR_BEFORE = frozenset(
    "no no. number resolution resolutions article section # $ £ € route highway flight unscr about some".split()
)


def month_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A month without a day or year: "March" and "May" must not be a verb, an abbreviation not a word."""
    token, before = reading.tokens[first], word_of(before_of(reading, first))
    if is_named_after(reading, last):
        return False
    if m["month"] not in full_forms("months"):
        return before in OF_TIME and token.text[0].isupper() and m["month"] not in ("mar", "jan", "dec")
    if m["month"] == "may":
        return token.tag != "MD" and not token.text.islower() and (before in OF_TIME or not token.text.isupper())
    if m["month"] == "march":
        listed = any(t.lower in full_forms("months") for t in reading.tokens[max(0, first - 3) : first])
        after = after_of(reading, last)
        attribute = before in ("a", "the") and after is not None and after.tag in ("NN", "NNS") and after.text.islower()
        told = listed or attribute or before in OF_TIME - {"and", "to", "on", "for", "before", "after"}
        return not token.text.islower() and told
    if m["month"] == "august" and token.text.islower():
        return False
    after = after_of(reading, last)
    return not (after is not None and after.tag == "NNP" and after.lower in ("jones", "smith", "first"))


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


def day_month(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "5 May 60": the sixty are no year if a noun is counted by them; "30 May" must not be "30 may"."""
    if is_named_after(reading, last):
        return False
    if m["month"] in ("may", "march", "mar", "sun", "sat", "dec", "jan") and not m.group("yy"):
        token = next((t for t in reading.tokens[first:last] if t.lower.startswith(m["month"])), None)
        if token is not None and (token.text.islower() or token.tag == "MD" and not token.text.isupper()):
            return False
    return not (m.group("yy") and (noun_follows(reading, last) or word_of(after_of(reading, last)) in (":", "%", ",")))


def month_day(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "May 5", but not "may 5 per cent" nor "March 40" nor "in May 12 people"."""
    if is_named_after(reading, last):
        return False
    token = reading.tokens[first]
    if m["month"] in ("may", "march", "mar") and token.text.islower():
        return False
    if m.group("year") or re.search(r"(?:st|nd|rd|th)\b", m[0]):
        return True
    after = after_of(reading, last)
    if after is None or after.lower in ("people", "percent", "%", "per"):
        return after is None
    numbered = reading.tokens[last - 1]
    if numbered.dep == "nummod" and after.tag == "NNS" and word_of(before_of(reading, first)) == "in":
        return numbered.head >= last and reading.tokens[numbered.head].tag not in ("NNP", "NN")
    return True


_LABEL_BEHIND = re.compile(r"[.,]\d|%| \d\d?\.\d\d?\.\d|-[A-Z\d]+-|°|/\d|-(?:year|pound|strong|man|metre|meter)")


_OWNERS = frozenset(["the", "its", "their", "his", "'s", "’s", "of"])


_MEASURES = frozenset(
    "people men women soldiers troops km kilometers kilometres miles metres meters feet tons tonnes civilians hours gmt utc hrs "
    "dollars euros pounds fighters prisoners dead percent local am pm a.m. p.m. m ft kg families refugees".split()
)


def year_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A number that may be a year: nothing is counted by it, and the words beside it do not make it a label."""
    text, start, end = reading.text, reading.tokens[first].start, reading.tokens[last - 1].end
    if start and (text[start - 1] in "#$£€" or text[start - 1] in ".,/-–" and text[start - 2 : start - 1].isdigit()):
        return False
    token, before, after = reading.tokens[last - 1], word_of(before_of(reading, first)), after_of(reading, last)
    bracketed = before == "(" and first > 1 and reading.tokens[first - 2].lower in _NOT_YEAR_BEFORE
    if _LABEL_BEHIND.match(text, end) or before == "at" or before in _NOT_YEAR_BEFORE or bracketed or word_of(after) in _MEASURES:
        return False
    value = int(re.findall(r"\d{4}", m[0])[0])
    if after is not None and after.tag in ("NNS", "NNPS") and after.lower not in ("elections", "talks"):
        telling = before in _OWNERS and 1600 <= value <= 2060 and value % 100 != 0
        return telling or token.dep not in ("nummod", "compound") and before in _YEAR_BEFORE
    if 1500 <= value <= 2060:
        return before in _YEAR_BEFORE or token.dep != "nummod" or value > 1700
    return before in ("in", "year", "by", "until") and value > 1000


def apostrophe_year(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    return not noun_follows(reading, last)


def season_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """A season as a noun: not "to spring", not "the fall of the city"."""
    token = reading.tokens[last - 1]
    if token.tag[:2] not in ("NN", "JJ") or m["season"] == "fall" and not _fall_is_autumn(reading, first, last):
        return False
    after_token = after_of(reading, last)
    named = after_token is not None and after_token.tag in ("NNP", "NNPS") and not after_token.text.isupper()
    if named and word_of(after_token) not in ("offensive", "offensives", "campaign", "war", "rising", "uprising"):
        return False  # "Winter Palace", "Spring Shield"
    return word_of(before_of(reading, first)) != "arab"


def _fall_is_autumn(reading: Reading, first: int, last: int) -> bool:
    return word_of(before_of(reading, first)) in ("in", "by", "during", "this", "last") and word_of(
        after_of(reading, last)
    ) not in ("of", "from")


def weekday_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Short forms ("Sat", "Sun.", "Mon") count only beside a date or in capitals after a preposition."""
    if m["wd"] in full_forms("weekdays"):
        after = after_of(reading, last)
        before = word_of(before_of(reading, first))
        named = (
            after is not None
            and after.lower in ("times", "prayers'", "telegraph")
            and reading.tokens[first].text[0].isupper()
        )
        return not named and not (before in ("bloody", "black", "palm", "ash", "good") and not after)
    after_word = after_of(reading, last)
    return bool(
        reading.tokens[first].text[0].isupper()
        and (
            m[0].endswith(".")
            or (after_word is not None and (after_word.text[0].isdigit() or after_word.lower in words("months")))
        )
    )


def owned(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "Saturdays blast": a possessive that lost its apostrophe."""
    return not repeated(reading, first, last, m)


def repeated(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "on Fridays": days in the plural, unless the thing that happened on one follows."""
    after_token = after_of(reading, last)
    return not (m[0].endswith("s") and after_token is not None and after_token.tag in ("NN", "NNS", "JJ"))


def ordinal_alone(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """ "on the 20th," is a day, "the 20th Brigade" and "the 5th of its kind" are not."""
    if "month" in m[0]:
        return True
    if not re.search(r"\d", m[0]):
        return False
    after_token, before_word = after_of(reading, last), word_of(before_of(reading, first))
    if after_token is not None and (
        after_token.tag[:2] in ("NN", "JJ", "VB") or after_token.tag == "CD" or after_token.lower in ("of", "-", "/")
    ):
        return after_token.tag[:2] == "VB" and before_word in ("on", "by")
    return before_word in ("on", "by", "until", "from", "to", "of", "and", "since", "between", "before", "after") or m[
        0
    ].startswith("on")


_DAYLIKE = frozenset("holiday holidays day eve monday tuesday wednesday thursday friday saturday sunday".split())


def feast(reading: Reading, first: int, last: int, m: re.Match[str]) -> bool:
    """Not the name of something else: "Operation Ramadan", "Easter Rising", "a Christmas tree"."""
    after_token, before_token = after_of(reading, last), before_of(reading, first)
    if m.group("year"):
        return True
    if after_token is not None and after_token.tag[:2] == "NN" and after_token.lower not in feast_deeds() | _DAYLIKE:
        return False
    return not (before_token is not None and before_token.lower in ("operation", "white", "black", "bloody"))
