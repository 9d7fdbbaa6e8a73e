"""`warmonitor schema`: the form of a record."""

from __future__ import annotations

import json

import typer


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of a record."""
    from warmonitor.publish.json import schema as record_schema

    print(json.dumps(record_schema(), indent=1, ensure_ascii=False))
