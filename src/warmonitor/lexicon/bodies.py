"""Nouns that make a body ("the Baratha militia") and titles that stand before a person ("Lt. Gen.", "defence minister")."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from warmonitor.errors import BadRule
from warmonitor.lexicon.actorkey import plain

_GENERIC = frozenset(
    ["group", "faction", "fighter", "force", "unit", "member", "leader", "spokesman", "commander", "official"]
)


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """`kind` is an actor kind or "facility"; `body`: group | body | force | unit | people | facility.

    People are members ("militants"): they describe actors but do not make a proper name.
    """

    noun: str
    kind: str
    body: str


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role: `kind` as in roles.csv; `after` the prepositions of its complement ("of", "for")."""

    title: str
    kind: str
    after: tuple[str, ...]


@cache
def open_headnouns() -> dict[str, HeadNoun]:
    """headnouns.csv by lower-case singular noun (one word or several)."""
    return {r[0]: HeadNoun(*r) for r in _rows("headnouns.csv", ("noun", "kind", "body"))}


@cache
def open_roles() -> dict[str, Role]:
    """roles.csv by lower-case title (one word or several)."""
    return {
        r[0]: Role(r[0], r[1], tuple(filter(None, r[2].split("|"))))
        for r in _rows("roles.csv", ("title", "kind", "after"))
    }


@cache
def given_names() -> frozenset[str]:
    """givennames.txt: lower-case names that open a person's name."""
    text = resources.files("warmonitor.lexicon").joinpath("givennames.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@cache
def open_proper_nouns() -> frozenset[str]:
    """propernouns.txt: lower-case words that dictionaries list though they are names ("lima", "carlos")."""
    text = resources.files("warmonitor.lexicon").joinpath("propernouns.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@cache
def open_ordinary_words() -> frozenset[str]:
    """ordinarywords.txt: lower-case words of the news that general dictionaries lack ("ceasefire", "machinegun")."""
    text = resources.files("warmonitor.lexicon").joinpath("ordinarywords.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def singular(word: str) -> str:
    """The singular of a lower-case English noun, good enough for nouns of bodies.

    >>> singular("militias"), singular("militiamen"), singular("armies"), singular("forces"), singular("congress")
    ('militia', 'militiaman', 'army', 'force', 'congress')
    """
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ps")) or word in ("troops", "groups", "camps"):
        return word[:-1]
    return word


def head_noun(phrase: str) -> HeadNoun | None:
    """The body noun that `phrase` ends with, the longest that fits ("armed forces" before "forces"), or None."""
    nouns = open_headnouns()
    words = plain(phrase).replace("-", " ").split()
    if len(words) > 1 and singular(words[-1]) in _GENERIC and (better := head_noun(" ".join(words[:-1]))):
        return better  # "militia groups" are militias
    for start in range(max(0, len(words) - 3), len(words)):
        tail = " ".join(words[start:])
        one = " ".join([*words[start:-1], singular(words[-1])])
        found = nouns.get(one) or nouns.get(tail)
        if found:
            return found
    return None


def _rows(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    text = resources.files("warmonitor.lexicon").joinpath(name).read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))
    if tuple(rows[0]) != columns:
        raise BadRule(f"{name}:1: the columns are {', '.join(columns)}")
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(columns):
            raise BadRule(f"{name}:{number}: {len(row)} cells; a line has {', '.join(columns)}")
    return rows[1:]
