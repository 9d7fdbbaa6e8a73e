"""The shape of a report before any grammar: blocks of running text, headlines, stamps, datelines.

A block is parsed by itself, so that a caption or a headline without a full stop cannot run into the sentence below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from warmonitor.lexicon.page_furniture import furniture
from warmonitor.model.reading import SentenceKind
from warmonitor.model.report import Report
from warmonitor.read.dateline import dateline

LONGEST_BLOCK = 20_000
"""Characters; a longer block is cut at a white space, so that text without full stops cannot exhaust the parser."""

_WITHIN = re.compile(
    r"(?<![\w-])[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,2}, ?[A-Z][a-z]+(?: [A-Z][a-z]+)? ?"  # the town in capitals, its country
    r"\((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?\d{1,2}(?:, ?\d{4})?\)(?: ?(?:--|[–—-]))?\s*"
)
"""A dateline in a release whose head lost its line breaks: "For Immediate Release KABUL, Afghanistan (June 7, 2011) – "."""
_HEAD = 400
"""Characters within which such a dateline may stand."""
_LINKS = re.compile(r"\s*(?:(?:also )?read (?:more|also|next)|see also|related(?: \w+)?|more (?:on this story|stories|news)) ?:?\s*", re.IGNORECASE)
_LONGEST_LINK = 120
"""Where nothing longer stands behind "Read more:", it is a list of links to other reports."""
_MARK = re.compile(r"^\s*(?:\[(?:text|TEXT|article|report|excerpts?|EXCERPTS?)\]\s*)")


@dataclass(frozen=True, slots=True)
class Block:
    """Characters [start, end) of the report that are parsed together."""

    start: int
    end: int
    kind: SentenceKind
    paragraph: int


def blocks(report: Report) -> Iterator[Block]:
    """The report's blocks in text order; white space and nothing else is left out."""
    found = list(_blocks(report))
    links = next((n for n, b in enumerate(found) if _LINKS.fullmatch(report.text[b.start : b.end])), None)
    if links is None or any(b.end - b.start > _LONGEST_LINK for b in found[links:]):
        yield from found
        return
    yield from found[:links]
    yield from (replace(b, kind="boilerplate") for b in found[links:])


