"""Numbers of people in noun phrases: the words of the number, the people counted, and which part of a whole they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warmonitor.find.phrases import noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import quantities
from warmonitor.lexicon.toll_words import toll_words
from warmonitor.model.reading import Reading, Token

PEOPLE = frozenset({"armed", "state", "civilian", "official"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_BOUND = re.compile(
    r"(?:at least|not less than|no fewer than|no less than|more than|over|upwards? of|in excess of|up to|as many as|at most|"
    r"no more than|fewer than|less than|under|nearly|almost|about|around|some|approximately|roughly|an estimated|close to|"
    r"just under|just over|well over|between \w+ and|a total of)$"
)
_UNITS = frozenset(
    "percent % year year-old years month months day days hour hours minute minutes week weeks time times km kilometer kilometers kilometre "
    "kilometres mile miles meter meters metre metres kg ton tons tonne tonnes dollar dollars euro euros pound pounds a.m. p.m. am pm gmt "
    "round rounds rocket rockets missile missiles shell shells mortar mortars bullet bullets foot feet point points goal goals".split()
)  # fmt: skip
_SMALL_SETS = {"couple": "two", "duo": "two", "trio": "three", "twin": "two"}
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
"""One more person of those told of: "killing one and wounding the second"."""
_PRONOUNS = frozenset({"people", "others", "other", "more", "them", "us", "members", "person", "persons", "many", "several", "some"})
_COLLECTIVE = frozenset(
    "police army military troop force security brigade battalion regiment platoon squad unit division patrol navy convoy garrison "
    "crowd family personnel crew gang militia mob people staff couple".split()
)
_JOINERS = frozenset({"and", "to", "or", "-", "–"})
_COUNTING = frozenset({"number", "handful", "total"})
_UNKNOWN = frozenset({"unknown", "undetermined", "unspecified", "undisclosed", "uncertain", "unconfirmed"})
_SCALES = frozenset({"dozen", "hundred", "thousand", "million"})
_NO_COUNT = frozenset({"a", "an", "no", "number", "both", "single", "one", "pair"})
_IN_WHO = frozenset("at least more than about around over up to as the estimated approximately nearly almost of another some between and "
                    "total a".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """People at tokens [first, last) with head `head`; `quantity` are number phrases, ("one",) where a single person is named."""

    quantity: tuple[str, ...]
    first: int
    last: int
    head: int
    implied: bool


def figure(reading: Reading, head: int) -> Figure | None:
    """The figure of the noun phrase around `head`; None where it names no people or no number of them."""
    t = reading.tokens[head]
    if t.lower in REFLEXIVE or t.lemma in _UNITS or t.lower in _UNITS:
        return None
    if t.lower in ("nobody", "none", "no-one") or t.lower == "one" and any(c.lower == "no" for c in reading.children(head, "det")):
        return Figure(("none",), head, head + 1, head, False)
    if t.lower == "another" and t.dep != "det" or t.lower in _ORDINALS and t.dep in ("dobj", "nsubj", "nsubjpass", "conj"):
        return Figure(("one",), head, head + 1, head, False)
    if t.lemma in _SMALL_SETS and not any(c.lower == "of" for c in reading.children(head, "prep")):
        return Figure((_SMALL_SETS[t.lemma],), *noun_phrase(reading, head), head, False)
    if (whole := _aside(reading, t)) is not None:
        return figure(reading, whole)
    some = _some_of(reading, t)
    if some is not None or t.lemma in _COUNTING:
        return some
    if not is_people(reading, head) or _part_of_things(reading, t):
        return None
    if any(c.tag == "WP$" for c in reading.children(head, "poss")):  # "whose sister": told of someone else
        return None
    first, last = noun_phrase(reading, head)
    if first == head and head and reading.tokens[head - 1].dep == "dative" and in_words(reading.tokens[head - 1]):
        first -= 1  # "injured dozens others"
    quantity = number_phrases(reading, first, last, head)
    if quantity:
        return Figure(quantity, first, last, head, False)
    if any(c.lower == "both" for c in reading.children(head)) and t.tag in ("NNS", "NNPS"):
        return Figure(("two",), first, last, head, False)
    if t.lower == "others":
        return Figure(("several",), first, last, head, False)
    if is_one(reading, head):
        return Figure(("one",), first, last, head, True)
    return None


def _aside(reading: Reading, t: Token) -> int | None:
    """ "2,000 people - many of them civilians - have been killed": the people before the aside, which only describes them."""
    of_them = any(o.tag == "PRP" for c in reading.children(t.i, "prep") if c.lower == "of" for o in reading.children(c.i, "pobj"))
    if t.lower not in ("many", "most", "some", "several", "half", "all") or not of_them or not t.i:
        return None
    if reading.tokens[t.i - 1].text not in ("-", "–", "—", ","):
        return None
    before = reading.tokens[t.i - 2] if t.i > 1 else None
    return before.i if before is not None and before.tag[:2] == "NN" and is_people(reading, before.i) else None


def _part_of_things(reading: Reading, t: Token) -> bool:
    """ "31 of 60 seats": a number of what are no people."""
    of = [o.i for c in reading.children(t.i, "prep") if c.lower == "of" for o in reading.children(c.i, "pobj")]
    people = any(is_people(reading, i) or reading.tokens[i].tag[:2] in ("PR", "WP") or _the_harmed(reading, i) for i in of)
    return t.tag == "CD" and bool(of) and not people


def _the_harmed(reading: Reading, i: int) -> bool:
    """ "three of the injured"."""
    return reading.tokens[i].lower in toll_words().adjectives and any(True for _ in reading.children(i, "det"))


def _some_of(reading: Reading, t: Token) -> Figure | None:
    """ "a number of students", "a handful of guards": vague, counted by what stands behind "of"."""
    if t.lemma not in _COUNTING or any(c.lower in _UNKNOWN for c in reading.children(t.i, "amod")):
        return None
    for c in reading.children(t.i, "prep"):
        for o in reading.children(c.i, "pobj") if c.lower == "of" else ():
            if not is_people(reading, o.i):
                continue
            first, last = noun_phrase(reading, o.i)
            own = number_phrases(reading, first, last, o.i)
            if own or t.lemma in ("number", "handful"):
                return Figure(own or (_vague(reading, t),), noun_phrase(reading, t.i, of=False)[0], last, o.i, False)
    return None


def _vague(reading: Reading, t: Token) -> str:
    """ "large number": the counting noun with the adjectives before it, lower case."""
    large = [c.lower for c in reading.children(t.i, "amod") if c.i < t.i]
    return " ".join((*large, t.lower))


def is_people(reading: Reading, head: int) -> bool:
    """True for a noun that names people, a person's name, or a bare number of them."""
    t = reading.tokens[head]
    cls = people_words().get(t.lemma)
    if cls in PEOPLE or t.tag == "CD" or t.lower in ("him", "her", "he", "she") and t.tag == "PRP" or t.lower in _PRONOUNS or t.lemma in _PRONOUNS:
        return True
    if cls is not None:
        return False
    q = quantities().get(t.lower)
    if q is not None and not q.exact:
        return True
    name = reading.name_at(head)
    if _has_title(reading, head):
        return True
    if name is not None and any(True for _ in reading.children(head, "nummod")):
        return name.kind in ("person", "nationality", "armed-group")  # "six Houthis", "12 Taliban"
    if name is not None:
        return name.kind in ("person", "nationality")
    return t.tag in ("NNP", "NNPS") or t.lemma.endswith(("man", "woman", "men", "ist", "er", "ian"))


