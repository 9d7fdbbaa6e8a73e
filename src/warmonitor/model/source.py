"""Who is meant by the words that name a source: the noun phrase, its head, and the fullest name for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.model.reading import Reading, Token

Range = tuple[int, int]

DOCUMENTS = frozenset(
    "statement communique communiqué bulletin release announcement declaration tweet post message letter video recording".split()
)
"""What is issued by someone and speaks for him."""
_RELATIVES = frozenset(["who", "which", "that", "whom"])
_EDGES = frozenset([",", "-", "--", "—", "–", ":", ";", '"', "“", "”", "''", "``", "(", ")", "."])


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source, tokens `words`, and the head of who is meant (elsewhere, where the words are a relative)."""

    words: Range | None
    head: int


def noun_phrase(reading: Reading, head: int) -> Range:
    """The tokens of a noun phrase, without punctuation at its edges."""
    first, last = reading.subtree(head)
    while first < head and reading.tokens[first].text in _EDGES:
        first += 1
    while last - 1 > head and reading.tokens[last - 1].text in _EDGES:
        last -= 1
    return first, last


def subject_of(
    reading: Reading, verb: Token, depth: int = 0, *, mute: Callable[[Token], bool] | None = None
) -> Source | None:  # fmt: skip
    """The subject of a verb, its own or the one it shares with the verb that it hangs on; None where there is none.

    `mute` tells nouns that cannot speak: "condemned the attack, describing it as …" is not the attack's description.
    """
    if depth > 6:
        return None
    passive = any(reading.children(verb.i, "auxpass", "nsubjpass"))
    subjects = list(reading.children(verb.i, "nsubj"))
    if subjects:  # of two ("the envoy for Northland, Ana Roe said") the one beside the verb
        return _of_subject(
            reading, max((c for c in subjects if c.i < verb.i), key=lambda c: c.i, default=subjects[0]), verb
        )
    if passive or (verb.tag == "VBN" and verb.dep in ("acl", "relcl")):
        for agent in reading.children(verb.i, "agent"):
            for c in reading.children(agent.i, "pobj"):
                return Source(noun_phrase(reading, c.i), c.i)
        if passive or verb.tag == "VBN":
            return None
    head = reading.tokens[verb.head]
    if verb.dep == "conj" and head.dep == "ccomp" and verb.tag == "VBD" and (
        _is_perfect(reading, head) or _says_that(reading, verb)
    ):  # "said it had fallen and vowed …", "said rebels were moving in and warned that …"
        return subject_of(reading, reading.tokens[head.head], depth + 1, mute=mute)
    if verb.dep == "conj" and any(reading.children(head.i, "nsubjpass")):
        if verb.tag == "VBN" and not any(reading.children(verb.i, "aux")):
            return None  # "was seized by X and accused": by whom is not said
        return next((_of_subject(reading, c, head) for c in reading.children(head.i, "nsubjpass")), None)
    if verb.dep in ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis") and head.tag[:2] in ("VB", "MD"):
        if verb.dep in ("xcomp", "ccomp") and (objects := list(reading.children(head.i, "dobj"))):
            return Source(noun_phrase(reading, objects[0].i), objects[0].i)
        return subject_of(reading, head, depth + 1, mute=mute)
    if verb.dep == "xcomp" and head.dep == "acomp" and head.lower == "able":  # "was able to confirm"
        return subject_of(reading, reading.tokens[head.head], depth + 1, mute=mute)
    if verb.dep == "pcomp" and head.dep in ("prep", "mark"):
        return _of_gerund(reading, reading.tokens[head.head], depth)
    if verb.dep == "acl" and head.tag[:2] in ("NN", "PR", "CD"):
        issued = head.dep == "dobj" and head.lemma in DOCUMENTS
        if head.lower == "those" or issued or verb.tag == "VBG" and mute is not None and mute(head):
            return _above(reading, head, depth, mute)
        return Source(_before(reading, head.i, verb.i), head.i)
    return None


def _says_that(reading: Reading, verb: Token) -> bool:
    return any(m.lower == "that" for c in reading.children(verb.i, "ccomp") for m in reading.children(c.i, "mark"))


def _is_perfect(reading: Reading, verb: Token) -> bool:
    return any(a.lemma == "have" for a in reading.children(verb.i, "aux"))


def _above(reading: Reading, noun: Token, depth: int, mute: Callable[[Token], bool] | None) -> Source | None:
    """The subject of the clause that a noun stands in: "is among those calling for …", "condemned the raid, calling it …"."""
    verb = next((t for t in reading.ancestors(noun.i) if t.tag[:2] == "VB"), None)
    return subject_of(reading, verb, depth + 1, mute=mute) if verb is not None else None


def _of_subject(reading: Reading, subject: Token, verb: Token) -> Source:
    if subject.lower in _RELATIVES and verb.dep == "relcl":
        return Source((subject.i, subject.i + 1), verb.head)
    return Source(noun_phrase(reading, subject.i), subject.i)


def _of_gerund(reading: Reading, outer: Token, depth: int) -> Source | None:
    """ "was quoted as saying", "quoted X as saying", "after saying": the one who does the saying."""
    if outer.tag[:2] != "VB":
        return None
    for c in reading.children(outer.i, "dobj"):
        if outer.lemma in ("quote", "cite"):
            return Source(noun_phrase(reading, c.i), c.i)
    for c in reading.children(outer.i, "nsubjpass"):
        return Source(noun_phrase(reading, c.i), c.i)
    return subject_of(reading, outer, depth + 1)


def _before(reading: Reading, head: int, stop: int) -> Range:
    first, last = noun_phrase(reading, head)
    last = min(last, stop)
    while last - 1 > head and reading.tokens[last - 1].text in _EDGES:
        last -= 1
    return first, last
