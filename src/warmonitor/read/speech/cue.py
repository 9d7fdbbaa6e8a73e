"""Cues: words of saying in a report, with the grammar that hangs on them, before quotations and names are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.lexicon.sayings import Saying, sayings
from warmonitor.lexicon.speakers import can_speak, is_mute
from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import Source, noun_phrase, subject_of
from warmonitor.read.speech.governed import CLAUSE_ENDS, Range, governed, has_word
from warmonitor.read.speech.misparsed import name_before, said_behind
from warmonitor.read.speech.tagline import tag_line

_TAG_WORDS = 7
"""Words between what is said and the verb that a source alone hardly fills."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying at token `i`: its source, the words it governs, and what kind of content those are.

    `words` are the cue's own tokens. `attitude` marks what someone wants or feels. `open` marks a cue before a colon.
    """

    i: int
    saying: Saying
    words: Range
    source: Source | None
    content: tuple[Range, ...]
    kind: str
    attitude: bool = False
    negated: bool = False


def find_cues(reading: Reading) -> tuple[Cue, ...]:
    """Every cue of the report in text order, with or without content."""
    found: list[Cue] = []
    lexicon = sayings()
    for token in reading.tokens:
        pos = _part_of_speech(token)
        if pos is None:
            continue
        saying = lexicon.get((token.lemma, pos))
        if saying is not None:
            found.append(_cue(reading, token, saying))
    found.extend(_according(reading))
    return tuple(sorted(found, key=lambda c: c.i))


def _part_of_speech(token: Token) -> str | None:
    tag = token.tag
    if tag[:2] == "VB":
        return "verb"
    if tag[:2] == "NN" and tag[:3] != "NNP":
        return "noun"
    if tag[:2] == "JJ":
        return "adjective"
    return None


def _cue(reading: Reading, token: Token, saying: Saying) -> Cue:
    content, frame = governed(reading, token, saying)
    source = _source(reading, token, saying)
    if source is None and saying.pos == "verb" and {"quote", "clause"} <= saying.frames:
        source = name_before(reading, token)
    if "quote" in saying.frames and (source is None and saying.pos == "verb" or _falls_short(reading, token, content, frame)) and (
        tag := tag_line(reading, token)
    ) is not None:
        source, content, frame = Source(tag[0], tag[1]), tag[2], "clause"
    elif (not content or frame not in saying.frames) and (behind := said_behind(reading, token, source)) is not None:
        source, content, frame = behind[0], behind[1], "clause"
    attitude = frame in saying.attitudes and frame not in saying.frames
    words = _cue_words(reading, token) if saying.pos == "verb" else (token.i, token.i + 1)
    return Cue(token.i, saying, words, source, content, frame, attitude, _negated(reading, token))


def _falls_short(reading: Reading, token: Token, content: tuple[Range, ...], frame: str) -> bool:
    """Nothing found, a bare object behind the verb, or less than the clause that stands before a tag line."""
    if not content or frame == "object":
        return True
    last = max(b for _, b in content)
    if frame == "clause" and last <= token.i and all(reading.tokens[a].tag in ("VBG", "VBN") for a, _ in content):
        return True  # "…, killing four, residents said": the parse took the last clause for all that they said
    between = reading.tokens[last : token.i]
    return frame == "clause" and last < token.i and sum(t.text[0].isalnum() for t in between) > _TAG_WORDS


def _negated(reading: Reading, token: Token) -> bool:
    if any(reading.children(token.i, "neg")):
        return True
    return any(t.lower in ("no", "neither", "nobody", "none") for c in reading.children(token.i, "nsubj")
               for t in (c, *reading.children(c.i, "det")))  # fmt: skip


def _cue_words(reading: Reading, token: Token) -> Range:
    """The verb with its auxiliaries and particle, as far as they stand together."""
    first, last = token.i, token.i + 1
    parts = {c.i for c in reading.children(token.i, "aux", "auxpass", "neg", "prt", "advmod")}
    while first - 1 in parts:
        first -= 1
    while last in parts and reading.tokens[last].dep == "prt":
        last += 1
    return first, last


# who says it ------------------------------------------------------------------------------------------------------
def _source(reading: Reading, token: Token, saying: Saying) -> Source | None:
    if saying.kind == "seem":
        return None
    if saying.pos == "noun":
        for c in reading.children(token.i, "poss"):
            return Source(noun_phrase(reading, c.i), c.i)
        for p in reading.children(token.i, "prep"):
            if p.lower in ("by", "from"):
                for c in reading.children(p.i, "pobj"):
                    return Source(noun_phrase(reading, c.i), c.i)
        head = reading.tokens[token.head]
        if token.dep == "dobj" or (token.dep == "pobj" and reading.tokens[head.head].tag[:2] == "VB"):
            verb = head if token.dep == "dobj" else reading.tokens[head.head]
            denies = (verb.lemma, "verb") in sayings() and sayings()[verb.lemma, "verb"].kind in ("deny", "doubt")
            return subject_of(reading, verb) if verb.tag[:2] == "VB" and not denies else None
        return None
    if saying.pos == "adjective":
        head = reading.tokens[token.head]
        return subject_of(reading, head) if token.dep in ("acomp", "oprd", "ccomp") and head.tag[:2] == "VB" else None
    source = subject_of(reading, token, mute=lambda noun: is_mute(reading, noun))
    if (
        token.tag == "VBG"
        and token.dep == "advcl"
        and source is not None
        and not can_speak(reading, reading.tokens[source.head])
    ):
        return _of_outer_saying(reading, token) or source
    return source


def _of_outer_saying(reading: Reading, token: Token) -> Source | None:
    """ "said a bomb had killed ten, adding that …": who adds is who said, where the parse hangs it on the bomb."""
    for above in reading.ancestors(token.i):
        saying = sayings().get((above.lemma, "verb"))
        if saying is not None and "quote" in saying.frames and any(reading.children(above.i, "nsubj")):
            return subject_of(reading, above)
    return None


def _according(reading: Reading) -> Iterator[Cue]:
    """ "According to X, …" and "…, according to X": the content is the clause that the phrase hangs in."""
    saying = Saying("according", "noun", "say", frozenset(["clause", "quote"]), frozenset())
    for token in reading.tokens:
        if (
            token.lower != "according"
            or token.i + 1 >= len(reading.tokens)
            or reading.tokens[token.i + 1].lower != "to"
        ):
            continue
        to = reading.tokens[token.i + 1]
        source = _according_to(reading, token, to)
        if source is not None and source.words is not None:
            content = _rest_of_clause(reading, token, source.words[1])
            yield Cue(token.i, saying, (token.i, token.i + 2), source, content, "according")


def _according_to(reading: Reading, token: Token, to: Token) -> Source | None:
    """The source: the preposition's noun; where the parse has none or lost the main verb, the words up to the comma."""
    noun = next(reading.children(to.i, "pobj"), None) or next(reading.children(token.i, "pobj"), None)
    if noun is not None and token.dep != "ROOT":
        words = noun_phrase(reading, noun.i)
        name = reading.name_at(words[1]) if words[1] < len(reading.tokens) else None
        if name is not None and name.first == words[1] and noun.i == words[1] - 1 and name.kind == "organisation":
            return Source((words[0], name.last), name.last - 1)  # "according to the news agency X, …"
        return Source(words, noun.i)
    last = to.i + 1
    end = reading.sentences[token.sentence].last
    while last < end and reading.tokens[last].text not in CLAUSE_ENDS:
        last += 1
    nouns = [t.i for t in reading.tokens[to.i + 1 : last] if t.tag[:2] in ("NN", "PR", "CD")]
    return Source((to.i + 1, last), nouns[-1]) if nouns else None


