"""Where a report's capitals are toponyms: runs of capitals cut by the gazetteer, accepted by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.find.surroundings import Surroundings
from warmonitor.model.reading import Sentence

_DEDICATED = frozenset("church cathedral mosque basilica school college hospital chapel monastery convent abbey shrine".split())
"""Buildings that are named after saints and people."""


@dataclass(frozen=True, slots=True)
class Found:
    """A toponym before its role is known: tokens [first, last); `sure`: grammar says that it is a place."""

    first: int
    last: int
    known: bool
    sure: bool
    inside: bool = False
    """Part of a longer name of a body ("Kabul Bank")."""


class Toponyms(Surroundings):
    """Finds the toponyms of one reading, sentence by sentence."""

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

    # names in a block -----------------------------------------------------------------------------------------------
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
            whole = self._longer_place(i, j, first, last)
            if whole is not None:
                yield Found(*whole, known=False, sure=True)
                i = whole[1]
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

    def _longer_place(self, i: int, j: int, first: int, last: int) -> tuple[int, int] | None:
        """A place's name that the gazetteer knows only in part, as token bounds: "San Pedro" of "San Pedro Perulapan"."""
        name = self.names.get(i)
        if name is None or name.kind != "place" or not first <= name.first <= i or not j <= name.last <= last:
            return None
        rest = [*self.tokens[name.first : i], *self.tokens[j : name.last]]
        proper = all(t.tag in ("NNP", "NNPS") and t.text.isalpha() and t.lower not in self.generic for t in rest)
        if not rest or not proper or not self._locative(name.first) or any(self.gazetteer.has(t.text) for t in rest):
            return None
        return name.first, name.last

    def _body_end(self, first: int, last: int) -> int | None:
        """Where a run is the name of a body ("Mosul University", "University of X"): its past-last token, else None."""
        if last - first < 2:
            return None
        heads, tokens = self.words["org_head"], self.tokens
        if tokens[last - 1].lower in ("department", "agency") and self.gazetteer.has(self._text(first, last)):
            return None  # "LIMA DEPARTMENT"
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
        ranked = self._titled(i) and not self._locative(i) and t[i - 1].text[:1].isupper()
        if name is not None and name.kind == "place" and not self._speaker(j - 1) and not ranked:
            return j - i > 1 or self._known_alone(i, j, text) and not self._named_before(i)
        if body is not None:
            return self._people(text) or self.gazetteer.prominent(text) or self.gazetteer.governs(text)
        if self._people(text):
            return True
        if self._speaker(j - 1) and not self.gazetteer.prominent(text):
            return False
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

    def _person(self, i: int, j: int, first: int, last: int) -> bool:
        """A person's name: after a title, inside a longer name tagged as a person, or the surname of one."""
        t = self.tokens
        if j + 1 < len(t) and t[j].text in ("'s", "’s") and t[j + 1].lemma in self.words["befalls_people"]:
            return not self.gazetteer.prominent(self._text(i, j))  # "Zarruq's murder"
        if j + 1 < len(t) and t[j].text in ("'s", "’s") and t[j + 1].lower in _DEDICATED:
            return not self.gazetteer.prominent(self._text(i, j))  # "St. Mark's Church"
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
