"""Generated mentions as whole coded reports, for measuring a filled ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from warmonitor import link
from warmonitor.ledger import Coder, Ledger, Origin, open_ledger
from warmonitor.model import Actor, Claim, Incident, Located, Place, Record, Report, Span, When
from warmonitor.model.linked import Mention

CODER = Coder("generated", "none")


def record(m: Mention) -> Record:
    """A report of one incident whose words, names, places and figures are those of a generated mention."""
    named = " ".join(f"in {n.capitalize()}" for n in (*m.about, *m.names))
    text = f"It was told {named} of this. " + " ".join(w for w, _ in m.words) + "."
    whole = Span(0, len(text))
    start, end = (date.fromordinal(d) if d else None for d in (m.start, m.end))
    places = tuple(Located(Place(p.name, p.country, p.lat, p.lon, p.precision), ()) for p in m.points)
    actors = [Actor(n, "perpetrator", "stated", ()) for n in m.perpetrators] + [
        Actor(n, "target", "stated", ()) for n in m.targets
    ]
    claims = tuple(
        Claim(f"c{n}", "i1", "killed", low or 0, "narrator", "asserts", whole, "generated")
        for n, (_, low, _) in enumerate(m.tolls, 1)
    )
    when = When(start, end, m.precision, "explicit" if start else "none")
    incident = Incident("i1", m.type, m.subtype, m.subtype, when, places, tuple(actors), (), (), (whole,))
    return Record(
        Report(m.report, text, date.fromordinal(m.told), None, f"outlet {len(m.id) % 7}"), (incident,), claims
    )


def open_at(place: str) -> Ledger:
    """The ledger to be filled."""
    return open_ledger(place, link, lambda: datetime.now(UTC))


def fill(ledger: Ledger, mentions: Sequence[Mention]) -> None:
    """Keep all mentions as reports, in one transaction, linked from scratch."""
    ledger.load(((record(m), Origin("generated")) for m in mentions), CODER)
