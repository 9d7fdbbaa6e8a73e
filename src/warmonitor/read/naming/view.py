"""A parsed report as the name sources see it: keys, capitals that mean something, titles, the recogniser's labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from warmonitor.lexicon.actorkey import key
from warmonitor.lexicon.actors import Actors
from warmonitor.lexicon.bodies import open_roles
from warmonitor.model.reading import NameKind, Token
from warmonitor.read.language import Parse

HYPHENS = frozenset(["-", "‑", "–"])
ARTICLES = frozenset("al el as ash ad an ar at az ul".split())
PARTICLES = frozenset(
    "al el bin ibn bint abu abd ul de del la las los von van der den da do dos di du le ben e i wal".split()
)
UNIT_NUMBER = re.compile(r"(?i)\d+(?:st|nd|rd|th|d)$")
_OPENING = frozenset("\"“'‘(:[—–-*•")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt utc est
    ramadan eid christmas easter""".split()
)
_FUNCTION = frozenset(
    """near in at on for from with after before since while when where but and the this that these those it he she they we i
    you his her their its our my as by to of into over under between among during about against around along across outside
    inside if although though because however meanwhile also both all some many most more no not there here then now who
    what which whose why how two three four five six seven eight nine ten one several dozens hundreds thousands at least
    earlier later yesterday today tomorrow according despite following amid upon until will would could should may might
    must said says told mr. mrs. ms. mr mrs ms dr dr. sir""".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, last) that may be a name; `rule` tells the source."""

    first: int
    last: int
    kind: NameKind
    entry: str | None
    rule: str


class View:
    """One report's tokens with what the sources need to know of them. Everything is worked out once."""

    def __init__(self, parse: Parse, actors: Actors, is_place: Callable[[str], bool]) -> None:
        self.parse, self.actors, self.is_place = parse, actors, is_place
        self.tokens = parse.tokens
        self.text = parse.report.text
        self.upper = _upper_sentences(parse)
        self.title_case = _title_case_sentences(parse)
        self.words = _keys(self.tokens)
        self._positions: dict[str, list[int]] | None = None
        self.proper = [self._is_proper(t) for t in self.tokens]
        self.labels: dict[int, tuple[int, int, str]] = {}
        for e in parse.entities:
            for i in range(e.first, e.last):
                self.labels[i] = (e.first, e.last, e.label)
        self.titles = list(self._titles())
        self.title_ends = {b: a for a, b in self.titles}

    def phrase(self, first: int, last: int) -> str:
        """Text of tokens [first, last), line breaks folded."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def together(self, i: int, j: int) -> bool:
        """True where token j stands in the sentence of token i."""
        return 0 <= j < len(self.tokens) and self.tokens[j].sentence == self.tokens[i].sentence

    def lower(self, i: int) -> str:
        """Lower-case token i, "" outside the report."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def particle(self, i: int) -> bool:
        """An inner particle or hyphen of a name, with a proper word behind it."""
        t = self.tokens[i]
        if not self.together(i, i + 1):
            return False
        following = self.tokens[i + 1]
        if t.text in HYPHENS:
            return following.start == t.end and (self.proper[i + 1] or following.lower in ARTICLES)
        return t.lower in PARTICLES and (self.proper[i + 1] or following.text in HYPHENS or self.particle(i + 1))

    def elsewhere(self, first: int, last: int) -> bool:
        """True where the same words stand, with their capitals, in running text too."""
        texts = [t.text for t in self.tokens[first:last]]
        for i in self._places_of(texts[0]):
            if i != first and not self.title_case[self.tokens[i].sentence] and self.proper[i]:
                if [t.text for t in self.tokens[i : i + len(texts)]] == texts:
                    return True
        return False

    def common(self, i: int) -> bool:
        """True where the report has the same word without a capital: "Health" beside "health"."""
        return bool(self._places_of(self.tokens[i].lower)) and not self.upper[self.tokens[i].sentence]

    def _places_of(self, text: str) -> list[int]:
        if self._positions is None:
            self._positions = {}
            for t in self.tokens:
                self._positions.setdefault(t.text, []).append(t.i)
        return self._positions.get(text, [])

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries whose name or adjective the report uses."""
        nations = self.actors.nations
        found = (nations.words.get(w) or nations.lands.get(w) for w in dict.fromkeys(self.words) if w)
        return frozenset(n.code for n in found if n and n.code)

    def _is_proper(self, t: Token) -> bool:
        """A capital that marks a name: not of a sentence's first word, a weekday or a function word."""
        if (
            not t.text[0].isupper()
            or t.lower.rstrip(".") in _CALENDAR
            or t.lower in _FUNCTION
            and not (len(t.text) > 1 and t.text.isupper())
        ):
            return False
        if t.tag in ("NNP", "NNPS"):
            return True
        if self.upper[t.sentence]:
            return False
        first = self.parse.sentences[t.sentence].first
        if t.i == first or self.tokens[t.i - 1].text in _OPENING:
            return t.tag[:2] == "NN" and self._a_name_within(t)
        return t.tag[:2] in ("NN", "JJ", "FW", "VB", "CD", "RB")

    def _a_name_within(self, t: Token) -> bool:
        """True for a sentence's first word that stands within others as a proper noun, and nowhere small."""
        if self._places_of(t.lower):
            return False
        others = (self.tokens[i] for i in self._places_of(t.text) if i != t.i)
        return any(o.tag == "NNP" and o.i != self.parse.sentences[o.sentence].first and not self.title_case[o.sentence] for o in others)

    def _titles(self) -> Iterator[tuple[int, int]]:
        """Tokens of titles and roles, longest first ("Foreign Secretary", "spokesman", "Lt. Gen.")."""
        starts = _title_starts()
        roles, i = open_roles(), 0
        while i < len(self.tokens):
            longest = starts.get(self.tokens[i].lower, 0)
            end = next(
                (j for j in range(min(i + longest, len(self.tokens)), i, -1) if self._joined(i, j) in roles), None
            )
            if end:
                yield i, end
            i = end or i + 1

    def _joined(self, first: int, last: int) -> str:
        out = ""
        for t in self.tokens[first:last]:
            out += ("" if not out or t.text in HYPHENS or out.endswith("-") else " ") + t.lower
        return out


