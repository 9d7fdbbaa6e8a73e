"""`warmonitor export`: incidents in the field's formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.commands.options import say, told
from warmonitor.commands.publishing import (
    Actors,
    AsOf,
    Incidents,
    Kept,
    Model,
    Outlet,
    PolicyFile,
    Published,
    Reports,
    folder,
    outcome,
    policy_of,
    stream,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warmonitor.publish.export import Export


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(export)


def export(
    reports: Reports = None,
    format: Annotated[
        list[str] | None,
        typer.Option(help="acled, ged, polecat, hxl, csv, geojson, geoparquet, parquet, jsonl; default all."),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")] = Path("export"),
    policy: PolicyFile = "strict",
    as_of: AsOf = None,
    ledger: Kept = None,
    incidents: Incidents = None,
    published: Published = None,
    outlet: Outlet = None,
    model: Model = None,
    actors: Actors = None,
) -> None:
    """Write incidents in the field's formats, each with a report of what the format cannot carry."""
    with told():
        from warmonitor.publish.export import export as write
        from warmonitor.publish.export import exports, find

        chosen = [find(name).name for name in format] if format else _possible(exports())
        rules = policy_of(policy, as_of)
        found = stream(reports, incidents, ledger, published, outlet, model, actors)
        outcome(write(found, folder(out), chosen, policy=rules), rules)


def _possible(known: Mapping[str, Export]) -> list[str]:
    """All formats whose library is installed; the others are said."""
    missing = {e.name: e.needs for e in known.values() if not e.possible}
    if missing:
        say(f"left out: {', '.join(missing)}; they need pyarrow: pip install 'warmonitor[tables]'")
    return [name for name in known if name not in missing]
