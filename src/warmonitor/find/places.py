"""Toponyms of a report, by grammar and gazetteer together, with the role that each name plays where it stands.

A name the gazetteer knows is no place for that reason alone ("Reading", "Kabul Bank"), and a name it does not know may be
one ("the village of Qarqa"): what stands around it decides. Nothing is located here; that is `resolve.place`.
"""

from __future__ import annotations

import re
from typing import Literal

from warmonitor.find.capitals import Names
from warmonitor.find.nesting import between, homes, itself, nested
from warmonitor.find.offsets import bearing, direction_to, is_distance, near_of, offset_before
from warmonitor.find.toponyms import Found, Toponyms
from warmonitor.lexicon.people import people_words
from warmonitor.model.mention import Offset, PartOf, Place, PlaceMention
from warmonitor.model.reading import Reading, Sentence, Token

Role = Literal["location", "government", "origin", "dateline", "organisation", "other"]
_NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")
_SETTLEMENT = frozenset("city town village hamlet settlement camp suburb".split())
_NAMED_BY_KIND = _SETTLEMENT | {"capital", "port"}
_SOIL = frozenset({"territory", "soil", "waters", "airspace", "territories"})
_UNITS = frozenset("battalion brigade brigades regiment division corps militia".split())
_MIDDLE = frozenset({"central"})
_PARTS = frozenset("region regions province provinces area areas border coast part parts countryside".split())


def find_places(reading: Reading, gazetteer: Names) -> tuple[PlaceMention, ...]:
    """Every toponym in text order, roles told, `place` without coordinates.

    `place.kind` is the kind that the text states ("base", "village"), else "".
    """
    finder = _Mentions(reading, gazetteer)
    found = [f for sentence in reading.sentences for f in finder.sentence(sentence)]
    mentions = [finder.mention(f) for f in sorted(found, key=lambda f: (f.first, -f.last))]
    mentions = [itself(reading, m, mentions) if m.first in finder.telling else m for m in mentions]
    return tuple(between(reading, list(nested(reading, homes(reading, mentions)))))


_DIVISIONS = frozenset({"area", "district", "county", "municipality", "province"})


