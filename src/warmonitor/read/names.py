"""Who and what is named: lexicon, head nouns, titles, gazetteer, acronyms and grammar together.

spaCy's entities are one hint of several: on conflict reports it takes Taji and Kataib Hezbollah for persons. Candidates
come from five sources and the best of those that overlap is kept; see `_RANK` for the order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from warmonitor.lexicon.actorkey import key, plain
from warmonitor.lexicon.actors import ARMED, ActorEntry, Actors, Match
from warmonitor.lexicon.bodies import (
    HeadNoun,
    head_noun,
    open_headnouns,
    open_roles,
    singular,
)
from warmonitor.model.reading import Name, NameKind, Token
from warmonitor.read.language import Parse

_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CD", "AFX"])
_PARTICLES = frozenset("al el bin ibn bint abu abd ul de del la las los von van der den da do dos di du le ben".split())
_JOINERS = frozenset(["of", "for", "and", "the", "to", "in", "&"])
_HYPHENS = frozenset(["-", "‑", "–"])
_ARTICLES = frozenset(["al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul"])
_UNIT_NUMBER = re.compile(r"(?i)\d+(?:st|nd|rd|th|d)?$")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt utc est
    ramadan eid christmas easter""".split()
)
_RANK = {"lexicon": 5, "acronym": 5, "body": 4, "title": 4, "state": 3, "nationality": 3, "run": 2}


