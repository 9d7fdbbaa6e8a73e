"""Who is in the reports: each name, how it was resolved, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.model import Reading, Report
from warmonitor.run import Tools, read

ACTING = frozenset(["organisation", "armed-group"])
"""Kinds of names that the lexicon of actors ought to know; persons are never listed as gaps."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a report. `entry` is the actor of the lexicon, None where it is not known; `rule` says what found the name."""

    report: str
    name: str
    kind: str
    entry: str | None
    rule: str
    times: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A name that no lexicon entry covers, over many reports, with one sentence that shows it."""

    name: str
    kind: str
    reports: int
    times: int
    sentence: str


def named(reports: Iterable[Report], tools: Tools) -> Iterator[Named]:
    """The names of each report that may act or speak, in the order in which they are first met."""
    for parse in tools.language().parse(reports):
        yield from _in(read(parse, tools))


def _in(reading: Reading) -> Iterator[Named]:
    held: dict[tuple[str, str], list[int]] = {}
    for n, name in enumerate(reading.names):
        if name.entry or name.kind in ("organisation", "armed-group", "person"):
            held.setdefault((name.text, name.kind), []).append(n)
    for (text, kind), at in held.items():
        first = reading.names[at[0]]
        sentence = reading.sentences[reading.tokens[first.first].sentence]
        words = " ".join(reading.text[sentence.start : sentence.end].split())
        yield Named(reading.report.id, text, kind, first.entry, first.rule, len(at), words)


def gaps(found: Iterable[Named]) -> list[Gap]:
    """Acting names without an entry, those of most reports first, so that a coder knows what to add."""
    reports: dict[str, set[str]] = {}
    first: dict[str, Named] = {}
    times: dict[str, int] = {}
    for n in found:
        if n.entry is None and n.kind in ACTING:
            first.setdefault(n.name, n)
            reports.setdefault(n.name, set()).add(n.report)
            times[n.name] = times.get(n.name, 0) + n.times
    ranked = [Gap(name, n.kind, len(reports[name]), times[name], n.sentence) for name, n in first.items()]
    return sorted(ranked, key=lambda g: (-g.reports, -g.times, g.name))
