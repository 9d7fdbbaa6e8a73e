"""Which event words of one sentence grammar says are the same happening, and what stands between those that are not."""

from __future__ import annotations

from warmonitor.find.triggers import Found
from warmonitor.model.reading import Reading

_AFTER = frozenset("after following before since until ahead prior".split())
_CAUSE = frozenset("response retaliation revenge reprisal reaction retaliate avenge because reply answer respond".split())
_WHILE = frozenset("while whereas although though amid despite".split())
_SAYING = frozenset(
    "say tell report announce claim deny confirm condemn accuse praise blame add state warn describe call denounce comment "
    "believe investigate discuss recall threaten vow mark order help".split()
)


def bond(reading: Reading, found: Found, by_head: dict[int, int]) -> tuple[int | None, str]:
    """(Position of the trigger that governs this one, "same" or the separator between), or (None, "")."""
    twin = _predicate_of(reading, found.head, by_head)
    if twin is not None and twin != by_head.get(found.head):
        return twin, "same"
    child = reading.tokens[found.head]
    separator = ""
    for a in reading.ancestors(found.head):
        separator = separator or _between(reading, child.i, a.i)
        if a.i in by_head and by_head[a.i] != by_head.get(found.head):
            return by_head[a.i], separator or "same"
        if a.lemma in _SAYING and a.tag[:1] == "V":
            separator = separator or "saying"
        child = a
    return None, ""


def _predicate_of(reading: Reading, head: int, by_head: dict[int, int]) -> int | None:
    """The trigger that this one is said to be: "the blast was an air strike", "called the attack an act of terror"."""
    t = reading.tokens[head]
    if t.dep not in ("attr", "oprd", "appos"):
        return None
    if t.dep == "appos":
        return by_head.get(t.head)
    for c in reading.children(t.head, "nsubj", "nsubjpass", "dobj"):
        if c.i != head and c.i in by_head:
            return by_head[c.i]
    return None


def _between(reading: Reading, child: int, above: int) -> str:
    """What the step from `child` up to `above` says."""
    c, a = reading.tokens[child], reading.tokens[above]
    if c.lemma in _CAUSE or a.lemma in _CAUSE:
        return "cause"
    if c.dep in ("prep", "mark", "advmod") and c.lower in _AFTER or a.dep in ("prep", "mark") and a.lower in _AFTER:
        return "after"
    for m in reading.children(child, "mark", "advmod"):
        if m.lower in _AFTER and c.dep in ("advcl", "pcomp", "ccomp"):
            return "after"
        if m.lower in _WHILE and c.dep == "advcl":
            return "while"
    if c.dep == "conj" and c.tag[:1] == "V" and any(True for _ in reading.children(child, "nsubj", "nsubjpass")):
        return "clause"
    if c.dep in ("ccomp", "parataxis") and not a.tag[:1] == "V":
        return "clause"
    if c.dep == "conj" and c.tag[:2] == "NN":
        return "and"
    return ""
