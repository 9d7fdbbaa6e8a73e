"""Forces of two states in one phrase: "Somali and Kenyan troops" are two doers, "an Afghan and coalition force" is one."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.lexicon.nationalities import open_nations
from warmonitor.model.findings import Party
from warmonitor.model.reading import Reading, Token
from warmonitor.resolve.making import Namer, made
from warmonitor.resolve.wording import class_of

_LEADERS = frozenset({"u.s.", "us", "american", "british", "french", "uk", "u.k."})
"""Those who act beside a coalition under their own flag; a host country's men and the coalition's are one force."""


def allied(reading: Reading, head: int, role: str, namer: Namer) -> Iterator[Party]:
    """Each side of a plural phrase of forces with two flags before it; nothing for any other phrase."""
    t = reading.tokens[head]
    cls = class_of(reading, head)
    flags = next((p for c in reading.children(head, "amod", "nmod", "compound") if (p := pair(reading, c)) is not None), None)
    if t.tag not in ("NNS", "NNPS") or cls not in ("armed", "state") or flags is None:
        return
    one, other = flags
    if other.lower == "coalition" and one.lower not in _LEADERS:
        return
    noun = reading.words(other.i + 1 if other.lower == "coalition" else head, head + 1)
    for text, first in ((f"{one.text} {noun}", one.i), (reading.words(other.i, head + 1), other.i)):
        named = namer(text).entry is not None
        yield from made(reading, text, role, cls, first, head + 1, namer, named=named)


def pair(reading: Reading, one: Token) -> tuple[Token, Token] | None:
    """A flag and the one that "and" joins to it: two nationalities, or a nationality and "coalition"."""
    other = next((c for c in reading.children(one.i, "conj") if c.i == one.i + 2 and reading.tokens[one.i + 1].lower == "and"), None)
    if other is None or not _is_flag(one) or not (_is_flag(other) or other.lower == "coalition"):
        return None
    return one, other


def _is_flag(t: Token) -> bool:
    return open_nations().adjective(t.lower) is not None or t.lower in _LEADERS
