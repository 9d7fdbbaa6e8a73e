"""Participants of an event noun: its complements, its modifiers, and those of the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmonitor.find.subjects import RELATIVE, Who, orphan, subject_of
from warmonitor.find.triggers import DAYS as WEEKDAYS
from warmonitor.find.triggers import LIGHT, Found
from warmonitor.lexicon.people import people_words
from warmonitor.model.reading import Reading, Token

CARRYING = LIGHT | frozenset({"target", "hit", "strike"})
DAYS = WEEKDAYS | frozenset({"night", "morning", "evening"})
_PLOTTING = frozenset("plan hatch mastermind orchestrate plot engineer coordinate sponsor order fund instigate".split())
_SUFFER = frozenset("suffer face receive sustain survive witness repel repulse".split())
_HAPPEN = frozenset("occur happen take come erupt break ensue follow begin start last continue go".split())
_SHAKING = frozenset(
    "target hit strike rock shake rip tear sweep slice jolt destroy damage level gut devastate engulf flatten wreck shatter demolish".split()
)
"""What a blast does to what it hits."""
_CLAIM = frozenset("claim".split())
_BLAME = frozenset("blame attribute ascribe pin link trace".split())
WITHIN = frozenset({"at", "in", "inside", "outside"})
_WHERE = frozenset(
    "village town city neighbourhood neighborhood area district settlement position street square road highway site location house home "
    "building compound complex farm region camp port crossing stronghold hideout residence apartment target premises installation".split()
)
"""Places of people and things that are only where something happens."""
_DONE = {"claimed": "claimant", "perpetrated": "agent", "orchestrated": "agent", "sponsored": "agent"}
_CHARGING = frozenset("accuse suspect blame hold".split())
_GOAL = frozenset("target victim object subject focus".split())
_ON = frozenset("on against at targeting upon towards toward".split())


def of_noun(reading: Reading, found: Found, triggers: dict[int, Found]) -> Iterator[Who]:
    head, frame = found.head, found.trigger.frame
    t = reading.tokens[head]
    agent = "party" if frame == "meet" else "agent"
    patient = "patient"
    for c in _modifiers(reading, found):
        if c.lower in DAYS:
            continue
        if c.dep == "poss":
            yield Who("owner", c.i)
        elif c.dep == "amod" and c.lower in _DONE:  # "a Northland-claimed attack"
            yield from (Who(_DONE[c.lower], x.i) for x in reading.children(c.i, "npadvmod", "compound", "nmod"))
        elif c.dep in ("compound", "amod", "nmod"):
            yield Who("modifier", c.i)
    times = [p for c in reading.children(head, "npadvmod") for p in reading.children(c.i, "prep")]  # "the attack this morning at a market"
    for c in (*reading.children(head), *times, *_behind_times(reading, t)):
        if c.dep == "prep" and c.lower == "in" and frame in ("agent-patient", "device"):
            yield from (Who(patient, i) for i in hit_behind(reading, c) if reading.tokens[i].head != c.i)
        if c.dep in ("prep", "agent"):
            for o in reading.children(c.i, "pobj"):
                if c.lower == "by":
                    yield Who(agent, o.i)
                    yield from (Who(patient, i) for i in _behind_doer(reading, o) if frame in ("agent-patient", "device"))
                elif c.lower in ("on", "to", "upon") and _is_blamed(reading, t) and o.lower not in DAYS:
                    yield Who("blamed", o.i)  # "blamed the attack on X"
                elif c.lower in _ON and o.lower not in DAYS:
                    yield Who(patient, o.i)
                    for i in _aimed_again(reading, o.i):
                        yield Who(patient, i)
                elif c.lower in WITHIN and frame in ("agent-patient", "device") and is_hit_facility(reading, o.i):
                    yield Who(patient, o.i)
                elif frame in ("agent-patient", "device") and (is_hit_carrier(reading, c, o.i) or is_close_by(reading, c, o.i)):
                    yield Who(patient, o.i)
                elif c.lower == "of":
                    yield Who("of", o.i)
                elif c.lower in ("between", "with", "among", "involving") and frame in ("meet", "operation", "release"):
                    yield Who("party", o.i)
        elif c.dep in ("acl", "relcl") and c.lemma in CARRYING | _CLAIM | _BLAME | _SHAKING | frozenset(("involve", "aim")):
            yield from _participle(reading, c, agent, patient)
        elif c.dep in ("acl", "relcl") and c.lemma in _HAPPEN and frame in ("agent-patient", "device"):
            yield from _struck_where(reading, c.i, patient)
    if frame == "meet":
        for i in range(head + 1, reading.subtree(head)[1]):
            if reading.tokens[i].lower == "between" and reading.tokens[i].dep == "prep":
                for o in reading.children(i, "pobj"):
                    yield Who("party", o.i)
    yield from _behind(reading, t, agent)
    yield from _goal(reading, t, patient)
    yield from _charged(reading, t)
    other = _of_others(reading, t)
    yield from (w for w in _light_verb(reading, t, agent, patient, triggers) if not (other and w.role in ("claimant", "blamed")))
    yield from _maker(reading, t, found, agent)
    yield from _confirmer(reading, t)


def _behind_doer(reading: Reading, doer: Token) -> Iterator[int]:
    """ "The attack by rebels based in Dar on a bus": the "on" that a parser hung on where the doers are."""
    for c in reading.children(doer.i, "acl"):
        inner = [c, *(o for p in reading.children(c.i, "prep") for o in reading.children(p.i, "pobj"))]
        for p in (p for x in inner for p in reading.children(x.i, "prep") if p.lower in ("on", "against")):
            yield from (o.i for o in reading.children(p.i, "pobj") if o.lower not in DAYS and people_words().get(o.lemma) is not None)


def _behind_times(reading: Reading, t: Token) -> Iterator[Token]:
    """ "Condemns the attack this morning at a market": the preposition behind the time, which a parser hung on the verb."""
    k = t.i + 1
    while k < len(reading.tokens) and (reading.tokens[k].lower in DAYS or reading.tokens[k].lower in _TIMES):
        k += 1
    p = reading.tokens[k] if k < len(reading.tokens) else t
    if k > t.i + 1 and p.sentence == t.sentence and p.dep == "prep" and p.head < t.i:
        yield p


_TIMES = frozenset("this last late early earlier yesterday today tonight afternoon overnight week month year".split())


def _of_others(reading: Reading, t: Token) -> bool:
    """ "previous attacks", "other bombings": not those told here."""
    return any(c.lower in _BEFORE for c in reading.children(t.i, "amod"))


_BEFORE = frozenset("previous past other earlier similar many numerous several multiple".split())


def is_hit_facility(reading: Reading, i: int) -> bool:
    """True for "a mosque", "Hotel X" behind "an attack in": what stands there is hit; towns, streets and homes are only where."""
    t = reading.tokens[i]
    name = reading.name_at(i)
    words = people_words()
    if name is not None:
        seat = name.kind == "organisation" and words.get(t.lemma.lower(), t.lemma.lower()) in ("facility", "ministry")
        return (name.kind == "facility" or seat) and t.lemma.lower() not in _WHERE
    pair = f"{reading.tokens[i - 1].lower} {t.lemma}" if i else t.lemma
    return (words.get(pair) == "facility" or words.get(t.lemma) == "facility" and t.lemma not in _WHERE) and t.tag[:2] == "NN"


def hit_behind(reading: Reading, prep: Token) -> Iterator[int]:
    """The buildings in "at the mosque", "inside Hotel X", "outside the bank", "in front of the ministry"."""
    for o in reading.children(prep.i, "pobj"):
        if o.lower == "front":
            inner = (x for p in reading.children(o.i, "prep") if p.lower == "of" for x in reading.children(p.i, "pobj"))
            yield from (x.i for x in inner if is_hit_facility(reading, x.i))
        elif is_hit_facility(reading, o.i):
            yield o.i


_CARRIERS = frozenset("bus minibus train ferry plane aircraft airliner boat ship tram metro coach taxi van convoy".split())


def is_hit_carrier(reading: Reading, prep: Token, i: int) -> bool:
    """True for "on a bus", "aboard a ferry" behind a blast: what carries people is hit."""
    return prep.lower in ("on", "aboard", "in", "inside", "under", "beneath") and reading.tokens[i].lemma in _CARRIERS


_MOVING = _CARRIERS | frozenset("car vehicle patrol truck motorcade ambulance jeep procession queue crowd".split())


def is_close_by(reading: Reading, prep: Token, i: int) -> bool:
    """True for "near a convoy", "next to the car": a blast beside what moves was meant for it, one near a building need not be."""
    close = prep.lower in ("near", "beside", "alongside") or prep.lower == "to" and reading.tokens[prep.head].lower in ("next", "close")
    return close and reading.tokens[i].lemma in _MOVING


def _is_blamed(reading: Reading, t: Token) -> bool:
    """True for the attack in "blamed the attack on X", "attributed the attack to X"."""
    return t.dep == "dobj" and reading.tokens[t.head].lemma in _BLAME


def _charged(reading: Reading, t: Token) -> Iterator[Who]:
    """ "X is blamed for the attack", "accused Y of the killings", "suspected in the bombing": who is charged with it."""
    prep = reading.tokens[t.head]
    verb = reading.tokens[prep.head]
    if verb.dep == "dobj":
        verb = reading.tokens[verb.head]  # "blamed the rebels for the attack", the preposition hung on the rebels
    if t.dep != "pobj" or prep.lower not in ("for", "of", "in", "over") or verb.lemma not in _CHARGING:
        return
    if verb.tag[:2] not in ("VB", "JJ"):
        return
    objects = [c.i for c in reading.children(verb.i, "dobj", "nsubjpass")]
    if not objects and verb.tag == "VBN":
        subject, passive = subject_of(reading, verb.i)
        objects = [subject] if subject is not None and passive else []
    yield from (Who("blamed", i) for i in objects)


def _behind(reading: Reading, t: Token, agent: str) -> Iterator[Who]:
    """ "X was behind the attack", "responsible for the attack": X did it."""
    head = reading.tokens[t.head]
    if (summed := _summed(reading, t)) is not None:
        yield from _behind(reading, summed, agent)
        return
    if t.dep == "pobj" and (
        head.lower == "behind" or head.lower == "for" and reading.tokens[head.head].lower == "responsible"
    ):
        for a in reading.ancestors(head.i):
            if a.lemma == "be":
                subject, _ = subject_of(reading, a.i)
                if subject is None and a.dep == "pcomp" and reading.tokens[reading.tokens[a.head].head].lemma in _CHARGING:
                    subject, _ = subject_of(reading, reading.tokens[a.head].head)  # "is accused of being behind"
                if subject is not None:
                    yield Who(agent, subject)
                return


def _summed(reading: Reading, t: Token) -> Token | None:
    """The plural that a deed is an example of: "behind several attacks, including the killing of X"."""
    while t.dep == "conj":
        t = reading.tokens[t.head]
    including = reading.tokens[t.head]
    if t.dep != "pobj" or including.lower not in ("including", "like"):
        return None
    whole = reading.tokens[including.head]
    return whole if whole.tag == "NNS" and whole.dep == "pobj" else None


def _goal(reading: Reading, t: Token, patient: str) -> Iterator[Who]:
    """ "X was the target of the attack", "the subject of several attacks": X was attacked."""
    of = reading.tokens[t.head]
    noun = reading.tokens[of.head]
    if t.dep != "pobj" or of.lower != "of" or noun.lemma not in _GOAL or noun.dep != "attr":
        return
    subject, _ = subject_of(reading, noun.head)
    if subject is not None:
        yield Who(patient, subject)


def _aimed_again(reading: Reading, first: int) -> Iterator[int]:
    """ "an attack on the town of X on the barracks": the second "on" hangs on the first one's object."""
    low, high = reading.subtree(first)
    for i in range(low, high):
        t = reading.tokens[i]
        if t.dep == "prep" and t.lower in ("on", "against") and t.i > first:
            for o in reading.children(t.i, "pobj"):
                if o.lower not in DAYS:
                    yield o.i


