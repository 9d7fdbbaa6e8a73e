"""A process that adds made-up reports to a ledger: python -m tests.ledger.adding PLACE FIRST LAST. Killed by test_crash."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from tests.told import PLACES, Event, Said, tell

from warmonitor import link
from warmonitor.ledger import Coder, Ledger, Origin, open_ledger
from warmonitor.model import Record

KINDS = ("air-strike", "shelling", "armed-clash", "attack", "abduction")
SPEAKERS = ("governor", "Red Crescent", "army", "observatory", "narrator", "residents")
OUTLETS = ("Gulf Wire", "Post", "Radio", "Sahel News")


def report(n: int) -> Record:
    """The n-th made-up report: one or two of some two hundred happenings, told a day or more later."""
    dice = random.Random(n)
    events, last = [], date(2021, 1, 1)
    for happening in sorted({dice.randrange(200), dice.randrange(200)}):
        own = random.Random(1_000_000 + happening)
        place, kind = own.choice(sorted(PLACES)), own.choice(KINDS)
        day, toll = date(2021, 1, 1) + timedelta(days=own.randrange(60)), own.randrange(1, 30)
        said = (Said("killed", toll + dice.randrange(3), dice.choice(SPEAKERS)),)
        vague = dice.random() < 0.15
        to = (day + timedelta(days=9)).isoformat() if vague else None
        events.append(
            Event(
                kind, place, day.isoformat(), said, to, "month" if vague else "day", words=f"Marker number {happening}."
            )
        )
        last = max(last, day + timedelta(days=10 if vague else dice.randrange(1, 4)))
    return tell(f"report-{n:04}", last.isoformat(), *events, outlet=dice.choice(OUTLETS))


def open_at(place: str) -> Ledger:
    """The ledger as this test uses it."""
    return open_ledger(place, link, lambda: datetime.now(UTC))


def add(ledger: Ledger, numbers: range) -> Iterator[int]:
    """Add some of the reports; yields the number of each when it is kept."""
    for n in numbers:
        record = report(n)
        ledger.add(record, Coder("0.1", "lexicon-1"), Origin("made up", record.report.text.encode()))
        yield n


if __name__ == "__main__":
    here = open_at(sys.argv[1])
    first, last = int(sys.argv[2]), int(sys.argv[3])
    for n in add(here, range(first, last, 1 if first < last else -1)):
        sys.stdout.write(f"{n}\n")
        sys.stdout.flush()
