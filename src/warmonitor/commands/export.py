"""`warmonitor export`: incidents in the field's formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.commands.options import say, told
from warmonitor.commands.publishing import Source, folder, from_source, outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warmonitor.publish.export import Export


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(from_source(export))


def export(
    source: Source,
    format: Annotated[
        list[str] | None,
        typer.Option(help="acled, ged, polecat, hxl, csv, geojson, geoparquet, parquet, jsonl; default all."),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")] = Path("export"),
) -> None:
    """Write incidents in the field's formats, each with a report of what the format cannot carry."""
    with told():
        from warmonitor.publish.export import export as write
        from warmonitor.publish.export import exports, find

        chosen = [find(name).name for name in format] if format else _possible(exports())
        rules = source.rules()
        outcome(write(source.stream(), folder(out), chosen, policy=rules), rules)


def _possible(known: Mapping[str, Export]) -> list[str]:
    """All formats whose library is installed; the others are said."""
    missing = {e.name: e.needs for e in known.values() if not e.possible}
    if missing:
        say(f"left out: {', '.join(missing)}; they need pyarrow: pip install 'warmonitor[tables]'")
    return [name for name in known if name not in missing]
