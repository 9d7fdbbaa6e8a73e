"""Records for tests of the coding itself: one text in, its record out, with the real parts opened once."""

from __future__ import annotations

from datetime import date
from functools import cache

from warmonitor.model import Incident, Record, Report
from warmonitor.run import Tools, code_reports, open_tools

FRIDAY = date(2016, 5, 20)
"""The publication day of all texts without one of their own: a Friday."""


@cache
def tools() -> Tools:
    """The real model, actors and gazetteer."""
    return open_tools()


@cache
def coded(text: str, published: date = FRIDAY, outlet: str | None = None) -> Record:
    """The record of one text."""
    return next(code_reports([Report("test", text, published, outlet=outlet)], tools()))


def only(text: str) -> Incident:
    """The one incident of a text; more or fewer fail the test."""
    record = coded(text)
    assert len(record.incidents) == 1, [i.label for i in record.incidents]
    return record.incidents[0]


def doers(incident: Incident) -> list[tuple[str, str]]:
    """(name, status) of the perpetrators."""
    return [(a.name, a.status) for a in incident.actors if a.role == "perpetrator"]


def targets(incident: Incident) -> list[str]:
    """Names of the targets."""
    return [a.name for a in incident.actors if a.role == "target"]


def tolls(incident: Incident) -> dict[str, tuple[int | None, int | None]]:
    """Kind of toll -> (low, high), the first entry of each kind."""
    out: dict[str, tuple[int | None, int | None]] = {}
    for c in incident.casualties:
        out.setdefault(c.kind, (c.low, c.high))
    return out