@cache
def _title_starts() -> dict[str, int]:
    """First word of a title -> tokens of the longest title that begins so (hyphens count)."""
    out: dict[str, int] = {}
    for title in open_roles():
        words = title.replace("-", " - ").split()
        for first in {words[0], title.split()[0]}:
            out[first] = max(out.get(first, 0), len(words))
    return out


def _upper_sentences(parse: Parse) -> list[bool]:
    out = []
    for s in parse.sentences:
        letters = [c for c in parse.report.text[s.start : s.end] if c.isalpha()]
        out.append(len(letters) >= 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters))
    return out


def _title_case_sentences(parse: Parse) -> list[bool]:
    """Sentences without a full stop whose longer words nearly all have capitals: headlines, where capitals tell nothing."""
    out = []
    for s in parse.sentences:
        words = [t.text for t in parse.tokens[s.first : s.last] if len(t.text) > 3 and t.text[0].isalpha()]
        ended = parse.tokens[s.last - 1].text[-1] in '.!?"”'
        capitals = sum(w[0].isupper() for w in words)
        out.append(not ended and len(words) >= 3 and capitals >= 0.75 * len(words))
    return out


def _keys(tokens: tuple[Token, ...]) -> list[str]:
    """The lexicon's key of each token; "" for what carries nothing inside a name."""
    out = []
    for t in tokens:
        following = tokens[t.i + 1].text if t.i + 1 < len(tokens) else ""
        if t.lower in ("the", "al") or t.tag == "POS" or (t.lower in ARTICLES and following in HYPHENS):
            out.append("")
        elif t.text in ',;:()[]"“”.' or t.text in "-–—" and t.i and tokens[t.i - 1].end < t.start:
            out.append(t.text)  # "20 killed in Northland – army"
        else:
            out.append(key(t.text))
    return out
