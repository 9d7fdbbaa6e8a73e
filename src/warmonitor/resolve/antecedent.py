"""Whom a pronoun beside an event word stands for: the head of the nearest phrase that can be meant, or none.

Names are found by `read/references.py` where a pronoun speaks; here acting and suffering pronouns get descriptions too
("insurgents entered the village, where they killed two"). The rule is that of Hobbs (1978) cut short: subjects before
other phrases, the own sentence before the one before it, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.reading import Reading, Token
from warmonitor.resolve.wording import class_of

_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "appos", "conj"})
_ACTING = frozenset({"armed", "state"})
_BODIES = frozenset({"organisation", "armed-group"})


def antecedent(reading: Reading, i: int, *, acting: bool) -> int | None:
    """Head token of the phrase that pronoun `i` stands for, or None. `acting`: it does the deed, else it suffers it."""
    t = reading.tokens[i]
    found = [c for c in _before(reading, t) if _fits(reading, t, c, acting)]
    for sentence in (t.sentence, t.sentence - 1):
        here = [c for c in found if c.sentence == sentence and not (acting is False and _same_clause(reading, t, c))]
        subjects = [c for c in here if c.dep in _SUBJECTS]
        if subjects:
            return subjects[-1].i
        if here and sentence == t.sentence:
            return here[-1].i
    return None


def _before(reading: Reading, t: Token) -> Iterator[Token]:
    """Nouns before `t` in its sentence and the one before, in text order; speech marks shut out what stands outside."""
    first = reading.sentences[max(t.sentence - 1, 0)].first
    for c in reading.tokens[first : t.i]:
        if c.tag[:2] == "NN" and (c.dep in _SUBJECTS or c.dep in _OBJECTS):
            yield c


def _same_clause(reading: Reading, t: Token, c: Token) -> bool:
    """True where both hang on one verb: "rebels shot them" are not themselves."""
    return t.head == c.head or t.head in {x.i for x in reading.children(c.head, "conj", "advcl", "xcomp")} and c.dep in _SUBJECTS


def _fits(reading: Reading, t: Token, c: Token, acting: bool) -> bool:
    name = reading.name_at(c.i)
    kind = name.kind if name is not None else None
    cls = class_of(reading, c.i)
    if t.lower in _HE:
        return kind == "person" or kind is None and c.tag == "NN" and cls in ("armed", "state", "civilian", "official")
    if t.lower in _IT:
        return kind in _BODIES or not acting and cls in ("facility", "vehicle") and c.tag in ("NN", "NNP")
    if t.lower not in _THEY:
        return False
    plural = c.tag in ("NNS", "NNPS") or c.lower in ("police", "military", "army") or any(
        True for _ in reading.children(c.i, "conj", "nummod")
    )
    if kind in _BODIES:
        return True
    if kind is not None and kind != "nationality":
        return False
    return plural and (cls in _ACTING if acting else cls in ("armed", "state", "civilian", "official"))
