"""The output formats of a report's record, found by name: modules of this folder with `SUFFIX` and `write_records(records, out)`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TextIO

import warmonitor.publish
from warmonitor.errors import BadOption
from warmonitor.model import Record


@dataclass(frozen=True, slots=True)
class Format:
    """How records are written: `suffix` of a file of one record, and the function that writes them."""

    name: str
    suffix: str
    write: Callable[[Iterable[Record], TextIO], None]


def find(name: str) -> Format:
    """The format of that name. Raises BadOption, naming the choices."""
    found = _load(name) if name in _modules() else None
    if found is None:
        raise BadOption(f"--format {name!r} is not known; choose one of: {', '.join(names())}")
    return found


def names() -> list[str]:
    """The names of all formats that can be written here."""
    return [n for n in _modules() if _load(n)]


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(m.name for m in pkgutil.iter_modules(warmonitor.publish.__path__)))


@cache
def _load(name: str) -> Format | None:
    try:
        part = importlib.import_module(f"warmonitor.publish.{name}")
    except ImportError:
        return None  # A format whose optional library is not installed is no choice here.
    suffix, write = getattr(part, "SUFFIX", None), getattr(part, "write_records", None)
    return Format(name, suffix, write) if isinstance(suffix, str) and callable(write) else None
