"""Figures of people harmed that hang on adjectives and nouns: "12 dead", "the death of two guards", "the toll rose to 18"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.figures import PEOPLE, bounded, in_words, is_measure, is_people, number_runs
from warmonitor.find.phrases import noun_phrase
from warmonitor.find.subjects import subject_of
from warmonitor.find.toll_mentions import at_most, figures, mention
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import number_words, quantities
from warmonitor.lexicon.toll_words import TollWords
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token


# adjectives and bare figures --------------------------------------------------------------------------------------------
def by_adjective(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    """ "four dead", "leaving 12 others wounded", "five were injured", "30 missing": the number stands to the left."""
    for t in reading.tokens:
        kind = words.adjectives.get(t.lower)
        if kind is None or t.tag[:2] == "VB" and (t.tag not in ("VBN", "VBD") or any(True for _ in reading.children(t.i, "dobj"))):
            continue
        if left := _left_so(reading, t):
            for i in left:
                yield from figures(reading, t, i, kind)
            continue
        found = _to_the_left(reading, t)
        if found is None:
            yield from _said_of(reading, t, kind)
        if found is not None:
            a, b, head = found
            told = mention(reading, kind, (bounded(reading, a, b),), t, a, (head + 1) if head is not None else b, head)
            joint = _beside_another(reading, words, t, b, kind)
            if (most := at_most(told) if joint else told) is not None:
                yield most


_THOUGHT = frozenset("fear believe presume pronounce report declare confirm list describe consider be".split())


def _said_of(reading: Reading, t: Token, kind: str) -> Iterator[TollMention]:
    """ "30 people, including two nurses, are feared dead": the number counts the subject, however far before."""
    verb = reading.tokens[t.head]
    if t.dep not in ("oprd", "acomp", "xcomp") or verb.lemma not in _THOUGHT or any(True for _ in reading.children(verb.i, "neg")):
        return
    subject, _ = subject_of(reading, verb.i, of_people=True)
    if subject is not None and subject < t.i:
        yield from (m for m in figures(reading, t, subject, kind) if verb.lemma != "be" or m.quantity != ("one",))


def _left_so(reading: Reading, t: Token) -> list[int]:
    """ "left 12 people, among them a guard, dead": those whom the verb leaves dead, where more than a word stands between."""
    verb = reading.tokens[t.head]
    if t.dep not in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "conj") or verb.lemma != "leave":
        return []
    left = next((c.i for c in reading.children(verb.i, "dobj") if c.i < t.i), None)
    if left is None or any(x.lemma in ("kill", "dead", "wounded", "injured") for x in reading.tokens[left : t.i]):
        return []
    last = next((c.i for c in reading.children(t.i, "nsubj") if c.i > left), None)
    if last is not None:  # "nine guards and their driver dead", read as a clause about the driver
        return [left, last]
    several = any(x.text == "," for x in reading.tokens[left : t.i]) or any(c.i < t.i for c in reading.children(left, "conj"))
    return [left] if several else []


def _beside_another(reading: Reading, words: TollWords, t: Token, first: int, kind: str) -> bool:
    """ "18 dead and wounded", "40 killed or injured": the number counts both."""
    last = reading.sentences[t.sentence].last
    behind = reading.tokens[t.i + 2] if t.i + 2 < last and reading.tokens[t.i + 1].lower in ("and", "or", "and/or") else None
    before = reading.tokens[t.i - 2] if t.i - 2 >= first and reading.tokens[t.i - 1].lower in ("and", "or", "and/or") else None
    other = [words.adjectives.get(x.lower) for x in (behind, before) if x is not None]
    return any(k is not None and k != kind for k in other)


def _to_the_left(reading: Reading, t: Token) -> tuple[int, int, int | None] | None:
    """(First, past-last token of the number, head noun between or None) for an adjective at t."""
    sentence = reading.sentences[t.sentence]
    for i in range(t.i - 1, max(sentence.first, t.i - 8) - 1, -1):
        x = reading.tokens[i]
        if x.tag == "CD" and not is_measure(reading, i) or in_words(x) and reading.tokens[max(0, i - 1)].lower not in ("how", "so", "as"):
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
    "badly feared left as severely lightly gravely still reportedly also".split()
)


def _passes(x: Token) -> bool:
    if x.tag in ("NNS", "JJ", "NN", "NNP", "NNPS"):
        return people_words().get(x.lemma) in PEOPLE or x.tag in ("JJ", "NNP", "NNPS") or x.lower in ("others", "other", "more", "people")
    return x.lower in _FILLERS


# nouns ----------------------------------------------------------------------------------------------------------------
_TOLL = re.compile(
    r"\b(?:(?:death |injury |casualty )?toll|"
    r"number of (?:[a-z]+ )?"
    r"(?:dead|deaths|fatalities|casualties|wounded|injured|arrests|detentions|hostages|victims(?: \[[^\]]*\])?|"
    r"(?:people|those|civilians|villagers|students) (?:killed|wounded|injured|arrested|detained|kidnapped|abducted|seized)))\b"
    r"(?=([^.;]*))"
)
_REACHED = re.compile(
    r"\b(?:to|at|of|as|reached|was|is|hit|passed|exceeded|reach(?:es|ing)?) (?:in fact |now |actually |currently |still |only |just )?"
    r"((?:at least|more than|over|about|around|nearly|some|as many as|up to|approximately)? ?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?))\b"
    r"(?:[^.;]{0,20}?\bfrom (\d[\d,]*|[a-z]+))?"
)
_KIND_COUNTED = (("injured", "injur|wounded"), ("captured", "arrest|detention|detained"), ("abducted", "kidnap|abduct|seized|hostage"))
_TOLL_REACH = 140
"""Characters behind "toll" in which its number may stand."""
_DEALT = frozenset({"injury", "wound", "death"})
"""What is dealt "to" people: "injuries to 40 others"."""
_UNDONE = frozenset("attempted planned alleged would-be possible potential future further".split())
"""What was tried or expected only: "the attempted murder of two guards"."""
_DEEDS = frozenset("killing murder assassination execution slaying massacre beheading lynching".split())
_SUMMING = frozenset({"capture", "apprehension"})
"""Nouns that sum up an arrest told in full elsewhere, and count only where they give a number."""
_BEASTS = frozenset("animal cattle livestock goat sheep cow dog horse bird whale elephant".split())
_REMAINS = frozenset({"life", "body", "corpse", "wound"})
_FINDING = frozenset("find recover discover take retrieve pull bring count dump of see with receive carry deliver ferry remove drag "
                     "collect exhume unearth transfer unload bury dig transport locate fish".split())  # fmt: skip


def by_noun(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    yield from _toll_sentences(reading)
    for t in reading.tokens:
        if t.lemma == "casualty" and t.tag[:2] == "NN":
            yield from _no_casualties(reading, t)
        kind = words.nouns.get(t.lemma)
        if kind is None or t.tag[:2] not in ("NN", "VB") or t.tag[:1] == "V" and t.tag != "VBG":
            continue
        if t.lemma in _REMAINS and not _counted_remains(reading, t) or any(c.lower in _UNDONE for c in reading.children(t.i, "amod")):
            continue
        counted = any(True for _ in reading.children(t.i, "nummod", "det", "amod", "compound"))
        if t.lemma in ("hostage", "captive", "prisoner") and not counted and reading.tokens[t.head].lemma in ("take", "hold", "keep", "seize"):
            continue  # "held hostage in Mali"
        if t.lemma == "hostage" and not any(True for _ in reading.children(t.i)):
            continue
        yield from _counted_noun(reading, t, kind)


def _counted_noun(reading: Reading, t: Token, kind: str) -> Iterator[TollMention]:
    first, _ = noun_phrase(reading, t.i, of=False)
    if any(c.lemma in _BEASTS for c in reading.children(t.i, "compound", "amod")):
        return
    if any(x.lower in ("death", "injury") for x in reading.tokens[t.i + 1 : t.i + 2]):
        return
    if any(d.lower in ("these", "those") for d in reading.children(t.i, "det")) and t.lemma not in _REMAINS:
        return  # "these two murders" were told before
    if t.lemma in _DEEDS and t.tag == "NNS" and any(d.lower == "the" for d in reading.children(t.i, "det")):
        return  # "the 56 killings in this area"
    runs = [r for r in number_runs(reading, first, t.i) if not is_measure(reading, r[0])]
    if t.lemma in _REMAINS and any(c.lower == "no" for c in reading.children(t.i, "det")):
        return  # "no bodies were found" counts nobody
    if t.lemma in ("injury", "death", "fatality") and (no := _none(reading, t)) is not None:
        runs = [(no, no + 1)]
    if runs and reading.tokens[runs[0][0]].lower not in ("a", "an") and t.tag[:2] == "NN":
        head = t.i if kind not in ("killed", "injured") else None
        if t.lemma in _DEALT and any(x.lemma in ("receive", "suffer", "sustain") for x in reading.tokens[runs[0][1] : t.i]):
            yield mention(reading, kind, (bounded(reading, *runs[0]),), t, *runs[0], None)
            return
        yield mention(reading, kind, (bounded(reading, *runs[0]),), t, runs[0][0], t.i + 1, head)
    elif t.tag in ("NN", "NNS", "VBG"):
        behind = [reading.tokens[t.i + 1]] if t.i + 1 < len(reading.tokens) and t.lemma in _DEALT else []
        for c in [*reading.children(t.i, "prep"), *(x for x in behind if x.dep == "prep" and x.lower == "to" and x.head != t.i)]:
            if c.lower == "of" or c.lower == "to" and t.lemma in _DEALT and c.i == t.i + 1:
                for o in reading.children(c.i, "pobj"):
                    told = figures(reading, t, o.i, kind)
                    yield from (m for m in told if t.lemma not in _SUMMING or m.quantity != ("one",))


def _none(reading: Reading, t: Token) -> int | None:
    """The "no" of "no injuries", also of "no deaths or injuries"."""
    if t.dep == "conj" and not any(True for _ in reading.children(t.i, "det", "nummod", "amod")):
        t = reading.tokens[t.head]
    return next((c.i for c in reading.children(t.i, "det") if c.lower == "no"), None)


def _no_casualties(reading: Reading, t: Token) -> Iterator[TollMention]:
    """ "no casualties", "without casualties": nobody killed and nobody injured."""
    no = next((c for c in reading.children(t.i, "det") if c.lower == "no"), None)
    head = reading.tokens[t.head]
    never = any(True for _ in reading.children(head.i, "neg")) and head.lemma in _CAUSING
    if no is None and never:  # "did not cause any casualties"
        no = next((c for c in reading.children(t.i, "det") if c.lower == "any"), None)
    if no is None and not (t.dep == "pobj" and head.lower == "without"):
        return
    first = no.i if no is not None else head.i
    for kind in ("killed", "injured"):
        yield mention(reading, kind, ("no",), t, first, t.i + 1, None)


_CAUSING = frozenset("cause inflict suffer result leave be have claim sustain".split())


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
        flat = low.replace("\n", " ")
        for toll in _TOLL.finditer(flat):
            for m in _REACHED.finditer(flat, toll.end(), min(toll.end(1), toll.end() + _TOLL_REACH)):
                at = reading.token_at(s.start + m.start(1) + len(m[1]) - len(m[1].lstrip()))
                end = reading.token_at(s.start + m.end(1) - 1)
                if not _counts_a_toll(reading, m[1].split()[-1], end.i):
                    continue
                kind = next((k for k, told in _KIND_COUNTED if re.search(told, toll[0])), "killed")
                anchor = reading.token_at(s.start + toll.start())
                counted = end.dep == "nummod" and end.head == end.i + 1 and m[2] is None and is_people(reading, end.head)
                if counted and reading.tokens[end.head].dep in ("dobj", "pobj", "attr", "oprd"):
                    yield from figures(reading, anchor, end.head, kind)
                    break
                yield TollMention(kind, (m[1].strip(),), anchor.i, at.i, end.i + 1, None, "", "total", False, m[2])  # type: ignore[arg-type]
                break


def _counts_a_toll(reading: Reading, word: str, i: int) -> bool:
    """False for the numbers of a toll's other company: "from the attack at a market", "of the raids on two bases of 11 May"."""
    if word in ("a", "an", "no") or not word[0].isdigit() and word not in quantities() or is_measure(reading, i):
        return False
    behind = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    return behind is None or behind.tag not in ("NN", "NNS") or is_people(reading, behind.i)


# revisions ------------------------------------------------------------------------------------------------------------
_BY = re.compile(
    r"\b(?:increas|rais|bring|push|lift|revis)\w*\b[^.;]{0,60}?"
    r"\b(?:toll|count\w*|number|figure|tally|injur\w+|deaths?|dead|casualt\w+)\b[^.;]{0,30}?\bby (\w+)\b"
)
_FROM = re.compile(
    r"\b(?:up|down|revised|raised|increased|rising|rose|risen) from "
    r"(?:(?:an?|the) (?:earlier|previous|initial|first) (?:\w+ )?(?:of )?)?(\w+)\b"
)


def with_older(reading: Reading, m: TollMention) -> TollMention:
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
