"""Where published incidents come from on the command line, under which policy, and the bar that shows how far they are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from warmonitor.commands.options import Actors, Model, Outlet, Published, file_given, given_by, items_of, say
from warmonitor.errors import BadOption

if TYPE_CHECKING:
    from warmonitor.model.published import PublishedIncident
    from warmonitor.publish.policy import Policy

T = TypeVar("T")
Reports = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REPORT…]", help="Reports to code and publish; none where --incidents is given."),
]
Incidents = Annotated[
    Path | None, typer.Option(metavar="FILE.jsonl", help="Incidents of an earlier export in place of reports.")
]
Kept = Annotated[
    str | None, typer.Option("--ledger", metavar="PLACE", help="Incidents of a ledger (file or PostgreSQL URL).")
]
PolicyFile = Annotated[
    str, typer.Option("--policy", metavar="FILE", help="Policy (TOML), or strict or open. Given none: strict.")
]
AsOf = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day on which the policy counts its delay. Default: today.")
]

__all__ = ["Actors", "AsOf", "Incidents", "Kept", "Model", "Outlet", "PolicyFile", "Published", "Reports"]


def stream(
    reports: list[str] | None,
    incidents: Path | None,
    ledger: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    model: str | None = None,
    actors: Path | None = None,
) -> Iterator[PublishedIncident]:
    """The incidents of coded reports, of a ledger, or of an earlier export. Raises BadOption unless one of them is given."""
    if bool(reports) + bool(incidents) + bool(ledger) != 1:
        raise BadOption("give reports, or --ledger PLACE, or --incidents FILE.jsonl; one of them")
    if ledger:
        from warmonitor.run_ledger import open_ledger
        from warmonitor.run_publish import incidents_of

        return incidents_of(open_ledger(ledger, create=False))
    if incidents is not None:
        from warmonitor.publish.jsonlines import read

        path = file_given(incidents, "--incidents")
        return read(path) if path else iter(())
    return _coded(reports or [], published, outlet, model, actors)


def _coded(
    reports: list[str], published: str | None, outlet: str | None, model: str | None, actors: Path | None
) -> Iterator[PublishedIncident]:
    from warmonitor.batch import Settings
    from warmonitor.commands.running import Run
    from warmonitor.publish.from_record import from_record

    settings = Settings(model, file_given(actors, "--actors"))
    run = Run(items_of(reports, given_by(published, outlet)), settings, None, False)
    for record in run.records():
        yield from from_record(record)


def policy_of(choice: str, as_of: str | None) -> Policy:
    """The policy, counting its delay on the day given: the option's, else the policy's own, else today's (UTC)."""
    from warmonitor.publish.policy import load

    policy = load(choice)
    day = day_of(as_of, "--as-of")
    if day is None and policy.as_of is None:
        day = datetime.now(UTC).date()
    return policy.on(day)


def day_of(words: str | None, option: str) -> date | None:
    """A day, None where none is given. Raises BadOption."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise BadOption(f"{option} {words!r} is not a day; write it as 2020-03-13") from None


def folder(out: Path) -> Path:
    """The folder, made where it is not there. Raises BadOption where it cannot be written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise BadOption(f"--out {out}: cannot be made a folder: {e.strerror}") from e
    if not os.access(out, os.W_OK):
        raise BadOption(f"--out {out}: nothing can be written there")
    return out


def progress(items: Iterable[T], doing: str) -> Iterator[T]:
    """The items, counted on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(doing), MofNCompleteColumn(), TextColumn("incidents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        for item in items:
            yield item
            bar.advance(task)


def outcome(items: Iterable[object], policy: Policy) -> None:
    """Runs an export to its end and says how much was published and held back, and under which policy."""
    from warmonitor.publish.withhold import Withheld

    out = back = 0
    for item in progress(items, "exporting"):
        back += isinstance(item, Withheld)
        out += not isinstance(item, Withheld)
    say(f"{out} incidents published, {back} held back; policy {policy.mark}")
