"""What `find/` gives back: words with evidence, no meaning across sentences yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from warmonitor.model.reading import Speaker
from warmonitor.model.span import Span

Precision = Literal["day", "week", "month", "year", "unknown"]
Basis = Literal["explicit", "relative", "published", "none"]
Stance = Literal["asserts", "hedges", "denies", "claims-responsibility", "unknown"]
TollKind = Literal["killed", "injured", "captured", "abducted", "missing", "displaced"]


@dataclass(frozen=True, slots=True)
class When:
    """Days [start, end], both included, in the place's local calendar; None where an endpoint is open.

    `precision` says how well the endpoints are known; `utc` is the instant where a clock time was given.
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: Basis
    utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at tokens [first, last). `type` and `value` are TIMEX3 (DATE, TIME, DURATION, SET).

    `when` is the resolved day or interval, None where it cannot be told. `clock` is (hour, minute) of a stated local clock
    time, `clock_utc` the same of a stated GMT/UTC one. `reporting` is True for update stamps, datelines and times of
    saying, which are never the time of an event.
    """

    first: int
    last: int
    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    when: When | None
    clock: tuple[int, int] | None = None
    clock_utc: tuple[int, int] | None = None
    reporting: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map. `precision`: 1 the place itself, 2 near it or part of a region, 3 province or larger.

    `country` is ISO 3166-1 alpha-2; `lat`, `lon` are degrees (WGS 84), None where unresolved; `kind` is town, region,
    country, base, camp, quarter, river … ; `why` tells how it was chosen among its candidates.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: int
    admin1: str | None = None
    geonameid: int | None = None
    kind: str = "town"
    why: str = ""
    population: int = 0


@dataclass(frozen=True, slots=True)
class Offset:
    """A stated distance from a place: kilometres, and degrees clockwise from north, None where no direction is told."""

    km: float
    bearing: float | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part that the text means of a larger place: "northern Iraq", "the north of Iraq". `name` and `span` are those words.

    `bearing` is where in it, degrees clockwise from north, None for the middle.
    """

    name: str
    span: Span
    bearing: float | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym at tokens [first, last). `role` says what the name does here.

    location: may be where something happened; government: a capital or country that stands for its government;
    origin: nationality or home town; dateline; organisation: part of a body's name; other.
    `near` is True for "near X", "outside X", "10 km north of X". `within` is the index (into the list of mentions) of a
    wider place named with it ("Karrada, Baghdad"), or None.
    """

    first: int
    last: int
    span: Span
    name: str
    role: Literal["location", "government", "origin", "dateline", "organisation", "other"]
    near: bool
    within: int | None
    place: Place
    offset: Offset | None = None
    """How far from the place named here it was ("10 km north of X"), or, with `within`, how far from the wider one."""
    between: int | None = None
    """Index of the other end of "between X and Y", or None."""
    part: PartOf | None = None
    borrowed: bool = False
    """The point is that of the wider place which the text states, since no gazetteer has the place itself."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. `low` or `high` None is open ("at least 5": 5..None). `value` is what a claim says, digits or words."""

    low: int | None
    high: int | None
    value: int | str
    bound: Literal["min", "max", "approx"] | None = None


Realis = Literal["actual", "negated", "planned", "habitual", "hypothetical", "generic"]


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what stands in an event's grammar: tokens [first, last) around `head`.

    agent does it, patient suffers it, party takes part on an equal footing, device is the means; blamed and claimant stand in
    "blamed on X", "claimed by X". owner ("X's attack"), modifier ("US strike", "mosque attack") and of ("the killing of X")
    are decided later, by what the words name.
    """

    role: Literal[
        "agent", "patient", "party", "device", "blamed", "claimant", "place", "foiler", "foiled", "owner", "modifier", "of"
    ]  # fmt: skip
    head: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """One word or phrase that names a happening.

    `subtypes`: what the word can name, likeliest first. `generic`: the word alone does not tell the means. `fresh`: marked
    as another happening ("a separate", "another", "the second"). `under` is the position (in the list of mentions) of the
    mention whose clause this one belongs to, None for none; `bond` says how: "same" (one happening by grammar), or the
    separator that stands between ("after", "response", "while", "cause").
    `clause` is the verb that carries the mention's time and place (itself, or the light verb above a noun).
    """

    head: int
    first: int
    last: int
    subtypes: tuple[str, ...]
    generic: bool
    frame: str
    form: Literal["verb", "noun"]
    realis: Realis
    definite: bool
    fresh: bool
    plural: bool
    clause: int
    arguments: tuple[Argument, ...]
    under: int | None = None
    bond: str = ""
    stance: Stance = "asserts"
    count: int | None = None
    cause: int | None = None
    """Position of the mention that this one is said to have brought about ("retaliating for", "in response to")."""


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """A means at tokens [first, last); `name` singular; `event` is the token it hangs on (nearest governing trigger), or None."""

    head: int
    first: int
    last: int
    name: str
    kind: str
    means: str
    platform: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class TollMention:
    """A figure of people harmed, as words: `quantity` holds the number phrases that stand side by side (to be summed).

    `anchor`: the casualty word's token. `head`: the people's noun, or None; `who`: the people as written without the number.
    `part`: total | subset ("including two children") | others ("12 others"). `campaign`: the figure is for a long span.
    `replaces`: the older figure's words, where the text gives it ("to 18 from 12"). `count` is None until resolved.
    """

    kind: TollKind
    quantity: tuple[str, ...]
    anchor: int
    first: int
    last: int
    head: int | None
    who: str
    part: Literal["total", "subset", "others"]
    campaign: bool
    replaces: str | None = None
    stance: Stance = "asserts"
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class DamageMention:
    """Damage to things: the verb at token `head`, the words [first, last) that tell what happened to what."""

    head: int
    first: int
    last: int
    stance: Stance = "asserts"


@dataclass(frozen=True, slots=True)
class ChargeMention:
    """Somebody said to have done what is told elsewhere ("X was responsible"): tokens [first, last) around `head`.

    `anchor` is the word that says so; `hedged` where the words only suspect it.
    """

    head: int
    first: int
    last: int
    anchor: int
    hedged: bool


@dataclass(frozen=True, slots=True)
class StatementMention:
    """A verbal act: `act` is a codebook act, `target` who or what it is aimed at, in words ("" for nobody named).

    `object` are the words that name the incident it is about, for linking later; `evidence` is the sentence; `rule` names
    the entry of the lexicon that found it.
    """

    speaker: Speaker
    act: str
    target: str
    object: Span | None
    evidence: Span
    rule: str = ""
    via: tuple[Speaker, ...] = ()
    negated: bool = False
