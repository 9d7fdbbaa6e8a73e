"""Times of saying and of printing: they tell when a report was made, never when an event happened."""

from __future__ import annotations

import re
from itertools import takewhile

from warmonitor.find.times.match import Found
from warmonitor.lexicon.times import saying
from warmonitor.model.reading import Reading, Sentence, Token

_STAMPED = re.compile(r"(?:updated|published|posted|modified|created|accessed|retrieved)(?: on| at)?[\W\d]*$|@\w+\) ?$")
_DATELINE = re.compile(r"(?:^|[^\w-])[A-Z][A-Z'’-]{2,}(?:,? [A-Z][\w.'’-]+){0,3},? ?[(\[]$")
_WIRE = re.compile(r"\s*(?:[(\[][^)\]]{2,60}[)\]]\s*){0,2}--\s")
"""What follows the day in the dateline of a monitored wire: the agency in brackets and two dashes."""
_UPDATED = re.compile(r"\W{0,3}(?:updated|published|posted)\b")
_STAMP = re.compile(
    r"\W*(?:last )?(?:updated|published|posted|modified|created|filed|accessed|retrieved)\b(?: on| at)?\W*"
)


def is_reporting(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """True where the expression stands in a stamp or dateline, or says when something was said."""
    if sentence.kind in ("stamp", "dateline"):
        return True
    if _STAMP.match(found.lower) and found.start < 60:
        return True
    lower, start, end = found.lower, found.start, found.end
    if _STAMPED.search(lower[max(0, start - 60) : start]) or _dateline(reading, sentence, found):
        return True
    if found.start < 80 and found.value.startswith("XX") and _WIRE.match(lower, end):
        return True
    if found.value.startswith("num:") and _UPDATED.match(lower[end : end + 14]):
        return True
    if found.type in ("DURATION", "SET"):
        return False
    if found.value.startswith("T") and not re.search(r"\w", lower[:start] + lower[end:]):
        return True  # a line with nothing but the hour: a running log
    first, last = found.tokens(reading)
    return _beside_saying(reading, first, last) or _modifies_saying(reading, first, last)


def _dateline(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """ "KABUL, Afghanistan (Jan. 10)": a town in capitals, its country, and the day in brackets."""
    before = reading.text[max(sentence.start, found.offset + found.start - 60) : found.offset + found.start]
    closed = reading.text[found.offset + found.end : found.offset + found.end + 1] in (")", "]")
    return closed and not sentence_is_upper(reading, sentence) and _DATELINE.search(before) is not None


def sentence_is_upper(reading: Reading, sentence: Sentence) -> bool:
    """True where capitals say nothing."""
    text = reading.text[sentence.start : sentence.end]
    return text.upper() == text


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


def _top(reading: Reading, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    inside = range(first, last)
    for i in inside:
        token = reading.tokens[i]
        if token.head not in inside or token.head == i:
            return token
    return reading.tokens[last - 1]


def _modifies_saying(reading: Reading, first: int, last: int) -> bool:
    top = _top(reading, first, last)
    head = reading.tokens[top.head]
    if top.dep in ("nsubj", "nsubjpass") or head.i == top.i:
        return False
    if head.dep == "prep" or head.tag == "IN":
        if head.lower == "in":
            return _said_in(reading, reading.tokens[head.head])
        if head.lower not in ("on", "at", "late", "early"):
            return False
        head = reading.tokens[head.head]
    elif top.dep not in ("npadvmod", "advmod", "nmod", "tmod", "compound", "poss", "dobj", "appos"):
        return False
    while top.dep == "npadvmod" and head.dep == "pobj" and head.tag == "NNP":  # "in Lima today"
        head = reading.tokens[reading.tokens[head.head].head]
    if head.tag[:1] == "V":
        return head.lemma in saying("verb") and not _of_an_act(reading, head) and _reaches(reading, head.i, first, last)
    if head.tag[:2] == "NN":
        return head.lemma in saying("noun") and _in_saying(reading, head)
    return False


def _reaches(reading: Reading, verb: int, first: int, last: int) -> bool:
    """False where another verb stands nearer: "he was shot Thursday, police said" is often parsed as said on Thursday."""
    sentence = reading.sentences[reading.tokens[first].sentence]
    between = range(verb + 1, first) if verb < first else range(sentence.first, first)
    return not any(reading.tokens[i].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG") for i in between)


def _said_in(reading: Reading, verb: Token) -> bool:
    """ "officials said in May that": a month of saying needs a finite verb with what is said, or a tape or text as its object."""
    if verb.tag not in ("VBD", "VBZ") or verb.lemma not in saying("verb"):
        return False
    said = any(reading.children(verb.i, "ccomp", "parataxis"))
    return said or any(c.lemma in saying("noun") or c.lemma in _RECORDINGS for c in reading.children(verb.i, "dobj"))


_RECORDINGS = frozenset(["video", "footage", "photo", "image", "recording", "tape", "audio"])


def _of_an_act(reading: Reading, verb: Token) -> bool:
    """A participle that describes a person or thing ("the drone released on Friday") tells no time of saying."""
    if verb.tag == "VBN" and any(reading.children(verb.i, "auxpass")) and any(reading.children(verb.i, "xcomp")):
        return True  # "jets were reported to have struck": the day of the strike
    if verb.lemma in ("declare", "proclaim"):  # what is declared without a clause is an act: an emergency, a truce
        return not any(reading.children(verb.i, "ccomp"))
    return (
        verb.dep in ("acl", "amod")
        or verb.lemma == "release"
        and not any(
            c.lemma in saying("noun") or c.lemma in _RECORDINGS for c in reading.children(verb.i, "dobj", "nsubjpass")
        )
    )


def _in_saying(reading: Reading, noun: Token) -> bool:
    """A statement, briefing or letter counts where something is said by it, not where it is itself the matter."""
    chain = list(takewhile(lambda t: t.dep != "ROOT", reading.ancestors(noun.i)))
    return noun.dep in ("pobj", "dobj", "nsubj", "ROOT", "appos", "conj", "npadvmod", "nsubjpass") and len(chain) < 8
