"""Where the narrator goes on speaking inside someone's indirect speech: definite descriptions of what is taken as known."""

from __future__ import annotations

from warmonitor.lexicon.speakers import is_happening
from warmonitor.model.reading import Attribution, Reading, Token
from warmonitor.model.span import Span

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their"])


def narrator_inside(reading: Reading, i: int) -> bool:
    """True where token i stands in a definite description with a clause of its own ("the raid that killed 30"), inside
    someone's indirect speech and outside quotation marks: what it says is background, and the outlet's own."""
    token = reading.tokens[i]
    here = Span(token.start, token.end)
    attribution = reading.attribution_at(here.start, here.end)
    if attribution is None or attribution.kind in ("direct", "open"):
        return False
    if any(q.holds(here) for q in reading.quotations):
        return False
    for t in (token, *reading.ancestors(i)):
        if _adds_a_result(reading, t):
            return False
        if attribution_holds(attribution, t) and _is_background(reading, t, attribution):
            return True
    return False


def _adds_a_result(reading: Reading, token: Token) -> bool:
    """ "…, killing two": what happened then, whatever noun or relative clause the parse hangs it on; and "The blasts on the
    coast killed two", where the parse took the main verb for a participle."""
    if token.dep not in ("acl", "advcl") or token.tag not in ("VBG", "VBN"):
        return False
    first = reading.subtree(token.i)[0]
    after_comma = token.tag == "VBG" and first == token.i and first > 0 and reading.tokens[first - 1].text == ","
    active = token.tag == "VBN" and token.dep == "acl" and any(reading.children(token.i, "dobj"))
    return after_comma or active


def background_tokens(reading: Reading) -> frozenset[int]:
    """All tokens of which `narrator_inside` is true."""
    spoken = [a for a in reading.attributions if a.kind not in ("direct", "open")]
    inside: set[int] = set()
    for a in spoken:
        for c in a.content:
            i = reading.token_at(c.start).i
            while i < len(reading.tokens) and reading.tokens[i].start < c.end:
                inside.add(i)
                i += 1
    return frozenset(i for i in inside if narrator_inside(reading, i))


def attribution_holds(attribution: Attribution, token: Token) -> bool:
    """True where the token lies in the attribution's content."""
    return any(c.start <= token.start < c.end for c in attribution.content)


def _is_background(reading: Reading, token: Token, attribution: Attribution) -> bool:
    """`token` heads a clause or phrase that belongs to a definite noun: a relative clause on any, a prepositional phrase
    on one that names a happening ("the blast on the coast road")."""
    noun = reading.tokens[token.head]
    if token.head == token.i or noun.tag[:2] not in ("NN", "CD") or not attribution_holds(attribution, noun):
        return False
    if token.dep == "relcl" or token.dep == "acl" and token.tag in ("VBG", "VBN"):
        return _is_definite(reading, noun)
    if noun.dep == "dobj" and any(c.start <= reading.tokens[noun.head].start < c.end for c in attribution.cue):
        return False  # "confirmed the arrest of X in Y": all that is said
    return token.dep == "prep" and token.lower != "of" and is_happening(noun) and _is_definite(reading, noun)


def _is_definite(reading: Reading, noun: Token) -> bool:
    if any(d.lower in _DEFINITE or d.dep == "poss" for d in reading.children(noun.i, "det", "poss")):
        return True
    return any(d.lower.rstrip("s") in _DAYS for d in reading.children(noun.i, "compound", "nmod", "npadvmod"))