def _modifiers(reading: Reading, found: Found) -> Iterable[Token]:
    for i in range(found.first, found.last):
        for c in reading.children(i):
            if c.i < found.first:
                yield c


def _struck_where(reading: Reading, verb: int, patient: str) -> Iterator[Who]:
    """ "The attack took place in a church", "a blast that occurred outside the hotel": the building is hit."""
    for c in reading.children(verb):
        for p in (c, *reading.children(c.i, "prep")):
            if p.dep == "prep" and p.lower in WITHIN:
                yield from (Who(patient, i) for i in hit_behind(reading, p))
            elif p.dep == "prep":
                yield from (Who(patient, o.i) for o in reading.children(p.i, "pobj") if is_close_by(reading, p, o.i))


def _participle(reading: Reading, verb: Token, agent: str, patient: str) -> Iterator[Who]:
    """ "an attack claimed by X", "carried out by X", "blamed on X", "targeting Y" behind a noun."""
    for c in reading.children(verb.i):
        if c.dep in ("agent", "prep") and c.lower == "by":
            for o in reading.children(c.i, "pobj"):
                yield Who("claimant" if verb.lemma in _CLAIM else agent, o.i)
        elif c.dep == "prep" and c.lower in ("on", "to") and verb.lemma in _BLAME:
            for o in reading.children(c.i, "pobj"):
                yield Who("blamed", o.i)
        elif c.dep == "dobj" and verb.lemma in _SHAKING:
            yield Who(patient, c.i)
        elif c.dep == "prep" and c.lower in ("through", "into", "across") and verb.lemma in _SHAKING:
            yield from (Who(patient, o.i) for o in reading.children(c.i, "pobj"))
        elif c.dep == "prep" and verb.lemma == "aim":
            for o in reading.children(c.i, "pobj"):
                yield Who(patient, o.i)
        elif c.dep == "nsubj" and verb.dep == "relcl" and verb.lemma in CARRYING and c.lower not in RELATIVE:
            yield Who(patient if verb.lemma in _SUFFER else agent, c.i)


