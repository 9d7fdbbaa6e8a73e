"""Words of the event lexicon that everyday texts use too."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def everyday_words() -> frozenset[str]:
    """Lower-case words, one a line of `everyday.txt`."""
    return frozenset(files("warmonitor.lexicon").joinpath("everyday.txt").read_text(encoding="utf-8").split())


