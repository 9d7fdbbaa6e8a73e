"""`warmonitor explain`: why a record says what it says."""

from __future__ import annotations

import typer

from warmonitor.commands.options import Actors, Model, Outlet, Published, Reports, file_given, given_by, items_of, told


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(explain)


def explain(
    reports: Reports, published: Published = None, outlet: Outlet = None, model: Model = None, actors: Actors = None
) -> None:
    """For each value of a record: the words, the sentence, the rule, and the candidates not chosen."""
    with told():
        from warmonitor.batch import Settings
        from warmonitor.commands.running import Run
        from warmonitor.publish.explain import lines

        settings = Settings(model, file_given(actors, "--actors"))
        run = Run(items_of(reports, given_by(published, outlet)), settings, None, False)
        for record in run.records():
            for line in lines(record):
                print(line)
    raise typer.Exit(run.report())
