"""Plain text, one report a file.

The text is the file's, code point for code point. A publication day may stand at its very beginning as `date YYYY-MM-DD`,
on a line of its own or before the first words: those characters are overwritten with spaces, so that every offset still
counts the file. A sidecar `<name>.meta.json` beside the file may give `published`, `title`, `outlet` (or `source`), `url`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmonitor.intake.decode import decode
from warmonitor.intake.given import Given, Unreadable, day
from warmonitor.model import Report

ENDINGS = (".txt", ".text")

_DATE = re.compile(r"\s*date[ \t]*:?[ \t]+(\S+)(?=\s|$)", re.IGNORECASE)
_LIKE_A_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


def read(raw: bytes, name: str, given: Given, path: Path | None = None) -> Iterator[Report]:
    """The one report in `raw`. Raises Unreadable."""
    text, own = dated(decode(raw))
    about = sidecar(path) if path else {}
    yield from_parts(name, text, about, given, own)


def from_parts(name: str, text: str, about: dict[str, Any], given: Given, own: str | None = None) -> Report:
    """A report from its text and what is said about it; `own` is the day that stands in the text itself."""
    published = own or about.get("published")
    return Report(
        id=str(about.get("id") or name),
        text=text,
        published=day(published, "published") if published else given.published,
        title=_words(about.get("title")),
        outlet=_words(about.get("outlet") or about.get("source")) or given.outlet,
        url=_words(about.get("url")),
    )


def dated(text: str) -> tuple[str, str | None]:
    """The text with a leading `date …` blanked out, and that day as written, or None.

    >>> dated("date 2021-04-05 Shells fell.")
    ('                Shells fell.', '2021-04-05')
    """
    m = _DATE.match(text)
    if not m or not _LIKE_A_DAY.fullmatch(m[1]):
        return text, None
    blank = "".join(c if c.isspace() else " " for c in m[0])
    return blank + text[m.end() :], m[1]


def sidecar(path: Path) -> dict[str, Any]:
    """What `<name>.meta.json` beside the report says, {} without one. Raises Unreadable("metadata")."""
    beside = path.with_name(path.stem + ".meta.json")
    if not beside.is_file():
        return {}
    try:
        about = json.loads(beside.read_text("utf-8-sig"))
    except (ValueError, OSError) as e:
        raise Unreadable("metadata", f"its sidecar {beside.name} cannot be read: {e}") from None
    if not isinstance(about, dict):
        raise Unreadable("metadata", f"its sidecar {beside.name} is no JSON object with published, title, outlet, url")
    about.pop("id", None)  # The id of a file is its name.
    return about


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