def _light_verb(reading: Reading, t: Token, agent: str, patient: str, triggers: dict[int, Found]) -> Iterator[Who]:
    """The subject of "carried out an attack" does it; that of "suffered an attack" undergoes it."""
    verb = light_verb_of(reading, t)
    if verb is None or verb.i in triggers:
        return
    subject, passive = subject_of(reading, verb.i)
    if subject is None:
        subject = orphan(reading, verb.i)
    if verb.lemma in _BLAME and t.dep == "dobj":
        yield from (Who("blamed", i) for i in _blamed_on(reading, verb, t))
        return  # who blames is not who did it
    if verb.lemma in _CLAIM and t.dep == "dobj" and subject is not None and not passive:
        yield Who("claimant", subject)
        return
    if t.dep == "dobj" and subject is not None and not passive:
        yield Who(patient if verb.lemma in _SUFFER else agent, subject)
    if t.dep == "nsubj" and verb.lemma in _HAPPEN and patient == "patient":
        yield from _struck_where(reading, verb.i, patient)
    for c in (x for v in _joined(reading, verb, t) for x in reading.children(v)):
        if c.dep in ("agent", "prep") and c.lower == "by" and t.dep == "nsubjpass":
            for o in reading.children(c.i, "pobj"):
                yield Who("claimant" if verb.lemma in _CLAIM else agent, o.i)
        elif c.dep == "prep" and c.lower in _ON and verb.lemma in CARRYING:
            for o in reading.children(c.i, "pobj"):
                if o.lower not in DAYS:
                    yield Who(patient, o.i)
        elif c.dep == "prep" and c.lower == "between":
            for o in reading.children(c.i, "pobj"):
                yield Who("party", o.i)
        elif c.dep == "prep" and c.lower in ("on", "to") and verb.lemma in _BLAME and t.dep == "nsubjpass":
            for o in reading.children(c.i, "pobj"):
                if o.lower not in DAYS:
                    yield Who("blamed", o.i)
        elif (
            c.dep == "dobj"
            and t.dep in ("nsubj",)
            and verb.lemma in _SHAKING
        ):
            yield Who(patient, c.i)
        elif c.dep == "prep" and c.lower in ("through", "into", "across") and t.dep == "nsubj" and verb.lemma in _SHAKING:
            yield from (Who(patient, o.i) for o in reading.children(c.i, "pobj"))  # "ripped through a train"


