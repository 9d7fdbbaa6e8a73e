"""Words of saying whose parse has lost what is said: by the order of the words alone ("X, the chief, told a briefing that …")."""

from __future__ import annotations

from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import Source

Range = tuple[int, int]

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_SPEAKING = frozenset("say tell report add announce confirm state claim note explain recall declare".split())
_LONGEST = 12
"""Tokens of an apposition between a name and its verb, and of what may stand between the verb and "that"."""
_NOTHING_SAID = frozenset(["so", "no", "nothing", "little", "to", "goodbye", "?"])


def said_behind(reading: Reading, token: Token, source: Source | None) -> tuple[Source, tuple[Range, ...]] | None:
    """(Source, what is said) of an active verb of saying behind its speaker, where a clause follows it; None for others."""
    told = token.lemma == "tell" and any(reading.children(token.i, "agent"))  # "he was told by the rebels that …"
    active = token.tag in ("VBD", "VBZ", "VBP")
    if token.lemma not in _SPEAKING or not (active or told) or any(reading.children(token.i, "neg")):
        return None
    source = source or name_before(reading, token)
    end = reading.sentences[token.sentence].last
    if source is None or source.words is None or source.head > token.i and not told:
        return None
    tokens = reading.tokens
    first = next((i for i in range(token.i + 1, min(end, token.i + _LONGEST)) if tokens[i].lower == "that"), token.i + 1)
    between = tokens[token.i + 1 : first]
    if any(t.tag in _FINITE or t.text in ('"', "“", "”", ":", ",") for t in between):
        first = token.i + 1
    if first >= end or tokens[first].lower in _NOTHING_SAID or tokens[first].text[0] in '"“”:,.':
        return None
    rest = tokens[first:end]
    clause = any(t.tag in _FINITE for t in rest) and any(t.tag[:2] in ("NN", "PR") for t in rest[:8])
    return (source, ((first, end),)) if clause and (tokens[first].lower == "that" or token.lemma == "say") else None


def name_before(reading: Reading, token: Token) -> Source | None:
    """The name that ends right before the verb, or before an apposition between commas that ends there."""
    tokens = reading.tokens
    first = reading.sentences[token.sentence].first
    last = token.i
    while last > first and tokens[last - 1].tag[:2] == "RB":
        last -= 1
    if last > first and tokens[last - 1].text == ",":
        comma = next((i for i in range(last - 2, max(first, last - 2 - _LONGEST), -1) if tokens[i].text == ","), None)
        if comma is None or any(t.tag in _FINITE for t in tokens[comma + 1 : last - 1]):
            return None
        last = comma
    name = reading.name_at(last - 1) if last > first else None
    if name is None or name.kind not in ("person", "organisation", "armed-group") or name.last != last:
        return None
    return Source((name.first, name.last), name.last - 1)
