"""Checks of the installation: each part that coding needs, what was found, and what to do where it is not as expected."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from warmonitor import __version__
from warmonitor.errors import MissingPart, WarmonitorError
from warmonitor.model import Report
from warmonitor.run import code_reports, open_tools


@dataclass(frozen=True, slots=True)
class Check:
    """One part: whether it is as it must be, and what was found."""

    name: str
    ok: bool
    found: str


def checks(model: str | None = None) -> Iterator[Check]:
    """All checks, in the order in which parts need each other."""
    yield Check(
        "python", (3, 11) <= sys.version_info[:2] <= (3, 13), f"{platform.python_version()}; needs 3.11 to 3.13"
    )
    yield Check("warmonitor", True, __version__)
    yield _attempt("language model", lambda: _model(model))
    yield _attempt("gazetteer", _gazetteer)
    yield _attempt("formats", _formats)
    yield _attempt("coding", lambda: _coding(model))


def _attempt(name: str, what: Callable[[], str]) -> Check:
    try:
        return Check(name, True, what())
    except (WarmonitorError, ImportError, OSError) as e:
        return Check(name, False, str(e))


def _model(name: str | None) -> str:
    from warmonitor.read.language import MODEL, open_language

    open_language(name)
    return name or MODEL


def _gazetteer() -> str:
    from warmonitor.lexicon.gazetteer.index import open_gazetteer

    gazetteer = open_gazetteer()
    if not gazetteer.lookup("Baghdad"):
        raise MissingPart("the gazetteer does not know Baghdad; delete its index in your cache folder and try again")
    return f"{len(gazetteer):,} places"


def _formats() -> str:
    from warmonitor.intake.reader import formats as intake_formats
    from warmonitor.publish.formats import names

    return f"reads {', '.join(sorted(intake_formats()))}; writes {', '.join(names())}"


def _coding(model: str | None) -> str:
    text = "Two soldiers were killed on Monday when a roadside bomb exploded near Baghdad, the army said."
    record = next(iter(code_reports([Report("doctor", text, date(2021, 3, 4))], open_tools(model))))
    if len(record.incidents) != 1:
        raise WarmonitorError(f"a test sentence gave {len(record.incidents)} incidents instead of one")
    return f"a test sentence gave one incident: {record.incidents[0].type}/{record.incidents[0].subtype}"
