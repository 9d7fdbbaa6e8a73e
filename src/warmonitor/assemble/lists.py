"""Lists of strikes by place: "Near X, three strikes …; near Y, one strike …".

Each item is an incident of its own; day, doer and target group come from the headings and opening sentences above it, and
the sum at the top is no incident.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmonitor.assemble.sketch import Sketch, parties_of
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, TimeMention

_OPENERS = frozenset({"near", "in", "at", "outside", "around"})
_ITEMS_AT_LEAST = 2
_LEAD = 9
"""Tokens from an item's opener within which its place and a comma stand."""


@dataclass(frozen=True, slots=True)
class StrikeList:
    """`items`: for each place its sketches, the item's own first and then what it inherits; `taken`: all sketches used."""

    items: tuple[tuple[Sketch, ...], ...]
    taken: frozenset[Sketch]


def strike_list(findings: Findings, sketches: tuple[Sketch, ...]) -> StrikeList:
    """The list that a report holds; without items where it holds none."""
    lines: dict[int, list[Sketch]] = {}
    for s in sketches:
        if s.events and _is_item(findings, s):
            lines.setdefault(s.sentence, []).append(s)
    if len(lines) < _ITEMS_AT_LEAST:
        return StrikeList((), frozenset())
    first, last = min(lines), max(lines)
    sums = [s for s in sketches if s.events and s.sentence < last and s.sentence not in lines and _is_sum(findings, s)]
    opening = () if any(p.role == "agent" and p.named for s in sums for p in parties_of(findings, s)) else _opening(findings, first)
    items = []
    for number, own in sorted(lines.items()):
        above = [s for s in sums if s.sentence < number]
        inherited = [
            replace(s, places=(), weapons=(), tolls=())
            for s in (_dated(above), above[-1] if above else None)
            if s is not None
        ]
        if not any(t.when is not None for x in (*own, *inherited) for t in x.times):
            own = [replace(own[0], times=_day_above(findings, first)), *own[1:]]
        items.append((*own, *dict.fromkeys((*inherited, *opening))))
    rest = [
        s
        for s in sketches
        if s.events and first < s.sentence < last and s.sentence not in lines and s not in sums and not s.places
    ]
    totals = [s for s in sketches if s.events and s.sentence < last and s.sentence not in lines and _is_total(findings, s)]
    return StrikeList(tuple(items), frozenset((*(s for own in lines.values() for s in own), *sums, *totals, *rest)))


def _opening(findings: Findings, first: int) -> tuple[Sketch, ...]:
    """Who strikes, from an opening that tells of no one happening ("forces continued to attack …"): its doers only."""
    for k, e in enumerate(findings.events):
        sentence = findings.reading.tokens[e.head].sentence
        if sentence < first and e.realis == "habitual" and any(p.role == "agent" and p.cls in ("state", "armed") for p in findings.parties[k]):
            return (Sketch((k,), sentence),)
    return ()


def _dated(above: list[Sketch]) -> Sketch | None:
    """The nearest sum above that gives a day."""
    return next((s for s in reversed(above) if any(t.when is not None for t in s.times)), None)


def _day_above(findings: Findings, first: int) -> tuple[TimeMention, ...]:
    """The day named last above the list ("continued to attack … yesterday"), which is no time of saying."""
    tokens = findings.reading.tokens
    above = [t for t in findings.times if tokens[t.first].sentence < first and not t.reporting and t.when is not None]
    return tuple(t for t in above[-1:] if t.when is not None and t.when.precision == "day")


def _is_item(findings: Findings, s: Sketch) -> bool:
    """ "Near X, one strike …" at the start of a sentence."""
    reading = findings.reading
    sentence = reading.sentences[s.sentence]
    start = sentence.first
    while start < sentence.last and not reading.tokens[start].text[:1].isalnum():
        start += 1
    if start >= sentence.last or reading.tokens[start].lower not in _OPENERS:
        return False
    comma = next((i for i in range(start, min(sentence.last, start + _LEAD)) if reading.tokens[i].text == ","), None)
    if comma is None or not (
        any(start < p.first < comma and p.place.kind != "country" for p in findings.places)
        or any(start < n.first < comma and n.kind == "place" and n.entry is None for n in reading.names)
    ):
        return False  # a place that no gazetteer has is one, too
    return any(findings.events[k].form == "noun" and _counted(findings, findings.events[k]) for k in s.events)


def _counted(findings: Findings, e: EventMention) -> bool:
    """ "three strikes", "a strike"."""
    return e.count is not None or any(c.lower in ("a", "an", "one") for c in findings.reading.children(e.head))


def _is_sum(findings: Findings, s: Sketch) -> bool:
    """A sentence that counts or announces the strikes of a whole country or day, and says who or when."""
    return _of_many(findings, s) and (bool(parties_of(findings, s)) or bool(s.times))


def _is_total(findings: Findings, s: Sketch) -> bool:
    """ "Strikes in Iraq", "Aircraft conducted six strikes in Iraq:": a heading or a count of what is listed below."""
    heading = findings.reading.sentences[s.sentence].kind == "heading"
    return _of_many(findings, s) and (heading or any(findings.events[k].count is not None for k in s.events))


def _of_many(findings: Findings, s: Sketch) -> bool:
    sharp = any(p.place.kind != "country" and p.place.precision < 3 for p in s.places)
    return not sharp and any(findings.events[k].form == "noun" and findings.events[k].plural for k in s.events)
