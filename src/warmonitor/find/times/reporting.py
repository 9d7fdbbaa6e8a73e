"""Times of saying: "the army said on Thursday". They tell when something was told, never when it happened."""

from __future__ import annotations

import re
from itertools import takewhile

from warmonitor.find.times.match import Found
from warmonitor.find.times.stamps import is_stamp
from warmonitor.lexicon.times import saying
from warmonitor.model.reading import Reading, Sentence, Token

_COARSE = re.compile(r"(?:last|this|next):[YMms]|XXXX-(?:\d\d|[A-Z]{2})$|\d{4}(?:$|-\d\d$|-[A-Z])|ago:\w+[MY]$")
_ATTITUDES = frozenset(
    ["condemn", "praise", "denounce", "deplore", "welcome", "hail", "laud", "decry", "lament", "regret"]
)
_FINITE = ("VBD", "VBZ", "VBP", "VBN", "VBG")


def is_reporting(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """True where the expression stands in a stamp or dateline, or says when something was said."""
    if is_stamp(reading, sentence, found):
        return True
    if found.type in ("DURATION", "SET") or re.search(r"@(?:since|until|by|after)$", found.value):
        return False
    first, last = found.tokens(reading)
    if first > 1 and reading.tokens[first - 1].lower in ("of", "on", "from") and reading.tokens[first - 2].lower == "as":
        return reading.tokens[first - 1].lower == "of"  # "some were missing as of Sunday"
    if _COARSE.match(found.value):
        verb = _verb_above(reading, first, last)
        return verb is not None and _says_something(reading, verb) or _between_saying_and_said(reading, first, last)
    return (
        _beside_saying(reading, first, last)
        or _modifies_saying(reading, first, last)
        or _of_finding(reading, first, last)
        or _of_confirming(reading, first, last)
    )


def _beside_saying(reading: Reading, first: int, last: int) -> bool:
    """ "reported today that", "his lawyer on Sunday announced": the finite verb of saying stands right beside the day."""
    here = reading.tokens[last - 1]
    after = (
        reading.tokens[last] if last < len(reading.tokens) and reading.tokens[last].sentence == here.sentence else None
    )
    if after is not None and after.lemma in saying("verb") and after.tag in ("VBD", "VBZ"):
        return True
    if after is not None and (after.lower in ("'s", "’s") or here.dep in ("compound", "nmod", "poss")):
        return False
    i = first - 1
    while i >= 0 and reading.tokens[i].lower in ("on", "late", "early", "earlier"):
        i -= 1
    before = reading.tokens[i] if i >= 0 and reading.tokens[i].sentence == here.sentence else None
    return before is not None and before.lemma in saying("verb") - {"release"} and before.tag in ("VBD", "VBZ")


def _between_saying_and_said(reading: Reading, first: int, last: int) -> bool:
    """ "said in March it had captured the base": a verb of saying before "in" and the month, a pluperfect behind."""
    i = first - 1
    while i >= 0 and reading.tokens[i].lower in ("in", "late", "early", "earlier"):
        i -= 1
    here = reading.tokens[last - 1]
    if i < 0 or reading.tokens[i].sentence != here.sentence or reading.tokens[i].tag not in ("VBD", "VBZ"):
        return False
    if reading.tokens[i].lemma not in saying("verb") - {"release"}:
        return False
    behind = [t for t in reading.tokens[last : last + 8] if t.sentence == here.sentence]
    return any(t.lower in ("that", "had", "was", "were") for t in behind)


_FINDING = frozenset(["find", "discover", "recover", "unearth", "exhume", "retrieve", "locate"])
_REMAINS = frozenset(["body", "corpse", "remains", "grave", "skeleton", "cadaver"])


def _of_finding(reading: Reading, first: int, last: int) -> bool:
    """ "found the bodies on Tuesday": they died then or before."""
    verb = _verb_above(reading, first, last)
    if verb is None or verb.lemma not in _FINDING:
        return False
    return any(c.lemma in _REMAINS for c in reading.children(verb.i, "dobj", "nsubjpass", "nsubj"))


def _of_confirming(reading: Reading, first: int, last: int) -> bool:
    """ "A commander was confirmed killed today": that is the day of confirming."""
    verb = _verb_above(reading, first, last)
    if verb is None or verb.tag != "VBN":
        return False
    above = reading.tokens[verb.head]
    return above.lemma == "confirm" and above.i == verb.i - 1


_VOICING = frozenset(["raise", "voice", "express", "issue", "hold", "give", "make"])
_FEELINGS = frozenset(["concern", "alarm", "outrage", "regret", "condolence", "condemnation", "remark"])


def _top(reading: Reading, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    inside = range(first, last)
    for i in inside:
        token = reading.tokens[i]
        if token.head not in inside or token.head == i:
            return token
    return reading.tokens[last - 1]


def _verb_above(reading: Reading, first: int, last: int) -> Token | None:
    """The verb that an expression modifies, by itself or by "in", "on", "at"."""
    top = _top(reading, first, last)
    head = reading.tokens[top.head]
    if head.lower in ("in", "on", "at"):
        head = reading.tokens[head.head]
    elif top.dep not in ("npadvmod", "advmod", "tmod"):
        return None
    return head if head.tag[:1] == "V" else None


def _modifies_saying(reading: Reading, first: int, last: int) -> bool:
    """True for a day that hangs on a verb of saying or on a statement, by the parse."""
    top = _top(reading, first, last)
    head = reading.tokens[top.head]
    if top.dep in ("nsubj", "nsubjpass") or head.i == top.i:
        return False
    if head.dep == "prep" or head.tag == "IN":
        if head.lower not in ("on", "at", "late", "early", "in"):
            return False
        head = reading.tokens[head.head]
    elif top.dep not in ("npadvmod", "advmod", "nmod", "tmod", "compound", "poss", "dobj", "appos"):
        return False
    while top.dep == "npadvmod" and head.dep == "pobj" and head.tag == "NNP":  # "in Lima today"
        head = reading.tokens[reading.tokens[head.head].head]
    if head.tag[:1] == "V":
        return _is_saying(reading, head) and not _of_an_act(reading, head) and _reaches(reading, head, first)
    return head.tag[:2] == "NN" and head.lemma in saying("noun") and _in_saying(reading, head)


def _reaches(reading: Reading, verb: Token, first: int) -> bool:
    """False where another verb stands nearer: "he was shot Thursday, police said" is often parsed as said on Thursday.

    "condemns the attacks today": the day may as well be that of the attacks, where the verb is in the present.
    """
    sentence = reading.sentences[reading.tokens[first].sentence]
    between = range(verb.i + 1, first) if verb.i < first else range(sentence.first, first)
    if any(reading.tokens[i].tag in _FINITE for i in between):
        return False
    present = verb.lemma in _ATTITUDES and verb.tag in ("VBZ", "VBP")
    return not (present and any(verb.i < c.i < first for c in reading.children(verb.i, "dobj")))


def _says_something(reading: Reading, verb: Token) -> bool:
    """ "officials said in May that": a month of saying needs a finite verb and what is said, or a tape or text as object."""
    if verb.tag not in ("VBD", "VBZ") or verb.lemma not in saying("verb"):
        return False
    said = any(reading.children(verb.i, "ccomp", "parataxis"))
    return said or any(c.lemma in saying("noun") or c.lemma in _RECORDINGS for c in reading.children(verb.i, "dobj"))


_RECORDINGS = frozenset(["video", "footage", "photo", "image", "recording", "tape", "audio"])


def _of_an_act(reading: Reading, verb: Token) -> bool:
    """True where a verb that may tell of saying tells of a deed instead.

    "jets were reported to have struck on Monday" (the day of the strike), "the captives released on Friday", "declared a truce".
    """
    children = list(reading.children(verb.i))
    if verb.tag == "VBN" and any(c.dep == "auxpass" for c in children) and any(c.dep == "xcomp" for c in children):
        return True
    if verb.lemma in ("declare", "proclaim"):
        return not any(c.dep == "ccomp" for c in children)
    if verb.dep in ("acl", "amod"):
        return not _tells(reading.tokens[verb.head])
    return verb.lemma == "release" and not any(_tells(c) for c in children if c.dep in ("dobj", "nsubjpass"))


def _tells(noun: Token) -> bool:
    """True for a statement, a report, a video: what comes out on a day without having happened on it."""
    return noun.lemma in saying("noun") or noun.lemma in _RECORDINGS


def _is_saying(reading: Reading, verb: Token) -> bool:
    made_public = verb.lemma == "make" and any(c.lemma in ("public", "known") for c in reading.children(verb.i))
    published = (
        verb.dep == "acl"
        and verb.lemma in ("issue", "air", "broadcast", "carry", "date")
        and _tells(reading.tokens[verb.head])
    )
    voiced = verb.lemma in _VOICING and any(
        c.lemma in saying("noun") or c.lemma in _FEELINGS for c in reading.children(verb.i, "dobj", "nsubjpass")
    )
    return verb.lemma in saying("verb") or made_public or published or voiced


def _in_saying(reading: Reading, noun: Token) -> bool:
    """A statement, briefing or letter counts where something is said by it, not where it is itself the matter."""
    chain = list(takewhile(lambda t: t.dep != "ROOT", reading.ancestors(noun.i)))
    return noun.dep in ("pobj", "dobj", "nsubj", "ROOT", "appos", "conj", "npadvmod", "nsubjpass") and len(chain) < 8
