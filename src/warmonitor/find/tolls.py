"""Figures of people harmed: the words of the number, of the people, and of what was done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmonitor.find.arguments import subject_of
from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import quantities
from warmonitor.lexicon.toll_words import TollWords, toll_words
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token

_BOUND = re.compile(
    r"(?:at least|not less than|no fewer than|no less than|more than|over|upwards? of|in excess of|up to|as many as|at most|"
    r"no more than|fewer than|less than|under|nearly|almost|about|around|some|approximately|roughly|an estimated|close to|"
    r"just under|just over|well over|between \w+ and|a total of)$"
)
_SUBSET = re.compile(r"(?:including|included|among (?:them|whom|the dead|those)(?: (?:were|are|was))?|of (?:them|whom)(?: (?:were|are))?|(?:them|whom),?|among (?:whom|which)),? ?(?:at least|some|about|as many as)?$")  # fmt: skip
_CAMPAIGN = re.compile(
    r"\b(?:since (?:the|19|20|january|february|march|april|may|june|july|august|september|october|november|december|last|it)|"
    r"so far this|this year|in the (?:past|last) (?:\w+ )?(?:year|month|decade|week)s?|over the (?:past|last)|in recent (?:year|month|week|day)s?|"
    r"for (?:year|decade|month)s|every (?:day|week|month|year)|each (?:day|week|month|year)|in \d{4} alone|during the war|"
    r"six-year|\w+-year(?:-old)? (?:civil )?(?:war|conflict|insurgency)|outbreak of (?:the )?(?:civil )?war|in the first \w+ months)"
)
_UNITS = frozenset("percent % year year-old years month months day days hour hours minute minutes km kilometer kilometre mile meter metre "
                   "kg ton tonne dollar euro pound a.m. p.m. am pm gmt round rocket missile shell mortar".split())  # fmt: skip
_PEOPLE_PRONOUNS = frozenset({"people", "others", "other", "more", "them", "us", "members", "person", "persons"})


def find_tolls(reading: Reading) -> tuple[TollMention, ...]:
    """Toll figures in text order, one for each figure and kind."""
    words = toll_words()
    found: dict[tuple[int, str], TollMention] = {}
    for mention in (*_by_verb(reading, words), *_by_adjective(reading, words), *_by_noun(reading, words)):
        found.setdefault((mention.first, mention.kind), mention)
    return tuple(sorted(found.values(), key=lambda m: (m.first, m.last, m.kind)))


# verbs ----------------------------------------------------------------------------------------------------------------
def _by_verb(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    for t in reading.tokens:
        if t.tag[:1] != "V" and t.tag not in ("NN", "JJ"):
            continue
        kind = _verb_kind(reading, words, t)
        if kind is None or (t.tag[:1] != "V"):
            continue
        for head in _harmed(reading, t):
            yield from _figures(reading, t, head, kind)


def _verb_kind(reading: Reading, words: TollWords, t: Token) -> str | None:
    for lemmas, kind in words.verbs.get(t.lemma, ()):
        if reading.match(t.i, lemmas[:1]) is not None and all(_near(reading, t, w) for w in lemmas[1:]):
            return kind
    return None


def _near(reading: Reading, t: Token, word: str) -> bool:
    """True where a verb's particle or complement stands up to six tokens behind it."""
    return any(word in (x.lemma, x.lower) for x in reading.tokens[t.i + 1 : t.i + 7] if x.sentence == t.sentence)


def _harmed(reading: Reading, verb: Token) -> list[int]:
    objects = [c.i for c in reading.children(verb.i, "dobj")]
    subject, passive = subject_of(reading, verb.i)
    if verb.lemma in ("die", "perish", "flee", "disappear", "go", "lose", "succumb") or passive:
        if passive and objects:
            return objects
        return [subject] if subject is not None else []
    return objects


def _figures(reading: Reading, anchor: Token, head: int, kind: str) -> Iterator[TollMention]:
    for part in coordinated(reading, head):
        mention = _figure(reading, anchor, part, kind)
        if mention is not None:
            yield mention


