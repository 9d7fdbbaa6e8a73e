"""One key for the many spellings of one name: "Hay'at Tahrir al-Sham", "Hayat Tahrir Al Sham" → "hayat tahrir sham"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans("", "", "'’‘`´ʿʾʼ.")
_POSSESSIVE = re.compile(r"['’]s\b")
_ARTICLE = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az|ul)-(?=\w)")
_WORD = re.compile(r"\w+")
_DROPPED = frozenset(["the", "al", "so", "called"])
_SOUNDS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("q", "k"), ("dh", "d"), ("ph", "f"), ("ck", "k"),
    ("c", "k"), ("z", "s"), ("v", "f"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("j", "i"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=\w)[aeiouywh]+")
_DOUBLE = re.compile(r"(.)\1+")


def plain(text: str) -> str:
    """`text` in lower case without diacritics."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.lower()


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Words of `name` in lower case, without articles, diacritics, apostrophes, hyphens, "so-called" and possessive 's.

    >>> key("the so-called Islamic State"), key("Da’esh"), key("al-Qaida"), key("U.S.")
    ('islamic state', 'daesh', 'qaida', 'us')
    """
    low = plain(name)
    if "'" in low or "’" in low:
        low = _POSSESSIVE.sub("", low)
    low = _ARTICLE.sub("", low).translate(_APOSTROPHES)
    words = _WORD.findall(low)
    kept = [w for w in words if w not in _DROPPED]
    return " ".join(kept or words)


@lru_cache(maxsize=16_384)
def skeleton(text: str) -> str:
    """`key` with vowels and doubled letters left out and similar consonants made one: transliterations of one name meet.

    >>> skeleton("Kata'ib Hizbullah") == skeleton("Kataeb Hezbollah")
    True
    """
    return " ".join([bones(word) for word in key(text).split()])


def bones(word: str) -> str:
    """The consonants of one word of a key, similar ones made one."""
    for old, new in _SOUNDS:
        if old in word:
            word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
