"""Stretches between quotation marks, found by a scan of the characters.

Marks come straight, curly, angled, doubled ('' and ``) and mixed; a mark inside a quotation that is of another kind, or
stands between brackets, opens a quotation within the quotation and is passed over. A quotation that is not closed runs to
the end of its paragraph, which is how quotations over several paragraphs are printed: each paragraph opens anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warmonitor.model.span import Span
from warmonitor.read.language import Parse

_MARK = re.compile(r"''|``|\"\"|[\"“”„«»‘’'`´]")
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*[\"“„«])")
_LONGEST_SINGLE = 1200
"""Characters between single marks; more is an apostrophe that was taken for a mark."""

Side = Literal["opens", "closes", "either", "neither"]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    side: Side


def find_quotations(parse: Parse) -> tuple[Span, ...]:
    """Outermost quotations of a report in text order, quotation marks included."""
    return quoted_spans(parse.report.text)


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Outermost quotations of any text in order, quotation marks included; none empty."""
    spans: list[Span] = []
    for first, last in _paragraphs(text):
        spans.extend(_in_paragraph(text, first, last))
    return tuple(spans)


def is_closed(text: str, quotation: Span) -> bool:
    """False for a quotation that runs on into the next paragraph: its last character is no quotation mark."""
    return bool(re.search(r"[\"”»’'´]$", quotation.of(text).rstrip()))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _BREAK.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(text)


def _in_paragraph(text: str, first: int, last: int) -> Iterator[Span]:
    opened: _Mark | None = None
    inner: str | None = None
    doubled = text.count('""', first, last) > 1
    for m in _MARK.finditer(text, first, last):
        if doubled and m[0] == '"':
            continue  # the marks of a table's field; those of the text are doubled in it
        mark = _mark(text, m, first, last)
        if opened is None:
            if mark.side in ("opens", "either") and not (mark.single and _closer(text, mark, last) is None):
                opened, inner = mark, None
        elif mark.single == opened.single:
            if inner is None and _opens_inside(text, opened, mark):
                inner = m[0]
            elif mark.side in ("closes", "either"):
                if inner is not None and m[0] in "”»’":
                    inner = None
                elif not (mark.single and _is_possessive(text, mark, last)):
                    yield from _span(text, opened.start, mark.end)
                    opened = None
    if opened is not None and not opened.single:
        end = last
        while end > opened.end and text[end - 1].isspace():
            end -= 1
        yield from _span(text, opened.start, end)


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    if re.search(r"\w", text[start:end]):
        yield Span(start, end)


def _opens_inside(text: str, opened: _Mark, mark: _Mark) -> bool:
    """A curly or angled opening mark in a quotation that began with another sign."""
    return text[mark.start] in "“«„" and text[opened.start] not in "“„«" and mark.side == "opens"


def _mark(text: str, m: re.Match[str], first: int, last: int) -> _Mark:
    sign = m[0]
    single = sign in "'’‘`´"
    before = text[m.start() - 1] if m.start() > first else " "
    after = text[m.end()] if m.end() < last else " "
    return _Mark(
        m.start(), m.end(), single, _single_side(sign, before, after) if single else _double_side(sign, before, after)
    )


def _double_side(sign: str, before: str, after: str) -> Side:
    if sign in "“„«``":
        return "opens"
    if sign in "”»":
        # a typist's wrong way round: at a word's start after a space it opens
        return "opens" if before.isspace() and not after.isspace() and after.isalnum() else "closes"
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return "opens"
    if not before.isspace() and (after.isspace() or not after.isalnum()):
        return "closes"
    return "either"


def _single_side(sign: str, before: str, after: str) -> Side:
    outer = before.isspace() or before in '([—–-:"“'
    if sign in "‘`":
        return "opens" if outer and after.isalnum() else "neither"
    if outer and (after.isalpha() or after in '["“'):
        return "opens" if sign != "’" else "neither"
    if not before.isspace() and not after.isalnum():
        return "closes"
    return "neither"


def _closer(text: str, mark: _Mark, last: int) -> int | None:
    """Where a single quotation opened at `mark` may close, or None: then the mark is an apostrophe."""
    for m in re.finditer(r"(?<=\S)['’´](?!\w)", text[mark.end : min(last, mark.end + _LONGEST_SINGLE)]):
        before = text[mark.end + m.start() - 1]
        if before.isalnum() or before in ".,!?…-])":
            return mark.end + m.start()
    return None


def _is_possessive(text: str, mark: _Mark, last: int) -> bool:
    """ "the rebels' base" inside single marks: an s before, a word after, and a later mark that can close."""
    return (
        text[mark.start - 1] == "s"
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].islower()
        and _closer(text, mark, last) is not None
    )
