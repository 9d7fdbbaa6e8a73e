"""Who did it to whom, read from the grammar of an event word; never from who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.find.triggers import LIGHT as VERBS_THAT_CARRY
from warmonitor.find.triggers import Found
from warmonitor.model.mention import Argument
from warmonitor.model.reading import Reading, Token

LIGHT = VERBS_THAT_CARRY | frozenset({"target", "hit", "strike"})
_SUFFER = frozenset("suffer face receive sustain survive witness repel".split())
_HAPPEN = frozenset("occur happen take come erupt break ensue follow begin start last continue go".split())
_CONTROL = frozenset("control hand grip rule occupation captivity".split())
_CHARGING = frozenset("accuse suspect convict blame criticise criticize".split())
_CLAIM = frozenset("claim".split())
_BLAME = frozenset("blame attribute ascribe pin".split())
_ON = frozenset("on against at targeting upon towards toward".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday night morning evening".split()
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class _Who:
    role: str
    head: int


def find_arguments(reading: Reading, found: Found, triggers: dict[int, Found]) -> tuple[Argument, ...]:
    """Arguments of one trigger, each coordinated part apart; `triggers` are all triggers by head token."""
    pairs = _of_verb(reading, found) if found.trigger.pos == "verb" else _of_noun(reading, found, triggers)
    out: list[Argument] = []
    seen: set[tuple[str, int]] = set()
    for who in pairs:
        for head in coordinated(reading, who.head):
            if (who.role, head) in seen or found.first <= head < found.last:
                continue
            seen.add((who.role, head))
            first, last = noun_phrase(reading, head)
            out.append(Argument(who.role, head, first, last))  # type: ignore[arg-type]
    return tuple(out)


# verbs ----------------------------------------------------------------------------------------------------------------
def _of_verb(reading: Reading, found: Found) -> Iterator[_Who]:
    frame, head = found.trigger.frame, found.head
    roles = _ROLES.get(frame, _ROLES["agent-patient"])
    subject, passive = subject_of(reading, head)
    if subject is not None:
        yield _Who(roles["passive"] if passive else roles["subject"], subject)
    inside = set(range(found.first, found.last))
    for c in reading.children(head):
        if c.dep == "dobj":
            if c.i not in inside:
                yield _Who(roles["object"], c.i)
        elif c.dep in ("agent", "prep") and c.lower == "by":
            for o in reading.children(c.i, "pobj"):
                yield _Who(roles["by"], o.i)
        elif c.dep == "prep" and c.lower in ("with", "against") and frame == "meet":
            for o in reading.children(c.i, "pobj"):
                yield _Who("party", o.i)
        elif c.dep == "prep" and c.lower == "between" and frame == "meet":
            for o in reading.children(c.i, "pobj"):
                yield _Who("party", o.i)
        elif c.dep == "prep" and c.lower in ("at", "on", "into", "upon", "against") and _aimed(found) and not passive:
            for o in reading.children(c.i, "pobj"):
                if o.lower not in _DAYS:
                    yield _Who("patient", o.i)
        elif c.dep == "prep" and c.lower == "from" and frame in ("take", "release"):
            for o in reading.children(c.i, "pobj"):
                held = (
                    [x.i for x in reading.children(o.i, "compound", "poss", "amod", "nmod")]
                    if o.lemma in _CONTROL
                    else []
                )
                for i in held or [o.i]:
                    yield _Who("patient" if frame == "take" else "agent", i)
        elif c.dep == "prep" and c.lower == "to" and frame in ("fall",):
            for o in reading.children(c.i, "pobj"):
                yield _Who("agent", o.i)
    for i in range(
        found.first + 1, found.last
    ):  # "fired on X", "opened fire on X": the preposition inside or behind the phrase
        for c in reading.children(i, "prep"):
            if c.lower in ("at", "on", "upon", "against") and frame == "agent-patient":
                for o in reading.children(c.i, "pobj"):
                    yield _Who("patient", o.i)
        if reading.tokens[i].dep == "prep" and frame in ("agent-patient", "crowd", "goods"):
            for o in reading.children(i, "pobj"):
                if o.i >= found.last:
                    yield _Who("patient", o.i)


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


def _taken_for_apposition(reading: Reading, verb: int) -> int | None:
    """ "In Ardal, a guard and a cook were seized": a subject that the parser hung on the place before it, or None."""
    passive = [c.i for c in reading.children(verb, "auxpass")]
    if not passive or not passive[0]:
        return None
    at = reading.tokens[passive[0] - 1]
    while at.dep == "conj":
        at = reading.tokens[at.head]
    if at.dep != "appos" or at.tag[:2] != "NN" or at.sentence != reading.tokens[verb].sentence:
        return None
    fronted = any(a.head == verb and a.dep == "prep" for a in reading.ancestors(at.i))
    return at.i if fronted else None


def subject_of(reading: Reading, verb: int, depth: int = 0) -> tuple[int | None, bool]:
    """(Head token of the subject, whether it is a passive one); shared and relative subjects are followed."""
    t = reading.tokens[verb]
    subjects = list(reading.children(verb, "nsubj", "nsubjpass"))
    if subjects:  # of two, the nearer to the verb: "In Ar district, Or province, a man was arrested"
        c = next((c for c in reversed(subjects) if c.i < verb), subjects[0])
        if c.lower in _RELATIVE and t.dep in ("relcl", "acl"):
            return t.head, c.dep == "nsubjpass"
        return c.i, c.dep == "nsubjpass"
    misread = _taken_for_apposition(reading, verb)
    if misread is not None:
        return misread, True
    if depth > 4:
        return None, False
    if t.dep in ("relcl", "acl") and reading.tokens[t.head].tag[:1] != "V":
        passive = t.tag == "VBN" and not any(c.lower in ("have", "has", "had") for c in reading.children(verb, "aux"))
        objects = any(True for _ in reading.children(verb, "nsubj"))
        return (None if objects else t.head), passive
    if (
        t.dep in ("conj", "xcomp", "advcl", "pcomp")
        and t.dep != "advcl"
        or (t.dep == "advcl" and t.tag in ("VBG", "VBN"))
    ):
        up = reading.tokens[t.head]
        if t.dep == "pcomp":
            up = reading.tokens[up.head]
            if up.lemma in _CHARGING:  # "accused X of shelling": X shelled
                return next((c.i for c in reading.children(up.i, "dobj", "nsubjpass")), None), False
        if up.tag[:1] == "V" or up.dep == "ROOT":
            subject, passive = subject_of(reading, up.i, depth + 1)
            if t.dep == "conj" and t.tag == "VBN" and passive and not any(True for _ in reading.children(verb, "dobj")):
                return subject, True
            if t.tag == "VBN" and t.dep == "advcl":
                return subject, True
            if any(True for _ in reading.children(verb, "auxpass")):
                return subject, True
            return (None if passive and t.dep == "advcl" else subject), False
    return None, False


# nouns ----------------------------------------------------------------------------------------------------------------
def _of_noun(reading: Reading, found: Found, triggers: dict[int, Found]) -> Iterator[_Who]:
    head, frame = found.head, found.trigger.frame
    t = reading.tokens[head]
    agent = "party" if frame == "meet" else "agent"
    patient = "patient"
    for c in _modifiers(reading, found):
        if c.lower in _DAYS:
            continue
        if c.dep == "poss":
            yield _Who("owner", c.i)
        elif c.dep in ("compound", "amod", "nmod"):
            yield _Who("modifier", c.i)
    for c in reading.children(head):
        if c.dep in ("prep", "agent"):
            for o in reading.children(c.i, "pobj"):
                if c.lower == "by":
                    yield _Who(agent, o.i)
                elif c.lower in ("on", "to", "upon") and _is_blamed(reading, t):
                    yield _Who("blamed", o.i)  # "blamed the attack on X"
                elif c.lower in _ON and o.lower not in _DAYS:
                    yield _Who(patient, o.i)
                    for i in _aimed_again(reading, o.i):
                        yield _Who(patient, i)
                elif c.lower == "of":
                    yield _Who("of", o.i)
                elif c.lower in ("between", "with", "among", "involving") and frame in ("meet", "operation", "release"):
                    yield _Who("party", o.i)
        elif c.dep in ("acl", "relcl") and c.lemma in LIGHT | _CLAIM | _BLAME | frozenset(
            ("target", "hit", "involve", "aim")
        ):
            yield from _participle(reading, c, agent, patient)
    if frame == "meet":
        for i in range(head + 1, reading.subtree(head)[1]):
            if reading.tokens[i].lower == "between" and reading.tokens[i].dep == "prep":
                for o in reading.children(i, "pobj"):
                    yield _Who("party", o.i)
    yield from _behind(reading, t, agent)
    yield from _light_verb(reading, t, agent, patient, triggers)


def _is_blamed(reading: Reading, t: Token) -> bool:
    """True for the attack in "blamed the attack on X", "attributed the attack to X"."""
    return t.dep == "dobj" and reading.tokens[t.head].lemma in _BLAME


def _behind(reading: Reading, t: Token, agent: str) -> Iterator[_Who]:
    """ "X was behind the attack", "responsible for the attack": X did it."""
    head = reading.tokens[t.head]
    if t.dep == "pobj" and (
        head.lower == "behind" or head.lower == "for" and reading.tokens[head.head].lower == "responsible"
    ):
        for a in reading.ancestors(head.i):
            if a.lemma == "be":
                subject, _ = subject_of(reading, a.i)
                if subject is not None:
                    yield _Who(agent, subject)
                return


def _aimed_again(reading: Reading, first: int) -> Iterator[int]:
    """ "an attack on the town of X on the barracks": the second "on" hangs on the first one's object."""
    low, high = reading.subtree(first)
    for i in range(low, high):
        t = reading.tokens[i]
        if t.dep == "prep" and t.lower in ("on", "against") and t.i > first:
            for o in reading.children(t.i, "pobj"):
                if o.lower not in _DAYS:
                    yield o.i


