"""`warmonitor release`: a frozen data set, and whether one is still as it was frozen."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.commands.options import EXIT, say, told
from warmonitor.commands.publishing import Source, folder, from_source, outcome
from warmonitor.errors import BadInput, BadOption

if TYPE_CHECKING:
    from collections.abc import Mapping


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(from_source(release))


def release(
    source: Source,
    name: Annotated[str, typer.Argument(help="Name of the release; or verify, and then the folder of one.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder in which the release gets its own.")] = Path(
        "releases"
    ),
    previous: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of the release before, for the change log.")
    ] = None,
    reasons: Annotated[
        Path | None, typer.Option(metavar="CSV", help="incident_id,why: a person's words for the change log.")
    ] = None,
    publisher: Annotated[str, typer.Option(help="Who is cited as its author.")] = "warmonitor",
) -> None:
    """Freeze a data set in all formats; `warmonitor release verify FOLDER` checks one."""
    with told():
        if name == "verify":
            _verify(source.reports or [])
            return
        from warmonitor.publish.release import Plan, build

        rules = source.rules()
        if rules.as_of is None:
            raise BadOption("--as-of: a release needs its day")
        plan = Plan(name, rules.as_of, rules, publisher, previous, _reasons(reasons))
        outcome(build(source.stream(), plan, folder(out) / name), rules)
        say(f"release {name} is in {out / name}; the same command with --as-of {rules.as_of} makes the same bytes")


def _reasons(path: Path | None) -> Mapping[str, str]:
    if path is None:
        return {}
    if not path.is_file():
        raise BadOption(f"--reasons {path}: there is no such file")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames is None or not {"incident_id", "why"} <= set(rows.fieldnames):
            raise BadInput(f"{path.name}:1: the columns must be incident_id and why")
        return {r["incident_id"]: r["why"] for r in rows}


def _verify(folders: list[str]) -> None:
    from warmonitor.publish.release import verify

    if not folders:
        raise BadOption("release verify FOLDER: name the folder of a release")
    problems = [p for f in folders for p in verify(Path(f))]
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(EXIT["input"])
    say(f"{', '.join(folders)}: as it was frozen")
