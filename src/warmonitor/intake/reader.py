"""From what the user names (files, folders, `-`) to reports, with what cannot be read set aside and nothing lost.

An intake format is one module of this folder with `ENDINGS` and `read(raw, name, given, path)`; it is found by listing the
folder, once in a process.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import warmonitor.intake
from warmonitor.intake.decode import kept
from warmonitor.intake.english import is_english
from warmonitor.intake.given import LONGEST, Given, Intake, SetAside, Unreadable
from warmonitor.model import Report

Read = Callable[[bytes, str, Given, Path | None], Iterator[Intake]]
STDIN = "-"
STREAM = "standard input"


@cache
def formats() -> dict[str, Read]:
    """File ending -> reader."""
    found: dict[str, Read] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(warmonitor.intake.__path__)):
        part = importlib.import_module(f"warmonitor.intake.{module}")
        for ending in getattr(part, "ENDINGS", ()):
            found[ending] = part.read
    return found


def read(sources: Iterable[str], given: Given, stdin: Callable[[], bytes]) -> Iterator[Intake]:
    """All reports of all sources, in order; folders give their files in name order. `stdin()` is called for `-`."""
    taken: dict[str, str] = {}
    for source in sources:
        for path in _files(source):
            for item in _one(path, given, stdin):
                yield _checked(item, _named(path), taken)


def _files(source: str) -> Iterator[Path | str]:
    path = Path(source)
    if source == STDIN:
        yield STDIN
    elif path.is_dir():
        yield from sorted(p for p in path.iterdir() if p.suffix.lower() in formats() and p.is_file())
    else:
        yield path


def _named(path: Path | str) -> str:
    return STREAM if path == STDIN else str(path)


def _one(path: Path | str, given: Given, stdin: Callable[[], bytes]) -> Iterator[Intake]:
    raw = b""
    try:
        if isinstance(path, str):
            raw = stdin()
            yield from _format_of(raw)(raw, "stdin", given, None)
        else:
            reader = _reader(path)
            raw = _bytes(path)
            yield from reader(raw, path.stem, given, path)
    except Unreadable as e:
        if isinstance(path, str) and raw:
            e.raw = kept(raw)
        yield e.of(_named(path))


def _reader(path: Path) -> Read:
    if path.suffix.lower() not in formats():
        known = ", ".join(sorted(formats()))
        raise Unreadable(
            "unknown-format", f"ending {path.suffix!r} is no known format; known are {known}, or - for standard input"
        )
    return formats()[path.suffix.lower()]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as e:
        raise Unreadable("missing", f"cannot be opened: {e.strerror}") from None


def _format_of(raw: bytes) -> Read:
    """Standard input has no ending: JSON Lines begin with a brace, pages with a tag, all else is text."""
    start = raw.lstrip()[:300].lower()
    if start.startswith(b"{"):
        return formats()[".jsonl"]
    if start.startswith((b"<!doctype html", b"<html")):
        return formats()[".html"]
    return formats()[".txt"]


def _checked(item: Intake, source: str, taken: dict[str, str]) -> Intake:
    """The report, unless it is too long, not English, or has an id that an earlier one has."""
    if isinstance(item, SetAside):
        return item
    wrong = _wrong(item, taken)
    if wrong:
        return Unreadable(wrong.reason, wrong.message, id=item.id, raw=item.text if source == STREAM else None).of(
            source
        )
    taken[item.id] = source
    return item


def _wrong(report: Report, taken: dict[str, str]) -> Unreadable | None:
    if report.id in taken:
        return Unreadable(
            "duplicate-id", f"its id {report.id!r} is taken by a report of {taken[report.id]}; give each its own"
        )
    if len(report.text) > LONGEST:
        return Unreadable(
            "too-long",
            f"has {len(report.text):,} characters; a report has at most {LONGEST:,}: split the collection, one report a line "
            "of a .jsonl file",
        )
    if not is_english(report.text):
        return Unreadable("language", "is not in English, the only language that is read so far")
    return None
