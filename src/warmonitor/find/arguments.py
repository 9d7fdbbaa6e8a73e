"""Who did it to whom, read from the grammar of an event word; never from who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.noun_arguments import DAYS, WITHIN, hit_behind, is_close_by, is_hit_carrier, of_noun
from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.find.subjects import PASSING, RELATIVE, Who, joint_subjects, lacks_object, orphan, subject_of
from warmonitor.find.triggers import Found
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.toll_words import toll_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import Argument
from warmonitor.model.reading import Reading, Token

_AMID = frozenset({"among", "amongst", "amid", "amidst"})
_FINDING = frozenset("find discover recover exhume unearth".split())
"""Who finds bodies is not who died."""
_CONTROL = frozenset("control hand grip rule occupation captivity".split())


def find_arguments(reading: Reading, found: Found, triggers: dict[int, Found]) -> tuple[Argument, ...]:
    """Arguments of one trigger, each coordinated part apart; `triggers` are all triggers by head token."""
    pairs = _of_verb(reading, found) if found.trigger.pos == "verb" else of_noun(reading, found, triggers)
    out: list[Argument] = []
    seen: set[tuple[str, int]] = set()
    for who in (w for first in pairs for w in (first, *(Who("agent", i) for i in _backers(reading, first)))):
        flags = who.role == "modifier" and reading.tokens[who.head].tag in ("JJ", "NNP")  # "Syrian and Russian air strikes"
        for head in (who.head, *coordinated(reading, who.head)) if flags else coordinated(reading, who.head):
            if (who.role, head) in seen or found.first <= head < found.last:
                continue
            seen.add((who.role, head))
            first, last = noun_phrase(reading, head)
            out.append(Argument(who.role, head, first, last))  # type: ignore[arg-type]
    return tuple(out)


_BACKING = frozenset("back support aid assist accompany join reinforce help".split())


def _backers(reading: Reading, who: Who) -> Iterator[int]:
    """ "Troops, backed by police, stormed the camp": fighters on the doer's side did it with him; planes and far allies only help."""
    if who.role != "agent":
        return
    for c in reading.children(who.head, "acl", "relcl", "advcl"):
        if c.lemma in _BACKING and c.tag == "VBN":
            for by in (*reading.children(c.i, "agent"), *(p for p in reading.children(c.i, "prep") if p.lower == "by")):
                yield from (o.i for o in reading.children(by.i, "pobj") if _bears_arms(reading, o))


def _bears_arms(reading: Reading, t: Token) -> bool:
    name = reading.name_at(t.i)
    return name.kind == "armed-group" if name is not None else people_words().get(t.lemma) in ("armed", "state")


