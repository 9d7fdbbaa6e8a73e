"""The words around a match, within its sentence."""

from __future__ import annotations

from warmonitor.lexicon.times import named_after, words
from warmonitor.model.reading import Reading, Token

OF_TIME = frozenset(
    "in since last by until till during of from early late mid to through throughout between before after next this on and "
    "every late-".split()
)


def before_of(reading: Reading, first: int) -> Token | None:
    """The token before position `first`, None where the sentence begins."""
    token = reading.tokens[first - 1] if first else None
    return token if token and token.sentence == reading.tokens[first].sentence else None


def after_of(reading: Reading, last: int) -> Token | None:
    """The token at position `last`, None where the sentence ends."""
    token = reading.tokens[last] if last < len(reading.tokens) else None
    return token if token and token.sentence == reading.tokens[last - 1].sentence else None


def word_of(token: Token | None) -> str:
    """Its lower-case word, "" for no token."""
    return token.lower if token else ""


def noun_follows(reading: Reading, last: int) -> bool:
    """True where a noun, adjective or number stands at `last` that is no month."""
    after = after_of(reading, last)
    return after is not None and after.tag in ("NNS", "NNPS", "NN", "JJ", "CD") and after.lower not in words("months")


def is_named_after(reading: Reading, last: int) -> bool:
    """True where the date is part of a name: "the 6 April Movement"."""
    after_token = after_of(reading, last)
    return after_token is not None and after_token.lower in named_after() and after_token.text[0].isupper()
