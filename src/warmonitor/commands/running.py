"""One run over reports: coded in order, written, counted; what was set aside is said at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from warmonitor.commands.options import EXIT, exit_code, say

if TYPE_CHECKING:
    from warmonitor.batch import Coded, Folder, Settings
    from warmonitor.intake.given import Intake, SetAside
    from warmonitor.model import Record
    from warmonitor.publish.formats import Format


class Run:
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
                say(f"set aside: {coded}")
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
            say(f"stopped: {self.done} reports are done and kept; the same command with --resume goes on")
            raise typer.Exit(EXIT["interrupted"]) from None
        except OSError as e:
            say(
                f"error: cannot be written: {e}; {self.done} reports are done and kept; the same command with --resume goes on"
            )
            raise typer.Exit(EXIT["output"]) from None

    def report(self) -> int:
        """Says what was done where that is not plain to see; the exit code."""
        if self._folder:
            earlier = f", {self.skipped} were done before" if self.skipped else ""
            say(f"{self.done} coded{earlier}, {len(self.aside)} set aside")
        return exit_code(self.aside)


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
