"""`warmonitor doctor`: is everything there?"""

from __future__ import annotations

import typer

from warmonitor.commands.options import EXIT, Model


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(doctor)


def doctor(model: Model = None) -> None:
    """Check that all parts are there and work, and say what to do about those that do not."""
    from warmonitor.doctor import checks

    failed = False
    for check in checks(model):
        failed = failed or not check.ok
        print(f"{'ok  ' if check.ok else 'FAIL'}  {check.name:<16} {check.found}")
    raise typer.Exit(EXIT["part"] if failed else 0)
