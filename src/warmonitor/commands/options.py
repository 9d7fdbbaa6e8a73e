"""What all commands share: their options, exit codes, and how errors are told."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.errors import BadInput, BadOption, BadRule, MissingPart, WarmonitorError

if TYPE_CHECKING:
    from warmonitor.intake.given import Given, Intake, SetAside

EXIT = {
    "fault": 1, "option": 2, "input": 3, "rule": 4, "output": 5, "part": 6,
    "missing": 10, "unknown-format": 11, "empty": 12, "binary": 13, "encoding": 14, "too-long": 15, "date": 16,
    "metadata": 17, "line": 18, "language": 19, "duplicate-id": 20, "coding-failed": 21,
    "several": 30, "nothing": 31, "broken": 40, "interrupted": 130,
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


def given_by(published: str | None, outlet: str | None) -> Given:
    """What the options say of reports. Raises BadOption for an impossible day."""
    from warmonitor.intake.given import Given, Unreadable, day

    try:
        return Given(day(published, "--published") if published else None, outlet)
    except Unreadable as e:
        raise BadOption(e.message) from None


def items_of(reports: list[str], given: Given) -> Iterator[Intake]:
    """The reports that the arguments name."""
    from warmonitor.intake.reader import read

    return read(reports, given, lambda: sys.stdin.buffer.read())


def file_given(path: Path | None, option: str) -> Path | None:
    if path is not None and not path.is_file():
        raise BadOption(f"{option} {path}: there is no such file")
    return path


@contextmanager
def told() -> Iterator[None]:
    """Turns the errors made on purpose into a line on standard error and an exit code."""
    try:
        yield
    except BadOption as e:
        say(f"error: {e}")
        raise typer.Exit(EXIT["output" if str(e).startswith("--out") else "option"]) from None
    except MissingPart as e:
        say(f"error: {e}")
        raise typer.Exit(EXIT["part"]) from None
    except (BadInput, BadRule) as e:
        say(f"error: {e}")
        raise typer.Exit(EXIT["input" if isinstance(e, BadInput) else "rule"]) from None
    except WarmonitorError as e:
        say(f"error: {e}")
        raise typer.Exit(EXIT["fault"]) from None
    except KeyboardInterrupt:
        say("stopped")
        raise typer.Exit(EXIT["interrupted"]) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def exit_code(aside: Iterable[SetAside]) -> int:
    """The exit code for reports that were set aside: 0 for none, that of the reason where all have one."""
    reasons = {a.reason for a in aside}
    return 0 if not reasons else EXIT[reasons.pop()] if len(reasons) == 1 else EXIT["several"]


def say(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr)
