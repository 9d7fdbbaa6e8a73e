"""Lines of a page that are no part of the report: stamps, credits, links, calls to subscribe."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

Furniture = Literal["stamp", "boilerplate"]
LONGEST = 400
"""Characters; a longer paragraph is text, whatever it begins with."""


def furniture(line: str) -> Furniture | None:
    """What kind of page furniture a line or paragraph is; None where it is the report's own text."""
    if len(line) > LONGEST:
        return None
    for kind, pattern in _patterns():
        if pattern.fullmatch(line):
            return kind
    return None


@cache
def furniture_table() -> dict[str, Any]:
    """The file as it stands, with its examples."""
    text = resources.files("warmonitor.lexicon").joinpath("page_furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    table = furniture_table()
    kinds: tuple[Furniture, ...] = ("stamp", "boilerplate")
    return tuple((k, re.compile(rf"(?i)\W*?(?:{'|'.join(table[k]['lines'])})\W*")) for k in kinds)
