"""Event words in a report: which are there, whether they point back or forward, and how many they count."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.find.figures import is_people
from warmonitor.lexicon.event_words import EventWords, Trigger
from warmonitor.model.reading import Reading, Token

_SKIP = frozenset({"DT", "PRP$", "JJ", "CD", "RB", "JJR", "PDT"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "such"})
_FRESH = frozenset(
    "separate another second other new different third fourth further additional subsequent previous earlier similar more "
    "fresh parallel unrelated simultaneous recent past".split()
)
_NEXT = frozenset("then subsequently afterwards afterward separately elsewhere next".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
LIGHT = frozenset(
    "carry fight conduct launch mount stage perpetrate commit make do perform execute undertake wage deliver unleash lead direct "
    "open begin start initiate organise organize plan resume continue suffer face receive sustain survive witness "
    "intensify escalate renew repeat expand widen press increase".split()
)
"""Verbs that only carry an event noun ("carried out an attack")."""
_COMPOUND_OK = frozenset("site scene victim zone spree area location".split())
_NOMINAL_DEPS = frozenset("nsubj nsubjpass dobj pobj attr appos conj ROOT nmod poss compound".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger at tokens [first, last) with its head token."""

    trigger: Trigger
    first: int
    last: int
    head: int


def find_triggers(reading: Reading, words: EventWords) -> tuple[Found, ...]:
    """Event words in text order, longest phrase first; figures of speech listed as such in the lexicon are left out."""
    out: list[Found] = []
    taken = 0
    for t in reading.tokens:
        if t.i < taken or reading.sentences[t.sentence].kind in ("stamp", "dateline", "boilerplate"):
            continue
        found = _at(reading, words, t)
        if found is not None and not _blocked(reading, words, found):
            out.append(found)
            taken = found.last
    return tuple(out)


def _at(reading: Reading, words: EventWords, t: Token) -> Found | None:
    for key in (t.lemma, t.lower) if t.lemma != t.lower else (t.lemma,):
        for trigger in words.by_first.get(key, ()):
            last = _match(reading, t.i, trigger) or _around_people(reading, t, trigger)
            if last is None:
                continue
            if trigger.pos == "verb" and (
                t.tag[:1] == "V"
                or (
                    t.tag in ("NN", "JJ", "NNP")
                    and t.dep in ("ROOT", "advcl", "relcl", "ccomp")
                    and len(trigger.lemmas) > 1
                )
            ):
                if _verbal(reading, t):
                    return Found(trigger, t.i, last, t.i)
            elif trigger.pos == "noun" and _nominal(reading, last - 1):
                return Found(trigger, t.i, last, last - 1)
    return None


def _match(reading: Reading, i: int, trigger: Trigger) -> int | None:
    if trigger.pos == "noun" or len(trigger.lemmas) == 1:
        return reading.match(i, trigger.lemmas)
    if trigger.lemmas[1:] in _BEHIND and _stands_behind(reading, i, trigger.lemmas[1:]):
        return i + 1
    if reading.tokens[i].tag == "VBN" and _in_passive(reading, i, trigger):
        return i + 1
    at = i
    for k, lemma in enumerate(w for w in trigger.lemmas if w not in _ARTICLES):
        if k:
            skipped = 0
            while at < len(reading.tokens) and skipped < 3 and reading.tokens[at].tag in _SKIP and lemma not in (
                reading.tokens[at].lemma, reading.tokens[at].lower
            ):  # fmt: skip
                at, skipped = at + 1, skipped + 1
        if at >= len(reading.tokens) or lemma not in (reading.tokens[at].lemma, reading.tokens[at].lower):
            return None
        at += 1
    if not _OWN.isdisjoint(trigger.lemmas) and not any(t.tag == "PRP$" for t in reading.tokens[i:at]):
        return None  # "detonated his explosives" is not "detonated explosives"
    return at


def _in_passive(reading: Reading, i: int, trigger: Trigger) -> bool:
    """ "Stones were thrown", "a ceasefire was signed": the object of the phrase as the subject of its passive."""
    if trigger.lemmas[0] != reading.tokens[i].lemma:
        return False
    thing = [w for w in trigger.lemmas[1:] if w not in _ARTICLES]
    for c in reading.children(i, "nsubjpass"):
        words = reading.tokens[max(0, c.i + 1 - len(thing)) : c.i + 1]
        if c.tag[:2] == "NN" and len(words) == len(thing) and all(w in (t.lemma, t.lower) for w, t in zip(thing, words, strict=True)):
            return True
    return False


_OWN = frozenset({"his", "her", "their"})


def _around_people(reading: Reading, t: Token, trigger: Trigger) -> int | None:
    """ "Herded 40 boys from their beds": a verb and its preposition with those who are taken between them."""
    if trigger.subtype != "abduction" or trigger.pos != "verb" or len(trigger.lemmas) != 2 or t.tag[:1] != "V":
        return None
    taken = any(c.i > t.i and is_people(reading, c.i) for c in reading.children(t.i, "dobj"))
    above = t.dep == "relcl" and is_people(reading, t.head)
    to = next((c for c in reading.children(t.i, "prep", "prt", "advmod") if c.i > t.i and c.lower == trigger.lemmas[1]), None)
    return t.i + 1 if to is not None and (taken or above) else None


_BEHIND = frozenset({("hostage",), ("captive",), ("prisoner",), ("on", "fire"), ("ablaze",), ("alight",)})
"""Ends of phrases that may stand behind the object: "took nine drivers hostage", "set the church on fire"."""
_OBJECT = frozenset("DT CD JJ NN NNS NNP NNPS PRP$ POS CC RB IN".split())


