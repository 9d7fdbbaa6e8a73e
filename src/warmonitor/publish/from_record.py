"""Incidents for publication out of one report's record."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from warmonitor.model import Actor, Claim, Incident, Link, Record, Report, Span
from warmonitor.model.published import (
    PublishedActor,
    PublishedClaim,
    PublishedIncident,
    PublishedLink,
    PublishedSource,
    PublishedToll,
    PublishedWeapon,
)
from warmonitor.publish.privacy import private_names

PREFIX = "WM"
LONGEST_EXCERPT = 400  # characters: enough to check a claim, too little to republish the report
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-ÖØ-ÞĀ-Ž0-9])|\n\s*\n|\n\s*[•*–-]\s+")


def from_record(record: Record) -> Iterator[PublishedIncident]:
    """The record's incidents, each with its claims, in the record's order.

    Ids are made from the report's id and text, so the same report always gives the same ones. The grade of one report is
    single-source; only a ledger can say more.
    """
    for incident in record.incidents:
        yield _incident(incident, record, source_of(record.report))


def permanent_id(record: Record, incident: str) -> str:
    """Our own id of an incident of a report: WM, ten hexadecimal digits of report id and text, the incident's id there."""
    digest = hashlib.sha256(f"{record.report.id}\0{record.report.sha256}".encode()).hexdigest()
    return f"{PREFIX}-{digest[:10]}-{incident}"


def _incident(incident: Incident, record: Record, source: PublishedSource) -> PublishedIncident:
    claims = [c for c in record.claims if c.incident == incident.id]
    published = tuple(claim_of(c, record.report) for c in claims)
    actors = tuple(_actor(a, claims) for a in incident.actors)
    tolls = tuple(PublishedToll(c.kind, c.who, c.side, c.low, c.best, c.high, c.claims) for c in incident.casualties)
    made = PublishedIncident(
        id=permanent_id(record, incident.id),
        revision=1,
        type=incident.type,
        subtype=incident.subtype,
        label=incident.label,
        when=incident.when,
        places=tuple(located.place for located in incident.places),
        actors=actors,
        weapons=tuple(PublishedWeapon(w.name, w.kind, w.count) for w in incident.weapons),
        casualties=tolls,
        claims=published,
        sources=(source,),
        grade="single-source",
        grounds=("one report",),
        links=tuple(_link(k, record) for k in record.links if k.from_ == incident.id),
    )
    return replace(made, private_names=private_names(actors, tolls, published, record.report.text))


def _actor(actor: Actor, claims: Sequence[Claim]) -> PublishedActor:
    say, deny = who_says(actor.name, claims) if actor.role == "perpetrator" else ((), ())
    return PublishedActor(actor.name, actor.role, actor.status, actor.kind, actor.country, actor.entry, say, deny)


def who_says(name: str, claims: Iterable[Claim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who names a perpetrator, and who denies it, in the order of the claims."""
    about = [c for c in claims if c.attribute == "perpetrator" and _same(str(c.value), name)]
    say = (c.speaker for c in about if c.stance != "denies")
    deny = (c.speaker for c in about if c.stance == "denies")
    return tuple(dict.fromkeys(say)), tuple(dict.fromkeys(deny))


def _same(said: str, name: str) -> bool:
    """True where a claim's words mean the actor: equal, or one contains the other as whole words."""
    a, b = f" {said.lower()} ", f" {name.lower()} "
    return a in b or b in a


def claim_of(claim: Claim, report: Report, named: Callable[[str], str] = str) -> PublishedClaim:
    """A report's claim with its sentence; `named` gives the ids of the report's claims their published form."""
    return PublishedClaim(
        id=named(claim.id),
        attribute=claim.attribute,
        value=claim.value,
        speaker=claim.speaker,
        stance=claim.stance,
        sentence=excerpt(report.text, claim.evidence),
        report=report.id,
        bound=claim.bound,
        who=claim.who,
        speaker_id=claim.speaker_id,
        via=claim.via,
        revises=named(claim.revises) if claim.revises else claim.revises,
        said_on=claim.said_on,
        rule=claim.rule,
    )


def source_of(report: Report) -> PublishedSource:
    """A report as a source."""
    return PublishedSource(report.id, report.outlet, report.url, report.published, report.title, report.language)


def _link(link: Link, record: Record) -> PublishedLink:
    return PublishedLink(
        to=permanent_id(record, link.to),
        relation=link.relation,
        hedged=link.hedged,
        sentence=excerpt(record.report.text, link.evidence),
        report=record.report.id,
    )


def excerpt(text: str, evidence: Span) -> str:
    """The sentence or sentences around the evidence, line breaks folded; cut at the sides where it is very long."""
    begins, ends = _breaks(text)
    before = bisect_right(ends, evidence.start)
    start = ends[before - 1] if before else 0
    after = bisect_left(begins, max(evidence.start, evidence.end - 1))
    stop = ends[after] if after < len(ends) else len(text)
    if stop - start <= LONGEST_EXCERPT:
        return " ".join(text[start:stop].split())
    room = max(0, LONGEST_EXCERPT - (evidence.end - evidence.start)) // 2
    left = _word_end(text, max(start, evidence.start - room), evidence.start, start)
    right = _word_start(text, min(stop, evidence.end + room), evidence.end, stop)
    words = " ".join(text[left:right].split())
    return ("… " if left > start else "") + words + (" …" if right < stop else "")


@lru_cache(maxsize=32)
def _breaks(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the breaks between a text's sentences begin and end."""
    found = tuple(_SENTENCE_END.finditer(text))
    return tuple(m.start() for m in found), tuple(m.end() for m in found)


def _word_end(text: str, at: int, most: int, edge: int) -> int:
    """The end of the word at a left cut, so that no part of it is quoted; `edge` needs no cut."""
    while edge < at < most and not text[at - 1].isspace():
        at += 1
    return at


def _word_start(text: str, at: int, least: int, edge: int) -> int:
    """The start of the word at a right cut."""
    while least < at < edge and not text[at].isspace():
        at -= 1
    return at
