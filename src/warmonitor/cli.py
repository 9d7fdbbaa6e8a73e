"""The command line. Thin: reads options, calls the parts, says what happened. Heavy imports stand inside the commands."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.errors import BadOption, MissingPart, WarmonitorError

if TYPE_CHECKING:
    from warmonitor.batch import Coded, Folder, Settings
    from warmonitor.intake.given import Given, Intake, SetAside
    from warmonitor.model import Record
    from warmonitor.publish.formats import Format

app = typer.Typer(
    help="Dated reports in, a sourced record of armed conflict and political violence out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich takes longer to import than all the rest of --help
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXIT = {
    "option": 2, "output": 5, "part": 6, "missing": 10, "unknown-format": 11, "empty": 12, "binary": 13, "encoding": 14,
    "too-long": 15, "date": 16, "metadata": 17, "line": 18, "language": 19, "duplicate-id": 20, "coding-failed": 21,
    "several": 30, "interrupted": 130,
}  # fmt: skip
"""Exit codes by what went wrong; 0 where every report was coded. Several reasons among reports set aside: `several`."""

Reports = Annotated[
    list[str],
    typer.Argument(metavar="REPORT…", help="Files (.txt, .jsonl, .html), folders of them, or - for standard input."),
]
Published = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication day of reports that do not say their own.")
]
Outlet = Annotated[str | None, typer.Option(help="Outlet of reports that do not name their own.")]
Model = Annotated[
    str | None, typer.Option(help="Installed spaCy model or a folder with one; default the small English model.")
]
Actors = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Your own actors (CSV), added to ours or in their place.")
]


@app.command()
def code(
    reports: Reports,
    format: Annotated[str, typer.Option(help="text, json, jsonl or html (a wrong one names all choices).")] = "text",
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="One file a report in this folder.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes; the output is the same for any number.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Skip what an earlier run has finished in DIR.")] = False,
    published: Published = None,
    outlet: Outlet = None,
    model: Model = None,
    actors: Actors = None,
) -> None:
    """Code reports into records: incidents, and who claims what of them."""
    with _told():
        from warmonitor.batch import Settings, open_folder
        from warmonitor.publish.formats import find

        form = find(format)
        given = _given(published, outlet)
        settings = Settings(model, _file(actors, "--actors"), jobs)
        if resume and out is None:
            raise BadOption("--resume goes on with a folder; name it with --out DIR")
        folder = open_folder(out, form, settings) if out else None
        run = _Run(_items(reports, given), settings, folder, resume)
        run.show(form) if folder is None else run.write(folder)
    raise typer.Exit(run.report())


@app.command()
def explain(
    reports: Reports, published: Published = None, outlet: Outlet = None, model: Model = None, actors: Actors = None
) -> None:
    """For each value of a record: the words, the sentence, the rule, and the candidates not chosen."""
    with _told():
        from warmonitor.batch import Settings
        from warmonitor.publish.explain import lines

        settings = Settings(model, _file(actors, "--actors"))
        run = _Run(_items(reports, _given(published, outlet)), settings, None, False)
        for record in run.records():
            for line in lines(record):
                print(line)
    raise typer.Exit(run.report())


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from warmonitor.publish.json import schema as record_schema

    print(json.dumps(record_schema(), indent=1, ensure_ascii=False))


@app.command()
def doctor(model: Model = None) -> None:
    """Check that all parts are there and work, and say what to do about those that do not."""
    from warmonitor.doctor import checks

    failed = False
    for check in checks(model):
        failed = failed or not check.ok
        print(f"{'ok  ' if check.ok else 'FAIL'}  {check.name:<16} {check.found}")
    raise typer.Exit(EXIT["part"] if failed else 0)


class _Run:
    """One run of the command: what was done and what was set aside, for the closing word."""

    def __init__(self, items: Iterable[Intake], settings: Settings, folder: Folder | None, resume: bool) -> None:
        self._settings, self._folder, self._resume = settings, folder, resume
        self._items = items
        self.done = self.skipped = 0
        self.aside: list[SetAside] = []

    def records(self) -> Iterator[Record]:
        """The records, in order; what was set aside is said at once."""
        from warmonitor.batch import code_all
        from warmonitor.intake.given import SetAside

        for coded in _progress(code_all(self._new(), self._settings)):
            if isinstance(coded, SetAside):
                self.aside.append(coded)
                _say(f"set aside: {coded}")
                if self._folder:
                    self._folder.set_aside(coded)
            else:
                yield coded
                self.done += 1

    def _new(self) -> Iterator[Intake]:
        finished = self._folder.finished() if self._folder and self._resume else frozenset()
        for item in self._items:
            if finished and (item.id, getattr(item, "sha256", "")) in finished:
                self.skipped += 1
            else:
                yield item

    def show(self, form: Format) -> None:
        """Writes all records to standard output."""
        if form.name == "text":
            from warmonitor.publish.text import write_records

            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            write_records(self.records(), sys.stdout, colour=colour)
        else:
            form.write(self.records(), sys.stdout)

    def write(self, folder: Folder) -> None:
        """Writes each record to the folder as soon as it is there."""
        folder.begin(resume=self._resume)
        try:
            for record in self.records():
                folder.keep(record)
        except KeyboardInterrupt:
            _say(f"stopped: {self.done} reports are done and kept; the same command with --resume goes on")
            raise typer.Exit(EXIT["interrupted"]) from None

    def report(self) -> int:
        """Says what was done where that is not plain to see; the exit code."""
        if self._folder:
            earlier = f", {self.skipped} were done before" if self.skipped else ""
            _say(f"{self.done} coded{earlier}, {len(self.aside)} set aside")
        reasons = Counter(a.reason for a in self.aside)
        if not reasons:
            return 0
        return EXIT[next(iter(reasons))] if len(reasons) == 1 else EXIT["several"]


def _given(published: str | None, outlet: str | None) -> Given:
    from warmonitor.intake.given import Given, Unreadable, day

    try:
        return Given(day(published, "--published") if published else None, outlet)
    except Unreadable as e:
        raise BadOption(e.message) from None


def _items(reports: list[str], given: Given) -> Iterator[Intake]:
    from warmonitor.intake.reader import read

    return read(reports, given, lambda: sys.stdin.buffer.read())


def _file(path: Path | None, option: str) -> Path | None:
    if path is not None and not path.is_file():
        raise BadOption(f"{option} {path}: there is no such file")
    return path


def _progress(coded: Iterator[Coded]) -> Iterator[Coded]:
    """Counts on standard error where that is a terminal and the records go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from coded
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("coding"), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=None)
        for item in coded:
            yield item
            progress.advance(task)


@contextmanager
def _told() -> Iterator[None]:
    """Turns the errors made on purpose into a line on standard error and an exit code."""
    try:
        yield
    except BadOption as e:
        _say(f"error: {e}")
        raise typer.Exit(EXIT["output" if str(e).startswith("--out") else "option"]) from None
    except MissingPart as e:
        _say(f"error: {e}")
        raise typer.Exit(EXIT["part"]) from None
    except WarmonitorError as e:
        _say(f"error: {e}")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        _say("stopped")
        raise typer.Exit(EXIT["interrupted"]) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    app()
