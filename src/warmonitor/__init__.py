"""warmonitor: dated reports in, a sourced record of armed conflict and political violence out.

    import warmonitor

    record = warmonitor.code("Two guards were killed … the army said.", published="2021-03-11")
    for claim in record.claims:
        print(claim.speaker, claim.stance, claim.attribute, claim.value, claim.evidence.of(record.report.text))

`warmonitor.run` has the way of many reports, `warmonitor.model` the nouns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warmonitor.model import Record, Report
    from warmonitor.run import Tools
    from warmonitor.run_publish import Shelf

__version__ = "0.1.0"
__all__ = ["__version__", "code", "code_reports", "open_ledger"]


def code(
    text: str, *, published: date | str | None = None, title: str | None = None, outlet: str | None = None
) -> Record:
    """The record of one text. `published` is its day (a date, or ISO text); without it relative dates stay open.

    The first call opens the language model and the gazetteer, which takes some seconds.
    Raises ValueError for a day that is not in the calendar, MissingPart where the model is not installed.
    """
    from warmonitor.run import code as code_text

    day = date.fromisoformat(published) if isinstance(published, str) else published
    return code_text(text, published=day, title=title, outlet=outlet, tools=_tools())


def code_reports(reports: Iterable[Report]) -> Iterator[Record]:
    """A record for each report, in order and as they come."""
    from warmonitor import run

    return run.code_reports(reports, _tools())


def open_ledger(place: str) -> Shelf:
    """The ledger at `place` (a file, or a PostgreSQL URL), to ask: `open_ledger("war.db").incidents(country="YE")`.

    Raises BadOption for a place that holds no ledger, MissingPart where a driver is not installed.
    """
    from warmonitor.run_ledger import open_ledger as opened
    from warmonitor.run_publish import Shelf

    return Shelf(opened(place, create=False))


@cache
def _tools() -> Tools:
    from warmonitor.run import open_tools

    return open_tools()
