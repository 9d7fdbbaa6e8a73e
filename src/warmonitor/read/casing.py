"""Upper-case wires and Headlines In Title Case put into mixed case, so that a parser trained on that can read them.

Length and offsets never change: a character is lowered only where its lower case is one character too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from warmonitor.lexicon.actorkey import key
from warmonitor.lexicon.actors import Actors
from warmonitor.lexicon.bodies import open_ordinary_words, open_proper_nouns

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
_INSIDE = re.compile(r"[^\W\d_][,;]?\s+(?:[-–—]\s+)?$")
"""Ends with a word of the same sentence: a capital behind it means a name."""
_SMALL = frozenset(["of", "the", "and", "for", "in", "to", "a", "on", "against"])
_SPANISH = frozenset("san santa santo la las los el del puerto villa ciudad buenos nueva nuevo rio cerro vina".split())
"""Words that open or join Spanish names: the word behind them is part of the name."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december jan feb apr jun jul aug sep sept oct nov dec""".split()
)
_STOP = re.compile(r"[.!?][\"”’')\]]*\s")
_TURN = re.compile(r"(?:^|[.!?:\]\n-][\"”]?)\s*\[[^\[\]]*\][\s:]*\Z")
"""A remark in square brackets that opens what follows: "[text] police said", "[Perez] we deny it"."""
_MODEL = re.compile(r"[-–]\d")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|d|s)\Z")
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s\Z", re.IGNORECASE)
_DAY_BEHIND = re.compile(r"\s\d{1,2}\b(?!\s?%)|\s(?:19|20)\d\d\b")
_ENDINGS = ("ned", "ged", "ed", "ning", "ing", "ers", "er", "s")
_PREFIXES = ("", "anti", "non", "pro", "re", "sub", "ultra", "narco", "multi", "inter", "counter", "under", "over")
_DERIVED = ("", "s", "ly", "ity", "ship", "ness", "ism", "ist", "ists", "ment", "ation")
_CONTRACTED = re.compile(r"(?:n['’]t|^i['’](?:m|ve|ll|d)|['’](?:re|ve|ll))$")


