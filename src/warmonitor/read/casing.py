"""Upper-case wires put into mixed case, so that a parser trained on mixed case can read them.

Length and offsets never change: a character is lowered only where its lower case is one character too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
_KEEP = frozenset("US UN EU UK USA NATO OAS FMLN ELN FARC MRTA URNG CIA FBI EFE AFP AP UPI ISIL ISIS IS IED".split())
_FIRST_PERSON = frozenset(["i"])


def is_upper(text: str) -> bool:
    """True where nearly all letters are capitals and there are enough of them to tell."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 12 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def recase(text: str, is_common: Callable[[str], bool]) -> str:
    """`text` in mixed case, the same length: common words lowered, others with a capital, sentence starts kept.

    `is_common(word)` says whether a lower-case word is an ordinary word of the language.
    """
    out = list(text)
    start_of_sentence = True
    for m in _WORD.finditer(text):
        word = m[0]
        low = word.lower()
        bare = low.rstrip(".").removesuffix("'s").removesuffix("’s")
        keep = word.rstrip(".") in _KEEP or ("." in word[:-1] and len(word) <= 6)
        if not keep and len(low) == len(word):
            common = is_common(bare) and bare not in _FIRST_PERSON
            out[m.start() : m.end()] = low
            if start_of_sentence or not common:
                out[m.start()] = word[0]
        after = text[m.end() - 1 : m.end() + 2]
        start_of_sentence = bool(re.match(r"\.?[.!?]?[\"”)]?\s", after)) and text[m.end() - 1 : m.end() + 1].strip()[-1:] in ".!?"
    return "".join(out)
