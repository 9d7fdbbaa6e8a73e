"""JSON Lines: one report a line, an object with `text` and, if known, `id`, `published`, `title`, `outlet`, `url`.

A line that cannot be read is set aside by itself; the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from warmonitor.intake.decode import decode, kept
from warmonitor.intake.given import Given, Intake, Unreadable
from warmonitor.intake.txt import from_parts

ENDINGS = (".jsonl", ".ndjson")


def read(raw: bytes, name: str, given: Given, path: Path | None = None) -> Iterator[Intake]:
    """The reports in `raw`; a line without an id gets `<name>-<line number>`. Raises Unreadable for the whole file."""
    source = str(path) if path else "standard input"
    if not raw.strip():
        decode(raw)
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield from_line(line, f"{name}-{number}", given)
        except Unreadable as e:
            e.place = f"line {number}"
            e.raw = None if path else kept(line)
            yield e.of(source)


def from_line(line: bytes, name: str, given: Given) -> Intake:
    """One report. Raises Unreadable."""
    try:
        about = json.loads(decode(line))
    except ValueError as e:
        if isinstance(e, Unreadable):
            raise
        raise Unreadable("line", f"is not JSON: {e}") from None
    if not isinstance(about, dict) or not isinstance(about.get("text"), str):
        raise Unreadable("line", "is no JSON object with a text; a report has id, text, published, title, outlet, url")
    if not about["text"].strip():
        raise Unreadable("empty", "holds no text", id=str(about.get("id") or name))
    try:
        return from_parts(name, about["text"], about, given)
    except Unreadable as e:
        e.id = str(about.get("id") or name)
        raise