def _stands_behind(reading: Reading, i: int, rest: tuple[str, ...]) -> bool:
    tokens = reading.tokens
    at = i + 1
    while at < min(i + 10, len(tokens)) and tokens[at].sentence == tokens[i].sentence and tokens[at].tag in _OBJECT:
        words = tuple(t.lower for t in tokens[at : at + len(rest)])
        if words == rest:
            return at > i + 1 and any(t.tag[:2] == "NN" for t in tokens[i + 1 : at])
        at += 1
    return False


def _verbal(reading: Reading, t: Token) -> bool:
    """A participle that only modifies a noun from the left ("wounded soldiers") is no happening of its own."""
    if t.dep in ("amod", "compound") and t.head > t.i:
        return False
    name = reading.name_at(t.i)
    return name is None or name.last - name.first == 1 or name.kind in ("place", "other")


def _is_month(reading: Reading, t: Token) -> bool:
    """ "March", "16 MARCH"; not "a march"."""
    before = reading.tokens[t.i - 1] if t.i else t
    after = reading.tokens[t.i + 1] if t.i + 1 < len(reading.tokens) else t
    return t.tag == "NNP" or before.text.isdigit() or after.text.isdigit()


def _nominal(reading: Reading, head: int) -> bool:
    t = reading.tokens[head]
    if t.lower == "march" and _is_month(reading, t):
        return False
    if t.tag[:2] == "NN" or (t.tag in ("VBG", "JJ", "VB") and t.dep in _NOMINAL_DEPS and t.dep != "ROOT"):
        if t.dep in ("compound", "amod", "nmod") and t.head > t.i:
            return reading.tokens[t.head].lemma in _COMPOUND_OK
        name = reading.name_at(head)
        return name is None or name.kind in ("other", "place") or name.last - name.first == 1
    return False


def _blocked(reading: Reading, words: EventWords, found: Found) -> bool:
    for start in range(max(0, found.first - 4), found.last):
        t = reading.tokens[start]
        for phrase in words.blocked.get(t.lemma, ()) + (words.blocked.get(t.lower, ()) if t.lower != t.lemma else ()):
            if phrase == found.trigger.lemmas:
                continue  # "hunger strike" is no air strike, but a protest
            last = _loose(reading, start, phrase)
            if last is not None and last > found.first:
                return True
    return False


def _loose(reading: Reading, i: int, lemmas: tuple[str, ...]) -> int | None:
    """Like Reading.match, passing over up to three determiners, adjectives and adverbs between the words."""
    at = i
    for k, lemma in enumerate(lemmas):
        skipped = 0
        while (
            k
            and at < len(reading.tokens)
            and skipped < 3
            and lemma not in (reading.tokens[at].lemma, reading.tokens[at].lower)
        ):
            if reading.tokens[at].tag not in _SKIP and reading.tokens[at].text != "-":
                return None
            at, skipped = at + 1, skipped + 1
        if at >= len(reading.tokens) or lemma not in (reading.tokens[at].lemma, reading.tokens[at].lower):
            return None
        at += 1
    return at


def is_definite(reading: Reading, found: Found) -> bool:
    """True for "the attack", "these strikes", "its raid", "this was a raid"; and for verbs, which never are, False."""
    if found.trigger.pos == "verb" or _of_newcomers(reading, found.head):
        return False
    t = reading.tokens[found.head]
    if t.dep == "attr" and any(s.lower in _POINTING for s in reading.children(t.head, "nsubj")):
        return True
    return any(
        c.dep in ("det", "poss") and (c.lower in _DEFINITE or c.tag == "PRP$") or c.lower.rstrip("s") in DAYS
        for c in reading.children(found.head)
        if c.i < found.head
    )


_POINTING = frozenset("this that it these those".split())


def _of_newcomers(reading: Reading, head: int) -> bool:
    """ "The arrest of a smuggler", "the killing of two guards": the article goes with a complement not heard of before."""
    if any(c.lower != "the" for c in reading.children(head, "det", "poss")):
        return False
    for c in reading.children(head, "prep"):
        for o in reading.children(c.i, "pobj") if c.lower == "of" else ():
            if any(d.lower in ("a", "an", "another") or d.dep == "nummod" for d in reading.children(o.i, "det", "nummod")):
                return True
    return False


def is_fresh(reading: Reading, found: Found) -> bool:
    """True where a word marks another happening than those told before: "a separate bombing", "then they attacked"."""
    if found.trigger.pos == "verb":
        verbs = [reading.tokens[found.head], reading.tokens[reading.tokens[found.head].head]]
        if verbs[0].dep not in ("xcomp", "conj") or found.trigger.frame in ("result", "undergo"):
            verbs = verbs[:1]
        return found.trigger.frame not in ("result", "undergo") and any(
            c.lower in _NEXT and c.dep == "advmod" and c.i < v.i for v in verbs for c in reading.children(v.i)
        )
    if reading.tokens[found.head].lemma in _COUNTS:
        return False  # "the previous death toll": an older count of the same
    return any(c.lower in _FRESH and c.dep in ("amod", "det", "nummod") for c in reading.children(found.head))


_COUNTS = frozenset({"toll", "count", "tally", "figure"})


def count_of(reading: Reading, found: Found, number: dict[str, int]) -> int | None:
    """How many happenings a noun counts ("five strikes"), None where it does not say."""
    for c in reading.children(found.head, "nummod"):
        if c.lower in number:
            return number[c.lower]
        if c.text.isdigit():
            return int(c.text)
    return None
