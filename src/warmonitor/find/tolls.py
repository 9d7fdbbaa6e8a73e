"""Figures of people harmed: the words of the number, of the people, and of what was done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.arguments import subject_of
from warmonitor.find.figures import (
    PEOPLE,
    REFLEXIVE,
    Figure,
    bounded,
    figure,
    in_words,
    is_measure,
    is_people,
    number_runs,
    who,
)
from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import number_words, quantities
from warmonitor.lexicon.toll_words import TollWords, toll_words
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token

_SUBSET = re.compile(
    r"(?:including|included|among (?:them|whom|the dead|those|the victims|the wounded|the injured)(?: (?:were|are|was))?|"
    r"of (?:them|whom|those)(?: (?:were|are))?|(?:them|whom),?|among (?:whom|which)),? ?(?:at least|some|about|as many as)?$"
)
_OTHERS = re.compile(r"\b(?:others?|another|more|additional|further)\b(?! than)")
_CAMPAIGN = re.compile(
    r"\b(?:since (?:the|19|20|january|february|march|april|may|june|july|august|september|october|november|december|last|it)|"
    r"so far this|this year|in the (?:past|last) (?:\w+ )?(?:year|month|decade|week)s?|over the (?:past|last)|in recent (?:year|month|week|day)s?|"
    r"for (?:year|decade|month)s|every (?:day|week|month|year)|each (?:day|week|month|year)|in \d{4} alone|during the war|"
    r"six-year|\w+-year(?:-old)? (?:civil )?(?:war|conflict|insurgency)|outbreak of (?:the )?(?:civil )?war|in the first \w+ months)"
)
_ON_A_DAY = re.compile(r"\b(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\btoday\b|\byesterday\b")
_INTRANSITIVE = frozenset("die perish flee disappear go lose succumb".split())
_STATES = {
    "captive": "abducted", "captivity": "abducted", "hostage": "abducted", "unaccounted": "missing", "missing": "missing", "custody": "captured",
    "detention": "captured",
}  # fmt: skip
"""What people "remain in" or "are still": the word behind "remain" -> kind."""
_ABDUCTION = frozenset({"kidnap", "abduct", "kidnapping", "abduction", "hostage", "kidnapper", "abductor", "captor"})
_TAKING = frozenset({"capture", "seize", "take", "grab"})
_HELD_NOUNS = frozenset({"evacuee", "hostage", "captive", "detainee", "prisoner", "abductee", "displaced"})


def find_tolls(reading: Reading) -> tuple[TollMention, ...]:
    """Toll figures in text order, one for each figure and kind."""
    words = toll_words()
    found: dict[tuple[int, str], TollMention] = {}
    heads: set[int] = set()
    by_verb = [*_by_verb(reading, words), *_remaining(reading)]
    heads.update(m.head for m in by_verb if m.head is not None)
    adjectives = [m for m in _by_adjective(reading, words) if not _counted_before(m, by_verb)]
    nouns = [m for m in _by_noun(reading, words) if m.anchor not in heads or reading.tokens[m.anchor].lemma not in _HELD_NOUNS]
    for mention in (*by_verb, *adjectives, *nouns):
        found.setdefault((mention.first, mention.kind), mention)
    ordered = sorted(found.values(), key=lambda m: (m.first, m.last, m.kind))
    return tuple(_with_older(reading, m) for m in ordered if reading.sentences[reading.tokens[m.anchor].sentence].kind != "stamp")


def _counted_before(m: TollMention, others: list[TollMention]) -> bool:
    """True where the number to the left of an adjective already counts for the verb before ("killed 16 men and wounded …")."""
    return any(o.anchor == m.anchor or o.kind == m.kind and o.first <= m.first < o.last for o in others)


# verbs ----------------------------------------------------------------------------------------------------------------
def _by_verb(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    for t in reading.tokens:
        if t.tag[:1] != "V":
            continue
        if t.lemma == "include":
            yield from _included(reading, words, t)
            continue
        kind = _verb_kind(reading, words, t)
        if kind is None:
            continue
        for head in _harmed(reading, t):
            yield from figures(reading, t, head, _kind_here(reading, kind, t, head))


def _verb_kind(reading: Reading, words: TollWords, t: Token) -> str | None:
    for lemmas, kind in words.verbs.get(t.lemma, ()):
        if reading.match(t.i, lemmas[:1]) is not None and all(_near(reading, t, w) for w in lemmas[1:]):
            return kind
    return None


def _near(reading: Reading, t: Token, word: str) -> bool:
    """True where a verb's particle or complement stands up to six tokens behind it."""
    return any(word in (x.lemma, x.lower) for x in reading.tokens[t.i + 1 : t.i + 7] if x.sentence == t.sentence)


