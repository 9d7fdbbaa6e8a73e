"""Cues: words of saying in a report, with the grammar that hangs on them, before quotations and names are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.lexicon.sayings import Saying, sayings
from warmonitor.lexicon.speakers import can_speak, is_mute
from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import Source, noun_phrase, subject_of
from warmonitor.read.speech.tagline import tag_line

Range = tuple[int, int]
"""Tokens [first, last)."""

_CLAUSE_ENDS = frozenset([",", ".", ":", ";", "-", "--", "—", "–", '"', "“", "”", "''", "``", "(", ")"])
_TAG_WORDS = 7
"""Words between what is said and the verb that a source alone hardly fills."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


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
    content, frame = _governed(reading, token, saying)
    source = _source(reading, token, saying)
    if "quote" in saying.frames and (source is None and saying.pos == "verb" or _falls_short(reading, token, content, frame)) and (
        tag := tag_line(reading, token)
    ) is not None:
        source, content, frame = Source(tag[0], tag[1]), tag[2], "clause"
    attitude = frame in saying.attitudes and frame not in saying.frames
    words = _cue_words(reading, token) if saying.pos == "verb" else (token.i, token.i + 1)
    return Cue(token.i, saying, words, source, content, frame, attitude, _negated(reading, token))


def _falls_short(reading: Reading, token: Token, content: tuple[Range, ...], frame: str) -> bool:
    """Nothing found, a bare object behind the verb, or less than the clause that stands before a tag line."""
    if not content or frame == "object":
        return True
    last = max(b for _, b in content)
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


# what the cue governs ---------------------------------------------------------------------------------------------
def _governed(reading: Reading, token: Token, saying: Saying) -> tuple[tuple[Range, ...], str]:
    frames = saying.frames | saying.attitudes
    passive = _is_passive(reading, token)
    for frame in ("clause", "predicate", "charge", "infinitive", "gerund", "about", "object"):
        if frame != "about" and frame not in frames:
            if not (frame == "clause" and "quote" in frames):
                continue
        content, name = _frame(reading, token, saying, frame, passive)
        if content:
            return tuple(content), name
    return (), "quote"


def _frame(reading: Reading, token: Token, saying: Saying, frame: str, passive: bool) -> tuple[list[Range], str]:
    if frame == "clause":
        return _clause(reading, token, saying), "clause"
    if frame == "predicate":
        return _predicate(reading, token, passive), "predicate"
    if frame == "charge":
        return _charge(reading, token, passive), "charge"
    if frame == "infinitive":
        return _infinitive(reading, token, saying, passive), "infinitive"
    if frame == "gerund":
        return [reading.subtree(c.i) for c in reading.children(token.i, "xcomp", "ccomp") if c.tag == "VBG"], "gerund"
    if frame == "about":
        return _about(reading, token, saying)
    return _object(reading, token, passive), "object"


def _is_passive(reading: Reading, token: Token) -> bool:
    if token.tag != "VBN":
        return False
    if any(reading.children(token.i, "auxpass", "nsubjpass")):
        return True
    return token.dep in ("acl", "relcl") and not any(reading.children(token.i, "aux", "nsubj"))


def _clause(reading: Reading, token: Token, saying: Saying) -> list[Range]:
    if saying.pos == "adjective":
        return [
            reading.subtree(c.i)
            for c in reading.children(token.i, "ccomp", "advcl")
            if any(m.lower in ("that", "whether") for m in reading.children(c.i, "mark")) or c.dep == "ccomp"
        ][:1]
    for c in reading.children(token.i, "ccomp", "acl" if saying.pos == "noun" else "ccomp"):
        if c.dep == "acl" and not any(m.lower in ("that", "whether") for m in reading.children(c.i, "mark")):
            continue
        if c.i < token.i and any(t.text == ";" for t in reading.tokens[c.i : token.i]):
            continue  # another sentence but for the semicolon
        if c.i > token.i and c.tag == "VBG" and not any(reading.children(c.i, "nsubj", "nsubjpass", "expl")):
            continue
        if (
            c.tag in ("VB",)
            and any(reading.children(c.i, "aux"))
            and not any(reading.children(c.i, *_SUBJECTS, "mark"))
        ):
            if next(reading.children(c.i, "aux")).tag == "TO":
                continue
        more = [reading.subtree(d.i) for d in reading.children(token.i, "ccomp") if d.i > c.i > token.i]
        return _without(reading, reading.subtree(c.i), token) + more
    if saying.pos == "verb" and "quote" in saying.frames:
        return _enclosing(reading, token)
    return []


def _without(reading: Reading, clause: Range, cue: Token) -> list[Range]:
    """`clause` less the cue's own stretch where that stands inside it."""
    first, last = clause
    if not first <= cue.i < last:
        return [clause]
    inside = [
        cue.i,
        *(
            k
            for c in reading.children(cue.i, *_SUBJECTS, "aux")
            for k in (reading.subtree(c.i)[0], reading.subtree(c.i)[1] - 1)
        ),
    ]
    a, b = min(inside), max(inside) + 1
    return [r for r in ((first, a), (b, last)) if r[1] > r[0]]


def _enclosing(reading: Reading, token: Token) -> list[Range]:
    """ "The blast, residents said, shook the town": the cue hangs in the clause that it attributes."""
    if token.head == token.i or not any(reading.children(token.i, *_SUBJECTS)):
        return []
    head = reading.tokens[token.head]
    first, last = _own_stretch(reading, token)
    if token.dep == "conj" and _is_inverted(reading, token):  # "They opened fire, said the mayor."
        return [(reading.subtree(head.i)[0], token.i)]
    if token.dep == "advcl":
        if not any(m.lower == "as" for m in reading.children(token.i, "mark", "advmod")):
            return []
    elif token.dep not in ("parataxis", "ccomp") or not _set_off(reading, first, last):
        return []
    if token.dep == "ccomp" and (head.lemma, "verb") in sayings() and head.i < token.i:
        return []
    a, b = reading.subtree(head.i)
    return [r for r in ((a, first), (last, b)) if r[1] > r[0] and _has_word(reading, r)]