def _modifiers(reading: Reading, found: Found) -> Iterable[Token]:
    for i in range(found.first, found.last):
        for c in reading.children(i):
            if c.i < found.first:
                yield c


def _participle(reading: Reading, verb: Token, agent: str, patient: str) -> Iterator[_Who]:
    """ "an attack claimed by X", "carried out by X", "blamed on X", "targeting Y" behind a noun."""
    for c in reading.children(verb.i):
        if c.dep in ("agent", "prep") and c.lower == "by":
            for o in reading.children(c.i, "pobj"):
                yield _Who("claimant" if verb.lemma in _CLAIM else agent, o.i)
        elif c.dep == "prep" and c.lower in ("on", "to") and verb.lemma in _BLAME:
            for o in reading.children(c.i, "pobj"):
                yield _Who("blamed", o.i)
        elif c.dep == "dobj" and verb.lemma in ("target", "hit", "strike"):
            yield _Who(patient, c.i)
        elif c.dep == "prep" and verb.lemma == "aim":
            for o in reading.children(c.i, "pobj"):
                yield _Who(patient, o.i)
        elif c.dep == "nsubj" and verb.dep == "relcl" and verb.lemma in LIGHT and c.lower not in _RELATIVE:
            yield _Who(patient if verb.lemma in _SUFFER else agent, c.i)