def _blamed_on(reading: Reading, verb: Token, t: Token) -> Iterator[int]:
    """Whom a verb of blame lays the deed at: its own preposition's object, else the last one behind a relative clause."""
    own = [c for c in reading.children(verb.i, "prep") if c.lower in ("on", "to", "upon")]
    inside = [c for c in reading.tokens[t.i : reading.subtree(verb.i)[1]] if c.dep == "prep" and c.lower in ("on", "upon") and c not in own]
    for c in (*own, *reversed(inside)):
        found = [o.i for o in reading.children(c.i, "pobj") if o.lower not in DAYS]
        if c in own or found and people_words().get(reading.tokens[found[0]].lemma) in ("armed", "state") or found and reading.name_at(found[0]):
            yield from found
        if found:
            return


def _maker(reading: Reading, t: Token, found: Found, agent: str) -> Iterator[Who]:
    """ "parliament approved a law", "sanctions were imposed by the council": who does what makes the noun an act."""
    verb = reading.tokens[t.head]
    if found.trigger.frame != "formal" or verb.lemma not in found.trigger.made:
        return
    subject, passive = subject_of(reading, verb.i)
    if t.dep == "dobj" and subject is not None and not passive:
        yield Who(agent, subject)
    elif t.dep == "nsubjpass":
        for c in reading.children(verb.i, "agent"):
            yield from (Who(agent, o.i) for o in reading.children(c.i, "pobj"))


