"""Where a text names persons, by shape alone: a policy must withhold such names, and a record does not say what is a person's.

A run of capitalised words is cut at words that begin sentences, days, nations and bodies of the lexicon; what remains of
two words or more is taken for a person's name, unless a word in it marks a body, a place, a thing or a public office.
What is taken wrongly is a loss; what is missed would be a harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from warmonitor.lexicon import exports
from warmonitor.lexicon.actorkey import key
from warmonitor.lexicon.actors import Actors, open_actors
from warmonitor.lexicon.bodies import open_headnouns, singular
from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.people import people_words

_PARTICLES = r"(?:al|el|as|ash|bin|bint|ibn|abu|abd|ben|bou|van|von|der|den|de|da|di|du|la|le|dos|del|ul|ur|y)"
_CAPITAL = r"(?:(?:al|el|as|ash|an|ar|at|az|ad|ed|ul)[-‑])?[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w'’`-]*\w|\.)?"
RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?:\s+(?:{_PARTICLES}\s+)*{_CAPITAL})+")
FACILITY = re.compile(rf"\b{_CAPITAL}(?:[\s-]+(?:{_PARTICLES}[\s-]+)*{_CAPITAL})*(?:\s+[a-z]+)?")
_TOKEN = re.compile(r"\S+")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sheikh", "sayyid", "hajji", "haji"})
Label = Literal["name", "gap", "shield", "particle"]


def personal_names(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what looks like persons' names in a text, left to right.

    >>> words = "On Friday Ana Roe of the Qasr Amij group met the Iraqi Omar al-Selim, President Ida Lund and Mr Poe of Boko Haram."
    >>> [words[a:b] for a, b in personal_names(words)]
    ['Ana Roe', 'Omar al-Selim', 'Poe']
    """
    for run in RUN.finditer(text):
        yield from _in_run(text, run.start(), run.end())


def holds_person(name: str) -> bool:
    """True where a name, or a part of it, looks like a person's.

    >>> [holds_person(n) for n in ("Ana Roe", "abu Omar al-Tikriti", "JUAN ROE", "Falcons Brigade", "three farmers", "Hamas")]
    [True, True, True, False, False, False]
    """
    return bool(persons_in(name))


@lru_cache(maxsize=16384)
def persons_in(name: str) -> tuple[str, ...]:
    """The parts of a name that look like persons' names; in upper case too."""
    shape = name.title() if name.isupper() else name
    return tuple(name[a:b] for a, b in personal_names(shape)) if len(shape) == len(name) else ()


def with_article(name: str, text: str) -> bool:
    """True where "the" stands before the name wherever it occurs in the text: then it is a body's."""
    found = list(occurrences(name, text))
    return bool(found) and all(_ARTICLE.search(text, max(0, at - 5), at) for at in found)


def occurrences(name: str, text: str) -> Iterator[int]:
    """Where a name begins in a text, left to right and without overlap; none for an empty name."""
    at = text.find(name) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def unmaskable(sentence: str) -> bool:
    """True for headlines in title case and upper-case wires, where capitals do not tell names from other words."""
    words = [w for w in sentence.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.85 * len(words)


def _in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    words = tuple(text[a:b] for a, b in tokens)
    labels = _labels(words)
    for first, last in _parts(words, labels):
        begin, stop = tokens[first][0], tokens[last - 1][1]
        before = words[first - 1].lower().strip(".") if first else ""
        article = before == "the" or _ARTICLE.search(text, max(0, begin - 5), begin)
        least = 1 if before in _HONORIFICS else 2
        if labels[first:last].count("name") >= least and "shield" not in labels[first:last] and not article:
            yield begin, stop - (2 if _possessive(words[last - 1]) else 0)


def _parts(words: tuple[str, ...], labels: tuple[Label, ...]) -> Iterator[tuple[int, int]]:
    """Stretches of words [first, last) between gaps; a possessive ends one ("Nigeria's Ana Roe")."""
    first = 0
    for n, word in enumerate(words):
        last = n if labels[n] == "gap" else n + 1
        if labels[n] == "gap" or _possessive(word) or last == len(words):
            if last > first:
                yield first, last
            first = n + 1


def _possessive(word: str) -> bool:
    return word[-2:] in ("'s", "’s")


@lru_cache(maxsize=16384)
def _labels(words: tuple[str, ...]) -> tuple[Label, ...]:
    plain = [_plain(w) for w in words]
    labels: list[Label] = [_label(p) for p in plain]
    for first, last in [*_lands(plain), *_bodies(plain)]:
        labels[first:last] = ["gap"] * (last - first)
    return tuple(labels)


def _plain(word: str) -> str:
    word = word[:-2] if _possessive(word) else word
    return word.strip(".,;:!?'’\"“”()[]")


@lru_cache(maxsize=16384)
def _label(word: str) -> Label:
    lower = word.lower()
    if re.fullmatch(_PARTICLES, word):
        return "particle"
    kind = public_words().get(lower)
    if lower in _small_words() or lower in _HONORIFICS or kind == "calendar" or open_nations().adjective(lower):
        return "gap"
    parts = dict.fromkeys([lower, *re.split(r"[-‑]", lower)])
    return "shield" if any(_marks_no_person(p) for p in parts) else "name"


def _marks_no_person(word: str) -> bool:
    one = singular(word)
    return (
        word in public_words()
        or word in _collective()
        or one in _collective()
        or (one != word and one in people_words())  # a plural: "Fighters"
        or any(c.isdigit() for c in word)
    )


def _lands(words: list[str]) -> Iterator[tuple[int, int]]:
    """Countries of several words; those of one word may be part of a name ("Jordan Roe")."""
    for first in range(len(words)):
        for last in range(len(words), first + 1, -1):
            if last - first <= 4 and open_nations().land(" ".join(words[first:last])):
                yield first, last
                break
    if len(words) and open_nations().land(" ".join(words)):
        yield 0, len(words)


def _bodies(words: list[str]) -> Iterator[tuple[int, int]]:
    """Actors of the lexicon: bodies and public figures."""
    for match in _actors().scan([key(w) for w in words]):
        if match.last - match.first > 1 or (match.acronym and words[match.first].isupper()):
            yield match.first, match.last


@cache
def _actors() -> Actors:
    return open_actors()


@cache
def public_words() -> dict[str, str]:
    """Words that tell a name is no private person's -> body, calendar or office."""
    return exports.lookup("public_words", "word", "kind")


@cache
def _collective() -> frozenset[str]:
    """Nouns for bodies, facilities and vehicles, from the lexicon; nouns for people are not among them."""
    bodies = {noun for noun, head in open_headnouns().items() if head.body != "people"}
    things = {noun for noun, class_ in people_words().items() if class_ in ("facility", "vehicle")}
    return frozenset(n for n in bodies | things if " " not in n)


@cache
def _small_words() -> frozenset[str]:
    """Words that are capitalised only because they begin a sentence."""
    lines = (resources.files("warmonitor.lexicon") / "function_words.txt").read_text(encoding="utf-8").splitlines()
    words = {w for line in lines if not line.startswith("#") for w in line.split()}
    return frozenset(words | set(exports.text("sentence_starts.txt").split()))
