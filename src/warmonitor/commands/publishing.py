"""Where published incidents come from on the command line, under which policy, and the bar that shows how far they are."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from warmonitor.commands.options import Actors, Model, Outlet, Published, file_given, given_by, items_of, say
from warmonitor.errors import BadOption

if TYPE_CHECKING:
    from warmonitor.model.published import PublishedIncident
    from warmonitor.publish.policy import Policy

WARM = 100
"""Incidents after which all lexicons are loaded."""
_NAMED = Parameter.KEYWORD_ONLY
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """Where incidents come from, and under which policy they are published: the options of every command that publishes."""

    reports: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REPORT…]", help="Reports; none where --ledger or --incidents is given."),
    ] = None
    policy: Annotated[
        str, typer.Option("--policy", metavar="FILE", help="Policy (TOML), or strict or open. Given none: strict.")
    ] = "strict"
    as_of: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day on which the policy counts its delay. Default: today.")
    ] = None
    ledger: Annotated[
        str | None, typer.Option("--ledger", metavar="PLACE", help="Incidents of a ledger (file or PostgreSQL URL).")
    ] = None
    incidents: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Incidents of an earlier export in place of reports.")
    ] = None
    published: Published = None
    outlet: Outlet = None
    model: Model = None
    actors: Actors = None

    def stream(self) -> Iterator[PublishedIncident]:
        """The incidents of coded reports, of a ledger, or of an earlier export. Raises BadOption unless one of them is given."""
        if bool(self.reports) + bool(self.incidents) + bool(self.ledger) != 1:
            raise BadOption("give reports, or --ledger PLACE, or --incidents FILE.jsonl; one of them")
        if self.ledger:
            from warmonitor.run_ledger import open_ledger
            from warmonitor.run_publish import incidents_of

            return incidents_of(open_ledger(self.ledger, create=False))
        if self.incidents is not None:
            from warmonitor.publish.jsonlines import read

            path = file_given(self.incidents, "--incidents")
            return read(path) if path else iter(())
        return self._coded()

    def _coded(self) -> Iterator[PublishedIncident]:
        from warmonitor.batch import Settings
        from warmonitor.commands.running import Run
        from warmonitor.publish.from_record import from_record

        settings = Settings(self.model, file_given(self.actors, "--actors"))
        run = Run(items_of(self.reports or [], given_by(self.published, self.outlet)), settings, None, False)
        for record in run.records():
            yield from from_record(record)

    def rules(self) -> Policy:
        """The policy, counting its delay on the day given: the option's, else the policy's own, else today's (UTC)."""
        from warmonitor.publish.policy import load

        policy = load(self.policy)
        day = day_of(self.as_of, "--as-of")
        if day is None and policy.as_of is None:
            day = datetime.now(UTC).date()
        return policy.on(day)


def from_source(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command whose first parameter is a Source all its options, after the command's own."""

    hints = get_type_hints(Source, include_extras=True)
    shared = {f.name: Parameter(f.name, _NAMED, default=f.default, annotation=hints[f.name]) for f in fields(Source)}
    own = [p.replace(kind=_NAMED) for p in list(signature(command, eval_str=True).parameters.values())[1:]]

    def run(**given: Any) -> None:
        source = Source(**{name: given.pop(name) for name in shared})
        command(source, **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = Signature([*own, *shared.values()])  # type: ignore[attr-defined]  # typer reads the options here
    run.__annotations__ = {}
    return run


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


def warm() -> None:
    """Stops looking for garbage in what is loaded by now, and looks seldom from now on: a sixth of the work of an export, whose
    own values hold no cycles and go as soon as they are written."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def outcome(items: Iterable[object], policy: Policy) -> None:
    """Runs an export to its end and says how much was published and held back, and under which policy."""
    from warmonitor.publish.withhold import Withheld

    out = back = 0
    for n, item in enumerate(progress(items, "exporting")):
        if n == WARM:
            warm()
        back += isinstance(item, Withheld)
        out += not isinstance(item, Withheld)
    say(f"{out} incidents published, {back} held back; policy {policy.mark}")
