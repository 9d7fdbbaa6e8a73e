"""Where a report's capitals are toponyms: runs of capitals cut by the gazetteer, accepted by what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from warmonitor.lexicon.places import kinds, words
from warmonitor.model.reading import Reading, Sentence

LONGEST = 6
"""Words in a name."""
_ARTICLE = frozenset(["al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ed", "es", "ez", "abu", "bou"])


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


@dataclass(frozen=True, slots=True)
class Found:
    """A toponym before its role is known: tokens [first, last); `sure`: grammar says that it is a place."""

    first: int
    last: int
    known: bool
    sure: bool
    inside: bool = False
    """Part of a longer name of a body ("Kabul Bank")."""


class Toponyms:
    """Finds the toponyms of one reading, sentence by sentence."""

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

    # blocks of capitals -------------------------------------------------------------------------------------------
    def sentence(self, sentence: Sentence) -> Iterator[Found]:
        i = sentence.first
        while i < sentence.last:
            end = self._block(i, sentence)
            if end == i:
                i += 1
                continue
            yield from self._in_block(i, end, sentence)
            i = end

    def _proper(self, i: int) -> bool:
        t = self.tokens[i]
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

    def _block(self, i: int, sentence: Sentence) -> int:
        """Past-last token of the run of capitals that starts at i, or i."""
        t = self.tokens[i]
        start_low = (
            t.lower in _ARTICLE and i + 1 < sentence.last and (self.tokens[i + 1].text in "-–" or self._glued(i + 1))
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
            if after.text[:1].isupper() or (after.lower in _ARTICLE and j + 2 < sentence.last):
                return 2
            return 0
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

    # names in a block -----------------------------------------------------------------------------------------------
    def _text(self, first: int, last: int) -> str:
        return self.reading.words(first, last)

    def _in_block(self, first: int, last: int, sentence: Sentence) -> Iterator[Found]:
        tokens = self.tokens
        while first < last and tokens[first].text in self.words["never"] and self._longest(first, last) <= first + 1:
            first += 1  # a sentence's first word, a title in front: no part of the name
        if first >= last or tokens[first].lower == "operation":
            return
        body = self._body_end(first, last)
        i = first
        while i < last:
            j = self._longest(i, last)
            if j == i:
                i += 1
                continue
            if self._longer_place(i, j, last):
                yield Found(i, self.names[i].last, known=False, sure=self._locative(i))
                i = self.names[i].last
                continue
            if self._agency(i, sentence):
                i = j
                continue
            if self._accept_known(i, j, first, last, sentence, body):
                yield Found(i, j, known=True, sure=self._locative(i), inside=body is not None and j <= body)
            i = j
        known = any(self._longest(k, last) > k for k in range(first, last))
        if not known and body is None and self._stated(first, last):
            yield Found(first, last, known=False, sure=True)

    def _agency(self, i: int, sentence: Sentence) -> bool:
        """A word in brackets in a dateline: the news agency."""
        if sentence.kind != "dateline":
            return False
        return any(t.text in ("(", "[") for t in self.tokens[max(sentence.first, i - 2) : i])

    def _longer_place(self, i: int, j: int, last: int) -> bool:
        """A place's name goes on after the part that the gazetteer knows: "San Pedro" of "San Pedro Perulapan"."""
        name = self.names.get(i)
        if name is None or name.kind != "place" or name.first != i or not j < name.last <= last:
            return False
        rest = self.tokens[j : name.last]
        proper = all(t.tag in ("NNP", "NNPS") and t.text.isalpha() and t.lower not in self.generic for t in rest)
        return proper and self._locative(i) and not any(self.gazetteer.has(t.text) for t in rest)

    def _people(self, text: str) -> bool:
        return self.gazetteer.demonym(text) is not None or self.gazetteer.people(text) is not None

    def _longest(self, i: int, last: int) -> int:
        """Past-last token of the longest name in the gazetteer that starts at token i, or i."""
        t = self.tokens[i]
        if not (self._proper(i) or t.lower in _ARTICLE):
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
                or t.lower in _ARTICLE
                or len(t.text) < 2
                or self.upper
                and t.text.capitalize() in self.words["never"]
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

    def _body_end(self, first: int, last: int) -> int | None:
        """Where a run is the name of a body ("Mosul University", "University of X"): its past-last token, else None."""
        if last - first < 2:
            return None
        heads, tokens = self.words["org_head"], self.tokens
        if tokens[last - 1].lower in self.words["named_head"] and tokens[last - 1].lower not in heads:
            return None
        for i in range(last - 1, first - 1, -1):
            of_follows = i + 1 < last and tokens[i + 1].lower == "of"
            if tokens[i].lower in heads and tokens[i].text[:1].isupper() and (i > first or of_follows):
                return last
        return None

    # is it a place? -------------------------------------------------------------------------------------------------
    def _accept_known(self, i: int, j: int, first: int, last: int, sentence: Sentence, body: int | None) -> bool:
        t = self.tokens
        name = self.names.get(i)
        text = self._text(i, j)
        if 0 < i and j < len(t) and t[i - 1].text == "[" and t[j].text == "]":
            return False  # who speaks next, in a transcript
        if name is not None and name.kind == "place":
            return j - i > 1 or self._known_alone(i, j, text) and not self._named_before(i)
        if body is not None:
            return self._people(text) or self.gazetteer.prominent(text) or self.gazetteer.governs(text)
        if self._people(text):
            return True
        if self._person(i, j, first, last):
            return False
        if self._locative(i) or self._stated(i, j) or self._comma_wider(j):
            return True
        if (
            name is not None
            and name.kind in ("organisation", "armed-group", "person")
            and name.first <= i
            and name.last >= j
        ):
            part = (i, j) != (name.first, name.last)
            return name.kind != "person" and part and (self.gazetteer.governs(text) or self.gazetteer.prominent(text))
        if t[i].tag not in ("NNP", "NNPS") and j - i == 1:
            return False
        if len(text) <= 3 and not text.isupper():
            return False
        return self.gazetteer.prominent(text)

    def _named_before(self, i: int) -> bool:
        """A person of this surname is named in the report, and no preposition of place stands here."""
        return self.tokens[i].lower in self.people and not self._locative(i)

    def _known_alone(self, i: int, j: int, text: str) -> bool:
        """One word that a recogniser took for a place: it is one if famous, or if the grammar says so too."""
        if self._people(text) or self.gazetteer.prominent(text):
            return True
        return self._locative(i) or self._stated(i, j) or self._comma_wider(j)

    def _titled(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].lower in self.words["title"]

    def _person(self, i: int, j: int, first: int, last: int) -> bool:
        """A person's name: after a title, inside a longer name tagged as a person, or the surname of one."""
        t = self.tokens
        if self._titled(i) and not (i > first and t[i - 1].lower in ("st", "st.", "saint")):
            return not self._locative(i)
        name = self.names.get(i)
        if (
            name is not None
            and name.kind == "person"
            and name.last - name.first > 1
            and (i > name.first or j < name.last)
        ):
            return True
        if name is not None and name.kind == "other" and name.last > j and not self._locative(i):
            return True
        if j - i == 1 and t[i].lower in self.people and not self._locative(i):
            return True
        if i > first and t[i - 1].tag in ("NNP", "NNPS") and t[i - 1].lower not in self.words["direction"]:
            return not (i - 1 >= first and t[i - 1].lower in self.words["partitive"])
        if j < last and t[j].tag in ("NNP", "NNPS") and t[j].text.isalpha():
            return (
                t[j].lower not in self.words["place_head"]
                and t[j].lower not in self.words["government_noun"]
                and not self.gazetteer.has(t[j].text)
            )
        return False

    def _before(self, i: int) -> int:
        """Index of the word before i, over articles, adjectives of direction and quotation marks; -1 at the start."""
        t = self.tokens
        k = i - 1
        while (
            k >= 0
            and t[k].sentence == t[i].sentence
            and (
                t[k].lower in ("the", "a", "an", "nearby", "neighbouring", "neighboring", '"', "“", "eastern-most")
                or t[k].lower in self.words["direction"]
                and t[k].tag not in ("NN",)
            )
        ):
            k -= 1
        return k if k >= 0 and t[k].sentence == t[i].sentence else -1

    def _locative(self, i: int) -> bool:
        """A preposition of place stands before, directly or through "the city of", "the areas of A, B and"."""
        t = self.tokens
        k = self._before(i)
        if k < 0 or self._modifies(i):
            return False
        if t[k].lower in self.words["locative"] and t[k].tag != "RP":
            return True
        if t[k].lower == "of" and k > 0:
            name = self.names.get(i)
            if t[k - 1].lower in self.words["partitive"] or t[k - 1].lower in self.words["direction"]:
                return True
            here = name is not None and name.kind == "place" and t[k - 1].tag == "NN"
            return here and t[i].lower not in self.people and t[k - 1].lemma not in self.words["befalls_people"]
        if (
            t[k].lower in self.words["place_head"]
            and t[k].tag in ("NN", "NNS")
            and t[k].lower not in ("front", "pass", "local", "state", "refugee", "base")
        ):
            return True  # "the Syrian city Homs"
        return (t[k].lower in ("and", "or", ",") or t[k].text == "/") and self._in_list(k)

    def _modifies(self, i: int) -> bool:
        """The name at i only qualifies a noun that is no place: "from the Asad dictatorship", not "in Umm Qasr port"."""
        t = self.tokens
        h = t[i]
        while h.dep in ("compound", "amod", "nmod") and h.head > h.i:
            h = t[h.head]
        common = h.text[:1].islower() or self.upper and h.tag in ("NN", "NNS")
        return h.i != i and common and h.tag[:2] == "NN" and h.lower not in self.words["place_head"]

    def _in_list(self, k: int) -> bool:
        """The name after the comma or "and" at k follows another name that has a preposition of place."""
        t = self.tokens
        i = k - 1
        while i > 0 and t[i].text in (",", "and") and t[i].sentence == t[k].sentence:
            i -= 1
        end = i
        while (
            i >= 0
            and t[i].sentence == t[k].sentence
            and (t[i].tag in ("NNP", "NNPS") or t[i].text in "-–" or t[i].lower in _ARTICLE)
        ):
            i -= 1
        return i < end and self._locative(i + 1)

    def _stated(self, first: int, last: int) -> bool:
        """The text says that it is a place: "X district", "village of X", or "in X" for a name that is no one's."""
        t = self.tokens
        if (
            last < len(t)
            and t[last].sentence == t[first].sentence
            and t[last].lower in self.words["place_head"]
            and t[last].tag in ("NN", "NNS", "NNP")
        ):
            k = self._before(first)
            if t[last - 1].text.isupper() and not self.upper:
                return False  # "a nearby ISAF base"
            return (
                t[last].lower not in self.words["weak_head"]
                or k >= 0
                and t[k].lower in self.words["locative"]
                and t[last].lower not in ("frontline", "front", "axis")
            )
        if t[last - 1].lower in self.words["named_head"] and last - first > 1:
            return True
        k = self._before(first)
        if k < 1:
            return False
        if t[k].lower == "of":
            return t[k - 1].lower in self.words["place_head"]
        if any(t[i].text.capitalize() in self.words["never"] for i in range(first, last)):
            return False
        name = self.names.get(first)
        headline = self.reading.sentences[t[first].sentence].kind == "headline"  # there every noun has a capital
        if headline or name is not None and name.kind != "place":
            return False
        if t[k].lower in (",", "and", "or"):
            return (
                self._in_list(k) and t[first].tag in ("NNP", "NNPS") and t[last - 1].lower not in self.words["org_head"]
            )
        return (
            t[k].lower in ("in", "near", "at", "outside")
            and t[first].tag in ("NNP", "NNPS")
            and t[last - 1].lower not in self.words["org_head"]
        )

    def _comma_wider(self, j: int) -> bool:
        """ "X, Y": Y is a place that may hold X."""
        t = self.tokens
        if (
            j + 1 >= len(t)
            or t[j].text != ","
            or t[j + 1].sentence != t[j].sentence
            or t[j + 1].tag not in ("NNP", "NNPS")
        ):
            return False
        return self._longest(j + 1, min(len(t), j + 4)) > j + 1
