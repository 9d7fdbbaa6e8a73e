"""Relays: State television quoted the army as saying; the agency said, citing residents. The innermost speaker speaks."""

from __future__ import annotations

from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import Source, noun_phrase, subject_of
from warmonitor.read.speech.cue import Cue

_RELAYS = frozenset(["quote", "cite"])


def innermost(reading: Reading, cue: Cue) -> tuple[Source | None, tuple[Source, ...]]:
    """The speaker of a cue's content and the relays, nearest to the speaker first."""
    token = reading.tokens[cue.i]
    if token.tag[:2] != "VB":
        return cue.source, ()
    if (relay := _quoting(reading, token)) is not None:
        through = subject_of(reading, relay)
        return cue.source, () if through is None or through.head == (cue.source.head if cue.source else -1) else (
            through,
        )
    beside = reading.children(cue.source.head, "acl", "advcl") if cue.source else iter(())
    for c in (*reading.children(token.i, "advcl", "prep", "conj"), *beside):
        if c.lemma in _RELAYS and c.tag == "VBG" and not any(reading.children(c.i, "nsubj")):
            for cited in reading.children(c.i, "dobj"):
                if cited.tag[:2] in ("NN", "CD", "JJ"):
                    return Source(noun_phrase(reading, cited.i), cited.i), (cue.source,) if cue.source else ()
    return cue.source, ()


def _quoting(reading: Reading, saying: Token) -> Token | None:
    """The active "quoted" above "as saying", or None."""
    head = reading.tokens[saying.head]
    if saying.dep == "pcomp" and head.lower == "as":
        verb = reading.tokens[head.head]
    else:
        verb = head
    if verb.lemma in _RELAYS and verb.tag[:2] == "VB" and saying.tag == "VBG":
        return verb
    return None


def hearer(reading: Reading, cue: Cue) -> Source | None:
    """The body that was told ("residents told Radio Coast"), through which the words reached the report."""
    token = reading.tokens[cue.i]
    if token.lemma != "tell" or token.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    for c in reading.children(token.i, "dobj", "dative"):
        name = reading.name_at(c.i)
        if c.i > token.i and (
            name is not None and name.kind == "organisation" or c.i in reading.references and c.tag[:2] == "NN"
        ):
            return Source(noun_phrase(reading, c.i), c.i)
    return None
