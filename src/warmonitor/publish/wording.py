"""How values are told to a person: claims by speaker, what is disputed, dates, ranges and kinds in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from warmonitor.model import Casualties, Claim, When

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
        f"{c.low}" if c.low == c.high else f"{c.low} to {c.high}" + (f" (best {c.best})" if c.best is not None else "")
    )
