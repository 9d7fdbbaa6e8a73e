"""Whose a thing or a body of men is, and whether it is only suspected, by the words around its noun: plain questions to the grammar."""

from __future__ import annotations

from warmonitor.model.reading import Reading
from warmonitor.resolve.wording import class_of

_MEN = frozenset("troop soldier force fighter unit personnel member officer peacekeeper militant men man gunman commando jet warplane".split())


def has_determiner(reading: Reading, head: int) -> bool:
    """True where an article or number stands with the noun, or with the first of its list."""
    t = reading.tokens[head]
    while t.dep == "conj":
        t = reading.tokens[t.head]
    return any(True for i in (head, t.i) for _ in reading.children(i, "det", "nummod", "poss", "compound"))


def person_of(reading: Reading, head: int) -> int | None:
    """The person or official whose residence or car it is: "the minister's house", "the home of Ana Roe"."""
    owners = [*reading.children(head, "poss")]
    owners += [o for c in reading.children(head, "prep") if c.lower == "of" for o in reading.children(c.i, "pobj")]
    for o in owners:
        name = reading.name_at(o.i)
        if name is not None and name.kind == "person" or name is None and class_of(reading, o.i) == "official":
            return o.i
    return None


def whose_men(reading: Reading, head: int) -> int | None:
    """The pronoun in "its troops", "their fighters", which stands for who acts; None for other phrases."""
    if reading.tokens[head].lemma not in _MEN:
        return None
    return next((c.i for c in reading.children(head, "poss") if c.lower in ("its", "their", "our")), None)


def is_holders_own(reading: Reading, head: int) -> bool:
    """ "NRF positions": the only name in the phrase is that of the force in it."""
    names = [reading.name_at(c.i) for c in reading.children(head, "compound", "amod", "nmod", "poss") if c.tag in ("NNP", "NNPS")]
    return all(n is not None and n.kind in ("organisation", "armed-group") for n in names)


_SUSPECTING = frozenset("suspect believe think allege presume".split())


def is_suspected(reading: Reading, head: int) -> bool:
    """ "X is believed to be behind it", "gunmen suspected of belonging to X", "police suspect X of having fired"."""
    t = reading.tokens[head]
    if any(c.lemma in _SUSPECTING and c.tag == "VBN" for c in reading.children(head, "acl")):
        return True
    above = reading.tokens[t.head]
    if t.dep == "dobj" and above.lemma == "suspect":
        return True
    return t.dep in ("nsubjpass", "nsubj") and above.tag == "VBN" and above.lemma in _SUSPECTING | {"accuse"}
