"""What is said as a rule: "the man was a leader who coordinated attacks", "a strike means any use of arms" tell of no one attack."""

from __future__ import annotations

from warmonitor.model.reading import Reading, Token

_CALLINGS = frozenset(
    "leader commander facilitator member militant insurgent fighter terrorist operative bomb-maker bombmaker maker smuggler "
    "financier supplier coordinator organizer organiser planner recruiter ringleader lieutenant expert specialist trainer emir "
    "deputy associate courier trafficker kingpin chief boss guerrilla rebel jihadist extremist group organisation organization "
    "network cell gang faction militia outfit movement".split()
)
_CHARGED = frozenset("responsible known involved suspected believed accused alleged implicated reported assessed wanted notorious".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight night morning ago week month january "
    "february march april may june july august september october november december".split()
)


def describes_person(reading: Reading, t: Token) -> bool:
    """True for an event word, without a day, by which someone is described, as "… who led raids", "was known to plan attacks"."""
    child = t
    for a in reading.ancestors(t.i):
        if a.sentence != t.sentence:
            return False
        if child.dep == "relcl" and child.tag[:1] == "V" and _is_what_someone_is(reading, a):
            return not _is_dated(reading, child)
        if child.dep == "relcl" and t.tag == "NNS" and _is_some_body(reading, a) and not _is_counted(reading, t):
            return not _is_dated(reading, child)
        if a.lower in _CHARGED and a.tag in ("VBN", "JJ") and t.tag == "NNS" and _is_person(reading, a) and not _is_counted(reading, t):
            return not _is_dated(reading, a)
        child = a
    return False


def _is_what_someone_is(reading: Reading, noun: Token) -> bool:
    """ "X is a leader who", "X, a leader who"."""
    if noun.lemma not in _CALLINGS:
        return False
    indefinite = any(d.lower in ("a", "an") for d in reading.children(noun.i, "det"))
    return noun.dep == "attr" or noun.dep == "appos" and indefinite


def _is_some_body(reading: Reading, noun: Token) -> bool:
    """ "a cell that conducted attacks"."""
    return noun.lemma in _CALLINGS and any(d.lower in ("a", "an") for d in reading.children(noun.i, "det"))


def _is_person(reading: Reading, charged: Token) -> bool:
    """ "The leader is responsible for", "he was suspected of": what is charged is a calling or a person, not a group in an attack."""
    for holder in (charged, reading.tokens[charged.head]):
        for s in reading.children(holder.i, "nsubj", "nsubjpass"):
            name = reading.name_at(s.i)
            return s.lower in ("he", "she") or s.lemma in _CALLINGS or name is not None and name.kind == "person"
    return False


def _is_counted(reading: Reading, noun: Token) -> bool:
    return any(True for _ in reading.children(noun.i, "det", "nummod", "poss"))


def _is_dated(reading: Reading, top: Token) -> bool:
    """A day, a month or a year below `top`: then one happening is told."""
    first, last = reading.subtree(top.i)
    return any(
        t.lower in _DAYS and (t.lower != "may" or t.tag == "NNP") or len(t.text) == 4 and t.text.isdigit()
        for t in reading.tokens[first:last]
    )


_DEFINING = frozenset("define mean classify constitute".split())
_WITHHOLDING = frozenset("report refer describe disclose count employ".split())


def is_defined(reading: Reading, t: Token) -> bool:
    """ "A strike, as defined by the force, means …", "a single bomb is one strike": words about words, in the simple present."""
    indefinite = any(d.lower in ("a", "an", "one", "each", "any") for d in reading.children(t.i, "det", "nummod"))
    if any(d.lower in ("the", "this", "that", "these", "those") for d in reading.children(t.i, "det")) or any(reading.children(t.i, "poss")):
        return False
    for a in (t, *reading.ancestors(t.i)):
        if a.sentence != t.sentence:
            return False
        if not _is_present(reading, a):
            continue
        if a.lemma in _DEFINING:
            return True
        if indefinite and a.lemma in _WITHHOLDING:
            return True
        if indefinite and a.lemma == "be" and t.dep == "attr" and t.head == a.i:
            return a.dep != "ROOT" or any(reading.children(a.i, "csubj")) or any(s.tag == "VBG" for s in reading.children(a.i, "nsubj"))
    return False


def _is_present(reading: Reading, verb: Token) -> bool:
    if verb.tag in ("VBZ", "VBP"):
        return not any(a.tag == "VBD" or a.lower == "have" for a in reading.children(verb.i, "aux", "auxpass"))
    return verb.tag in ("VB", "VBN") and any(a.tag in ("VBZ", "VBP") and a.lemma != "have" for a in reading.children(verb.i, "aux", "auxpass"))