def _is_inverted(reading: Reading, token: Token) -> bool:
    """ ", said X": behind a comma, without "and", the subject behind the verb."""
    subjects = list(reading.children(token.i, *_SUBJECTS))
    return bool(subjects) and all(s.i > token.i for s in subjects) and token.i > 0 and reading.tokens[token.i - 1].text == ","


def _own_stretch(reading: Reading, token: Token) -> Range:
    return reading.subtree(token.i)


def _has_word(reading: Reading, r: Range) -> bool:
    return any(t.text[0].isalnum() for t in reading.tokens[r[0] : r[1]])


def _set_off(reading: Reading, first: int, last: int) -> bool:
    """Punctuation or the sentence's edge on both sides."""
    tokens = reading.tokens
    sentence = reading.sentences[tokens[first].sentence]
    left = first <= sentence.first or tokens[first - 1].text in _CLAUSE_ENDS or tokens[first].text in _CLAUSE_ENDS
    right = last >= sentence.last or tokens[last].text in _CLAUSE_ENDS or tokens[last - 1].text in _CLAUSE_ENDS
    return left and right


def _predicate(reading: Reading, token: Token, passive: bool) -> list[Range]:
    pieces = list(reading.children(token.i, "dobj", "ccomp", "oprd", "xcomp"))
    ases = [c for c in reading.children(token.i, "prep") if c.lower == "as"]
    if token.lemma in ("describe", "characterize", "characterise", "portray") and not ases:
        return []
    if token.lemma in ("call", "label", "brand", "dub", "term") and not passive:
        if len(pieces) == 1 and pieces[0].dep == "dobj" and not ases:
            return []
    if token.lemma == "hold" and not any(_is_responsible(reading, p) for p in pieces):
        return []
    if not pieces and not passive:
        return []
    pieces += ases
    if passive:
        subjects = list(reading.children(token.i, "nsubjpass"))
        ranges = [noun_phrase(reading, c.i) for c in subjects] + [reading.subtree(c.i) for c in pieces]
        return ranges if pieces else []
    if not pieces:
        return []
    spans = [reading.subtree(c.i) for c in pieces if c.i > token.i]
    return [(min(a for a, _ in spans), max(b for _, b in spans))] if spans else []


def _is_responsible(reading: Reading, piece: Token) -> bool:
    if piece.dep == "dobj":
        return False
    return any(t.lemma in ("responsible", "accountable") for t in (piece, *reading.children(piece.i, "acomp", "oprd")))


def _charge(reading: Reading, token: Token, passive: bool) -> list[Range]:
    preps = [
        reading.subtree(c.i)
        for c in reading.children(token.i, "prep", "dative")
        if c.lower in ("of", "for", "on", "with", "as")
    ]
    if passive:
        subjects = [noun_phrase(reading, c.i) for c in reading.children(token.i, "nsubjpass")]
        return subjects + preps if preps else []
    objects = [reading.subtree(c.i) for c in reading.children(token.i, "dobj") if c.i > token.i]
    if not objects:
        return []
    spans = objects + preps
    return [(min(a for a, _ in spans), max(b for _, b in spans))]


def _infinitive(reading: Reading, token: Token, saying: Saying, passive: bool) -> list[Range]:
    for c in reading.children(token.i, "xcomp", "ccomp", "acl" if saying.pos == "noun" else "xcomp"):
        if any(a.tag == "TO" for a in reading.children(c.i, "aux")):
            content = [reading.subtree(c.i)]
            if passive or saying.kind == "seem":
                content = [noun_phrase(reading, s.i) for s in reading.children(token.i, "nsubjpass", "nsubj")] + content
            return content
    return []


def _about(reading: Reading, token: Token, saying: Saying) -> tuple[list[Range], str]:
    frames = saying.frames | saying.attitudes
    for p in reading.children(token.i, "prep"):
        if f"about:{p.lower}" in frames:
            for c in reading.children(p.i, "pobj", "pcomp"):
                return [reading.subtree(c.i)], f"about:{p.lower}"
    return [], "about"


def _object(reading: Reading, token: Token, passive: bool) -> list[Range]:
    if passive:
        if not any(a.lower == "by" for a in reading.children(token.i, "agent", "prep")):
            return []
        figures = [reading.subtree(p.i) for p in reading.children(token.i, "prep") if p.lower in ("at", "as")]
        return [noun_phrase(reading, c.i) for c in reading.children(token.i, "nsubjpass")] + figures
    figure = [p for p in reading.children(token.i, "prep") if p.lower == "at"]
    if token.lemma == "put" and not figure:
        return []
    figure += [p for p in reading.children(token.i, "prep") if figure and p.lower == "with"]
    for c in reading.children(token.i, "dobj"):
        if c.i > token.i and c.tag not in ("PRP", "WP", "WDT") and c.lemma not in ("credit", "life"):
            first, last = reading.subtree(c.i)
            return [(first, max([last, *(reading.subtree(p.i)[1] for p in figure)]))]
    return []


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
        return Source(noun_phrase(reading, noun.i), noun.i)
    last = to.i + 1
    end = reading.sentences[token.sentence].last
    while last < end and reading.tokens[last].text not in _CLAUSE_ENDS:
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
    return tuple(r for r in (left, right) if r[1] > r[0] and _has_word(reading, r))
