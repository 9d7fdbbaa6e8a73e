"""The way of a report through the parts: read, find, resolve, assemble. The only module of the library that knows them all.

Report → language pass → Reading → findings (words with evidence) → values → Record
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from warmonitor.assemble.record import assemble
from warmonitor.find.charges import find_charges
from warmonitor.find.damages import find_damages
from warmonitor.find.events import find_events
from warmonitor.find.places import find_places
from warmonitor.find.relevance import may_hold_incident
from warmonitor.find.stance import stance_at
from warmonitor.find.statements import find_statements
from warmonitor.find.times import find_times
from warmonitor.find.tolls import find_tolls
from warmonitor.find.unnamed import with_unnamed
from warmonitor.find.weapons import find_weapons
from warmonitor.lexicon.actors import Actors, open_actors
from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.lexicon.quantities import number_words
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention, Place, PlaceMention, TimeMention, TollMention
from warmonitor.model.reading import Attribution, Reading
from warmonitor.model.record import Record
from warmonitor.model.report import Report
from warmonitor.read.language import Language, Parse, open_language
from warmonitor.read.names import find_names
from warmonitor.read.quotations import find_quotations
from warmonitor.read.references import find_references
from warmonitor.read.speech import find_attributions
from warmonitor.read.speech.background import background_tokens
from warmonitor.resolve.blaming import blamed, charged
from warmonitor.resolve.identity import Identities
from warmonitor.resolve.introductions import with_introduced
from warmonitor.resolve.party import parties
from warmonitor.resolve.place import resolve_places
from warmonitor.resolve.points import refined
from warmonitor.resolve.quantity import count, number, total
from warmonitor.resolve.time import resolve_times
from warmonitor.resolve.time.clock import clock_contradiction, utc_instant
from warmonitor.resolve.time.zones import zone_of
from warmonitor.resolve.victims import victims_told, with_victims


@dataclass(frozen=True, slots=True)
class Tools:
    """What coding needs, opened once and passed in. `language` is a function, so that the model loads only when wanted."""

    language: Callable[[], Language]
    actors: Actors
    gazetteer: Gazetteer


def open_tools(model: str | None = None, actors: Path | None = None) -> Tools:
    """The language model, the actors (with a user's own file, if given) and the gazetteer.

    Raises MissingPart, saying how to get it, where one cannot be opened; BadRule for a bad line in the user's file.
    """
    opened: list[Language] = []

    def language() -> Language:
        if not opened:
            opened.append(open_language(model))
        return opened[0]

    return Tools(language, open_actors(actors), open_gazetteer())


def code_reports(reports: Iterable[Report], tools: Tools) -> Iterator[Record]:
    """One Record for each report, in order. Reports that a cheap test rules out are never parsed."""
    for batch in _batches(reports, 24):
        wanted = [r for r in batch if may_hold_incident(r.text)]
        parsed = {id(p.report): p for p in tools.language().parse(wanted)} if wanted else {}
        for report in batch:
            parse = parsed.pop(id(report), None)
            yield _code(parse, tools) if parse is not None else Record(report)


def code(
    text: str, *, published: date | None = None, title: str | None = None, outlet: str | None = None, tools: Tools | None = None
) -> Record:  # fmt: skip
    """The record of one bare text. Without `published` relative dates stay unresolved, and the record says so."""
    report = Report("text", text, published, title, outlet)
    return next(code_reports([report], tools or open_tools()))


def read(parse: Parse, tools: Tools) -> Reading:
    """A parsed report with its quotations, names, references and attributions."""
    names = find_names(parse, tools.actors, tools.gazetteer.has)
    reading = Reading(parse.report, parse.tokens, parse.sentences, find_quotations(parse), names)
    reading = replace(reading, references=find_references(reading))
    return replace(reading, attributions=find_attributions(reading))


def _parties(reading: Reading, events: tuple[EventMention, ...], namer: Identities) -> tuple[tuple[Party, ...], ...]:
    """Who takes part in each event: by its grammar, by what is said of its victims, and by the names that descriptions get elsewhere."""
    told = with_victims(tuple(parties(reading, e, namer) for e in events), victims_told(reading, events, namer))
    return with_introduced(reading, told, namer)


def findings(reading: Reading, tools: Tools) -> Findings:
    """Everything found in a reading, with its values resolved."""
    identities = Identities(reading, tools.actors)
    events = tuple(_with_stance(reading, e) for e in find_events(reading))
    published = reading.report.published
    statements = find_statements(reading)
    unreal = {e.head for e in events if e.realis in ("planned", "hypothetical", "habitual")}
    charges = ((c, charged(reading, c, identities)) for c in find_charges(reading))
    tolls = tuple(_counted(reading, t) for t in find_tolls(reading) if t.anchor not in unreal)
    return Findings(
        reading,
        events,
        _parties(reading, events, identities),
        tolls,
        find_weapons(reading, number_words()),
        _places(reading, tools),
        resolve_times(find_times(reading), reading, published),
        statements,
        identities.of_speakers(),
        identities.speaker_states(),
        tuple(blamed(reading, m, identities) for m in statements),
        background_tokens(reading) & _told(events, tolls) | _presupposed(reading, events),
        identities.publisher(),
        tuple(replace(d, stance=stance_at(reading, d.head)[0]) for d in find_damages(reading)),
        tuple((c, who) for c, who in charges if who is not None),
        identities.publisher_kind(),
    )


def _places(reading: Reading, tools: Tools) -> tuple[PlaceMention, ...]:
    named = resolve_places(find_places(reading, tools.gazetteer), tools.gazetteer)
    return refined(with_unnamed(reading, named), tools.gazetteer)


def _code(parse: Parse, tools: Tools) -> Record:
    return assemble(findings(read(parse, tools), tools), _utc)


def _told(events: tuple[EventMention, ...], tolls: tuple[TollMention, ...]) -> frozenset[int]:
    """The tokens that tell of something: event words and the words of figures."""
    return frozenset(e.first for e in events) | frozenset(t.anchor for t in tolls)


def _presupposed(reading: Reading, events: tuple[EventMention, ...]) -> frozenset[int]:
    """Tokens inside "the attack on X in Y" in indirect speech: what a definite event noun carries is the narrator's."""
    out: set[int] = set()
    for e in events:
        if e.form == "noun" and e.definite:
            a = reading.attribution_at(reading.tokens[e.head].start)
            if a is not None and a.kind not in ("direct", "open"):
                first, last = reading.subtree(e.head)
                if _is_all_that_is_said(reading, e, a):
                    asides = (reading.subtree(t.i) for t in reading.tokens[e.last : last] if t.dep == "relcl")
                    out.update(i for aside in asides for i in range(*aside))
                    continue
                out.update(i for i in range(first, last) if i >= e.last or i < e.first and reading.tokens[i].dep == "compound")
    return frozenset(out)


def _is_all_that_is_said(reading: Reading, e: EventMention, a: Attribution) -> bool:
    """ "Officials confirmed the arrest of X in Y": the happening is what they tell, and nothing known before."""
    noun = reading.tokens[e.head]
    return noun.dep == "dobj" and any(c.start <= reading.tokens[noun.head].start < c.end for c in a.cue)


def _with_stance(reading: Reading, e: EventMention) -> EventMention:
    stance, _ = stance_at(reading, e.clause if e.form == "noun" else e.head)
    return replace(e, stance=stance) if stance != "asserts" else e


def _counted(reading: Reading, t: TollMention) -> TollMention:
    counts = [c for c in map(count, t.quantity) if c is not None]
    stance, _ = stance_at(reading, t.anchor)
    if stance == "denies" and counts and all(c.high == 0 for c in counts):
        stance = "asserts"  # "nobody was hurt" says that there were none
    older = number(t.replaces) if t.replaces else None
    return replace(
        t, count=total(counts) if counts else None, stance=stance, replaces=str(older) if older is not None else None
    )


def _utc(day: date, t: TimeMention, place: Place | None) -> tuple[datetime | None, str | None]:
    zone = zone_of(place.country, place.lat, place.lon) if place is not None else None
    return utc_instant(day, t.clock, t.clock_utc, zone), clock_contradiction(day, t.clock, t.clock_utc, zone)


def _batches(reports: Iterable[Report], size: int) -> Iterator[list[Report]]:
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
