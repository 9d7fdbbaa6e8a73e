"""Doers named away from any event word: "X was responsible", "the attackers were members of X", "the work of X".

What is found is the head of whoever is named and the word that charges him; whom the words mean is resolved later, and
which incident is meant is told by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.find.stance import stance_at
from warmonitor.find.subjects import RELATIVE, subject_of
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.model.mention import ChargeMention
from warmonitor.model.reading import Reading, Token

_DOERS = frozenset("attacker assailant killer perpetrator culprit kidnapper abductor gunman shooter bomber raider hijacker captor "
                   "suspect author mastermind assassin arsonist rioter".split())  # fmt: skip
"""Nouns that say only that somebody did it."""
_WORKS = frozenset("work handiwork hallmark sign doing deed signature fingerprint trademark imprint".split())
_FALLING = frozenset({"suspicion", "blame", "responsibility", "authorship", "guilt"})
_NAMING = frozenset("be identify name describe believe think suspect say know belong have".split())
_LINKING = frozenset({"belong", "be", "come"})
_SUSPECTING = frozenset({"suspect", "believe", "think", "presume", "allege"})


def find_charges(reading: Reading) -> tuple[ChargeMention, ...]:
    """Charges in text order, each person or body charged apart; those that are denied are left out."""
    out: dict[int, ChargeMention] = {}
    for t in reading.tokens:
        if reading.sentences[t.sentence].kind not in ("body", "caption", "headline"):
            continue
        for head, hedged in (*_responsible(reading, t), *_identified(reading, t), *_works(reading, t), *_suspected(reading, t)):
            stance, _ = stance_at(reading, t.i)
            if stance == "denies":
                continue
            for i in coordinated(reading, head):
                first, last = noun_phrase(reading, i)
                out.setdefault(i, ChargeMention(i, first, last, t.i, hedged or stance in ("hedges", "unknown")))
    return tuple(sorted(out.values(), key=lambda c: c.head))


Charged = tuple[int, bool]


def _responsible(reading: Reading, t: Token) -> Iterator[Charged]:
    """ "X was responsible", "whether X was behind it", "X is to blame"; with an event word behind they are its arguments."""
    behind = t.lower == "behind" and t.dep == "prep"
    if t.lower not in ("responsible", "culpable") and not behind:
        return
    verb = reading.tokens[t.head]
    if verb.lemma != "be" or t.dep not in ("acomp", "prep", "attr", "oprd"):
        return
    for c in (t, *reading.children(t.i, "prep")):
        for o in reading.children(c.i, "pobj"):
            if o.lemma in event_words().by_first or behind and o.lower not in ("it", "this", "that", "them"):
                return
    subject, _ = subject_of(reading, verb.i)
    believed = _believed(reading, verb)
    if believed is not None:
        yield believed, True
    elif subject is not None and reading.tokens[subject].lower not in RELATIVE | {"who", "it", "that", "this"}:
        asked = any(c.lower in ("whether", "if") for c in reading.children(verb.i, "mark"))
        yield subject, asked


def _believed(reading: Reading, verb: Token) -> int | None:
    """ "X, which the ministry believes was responsible": the head of X, where one verb of belief stands between."""
    belief = reading.tokens[verb.head]
    if verb.dep != "ccomp" or belief.dep != "relcl" or belief.lemma not in _SUSPECTING | {"say", "claim"}:
        return None
    return belief.head if any(c.lower in RELATIVE | {"who"} for v in (verb, belief) for c in reading.children(v.i)) else None


def _identified(reading: Reading, t: Token) -> Iterator[Charged]:
    """ "The attackers were rebels of X", "the gunmen, identified as members of X", "the killers are believed to belong to X"."""
    if t.lemma in _DOERS and t.dep in ("attr", "pobj"):
        yield from _singled_out(reading, t)
    if t.lemma not in _DOERS or t.tag not in ("NN", "NNS") or any(c.lower in ("no", "any") for c in reading.children(t.i, "det")):
        return
    verb = reading.tokens[t.head]
    verbs = [verb] if t.dep in ("nsubj", "nsubjpass") and verb.lemma in _NAMING else []
    verbs += [c for c in reading.children(t.i, "acl", "relcl") if c.lemma in _NAMING and c.tag[:1] == "V"]
    for v in verbs:
        hedged = v.lemma in _SUSPECTING or any(c.lower in ("may", "might", "could") for c in reading.children(v.i, "aux"))
        yield from ((i, hedged) for i in _said_to_be(reading, v))
        for x in reading.children(v.i, "xcomp"):
            if x.lemma in _LINKING:
                yield from ((i, True) for i in _said_to_be(reading, x))


_POINTING = frozenset("finger name identify cite describe know denounce see regard".split())


def _singled_out(reading: Reading, t: Token) -> Iterator[Charged]:
    """ "X is the prime suspect", "named X as the mastermind"."""
    above = reading.tokens[t.head]
    if t.dep == "attr" and above.lemma == "be" and (t.lemma != "suspect" or any(True for _ in reading.children(t.i, "amod"))):
        subject, _ = subject_of(reading, above.i)
        if subject is not None and _acts(reading, reading.tokens[subject]):
            yield subject, t.lemma == "suspect"
    verb = reading.tokens[above.head]
    if t.dep == "pobj" and above.lower == "as" and verb.lemma in _POINTING:
        named = (c for c in reading.children(verb.i, "dobj", "nsubjpass") if reading.name_at(c.i) is not None)
        yield from ((c.i, False) for c in named)


def _said_to_be(reading: Reading, verb: Token) -> Iterator[int]:
    """What somebody is said to be, or whom to belong to: heads of the phrases behind the verb."""
    if verb.lemma == "be":
        yield from (c.i for c in reading.children(verb.i, "attr") if _acts(reading, c))
    prepositions = {"belong": ("to",), "be": ("from",), "come": ("from",)}.get(verb.lemma, ("as",))
    for p in reading.children(verb.i, "prep"):
        if p.lower in prepositions:
            yield from (o.i for o in reading.children(p.i, "pobj") if _acts(reading, o))


def _acts(reading: Reading, t: Token) -> bool:
    """Words that can stand for a doer: a name of a body, or one with such a name in it."""
    first, last = reading.subtree(t.i)
    return any(n.kind in ("armed-group", "organisation") for n in reading.names if first <= n.first < last)


def _works(reading: Reading, t: Token) -> Iterator[Charged]:
    """ "It was the work of X", "bore the hallmarks of X", "suspicion fell on X"."""
    if t.lemma in _WORKS and t.dep in ("attr", "dobj", "pobj", "oprd"):
        for p in reading.children(t.i, "prep"):
            if p.lower == "of":
                yield from ((o.i, t.lemma not in ("work", "doing", "deed")) for o in reading.children(p.i, "pobj") if _acts(reading, o))
    elif t.lemma in _FALLING and t.dep == "nsubj" and reading.tokens[t.head].lemma in ("fall", "lie", "rest", "point", "be"):
        for p in reading.children(t.head, "prep"):
            if p.lower in ("on", "upon", "with", "to", "at"):
                for o in reading.children(p.i, "pobj"):
                    below = [x for q in reading.children(o.i, "prep") for x in reading.children(q.i, "pobj")]  # "on the head of X"
                    yield from ((x.i, t.lemma == "suspicion") for x in below or [o] if _acts(reading, x) or people_words().get(x.lemma) == "armed")


def _suspected(reading: Reading, t: Token) -> Iterator[Charged]:
    """ "Police suspect X", "X is suspected": without the deed, which is then what was told before."""
    if t.lemma != "suspect" or t.tag[:1] != "V" or any(True for _ in reading.children(t.i, "ccomp", "xcomp", "prep")):
        return
    for c in reading.children(t.i, "dobj", "nsubjpass"):
        if c.lower not in RELATIVE and _acts(reading, c):
            yield c.i, True