def _kind_here(reading: Reading, kind: str, verb: Token, head: int) -> str:
    """Unarmed people "captured" or "seized" in a report of abduction are abducted."""
    if kind == "captured" and verb.lemma in _TAKING and people_words().get(reading.tokens[head].lemma) == "civilian":
        return "abducted" if any(t.lemma in _ABDUCTION for t in reading.tokens) else kind
    return kind


def _harmed(reading: Reading, verb: Token) -> list[int]:
    objects = [c.i for c in reading.children(verb.i, "dobj")]
    subject, passive = subject_of(reading, verb.i)
    along = list(_along_with(reading, verb))
    if verb.lemma in _INTRANSITIVE or passive:
        if passive and objects:
            return objects + along
        return ([subject] if subject is not None else []) + along
    return objects + along


def _along_with(reading: Reading, verb: Token) -> Iterator[int]:
    """ "… were hurt along with three bystanders", "killed together with his driver"."""
    above = [verb.i, *(o.i for o in reading.children(verb.i, "dobj", "nsubjpass"))]
    for c in (c for i in above for c in reading.children(i, "prep")):
        before = reading.tokens[c.i - 1].lower if c.i else ""
        if c.lower == "with" and before in ("along", "together"):
            yield from (o.i for o in reading.children(c.i, "pobj"))


def _included(reading: Reading, words: TollWords, t: Token) -> Iterator[TollMention]:
    """ "The dead included three children": a part of those counted elsewhere."""
    subject, _ = subject_of(reading, t.i)
    kind = words.nouns.get(reading.tokens[subject].lemma) if subject is not None else None
    if kind is None:
        return
    for c in reading.children(t.i, "dobj"):
        for mention in figures(reading, t, c.i, kind):
            yield replace(mention, part="subset")


def _remaining(reading: Reading) -> Iterator[TollMention]:
    """ "197 girls remain captive", "40 are still in captivity": a part of those taken."""
    for t in reading.tokens:
        kind = _STATES.get(t.lower)
        if kind is None:
            continue
        verb = next((a for a in reading.ancestors(t.i) if a.tag[:1] == "V"), None)
        if verb is None or verb.lemma not in ("remain", "be", "stay", "keep", "hold") or verb.sentence != t.sentence:
            continue
        if verb.lemma == "be" and not any(x.lower == "still" for x in reading.tokens[verb.i : t.i]):
            continue
        if kind == "missing" and any(x.lemma in _ABDUCTION for x in reading.tokens):
            kind = "abducted"
        subject, _ = subject_of(reading, verb.i)
        if subject is None:
            continue
        for mention in figures(reading, t, subject, kind):
            yield replace(mention, part="subset", who=f"{mention.who} who {reading.words(verb.i, t.i + 1)}" if mention.who else "")


# figures --------------------------------------------------------------------------------------------------------------
def figures(reading: Reading, anchor: Token, head: int, kind: str) -> Iterator[TollMention]:
    """The figures of the coordinated phrase at `head`.

    Parts without a number of their own go with the number before them ("13 women and children"), a nationality with the
    noun that follows ("two Dutch and one Danish soldier": one figure of two numbers), and single people named without a
    number are one figure together ("a clerk, a guard and a cook").
    """
    pending: list[Figure] = []
    done: list[Figure] = []
    for i in coordinated(reading, head):
        here = figure(reading, i)
        if here is None:
            before = pending[-1] if pending else done[-1] if done else None
            if before is not None and before.last <= i and is_people(reading, i) and reading.tokens[i].lower not in REFLEXIVE and not before.implied:
                grown = replace(before, last=noun_phrase(reading, i)[1])
                (pending if pending else done)[-1] = grown
            continue
        if not here.implied and _only_describes(reading, here):
            pending.append(here)
        elif pending and not here.implied and not pending[-1].implied:
            done.append(Figure((*(q for p in pending for q in p.quantity), *here.quantity), pending[0].first, here.last, here.head, False))
            pending = []
        elif here.implied and done and done[-1].implied:
            done[-1] = Figure((*done[-1].quantity, "one"), done[-1].first, here.last, done[-1].head, True)
        else:
            done.append(here)
    for f in (*done, *pending):
        yield _mention(reading, kind, f.quantity, anchor, f.first, f.last, f.head)


def _only_describes(reading: Reading, f: Figure) -> bool:
    """ "three French" in "three French and two Malian soldiers": the noun is still to come."""
    t = reading.tokens[f.head]
    if people_words().get(t.lemma) in PEOPLE or t.tag == "CD" or t.tag in ("NNS", "NNPS"):
        return False
    name = reading.name_at(f.head)
    return t.tag in ("JJ", "NNP") and (name is None or name.kind in ("nationality", "place", "other", "organisation", "armed-group"))


