"""The command line: every module of `commands/` that has `add(app)`, in name order."""

from __future__ import annotations

import importlib
import pkgutil

import typer

import warmonitor.commands


def _app() -> typer.Typer:
    made = typer.Typer(
        help="Dated reports in, a sourced record of armed conflict and political violence out.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # rich takes longer to import than all the rest of --help
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in sorted(m.name for m in pkgutil.iter_modules(warmonitor.commands.__path__)):
        add = getattr(importlib.import_module(f"warmonitor.commands.{name}"), "add", None)
        if add:
            add(made)
    return made


app = _app()

if __name__ == "__main__":
    app()
