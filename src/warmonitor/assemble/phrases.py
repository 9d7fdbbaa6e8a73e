"""The words of a value as the report has them: a place with what it is part of, a weapon with its number and kind."""

from __future__ import annotations

from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import PlaceMention, WeaponMention
from warmonitor.model.reading import Reading, Token

_LINKS = frozenset("of in ' 's ’s , ( ) - the".split())
_LONGEST = 14
_FRONT = frozenset("northern southern eastern western central rural downtown suburban coastal border upper lower outer inner "
                   "north-eastern north-western south-eastern south-western northeastern northwestern southeastern "
                   "southwestern north south east west port capital mountain mountainous".split())  # fmt: skip


def place_words(findings: Findings, place: PlaceMention) -> str:
    """ "Sangin district of Helmand province": the place's noun phrase, with the wider place named right behind it."""
    reading = findings.reading
    first, last = place.first, place.last
    top = _top(reading, place)
    if top is not None:
        first = min(first, _front(reading, top))
        last = max(last, top.i + 1)
    else:
        first = _front(reading, reading.tokens[first])
    if place.within is not None:
        wider = findings.places[place.within]
        if 0 <= wider.first - last <= 4 and all(t.lower in _LINKS or t.tag[:2] == "NN" for t in reading.tokens[last : wider.first]):
            last = wider.last
            if last < len(reading.tokens) and reading.tokens[last].lemma in _KINDS:
                last += 1
    return trimmed(reading, max(first, last - _LONGEST), last)


_KINDS = frozenset(
    "province district region state governorate county department prefecture township village town city area neighbourhood "
    "neighborhood suburb quarter municipality valley camp crossing airport base oblast division subcounty commune territory".split()
)


def _top(reading: Reading, place: PlaceMention) -> Token | None:
    """The noun that says what the place is, before or behind it: "the village of X", "X province"."""
    head = next((i for i in range(place.first, place.last) if not place.first <= reading.tokens[i].head < place.last), place.last - 1)
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if token.dep in ("compound", "nmod", "poss", "amod") and above.lemma in _KINDS and 0 <= above.i - place.last <= 2:
        return above
    if token.dep == "pobj" and above.lower == "of":
        noun = reading.tokens[above.head]
        if noun.lemma in _KINDS and noun.tag == "NN" and noun.i < place.first <= noun.i + 4:
            return noun
    return None


def _front(reading: Reading, noun: Token) -> int:
    """First token of the words that say in which part, right before a noun."""
    first = noun.i
    while first > 0 and reading.tokens[first - 1].lower in _FRONT and reading.tokens[first - 1].sentence == noun.sentence:
        first -= 1
    return first


def trimmed(reading: Reading, first: int, last: int) -> str:
    while first < last - 1 and (reading.tokens[first].dep in ("det", "punct", "case") or reading.tokens[first].lower in _LINKS):
        first += 1
    return reading.words(first, last)


def weapon_words_of(reading: Reading, weapon: WeaponMention) -> str:
    """ "At least three rifles": the weapon's words with the number and the adjectives before it."""
    first = weapon.first
    while first > 0 and reading.tokens[first - 1].tag in ("CD", "JJ", "JJS", "NN", "IN") and _is_of(reading, first - 1, weapon):
        first -= 1
    return trimmed(reading, first, weapon.last)


def _is_of(reading: Reading, i: int, weapon: WeaponMention) -> bool:
    """Token i stands below the weapon's noun."""
    return any(weapon.first <= a.i < weapon.last for a in reading.ancestors(i))


def party_words(findings: Findings, party: Party) -> str:
    """A doer as written; the name that a pronoun stands for, and the full name of whoever is named."""
    reading = findings.reading
    last = reading.token_at(party.span.end - 1)
    if party.named or last.tag[:2] not in ("NN", "CD"):
        return party.name
    return noun_phrase(reading, last.i, reading.token_at(party.span.start).i)


def target_words(findings: Findings, party: Party) -> str:
    """What was hit, as written: the thing or people that a name describes ("ISIL vehicle"), or who is named."""
    last = findings.reading.token_at(party.span.end - 1)
    noun = _described(findings, last)
    if noun is not None:
        return noun_phrase(findings.reading, noun.i, findings.reading.token_at(party.span.start).i)
    return party_words(findings, party)


def _described(findings: Findings, last: Token) -> Token | None:
    """The common noun that a name stands before ("ISIL vehicle"), or None; "the Roe murder" describes no target."""
    tokens = findings.reading.tokens
    noun = last
    while noun.dep in ("compound", "nmod", "amod", "poss") and 0 < tokens[noun.head].i - noun.i <= 4:
        noun = tokens[noun.head]
    happens = any(e.first <= noun.i < e.last for e in findings.events)
    return noun if noun.i != last.i and noun.tag in ("NN", "NNS") and not happens else None


def noun_phrase(reading: Reading, head: int, start: int) -> str:
    """The words of a noun from token `start` at the latest, with what stands before it and its "of": "leader of the party".

    Articles, numbers and words that only count or point ("several", "other") are left out.
    """
    first, last = min(start, head), head + 1
    while first > 0 and reading.tokens[first - 1].dep in _BEFORE and any(a.i == head for a in reading.ancestors(first - 1)):
        first -= 1
    while first < head and (reading.tokens[first].lower in _POINTING or reading.tokens[first].tag in ("CD", "PRP$", "DT", "-LRB-")):
        first += 1
    for of in reading.children(head, "prep"):
        if of.i == last and of.lower == "of":
            end = reading.subtree(of.i)[1]
            stop = next((t.i for t in reading.tokens[of.i : end] if t.text in _CLAUSES or t.dep == "relcl"), end)
            last = stop if stop - first <= _LONGEST else last
    return trimmed(reading, first, last)


_BEFORE = frozenset("compound amod nmod poss case punct npadvmod".split())
_CLAUSES = frozenset(", ; : ( ) [ ] – — who which that".split())
_POINTING = frozenset("several many other others more some suspected alleged same such few numerous various dozens hundreds another "
                      "further additional at least about around nearly [ ] ( ' ’ -".split())  # fmt: skip
