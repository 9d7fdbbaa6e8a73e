"""Comparing names as reports spell them: folded, without articles, tolerant of transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLES = frozenset({"the", "al", "el", "ad", "as", "ar", "ash", "at", "an", "a", "so", "called"})
_FILLERS = frozenset({"of", "for", "and", "in", "to", "with", "s", "forces", "force", "group", "troops", "fighters"})
_TOKEN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, no accents or apostrophes, no leading articles: "The al-Midan" -> "midan"."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "").replace("'", "").replace("`", "").replace("ʿ", ""))
    words = _TOKEN.findall("".join(c for c in plain if not unicodedata.combining(c)).lower())
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The consonants of a folded name, doubled letters once: what transliterations of one name share."""
    letters = re.sub(r"[aeiouyw' ]", "", folded.replace("kh", "h").replace("q", "k").replace("ou", "u"))
    return re.sub(r"(.)\1+", r"\1", letters)


@lru_cache(maxsize=262144)
def same_place_name(a: str, b: str) -> bool:
    """True where two folded toponyms may be one name: equal, one within the other, or one transliteration."""
    if not a or not b:
        return False
    if a == b:
        return True
    one, two = set(a.split()), set(b.split())
    if one <= two or two <= one:
        return True
    first, second = skeleton(a), skeleton(b)
    return first == second and len(first) >= 3


def _stems(folded: str) -> frozenset[str]:
    return frozenset(w[:6] for w in folded.split() if w not in _FILLERS and w not in _ARTICLES)


@lru_cache(maxsize=262144)
def same_actor_name(a: str, b: str) -> bool:
    """True where two folded names of bodies may mean one: equal, acronym, or words of the shorter within the longer."""
    if a == b:
        return bool(a)
    for short, long in ((a, b), (b, a)):
        initials = "".join(w[0] for w in long.split() if w not in _FILLERS and w not in _ARTICLES)
        if " " not in short and len(short) >= 2 and short == initials:
            return True
    one, two = _stems(a), _stems(b)
    return bool(one and two) and (one <= two or two <= one)
