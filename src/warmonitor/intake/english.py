"""Is this text English? Said by its commonest words, cheaply, before any model is asked.

The method is that of Ingle (1976) and of Grefenstette (1995, "Comparing two language identification schemes"): the share
of a text's words that are among the language's short function words. English news lies well above the bar, other
languages far below it; a short text cannot be told and passes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+")
ENOUGH_WORDS = 25
LEAST_SHARE = 0.10
LOOK_AT = 20_000
"""Characters from the beginning that are looked at."""


@cache
def function_words() -> frozenset[str]:
    """English function words that no neighbouring language writes alike."""
    file = resources.files("warmonitor.lexicon") / "function_words.txt"
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def english_share(text: str) -> float | None:
    """The share of function words among the words, or None where there are too few words to tell.

    >>> round(english_share("The army said on Monday that it had taken the hill and the road to it. " * 3), 2)
    0.69
    """
    words = [m[0].lower() for m in _WORD.finditer(text[:LOOK_AT])]
    if len(words) < ENOUGH_WORDS:
        return None
    known = function_words()
    return sum(w in known for w in words) / len(words)


def is_english(text: str) -> bool:
    """False where the text plainly is in another language."""
    letters = [c for c in text[:LOOK_AT] if c.isalpha()]
    if len(letters) >= ENOUGH_WORDS and sum(c.isascii() for c in letters) < 0.5 * len(letters):
        return False
    share = english_share(text)
    return share is None or share >= LEAST_SHARE
