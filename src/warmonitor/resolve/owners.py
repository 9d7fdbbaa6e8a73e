"""Whose a thing or a body of men is, and whether it is only suspected, by the words around its noun: plain questions to the grammar."""

from __future__ import annotations

from warmonitor.model.reading import Name, Reading, Token
from warmonitor.resolve.wording import class_of, is_quantity

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
        if name is not None and name.kind == "person" or name is None and o.tag == "NN" and class_of(reading, o.i) in ("official", "civilian"):
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


_WIELDING = frozenset("ram drive crash detonate explode blow park plough plow steer use pilot load pack rig launch fire drop set".split())


def carrier_of(reading: Reading, head: int) -> int | None:
    """The bus in "a bus carrying pilgrims" where a parser takes "bus carrying" for a part of the noun behind it."""
    for c in reading.children(head, "compound", "amod", "nmod"):
        if c.lower in _CARRYING and c.i and class_of(reading, c.i - 1) in ("facility", "vehicle"):
            return c.i - 1
    return None


CARRIED = frozenset("bus passenger aid refugee pilgrim wedding school".split())
"""What a convoy or vehicle is of, that is hit beside those in it: "a bus convoy with evacuees"."""
_CARRYING = frozenset("housing carrying hosting containing transporting".split())


def is_means(reading: Reading, t: Token) -> bool:
    """ "Rammed a truck into the gate", "blew up a car": the vehicle is what it was done with."""
    return reading.tokens[t.head].lemma in _WIELDING


def group_before(reading: Reading, i: int) -> Name | None:
    """The NRF in "NRF terrorist targets", where the adjective only says of what kind it is."""
    name = reading.name_at(i - 1) if i else None
    return name if name is not None and name.last == i and name.kind == "armed-group" else None


def surname_of(reading: Reading, t: Token) -> Name | None:
    """The person whose second surname the head is, where a name ends before a word that is none: "ROE PARKER WAS KIDNAPPED"."""
    name = reading.name_at(t.i - 1) if t.i and (t.tag[:3] == "NNP" or t.tag == "NN" and t.text.isupper()) else None
    alone = name is not None and name.kind == "person" and reading.tokens[name.last - 1].head == t.i
    return name if alone and class_of(reading, t.i) is None else None


NUMBERS_OF = frozenset(
    "group band mob crowd number dozen column squad handful team pair wave bunch trio series contingent horde host majority rest "
    "patrol unit platoon detachment busload carload gathering member".split()
)
"""Nouns for a number of those behind "of"."""


def is_armed(reading: Reading, head: int) -> bool:
    name = reading.name_at(head)
    if is_quantity(reading.tokens[head]) or name is None and reading.tokens[head].lemma in NUMBERS_OF:
        inner = [o.i for c in reading.children(head, "prep") if c.lower == "of" for o in reading.children(c.i, "pobj")]
        return bool(inner) and is_armed(reading, inner[0])
    return name.kind == "armed-group" if name is not None else class_of(reading, head) in ("armed", "state")
