"""`warmonitor diff`: what differs between two releases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.commands.options import told


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(diff)


def diff(
    before: Annotated[Path, typer.Argument(metavar="RELEASE", help="Folder of the earlier release.")],
    after: Annotated[Path, typer.Argument(metavar="RELEASE", help="Folder of the later one.")],
) -> None:
    """What was added, changed and withdrawn between two releases, with the values before and after, and why (Markdown)."""
    with told():
        from warmonitor.publish.diff import as_markdown, compare

        print(as_markdown(list(compare(before, after)), heading=f"{before.name} to {after.name}"))