_DIVISIONS = frozenset({"state", "department", "province", "district", "region", "county", "governorate", "prefecture", "territory"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    kind: NameKind
    entry: str | None
    rule: str


class _Finder:
    """One report's tokens with what the candidate sources need to know of them."""

    def __init__(self, parse: Parse, actors: Actors, is_place: Callable[[str], bool]) -> None:
        self.parse, self.actors, self.is_place = parse, actors, is_place
        self.tokens = parse.tokens
        self.text = parse.report.text
        self.upper = _upper_sentences(parse)
        self.words = _keys(self.tokens)
        self.proper = [self._is_proper(t) for t in self.tokens]
        self.labels: dict[int, tuple[int, int, str]] = {}
        for e in parse.entities:
            for i in range(e.first, e.last):
                self.labels[i] = (e.first, e.last, e.label)
        self.titles = list(self._titles())
        self.title_ends = {b: a for a, b in self.titles}

    def _is_proper(self, t: Token) -> bool:
        if not t.text[0].isalpha():
            return False
        if t.tag in ("NNP", "NNPS"):
            return t.text[0].isupper() and t.lower not in _CALENDAR
        if not t.text[0].isupper() or self.upper[t.sentence]:
            return False
        first = self.parse.sentences[t.sentence].first
        if t.i == first or self.tokens[t.i - 1].text in "\"“'‘(:":
            return False
        return t.tag in ("NN", "NNS", "JJ", "FW", "VBG", "VBN", "CD", "RB", "VB") and t.lower not in _CALENDAR

    def _titles(self) -> Iterator[tuple[int, int]]:
        roles = open_roles()
        longest = max(len(r.split()) for r in roles)
        i = 0
        while i < len(self.tokens):
            end = next((j for j in range(min(i + longest + 1, len(self.tokens)), i, -1) if self._phrase(i, j) in roles), None)
            if end:
                yield i, end
                i = end
            else:
                i += 1

    def _phrase(self, first: int, last: int) -> str:
        out = ""
        for t in self.tokens[first:last]:
            glue = "" if not out or t.text in _HYPHENS or out.endswith("-") else " "
            out += glue + t.lower
        return out

    def words_of(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    # sources ------------------------------------------------------------------------------------------------------
    def lexicon(self) -> Iterator[_Candidate]:
        for m in self.actors.scan(self.words):
            if not self._is_name(m):
                continue
            entry = self._choose(m)
            kinds = {_kind_of(e) for e in (*m.entries, *m.qualified)}
            if entry is None and (not m.entries or len(kinds) > 1):
                continue
            derived = entry is not None and ("/" in entry.id or entry.kind == "state")
            kind = _kind_of(entry) if entry else _kind_of(m.entries[0])
            rule = "state" if derived else "lexicon"
            yield _Candidate(self._with_article(m.first), m.last, kind, entry.id if entry else None, rule)

    def _is_name(self, m: Match) -> bool:
        """Capitals tell a name from common words; in upper-case text the tagger does."""
        tokens = [t for t in self.tokens[m.first : m.last] if self.words[t.i]]
        if len({t.sentence for t in tokens}) > 1:
            return False
        if m.articled and (m.first == 0 or self.tokens[m.first - 1].text != "The"):
            return False
        if self.upper[tokens[0].sentence]:
            if len(tokens) == 1 and self.words[tokens[0].i] in self.actors.homographs and "." not in tokens[0].text:
                return False
            return any(t.tag in ("NNP", "NNPS") for t in tokens) or len(tokens) > 2
        if m.acronym and len(tokens) == 1:
            letters = [c for c in tokens[0].text if c.isalpha()]
            small = sum(c.islower() for c in letters)
            return small == 0 or (len(letters) >= 4 and letters[0].isupper() and tokens[0].tag in ("NNP", "NNPS"))
        if len(tokens) == 1 and tokens[0].tag not in ("NNP", "NNPS", "NN", "NNS", "JJ"):
            return False
        return any(t.text[0].isupper() for t in tokens)

    def _choose(self, m: Match) -> ActorEntry | None:
        """The one candidate that fits the countries the report names, or None: ambiguous stays open."""
        if len(m.entries) == 1 and not m.qualified:
            return m.entries[0]
        fitting = [e for e in (*m.entries, *m.qualified) if e.country in self.countries]
        if len(fitting) == 1:
            return fitting[0]
        plain_fitting = [e for e in m.entries if e in fitting]
        if len(plain_fitting) == 1:
            return plain_fitting[0]
        return m.entries[0] if len(m.entries) == 1 and not fitting else None

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries whose name or adjective the report uses."""
        nations = self.actors.nations
        found = (nations.words.get(w) or nations.lands.get(w) for w in dict.fromkeys(self.words) if w)
        return frozenset(n.code for n in found if n and n.code)

    def _with_article(self, i: int) -> int:
        """i moved left over "al-" or "Al " that belongs to the name."""
        j = i
        while j > 0 and not self.words[j - 1] and self.tokens[j - 1].sentence == self.tokens[i].sentence:
            t = self.tokens[j - 1]
            if t.lower in _ARTICLES or (t.text in _HYPHENS and j > 1 and self.tokens[j - 2].lower in _ARTICLES):
                j -= 1
            else:
                break
        return j

    def nationalities(self) -> Iterator[_Candidate]:
        nations = self.actors.nations
        for t in self.tokens:
            word = self.words[t.i]
            if not word or not t.text[0].isupper() or t.tag == "PRP" or (self.upper[t.sentence] and t.tag[:2] not in ("JJ", "NN")):
                continue
            two = f"{word} {self.words[t.i + 1]}" if t.i + 1 < len(self.tokens) else ""
            if two in nations.words:
                yield _Candidate(t.i, t.i + 2, "nationality", None, "nationality")
            elif word in nations.words and (word not in nations.lands or t.tag == "JJ"):
                yield _Candidate(t.i, t.i + 1, "nationality", None, "nationality")

    def bodies(self) -> Iterator[_Candidate]:
        nouns = open_headnouns()
        ends = {singular(n.split()[-1]) for n in nouns}
        for t in self.tokens:
            if t.tag[:2] != "NN" or singular(t.lower) not in ends:
                continue
            following = self.tokens[t.i + 1] if t.i + 1 < len(self.tokens) else None
            if following and following.sentence == t.sentence and following.tag[:2] == "NN" and self._head_at(following.i):
                continue
            noun = self._head_at(t.i)
            if noun and (found := self._body(t.i, noun)):
                yield found

    def _head_at(self, i: int) -> HeadNoun | None:
        first = max(self.parse.sentences[self.tokens[i].sentence].first, i - 2)
        return head_noun(" ".join(t.lower for t in self.tokens[first : i + 1]))

    def _body(self, head: int, noun: HeadNoun) -> _Candidate | None:
        start = self.parse.sentences[self.tokens[head].sentence].first
        first = head
        while first > start and self._modifies(first - 1):
            first -= 1
        while first < head and not self._opens_name(first):
            first += 1
        last = head + 1
        if self.proper[head]:
            last = self._complement(last)
        if noun.body == "unit":
            last = self._higher_unit(last)
        named = any(self.proper[i] for i in range(first, head)) or last > head + 1
        numbered = noun.body == "unit" and any(_UNIT_NUMBER.match(self.tokens[i].text) for i in range(first, head))
        if not (named or numbered) or (noun.body == "people" and not self.proper[head]) or first == head == last - 1:
            return None
        if noun.body == "facility" and not self.proper[head] and not any(self.proper[i] for i in range(first, head)):
            return None
        entry = self.actors.find(self.words_of(first, last))
        if entry and entry[0].kind == "state":
            return None
        if self.tokens[head].lower in _DIVISIONS and first < head and self.is_place(self.words_of(first, head)):
            return None  # "Borno state", "Arauca department": ground, not a body
        kind: NameKind = "facility" if noun.body == "facility" else "armed-group" if noun.kind in ARMED else "organisation"
        return _Candidate(first, last, kind, entry[0].id if len(entry) == 1 else None, "body")

    def _modifies(self, i: int) -> bool:
        t = self.tokens[i]
        if t.text in _HYPHENS:
            return True
        hyphened = self.tokens[i + 1].text in _HYPHENS or (i > 0 and self.tokens[i - 1].text in _HYPHENS)
        if t.tag == "POS":
            return False
        return t.tag in _NOMINAL or (hyphened and t.tag[:2] in ("VB", "RB", "IN")) or (self.proper[i] and t.lower not in _JOINERS)

    def _opens_name(self, i: int) -> bool:
        """A described body's name begins with something proper, a hyphened word or a unit's number."""
        t = self.tokens[i]
        if t.text in _HYPHENS:
            return False
        if self.proper[i] or self.words[i] in self.actors.nations.words and t.text[0].isupper():
            return True
        if i + 1 < len(self.tokens) and self.tokens[i + 1].text in _HYPHENS and t.tag != "CD":
            return True
        return bool(_UNIT_NUMBER.match(t.text)) and not t.text.isdigit()

    def _complement(self, last: int) -> int:
        """"of Defence", "for the Liberation of Palestine", "of Iraq and the Levant" after a capitalised head noun."""
        end = last
        while end < len(self.tokens) and self.tokens[end].lower in ("of", "for", "and", "&") or (end > last and self._goes_on(end)):
            j = end + 1
            while j < len(self.tokens) and self.tokens[j].lower in ("the", "and", "al"):
                j += 1
            if j >= len(self.tokens) or not self.proper[j] or self.tokens[j].sentence != self.tokens[last - 1].sentence:
                break
            if self.tokens[end].lower in ("and", "&") and end == last:
                break
            while j < len(self.tokens) and (self.proper[j] or self._particle(j)):
                j += 1
            end = j
        return end

    def _goes_on(self, end: int) -> bool:
        return end < len(self.tokens) and self.tokens[end].lower in ("of", "for")

    def _higher_unit(self, last: int) -> int:
        """", 6th Marines" behind "3rd Battalion"."""
        while (
            last + 2 < len(self.tokens)
            and self.tokens[last].text == ","
            and _UNIT_NUMBER.match(self.tokens[last + 1].text)
            and not self.tokens[last + 1].text.isdigit()
            and self.proper[last + 2]
        ):
            last += 2
            while last < len(self.tokens) and self.proper[last]:
                last += 1
        return last

    def _particle(self, i: int) -> bool:
        """An inner particle or hyphen of a name, with a proper word behind it."""
        t = self.tokens[i]
        nxt = i + 1 < len(self.tokens) and self.tokens[i + 1]
        if not nxt or nxt.sentence != t.sentence:
            return False
        if t.text in _HYPHENS:
            return nxt.start == t.end and (self.proper[i + 1] or nxt.lower in _ARTICLES)
        return t.lower in _PARTICLES and (self.proper[i + 1] or nxt.text in _HYPHENS or self._particle(i + 1))

    def acronyms(self, known: list[_Candidate]) -> Iterator[_Candidate]:
        """Acronyms defined in passing ("the National Reform Force (NRF)"), wherever they stand."""
        ends = {c.last: c for c in known}
        defined: dict[str, _Candidate] = {}
        for t in self.tokens[:-1]:
            if t.text in "([" and t.i in ends and self._defines(ends[t.i], t.i + 1):
                defined.setdefault(self.tokens[t.i + 1].text, ends[t.i])
        for t in self.tokens:
            if t.text in defined:
                long = defined[t.text]
                yield _Candidate(t.i, t.i + 1, long.kind, long.entry, "acronym")

    def _defines(self, long: _Candidate, i: int) -> bool:
        """True where the token in brackets at i is short for `long`: not an outlet, and its first letters agree."""
        return short_for(self.tokens[i].text, self.words_of(long.first, long.last))

    def runs(self) -> Iterator[tuple[int, int]]:
        """Maximal sequences of capitalised words, broken at titles and nationalities."""
        i = 0
        breaks = {i for a, b in self.titles for i in range(a, b)}
        while i < len(self.tokens):
            if i in breaks or not (self.proper[i] or self._begins(i)):
                i += 1
                continue
            j = i + 1
            while j < len(self.tokens) and self.tokens[j].sentence == self.tokens[i].sentence and j not in breaks:
                if not (self.proper[j] or self._particle(j) or self._initial(j)):
                    break
                j += 1
            yield i, j
            i = j

    def _begins(self, i: int) -> bool:
        t = self.tokens[i]
        return t.lower in ("al", "el", "abu", "bin", "ibn") and self._particle(i)

    def _initial(self, i: int) -> bool:
        return len(self.tokens[i].text) == 2 and self.tokens[i].text[1] == "." and self.tokens[i].text[0].isupper()

    def classified(self, first: int, last: int, taken: list[bool]) -> Iterator[_Candidate]:
        """A run's pieces that nothing better has claimed."""
        pieces, a = [], first
        for i in range(first, last + 1):
            if i == last or taken[i]:
                if a < i:
                    pieces.append((a, i))
                a = i + 1
        for a, b in pieces:
            while a < b and not (self.proper[a] or self._begins(a)):
                a += 1
            while b > a and not (self.proper[b - 1] or self._initial(b - 1)):
                b -= 1
            if a < b:
                yield self._classify(a, b)

    def _classify(self, a: int, b: int) -> _Candidate:
        text = self.words_of(a, b)
        if a in self.title_ends:
            return _Candidate(a, b, "person", None, "title")
        entries = self.actors.find(text)
        if len(entries) == 1 and entries[0].kind != "state":
            return _Candidate(a, b, _kind_of(entries[0]), entries[0].id, "transliteration")
        label = self.labels.get(b - 1, (0, 0, ""))[2]
        if self.is_place(text) and not (label == "PERSON" and b - a > 1 and self._follows_verb(a)):
            return _Candidate(a, b, "place", None, "gazetteer")
        kinds: dict[str, NameKind] = {
            "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "nationality",
        }  # fmt: skip
        return _Candidate(a, b, kinds.get(label, "other"), None, "entity" if label in kinds else "capitals")

    def _follows_verb(self, a: int) -> bool:
        return self.tokens[a].dep == "nsubj" or self.tokens[self.tokens[a].head].dep == "nsubj"


def find_names(parse: Parse, actors: Actors, is_place: Callable[[str], bool]) -> tuple[Name, ...]:
    """All names of a report in text order, without overlap; articles and possessive 's stand outside the spans.

    `is_place(name)` says whether the gazetteer knows a place of that name.
    """
    if not parse.tokens:
        return ()
    finder = _Finder(parse, actors, is_place)
    candidates = [*finder.lexicon(), *finder.nationalities(), *finder.bodies()]
    candidates += finder.acronyms(candidates)
    chosen = _best(candidates, len(parse.tokens))
    taken = [False] * len(parse.tokens)
    for c in chosen:
        taken[c.first : c.last] = [True] * (c.last - c.first)
    for first, last in finder.runs():
        chosen += finder.classified(first, last, taken)
    chosen = _same_persons(sorted(chosen, key=lambda c: c.first), finder)
    return tuple(
        Name(
            c.first, c.last, parse.tokens[c.first].start, parse.tokens[c.last - 1].end, finder.words_of(c.first, c.last),
            c.kind, c.entry, c.rule,
        )
        for c in chosen
    )  # fmt: skip


def _best(candidates: Iterable[_Candidate], size: int) -> list[_Candidate]:
    """Candidates without overlap: a proper body that a state's or a nation's name is part of wins, then rank, then length."""
    order = sorted(candidates, key=lambda c: (-_RANK[c.rule], c.first - c.last, c.first))
    taken = [False] * size
    chosen = []
    for c in order:
        if not any(taken[c.first : c.last]):
            taken[c.first : c.last] = [True] * (c.last - c.first)
            chosen.append(c)
    return chosen


def _same_persons(names: list[_Candidate], finder: _Finder) -> list[_Candidate]:
    """One-word names that are the last (or first) word of a person named in full become persons too."""
    full = [c for c in names if c.kind == "person" and c.last - c.first > 1]
    words = {finder.tokens[i].lower for c in full for i in (c.first, c.last - 1)}
    titled = {finder.tokens[c.last - 1].lower for c in names if c.rule == "title"}
    out = []
    for c in names:
        one = finder.tokens[c.first].lower if c.last - c.first == 1 else ""
        if one and c.entry is None and c.kind in ("place", "other", "organisation", "facility") and one in words | titled:
            c = _Candidate(c.first, c.last, "person", None, "surname")
        out.append(c)
    return out


def aliases(names: tuple[Name, ...], parse: Parse) -> dict[str, str]:
    """Acronyms that the report itself defines, with the long form: {"NRF": "National Reform Force"}."""
    ends = {n.last: n for n in names}
    out: dict[str, str] = {}
    for t in parse.tokens[:-1]:
        short = parse.tokens[t.i + 1].text
        if t.text in "([" and t.i in ends and short_for(short, ends[t.i].text):
            out.setdefault(short, ends[t.i].text)
    return out


def short_for(short: str, long: str) -> bool:
    """True where `short` is an acronym whose letters stand in `long` in that order, the last ones at starts of words.

    >>> short_for("NRF", "National Reform Force"), short_for("SMG", "Iranian-backed Shia militia groups")
    (True, True)
    >>> short_for("CNN", "Northland government")
    False
    """
    if not _is_acronym(short):
        return False
    initials = "".join(w[0] for w in re.findall(r"\w+", plain(long)))
    letters = plain(short).rstrip("s") if short.endswith("s") else re.sub(r"\W", "", plain(short))
    found = 0
    for c in initials:
        found += found < len(letters) and c == letters[found]
    return found == len(letters) or initials.endswith(letters[1:]) and len(letters) > 2


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 9 and text[0].isupper() and sum(c.isupper() for c in text) >= 2 and text.replace("-", "").isalnum()


def _kind_of(entry: ActorEntry) -> NameKind:
    if entry.kind == "state":
        return "place"
    if entry.kind in ("facility", "person"):
        return "facility" if entry.kind == "facility" else "person"
    return "armed-group" if entry.kind in ARMED else "organisation"


def _upper_sentences(parse: Parse) -> list[bool]:
    out = []
    for s in parse.sentences:
        letters = [c for c in parse.report.text[s.start : s.end] if c.isalpha()]
        out.append(len(letters) >= 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters))
    return out


def _keys(tokens: tuple[Token, ...]) -> list[str]:
    """The lexicon's key of each token; "" for what carries nothing inside a name."""
    out = []
    for t in tokens:
        nxt = tokens[t.i + 1] if t.i + 1 < len(tokens) else None
        if t.lower in ("the", "al", "a") or t.tag == "POS" or (t.lower in _ARTICLES and nxt and nxt.text in _HYPHENS):
            out.append("")
        elif t.text in ",;:()[]\"“”.":
            out.append(t.text)
        else:
            out.append(key(t.text))
    return out
