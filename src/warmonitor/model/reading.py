"""One report as read: tokens with their grammar, sentences, names, and who speaks where.

Only `read/` makes a Reading; every later stage looks at it and returns new things of its own. Token and sentence
positions are indexes into `tokens` and `sentences`; character positions count code points of the report's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from warmonitor.model.report import Report
from warmonitor.model.span import Span

SentenceKind = Literal["headline", "heading", "body", "caption", "stamp", "dateline", "boilerplate"]
NameKind = Literal["person", "organisation", "armed-group", "nationality", "place", "facility", "other"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `lemma` is lower case, `tag` a Penn Treebank tag, `dep` a ClearNLP dependency to `head` (itself at the root)."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    sentence: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) and characters [start, end) of one sentence. `paragraph` counts blank-line-separated blocks."""

    i: int
    first: int
    last: int
    start: int
    end: int
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name (or a named description such as "the Baratha militia") at tokens [first, last).

    `entry` is the id of the lexicon's actor where one is meant; `rule` says what found the name.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: NameKind
    entry: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom words are attributed to. `name` is the fullest name in the report, `span` where it is named here (None if elided)."""

    name: str
    span: Span | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the report attributes to someone.

    `content` are the attributed stretches, `source` and `cue` the words that name the speaker and the saying (both may be
    empty for a quotation that goes on). `speaker` is the innermost speaker, `via` the relays, nearest to the speaker first.
    `kind`: direct (quotation marks), indirect, mixed, according (according to X), open (X said: and on to its end).
    `verb` is the lemma of the cue ("say", "deny", "believe", "according"). `others` say the same in one breath ("residents and
    a medic said").
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: Speaker
    via: tuple[Speaker, ...] = ()
    kind: Literal["direct", "indirect", "mixed", "according", "open"] = "indirect"
    verb: str = ""
    negated: bool = False
    others: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report after the language pass."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    references: dict[int, str] = field(default_factory=dict)
    """Head token of a pronoun or description ("it", "the group", "the war monitor") -> fullest name of who is meant."""

    @property
    def text(self) -> str:
        return self.report.text

    # grammar ------------------------------------------------------------------------------------------------------
    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """Children of token i, in text order; only those with one of `deps`, if given."""
        for c in self.tokens[i].children:
            token = self.tokens[c]
            if not deps or token.dep in deps:
                yield token

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads of token i upward, nearest first, without i."""
        token = self.tokens[i]
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, i: int) -> tuple[int, int]:
        """First and past-last token index of everything below token i (with i)."""
        first, last, stack = i, i + 1, [i]
        while stack:
            t = stack.pop()
            first, last = min(first, t), max(last, t + 1)
            stack.extend(self.tokens[t].children)
        return first, last

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens [first, last)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """Text of tokens [first, last) as it stands in the report, line breaks folded."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def sentence_of(self, offset: int) -> Sentence:
        """The sentence at a character offset (the nearest before it, where the offset lies between two)."""
        starts = [s.start for s in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)]

    def token_at(self, offset: int) -> Token:
        """The token at a character offset (the nearest before it, where the offset lies between two)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return self.tokens[max(0, low - 1)]

    def match(self, i: int, lemmas: tuple[str, ...]) -> int | None:
        """Past-last token of `lemmas` matched from token i on by lemma or lower-case word, hyphens passed over; else None."""
        at = i
        for k, lemma in enumerate(lemmas):
            if k:
                while at < len(self.tokens) and self.tokens[at].text == "-":
                    at += 1
            if at >= len(self.tokens) or lemma not in (self.tokens[at].lemma, self.tokens[at].lower):
                return None
            at += 1
        return at

    # who speaks ---------------------------------------------------------------------------------------------------
    def attribution_at(self, start: int, end: int | None = None) -> Attribution | None:
        """The innermost attribution whose content holds [start, end), or None: then the narrator speaks."""
        here = Span(start, end if end is not None else start + 1)
        best: Attribution | None = None
        size = 0
        for a in self.attributions:
            for c in a.content:
                if c.holds(here) and (best is None or c.end - c.start < size):
                    best, size = a, c.end - c.start
        return best

    def name_at(self, i: int) -> Name | None:
        """The name that token i is part of, or None."""
        return next((n for n in self.names if n.first <= i < n.last), None)