# verbs ----------------------------------------------------------------------------------------------------------------
def _of_verb(reading: Reading, found: Found) -> Iterator[Who]:
    frame, head = found.trigger.frame, found.head
    if reading.tokens[head].dep == "auxpass":
        head = reading.tokens[head].head  # "were martyred"
    roles = _ROLES.get(frame, _ROLES["agent-patient"])
    subject, passive = subject_of(reading, head, of_people=found.trigger.lemmas[0] in toll_words().verbs)
    if subject is None:
        subject = orphan(reading, head)
    if subject is not None and _is_ground_of(reading, subject, head):
        subject = None
    if subject is not None and not passive:
        subject = _behind_ground(reading, subject, head)
    finds = frame == "undergo" and found.trigger.lemmas[0] in _FINDING and not passive
    if subject is not None and (finds or _after_being_hit(reading, head)):
        subject = None
    passive = passive or subject is not None and lacks_object(reading, found)
    for who in joint_subjects(reading, head, subject) if subject is not None else ():
        finder = frame == "captive" and not passive and any(True for _ in reading.children(head, "dobj"))
        means = "into" in found.trigger.lemmas and people_words().get(reading.tokens[who].lemma) == "vehicle"  # "a lorry ploughed into"
        yield Who("agent" if finder or means else roles["passive"] if passive else roles["subject"], who)
    inside = set(range(found.first, found.last))
    if frame == "goods":  # "seized tanks and guns from the airfield", the preposition hung on the goods
        for c in reading.children(head, "dobj"):
            low, high = reading.subtree(c.i)
            froms = [reading.tokens[i] for i in range(low, high) if reading.tokens[i].lower == "from" and reading.tokens[i].dep == "prep"]
            yield from (Who("patient", o.i) for p in froms for o in reading.children(p.i, "pobj"))
    if _aimed(found):  # "fired shells on the town", the preposition hung on the shells
        for c in reading.children(head, "dobj"):
            for p in reading.children(c.i, "prep") if _is_arm(c.lemma) else ():
                if p.lower in ("at", "on", "into", "upon", "against", "toward", "towards"):
                    yield from (Who("patient", o.i) for o in reading.children(p.i, "pobj") if o.lower not in DAYS)
    if frame == "device":
        yield from (Who("patient", i) for i in _passing_by(reading, head))
        yield from (Who("patient", i) for i in _where_device(reading, head))
        yield from (Who("patient", i) for i in _where_planted(reading, subject))
    yield from _object_relative(reading, head, roles["object"])
    for c in reading.children(head):
        if c.dep == "dobj":
            if c.i not in inside and c.lower not in RELATIVE:
                yield Who(roles["object"], c.i)
        elif c.dep in ("agent", "prep") and c.lower == "by":
            for o in reading.children(c.i, "pobj"):
                yield Who(roles["by"], o.i)
        elif c.dep == "prep" and c.lower in ("with", "against") and frame == "meet":
            for o in reading.children(c.i, "pobj"):
                yield Who("party", o.i)
        elif c.dep == "prep" and c.lower == "between" and frame == "meet":
            for o in reading.children(c.i, "pobj"):
                yield Who("party", o.i)
        elif c.dep == "prep" and c.lower == "against" and frame in ("agent-patient", "device"):
            yield from (Who("patient", o.i) for o in reading.children(c.i, "pobj"))  # "used gas against the villagers"
        elif c.dep == "prep" and c.lower in _AMID and frame in ("agent-patient", "device"):
            yield from (Who("patient", o.i) for o in reading.children(c.i, "pobj"))  # "blew himself up among worshippers"
        elif c.dep == "prep" and c.lower in ("at", "on", "into", "upon", "against") and _aimed(found) and (
            not passive or subject is not None and _is_arm(reading.tokens[subject].lemma)
        ):
            for o in reading.children(c.i, "pobj"):
                if o.lower not in DAYS:
                    yield Who("patient", o.i)
        elif c.dep == "prep" and c.lower in WITHIN and (frame == "device" or found.trigger.lemmas[:2] == ("open", "fire")):
            yield from (Who("patient", i) for i in hit_behind(reading, c))
        elif c.dep == "prep" and frame == "device" and any(
            is_hit_carrier(reading, c, o.i) or is_close_by(reading, c, o.i) for o in reading.children(c.i, "pobj")
        ):
            yield from (Who("patient", o.i) for o in reading.children(c.i, "pobj"))
        elif c.dep == "prep" and c.lower == "from" and frame == "goods":
            yield from (Who("patient", o.i) for o in reading.children(c.i, "pobj"))  # "seized tanks from the airfield"
        elif c.dep == "prep" and c.lower == "from" and frame in ("take", "release"):
            for o in reading.children(c.i, "pobj"):
                held = (
                    [x.i for x in reading.children(o.i, "compound", "poss", "amod", "nmod")]
                    if o.lemma in _CONTROL
                    else []
                )
                for i in held or [o.i]:
                    yield Who("patient" if frame == "take" else "agent", i)
        elif c.dep == "prep" and c.lower == "at" and roles["by"] == "agent":
            yield from (Who("agent", i) for i in _at_the_hands(reading, c))
        elif c.dep == "prep" and c.lower == "to" and frame in ("fall",):
            for o in reading.children(c.i, "pobj"):
                yield Who("agent", o.i)
    if passive and roles["by"] == "agent":
        yield from (Who("agent", i) for i in _strayed_agent(reading, head))
    if "under" in found.trigger.lemmas:  # "came under fire from gunmen", "under attack by rebels"
        for i in range(found.first, found.last):
            for c in reading.children(i, "prep", "agent"):
                yield from (Who("agent", o.i) for o in reading.children(c.i, "pobj") if c.i >= found.last and c.lower in ("from", "by"))
    for i in range(
        found.first + 1, found.last
    ):  # "fired on X", "opened fire on X": the preposition inside or behind the phrase
        if reading.tokens[i].tag[:2] == "VB":
            yield from (Who(roles["object"], c.i) for c in reading.children(i, "dobj") if c.i >= found.last)  # "shot and killed X"
        joined = (p for x in reading.children(i, "conj") if x.i >= found.last for p in reading.children(x.i, "prep"))
        for c in (*reading.children(i, "prep"), *joined):  # "fired tear gas and live rounds at the crowd"
            if c.lower in ("at", "on", "upon", "against") and frame in ("agent-patient", "formal"):
                for o in reading.children(c.i, "pobj"):
                    if o.lower not in DAYS:
                        yield Who("patient", o.i)
        if finds or frame == "result" and reading.tokens[i].lemma in ("life", "live"):  # "claimed the lives of three guards"
            ofs = (c for c in reading.children(i, "prep") if c.lower == "of")
            yield from (Who("patient", o.i) for c in ofs for o in reading.children(c.i, "pobj"))
        if frame == "formal" and reading.tokens[i].lemma in _DEALINGS:  # "suspended talks with the rebels"
            withs = (c for c in reading.children(i, "prep") if c.lower == "with")
            yield from (Who("patient", o.i) for c in withs for o in reading.children(c.i, "pobj"))
        if reading.tokens[i].dep == "prep" and frame in ("agent-patient", "crowd", "goods", "device") and reading.tokens[i].lower != "from":
            for o in reading.children(i, "pobj"):
                if o.i >= found.last:
                    yield Who("patient", o.i)


