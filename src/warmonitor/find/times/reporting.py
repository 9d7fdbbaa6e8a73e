"""Times of saying and of printing: they tell when a report was made, never when an event happened."""

from __future__ import annotations

import re
from itertools import takewhile

from warmonitor.find.times.match import Found
from warmonitor.lexicon.times import saying
from warmonitor.model.reading import Reading, Sentence, Token

_STAMP = re.compile(
    r"\W*(?:last )?(?:updated|published|posted|modified|created|filed|accessed|retrieved)\b(?: on| at)?\W*"
)
_SAID = re.compile(r"(?:^|\W)(?P<verb>\w+)(?: \w+)?,?(?: late| early)?(?: on)? $")
_NOT_ON = frozenset(["in", "by", "for", "during", "of", "after", "before", "through", "over"])


def is_reporting(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """True where the expression stands in a stamp or dateline, or says when something was said."""
    if sentence.kind in ("stamp", "dateline"):
        return True
    if _STAMP.match(found.lower) and found.start < 60:
        return True
    first, last = found.tokens(reading)
    return _modifies_saying(reading, first, last)


def _top(reading: Reading, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    inside = range(first, last)
    for i in inside:
        token = reading.tokens[i]
        if token.head not in inside or token.head == i:
            return token
    return reading.tokens[last - 1]


def _modifies_saying(reading: Reading, first: int, last: int) -> bool:
    top = _top(reading, first, last)
    head = reading.tokens[top.head]
    if top.dep in ("nsubj", "nsubjpass") or head.i == top.i:
        return False
    if head.dep == "prep" or head.tag == "IN":
        if head.lower in _NOT_ON or head.lower not in ("on", "at", "late", "early"):
            return False
        head = reading.tokens[head.head]
    elif top.dep not in ("npadvmod", "advmod", "nmod", "tmod", "compound", "poss", "dobj", "appos"):
        return False
    if head.tag[:1] == "V":
        return head.lemma in saying("verb") and not _of_an_act(reading, head)
    if head.tag[:2] == "NN":
        return head.lemma in saying("noun") and _in_saying(reading, head)
    return False


def _of_an_act(reading: Reading, verb: Token) -> bool:
    """A participle that describes a person or thing ("the drone released on Friday") tells no time of saying."""
    return (
        verb.dep in ("acl", "amod")
        or verb.lemma == "release"
        and not any(
            c.lemma in saying("noun") or c.lemma in ("video", "footage", "photo", "image")
            for c in reading.children(verb.i, "dobj", "nsubjpass")
        )
    )


def _in_saying(reading: Reading, noun: Token) -> bool:
    """A statement, briefing or letter counts where something is said by it, not where it is itself the matter."""
    chain = list(takewhile(lambda t: t.dep != "ROOT", reading.ancestors(noun.i)))
    return noun.dep in ("pobj", "dobj", "nsubj", "ROOT", "appos", "conj", "npadvmod", "nsubjpass") and len(chain) < 8
