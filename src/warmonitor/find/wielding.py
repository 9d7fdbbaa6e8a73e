"""Whether a thing that can be a weapon is one here: used on somebody, and not hit, seized, or part of something else."""

from __future__ import annotations

from warmonitor.model.reading import Reading, Token

_EVERYDAY = frozenset({"blunt", "vehicle", "fuel", "acid"})
"""Classes of everyday things, which are weapons only where the words say that they were used as such."""
_THROWING = frozenset("pitch chuck heave throw hurl pelt lob toss sling fling shower rain use wield carry brandish swing grab fire launch "
                      "pour splash arm aim".split())  # fmt: skip
_STRIKING = frozenset("beat pelt hit attack strike arm smash kill bludgeon club assault lash hack batter stab whip injure wound clash thrash "
                      "fight confront repel douse soak drench sprinkle spray shower burn bombard cane flog".split())  # fmt: skip
_DRIVING = frozenset("ram plough plow crash drive slam run mow smash careen steer barrel reverse".split())
_RAMMING = frozenset("attack ramming assault charge throwing pelting hurling throw attacker".split())
_HAIL = frozenset("hail barrage volley shower rain use throwing hurling".split())
_INTO = frozenset({"into", "through", "over", "at", "onto", "against"})


def is_wielded(reading: Reading, head: int, kind: str) -> bool:
    """True for weapons proper; for everyday things (stones, cars, petrol) only where words say that they were turned on someone."""
    if kind not in _EVERYDAY:
        return True
    t = _first_of_list(reading, reading.tokens[head])
    above = reading.tokens[t.head]
    if kind == "vehicle":
        return _driven(reading, t, above)
    if t.dep == "nsubj" and any(c.tag == "VBN" and c.lemma in _THROWING for c in reading.children(head, "amod")):
        return True  # "a tossed brick hit him"
    if t.dep in ("dobj", "nsubjpass"):
        return above.lemma in _THROWING or above.lemma in _DRIVING
    if t.dep == "pobj":
        governor = reading.tokens[above.head]
        if above.lower in ("with", "by", "using"):
            return governor.lemma in _STRIKING or governor.lower in ("armed", "beaten")
        return above.lower == "of" and governor.lemma in _HAIL
    return t.dep in ("compound", "nmod", "npadvmod") and above.lemma in _RAMMING | {"charge"} | _THROWING


def _driven(reading: Reading, t: Token, above: Token) -> bool:
    if t.dep in ("compound", "nmod"):
        return above.lemma in _RAMMING
    verb = reading.tokens[above.head] if t.dep == "pobj" and above.lower in ("in", "with", "by", "using") else above
    if t.dep not in ("dobj", "nsubj", "nsubjpass", "pobj") or verb.lemma not in _DRIVING:
        return False
    return any(c.lower in _INTO for c in reading.children(verb.i, "prep", "prt", "advmod")) or verb.lemma in ("ram", "mow", "plough", "plow")


_PART_OF = frozenset(
    "squad disposal threat scare factory workshop cache depot dump plant maker making manufacturer expert detector dog law licence license "
    "shop dealer trade deal smuggling smuggler trafficking team crew unit battery brigade regiment base site position system facility "
    "programme program range control owner ownership club scientist field clearance clearing belt wound injury component part material "
    "laboratory shelter crater hole fragment debris industry silo carrier pit tracker test testing treaty ban talks battle hoax plot alert "
    "inspector stockpile facilitator facilitation emplacer emplacement specialist specialty cell network technician builder supplier "
    "production manufacture smuggler distribution distributor coordinator coordination planner instructor student placement lab "
    "training trainer materials".split()
)
"""Nouns that a weapon word may only qualify: a bomb squad, a rocket scientist, a mine field are no weapons."""
_PITS = frozenset("gold coal copper diamond silver tin iron salt uranium cobalt zinc nickel ruby jade coltan platinum phosphate".split())
"""What is dug from the other kind of mine."""
_HITTING = frozenset("destroy damage suppress engage target bomb demolish raze dismantle eliminate obliterate".split())
_STRIKING_ALSO = frozenset({"hit", "strike"})
_TAKING = frozenset("seize capture confiscate recover impound collect surrender intercept retrieve loot steal smuggle supply sell buy "
                    "purchase export import deliver ship".split())  # fmt: skip
_FINDING = frozenset({"find", "discover", "uncover", "unearth", "locate"})
_HANDLING = frozenset("plant lay place emplace bury install assemble make build prepare dig transport smuggle move hide store".split())
_BURIED = frozenset({"mine", "explosive-device", "car-bomb", "suicide-vest"})
_HARMING = frozenset("kill wound injure hurt shoot capture arrest detain target strike engage bomb attack hit apprehend spot".split())


def not_a_means(reading: Reading, first: int, head: int, kind: str) -> bool:
    """True where the words name no means of the violence told: what was hit or seized, a part of another thing, a victim's own."""
    following = reading.tokens[head + 1] if head + 1 < len(reading.tokens) else None
    if following is not None and following.lemma in _PART_OF and (following.tag[:2] == "NN" or following.tag == "VBG"):
        return True
    if kind == "mine" and first > 0 and reading.tokens[first - 1].lower in _PITS:
        return True
    if kind == "blade" and following is not None and following.lower == "of":
        return True  # "axes of advance"
    t = _first_of_list(reading, reading.tokens[head])
    above = reading.tokens[t.head]
    if any(c.tag == "VBN" and c.lemma in _TAKING | _HITTING for c in reading.children(head, "acl", "relcl", "amod")):
        return True
    if t.dep == "pobj" and above.lower == "of" and reading.tokens[above.head].lemma in _STORED:
        return True
    if t.dep not in ("dobj", "nsubjpass"):
        return False
    if above.lemma in _HITTING or above.lemma in _STRIKING_ALSO and kind not in _BURIED:
        return True
    if reading.tokens[head].lemma == "fire" and above.lemma not in ("intercept", "capture"):
        return False  # "mortar fire was delivered"
    if above.lemma in _TAKING or above.lemma in _FINDING and kind not in _BURIED:
        return True
    return kind in _BURIED and t.dep == "dobj" and above.lemma in _HANDLING and _of_the_harmed(reading, above)


_STORED = frozenset("cache stockpile shipment quantity seizure destruction stash consignment supply sale depot store possession smuggling "
                    "arsenal discovery amount haul delivery proliferation export import production placement emplacement "
                    "construction manufacture transport movement assembly acquisition procurement".split())  # fmt: skip


def _of_the_harmed(reading: Reading, verb: Token) -> bool:
    """True for what the victims themselves handled: "five men planting a bomb were killed in an air raid"."""
    if verb.dep == "csubjpass":
        return reading.tokens[verb.head].lemma in _HARMING
    if verb.dep not in ("acl", "relcl"):
        return False
    whom = _first_of_list(reading, reading.tokens[verb.head])
    return whom.dep in ("nsubjpass", "dobj") and reading.tokens[whom.head].lemma in _HARMING


def _first_of_list(reading: Reading, t: Token) -> Token:
    while t.dep in ("conj", "appos") and reading.tokens[t.head].tag[:2] in ("NN", "CD"):
        t = reading.tokens[t.head]
    return t
