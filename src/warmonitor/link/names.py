"""Comparing names as reports spell them: folded, without articles, tolerant of transliteration; bodies as the lexicon does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from warmonitor.lexicon import actornames
from warmonitor.lexicon.samebody import same_body

_ARTICLES = frozenset({"the", "al", "el", "ad", "as", "ar", "ash", "at", "an", "a", "so", "called"})
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


TELLING = frozenset({"pupils", "captives", "worshippers", "displaced", "press", "crowd"})
"""Bodies of people that tell one happening from another; troops, police, fighters and inhabitants are hit everywhere."""


@lru_cache(maxsize=65536)
def _body(name: str) -> str | None:
    words = name.lower().split()
    noun = words[-1] if words else ""
    return same_body().get(noun) or same_body().get(noun.removesuffix("s"))


@lru_cache(maxsize=262144)
def like_people(a: str, b: str) -> bool:
    """True where two descriptions name people of one telling kind: "schoolgirls" and "Ardal girls"."""
    body = _body(a)
    return body in TELLING and _body(b) == body


@lru_cache(maxsize=262144)
def same_actor(a: str, b: str) -> bool:
    """True where two names, or ids of the lexicon, may mean one body: the lexicon's own test, remembered."""
    return a == b or actornames.same_actor(a, b)
