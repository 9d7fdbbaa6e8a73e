"""Mentions of one report put together into its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from warmonitor.assemble.casualties import reconcile
from warmonitor.assemble.claims import drafts
from warmonitor.assemble.clusters import Cluster, whens
from warmonitor.assemble.coreference import cluster
from warmonitor.assemble.dates import days_of
from warmonitor.assemble.draft import Draft
from warmonitor.assemble.enemies import with_enemy
from warmonitor.assemble.fields import actors_of, weapons_of
from warmonitor.assemble.kinds import kind_of
from warmonitor.assemble.links import links
from warmonitor.assemble.oneactor import settled_doers, with_own_army
from warmonitor.assemble.places import home_of, only_scene, places_of
from warmonitor.assemble.roles import accused_of, all_parts
from warmonitor.assemble.sketch import group, parties_of, sketches
from warmonitor.assemble.statements import statements, with_admissions
from warmonitor.assemble.tolls import figures_of
from warmonitor.assemble.voices import voice_at
from warmonitor.lexicon.accidents import tells_of_accident
from warmonitor.lexicon.crime import is_crime_story
from warmonitor.model.findings import Findings, Party
from warmonitor.model.label import label
from warmonitor.model.mention import Place, TimeMention, When
from warmonitor.model.record import Claim, Incident, Link, Located, Record

_AIMING = frozenset({"target"})
Utc = Callable[[date, TimeMention, Place | None], tuple[datetime | None, str | None]]
"""(The instant, what is wrong between a stated local and a stated UTC time) of a day, a clock time and a place."""
Counts = Callable[[Findings, Cluster], bool]


@dataclass(frozen=True, slots=True)
class Built:
    """One incident with its claims and the event mentions that it is made of."""

    incident: Incident
    claims: tuple[Claim, ...]
    events: tuple[int, ...]
    note: str | None = None


def assemble(findings: Findings, utc: Utc | None = None, *, counts: Counts | None = None) -> Record:
    """The record of one report. `utc` turns a day and a clock time at a place into an instant.

    `counts` says which happenings become incidents, `qualifies` (the codebook's rule) unless another codebook gives its own.
    """
    report = findings.reading.report
    found = cluster(findings, sketches(findings))
    accused = accused_of(findings, [k for c in found for s in c.sketches for k in s.events])
    kept = [
        (c, when)
        for c, when in zip(found, days_of(findings, found), strict=True)
        if (counts(findings, c) if counts else qualifies(findings, c, dated=when.start is not None, accused=accused))
    ]
    clusters = [c for c, _ in kept]
    built: list[Built] = []
    claims = 0
    everything = [k for c in clusters for s in c.sketches for k in s.events]
    scene = only_scene(findings)
    known = [when for c, when in kept if any(p.place.name == x.place.name for x in scene for s in c.sketches for p in s.places)]
    for n, (c, when) in enumerate(kept, 1):
        here = scene if not known or any(_may_meet(when, other) for other in known) else ()
        b = _build(findings, c, f"i{n}", when, claims, utc, everything, here)
        claims += len(b.claims)
        built.append(b)
    incident_of = {k: b.incident.id for b in built for k in b.events}
    hedged = {k: _hedged(findings, k) for k in incident_of}
    notes: tuple[str, ...] = () if report.published else ("no publication day: relative dates are unresolved",)
    notes += tuple(b.note for b in built if b.note)
    said = statements(findings, incident_of)
    linked = links(findings, incident_of, hedged)
    built = [replace(b, incident=_bounded(b.incident, linked, [x.incident for x in built])) for b in built]
    return Record(
        report, tuple(b.incident for b in built), tuple(c for b in built for c in b.claims),
        with_admissions(findings, said, [c for b in built for c in b.claims]), linked, notes,
    )  # fmt: skip


_ONE_SPELL = timedelta(days=92)


def _may_meet(a: When, b: When) -> bool:
    """True where two happenings may be of one spell; what has no day is taken for as late as it can be."""
    starts, ends = [w.start or w.end for w in (a, b)], [w.end for w in (a, b)]
    if None in (*starts, *ends):
        return True
    return (starts[0] - ends[1] <= _ONE_SPELL) and (starts[1] - ends[0] <= _ONE_SPELL)  # type: ignore[operator]


def _bounded(incident: Incident, linked: tuple[Link, ...], all_: list[Incident]) -> Incident:
    """An undated happening that another answers or follows ended when that one began, or within its month or year."""
    if incident.when.start is not None or incident.when.end is None:
        return incident
    later = {x.id: x.when.start if x.when.start and x.when.precision == "day" else x.when.end for x in all_}
    ends = [
        e
        for link in linked
        if link.to == incident.id and link.relation != "part-of" and (e := later.get(link.from_)) is not None
    ]
    end = min([incident.when.end, *ends])
    return (
        replace(incident, when=replace(incident.when, end=end, basis="relative"))
        if end != incident.when.end
        else incident
    )


def _hedged(findings: Findings, k: int) -> bool:
    e = findings.events[k]
    return voice_at(findings, findings.reading.span(e.first, e.last), e.stance).stance == "hedges"


# what counts ------------------------------------------------------------------------------------------------------------
def qualifies(findings: Findings, c: Cluster, *, dated: bool = False, accused: frozenset[int] = frozenset()) -> bool:
    """A happening counts if the report places or dates it and says who took part or was harmed, or with what.

    `dated`: it has the day of what was told before it. `accused`: events that somebody is named as the doer of.
    """
    events = [findings.events[k] for s in c.sketches for k in s.events]
    if not events:
        return False
    parties = [p for s in c.sketches for p in parties_of(findings, s)]
    tolls = [t for s in c.sketches for t in s.tolls if t.count is not None]
    weapons = [w for s in c.sketches for w in s.weapons if not w.platform]
    placed = any(s.places for s in c.sketches)
    timed = dated or any(whens(s) or s.latest is not None for s in c.sketches)
    only_results = all(e.frame in ("result", "undergo", "anaphor") for e in events)
    if (
        not tolls
        and not weapons
        and all(findings.reading.tokens[e.head].lemma in _AIMING or e.frame == "anaphor" for e in events)
    ):
        return False  # "targeted a commander": sought, not struck
    doers = [p for p in parties if p.role in ("agent", "blamed", "claimant", "party")]
    if is_crime_story(findings.reading.text) and not _by_state(findings, c, doers):
        return False
    charged = any(k in accused for s in c.sketches for k in s.events)
    if only_results:
        words = " ".join(
            findings.reading.words(
                findings.reading.sentences[s.sentence].first, findings.reading.sentences[s.sentence].last
            )
            for s in c.sketches
        ).lower()
        if tells_of_accident(words) or not (
            doers or weapons or charged or timed and (placed and tolls or _of_forces(parties)) and any(e.frame == "result" for e in events)
        ):
            return False
        if tolls and all(t.campaign for t in tolls):
            return False
    if (
        all(e.plural and not e.definite and e.form == "noun" and e.count is None for e in events)
        and not tolls
        and not (placed and timed)
    ):
        return False
    struck = any(not e.generic and e.frame == "agent-patient" for e in events)
    who = bool(parties or tolls or weapons or struck and any(s.weapons for s in c.sketches))
    if placed and timed and any(group(e) == "crowd" or e.definite and e.frame != "anaphor" for e in events):
        return True  # "the attacks in the capital on Sunday" need no more
    agreed = any("agreement" in e.subtypes for e in events)
    if agreed and (len({p.identity for p in parties}) >= 2 or placed and timed):
        return True  # who agreed is what makes an agreement; its place is where its parties are
    return (placed or timed) and who or len(parties) >= 2 and len(c.sketches) >= 2


def _of_forces(parties: Iterable[Party]) -> bool:
    """Those who were killed are soldiers, police or fighters: nobody need say that it was done to them."""
    return any(p.role == "patient" and p.cls in ("armed", "state") for p in parties)


def _by_state(findings: Findings, c: Cluster, doers: Iterable[Party]) -> bool:
    """True where organs of a state harmed people: in a crime story all else, arrests too, is ordinary."""
    arrest = all(group(findings.events[k]) == "arrest" or findings.events[k].frame == "anaphor" for s in c.sketches for k in s.events)
    return not arrest and any(p.cls == "state" and p.role == "agent" for p in doers)


# building ---------------------------------------------------------------------------------------------------------------
def _build(
    findings: Findings, c: Cluster, id_: str, when: When, first_claim: int, utc: Utc | None, everything: list[int],
    scene: tuple[Located, ...],
) -> Built:  # fmt: skip
    type_, subtype = kind_of(findings, c.sketches)
    events = tuple(k for s in c.sketches for k in s.events)
    parts = all_parts(findings, c.sketches, everything, subtype)
    found = places_of(findings, c.sketches)
    ordered = drafts(findings, c.sketches, parts, subtype, everything, found)
    claims = [_claim(d, id_, f"c{first_claim + n}") for n, d in enumerate(ordered, 1)]
    claims = _revisions(ordered, claims)
    places = found or (home_of(parts) if subtype in ("formal-act", "release", "agreement") else ()) or scene
    when, wrong = _instant(c, when, places, utc)
    actors = actors_of(with_enemy(findings, with_own_army(findings, settled_doers(findings, parts), subtype), events, subtype))
    figures = figures_of(findings, ordered, claims, parts, subtype)
    casualties = reconcile(figures)
    weapons = weapons_of(findings, c.sketches, subtype)
    evidence = tuple(findings.reading.span(findings.events[k].first, findings.events[k].last) for k in events)
    incident = Incident(
        id_,
        type_,
        subtype,
        label(subtype, [p.place.name for p in places], when.start, when.end, [(c.kind, c.low, c.high) for c in casualties]),
        when,
        places,
        actors,
        weapons,
        casualties,
        evidence,
    )
    return Built(incident, tuple(claims), events, f"{id_}: {wrong}" if wrong else None)


def _claim(d: Draft, incident: str, id_: str) -> Claim:
    return Claim(
        id_, incident, d.attribute, d.value, d.voice.speaker, d.stance, d.evidence, d.rule, d.bound, d.who,  # type: ignore[arg-type]
        d.voice.entry, d.voice.via, None, None, d.also,
    )  # fmt: skip


def _revisions(ordered: list[Draft], claims: list[Claim]) -> list[Claim]:
    """ "raised to 18 from 12": the newer claim names the older one, where the report holds both."""
    out = list(claims)
    for n, d in enumerate(ordered):
        if d.toll is None or d.toll.replaces is None:
            continue
        for m, other in enumerate(ordered):
            if m != n and other.attribute == d.attribute and str(other.value) == d.toll.replaces:
                out[n] = replace(out[n], revises=claims[m].id)
                break
    return out


def _instant(c: Cluster, when: When, places: tuple[Located, ...], utc: Utc | None) -> tuple[When, str | None]:
    if utc is None or when.start is None or when.precision != "day":
        return when, None
    for s in c.sketches:
        for t in s.times:
            if t.clock is not None or t.clock_utc is not None:
                instant, wrong = utc(when.start, t, places[0].place if places else None)
                if instant is not None:
                    return replace(when, utc=instant), wrong
    return when, None
