"""`warmonitor actors`: who is in the reports, and whom the lexicon does not know."""

from __future__ import annotations

from typing import Annotated

import typer

from warmonitor.commands.options import (
    Actors,
    Model,
    Outlet,
    Published,
    Reports,
    file_given,
    given_by,
    items_of,
    say,
    told,
)


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(actors)


def actors(
    reports: Reports,
    gaps: Annotated[bool, typer.Option("--gaps", help="Rank the names that the lexicon does not know.")] = False,
    published: Published = None,
    outlet: Outlet = None,
    model: Model = None,
    actors: Actors = None,
) -> None:
    """Who is in the reports: each name, how it was resolved, and what was not."""
    with told():
        from warmonitor.intake.given import SetAside
        from warmonitor.model import Report
        from warmonitor.roster import gaps as ranked
        from warmonitor.roster import named
        from warmonitor.run import open_tools

        tools = open_tools(model, file_given(actors, "--actors"))
        items = list(items_of(reports, given_by(published, outlet)))
        for aside in (i for i in items if isinstance(i, SetAside)):
            say(f"set aside: {aside}")
        found = named((i for i in items if isinstance(i, Report)), tools)
        if gaps:
            for gap in ranked(found):
                print(f"{gap.reports:5} reports {gap.times:5} times  {gap.name}  [{gap.kind}]  {gap.sentence}")
            return
        report = None
        for n in found:
            if n.report != report:
                report = n.report
                print(report)
            print(f"  {n.name}  [{n.kind}]  {n.entry or 'not in the lexicon'}  rule {n.rule}, {n.times} ×")
