"""`warmonitor code`: reports into records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.commands.options import Actors, Model, Outlet, Published, Reports, file_given, given_by, items_of, told
from warmonitor.errors import BadOption


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(code)


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
    with told():
        from warmonitor.batch import Settings, open_folder
        from warmonitor.commands.running import Run
        from warmonitor.publish.formats import find

        form = find(format)
        given = given_by(published, outlet)
        settings = Settings(model, file_given(actors, "--actors"), jobs)
        if resume and out is None:
            raise BadOption("--resume goes on with a folder; name it with --out DIR")
        folder = open_folder(out, form, settings) if out else None
        run = Run(items_of(reports, given), settings, folder, resume)
        run.show(form) if folder is None else run.write(folder)
    raise typer.Exit(run.report())