def _mention(
    reading: Reading, kind: str, quantity: tuple[str, ...], anchor: Token, first: int, last: int, head: int | None
) -> TollMention:  # fmt: skip
    sentence = reading.sentences[anchor.sentence]
    before = reading.words(max(sentence.first, first - 5), first).lower() if first > sentence.first else ""
    phrase = reading.words(first, last).lower()
    part = "total"
    if _SUBSET.search(before):
        part = "subset"
    elif _OTHERS.search(phrase) or before.endswith("another"):
        part = "others"
    around = reading.words(sentence.first, sentence.last).lower()
    campaign = bool(_CAMPAIGN.search(around)) and not _ON_A_DAY.search(around)
    people = _sides(reading, quantity, first, last) or who(reading, first, last, head)
    return TollMention(kind, quantity, anchor.i, first, last, head, people, part, campaign)  # type: ignore[arg-type]


def _sides(reading: Reading, quantity: tuple[str, ...], first: int, last: int) -> str:
    """Several numbers in one figure: the words with their numbers ("two Dutch and one Danish soldier")."""
    return reading.words(first, last) if len(quantity) > 1 and any(q != "one" for q in quantity) else ""


# adjectives and bare figures --------------------------------------------------------------------------------------------
def _by_adjective(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    """ "four dead", "leaving 12 others wounded", "five were injured", "30 missing": the number stands to the left."""
    for t in reading.tokens:
        kind = words.adjectives.get(t.lower)
        if kind is None or t.tag[:2] == "VB" and (t.tag not in ("VBN", "VBD") or any(True for _ in reading.children(t.i, "dobj"))):
            continue
        found = _to_the_left(reading, t)
        if found is not None:
            a, b, head = found
            yield _mention(reading, kind, (bounded(reading, a, b),), t, a, (head + 1) if head is not None else b, head)


def _to_the_left(reading: Reading, t: Token) -> tuple[int, int, int | None] | None:
    """(First, past-last token of the number, head noun between or None) for an adjective at t."""
    sentence = reading.sentences[t.sentence]
    for i in range(t.i - 1, max(sentence.first, t.i - 8) - 1, -1):
        x = reading.tokens[i]
        if x.tag == "CD" and not is_measure(reading, i) or in_words(x) and reading.tokens[max(0, i - 1)].lower not in ("how", "so"):
            runs = number_runs(reading, max(sentence.first, i - 3), i + 1)
            a, b = runs[-1] if runs and runs[-1][1] > i else (i, i + 1)
            between = reading.tokens[b : t.i]
            heads = [y.i for y in between if y.tag in ("NNS", "NN", "NNP", "NNPS")]
            if not all(_passes(y) for y in between) or heads and people_words().get(reading.tokens[heads[-1]].lemma) not in (*PEOPLE, None):
                return None
            return a, b, heads[-1] if heads else None
        if not _passes(x):
            return None
    return None


_FILLERS = frozenset(
    "were was been are is be others other more have had has and or reported confirmed of them also seriously critically slightly "
    "badly feared left as severely lightly gravely".split()
)


def _passes(x: Token) -> bool:
    if x.tag in ("NNS", "JJ", "NN", "NNP", "NNPS"):
        return people_words().get(x.lemma) in PEOPLE or x.tag in ("JJ", "NNP", "NNPS") or x.lower in ("others", "other", "more", "people")
    return x.lower in _FILLERS


# nouns ----------------------------------------------------------------------------------------------------------------
_TOLL_NUMBER = re.compile(
    r"\b(?:(?:death |injury |casualty )?toll|"
    r"number of (?:dead|deaths|fatalities|victims|people killed|those killed|casualties|wounded|injured|victims(?: \[[^\]]*\])?))\b"
    r"[^.;]{0,120}?\b(?:(?:to|at|of|reached|was|is|stands at|hit|passed|exceeded|reach(?:es|ing)?)) "
    r"((?:at least|more than|over|about|around|nearly|some|as many as|up to|approximately)? ?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?))\b"
    r"(?:[^.;]{0,20}?\bfrom (\d[\d,]*|[a-z]+))?"
)
_REMAINS = frozenset({"life", "body", "corpse", "wound"})
_FINDING = frozenset("find recover discover take retrieve pull bring count dump of see with".split())


def _by_noun(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    yield from _toll_sentences(reading)
    for t in reading.tokens:
        if t.lemma == "casualty" and t.tag[:2] == "NN":
            yield from _no_casualties(reading, t)
        kind = words.nouns.get(t.lemma)
        if kind is None or t.tag[:2] not in ("NN", "VB") or t.tag[:1] == "V" and t.tag != "VBG":
            continue
        if t.lemma in _REMAINS and not _counted_remains(reading, t):
            continue
        yield from _counted_noun(reading, t, kind)


def _counted_noun(reading: Reading, t: Token, kind: str) -> Iterator[TollMention]:
    first, _ = noun_phrase(reading, t.i, of=False)
    if any(x.lower in ("death", "injury") for x in reading.tokens[t.i + 1 : t.i + 2]):
        return
    runs = [r for r in number_runs(reading, first, t.i) if not is_measure(reading, r[0])]
    if t.lemma in ("injury", "death", "fatality") and any(c.lower == "no" for c in reading.children(t.i, "det")):
        runs = [(next(c.i for c in reading.children(t.i, "det")), t.i)]
    if runs and reading.tokens[runs[0][0]].lower not in ("a", "an") and t.tag[:2] == "NN":
        head = t.i if kind not in ("killed", "injured") else None
        yield _mention(reading, kind, (bounded(reading, *runs[0]),), t, runs[0][0], t.i + 1, head)
    elif t.tag in ("NN", "NNS", "VBG"):
        for c in reading.children(t.i, "prep"):
            if c.lower == "of":
                for o in reading.children(c.i, "pobj"):
                    yield from figures(reading, t, o.i, kind)


def _no_casualties(reading: Reading, t: Token) -> Iterator[TollMention]:
    """ "no casualties", "without casualties": nobody killed and nobody injured."""
    no = next((c for c in reading.children(t.i, "det") if c.lower == "no"), None)
    head = reading.tokens[t.head]
    if no is None and not (t.dep == "pobj" and head.lower == "without"):
        return
    first = no.i if no is not None else head.i
    for kind in ("killed", "injured"):
        yield _mention(reading, kind, ("no",), t, first, t.i + 1, None)


def _counted_remains(reading: Reading, t: Token) -> bool:
    head = reading.tokens[t.head]
    if t.lemma == "life":
        return head.lemma in ("claim", "lose", "take", "cost")
    return t.tag == "NNS" and head.lemma in _FINDING


def _toll_sentences(reading: Reading) -> Iterator[TollMention]:
    """ "The death toll has risen to at least 112", "raised the toll to 18 from 12"."""
    for s in reading.sentences:
        text = reading.text[s.start : s.end]
        low = text.lower()
        if "toll" not in low and "number of" not in low or len(low) != len(text):
            continue
        for m in _TOLL_NUMBER.finditer(low.replace("\n", " ")):
            words = m[1].strip()
            if not re.search(r"\d", words) and words.split()[-1] not in quantities():
                continue
            kind = "injured" if re.search(r"injur|wounded", m[0].split(" to ")[0][:40]) else "killed"
            at = reading.token_at(s.start + m.start(1) + len(m[1]) - len(m[1].lstrip()))
            end = reading.token_at(s.start + m.end(1) - 1)
            anchor = reading.token_at(s.start + m.start())
            yield TollMention(kind, (words,), anchor.i, at.i, end.i + 1, None, "", "total", bool(_CAMPAIGN.search(low)), m[2])  # type: ignore[arg-type]


# revisions ------------------------------------------------------------------------------------------------------------
_BY = re.compile(
    r"\b(?:increas|rais|bring|push|lift|revis)\w*\b[^.;]{0,60}?"
    r"\b(?:toll|count\w*|number|figure|tally|injur\w+|deaths?|dead|casualt\w+)\b[^.;]{0,30}?\bby (\w+)\b"
)
_FROM = re.compile(
    r"\b(?:up|down|revised|raised|increased|rising|rose|risen) from "
    r"(?:(?:an?|the) (?:earlier|previous|initial|first) (?:\w+ )?(?:of )?)?(\w+)\b"
)


def _with_older(reading: Reading, m: TollMention) -> TollMention:
    """The older figure that this one replaces, where its sentence says by how much it rose or from what."""
    if m.replaces is not None or m.part != "total" or len(m.quantity) != 1:
        return m
    sentence = reading.sentences[reading.tokens[m.anchor].sentence]
    text = " ".join(reading.text[sentence.start : sentence.end].lower().split())
    now = _exact(m.quantity[0].split()[-1])
    rise, older = _BY.search(text), _FROM.search(text)
    if older is not None and _exact(older[1]) is not None and _exact(older[1]) != now:
        return replace(m, replaces=older[1])
    if rise is not None and now is not None and (by := _exact(rise[1])) is not None and by < now:
        return replace(m, replaces=str(now - by))
    return m


def _exact(word: str) -> int | None:
    return int(word.replace(",", "")) if word.replace(",", "").isdigit() else number_words().get(word)
