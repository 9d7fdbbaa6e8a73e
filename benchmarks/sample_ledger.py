"""A large ledger of reports as real as the samples: python -m benchmarks.sample_ledger PLACE [--times 4400]

The samples are coded once; each copy of them is told nine days after the one before, so that its incidents are its own. 4,400
copies hold 100,000 incidents of 48,000 reports.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmarks.filling import CODER, open_at
from warmonitor.intake.given import Given
from warmonitor.intake.reader import read
from warmonitor.ledger import Origin
from warmonitor.model import Incident, Record, Report, When
from warmonitor.run import code_reports, open_tools

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def samples() -> list[Record]:
    """The samples, coded."""
    items = read([str(p) for p in sorted(SAMPLES.glob("*.txt"))], Given(), lambda: b"")
    return list(code_reports([i for i in items if isinstance(i, Report)], open_tools()))


def copies(records: list[Record], times: int) -> Iterator[Record]:
    """The records so many times, each copy later than the last."""
    for n in range(times):
        for record in records:
            report, by = record.report, timedelta(days=9 * n)
            moved = replace(
                report, id=f"{report.id}-{n}", published=report.published + by if report.published else None
            )
            yield replace(record, report=moved, incidents=tuple(_later(i, by) for i in record.incidents))


def _later(incident: Incident, by: timedelta) -> Incident:
    w = incident.when
    start, end = (day + by if day else None for day in (w.start, w.end))
    return replace(incident, when=When(start, end, w.precision, w.basis, w.utc + by if w.utc else None))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", metavar="PLACE")
    parser.add_argument("--times", type=int, default=4400)
    given = parser.parse_args()
    records = samples()
    ledger, start = open_at(given.place), time.perf_counter()
    ledger.load(((r, Origin("samples")) for r in copies(records, given.times)), CODER)
    print(f"{ledger.counts()}: kept and linked in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