_TAKINGS = frozenset("arrest detention capture seizure apprehension".split())
_TAKERS = frozenset("force troop army military police navy gendarmerie guard".split())


def _confirmer(reading: Reading, t: Token) -> Iterator[Who]:
    """ "The army confirmed the arrest of X": who takes prisoners tells of their own doing, unless somebody else did it."""
    verb = reading.tokens[t.head]
    if t.lemma not in _TAKINGS or t.dep != "dobj" or verb.lemma not in ("confirm", "announce"):
        return
    if any(c.lower == "by" for c in reading.children(t.i, "prep", "agent")):
        return
    subject, passive = subject_of(reading, verb.i)
    if subject is not None and not passive and reading.tokens[subject].lemma.lower() in _TAKERS:
        yield Who("agent", subject)


def _joined(reading: Reading, verb: Token, t: Token) -> tuple[int, ...]:
    """The verb, and for a passive those joined to it: "the attack was planned by X and carried out by Y"."""
    more = (c.i for c in reading.children(verb.i, "conj") if c.tag == "VBN" and c.lemma in CARRYING)
    return (verb.i, *more) if t.dep == "nsubjpass" else (verb.i,)


def light_verb_of(reading: Reading, t: Token) -> Token | None:
    """The verb that only carries the event noun t ("carried out …", "… took place", "… was blamed on"), or None."""
    head = reading.tokens[t.head]
    if t.dep == "conj":
        return light_verb_of(reading, head) if head.dep in ("dobj", "nsubj", "nsubjpass") else None
    if t.dep not in ("dobj", "nsubj", "nsubjpass") or head.tag[:1] != "V":
        return None
    if t.dep == "nsubjpass" and head.lemma in _PLOTTING:
        return head
    if head.lemma in CARRYING | _HAPPEN | _CLAIM | _BLAME | _SHAKING or head.lemma in (
        "leave",
        "be",
        "kill",
        "wound",
    ):
        return head
    return None
