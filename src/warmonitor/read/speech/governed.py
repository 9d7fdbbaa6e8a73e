"""What a word of saying governs: the clause, object, predicate, charge or infinitive that is said, by the parse."""

from __future__ import annotations

from warmonitor.lexicon.sayings import Saying, sayings
from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import noun_phrase

Range = tuple[int, int]
"""Tokens [first, last)."""

CLAUSE_ENDS = frozenset([",", ".", ":", ";", "-", "--", "—", "–", '"', "“", "”", "''", "``", "(", ")"])
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def governed(reading: Reading, token: Token, saying: Saying) -> tuple[tuple[Range, ...], str]:
    """(What is said, the frame that holds it) of a word of saying; nothing and "quote" where only quotation marks can tell."""
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
        if not any(m.lower == "as" for m in reading.children(token.i, "mark", "advmod")) or not _holds_clause(token):
            return []
    elif token.dep not in ("parataxis", "ccomp") or not _set_off(reading, first, last):
        return []
    if token.dep == "ccomp" and (head.lemma, "verb") in sayings() and head.i < token.i:
        return []
    a, b = reading.subtree(head.i)
    return [r for r in ((a, first), (last, b)) if r[1] > r[0] and has_word(reading, r)]


def _holds_clause(token: Token) -> bool:
    """False for verbs that only carry quotations ("continue"): "fled as the army continued to fire" says nothing."""
    saying = sayings().get((token.lemma, "verb"))
    return saying is not None and "clause" in saying.frames


def _is_inverted(reading: Reading, token: Token) -> bool:
    """ ", said X": behind a comma, without "and", the subject behind the verb."""
    subjects = list(reading.children(token.i, *_SUBJECTS))
    return bool(subjects) and all(s.i > token.i for s in subjects) and token.i > 0 and reading.tokens[token.i - 1].text == ","


def _own_stretch(reading: Reading, token: Token) -> Range:
    return reading.subtree(token.i)


def has_word(reading: Reading, r: Range) -> bool:
    """True for a stretch that is more than punctuation."""
    return any(t.text[0].isalnum() for t in reading.tokens[r[0] : r[1]])


def _set_off(reading: Reading, first: int, last: int) -> bool:
    """Punctuation or the sentence's edge on both sides."""
    tokens = reading.tokens
    sentence = reading.sentences[tokens[first].sentence]
    left = first <= sentence.first or tokens[first - 1].text in CLAUSE_ENDS or tokens[first].text in CLAUSE_ENDS
    right = last >= sentence.last or tokens[last].text in CLAUSE_ENDS or tokens[last - 1].text in CLAUSE_ENDS
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
                if p.lower == "on" and c.lower in _DAYS:
                    continue
                first, last = reading.subtree(c.i)
                beside = reading.tokens[last] if c.tag == "CD" and last < reading.sentences[c.sentence].last else None
                if beside is not None and beside.lower in ("dead", "killed", "wounded", "injured", "missing"):
                    last += 1  # "spoke of nine dead"
                return [(first, last)], f"about:{p.lower}"
    return [], "about"


def _object(reading: Reading, token: Token, passive: bool) -> list[Range]:
    if passive:
        if not any(a.lower == "by" for a in reading.children(token.i, "agent", "prep")):
            return []
        figures = [reading.subtree(p.i) for p in reading.children(token.i, "prep") if p.lower in ("at", "as")]
        return [noun_phrase(reading, c.i) for c in reading.children(token.i, "nsubjpass")] + figures
    figure = [p for p in reading.children(token.i, "prep") if p.lower == "at"]
    if token.lemma == "give":  # "still gives the toll as 16"
        figure = [p for p in reading.children(token.i, "prep") if p.lower == "as" and any(o.tag == "CD" for o in reading.children(p.i, "pobj"))]
    if token.lemma in ("put", "give") and not figure:
        return []
    figure += [p for p in reading.children(token.i, "prep") if figure and p.lower == "with"]
    for c in reading.children(token.i, "dobj"):
        if c.i > token.i and c.tag not in ("PRP", "WP", "WDT") and c.lemma not in ("credit", "life"):
            first, last = reading.subtree(c.i)
            return [(first, max([last, *(reading.subtree(p.i)[1] for p in figure)]))]
    return []
