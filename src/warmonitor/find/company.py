"""Whether an event word stands in the company that it needs: crowds are dispersed, sanctions are imposed, ground is retaken."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.taking import whole_of
from warmonitor.find.triggers import DAYS, Found
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import Argument
from warmonitor.model.reading import Reading, Token

CROWD = frozenset("crowd protester protestor demonstrator protest demonstration march rally people youth student mob rioter gathering "
                  "striker worker marcher sit-in supporter thousand hundred dozen activist".split())  # fmt: skip
GROUND = frozenset("town city village area district position base airport airbase hill neighbourhood neighborhood bridge airfield region "
                   "province complex stronghold territory checkpoint road crossing capital quarter suburb outpost ground island peninsula "
                   "port settlement enclave camp highway border valley mountain ridge garrison barracks headquarters post township "
                   "municipality county heights bastion pocket village".split())  # fmt: skip
VESSEL = frozenset("ship boat vessel tanker frigate warship cruiser submarine trawler ferry freighter corvette patrol_boat cargo".split())
RULERS = frozenset("president government regime leader ruler dictator minister premier king emperor monarch junta chancellor sultan shah "
                   "prime-minister administration".split())  # fmt: skip
POPULACE = frozenset("people person civilian villager resident inhabitant family refugee thousand hundred dozen million population "
                     "woman child citizen local householder neighbour neighbor farmer migrant minority household".split())  # fmt: skip
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_NOT_TAKEN = frozenset("body corpse remains dead wounded injured sample weapon document vehicle money".split())
"""What is taken away from a scene, and no abduction."""
_UNMAKING = frozenset("violate violation breach break collapse respect observe call urge demand seek want support discuss talk propose "
                      "reject refuse hope appeal prospect effort bid plan offer push monitor endanger uphold honour honor maintain "
                      "shatter jeopardise jeopardize threaten abide comply expire test end scupper reiterate implement commit".split())  # fmt: skip
"""Words around an agreement that was made before, or that is not made yet."""
_PATIENTS = frozenset({"patient", "place", "of", "foiled", "modifier"})
_AGENTS = frozenset({"agent", "party", "owner", "modifier", "foiler"})


def stands_in_company(reading: Reading, found: Found, arguments: tuple[Argument, ...]) -> bool:
    """True where the word needs no company or has it."""
    t = found.trigger
    hit = [a.head for a in arguments if a.role in _PATIENTS or a.role == "party" and t.whom] + list(_inside(reading, found))
    if t.subtype == "abduction" and hit and all(reading.tokens[i].lemma in _NOT_TAKEN for i in hit):
        return False
    if t.whom and "weapon" not in t.whom and not any(_is(reading, i, t.whom) for i in hit):
        return False
    if "weapon" in t.whom and not any(
        _weapon(reading.tokens[i].lemma) or reading.tokens[i].lemma in t.whom
        for a in arguments
        if a.role in _PATIENTS
        for i in range(*reading.subtree(a.head))
    ):  # "threw sticks of dynamite"
        return False
    if t.who and not any(_is(reading, a.head, t.who) for a in arguments if a.role in _AGENTS):
        return t.lemmas == ("encounter",) and _among_forces(reading, found, t.who)
    noun = reading.tokens[found.head]
    if not t.made or any(v.lemma in t.made for v in _makers(reading, noun)):
        return True
    if t.frame != "meet":
        return False
    if any(a.role == "party" for a in arguments) or _dated(reading, found):
        return True
    return not any(v.lemma in _UNMAKING for v in _makers(reading, noun))


def _among_forces(reading: Reading, found: Found, who: frozenset[str]) -> bool:
    """ "Three militants were killed in an encounter": those who met are told in the sentence, not with the noun."""
    sentence = reading.sentences[reading.tokens[found.head].sentence]
    return any(_is(reading, i, who) for i in range(sentence.first, sentence.last) if reading.tokens[i].tag[:1] == "N")


def _dated(reading: Reading, found: Found) -> bool:
    """ "the 1998 peace agreement", "the September truce", "the truce of 5 May": a date with the noun tells of the making."""
    first, last = reading.subtree(found.head)
    before = reading.tokens[min(first, found.first - 3) : max(last, found.last)] if found.first > 3 else ()
    return any(t.lower in DAYS or t.lower in _MONTHS or t.text.isdigit() and len(t.text) == 4 and t.text[:2] in ("19", "20") for t in before)


def _inside(reading: Reading, found: Found) -> Iterator[int]:
    """What hangs by a preposition on a later word of the phrase: "took control of the town"."""
    for i in range(found.first + 1, found.last):
        for c in reading.children(i, "prep"):
            yield from (o.i for o in reading.children(c.i, "pobj"))


def _is(reading: Reading, head: int, wanted: frozenset[str]) -> bool:
    head = whole_of(reading, head)
    t = reading.tokens[head]
    if t.lemma in wanted or people_words().get(t.lemma) in wanted or t.lemma.lower().removesuffix("s") in wanted:
        return True
    name = reading.name_at(head)
    if name is not None and name.kind in wanted:
        return True
    return any(k in wanted and t.lemma in words for k, words in _SETS)


def _weapon(lemma: str) -> bool:
    return any(lemmas[-1] == lemma for phrases in weapon_words().values() for lemmas, w in phrases)


_SETS = (("crowd", CROWD), ("ground", GROUND), ("vessel", VESSEL), ("ruler", RULERS), ("populace", POPULACE))


def _makers(reading: Reading, noun: Token, depth: int = 0) -> Iterator[Token]:
    """Verbs that make what the noun names: above it ("imposed sanctions", "agreed to a truce") or behind it ("a truce reached in May")."""
    head = reading.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass", "nsubj", "oprd", "attr", "xcomp"):
        yield head
    elif noun.dep == "pobj":
        above = reading.tokens[head.head]
        yield above
        if above.tag[:1] == "N" and depth < 3:
            yield from _makers(reading, above, depth + 1)
    elif noun.dep in ("conj", "compound", "appos") and depth < 3:
        yield from _makers(reading, head, depth + 1)
    first, last = reading.subtree(noun.i)
    yield from (t for t in reading.tokens[max(first, noun.i) : last] if t.dep in ("acl", "relcl") and t.tag[:1] == "V")
    if noun.dep == "ROOT":
        yield from reading.children(noun.i)
