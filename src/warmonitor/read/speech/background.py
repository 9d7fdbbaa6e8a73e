"""Where the narrator goes on speaking inside someone's indirect speech: definite descriptions of what is taken as known."""

from __future__ import annotations

from warmonitor.model.reading import Attribution, Reading, Token
from warmonitor.model.span import Span

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
    return any(
        _is_background(reading, t, attribution)
        for t in (token, *reading.ancestors(i))
        if attribution_holds(attribution, t)
    )


def attribution_holds(attribution: Attribution, token: Token) -> bool:
    """True where the token lies in the attribution's content."""
    return any(c.start <= token.start < c.end for c in attribution.content)


def _is_background(reading: Reading, clause: Token, attribution: Attribution) -> bool:
    """A relative clause on a noun with a definite determiner, the noun inside the attributed words too."""
    if clause.dep != "relcl" and not (clause.dep == "acl" and clause.tag in ("VBG", "VBN")):
        return False
    noun = reading.tokens[clause.head]
    if not attribution_holds(attribution, noun):
        return False
    return any(d.lower in _DEFINITE for d in reading.children(noun.i, "det", "poss"))