def _has_title(reading: Reading, head: int) -> bool:
    """ "Governor Wafa": a name behind a word for a person is a person's."""
    return any(people_words().get(c.lemma.lower()) in PEOPLE and c.lemma.lower() not in _COLLECTIVE for c in reading.children(head, "compound"))


def is_one(reading: Reading, head: int) -> bool:
    """True where a singular noun, name or pronoun stands for one person without a number."""
    t = reading.tokens[head]
    if t.tag == "PRP":
        return t.lower in ("him", "her", "he", "she")
    if t.tag not in ("NNP", "NN") or t.lemma in _COLLECTIVE:
        return False
    if people_words().get(t.lemma) in PEOPLE or t.tag == "NNP" and _has_title(reading, head):
        return True
    name = reading.name_at(head)
    return name is None or name.kind in ("person", "other") or name.kind == "nationality" and any(True for _ in reading.children(head, "det"))


def number_phrases(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    """Number phrases inside tokens [first, last) that count `head`, with the words that bound them; () where nothing does."""
    runs = number_runs(reading, first, min(last, max(head + 1, first + 1)))
    if not runs and (reading.tokens[head].tag == "CD" or reading.tokens[head].lower in quantities()):
        runs = number_runs(reading, head, head + 1)
    runs = [r for r in runs if not _asked(reading, r[0])]
    if not runs or all(reading.words(*r).lower() in ("a", "an") for r in runs):
        return ()
    if len(runs) == 2 and reading.tokens[runs[0][1]].lower == "of":
        scaled = runs[1][0] == runs[0][1] + 1 and reading.tokens[runs[1][0]].lower in ("dozens", "hundreds", "thousands")
        runs = [(runs[0][0], runs[1][1])] if scaled else runs[:1]  # "tens of thousands"
    phrases = [bounded(reading, a, b) for a, b in runs]
    sentence = reading.sentences[reading.tokens[head].sentence]
    if last < sentence.last and reading.words(last, min(last + 2, sentence.last)).lower().startswith("or so"):
        phrases[-1] += " or so"
    return tuple(phrases)


def _asked(reading: Reading, i: int) -> bool:
    """ "how many", "so many": no number."""
    return i > 0 and reading.tokens[i - 1].lower in ("how", "so", "too", "as") and reading.tokens[i].lower in ("many", "few")


def bounded(reading: Reading, a: int, b: int) -> str:
    """The number at tokens [a, b) with the words of bound before it ("at least 26"), lower case."""
    sentence = reading.sentences[reading.tokens[a].sentence]
    lead = reading.words(max(sentence.first, a - 3), a).lower() if a > sentence.first else ""
    m = _BOUND.search(lead)
    return ((m[0] + " ") if m else "") + reading.words(a, b).lower()


def number_runs(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """Token ranges of numbers and quantity words in [first, last), a range or compound number as one."""
    runs: list[tuple[int, int]] = []
    i = first
    while i < last:
        if not _starts_number(reading, i, last) or is_measure(reading, i):
            i += 1
            continue
        j = _number_end(reading, i, last)
        runs.append((i - 1 if i > 0 and reading.tokens[i - 1].lower == "between" else i, j))
        i = j
    if not runs and last - first > 1 and reading.tokens[first].lower in ("a", "an"):
        runs.append((first, first + 1))
    return runs


def _starts_number(reading: Reading, i: int, last: int) -> bool:
    t = reading.tokens[i]
    following = reading.tokens[i + 1] if i + 1 < last else None
    if t.lower in ("a", "an"):
        return following is not None and following.lower in (*_SCALES, "couple", "handful")
    if t.lower == "some" and following is not None and following.tag == "CD":
        return False
    if t.lower in ("many", "few") and i > 0 and reading.tokens[i - 1].lower in ("as", "so", "too", "how"):
        return False
    if t.lower in ("one", "single"):
        return t.tag in ("CD", "JJ")
    if t.lower in ("no", "none"):
        return t.dep in ("det", "neg")
    if t.tag == "CD":
        return t.text[0].isdigit() or t.lower in quantities()
    return t.lower in quantities() and t.lower not in _NO_COUNT


def _number_end(reading: Reading, i: int, last: int) -> int:
    j = i + 1
    while j < len(reading.tokens) and j < max(last, i + 4):
        t = reading.tokens[j]
        if t.lower in _JOINERS:
            if not (j + 1 < len(reading.tokens) and reading.tokens[j + 1].tag == "CD" and reading.tokens[j + 1].sentence == t.sentence):
                break
            if t.lower == "and" and (i == 0 or reading.tokens[i - 1].lower != "between") and reading.tokens[j - 1].lower not in _SCALES:
                break
        elif t.tag != "CD" and t.lower not in _SCALES:
            break
        j += 1
    return j


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec".split()
)


def is_measure(reading: Reading, i: int) -> bool:
    """True for ordinals, ages, money, hyphened measures and years, which count no people."""
    t = reading.tokens[i]
    following = reading.tokens[i + 1].lower if i + 1 < len(reading.tokens) else ""
    before = reading.tokens[i - 1].lower if i else ""
    if before in ("$", "£", "€", "aged", "age", "no.", "us$", "number") or following in _UNITS and not _hyphened(reading, i + 2):
        return True
    if following == "-" and i + 2 < len(reading.tokens):
        after = reading.tokens[i + 2]
        if after.lower in ("year", "month", "week", "day", "km", "mile", "meter", "metre", "storey", "story", "hour"):
            return True
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower):
        return True
    if t.text.isdigit() and int(t.text) <= 31 and (before.rstrip(".") in _MONTHS or following.rstrip(".") in _MONTHS):
        return following not in people_words()  # "were on July 14 killed"
    return t.text.isdigit() and len(t.text) == 4 and 1900 <= int(t.text) <= 2100 and following not in ("people", "civilians")


