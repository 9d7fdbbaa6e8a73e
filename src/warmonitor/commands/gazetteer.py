"""`warmonitor gazetteer`: ask it what a name may mean, or give it more places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.commands.options import EXIT, say, told


def add(app: typer.Typer) -> None:
    """Adds the group of commands."""
    group = typer.Typer(help="Ask the gazetteer, or give it more places.", no_args_is_help=True, rich_markup_mode=None)
    group.command()(find)
    group.command("import")(import_)
    app.add_typer(group, name="gazetteer")


def find(
    name: Annotated[str, typer.Argument(help="A place name, in any usual spelling.")],
    near: Annotated[str | None, typer.Option(help="Another place that the report names.")] = None,
    country: Annotated[str | None, typer.Option(metavar="ISO", help="ISO 3166-1 alpha-2 code.")] = None,
) -> None:
    """The places that a name may mean, best first, with what speaks for each."""
    with told():
        from warmonitor.lexicon.gazetteer.explain import explain_lookup
        from warmonitor.lexicon.gazetteer.index import open_gazetteer

        found = explain_lookup(open_gazetteer(), name, near, country.upper() if country else None)
    for c in found:
        e = c.entry
        print(f"{c.score:6.2f}  {e.name}, {e.country or '—'}  {e.lat:.4f}, {e.lon:.4f}  {'; '.join(c.reasons)}")
    if not found:
        say(f"no place of the gazetteer is called {name!r}; docs/how_to_add_place.md says how to add one")
        raise typer.Exit(EXIT["nothing"])


def import_(
    dump: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump: allCountries.zip, IQ.zip, IQ.txt …")],
) -> None:
    """Take a GeoNames dump (CC BY 4.0) into your gazetteer; an import that was broken off goes on."""
    with told():
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        from warmonitor.errors import BadOption
        from warmonitor.lexicon.gazetteer.build import import_dir
        from warmonitor.lexicon.gazetteer.dump import import_geonames
        from warmonitor.lexicon.gazetteer.index import open_gazetteer

        if not dump.is_file():
            raise BadOption(f"{dump}: there is no such file")
        columns = (TextColumn("importing"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeRemainingColumn())
        console = Console(stderr=True)
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            task = progress.add_task("importing")
            kept = import_geonames(
                dump, import_dir(), lambda done, total: progress.update(task, completed=done, total=total)
            )
        open_gazetteer()
    say(f"{kept:,} places taken from {dump.name}")
