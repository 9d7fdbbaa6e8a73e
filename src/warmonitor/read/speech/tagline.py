"""Tag lines that a parser misses: "…, a source close to the talks said on Thursday." and "…, residents told the radio, …".

Long titles and place names before the verb make parsers join the two clauses; commas and word classes tell them apart.
"""

from __future__ import annotations

from warmonitor.model.reading import Reading, Token

Range = tuple[int, int]

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_BREAKS = frozenset([",", "--", "—", "–"])
_LONGEST = 22
"""Tokens in the words of a source."""
_SUBORDINATORS = frozenset("when after before as if while although though because since until unless once".split())


def tag_line(reading: Reading, token: Token) -> tuple[Range, int, tuple[Range, ...]] | None:
    """(Words of the source, their head, what is attributed) for a verb of saying set off by commas, or None."""
    if token.tag == "VBG":
        return _quoted_as(reading, token)
    if token.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if token.tag == "VBN" and not any(c.lemma == "have" for c in reading.children(token.i, "aux")) and not _closes(reading, token):
        return None  # "…, a claim denied by the army"
    tokens, sentence = reading.tokens, reading.sentences[token.sentence]
    comma = _comma_before(reading, token, sentence.first)
    if comma is None or tokens[sentence.first].lower in _SUBORDINATORS:
        return None
    verb = token.i
    if tokens[verb - 1].text == ",":
        verb = _before_relative(reading, verb - 1, sentence.first) or verb
    source = comma + 1, _end_of_source(reading, comma + 1, verb)
    head = _head(reading, source)
    if head is None or tokens[source[0]].tag in ("CC", "IN", "WDT", "WP", "TO", "RB", "VBG", "VBN"):
        return None
    left = sentence.first, comma
    last = token.i + 1
    while last < sentence.last and tokens[last].text not in _BREAKS:
        if tokens[last].tag in _FINITE or tokens[last].text in ('"', "“", "”", "''", ":"):
            return None
        last += 1
    right = last + 1, sentence.last
    if not _is_finite(reading, left):  # "The blast, residents told the radio, shook …": subject and verb on either side
        split = right[0] < right[1] and tokens[right[0]].tag in _FINITE
        return (source, head, (left, right)) if split else None
    rest = any(t.text[0].isalnum() for t in tokens[last : sentence.last])
    if not rest or tokens[last].text != ",":  # behind a dash the outlet comments
        return source, head, (left,)
    if _is_finite(reading, right) and tokens[right[0]].tag not in ("CC",) or _only_phrase(reading, right):
        return source, head, (left, right)
    return source, head, (left,)


def _closes(reading: Reading, token: Token) -> bool:
    """ "…, witnesses reported on Sunday.": an active verb whatever the parse says, with no more than a day behind it."""
    rest = reading.tokens[token.i + 1 : reading.sentences[token.sentence].last]
    active = any(c.i == token.i - 1 for c in reading.children(token.i, "nsubj"))
    return active and len(rest) <= 6 and not any(t.lower == "by" or t.tag[:2] == "VB" for t in rest)


def _quoted_as(reading: Reading, token: Token) -> tuple[Range, int, tuple[Range, ...]] | None:
    """ "…, a clerk was quoted as saying.": what stands before the comma is the clerk's."""
    tokens, sentence = reading.tokens, reading.sentences[token.sentence]
    relay = token.i - 2
    if relay < sentence.first or tokens[token.i - 1].lower != "as" or tokens[relay].lemma not in ("quote", "cite", "report"):
        return None
    be = next((i for i in range(relay - 1, max(sentence.first, relay - 4) - 1, -1) if tokens[i].lemma == "be"), None)
    comma = _comma_before(reading, tokens[be], sentence.first) if be is not None else None
    if be is None or comma is None or any(t.text[0].isalnum() for t in tokens[token.i + 1 : token.i + 2] if t.tag != "IN"):
        return None
    source = comma + 1, _end_of_source(reading, comma + 1, be)
    head = _head(reading, source)
    left = sentence.first, comma
    return (source, head, (left,)) if head is not None and _is_finite(reading, left) else None


def _comma_before(reading: Reading, token: Token, first: int) -> int | None:
    """The comma that opens the tag line: the nearest before the verb with a whole noun phrase between."""
    start = token.i
    if start > first and reading.tokens[start - 1].text == ",":  # "a medic, who feared for her life, told the agency"
        before = _before_relative(reading, start - 1, first)
        if before is None:
            return None
        start = before
    for i in range(start - 1, max(first, start - _LONGEST), -1):
        t = reading.tokens[i]
        if t.text == ",":
            between = reading.tokens[i + 1 : start]
            if any(b.tag[:2] in ("NN", "PR", "CD") for b in between):
                return i
            return None
        if t.tag in _FINITE and i != start - 1 and t.dep not in ("aux", "auxpass"):
            return None
    return None


def _before_relative(reading: Reading, comma: int, first: int) -> int | None:
    """Past-last token of the noun phrase before ", who …," or ", Ana Roe,", where that aside ends at `comma`; None without one."""
    for i in range(comma - 1, max(first, comma - _LONGEST), -1):
        if reading.tokens[i].text == ",":
            aside = reading.tokens[i + 1 : comma]
            named = len(aside) > 1 and all(t.tag == "NNP" for t in aside) and reading.tokens[i - 1].tag == "NN"
            return i if named or aside[0].lower in ("who", "whose", "which") else None
    return None


def _end_of_source(reading: Reading, first: int, verb: int) -> int:
    last = verb
    while last - 1 > first and reading.tokens[last - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        last -= 1
    return last


def _head(reading: Reading, source: Range) -> int | None:
    """The noun of the phrase: the subject if the parse has one, else the first noun whose head stands outside."""
    inside = range(*source)
    for i in inside:
        if reading.tokens[i].dep == "nsubj":
            return i
    return next(
        (i for i in inside if reading.tokens[i].head not in inside and reading.tokens[i].tag[:2] in ("NN", "PR", "CD")),
        None,
    )


def _is_finite(reading: Reading, words: Range) -> bool:
    return any(
        t.tag in _FINITE or t.tag == "VBN" and any(reading.children(t.i, "dobj"))  # "The blast killed ten", misread
        for t in reading.tokens[slice(*words)]
    )


def _only_phrase(reading: Reading, words: Range) -> bool:
    """What follows goes on with the clause before ("…, the office said, in the first release of …")."""
    return reading.tokens[words[0]].tag in ("IN", "VBG")
