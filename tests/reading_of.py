"""Readings for tests: the parse of the installed model, with names that the test itself gives."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from warmonitor.model.reading import Name, NameKind, Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Language, Parse, open_language
from warmonitor.read.quotations import find_quotations
from warmonitor.read.references import find_references
from warmonitor.read.speech import find_attributions

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "nationality", "FAC": "facility", "LOC": "place",
}  # fmt: skip


@cache
def language() -> Language:
    """The model, loaded once for all tests."""
    return open_language()


def parse_of(text: str, *, title: str | None = None, outlet: str | None = None) -> Parse:
    """The parse of one text."""
    return next(language().parse([Report("test", text, title=title, outlet=outlet)]))


def reading_of(
    text: str, names: dict[str, NameKind] | None = None, *, title: str | None = None, outlet: str | None = None
) -> Reading:
    """A whole reading. `names` are the only names there are; without them the recogniser's own are used."""
    parse = parse_of(text, title=title, outlet=outlet)
    found = _given(parse, names) if names is not None else _recognised(parse)
    reading = Reading(parse.report, parse.tokens, parse.sentences, find_quotations(parse), found)
    reading = replace(reading, references=find_references(reading))
    return replace(reading, attributions=find_attributions(reading))


def _recognised(parse: Parse) -> tuple[Name, ...]:
    return tuple(_name(parse, e.first, e.last, KINDS[e.label]) for e in parse.entities if e.label in KINDS)


def _given(parse: Parse, names: dict[str, NameKind]) -> tuple[Name, ...]:
    """Every place where a given name stands, the longest first, none inside another."""
    taken: set[int] = set()
    found = []
    for text, kind in sorted(names.items(), key=lambda n: -len(n[0])):
        at = parse.report.text.find(text)
        while at >= 0:
            inside = [t.i for t in parse.tokens if at <= t.start and t.end <= at + len(text)]
            whole = inside and parse.tokens[inside[-1]].end == at + len(text) and parse.tokens[inside[0]].start == at
            if whole and not taken & set(inside):
                taken.update(inside)
                found.append(_name(parse, inside[0], inside[-1] + 1, kind))
            at = parse.report.text.find(text, at + 1)
    return tuple(sorted(found, key=lambda n: n.first))


def _name(parse: Parse, first: int, last: int, kind: NameKind) -> Name:
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    return Name(first, last, start, end, parse.report.text[start:end], kind, None, "test")