def is_upper(text: str) -> bool:
    """True where nearly all letters are capitals and there are enough of them to tell."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 12 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def recase(text: str, is_common: Callable[[str], bool], actors: Actors | None = None) -> str:
    """`text` in mixed case, the same length: common words lowered, others with a capital, sentence starts kept.

    `is_common(word)` says whether a lower-case word is an ordinary word of the language. Names of `actors` get their
    capitals though their words be common ("Shining Path"), and their acronyms stay as they are.
    """
    out = list(text)
    words = list(_WORD.finditer(text))
    named, acronyms = _named(words, actors) if actors else (frozenset(), frozenset())
    before, end = "", 0
    for i, m in enumerate(words):
        start_of_sentence = i == 0 or _ends_sentence(text, end, m.start(), words[i - 1][0])
        end = m.end()
        word = m[0]
        low = word.lower()
        keep = i in acronyms or ("." in word[:-1] and len(word) <= 6) or low == "gmt" or _is_model(text, m)
        if not keep and len(low) == len(word):
            bare = low.rstrip(".").removesuffix("'s").removesuffix("’s")
            out[m.start() : m.end()] = low
            special = bare in _CALENDAR or bare in _SPANISH or (i in named and bare not in _SMALL)
            behind = before in _SPANISH and bare not in _SMALL
            ordinal = text[m.start() - 1 : m.start()].isdigit() and _ORDINAL.match(bare)
            month = bare in ("may", "mar") and (_DAY_BEFORE.search(text, 0, m.start()) or _DAY_BEHIND.match(text, m.end()))
            if ordinal:
                continue
            if start_of_sentence or special or behind or month or not _ordinary(bare, is_common):
                out[m.start()] = word[0]
        before = low
    return "".join(out)


def _is_model(text: str, word: re.Match[str]) -> bool:
    """True for the letters of a designation: "M-19", "R-18", "FAL-2"."""
    return len(word[0]) <= 2 and _MODEL.match(text, word.end()) is not None


def is_title_case(text: str) -> bool:
    """True for a line that gives every word of weight a capital, and has enough of them to tell."""
    words = [m[0] for m in _WORD.finditer(text) if len(m[0]) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.9 * len(words)


def lower_titles(text: str, is_common: Callable[[str], bool], body: Body, actors: Actors | None = None) -> str:
    """A line in title case with its common words lowered, the same length; names keep their capitals.

    What the `body` writes with a capital inside its sentences is a name; what it writes small is none; where it is
    silent, the dictionary and the known names of `actors` decide.
    """
    out = list(text)
    words = list(_WORD.finditer(text))
    named, acronyms = _named(words, actors) if actors else (frozenset(), frozenset())
    for i, m in enumerate(words):
        bare = m[0].lower().rstrip(".").removesuffix("'s").removesuffix("’s")
        kept = i == 0 or len(m[0]) != len(m[0].lower()) or m[0][1:] != m[0][1:].lower() or bare in _CALENDAR
        small, large = body.small.get(bare, 0), body.large.get(bare, 0)
        if kept or large > small or (not small and (i in named - acronyms or not _ordinary(bare, is_common))):
            continue
        if any(f" {a[0]} {b[0]}" in body.text for a, b in pairwise(words[max(0, i - 1) : i + 2])):
            continue
        out[m.start()] = m[0][0].lower()
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Body:
    """How often the running text writes a word small, and how often with a capital that no sentence start explains."""

    small: Counter[str]
    large: Counter[str]
    text: str


def body_of(text: str) -> Body:
    """The counts of the lines of `text` that are not in title case themselves."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    running = [line for line in text.split("\n") if not is_upper(line) and not is_title_case(line)]
    for line in running:
        for m in _WORD.finditer(line):
            word = m[0].rstrip(".").removesuffix("'s").removesuffix("’s")
            if word[:1].islower():
                small[word.lower()] += 1
            elif _INSIDE.search(line, 0, m.start()):
                large[word.lower()] += 1
    return Body(small, large, "\n".join(f" {line}" for line in running))


def _ends_sentence(text: str, end: int, start: int, before: str) -> bool:
    """True where a sentence ends between the word that stops at `end` and the one that begins at `start`.

    Figures and closing brackets may stand between: "in 1987. Rebels", "the front (FPR). It", "at noon [local time]. Rebels".
    """
    if "." in before[:-1] and text[end : start].strip() == "":
        return False  # "the U.S. Embassy"
    if _STOP.search(text[end - 1 : start]) is not None:
        return True
    return "]" in text[end:start] and _TURN.search(text, max(0, start - 120), start) is not None


def _ordinary(word: str, is_common: Callable[[str], bool]) -> bool:
    """True for a common word, or one made of them ("machinegunned", "antisubversive", "definitively")."""
    if word == "i" or word in open_proper_nouns():
        return False
    if is_common(word) or word in open_ordinary_words() or _CONTRACTED.search(word):
        return True
    stems = [word.removeprefix(p).removesuffix(e) for p in _PREFIXES if word.startswith(p) for e in _DERIVED if word.endswith(e)]
    if any(len(stem) >= 5 and stem != word and is_common(stem) for stem in stems):
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and any(is_common(stem[:k]) and is_common(stem[k:]) for k in range(3, len(stem) - 2)):
            return True
    return False


def _named(words: list[re.Match[str]], actors: Actors) -> tuple[frozenset[int], frozenset[int]]:
    """Positions of words that belong to an actor's or nation's name, and of those that are acronyms."""
    keys = [key(m[0]) if m[0].lower() not in ("the", "al") else "" for m in words]
    named: set[int] = set()
    acronyms: set[int] = set()
    for match in actors.scan(keys):
        single = match.last == match.first + 1
        if single and (keys[match.first] in actors.homographs or match.articled):
            continue
        named.update(range(match.first, match.last))
        if match.acronym and single:
            acronyms.add(match.first)
    nations = actors.nations
    named.update(i for i, k in enumerate(keys) if k in nations.words and k not in actors.homographs)
    return frozenset(named), frozenset(acronyms)
