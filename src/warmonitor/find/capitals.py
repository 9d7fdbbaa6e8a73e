"""Runs of capitals in a sentence, and the longest name of the gazetteer that starts at a word of theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from warmonitor.lexicon.places import kinds, words
from warmonitor.model.reading import Reading, Sentence

LONGEST = 6
"""Words in a name."""
ARTICLE = frozenset(["al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ed", "es", "ez", "abu", "bou"])

_EZAFE = frozenset(["e", "i", "ye", "yi"])
"""What joins Persian nouns: Sar-e Pul, Pul-i-Alam."""


class Names(Protocol):
    """What of the gazetteer is needed here."""

    @property
    def has(self) -> Callable[[str], bool]: ...

    @property
    def prominent(self) -> Callable[[str], bool]: ...

    def governs(self, name: str) -> bool: ...

    def demonym(self, word: str) -> str | None: ...

    def people(self, word: str) -> str | None: ...

    def vast(self, name: str) -> bool: ...


class Capitals:
    """The runs of capitals of one reading, and the names in them."""

    def __init__(self, reading: Reading, gazetteer: Names) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.gazetteer = gazetteer
        self.words = words()
        self.kinds = kinds()
        self.generic = self.words["named_head"] | self.words["org_head"] | self.words["direction"] | self.words["title"]
        self.names = {i: n for n in reading.names for i in range(n.first, n.last)}
        people = [n for n in reading.names if n.kind == "person"]
        self.people = {
            self.tokens[n.last - 1].lower for n in people if n.last - n.first > 1 or self._titled(n.first)
        }  # surnames: a person named in full may be named by the last word later
        unknown = [n for n in reading.names if n.kind == "other" and n.last - n.first > 1 and not gazetteer.has(n.text)]
        self.people |= {self.tokens[i].lower for n in unknown for i in (n.first, n.last - 1)}
        letters = [t.text for t in self.tokens if t.text.isalpha() and len(t.text) > 2]
        self.upper = sum(t.isupper() for t in letters) > 0.7 * len(letters) if letters else False

    def _proper(self, i: int) -> bool:
        t = self.tokens[i]
        if t.lower in self.words["near"] and (i == 0 or self.tokens[i - 1].sentence != t.sentence):
            return False  # "Near X, two strikes …"
        if t.tag in ("NNP", "NNPS"):
            return t.text[:1].isupper() or t.text[:1] in "'’‘"
        if self.upper or not t.text[:1].isupper():
            return False
        return (
            t.tag in ("JJ", "NN", "NNS", "FW", "VBG", "VB", "RB", "IN", "VBP", "JJR", "VBD", "UH", "CD", "VBN", "VBZ")
            and len(t.text) > 1
        )

    def _glued(self, i: int) -> bool:
        """True where no white space stands between token i and the one before it."""
        return self.tokens[i].start == self.tokens[i - 1].end

    def _text(self, first: int, last: int) -> str:
        return self.reading.words(first, last)

    def _block(self, i: int, sentence: Sentence) -> int:
        """Past-last token of the run of capitals that starts at i, or i."""
        t = self.tokens[i]
        start_low = (
            t.lower in ARTICLE and i + 1 < sentence.last and (self.tokens[i + 1].text in "-–" or self._glued(i + 1))
        )
        if not self._proper(i) and not (start_low and self._low_article(i, sentence)):
            return i
        j = i + 1
        while j < sentence.last:
            step = self._step(j, sentence)
            if not step:
                break
            j += step
        return j

    def _low_article(self, i: int, sentence: Sentence) -> bool:
        j = i + 2 if self.tokens[i + 1].text in "-–" else i + 1
        return j < sentence.last and self.tokens[j].text[:1].isupper()

    def _step(self, j: int, sentence: Sentence) -> int:
        """How many tokens the run goes on by at j: 0 where it ends."""
        t = self.tokens[j]
        if self._proper(j):
            return 1
        if t.lower == "city" and self.upper and self.gazetteer.has(self._text(j - 1, j + 1)):
            return 1  # recased as a common noun: "GUATEMALA CITY"
        if t.text in ("-", "–", "'", "’", "‘", "`") and self._glued(j) and j + 1 < sentence.last and self._glued(j + 1):
            after = self.tokens[j + 1]
            if after.lower in _EZAFE and (tail := self._after_ezafe(j + 2, sentence)):
                return tail - j
            if after.text[:1].isupper() or (after.lower in ARTICLE and j + 2 < sentence.last):
                return 2
            return 0
        if t.lower == "and" and j + 1 < sentence.last and self._proper(j + 1) and self._joined(j):
            return 2
        if t.lower in self.words["connector"] and t.lower not in ("and", "the", "on", "upon", "at", "an", "as"):
            ahead = j + 1
            if ahead < sentence.last and self.tokens[ahead].text in "-–" and self._glued(ahead):
                ahead += 1
            if (
                ahead < sentence.last
                and self.tokens[ahead].lower in ("la", "las", "los", "the", "al")
                and t.lower in ("de", "of")
            ):
                ahead += 1
            if ahead < sentence.last and self._proper(ahead):
                return ahead - j + 1
        if (
            t.lower in ("as", "at", "an")
            and j + 2 < sentence.last
            and self.tokens[j + 1].text in "-–"
            and self._proper(j + 2)
        ):
            return 3
        return 0

    def _joined(self, j: int) -> bool:
        """ "Jammu and Kashmir" is one name; one that goes on behind the second word ("Bosnia and Herzegovina") may not be asked."""
        return self.gazetteer.has(self._text(j - 1, j + 2))

    def _after_ezafe(self, j: int, sentence: Sentence) -> int:
        """Past-last token of what the "-e" before token j joins to the word before: "Pul" of Sar-e Pul, 0 for nothing."""
        if j < sentence.last and self.tokens[j].text in ("-", "–") and self._glued(j):
            j += 1
        return j + 1 if j < sentence.last and self._proper(j) else 0

    def _titled(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].lower in self.words["title"]

    def _people(self, text: str) -> bool:
        return self.gazetteer.demonym(text) is not None or self.gazetteer.people(text) is not None

    def _second_half(self, i: int) -> bool:
        """The word at i is glued by a hyphen to one that the gazetteer does not know: "Moya" of "Mayi-Moya"."""
        t = self.tokens
        if i < 2 or t[i - 1].text not in ("-", "–") or not (self._glued(i) and self._glued(i - 1)):
            return False
        return self._proper(i - 2) and not self.gazetteer.has(t[i - 2].text)

    def _longest(self, i: int, last: int) -> int:
        """Past-last token of the longest name in the gazetteer that starts at token i, or i."""
        t = self.tokens[i]
        if not (self._proper(i) or t.lower in ARTICLE) or self._second_half(i):
            return i
        for j in range(min(last, i + LONGEST), i, -1):
            if (
                self.tokens[j - 1].text in "-–'’"
                or self.tokens[j - 1].lower in self.words["connector"]
                and j - i > 1
                and not self.tokens[j - 1].text[:1].isupper()
            ):
                continue
            if j - i == 1 and (
                t.lower in self.generic
                or t.text in self.words["never"]
                or t.lower in ARTICLE
                or len(t.text) < 2
                or self.upper
                and (t.text.capitalize() in self.words["never"] or t.lower in self.words["connector"])
            ):
                continue
            if j < last and self.tokens[j].text in "-–" and self._glued(j):
                continue  # half of a hyphened name
            text = self._text(i, j)
            if text.casefold() in self.words["no_place"]:
                continue
            if self.gazetteer.has(text) or (j - i == 1 and self._people(text)):
                return j
        return i
