"""Records together with what they were made of: adapters to other codebooks need words that a record has no field for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmonitor.assemble.clusters import Cluster
from warmonitor.assemble.record import Counts, assemble
from warmonitor.find.relevance import may_hold_incident
from warmonitor.model import Record, Report
from warmonitor.model.findings import Findings
from warmonitor.run import Tools, findings, read


def coded(
    reports: Iterable[Report], tools: Tools, counts: Counts | None = None
) -> Iterator[tuple[Record, Findings | None]]:
    """Each report's record and findings, in order; None for a report that the cheap test rules out. `counts`: see assemble."""
    for report in reports:
        if not may_hold_incident(report.text):
            yield Record(report), None
            continue
        found = findings(read(next(tools.language().parse([report])), tools), tools)
        yield assemble(found, counts=counts), found


def told(findings: Findings, c: Cluster) -> bool:
    """For codebooks that want acts without a place or day of their own as well ("the murder of the priests")."""
    return bool(c.sketches)