def _light_verb(reading: Reading, t: Token, agent: str, patient: str, triggers: dict[int, Found]) -> Iterator[_Who]:
    """The subject of "carried out an attack" does it; that of "suffered an attack" undergoes it."""
    verb = light_verb_of(reading, t)
    if verb is None or verb.i in triggers:
        return
    subject, passive = subject_of(reading, verb.i)
    if verb.lemma in _BLAME and t.dep == "dobj":
        for c in reading.children(verb.i, "prep"):
            if c.lower in ("on", "to", "upon"):
                yield from (_Who("blamed", o.i) for o in reading.children(c.i, "pobj"))
        return  # who blames is not who did it
    if verb.lemma in _CLAIM and t.dep == "dobj" and subject is not None and not passive:
        yield _Who("claimant", subject)
        return
    if t.dep == "dobj" and subject is not None and not passive:
        yield _Who(patient if verb.lemma in _SUFFER else agent, subject)
    for c in reading.children(verb.i):
        if c.dep in ("agent", "prep") and c.lower == "by" and t.dep == "nsubjpass":
            for o in reading.children(c.i, "pobj"):
                yield _Who("claimant" if verb.lemma in _CLAIM else agent, o.i)
        elif c.dep == "prep" and c.lower in _ON and verb.lemma in LIGHT:
            for o in reading.children(c.i, "pobj"):
                yield _Who(patient, o.i)
        elif c.dep == "prep" and c.lower == "between":
            for o in reading.children(c.i, "pobj"):
                yield _Who("party", o.i)
        elif c.dep == "prep" and c.lower in ("on", "to") and verb.lemma in _BLAME and t.dep == "nsubjpass":
            for o in reading.children(c.i, "pobj"):
                yield _Who("blamed", o.i)
        elif (
            c.dep == "dobj"
            and t.dep in ("nsubj",)
            and verb.lemma in ("hit", "target", "strike", "rock", "shake", "rip")
        ):
            yield _Who(patient, c.i)


def light_verb_of(reading: Reading, t: Token) -> Token | None:
    """The verb that only carries the event noun t ("carried out …", "… took place", "… was blamed on"), or None."""
    head = reading.tokens[t.head]
    if t.dep == "conj":
        return light_verb_of(reading, head) if head.dep in ("dobj", "nsubj", "nsubjpass") else None
    if t.dep not in ("dobj", "nsubj", "nsubjpass") or head.tag[:1] != "V":
        return None
    if head.lemma in LIGHT | _HAPPEN | _CLAIM | _BLAME or head.lemma in (
        "rock",
        "shake",
        "rip",
        "leave",
        "be",
        "kill",
        "wound",
    ):
        return head
    return None