class _Mentions(Toponyms):
    """Adds role, nearness and stated kind to each toponym."""

    def __init__(self, reading: Reading, gazetteer: Names) -> None:
        super().__init__(reading, gazetteer)
        self.telling: set[int] = set()
        """First tokens of the names that tell where another place is."""

    # role ------------------------------------------------------------------------------------------------------------
    def mention(self, f: Found) -> PlaceMention:
        r = self.reading
        first, last = f.first, f.last
        name = self._text(first, last)
        kind = self._kind(first, last)
        near, offset = self._near(first)
        role = self._role(f, name)
        if near and role == "location" and (self._describes(first) or self._is_told_by(first)):
            self.telling.add(first)
            near, role = False, "other"  # "D, 40 km north of E", "the D base outside E": E only tells where D is
        part = self._part(first, last, name)
        near = near and part is None
        place = Place(name, None, None, None, 2 if near else 1, kind=kind or "")
        return PlaceMention(first, last, r.span(first, last), name, role, near, None, place, offset, None, part)

    def _kind(self, first: int, last: int) -> str | None:
        t = self.tokens
        if last < len(t) and t[last].sentence == t[first].sentence and (kind := self.kinds.get(t[last].lower)):
            return kind
        if last - first > 1 and (kind := self.kinds.get(t[last - 1].lower)):
            return kind
        k = self._before(first)
        if k > 0 and t[k].lower == "of" and (kind := self.kinds.get(t[k - 1].lower)):
            return kind
        return self.kinds.get(t[k].lower) if k >= 0 else None

    def _near(self, i: int) -> tuple[bool, Offset | None]:
        """(near, stated offset) of the name at i: "near X", "the outskirts of X", "10 miles north of X"."""
        t = self.tokens
        k = self._before(i)
        if k < 0:
            return False, None
        if self._between(k):
            return True, None
        if t[k].text == "," and k > 1 and t[k - 1].lower == "capital":
            k -= 1  # "60 km south of the capital, X"
        if t[k].lower in _NAMED_BY_KIND and t[k].tag in ("NN", "NNP"):
            k = self._over_adjectives(k)  # "just outside the Iraqi capital X"
            if k < 0:
                return False, None
        if t[k].lower in self.words["near"] or t[k].lower == "to" and t[k - 1].lower in ("close", "next", "adjacent"):
            return True, None
        if t[k].lower not in ("of", "from") or k == 0:
            return False, None
        if t[k].lower == "of" and t[k - 1].lower in _SETTLEMENT:
            return self._near(k - 1)  # "north of the village of X"
        offset = offset_before(t, k)
        near = near_of(t[k - 1].lower) if t[k].lower == "of" else is_distance(t, k - 1)
        return near or offset is not None, offset

    def _over_adjectives(self, k: int) -> int:
        """Index of the word before a noun phrase that ends at k, over its adjectives and article; -1 where the sentence begins."""
        t = self.tokens
        while k > 0 and t[k - 1].sentence == t[k].sentence and (t[k - 1].tag[:2] == "JJ" or self._people(t[k - 1].text) or t[k - 1].lower == "the"):
            k -= 1
        return k - 1 if k > 0 and t[k - 1].sentence == t[k].sentence else -1

    def _between(self, k: int) -> bool:
        """ "between A and B": somewhere on the way, for the name after "between" and the one after its "and"."""
        t = self.tokens
        if t[k].lower == "and" and k > 1 and t[k].sentence == t[k - 2].sentence:
            k -= 1
            while k > 0 and t[k].sentence == t[k + 1].sentence and (t[k].tag in ("NNP", "NNPS") or t[k].text in "-–"):
                k -= 1
            k = self._before(k + 1) if k >= 0 else -1
        return k >= 0 and t[k].lower == "between"

    def _part(self, first: int, last: int, name: str) -> PartOf | None:
        """ "northern X", "the north of X", "X's north": the words and where in X that is, None where X is meant whole."""
        t, r = self.tokens, self.reading
        k = first - 1
        if k >= 0 and t[k].sentence == t[first].sentence and (to := self._towards(k)) is not None:
            start = to[1] - 1 if to[1] and t[to[1] - 1].lower == "far" else to[1]
            return PartOf(r.words(start, last), r.span(start, last), to[0])
        if k >= 0 and t[k].lower == "the":
            k -= 1
        if k > 0 and t[k].lower == "of" and (to := direction_to(t, k - 1)) is not None and self._in_the(to[1]):
            return PartOf(r.words(to[1], last), r.span(to[1], last), to[0])
        if last + 1 < len(t) and t[last].text in ("'s", "’s", "'", "’") and bearing(t[last + 1].lower) is not None:
            end = last + 2
            if t[last + 1].lower.endswith("ern"):
                end = last + 3 if end < len(t) and t[end].lower in _PARTS else 0
            return PartOf(r.words(first, end), r.span(first, end), bearing(t[last + 1].lower)) if end else None
        return None

    def _towards(self, k: int) -> tuple[float | None, int] | None:
        """(Bearing, first token) of a word of direction or of the middle that ends at token k, None for any other."""
        return (None, k) if self.tokens[k].lower in _MIDDLE else direction_to(self.tokens, k)

    def _in_the(self, k: int) -> bool:
        """ "in the north" of X is within X; "10 km north" of X is not."""
        t = self.tokens
        return k > 1 and t[k - 1].lower == "the" and t[k - 2].lower in ("in", "across", "throughout", "from")

    def _describes(self, i: int) -> bool:
        """The phrase before the name at i says where another named place is: "D, 40 km north of" E, "the D base near" E."""
        t = self.tokens
        k = b = self._before(i)
        if b > 1 and t[b].text == "," and t[b - 1].lower == "capital":
            k = b = b - 1
        while k > 0 and t[k].sentence == t[i].sentence and t[k].text != ",":
            if t[k].text == "(" and t[k - 1].tag in ("NNP", "NNPS"):
                break
            if t[k].tag in ("NNP", "NNPS") and t[k].lower not in self.words["direction"]:
                break
            k -= 1
        if k <= 0 or t[k].sentence != t[i].sentence:
            return False
        if any(w.tag in ("VBD", "VBP", "VBZ", "MD") for w in t[k:b]):
            return False  # "Roe, of X, was shot near" Y
        if t[k].text in (",", "("):
            # ", a town about 30 km (19 miles) south of"
            named = any(w.lower in self.words["place_head"] or is_distance(t, w.i) for w in t[k:b])
            start = self._run_before(k)
            place = self._placelike(k - 1) or start < k and self._locative(start)
            return b - k <= (14 if named else 7) and t[k - 1].tag in ("NNP", "NNPS") and place
        if k == b - 1 and t[b].lower in self.words["near"]:  # "Taji outside Baghdad"
            return self._placelike(k)
        between = t[k + 1 : b]
        heads = [w for w in between if w.lower in self.words["place_head"]]
        return bool(heads) and len(between) <= 3 and self._placelike(k)

    def _is_told_by(self, i: int) -> bool:
        """ "D lies 40 km west of" E: the sentence says where D is, and nothing happens."""
        t = self.tokens
        verb = t[self._before(i)]
        for a in self.reading.ancestors(verb.i):
            if a.tag[:1] == "V":
                verb = a
                break
        subject = next((w for w in t[max(0, verb.i - 12) : verb.i] if w.head == verb.i and w.dep in ("nsubj", "nsubjpass")), None)
        if subject is None or verb.lemma not in self.words["lies"] or verb.i > i:
            return False
        place = self._placelike(subject.i) or subject.lower in self.words["settled"]
        return place and subject.i < i

    def _placelike(self, i: int) -> bool:
        """The name that ends at token i is a place's as far as can be told: no person, no body."""
        name = self.names.get(i)
        if name is not None:
            return name.kind in ("place", "facility")
        return self.gazetteer.prominent(self.tokens[i].text)

    def _role(self, f: Found, name: str) -> Role:
        t = self.tokens
        sentence = self.reading.sentences[t[f.first].sentence]
        if sentence.kind == "dateline" or self._dateline(f.first, sentence):
            return "dateline"
        if self._people(name) and self._on_the_soil(f):
            return "location"
        if self._people(name) and not (
            self.gazetteer.governs(name) and self._locative(f.first) and t[f.last - 1].dep == "pobj"
        ):
            return "origin"
        if f.last + 1 < len(t) and t[f.last].text in "-–" and self._glued(f.last) and t[f.last + 1].text.islower():
            return "origin"  # "Iran-backed"
        if f.inside:
            return "location" if self._houses(f.last - 1) else "organisation"
        if self.gazetteer.vast(name):
            return "other"
        head = t[f.last - 1]
        if self._enumerated(head, name) or self._speaks(head, name):
            return "government"
        if head.dep in ("poss", "compound", "nmod", "amod", "npadvmod") and not f.sure:
            governor = t[head.head]
            if governor.lemma in self.words["government_noun"] or governor.lower in self.words["government_noun"]:
                return "government"
            if governor.text.islower() and governor.lower in _UNITS:
                return "organisation"
            people = governor.lower in self.words["origin_noun"] or governor.lower in self.words["person_noun"]
            if people or governor.text.islower() and people_words().get(governor.lemma) == "civilian":
                return "origin"  # "200 Chibok schoolgirls"
        modifier = head.dep in ("poss", "compound", "nmod", "amod") and head.head > head.i
        if modifier and name.casefold() in self.words["initials"]:
            return "government"
        if head.dep == "poss" and self.gazetteer.governs(name) and self._is_body(head.head):
            return "government"  # "Kenya's Directorate of Intelligence"
        if self._home(f.first):
            return "origin"
        if f.first > 0 and t[f.first - 1].lower in self.words["ally"] and self.gazetteer.governs(name):
            return "government"
        if self._elsewhere(head):
            return "other"
        if self.gazetteer.governs(name) and self._ruled(f.first):
            return "government"
        name_here = self.names.get(f.first)
        if (
            name_here is not None
            and name_here.kind in ("organisation", "armed-group")
            and name_here.last - name_here.first > f.last - f.first
            and t[name_here.last - 1].lower not in _DIVISIONS
        ):
            return "location" if self._houses(f.last - 1) else "organisation"
        return "location"

    def _houses(self, i: int) -> bool:
        """The town named at token i is in the name of a building that something happens to or at: "outside Arda University"."""
        t = self.tokens
        h = t[i]
        while h.dep in ("compound", "nmod", "amod", "poss") and h.head > h.i:
            h = t[h.head]
        if h.i == i or h.lower not in self.words["building"]:
            return False
        above = t[h.head]
        if h.dep == "pobj":
            return above.lower in self.words["near"] | {"at", "inside", "in", "into"} or above.lower == "of" and t[above.head].lower == "front"
        return h.dep in ("dobj", "nsubjpass")

    def _is_body(self, i: int) -> bool:
        name = self.names.get(i)
        return name is not None and name.kind in ("organisation", "armed-group") and self.reading.tokens[i].lower not in _DIVISIONS

    def _on_the_soil(self, f: Found) -> bool:
        """ "inside Syrian territory": the country of a nationality, where a preposition of place stands before."""
        t = self.tokens
        follows = f.last < len(t) and t[f.last].lower in _SOIL and t[f.last].dep == "pobj"
        return follows and t[t[f.last].head].lower in ("in", "inside", "into", "on", "over", "within", "across", "onto")

    def _enumerated(self, head: Token, name: str) -> bool:
        """ "Nations that have struck include X, Y and Z": states in a list of members."""
        t = self.tokens
        if not self.gazetteer.governs(name):
            return False
        while head.dep == "conj":
            head = t[head.head]
        return head.dep in ("dobj", "attr") and t[head.head].lemma in ("include", "comprise") and t[head.head].tag != "VBG"

    def _dateline(self, i: int, sentence: Sentence) -> bool:
        """ "KABUL, Afghanistan (10 Jan.)", "BAGHDAD (AP) -": a town in capitals opens the sentence, and a mark follows."""
        first = self.tokens[sentence.first]
        if self.upper:
            head = [t.text for t in self.tokens[sentence.first : sentence.first + 30]]
            dash = head.index("--") if "--" in head else 0
            opens = sentence.i == 0 or sentence.first == 0 or any(w.isdigit() for w in head[:dash])
            return opens and i - sentence.first < dash and ("(" in head[:dash] or "," in head[:dash])
        if not first.text.isupper() or len(first.text) < 4 or i - sentence.first > 4:
            return False
        marks = [
            t.text for t in self.tokens[sentence.first : sentence.first + 12] if t.text in ("(", "--", "–", "—", "_")
        ]
        return bool(marks) and self.gazetteer.prominent(first.text)

    def _speaks(self, head: Token, name: str) -> bool:
        t = self.tokens
        if not self.gazetteer.governs(name):
            return False
        if head.dep == "conj":
            head = t[head.head]
        if head.dep == "nsubj" and t[head.head].tag[:1] == "V" and t[head.head].lemma not in self.words["undergo"]:
            return True
        if head.dep == "pobj":
            governor = t[head.head]
            according = governor.lower == "to" and t[governor.head].lower == "according"
            return according or governor.dep == "agent" or governor.lower in ("with", "by", "against")
        return False

    def _ruled(self, first: int) -> bool:
        """ "the government of" Iraq, "president of" Peru."""
        t = self.tokens
        k = self._before(first)
        if k < 1 or t[k].lower != "of":
            return False
        return t[k - 1].lemma in ("president", "government", "king", "minister", "army", "ally", "foreign", "republic")

    def _elsewhere(self, head: Token) -> bool:
        """Where people talk, live or work, or what an office is for: "told reporters in" Abuja, "envoy for" Yemen."""
        t = self.tokens
        if head.dep == "dobj" and t[head.head].lemma in ("leave", "depart", "visit"):  # "As I leave X, I condemn the attack"
            return any(c.lower in ("i", "we") for c in self.reading.children(head.head, "nsubj"))
        if head.dep != "pobj":
            return False
        preposition = t[head.head]
        if preposition.lower == "for":
            return True
        governor = t[preposition.head]
        if preposition.lower == "to" and governor.lower not in ("close", "near", "next"):
            return governor.lemma in self.words["owed"]
        if preposition.lower not in ("in", "at", "from", "near", "outside", "to"):
            return False
        if governor.lower == "resident" and governor.tag[:2] == "JJ":
            return True  # "two people, resident in X"
        for _ in range(4):  # "said at an event close to X", "spoke with reporters in X"
            if governor.tag[:1] == "V":
                break
            listening = governor.lemma in self.words["audience"] or governor.lemma in self.words["gathering"]
            if not listening and governor.lower not in ("close", "near", "next", "at", "in", "during", "with", "to"):
                return False
            governor = t[governor.head]
        says = governor.lemma in self.words["talk"] or governor.lemma in self.words["proclaim"]
        return governor.tag[:1] == "V" and (says or governor.lemma in self.words["live"])

    def _home(self, first: int) -> bool:
        """ "of Detroit" after a person, "a farmer from Basra": where someone is from."""
        t = self.tokens
        k = self._before(first)
        if k < 1 or t[k].lower not in ("of", "from"):
            return False
        before = t[k - 1]
        name = self.names.get(k - 1)
        if name is not None and name.kind == "person":
            return True
        if (
            before.text == ","
            and k > 1
            and (_NUMBER.match(t[k - 2].text) or ((n := self.names.get(k - 2)) is not None and n.kind == "person"))
        ):
            return True
        return before.lower in self.words["person_noun"] or before.lower in ("originally", "hails", "native")