def _hyphened(reading: Reading, i: int) -> bool:
    """True for "three bullet-riddled bodies", where the unit is only part of an adjective."""
    return i < len(reading.tokens) and reading.tokens[i].text == "-"


def who(reading: Reading, first: int, last: int, head: int | None) -> str:
    """The people without the number: "Iraqi Shiite militiamen" of "26 Iraqi Shiite militiamen"; "" for a bare number."""
    start = first
    if head is not None and head + 2 < last and in_words(reading.tokens[head]) and reading.tokens[head + 1].lower == "of":
        return reading.words(head + 2, last)  # "hundreds of girls"
    for i in range(first, last):
        t = reading.tokens[i]
        if head is not None and i >= head or t.tag == "CD" and is_measure(reading, i):
            break
        if t.tag == "CD" or t.text in "-–" or t.lower in quantities() or t.lower in _IN_WHO or t.tag == "XX":
            start = i + 1
            continue
        break
    if start >= last or head is not None and reading.tokens[head].tag == "CD" and start >= head and last == head + 1:
        return ""
    words = reading.words(start, last)
    return "" if words.replace(",", "").isdigit() else words


def in_words(t: Token) -> bool:
    """True for a token that is itself a vague number ("dozens", "hundreds")."""
    q = quantities().get(t.lower)
    return q is not None and not q.exact and t.lower not in ("some", "number", "various")
