"""Forces of two sides together: "a Northland and coalition force", then "the combined force" and "the security force"."""

from __future__ import annotations

from warmonitor.model.naming import bare
from warmonitor.model.reading import Reading, Token

_FORCES = frozenset({"force", "team", "patrol", "unit"})
_SHARED = frozenset({"combined", "joint", "partnered", "security", "assault", "mixed", "multinational"})
"""What may stand before a force that was told before."""


def joint_forces(reading: Reading) -> dict[int, str]:
    """Head token of "the combined force" -> the words of the joint force told last before it."""
    found: dict[int, str] = {}
    last: str | None = None
    for t in reading.tokens:
        if t.lemma not in _FORCES or t.tag not in ("NN", "NNS"):
            continue
        if (told := _told(reading, t)) is not None:
            last = told if last is None or t.tag == "NN" or t.dep in ("nsubj", "nsubjpass") else last
        elif last is not None and _means_it(reading, t):
            found[t.i] = last
    return found


def _told(reading: Reading, t: Token) -> str | None:
    """ "An Arda and coalition security force": its words without article; None where the force is of one side only."""
    first = next((i for i in range(t.i - 1, max(t.i - 7, -1), -1) if reading.tokens[i].tag in ("DT", "IN", "VBD", "_SP", ".", ",")), None)
    if first is None:
        return None
    words = [w.lower for w in reading.tokens[first + 1 : t.i]]
    joined = "and" in words[1:-1] and "coalition" in words
    while joined and words and words[0] in _SHARED:
        words, first = words[1:], first + 1
    return bare(reading.words(first + 1, t.i + 1)) if joined else None


def _means_it(reading: Reading, t: Token) -> bool:
    """ "The combined force", "the security force"; "the force" alone only of one that acts."""
    before = [c for c in reading.children(t.i) if c.i < t.i]
    if not any(c.lower in ("the", "this") for c in before) or any(True for _ in reading.children(t.i, "relcl", "appos")):
        return False
    if any(c.lower in ("of", "for") for c in reading.children(t.i, "prep")):
        return False
    return t.lemma == "force" and all(c.lower in _SHARED or c.tag == "DT" for c in before)
