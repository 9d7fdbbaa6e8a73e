"""Data of the publications: what each format's columns and codes are, and how ours map onto them."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from warmonitor.errors import BadRule


@cache
def rows(name: str, *columns: str) -> tuple[dict[str, str], ...]:
    """Lines of `<name>.csv` as dicts of trimmed text. Raises BadRule where the heading is not exactly `columns`."""
    lines = csv.reader(text(f"{name}.csv").splitlines())
    heading = tuple(next(lines))
    if heading != columns:
        raise BadRule(f"exports/{name}.csv:1: columns are {', '.join(heading)}; they must be {', '.join(columns)}")
    found = []
    for number, line in enumerate(lines, start=2):
        if len(line) != len(columns):
            raise BadRule(f"exports/{name}.csv:{number}: {len(line)} cells; a line has {', '.join(columns)}")
        found.append({c: v.strip() for c, v in zip(columns, line, strict=True)})
    return tuple(found)


@cache
def text(name: str) -> str:
    """A file of this folder, whole."""
    return (resources.files("warmonitor.lexicon.exports") / name).read_text(encoding="utf-8")


@cache
def lookup(name: str, *columns: str) -> dict[str, str]:
    """A two-column table as a dict."""
    key, value = columns
    return {r[key]: r[value] for r in rows(name, *columns)}
