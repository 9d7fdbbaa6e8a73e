"""Openings by which a report turns to another happening: "Elsewhere, …", "Also on Friday, …", "In a separate raid …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

LONGEST = 4
"""Words of the longest opening."""


@cache
def _turns() -> frozenset[tuple[str, ...]]:
    lines = files("warmonitor.lexicon").joinpath("turns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(line.split()) for line in lines if line)


def is_turn(words: Sequence[str]) -> bool:
    """True where a sentence that begins with these lower-case words turns to something else.

    >>> is_turn(["elsewhere", ",", "a", "mine"]), is_turn(["police", "said"])
    (True, False)
    """
    return any(tuple(words[:n]) in _turns() for n in range(1, LONGEST + 1))
