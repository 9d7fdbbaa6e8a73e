"""The subject of a verb: its own, a shared one, or that of a relative clause; one of several that a parser gives."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.find.figures import is_people
from warmonitor.find.triggers import DAYS, Found
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.model.reading import Reading, Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_CHARGING = frozenset("accuse suspect convict blame criticise criticize".split())
_SINGULAR, _PLURAL = frozenset({"was", "is", "has", "'s"}), frozenset({"were", "are", "have"})

_NEEDS_OBJECT = frozenset(
    "kill wound injure hurt arrest detain abduct kidnap capture slay murder assassinate behead massacre slaughter nab apprehend free "
    "target".split()
)
"""Verbs that always have somebody they are done to: without an object their subject undergoes them."""
PASSING = frozenset("pass drive travel walk cross move patrol return approach arrive ride wait gather leave enter queue".split())
"""Verbs of clauses that tell only at what moment those who were hit came by."""
_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
"""Objects of "hold" and "take" that stand for whom it is done to: "were kidnapped and held hostage"."""
_HEADLINE = frozenset("hit strike attack bomb shell raid ambush storm burn torch loot seize shoot".split())
"""Verbs whose past form without an object is a participle in headlines, where active ones stand in the present."""
_CLOSES = frozenset(["IN", "CC", "RB", "TO", ",", ".", ":", "-RRB-", "MD", "VBD", "VBZ", "VBP", "NNP", "_SP", "''"])


@dataclass(frozen=True, slots=True)
class Who:
    """The head token of a participant and its role in the grammar (a role of `Argument`)."""

    role: str
    head: int


def _true_subject(reading: Reading, verb: int, subjects: list[Token], of_people: bool) -> Token:
    """Of several subjects the one that agrees in number, then (`of_people`) that names people, then the nearest to the verb.

    "Five men who were planting a device were killed" (men); "In Ar district, Or province, a man was arrested" (a man).
    """
    before = [c for c in subjects if c.i < verb] or subjects[:1]
    auxiliaries = {c.lower for c in reading.children(verb, "aux", "auxpass")}
    number = "plural" if auxiliaries & _PLURAL else "singular" if auxiliaries & _SINGULAR else None
    agreeing = [c for c in before if number is None or _number(reading, c) in (number, None)] or before
    people = [c for c in agreeing if is_people(reading, c.i)] if of_people else []
    return (people or agreeing)[-1]


_HARMING = frozenset(
    "kill massacre murder assassinate behead execute slaughter slay injure wound arrest detain capture apprehend kidnap abduct shoot gun "
    "martyr decapitate lynch".split()
)


def reads_as_passive(reading: Reading, verb: Token) -> bool:
    """ "saw four people shot dead", "nine police killed in ambush": a participle read as a past tense, with nobody it is done to."""
    if verb.lemma not in _HARMING or verb.tag not in ("VBD", "VBN") or any(True for _ in reading.children(verb.i, "aux", "auxpass")):
        return False
    done_to = [c for c in reading.children(verb.i, "dobj", "ccomp", "xcomp", "conj") if c.dep == "dobj" or c.tag[:1] == "V"]
    return not done_to and any(True for _ in reading.children(verb.i, "nsubj"))


def joint_subjects(reading: Reading, verb: int, chosen: int) -> list[int]:
    """`chosen` and the subjects before it that "and" joins to it, where a parser gives each to the verb itself."""
    t = reading.tokens[chosen]
    before = [
        c.i
        for c in reading.children(verb, t.dep)
        if c.i < chosen and any(a.i < chosen for a in reading.children(c.i, "cc")) and t.dep in ("nsubj", "nsubjpass")
    ]
    return [*before, chosen]


def _number(reading: Reading, t: Token) -> str | None:
    if t.tag in ("NNS", "NNPS") or any(True for _ in reading.children(t.i, "conj")):
        return "plural"
    if t.tag in ("NN", "NNP"):
        return "singular"
    return None


def _taken_for_apposition(reading: Reading, verb: int) -> int | None:
    """ "In Ardal, a guard and a cook were seized": a subject that the parser hung on the place before it, or None."""
    passive = [c.i for c in reading.children(verb, "auxpass")]
    if not passive or not passive[0]:
        return None
    at = reading.tokens[passive[0] - 1]
    while at.dep == "conj":
        at = reading.tokens[at.head]
    above = reading.tokens[at.head]
    if at.dep == "pobj" and above.lower == "between" and at.sentence == reading.tokens[verb].sentence:
        return at.i  # "between 12 and 15 rebels were killed"
    if at.dep != "appos" or at.tag[:2] != "NN" or at.sentence != reading.tokens[verb].sentence:
        return None
    fronted = any(a.head == verb and a.dep == "prep" for a in reading.ancestors(at.i))
    return at.i if fronted else None


def _behind_as(reading: Reading, verb: int) -> int | None:
    """ "Guard killed as bombs go off": in a headline the noun between "as" and the verb, which a parser takes for an object."""
    noun = reading.tokens[verb - 1] if verb else None
    if noun is None or noun.dep != "pobj" or noun.tag[:2] != "NN":
        return None
    as_ = reading.tokens[noun.head]
    return noun.i if as_.lower == "as" and reading.tokens[as_.head].lemma in event_words().by_first else None


def _inverted(reading: Reading, verb: int) -> int | None:
    """ "Also killed in the raid were nine guards": the subject behind the auxiliary that follows its participle."""
    be = next((c.i for c in reading.children(verb, "auxpass", "aux") if c.i > verb), None)
    if be is None or reading.tokens[verb].tag not in ("VBN", "VBD"):
        return None
    return next((c.i for i in (be, verb) for c in reading.children(i, "attr", "nsubj", "nsubjpass", "dobj") if c.i > be), None)


def subject_of(reading: Reading, verb: int, depth: int = 0, *, of_people: bool = False) -> tuple[int | None, bool]:
    """(Head token of the subject, whether it is a passive one); shared and relative subjects are followed.

    `of_people`: the verb tells of what befalls people, who are its subject before any thing.
    """
    t = reading.tokens[verb]
    subjects = list(reading.children(verb, "nsubj", "nsubjpass"))
    if subjects and (own := _behind_as(reading, verb)) is not None:
        return own, False
    if subjects:
        c = _true_subject(reading, verb, subjects, of_people)
        if c.lower in RELATIVE and t.dep in ("relcl", "acl"):
            return _all_joined(reading, verb, t.head), c.dep == "nsubjpass"
        return c.i, c.dep == "nsubjpass"
    for clause in reading.children(verb, "csubjpass", "csubj"):  # "men planting a bomb were killed", read as a clause
        for c in reading.children(clause.i, "nsubj") if clause.tag == "VBG" else ():
            return c.i, clause.dep == "csubjpass"
    if (behind := _inverted(reading, verb)) is not None:
        return behind, True
    misread = _taken_for_apposition(reading, verb)
    if misread is not None:
        return misread, True
    if depth > 4:
        return None, False
    if t.dep == "acl" and t.tag == "VBD" and (chief := _chief(reading, t.head)) != t.head:
        return chief, False  # "an explosion targeting a convoy killed ten", read as the convoy's
    if t.dep in ("relcl", "acl") and reading.tokens[t.head].tag[:1] != "V":
        passive = t.tag == "VBN" and not any(c.lower in ("have", "has", "had") for c in reading.children(verb, "aux"))
        if t.dep == "acl" and _opens_clause(reading, t.head):
            return t.head, False
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
            if up.lemma in _CHARGING and up.dep != "acl":  # "accused X of shelling": X shelled
                return next((c.i for c in reading.children(up.i, "dobj", "nsubjpass")), None), False
            verb_above = reading.tokens[up.head]
            if up.tag[:2] == "NN" and up.dep in ("dobj", "nsubjpass") and verb_above.lemma in _CHARGING and t.i > up.i:
                return up.i, False  # the preposition hung on X
            if up.dep == "acl" and up.lemma in _CHARGING:  # "men suspected of killing"
                return up.head, False
        if t.tag == "VBG" and t.lemma in _HARMING | {"wound"} and _sets_time(reading, up):
            up = reading.tokens[up.head]  # "went off as a patrol was passing, killing two": the blast killed
        if up.tag[:1] == "V" or up.dep == "ROOT":
            subject, passive = subject_of(reading, up.i, depth + 1, of_people=of_people)
            if t.dep == "conj" and t.tag == "VBN" and passive and all(o.lemma in _CAPTIVE for o in reading.children(verb, "dobj")):
                return subject, True
            perfect = any(c.lower in ("have", "to") for c in reading.children(verb, "aux"))
            if t.tag == "VBN" and (t.dep == "advcl" or t.dep == "xcomp" and passive) and not perfect:
                return subject, True  # "was confirmed killed", but "is believed to have killed"
            if any(True for _ in reading.children(verb, "auxpass")):
                return subject, True
            return (None if passive and t.dep == "advcl" else subject), False
    return None, False


def _opens_clause(reading: Reading, noun: int) -> bool:
    """ "Said that armed groups targeted with shells …": a noun behind "that" is a subject, and the participle hung on it its verb."""
    return reading.tokens[noun].dep == "ccomp" and any(c.lower == "that" for c in reading.children(noun, "mark"))


def _all_joined(reading: Reading, verb: int, noun: int) -> int:
    """ "Ana Roe and Max Poe, who were seized": the first of the list, where the verb is plural and the noun before it is not."""
    t = reading.tokens[noun]
    plural = any(c.lower in _PLURAL for c in reading.children(verb, "aux", "auxpass"))
    while plural and t.tag in ("NN", "NNP") and t.dep == "conj" and reading.tokens[t.head].tag[:2] == "NN":
        t = reading.tokens[t.head]
    return t.i


def _sets_time(reading: Reading, verb: Token) -> bool:
    """True for "as a patrol was passing": a clause of time that tells of no happening itself."""
    if verb.dep != "advcl" or verb.lemma not in PASSING:
        return False
    return any(m.lower in ("as", "while", "when") for m in reading.children(verb.i, "mark", "advmod"))


def _chief(reading: Reading, noun: int) -> int:
    """The noun that a phrase is about, `noun` standing in a participle clause of it; `noun` itself otherwise."""
    at = noun
    for a in reading.ancestors(noun):
        if a.tag[:2] == "NN":
            at = a.i
        elif a.dep not in ("acl", "prep", "agent"):
            break
    return at if reading.tokens[at].dep in ("ROOT", "nsubj") else noun


def _armed_subject(reading: Reading, t: Token) -> bool:
    passive = any(True for _ in reading.children(t.i, "auxpass"))
    subjects = [*reading.children(t.i, "nsubj"), *([reading.tokens[t.head]] if t.dep == "acl" and _opens_clause(reading, t.head) else [])]
    armed = any(people_words().get(c.lemma) in ("armed", "state") or c.lemma in ("organization", "group") for c in subjects)
    return not passive and armed


def lacks_object(reading: Reading, found: Found) -> bool:
    """ "Two killed in raid", "five were killed and nine wounded", "the guards slain": a past form that lacks its object is a participle."""
    t = reading.tokens[found.head]
    if t.tag not in ("VBD", "VBN") or not (t.lemma in _NEEDS_OBJECT or t.lemma == "shoot" and found.last > found.first + 1 or
                                           reading.sentences[t.sentence].kind == "headline" and t.lemma in _HEADLINE):  # fmt: skip
        return False
    if any(c.dep in ("dobj", "ccomp", "xcomp", "aux", "dative") for c in reading.children(found.head)):
        return False
    if t.lemma == "target" and _armed_subject(reading, t) and reading.sentences[t.sentence].kind == "body":
        return False  # "rebels targeted on Monday with mortars the town of Dar"
    following = reading.tokens[found.last] if found.last < len(reading.tokens) else t
    return following.sentence != t.sentence or following.tag in _CLOSES


def _behind_a_day(reading: Reading, verb: int) -> int | None:
    """ "On Monday gunmen of the front stormed a camp": a subject that the parser joined to the day before it, or None."""
    for p in reading.children(verb, "prep"):
        for o in reading.children(p.i, "pobj"):
            days = [c for c in reading.children(o.i, "compound", "nmod") if c.lower in DAYS]
            dated = days or o.i > 0 and reading.tokens[o.i - 1].lower in DAYS
            if p.i < verb and dated and o.tag[:2] == "NN" and reading.subtree(o.i)[1] in range(verb - 2, verb + 1):
                return o.i
    return None


def _behind_suspected(reading: Reading, t: Token) -> int | None:
    """ "Gunmen suspected to be rebels have seized two men": the subject that a parser gave to the participle, or None."""
    up = reading.tokens[t.head]
    if t.dep != "ccomp" or up.tag != "VBN" or up.lemma not in ("suspect", "believe", "think", "say", "allege"):
        return None
    if any(True for _ in reading.children(up.i, "aux", "auxpass")) or any(True for _ in reading.children(t.i, "nsubj", "nsubjpass", "mark")):
        return None
    return next((c.i for c in reading.children(up.i, "nsubj", "nsubjpass")), None)


def orphan(reading: Reading, verb: int) -> int | None:
    """The subject that a parser gave to the clause before: "it turned into Dar and gunmen attacked it", "X began and two men died"."""
    t = reading.tokens[verb]
    if (suspected := _behind_suspected(reading, t)) is not None:
        return suspected
    if t.tag in ("VBD", "VBZ", "VBP", "VBN") and (behind := _behind_a_day(reading, verb)) is not None:
        return behind
    if t.tag not in ("VBD", "VBZ", "VBP") or not verb or t.dep not in ("conj", "ccomp", "ROOT", "advcl"):
        return None
    before = reading.tokens[verb - 1]
    if before.sentence != t.sentence or before.tag[:2] != "NN" or before.dep not in ("conj", "pobj", "dobj", "appos"):
        return None
    first = reading.subtree(verb - 1)[0]
    joined = first > 0 and reading.tokens[first - 1].lower in ("and", "but", "when", "as", "after", "while")
    return verb - 1 if joined and reading.tokens[first - 1].sentence == t.sentence else None