def _at_edge(reading: Reading, first: int, last: int) -> bool:
    """The phrase opens the sentence, or closes it after a comma: then it is about the whole of it."""
    sentence = reading.sentences[reading.tokens[first].sentence]
    opens = all(not t.text[0].isalnum() for t in reading.tokens[sentence.first : first])
    rest = reading.tokens[last : sentence.last]
    closes = not rest or rest[0].text == ":" or all(not t.text[0].isalnum() for t in rest)
    return opens or closes and first > sentence.first and reading.tokens[first - 1].text == ","


def _coordinated_before(reading: Reading, first: int) -> bool:
    """A clause that begins after "and", "but", "while" is attributed by itself."""
    before = reading.tokens[first - 1].lower if first else ""
    return reading.tokens[first].lower in ("and", "but", "while", "although") or before in (
        "and",
        "but",
        "while",
        "although",
        ";",
    )


def _rest_of_clause(reading: Reading, token: Token, end: int) -> tuple[Range, ...]:
    first, last = token.i, end
    verb = next((t for t in reading.ancestors(token.i) if t.tag[:2] == "VB" or t.head == t.i), None)
    sentence = reading.sentences[token.sentence]
    a, b = (sentence.first, sentence.last) if verb is None else reading.subtree(verb.i)
    if verb is not None and (verb.lemma, "verb") in sayings() and any(reading.children(verb.i, "ccomp")):
        a, b = sentence.first, sentence.last
    if _at_edge(reading, first, last) and not _coordinated_before(reading, a):
        a, b = sentence.first, sentence.last
    left = (a, first)
    right = (last, b)
    return tuple(r for r in (left, right) if r[1] > r[0] and has_word(reading, r))