_DEALINGS = frozenset("talk negotiation tie relation dialogue contact ceasefire truce agreement treaty".split())


def _after_being_hit(reading: Reading, verb: int) -> bool:
    """ "The patrol came under fire, leaving two dead": who is fired at leaves nobody dead."""
    t = reading.tokens[verb]
    above = reading.tokens[t.head]
    if t.dep != "advcl" or t.tag != "VBG" or above.lemma != "come":
        return False
    return any(c.lower == "under" for c in reading.children(above.i, "prep")) and not any(True for _ in reading.children(verb, "nsubj"))


def _at_the_hands(reading: Reading, at: Token) -> Iterator[int]:
    """ "died at the hands of X"."""
    for hands in reading.children(at.i, "pobj"):
        if hands.lemma == "hand":
            for of in reading.children(hands.i, "prep"):
                yield from (o.i for o in reading.children(of.i, "pobj"))


def _strayed_agent(reading: Reading, verb: int) -> Iterator[int]:
    """ "was killed along with his guard by gunmen": a by-phrase that the parser hung on a noun between."""
    if any(c.lower == "by" for c in reading.children(verb, "agent", "prep")):
        return
    for t in reading.tokens[verb + 1 : reading.subtree(verb)[1]]:
        above = reading.tokens[t.head]
        if t.lower != "by" or t.dep not in ("prep", "agent") or above.tag[:2] not in ("NN", "CD") or above.i <= verb:
            continue
        if above.lemma in event_words().by_first or not _on_the_way(reading, above, verb):
            continue
        for o in reading.children(t.i, "pobj"):
            name = reading.name_at(o.i)
            if people_words().get(o.lemma) in ("armed", "state") or name is not None and name.kind in ("armed-group", "organisation"):
                yield o.i
        return


def _on_the_way(reading: Reading, noun: Token, verb: int) -> bool:
    """True where only prepositions and nouns stand between a noun and the verb above it."""
    for a in reading.ancestors(noun.i):
        if a.i == verb:
            return True
        if a.tag[:1] == "V" or a.dep == "appos":
            return False
    return False


def _is_arm(lemma: str) -> bool:
    return any(lemmas[-1] == lemma and not w.platform for phrases in weapon_words().values() for lemmas, w in phrases)


def _where_device(reading: Reading, verb: int) -> Iterator[int]:
    """ "Blew up a car filled with explosives in the market": the place that a parser hung on what was blown up."""
    for c in reading.children(verb, "dobj"):
        inner = [c, *reading.children(c.i, "acl")]
        for p in (p for x in inner for p in reading.children(x.i, "prep") if p.lower in WITHIN):
            yield from hit_behind(reading, p)


def _where_planted(reading: Reading, device: int | None) -> Iterator[int]:
    """ "A bomb planted under the car of a judge went off", "explosives hidden in a market": what it was set to."""
    for c in reading.children(device, "acl", "relcl") if device is not None else ():
        for p in reading.children(c.i, "prep") if c.lemma in _PLANTING else ():
            if p.lower in _ATTACHED:
                yield from (o.i for o in reading.children(p.i, "pobj") if o.lemma not in _BEARING)
            elif p.lower in WITHIN:
                yield from hit_behind(reading, p)


