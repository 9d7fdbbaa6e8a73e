"""From the record of one report to what linking compares and reconciling reads."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from warmonitor.lexicon.actornames import without_article
from warmonitor.link.names import fold
from warmonitor.link.story import beside
from warmonitor.model import Claim, Incident, Place, Record, Span
from warmonitor.model.linked import Mention, Point, Telling

_WORD = re.compile(r"[^\W\d_]{3,}")
_BOUNDARY = re.compile(r"[.!?…]['\"”’)]*\s|\n\s*\n")
MOST_WORDS = 48
"""Words kept for one mention: the rarest; enough for a paragraph, and it bounds the cost of a comparison."""
MOST_NAMES = 8
"""Names kept of what a report is about: they are blocking keys of vague mentions."""


def mention_id(report: str, local: str) -> str:
    """The permanent id of a report's incident: 60 bits of the SHA-256 of both ids, in lower-case base 32."""
    digest = hashlib.sha256(f"{report}\0{local}".encode()).digest()
    return "i" + base64.b32encode(digest).decode("ascii")[:12].lower()


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a shared word tells: 7 less its Zipf frequency in English at large (Speer 2022), 0 for common words.

    A fixed list and not the ledger's own counts, so that a score never depends on what else the ledger holds.
    """
    from wordfreq import zipf_frequency  # loads its list at the first call

    zipf = zipf_frequency(word, "en", wordlist="large")
    return max(0.0, 5.8 - max(zipf, 1.5))


def weighed(counts: Mapping[str, int], most: int = MOST_WORDS) -> tuple[tuple[str, float], ...]:
    """Word counts -> (word, weight) sorted by word, unit length: rarity times 1 + log of the count."""
    raw = {w: rarity(w) * (1 + math.log(n)) for w, n in counts.items()}
    kept = sorted((w for w in raw if raw[w] > 0), key=lambda w: (-raw[w], w))[:most]
    norm = math.sqrt(sum(raw[w] ** 2 for w in kept))
    return tuple((w, round(raw[w] / norm, 6)) for w in sorted(kept)) if norm else ()


def sentence_around(text: str, span: Span) -> str:
    """The words from the sentence end before a span to the one after it, at most 400 characters each way."""
    left = max(0, span.start - 400)
    start = max((left + m.end() for m in _BOUNDARY.finditer(text[left : span.start])), default=left)
    ending = _BOUNDARY.search(text, max(span.start, span.end - 1), min(len(text), span.end + 400))
    return text[start : ending.start() + 1 if ending else min(len(text), span.end + 400)]


def passage(record: Record, incident: Incident) -> str:
    """The label and the sentences that tell an incident, one a line: what full text searches."""
    return "\n".join(_told_words(record, incident, [c for c in record.claims if c.incident == incident.id]))


def _told_words(record: Record, incident: Incident, claims: Iterable[Claim]) -> list[str]:
    spans = [*incident.evidence, *(c.evidence for c in claims)]
    spans += [s for p in incident.places for s in p.evidence] + [s for a in incident.actors for s in a.evidence]
    seen = sorted({sentence_around(record.report.text, s) for s in spans if s.end > s.start})
    return [*seen, incident.label]


def capitalised(passage: str) -> Iterator[str]:
    """Folded words that stand capitalised where nothing but a name is (not at a sentence start, not in capitals)."""
    for m in _WORD.finditer(passage):
        word = m.group()
        if word[0].isupper() and not word.isupper():
            before = passage[max(0, m.start() - 4) : m.start()].rstrip(" \"'“‘(")
            if before and before[-1] not in ".!?\n:;":
                yield fold(word)


def rare_names(passages: Iterable[str]) -> tuple[str, ...]:
    """Rare names of some passages, in alphabetical order."""
    return tuple(sorted({n for p in passages for n in capitalised(p) if rarity(n) > 2.0}))


def about(text: str) -> tuple[str, ...]:
    """The few names that tell what a report is about: frequent in it and rare elsewhere, at most MOST_NAMES."""
    counts = Counter(n for n in capitalised(text) if rarity(n) > 1.5)
    return tuple(sorted(counts, key=lambda n: (-rarity(n) * (1 + math.log(counts[n])), n))[:MOST_NAMES])


def words_of(text: str) -> tuple[tuple[str, float], ...]:
    """The weighted words of a text."""
    return weighed(Counter(fold(w) for w in _WORD.findall(text)))


DENSITY = 5000
"""People on a square kilometre of a city, for telling how wide it is from how many live there."""


def _points(incident: Incident) -> tuple[Point, ...]:
    points = {_point(p.place) for p in incident.places}
    return tuple(sorted(points, key=lambda p: (p.precision, p.name, p.country or "", p.lat or 0.0, p.lon or 0.0)))


def _point(p: Place) -> Point:
    radius = round(math.sqrt(p.population / DENSITY / math.pi), 1) if p.precision == 1 else 0.0
    return Point(fold(p.name), p.country, p.lat, p.lon, p.precision, radius)


def _minutes(when: datetime | None) -> int | None:
    if when is None:
        return None
    utc = when.astimezone(UTC) if when.tzinfo else when
    return utc.toordinal() * 1440 + utc.hour * 60 + utc.minute


Context = tuple[tuple[tuple[str, float], ...], tuple[str, ...]]


def _mention(
    record: Record, incident: Incident, claims: tuple[Claim, ...], id_: str, told: date | None, context: Context
) -> Mention:
    passages = _told_words(record, incident, claims)
    start, end = incident.when.start, incident.when.end or told
    actors = [(a.entry or without_article(a.name), a) for a in incident.actors if a.status != "denied"]
    tolls = {(c.kind, c.low, c.high) for c in incident.casualties if c.low is not None or c.high is not None}
    return Mention(
        id=id_,
        report=record.report.id,
        told=told.toordinal() if told else 0,
        type=incident.type,
        subtype=incident.subtype,
        start=start.toordinal() if start else None,
        end=end.toordinal() if end else None,
        precision=incident.when.precision,
        points=_points(incident),
        perpetrators=tuple(sorted({n for n, a in actors if a.role == "perpetrator"})),
        targets=tuple(sorted({n for n, a in actors if a.role != "perpetrator"})),
        weapons=tuple(sorted({w.kind or fold(w.name) for w in incident.weapons})),
        tolls=tuple(sorted(tolls, key=lambda t: (t[0], t[1] or 0, t[2] or 0))),
        words=words_of("\n".join(passages)),
        names=rare_names(passages),
        context=context[0],
        about=context[1],
        utc=_minutes(incident.when.utc),
    )


def tellings(
    record: Record, *, ids: Mapping[str, str] | None = None, published_at: str | None = None
) -> tuple[Telling, ...]:
    """Each incident of a record as linking and reconciling take it, in the record's order.

    `ids` gives the permanent id of an incident already known from an earlier coding; others get `mention_id`.
    `published_at` is the instant of publication where it is known better than by its day.
    """
    told = record.report.published
    known = ids or {}
    stamp = published_at or (told.isoformat() if told else "")
    context = (words_of(record.report.text), about(record.report.text))
    made = []
    for incident in record.incidents:
        claims = tuple(c for c in record.claims if c.incident == incident.id)
        id_ = known.get(incident.id) or mention_id(record.report.id, incident.id)
        mention = _mention(record, incident, claims, id_, told, context)
        made.append(Telling(mention, record.report, incident, claims, stamp))
    return tuple(replace(t, mention=m) for t, m in zip(made, beside([t.mention for t in made]), strict=True))
