"""Transcripts: whose turn it is stands in a label, "[ROE] We have …" in a monitored broadcast or "Col. Roe: We have …" in a briefing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from warmonitor.model.naming import fullest
from warmonitor.model.reading import Attribution, Reading, Speaker
from warmonitor.model.span import Span

_OPENS = re.compile(r"(?:\A|[.!?\]”\"…)-]\s+|\n\s*)\Z")
"""What stands before a turn: nothing, a line's start, or the end of a sentence; behind a word the brackets explain it."""
_BRACKETED = re.compile(r"(?P<label>\[(?P<name>[A-Z][\w.'’ -]{1,48})\])(?=\s+\S)")
_EDITORIAL = re.compile(
    r"(?i)\b(?:text|excerpts?|recording|begin|end|ends|indistinct|omitted|passages?|words?|report|sic|video|film|applause|laughter|"
    r"music|continued|shows?|as (?:received|heard|published)|commentary|editorial|announcer-read|live|relay|communique|question)\b"
)
"""What editors put in brackets of their own."""
_STOP = re.compile(r"\[\s*(?:END|BEGIN|CONTINUED|TEXT)\b[^\]]*\]", re.IGNORECASE)
_LINE = re.compile(r"^(?P<label>(?P<name>(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,5})\s?:)[ \t]+(?=\S)", re.MULTILINE)
_TURNS_AT_LEAST = 3
"""So many labelled lines of two or more speakers make a transcript."""
_NO_SPEAKER = re.compile(
    r"(?i)^(?:note|notes|update|updated|source|sources|photo|image|date|place|location|time|subject|title|contact|tel|email|e-mail|"
    r"published|by|read more|see also|related|background|tags?|category|topics?|website|phone|fax|summary|killed|wounded|injured)$"
)


def transcript_turns(reading: Reading) -> Iterator[Attribution]:
    """An open attribution for each labelled turn, from behind its label to the next label or the editor's end mark."""
    turns = list(_bracketed(reading.text)) or _lines(reading.text)
    ends = sorted([t.start for t, _ in turns] + [m.start() for m in _STOP.finditer(reading.text)] + [len(reading.text)])
    for label, name in turns:
        end = next(e for e in ends if e > label.start)
        content = Span(label.end, label.end + len(reading.text[label.end : end].rstrip()))
        start = content.start + len(reading.text[label.end : end]) - len(reading.text[label.end : end].lstrip())
        if start < content.end:
            yield Attribution((Span(start, content.end),), (label,), (), _speaker(reading, name, label), (), "open", "")


def _bracketed(text: str) -> Iterator[tuple[Span, str]]:
    for m in _BRACKETED.finditer(text):
        if not _EDITORIAL.search(m["name"]) and _OPENS.search(text, max(0, m.start() - 4), m.start()):
            yield Span(*m.span("label")), m["name"]


def _lines(text: str) -> list[tuple[Span, str]]:
    turns = [(Span(*m.span("label")), m["name"]) for m in _LINE.finditer(text) if not _NO_SPEAKER.match(m["name"])]
    changes = sum(a != b for (_, a), (_, b) in pairwise(turns))
    return turns if len(turns) >= _TURNS_AT_LEAST and changes >= 1 and len({n for _, n in turns}) < len(turns) else []


def _speaker(reading: Reading, label: str, span: Span) -> Speaker:
    """The person in the report whose name ends with the label's last word, else the label."""
    last = label.split()[-1].lower()
    for name in reading.names:
        if name.kind in ("person", "organisation", "armed-group") and name.text.lower().split()[-1] == last and name.start >= 0:
            full = fullest(reading, name)
            if len(full) >= len(label):
                return Speaker(full, span, name.entry)
    return Speaker(label, span)