_PLANTING = frozenset("plant place hide attach fix strap leave conceal set rig bury stick fasten".split())
_ATTACHED = frozenset({"under", "underneath", "beneath", "to", "aboard"})
_BEARING = frozenset("motorcycle motorbike bike bicycle scooter rickshaw cart donkey tricycle moped trolley wheelbarrow belt vest body".split())
"""What a bomb is brought with."""


def _passing_by(reading: Reading, verb: int) -> Iterator[int]:
    """ "A bomb went off as a patrol was passing": who passed is hit."""
    for c in reading.children(verb, "advcl"):
        if c.lemma in PASSING and any(m.lower in ("as", "while", "when") for m in reading.children(c.i, "mark", "advmod")):
            yield from (s.i for s in reading.children(c.i, "nsubj"))


def _object_relative(reading: Reading, verb: int, role: str) -> Iterator[Who]:
    """ "The government, which the rebels ousted", "the girls whom they seized", "the base rebels attacked": the noun above is the object."""
    t = reading.tokens[verb]
    if t.dep != "relcl" or reading.tokens[t.head].tag[:2] != "NN" or any(reading.children(verb, "auxpass")):
        return
    subjects = list(reading.children(verb, "nsubj"))
    if not subjects or subjects[0].lower in RELATIVE:
        return
    objects = list(reading.children(verb, "dobj"))
    asked = any(m.lower in ("where", "when", "why", "how") for m in reading.children(verb, "advmod"))
    if objects and all(o.lower in RELATIVE for o in objects) or not objects and not asked and t.tag in ("VBD", "VBN"):
        yield Who(role, t.head)


def _is_ground_of(reading: Reading, subject: int, verb: int) -> bool:
    """ "Northland shelling kills six": a place before a verbal noun is where it was."""
    name = reading.name_at(subject)
    return reading.tokens[verb].tag == "VBG" and subject == verb - 1 and name is not None and name.kind == "place"


_GROUND = frozenset("district province city town village area region county municipality department governorate state valley".split())


def _behind_ground(reading: Reading, subject: int, verb: int) -> int:
    """ "In Ar district, Or province, a patrol arrested two men": the force that a parser joined to the places before it."""
    name = reading.name_at(subject)
    if reading.tokens[subject].lemma not in _GROUND and (name is None or name.kind != "place"):
        return subject
    for t in reversed(reading.tokens[subject + 1 : verb]):
        if t.dep in ("appos", "conj", "dep") and t.tag[:2] == "NN":
            other = reading.name_at(t.i)
            acts = people_words().get(t.lemma) in ("armed", "state") or other is not None and other.kind in ("armed-group", "organisation")
            if acts and reading.subtree(t.i)[1] in range(t.i, verb + 1):
                return t.i
    return subject


def _aimed(found: Found) -> bool:
    return found.trigger.lemmas[0] in (
        "hurl",
        "toss",
        "drop",
        "fire",
        "open",
        "shoot",
        "launch",
        "throw",
        "hurl",
        "lob",
        "shell",
        "crash",
        "ram",
        "drive",
        "plough",
        "land",
        "fall",
        "slam",
        "smash",
        "rain",
        "plunge",
    )


_ROLES = {
    "agent-patient": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "result": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "undergo": {"subject": "patient", "passive": "patient", "object": "patient", "by": "agent"},
    "meet": {"subject": "party", "passive": "party", "object": "party", "by": "party"},
    "operation": {"subject": "patient", "passive": "patient", "object": "patient", "by": "agent"},
    "repel": {"subject": "patient", "passive": "agent", "object": "agent", "by": "patient"},
    "take": {"subject": "agent", "passive": "place", "object": "place", "by": "agent"},
    "fall": {"subject": "place", "passive": "place", "object": "place", "by": "agent"},
    "device": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "crowd": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "foil": {"subject": "foiler", "passive": "foiled", "object": "foiled", "by": "foiler"},
    "formal": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "goods": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "move": {"subject": "agent", "passive": "patient", "object": "place", "by": "agent"},
    "release": {"subject": "agent", "passive": "patient", "object": "patient", "by": "agent"},
    "captive": {"subject": "patient", "passive": "patient", "object": "patient", "by": "agent"},
    "displace": {"subject": "patient", "passive": "patient", "object": "patient", "by": "agent"},
}