def _blocks(report: Report) -> Iterator[Block]:
    text = report.text
    paragraph = 0
    for start, end in _paragraphs(text):
        first = paragraph == 0
        for a, b in _lines(text, start, end):
            yield from _pieces(report, a, b, paragraph, first=first, alone=(a, b) == (start, end))
            first = False
        paragraph += 1


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        yield m.start(), m.end()


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of one paragraph, joined where the break is only a hard wrap."""
    lines = [(m.start() + start, m.end() + start) for m in re.finditer(r"[^\n\u2028]+", text[start:end])]
    longest = max((b - a for a, b in lines), default=0)
    a, b = lines[0]
    for c, d in lines[1:]:
        if _wraps(text[a:b], text[c:d], longest, b - a):
            b = d
        else:
            yield a, b
            a, b = c, d
    yield a, b


def _wraps(above: str, below: str, longest: int, length: int) -> bool:
    """True where `below` goes on with the sentence of `above`: a wrapped line, not a heading, stamp or item."""
    above, below = above.strip(), below.strip()
    if not above or not below or furniture(above) or furniture(below):
        return False
    if re.match(r"(?:[•*·▪-]|\d{1,2}[.)])\s", below):
        return False
    if below[0].islower() or above[-1] in ",;-–(":
        return True
    if above[-1] in '.!?:"”)':
        return False
    last_line = above.rsplit("\n", 1)[-1]
    return 50 <= longest <= 110 and len(last_line) > 0.6 * longest


def _pieces(report: Report, start: int, end: int, paragraph: int, *, first: bool, alone: bool) -> Iterator[Block]:
    text = report.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    words = text[start:end]
    length = dateline(words, lead=paragraph < 2)
    title = "" if length else (report.title or "").strip()  # what has a dateline is text, whatever a feed calls it
    if title and first and words.startswith(title) and len(words) > len(title) + 1:
        yield Block(start, start + len(title), "headline", paragraph)
        yield from _pieces(report, start + len(title), end, paragraph, first=False, alone=False)
        return
    if title and words == title or (first and alone and _looks_like_title(words) and end < len(text.rstrip())):
        yield Block(start, end, "headline", paragraph)
        return
    if title and len(title) > 25 and words.startswith(title):
        yield Block(start, start + len(title), "headline", paragraph)
        yield from _pieces(report, start + len(title), end, paragraph, first=False, alone=False)
        return
    made_of = furniture(words) or ("stamp" if _is_day_of_printing(words, report) else None)
    if made_of:
        yield Block(start, end, made_of, paragraph)
        return
    if length:
        yield Block(start, start + len(words[:length].rstrip()), "dateline", paragraph)
        yield from _running(text, start + length, end, "body", paragraph)
        return
    at = words.find(title) if title and len(title) > 25 and first is False else -1
    if 0 < at < 60 and len(words) > at + len(title) + 1:
        yield Block(start, start + at, "stamp", paragraph)
        yield Block(start + at, start + at + len(title), "headline", paragraph)
        rest = start + at + len(title)
        while rest < end and text[rest] in ". ":
            rest += 1
        yield from _pieces(report, rest, end, paragraph, first=False, alone=False)
        return
    m = _WITHIN.search(words[:_HEAD])
    if m and not re.search(r"[a-z][.!?] ", words[: m.start()]):
        yield from _running(text, start, start + m.start(), "stamp", paragraph)
        yield Block(start + m.start(), start + len(words[: m.end()].rstrip()), "dateline", paragraph)
        yield from _running(text, start + m.end(), end, "body", paragraph)
        return
    m = _MARK.match(words)
    if m:
        start += m.end()
    kind: SentenceKind = "heading" if _looks_like_heading(words) else "body"
    between = _TOLD.search(text, 0, start) and end < len(text.rstrip())  # a standfirst comes before anything is told
    if kind == "body" and alone and between and m is None and _looks_like_subhead(words):
        kind = "headline"
    yield from _running(text, start, end, kind, paragraph)


def _is_day_of_printing(words: str, report: Report) -> bool:
    """A line that holds the publication day and nothing else but a clock."""
    day = report.published
    if day is None or len(words) > 60 or not re.search(rf"\b0?{day.day}(?:st|nd|rd|th)?\b", words):
        return False
    left = re.sub(r"(?i)\b(?:\d{1,2}(?:st|nd|rd|th)|[ap]\.?m\.?|at|on|gmt|utc|ist|est|local|time)\b|[\d\W_]", " ", words)
    named = {day.strftime("%A"), day.strftime("%a"), day.strftime("%B"), day.strftime("%b"), "Sept"}
    names = left.split()
    return bool(names) and all(n.capitalize() in named for n in names) and str(day.year) in words


def _looks_like_title(words: str) -> bool:
    return len(words) < 200 and "\n" not in words and not re.search(r"[.!:;]['\"”]?$", words) and len(words.split()) > 2


_TOLD = re.compile(r"[a-z][.!?][\"”’]?[ \t]*\n")


def _looks_like_subhead(words: str) -> bool:
    """ "Mortar shells injure nine in Arda": a line of its own that ends like a title and tells something."""
    return _looks_like_title(words) and 5 < len(words.split()) < 20 and words[0].isupper() and words.upper() != words


def _looks_like_heading(words: str) -> bool:
    return len(words) < 60 and len(words.split()) <= 6 and not re.search(r"[.!?\"”',;]$", words)


def _running(text: str, start: int, end: int, kind: SentenceKind, paragraph: int) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start, start + LONGEST_BLOCK)
        cut = cut if cut > start else start + LONGEST_BLOCK
        yield Block(start, cut, kind, paragraph)
        start = cut
    if start < end:
        yield Block(start, end, kind, paragraph)