def _figure(reading: Reading, anchor: Token, head: int, kind: str) -> TollMention | None:
    t = reading.tokens[head]
    first, last = noun_phrase(reading, head)
    if any(x.lower in _UNITS and x.i != head for x in reading.tokens[head : head + 1]) or t.lemma in _UNITS:
        return None
    if not _is_people(reading, head):
        return None
    quantity = _quantity(reading, first, last, head)
    if not quantity:
        return None
    return _mention(reading, kind, quantity, anchor, first, last, head)


def _mention(reading: Reading, kind: str, quantity: tuple[str, ...], anchor: Token, first: int, last: int, head: int | None) -> TollMention:
    before = reading.words(max(reading.sentences[anchor.sentence].first, first - 5), first).lower() if first > reading.sentences[anchor.sentence].first else ""
    phrase = reading.words(first, last).lower()
    part = "total"
    if _SUBSET.search(before):
        part = "subset"
    elif re.search(r"\b(?:others?|another|more|additional|further)\b(?! than)", phrase) or before.endswith(("another", "and another")):
        part = "others"
    sentence = reading.sentences[anchor.sentence]
    around = reading.words(sentence.first, sentence.last).lower()
    campaign = bool(_CAMPAIGN.search(around)) and not re.search(r"\b(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\btoday\b|\byesterday\b", around)
    return TollMention(kind, quantity, anchor.i, first, last, head, _who(reading, first, last, head), part, campaign)  # type: ignore[arg-type]


def _who(reading: Reading, first: int, last: int, head: int | None) -> str:
    """The people without the number: "Iraqi Shiite militiamen" of "26 Iraqi Shiite militiamen"."""
    start = first
    for i in range(first, last):
        t = reading.tokens[i]
        if t.tag == "CD" or t.lower in quantities() or t.lower in ("at", "least", "more", "than", "about", "around", "over", "up", "to", "as", "the", "estimated", "approximately", "nearly", "almost", "of", "another"):
            if head is None or i < head:
                start = i + 1
                continue
        break
    if start >= last or (head is not None and reading.tokens[head].tag == "CD" and start > head):
        return ""
    return reading.words(start, last)


def _is_people(reading: Reading, head: int) -> bool:
    t = reading.tokens[head]
    if t.tag == "CD" or t.lower in _PEOPLE_PRONOUNS or t.lemma in _PEOPLE_PRONOUNS:
        return True
    q = quantities().get(t.lower)
    if q is not None and not q.exact:
        return True
    name = reading.name_at(head)
    if name is not None and name.kind == "person":
        return True
    if people_words().get(t.lemma) in ("armed", "state", "civilian", "official"):
        return True
    return t.tag in ("NNP", "NNPS") and (name is None or name.kind == "person") or t.lemma.endswith(("man", "woman", "men", "ist", "er", "ian"))


