"""A record for the terminal: incidents with their toll and, under each, who says what.

Plain text of a stated width; colours only where `colour` asks for them. Values that sources dispute are marked.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO

from warmonitor.model import Actor, Casualties, Claim, Incident, Record, Statement, When

SUFFIX = ".txt"
WIDTH = 100

_VERBS = {
    "asserts": "says",
    "hedges": "suggests",
    "denies": "denies",
    "claims-responsibility": "claims",
    "unknown": "cannot say",
}
FOREMOST = frozenset(
    ["occurred", "perpetrator", "killed", "injured", "captured", "abducted", "displaced", "motive", "damage"]
)
"""Attributes whose claims have a line of their own; the others are told together."""
_KINDS = {
    "peaceful": "peaceful protest", "with-intervention": "protest met with force", "mob-violence": "riot",
    "attack": "attack on people", "other": "other event",
}  # fmt: skip
_BOUND = {"min": "at least ", "max": "up to ", "approx": "about "}
SAID = {
    "condemn": "condemns", "praise": "praises", "accuse": "accuses", "threaten": "threatens", "deny": "denies",
    "call-for": "calls for", "claim-responsibility": "claims responsibility", "disclaim": "disclaims",
    "offer": "offers", "confirm": "confirms",
}  # fmt: skip


def write_records(records: Iterable[Record], out: TextIO, *, colour: bool = False, width: int = WIDTH) -> None:
    """One page a record."""
    paint = Paint(colour)
    for number, record in enumerate(records):
        if number:
            out.write("\n")
        for line in page(record, paint, width):
            out.write(line.rstrip() + "\n")


class Paint:
    """Terminal colours, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def _as(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and text else text

    def strong(self, text: str) -> str:
        return self._as("1", text)

    def faint(self, text: str) -> str:
        return self._as("2", text)

    def toll(self, text: str) -> str:
        return self._as("1;31", text)

    def warn(self, text: str) -> str:
        return self._as("33", text)

    def speaker(self, text: str) -> str:
        return self._as("36", text)


def page(record: Record, paint: Paint, width: int) -> Iterator[str]:
    """The lines of one record."""
    r = record.report
    head = [r.id, r.published.isoformat() if r.published else "no publication day", r.outlet or ""]
    yield paint.strong("━" * width)
    yield paint.strong(textwrap.shorten(r.title or r.id, width, placeholder=" …"))
    yield paint.faint(" · ".join(x for x in head if x))
    for note in record.notes:
        yield from _wrapped(paint.warn("! "), note, width)
    if not record.incidents:
        yield paint.faint("no incident in this report")
    for incident in record.incidents:
        yield ""
        yield from _incident(incident, record, paint, width)
    loose = [s for s in record.statements if not s.about]
    if loose:
        yield ""
        yield paint.strong("Statements")
        for s in loose:
            yield from _statement(s, paint, width)
    if record.links:
        yield ""
        yield paint.strong("Links")
        for link in record.links:
            how = f"{link.from_} {link.relation} {link.to}" + (" (hedged)" if link.hedged else "")
            yield from _wrapped("  ", f"{how}: {_quoted(record, link.evidence.start, link.evidence.end)}", width)


def _incident(i: Incident, record: Record, paint: Paint, width: int) -> Iterator[str]:
    yield f"{paint.faint(i.id)} {paint.strong(kind_words(i.subtype).upper())}  {date_words(i.when)}"
    if i.label:
        yield from _wrapped("   ", i.label, width)
    if i.places:
        yield from _wrapped(
            "   where    ", "; ".join(_place_words(p.place.name, p.place.country, p.place) for p in i.places), width
        )
    for role in ("perpetrator", "participant", "target"):
        names = "; ".join(_actor(a) for a in i.actors if a.role == role)
        if names:
            yield from _wrapped(f"   {_ROLES[role]:<9}", names, width)
    if i.weapons:
        yield from _wrapped(
            "   with     ", ", ".join(f"{w.count} × {w.name}" if w.count else w.name for w in i.weapons), width
        )
    for c in i.casualties:
        yield f"   {c.kind:<9}{paint.toll(range_words(c))}{_whose(c)}"
    claims = [c for c in record.claims if c.incident == i.id]
    open_to_dispute = disputed(claims)
    if claims:
        yield paint.faint("   who says what")
    for speaker, said in by_speaker(claims):
        yield f"     {paint.speaker(speaker)}"
        for claim in said:
            if claim.attribute in FOREMOST or claim.stance != "asserts":
                *before, last = _wrapped("       ", claim_words(claim, record.claims), width - 11)
                yield from before
                yield last + (paint.warn(" ⚡ disputed") if claim.attribute in open_to_dispute else "")
        if rest := circumstances(said):
            yield from (paint.faint(line) for line in _wrapped("       ", rest, width))
    for s in record.statements:
        if s.about == i.id:
            yield from _statement(s, paint, width)


_ROLES = {"perpetrator": "by", "participant": "between", "target": "against"}


def _actor(a: Actor) -> str:
    return a.name if a.status == "stated" or a.role != "perpetrator" else f"{a.name} ({a.status})"


def _whose(c: Casualties) -> str:
    side = f"{c.side} side" if c.side in ("perpetrator", "target") else c.side
    parts = [x for x in (c.who, "" if c.side == "unknown" else side) if x]
    return f"  {', '.join(parts)}" if parts else ""


def _place_words(name: str, country: str | None, place: object) -> str:
    lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
    at = f" {lat:.2f}, {lon:.2f}" if lat is not None and lon is not None else " (not on the map)"
    near = {2: "near or in ", 3: "in the area of "}.get(getattr(place, "precision", 1), "")
    return f"{near}{name}{f', {country}' if country else ''}{at}"


def by_speaker(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Speakers in the order in which they are first heard, each with what they claim in text order."""
    said: dict[str, list[Claim]] = {}
    for c in sorted(claims, key=lambda c: (c.evidence, c.id)):
        said.setdefault(c.speaker, []).append(c)
    return list(said.items())


def circumstances(claims: Iterable[Claim]) -> str:
    """What a speaker says plainly of time, place, means and the like, on one line.

    >>> from warmonitor.model import Span
    >>> circumstances([Claim(f"c{n}", "i1", a, v, "army", "asserts", Span(0, 1), "rule") for n, (a, v) in
    ...                enumerate([("time", "Friday"), ("location", "Taji"), ("time", "overnight")])])
    'time: Friday, overnight; location: Taji'
    """
    values: dict[str, list[str]] = {}
    for c in claims:
        if c.attribute not in FOREMOST and c.stance == "asserts":
            values.setdefault(c.attribute, []).append(str(c.value))
    return "; ".join(f"{a}: {', '.join(dict.fromkeys(v))}" for a, v in values.items())


def disputed(claims: Iterable[Claim]) -> frozenset[str]:
    """Attributes on which speakers contradict each other: different exact figures that no revision explains, or a denial."""
    claims = list(claims)
    replaced = {c.revises for c in claims if c.revises}
    out: set[str] = set()
    for attribute in sorted({c.attribute for c in claims}):
        here = [c for c in claims if c.attribute == attribute and c.id not in replaced]
        figures = {
            c.value for c in here if isinstance(c.value, int) and not c.who and not c.bound and c.stance == "asserts"
        }
        if len(figures) > 1 or len({c.speaker for c in here}) > 1 and any(c.stance == "denies" for c in here):
            out.add(attribute)
    return frozenset(out)


def by_attribute(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """One speaker's claims by attribute, the foremost attributes first."""
    held: dict[str, list[Claim]] = {}
    for c in claims:
        held.setdefault(c.attribute, []).append(c)
    return sorted(held.items(), key=lambda item: item[0] not in FOREMOST)


def claim_words(c: Claim, claims: Iterable[Claim]) -> str:
    """One claim in words.

    >>> from warmonitor.model import Span
    >>> claim_words(Claim("c1", "i1", "killed", 4, "the governor", "asserts", Span(0, 4), "toll", bound="min"), ())
    'killed: at least 4'
    """
    return f"{c.attribute}: {value_words(c, claims)}"


def value_words(c: Claim, claims: Iterable[Claim]) -> str:
    """A claim's value with all that qualifies it."""
    words = f"{_BOUND.get(c.bound or '', '')}{c.value}" + (f" ({c.who})" if c.who else "")
    if c.stance != "asserts":
        words += f" — {_VERBS[c.stance]}"
    if c.via:
        words += f", via {', '.join(c.via)}"
    if c.revises:
        earlier = next((e for e in claims if e.id == c.revises), None)
        words += f" [revises {earlier.value if earlier else c.revises}" + (
            f" of {earlier.speaker}]" if earlier else "]"
        )
    return words


def _statement(s: Statement, paint: Paint, width: int) -> Iterator[str]:
    yield from _wrapped(f"     {paint.speaker(s.speaker)} ", f"{SAID[s.act]} {s.target}".rstrip(), width)


def kind_words(subtype: str) -> str:
    """A subtype in plain words.

    >>> kind_words("air-strike"), kind_words("peaceful")
    ('air strike', 'peaceful protest')
    """
    return _KINDS.get(subtype, subtype.replace("-", " "))


def date_words(when: When) -> str:
    """The days of an incident as a person writes them.

    >>> from datetime import date
    >>> date_words(When(date(2021, 3, 4), date(2021, 3, 5), "day", "relative"))
    '2021-03-04 to 2021-03-05'
    """
    if when.start is None:
        words = f"not after {when.end}" if when.end else "day unknown"
    elif when.end is None:
        words = f"from {when.start}"
    else:
        words = f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
    if when.precision not in ("day", "unknown"):
        words += f" (to the {when.precision})"
    return words + (f", {when.utc:%H:%M} UTC" if when.utc else "")


def range_words(c: Casualties) -> str:
    """A toll as a range.

    >>> range_words(Casualties("killed", "", "unknown", 3, None, None))
    '3 or more'
    """
    if c.low is None:
        return "unknown" if c.high is None else f"up to {c.high}"
    if c.high is None:
        return f"{c.low} or more"
    return (
        f"{c.low}"
        if c.low == c.high
        else f"{c.low} to {c.high}" + (f" (latest {c.best})" if c.best is not None else "")
    )


def _quoted(record: Record, start: int, end: int) -> str:
    return "“" + " ".join(record.report.text[start:end].split()) + "”"


def _wrapped(lead: str, text: str, width: int) -> list[str]:
    seen = len(lead) if "\x1b" not in lead else 5
    return textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * min(seen, 12), break_on_hyphens=False
    )
