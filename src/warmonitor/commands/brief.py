"""`warmonitor brief`: an incident, a day, a country or a period for reading."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.commands.options import say, told
from warmonitor.commands.publishing import Source, day_of, folder, from_source, progress
from warmonitor.errors import BadOption


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(from_source(brief))


def brief(
    source: Source,
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only this incident.")] = None,
    country: Annotated[str | None, typer.Option(metavar="XX", help="Only this country (ISO 3166-1 alpha-2).")] = None,
    day: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only this day.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="First day of the period.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Last day of the period.")] = None,
    format: Annotated[str, typer.Option(help="html or markdown.")] = "html",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="File to write; default standard output.")] = None,
) -> None:
    """One page: map, timeline, tolls by speaker over time, who claims and who denies, sources."""
    with told():
        from warmonitor.publish import brief_html, brief_markdown
        from warmonitor.publish.brief import Scope, make
        from warmonitor.publish.countries import country as known

        forms = {"html": brief_html.render, "markdown": brief_markdown.render}
        if format not in forms:
            raise BadOption(f"--format {format!r} is not known; choose one of: {', '.join(forms)}")
        if country is not None and known(country.upper()) is None:
            raise BadOption(f"--country {country!r} is no code of ISO 3166-1 alpha-2, such as IQ")
        if day and (since or until):
            raise BadOption("--day, or --since and --until; not both")
        first, last = day_of(day or since, "--since"), day_of(day or until, "--until")
        scope = Scope(incident, country.upper() if country else None, first, last)
        if out is not None and out.is_dir():
            raise BadOption(f"--out {out}: is a folder; name a file")
        rules = source.rules()
        found = progress(source.stream(), "reading")
        made = make(found, scope, policy=rules)
        if incident and not made.incidents and not made.withheld:
            raise BadOption(f"--incident {incident}: no incident has that id")
        text = forms[format](made)
        if out is None:
            sys.stdout.write(text)
        else:
            (folder(out.parent) / out.name).write_text(text, encoding="utf-8")
        say(f"{len(made.incidents)} incidents, {made.withheld} held back; policy {rules.mark}")