def _quantity(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    """Number phrases inside tokens [first, last) that count `head`; () where nothing does."""
    sentence = reading.sentences[reading.tokens[head].sentence]
    runs = _number_runs(reading, first, min(last, max(head + 1, first + 1)))
    if reading.tokens[head].tag == "CD" or reading.tokens[head].lower in quantities():
        runs = runs or _number_runs(reading, head, head + 1)
    if runs:
        if len(runs) == 2 and reading.tokens[runs[0][1]].lower in ("of",):
            runs = runs[:1]
        phrases = []
        for a, b in runs:
            start = a
            lead = reading.words(max(sentence.first, a - 3), a).lower() if a > sentence.first else ""
            m = _BOUND.search(lead)
            phrases.append(((m[0] + " ") if m else "") + reading.words(start, b).lower())
        after = reading.words(last, min(last + 2, sentence.last)).lower() if last < sentence.last else ""
        if after.startswith("or so"):
            phrases[-1] += " or so"
        return tuple(phrases)
    t = reading.tokens[head]
    if t.tag in ("NNP", "NN") or (t.tag == "PRP" and t.lower in ("him", "her", "he", "she")):
        name = reading.name_at(head)
        if name is not None and name.kind not in ("person", "other"):
            return ()
        if people_words().get(t.lemma) in ("state", "facility") and t.lemma in _COLLECTIVE:
            return ()
        return ("one",)
    return ()


_COLLECTIVE = frozenset("police army military troop force security brigade battalion regiment platoon squad unit division patrol navy convoy "
                        "garrison crowd family personnel crew gang militia mob people staff couple".split())  # fmt: skip


def _number_runs(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """Token ranges of numbers and quantity words in [first, last)."""
    runs: list[tuple[int, int]] = []
    i = first
    while i < last:
        t = reading.tokens[i]
        number = t.tag == "CD" and (t.text[0].isdigit() or t.lower in quantities()) or (
            t.lower in quantities() and t.lower not in ("a", "an", "no", "number", "both", "single", "one", "pair")
        )  # fmt: skip
        if t.lower in ("one", "single") and t.tag in ("CD", "JJ"):
            number = True
        if t.lower in ("no", "none") and t.dep in ("det", "neg"):
            number = True
        if t.lower in ("a", "an") and i + 1 < last and reading.tokens[i + 1].lower in ("dozen", "hundred", "thousand", "couple", "handful"):
            number = True
        if t.lower == "some" and i + 1 < last and reading.tokens[i + 1].tag == "CD":
            number = False
        if not number or _is_unit_number(reading, i):
            i += 1
            continue
        j = i + 1
        while j < len(reading.tokens) and j < max(last, i + 4) and (
            reading.tokens[j].tag == "CD" or reading.tokens[j].lower in ("dozen", "hundred", "thousand", "million", "and", "to", "or", "-", "–")
        ):  # fmt: skip
            if reading.tokens[j].lower in ("and", "to", "or", "-", "–") and not (j + 1 < len(reading.tokens) and reading.tokens[j + 1].tag == "CD"):
                break
            j += 1
        start = i - 1 if i > 0 and reading.tokens[i - 1].lower == "between" else i
        runs.append((start, j))
        i = j
    if not runs and last - first > 1 and reading.tokens[first].lower in ("a", "an"):
        runs.append((first, first + 1))
    return runs


def _is_unit_number(reading: Reading, i: int) -> bool:
    """Ordinals, ages, money, hyphened measures and dates are no count of people."""
    t = reading.tokens[i]
    following = reading.tokens[i + 1].lower if i + 1 < len(reading.tokens) else ""
    before = reading.tokens[i - 1].lower if i else ""
    if before in ("$", "£", "€", "aged", "age", "no.", "us$") or following in ("%", "percent") or following in _UNITS:
        return True
    if following == "-" and i + 2 < len(reading.tokens) and reading.tokens[i + 2].lower in ("year", "month", "day", "km", "mile", "meter", "metre", "storey", "story"):
        return True
    return bool(re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower)) or (t.text.isdigit() and 1900 <= int(t.text) <= 2100 and len(t.text) == 4 and following not in ("people", "civilians"))


# adjectives and bare figures --------------------------------------------------------------------------------------------
def _by_adjective(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    """ "four dead", "leaving 12 others wounded", "five were injured", "30 missing": the number stands to the left."""
    for t in reading.tokens:
        kind = words.adjectives.get(t.lower)
        if kind is None or t.tag[:2] == "VB" and t.tag not in ("VBN", "VBD"):
            continue
        sentence = reading.sentences[t.sentence]
        i = t.i - 1
        steps = 0
        while i >= sentence.first and steps < 7:
            x = reading.tokens[i]
            if x.tag == "CD" and not _is_unit_number(reading, i) or (x.lower in quantities() and not quantities()[x.lower].exact and x.lower not in ("some", "number", "various")):
                a, b = _number_runs(reading, max(sentence.first, i - 2), i + 1)[-1:][0] if _number_runs(reading, max(sentence.first, i - 2), i + 1) else (i, i + 1)
                between = reading.tokens[b : t.i]
                if all(_passes(x2) for x2 in between):
                    lead = reading.words(max(sentence.first, a - 3), a).lower() if a > sentence.first else ""
                    m = _BOUND.search(lead)
                    quantity = ((m[0] + " ") if m else "") + reading.words(a, b).lower()
                    heads = [x2.i for x2 in between if x2.tag in ("NNS", "NN", "NNP", "NNPS")]
                    head = heads[-1] if heads else None
                    yield _mention(reading, kind, (quantity,), t, a, (head + 1) if head is not None else b, head)
                break
            if not _passes(x):
                break
            i, steps = i - 1, steps + 1


def _passes(x: Token) -> bool:
    if x.tag in ("NNS", "JJ", "NN", "NNP", "NNPS"):
        return x.lemma in people_words() or x.tag in ("JJ", "NNP", "NNPS") or x.lower in ("others", "other", "more", "people")
    return x.lower in ("were", "was", "been", "are", "is", "be", "others", "other", "more", "have", "had", "has", "and", "or", "reported", "confirmed", "of", "them", "also", "seriously", "critically", "slightly", "badly", "feared", "left", "as")


# nouns ----------------------------------------------------------------------------------------------------------------
_TOLL_NUMBER = re.compile(
    r"\b(?:(?:death |injury |casualty )?toll|number of (?:dead|deaths|fatalities|victims|people killed|those killed|casualties|wounded|injured|victims(?: \[[^\]]*\])?))\b"
    r"[^.;]{0,120}?\b(?:(?:to|at|of|reached|was|is|stands at|hit|passed|exceeded|reach(?:es|ing)?)) "
    r"((?:at least|more than|over|about|around|nearly|some|as many as|up to|approximately)? ?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?))\b(?:[^.;]{0,20}?\bfrom (\d[\d,]*|[a-z]+))?"
)


def _by_noun(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    yield from _toll_sentences(reading)
    for t in reading.tokens:
        kind = words.nouns.get(t.lemma)
        if kind is None or t.tag[:2] not in ("NN", "VB") or t.tag[:1] == "V" and t.tag != "VBG":
            continue
        if t.lemma in ("life", "body", "corpse", "wound"):
            if not _counted_remains(reading, t):
                continue
        first, last = noun_phrase(reading, t.i, of=False)
        if any(x.lower in ("death", "injury") for x in reading.tokens[t.i + 1 : t.i + 2]):
            continue
        runs = _number_runs(reading, first, t.i)
        if t.lemma in ("casualty", "injury", "death", "fatality") and any(c.lower == "no" for c in reading.children(t.i, "det")):
            runs = [(next(c.i for c in reading.children(t.i, "det")), t.i)]
        if runs and reading.tokens[runs[0][0]].lower not in ("a", "an") and t.tag[:2] == "NN":
            lead = reading.words(max(0, runs[0][0] - 3), runs[0][0]).lower() if runs[0][0] else ""
            m = _BOUND.search(lead)
            quantity = ((m[0] + " ") if m else "") + reading.words(*runs[0]).lower()
            yield _mention(reading, kind, (quantity,), t, runs[0][0], t.i + 1, t.i if kind not in ("killed", "injured") else None)
            continue
        if t.tag in ("NN", "NNS", "VBG"):
            for c in reading.children(t.i, "prep"):
                if c.lower == "of":
                    for o in reading.children(c.i, "pobj"):
                        yield from _figures(reading, t, o.i, kind)


def _counted_remains(reading: Reading, t: Token) -> bool:
    head = reading.tokens[t.head]
    if t.lemma == "life":
        return head.lemma in ("claim", "lose", "take", "cost")
    return t.tag == "NNS" and head.lemma in ("find", "recover", "discover", "take", "retrieve", "pull", "bring", "count", "dump", "of", "see", "with")


def _toll_sentences(reading: Reading) -> Iterator[TollMention]:
    """ "The death toll has risen to at least 112", "raised the toll to 18 from 12"."""
    for s in reading.sentences:
        text = reading.text[s.start : s.end]
        low = " ".join(text.split()).lower() if "\n" in text else text.lower()
        if "toll" not in low and "number of" not in low or len(low) != len(text):
            continue
        for m in _TOLL_NUMBER.finditer(low):
            words = m[1].strip()
            if not re.search(r"\d", words) and words.split()[-1] not in quantities():
                continue
            kind = "injured" if re.search(r"injur|wounded", m[0].split(" to ")[0][:40]) else "killed"
            at = reading.token_at(s.start + m.start(1) + len(m[1]) - len(m[1].lstrip()))
            end = reading.token_at(s.start + m.end(1) - 1)
            anchor = reading.token_at(s.start + m.start())
            yield TollMention(kind, (words,), anchor.i, at.i, end.i + 1, None, "", "total", bool(_CAMPAIGN.search(low)), m[2])  # type: ignore[arg-type]

