"""What the ledger can be asked, and the questions that make no sense: those are refused by name, not answered with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from warmonitor.errors import BadOption
from warmonitor.lexicon.event_words import event_words
from warmonitor.model.linked import Grade, Standing
from warmonitor.model.mention import TollKind


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for; all that is given must hold.

    `since` and `until` are ISO days; `kind` is a type, a subtype or type/subtype; `box` is (south, west, north, east) in
    degrees, west of east also across 180°; `around` is (lat, lon, kilometres). `toll` is the least number of `toll_kind`
    that the low end must reach. `words` must all occur in what tells the incident.
    """

    since: str | None = None
    until: str | None = None
    kind: str | None = None
    country: str | None = None
    division: str | None = None
    place: str | None = None
    box: tuple[float, float, float, float] | None = None
    around: tuple[float, float, float] | None = None
    actor: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    report: str | None = None
    toll: int | None = None
    toll_kind: str = "killed"
    grade: str | None = None
    standing: str | None = None
    words: str | None = None
    limit: int | None = None


def check(asked: Asked) -> None:
    """Raises BadOption for a question that nothing could answer, naming the choices or the form."""
    for wrong in _wrong(asked):
        raise BadOption(wrong)


def _wrong(a: Asked) -> Iterator[str]:
    for words in (a.since, a.until):
        if words is not None and not _is_day(words):
            yield f"{words!r} is no day; give YYYY-MM-DD"
    yield from _one_of(a.kind, kinds() if a.kind else (), "type")
    if a.country is not None and not re.fullmatch(r"[A-Za-z]{2}", a.country):
        yield f"{a.country!r} is no code of ISO 3166-1 alpha-2, such as IQ"
    yield from _one_of(a.toll_kind, get_args(TollKind), "toll")
    yield from _one_of(a.grade, get_args(Grade), "grade")
    yield from _one_of(a.standing, get_args(Standing), "standing")
    yield from _off_the_map(a)
    if a.words is not None and not re.search(r"\w", a.words):
        yield f"{a.words!r} holds no word to look for"


def _off_the_map(a: Asked) -> Iterator[str]:
    if a.box is not None:
        south, west, north, east = a.box
        if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
            yield f"{a.box} is no box: give south, west, north, east in degrees, south below north"
    if a.around is not None:
        lat, lon, km = a.around
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km >= 0):
            yield f"{a.around} is no circle: give latitude, longitude, kilometres"


def _one_of(value: str | None, choices: Sequence[str], what: str) -> Iterator[str]:
    if value is not None and value not in choices:
        yield f"no {what} {value!r}; known are {', '.join(choices)}"


def _is_day(words: str) -> bool:
    try:
        return len(words) == 10 and bool(date.fromisoformat(words))
    except ValueError:
        return False


def kinds() -> tuple[str, ...]:
    """Types, subtypes and type/subtype, as the lexicon has them."""
    types = event_words().types
    return (*sorted(set(types.values())), *sorted(types), *sorted(f"{t}/{s}" for s, t in types.items()))
