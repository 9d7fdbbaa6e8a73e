"""Whom a pronoun beside an event word stands for: the head of the nearest phrase that can be meant, or none.

Names are found by `read/references.py` where a pronoun speaks; here acting and suffering pronouns get descriptions too
("insurgents entered the village, where they killed two"). The rule is that of Hobbs (1978) cut short: subjects before
other phrases, the own sentence before the one before it, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.bodies import open_headnouns
from warmonitor.model.reading import Name, Reading, Token
from warmonitor.resolve.wording import GROUND, class_of, has_name

_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "appos", "conj"})
_ACTING = frozenset({"armed", "state"})
_BODIES = frozenset({"organisation", "armed-group"})


def antecedent(reading: Reading, i: int, *, acting: bool) -> int | None:
    """Head token of the phrase that pronoun `i` stands for, or None. `acting`: it does the deed, else it suffers it."""
    t = reading.tokens[i]
    found = [c for c in _before(reading, t) if _fits(reading, t, c, acting) and (acting or not _speaks(reading, c))]
    for sentence in (t.sentence, t.sentence - 1):
        here = [c for c in found if c.sentence == sentence and not (acting is False and _same_clause(reading, t, c))]
        subjects = [c for c in here if c.dep in _SUBJECTS]
        if subjects:
            return subjects[-1].i
        if here and sentence == t.sentence:
            return here[-1].i
    return None


def one_of(reading: Reading, i: int) -> int | None:
    """The counted people that a bare "one" is of: "57 girls escaped, and one was found"; None without any in the sentence."""
    t = reading.tokens[i]
    if any(True for _ in reading.children(i, "prep", "relcl", "amod")):
        return None
    before = [c for c in _before(reading, t) if c.sentence == t.sentence and c.tag == "NNS" and c.dep in _SUBJECTS]
    counted = [c.i for c in before if any(True for _ in reading.children(c.i, "nummod"))]
    return counted[-1] if counted else None


def people_before(reading: Reading, i: int) -> int | None:
    """The people that a bare "some", "many", "several" is of: the plural told last in the sentence, or the subject of the one before."""
    t = reading.tokens[i]
    if t.dep not in _SUBJECTS | {"dobj"} or any(True for _ in reading.children(i)):
        return None
    people = [c for c in _before(reading, t) if c.tag in ("NNS", "NNPS") and class_of(reading, c.i) in ("armed", "state", "civilian", "official")]
    people = [c for c in people if not _speaks(reading, c) and (c.sentence == t.sentence or c.dep in _SUBJECTS)]
    return people[-1].i if people else None


def _speaks(reading: Reading, c: Token) -> bool:
    """Who says it is not whom it befell: "the authorities reported that … they"."""
    return any(a.speaker.span is not None and a.speaker.span.overlaps(reading.span(c.i, c.i + 1)) for a in reading.attributions) or (
        c.dep in _SUBJECTS and reading.tokens[c.head].lemma in _REPORTING
    )


_REPORTING = frozenset("say report announce confirm tell add state claim declare note explain believe think know learn allege".split())
_ANY_FACILITY = frozenset("facility building compound complex site premises installation structure establishment".split())


def facility_before(reading: Reading, i: int) -> Name | None:
    """The named facility that a definite noun takes up: "the compound", "the hospital" behind "Dar District Hospital"; else None."""
    t = reading.tokens[i]
    plain = all(c.lower in ("the", "this", "that") if c.i < i else c.lower != "of" for c in reading.children(i))
    if t.tag != "NN" or has_name(reading, i) or not plain or not any(True for _ in reading.children(i, "det")):
        return None
    before = [n for n in reading.names if n.kind == "facility" and n.last <= i and n.text.lower().split()[-1] not in GROUND]
    if t.lemma not in _ANY_FACILITY:
        before = [n for n in before if t.lemma in n.text.lower().split()]
    elif before and reading.tokens[before[-1].first].sentence < t.sentence - 2:
        return None
    return before[-1] if before else None


def counted_before(reading: Reading, i: int) -> int | None:
    """The noun of the same number that "the 21", "the six" takes up; None for other numbers."""
    t = reading.tokens[i]
    if t.tag != "CD" or not any(c.lower in ("the", "those", "these") for c in reading.children(i, "det")):
        return None
    if any(c.lower == "of" for c in reading.children(i, "prep")):
        return None
    same = [
        reading.tokens[c.head]
        for c in reading.tokens[:i]
        if c.dep == "nummod" and c.lower == t.lower and reading.tokens[c.head].tag == "NNS"
    ]
    people = [c for c in same if class_of(reading, c.i) in ("armed", "state", "civilian", "official")]
    return people[-1].i if people else None


def _before(reading: Reading, t: Token) -> Iterator[Token]:
    """Nouns before `t` in its sentence and the one before, in text order; speech marks shut out what stands outside."""
    first = reading.sentences[max(t.sentence - 1, 0)].first
    for c in reading.tokens[first : t.i]:
        if c.tag[:2] == "NN" and (c.dep in _SUBJECTS or c.dep in _OBJECTS):
            yield c


def _same_clause(reading: Reading, t: Token, c: Token) -> bool:
    """True where both hang on one verb: "rebels shot them" are not themselves."""
    if t.dep in _SUBJECTS:
        return t.head == c.head  # "two peasants died when they set off a mine"
    return t.head == c.head or t.head in {x.i for x in reading.children(c.head, "conj", "advcl", "xcomp")} and c.dep in _SUBJECTS


def _is_media(entry: str | None) -> bool:
    found = open_actors().get(entry) if entry else None
    return found is not None and found.kind == "media"


def _says_of_itself(reading: Reading, t: Token, c: Token) -> bool:
    """ "The coalition said its jets …": the subject of the verb whose clause the pronoun stands in."""
    return c.dep in _SUBJECTS and any(a.dep == "ccomp" and a.head == c.head for a in (t, *reading.ancestors(t.i)))


def _fits(reading: Reading, t: Token, c: Token, acting: bool) -> bool:
    name = reading.name_at(c.i)
    kind = name.kind if name is not None else None
    cls = class_of(reading, c.i)
    if t.lower in _HE:
        return kind == "person" or kind is None and c.tag == "NN" and cls in ("armed", "state", "civilian", "official")
    if t.lower in _IT:
        if not acting:
            thing = kind == "facility" or kind is None and cls in ("facility", "vehicle")
            return thing and c.lemma.lower() not in GROUND and c.tag in ("NN", "NNP")
        state = kind == "place" and name is not None and (name.entry or "").isupper() and c.dep in _SUBJECTS
        body = kind is None and cls in _ACTING and c.tag == "NN" and c.lower in open_headnouns() and _says_of_itself(reading, t, c)
        return state or body or kind in _BODIES and not (name is not None and _is_media(name.entry))  # a picture's credit does nothing
    if t.lower not in _THEY:
        return False
    plural = c.tag in ("NNS", "NNPS") or c.lower in ("police", "military", "army") or any(
        True for _ in reading.children(c.i, "conj", "nummod")
    )
    if kind in _BODIES:
        return True
    if kind is not None and kind != "nationality":
        return False
    return plural and (cls in _ACTING if acting else cls in ("armed", "state", "civilian", "official"))
