"""Whom a role or a title belongs to: "the governor" where one person of the report is the governor, by the words beside names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.lexicon.descriptions import descriptions
from warmonitor.lexicon.speakers import speaker_words
from warmonitor.model.naming import bare, describe
from warmonitor.model.reading import Name, Reading, Token
from warmonitor.read.short_names import BODIES, COURTESY

FEMALE = frozenset("mrs mrs. ms ms. spokeswoman chairwoman congresswoman queen lady sister".split())
MALE = frozenset("mr mr. sir spokesman chairman king brother".split())
_FORWARD = frozenset(["spokesman", "spokeswoman", "spokesperson"])


@dataclass(frozen=True, slots=True)
class Titles:
    """`roles`: person -> words of role and title beside the name somewhere. `titles`: whole description beside a name ->
    persons. `bodies`: noun of a description behind a body's name ("the Falcons, a militia of the north") -> bodies.
    """

    roles: dict[str, list[str]]
    titles: dict[str, list[str]]
    bodies: dict[str, list[str]]


def find_titles(reading: Reading, found: dict[int, str]) -> Titles:
    """Roles and descriptions of all names; `found` gives the fullest form of a name by its last token."""
    roles: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    for n in reading.names:
        text = found.get(n.last - 1, bare(n.text))
        if n.kind in BODIES:
            for noun in _apposed(reading, n):
                if text not in bodies.setdefault(noun, []):
                    bodies[noun].append(text)
        if n.kind != "person":
            continue
        words = roles.setdefault(text, [])
        for t in _beside(reading, n):
            if _is_role(t) or t.lower in MALE or t.lower in FEMALE:
                words.append(t.lower)
            if _is_role(t):
                holders = titles.setdefault(describe(reading, t).lower(), [])
                if text not in holders:
                    holders.append(text)
    return Titles(roles, titles, bodies)


def _is_role(token: Token) -> bool:
    return (
        speaker_words().get(token.lower) == "person"
        or token.lower in MALE - COURTESY
        or token.lower in FEMALE - COURTESY
    )


def _apposed(reading: Reading, name: Name) -> Iterator[str]:
    """Nouns of descriptions that stand behind a name as its apposition; a "group" may be of anybody."""
    for i in range(name.first, name.last):
        for c in reading.children(i, "appos"):
            if c.i > i and c.lower != "group" and c.lower in descriptions() and reading.name_at(c.i) is None:
                yield c.lower


def _beside(reading: Reading, name: Name) -> Iterator[Token]:
    yield from reading.tokens[name.first : name.last]
    sentence = reading.sentences[reading.tokens[name.first].sentence]
    for i in range(name.first - 1, max(sentence.first, name.first - 4) - 1, -1):
        token = reading.tokens[i]
        if token.tag[:2] not in ("NN", "JJ") and token.text != ",":
            break
        yield token
    for i in range(name.first, name.last):
        yield from reading.children(i, "appos")
        if reading.tokens[i].dep == "appos":
            yield reading.tokens[reading.tokens[i].head]


def holder_of(reading: Reading, token: Token, known: Titles) -> str | None:
    """The person meant by "the governor", "the minister for ports" where one person of the report is that; not where a name stands beside it."""
    if not _is_role(token) or reading.name_at(token.i) is not None:
        return None
    if any((n := reading.name_at(c.i)) is not None and n.kind == "person" for c in reading.children(token.i, "appos")):
        return None
    if token.dep in ("compound", "appos", "amod", "nmod"):
        return None
    definite = any(d.lower == "the" for d in reading.children(token.i, "det"))
    if (
        not definite
        and token.lower in _FORWARD
        and token.dep == "nsubj"
        and not any(reading.children(token.i, "prep", "relcl"))
    ):
        fits = known.titles.get(token.lower, [])  # "a spokesman said …": "the spokesman, X, …" comes later
        return fits[0] if len(fits) == 1 else None
    whole = describe(reading, token).lower()
    if len(whole.split()) > 1:
        fits = known.titles.get(whole, []) or (_by_shorter_title(whole, known) if definite or _is_owned(reading, token) else [])
    elif definite and not any(reading.children(token.i, "prep", "relcl")):
        fits = [text for text, words in known.roles.items() if token.lower in words]
    else:
        return None
    return fits[0] if len(fits) == 1 else None


def _by_shorter_title(whole: str, known: Titles) -> list[str]:
    """ "The district prosecutor … said the prosecutor, Ana Roe": holders of a title that the description ends with."""
    return list(dict.fromkeys(p for title, people in known.titles.items() if whole.endswith(" " + title) for p in people))


def _is_owned(reading: Reading, token: Token) -> bool:
    """ "The country's police chief": definite by its owner."""
    return any(reading.children(token.i, "poss"))
