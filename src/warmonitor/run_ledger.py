"""Wiring: the ledger with the linking and the coding that this program brings. For the command line and the web."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from warmonitor import __version__, link
from warmonitor.ledger import Coder, Ledger, Origin
from warmonitor.ledger import open_ledger as _open
from warmonitor.ledger.codec import record_of

if TYPE_CHECKING:
    from warmonitor.batch import Coded, Settings
    from warmonitor.intake.given import Intake, SetAside
    from warmonitor.model import Report


def _now() -> datetime:
    return datetime.now(UTC)


def open_ledger(place: str, *, create: bool = True) -> Ledger:
    """The ledger at `place`: a file (SQLite) or a PostgreSQL URL. Raises BadOption, MissingPart."""
    return _open(place, link, _now, create=create)


@cache
def lexicon_version() -> str:
    """Changes with every file of the lexicon: the first 16 digits of a SHA-256 over their names and bytes."""
    total = hashlib.sha256()
    for name, content in sorted(_files(files("warmonitor.lexicon"), "")):
        total.update(f"{name}\0{len(content)}\0".encode() + content)
    return total.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from () if item.name == "__pycache__" else _files(item, f"{path}{item.name}/")
        elif not item.name.endswith(".pyc"):
            yield path + item.name, item.read_bytes()


class Adding:
    """One run of `add`: counts of what was new, coded anew and known, and what was set aside.

    What the ledger holds as coded by this version with this lexicon is not coded once more, unless `again`.
    """

    def __init__(self, ledger: Ledger, settings: Settings, coded: Path | None = None, *, again: bool = False) -> None:
        self.ledger, self.settings, self.coded, self.again = ledger, settings, coded, again
        self.new = self.recoded = self.known = 0
        self.aside: list[SetAside] = []
        own = settings.fingerprint() if settings.model or settings.actors else ""
        self.coder = Coder(f"{__version__}{'+' + own if own else ''}", lexicon_version())

    @property
    def counts(self) -> str:
        """What was done so far, in words."""
        return f"{self.new} new, {self.recoded} coded anew, {self.known} known, {len(self.aside)} set aside"

    def run(self, sources: list[str], published: str | None, outlet: str | None) -> Iterator[str]:
        """Add all reports of all sources, each as soon as it is coded; yields a line for each that was set aside."""
        from warmonitor.intake.given import SetAside

        origins: dict[str, Origin] = {}
        for item in self._records(self._items(sources, published, outlet, origins)):
            if isinstance(item, SetAside):
                self.aside.append(item)
                yield f"set aside: {item}"
                continue
            added = self.ledger.add(item, self.coder, origins.get(item.report.id, Origin()))
            self.new += added.new_report
            self.recoded += added.new_coding and not added.new_report
            self.known += not added.new_coding

    def _records(self, items: Iterator[Intake]) -> Iterator[Coded]:
        from warmonitor.batch import code_all
        from warmonitor.intake.given import SetAside

        if self.coded is None:
            yield from code_all(self._unknown(items), self.settings)
            return
        for item in items:
            yield item if isinstance(item, SetAside) else _record(self.coded / f"{item.id}.json", item)

    def _unknown(self, items: Iterator[Intake]) -> Iterator[Intake]:
        """The items that are to be coded: all but the reports that the ledger holds so coded."""
        from warmonitor.model import Report

        for item in items:
            if not self.again and isinstance(item, Report) and self.ledger.knows(item, self.coder):
                self.known += 1
            else:
                yield item

    def _items(
        self, sources: list[str], published: str | None, outlet: str | None, origins: dict[str, Origin]
    ) -> Iterator[Intake]:
        """The reports; `origins` fills with where each came from, before it is coded."""
        import sys

        from warmonitor.errors import BadOption
        from warmonitor.intake.given import Given, SetAside, Unreadable, day
        from warmonitor.intake.reader import read

        try:
            given = Given(day(published, "--published") if published else None, outlet)
        except Unreadable as e:
            raise BadOption(e.message) from None
        for source in _each_file(sources):
            raw = sys.stdin.buffer.read() if source == "-" else b""
            for item in read([source], given, lambda raw=raw: raw):  # type: ignore[misc]
                if not isinstance(item, SetAside):
                    origins[item.id] = origin(source, item.id, raw)
                yield item


def _record(path: Path, report: Report) -> Coded:
    """The record of a report that was coded before; set aside where there is none or it is not the report's."""
    from warmonitor.errors import BadInput
    from warmonitor.intake.given import SetAside

    try:
        return record_of(json.loads(path.read_text("utf-8")), report.text)
    except (OSError, ValueError, BadInput) as e:
        why = f"{path}: cannot be opened: {e.strerror}" if isinstance(e, OSError) else f"{path}: no record of it: {e}"
        return SetAside(report.id, "missing" if isinstance(e, OSError) else "metadata", why, id=report.id)


def _each_file(sources: list[str]) -> Iterator[str]:
    from warmonitor.intake.reader import formats

    for source in sources:
        path = Path(source)
        if source != "-" and path.is_dir():
            yield from (str(p) for p in sorted(path.iterdir()) if p.suffix.lower() in formats() and p.is_file())
        else:
            yield source


def origin(source: str, report_id: str, raw: bytes = b"") -> Origin:
    """Where a report came from, with its original bytes: the whole file, or its own line of a JSON Lines file."""
    content = raw if source == "-" else Path(source).read_bytes()
    if source.endswith(".jsonl") or (source == "-" and content.lstrip()[:1] == b"{"):
        lines = _lines(content)
        line = lines.get(report_id)
        return Origin(source, line, _instant(line) if line else None)
    return Origin(source, content)


@cache
def _lines(content: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for line in content.splitlines():
        try:
            found[str(json.loads(line)["id"])] = line
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _instant(line: bytes) -> str | None:
    """The instant of publication, where the line gives a clock time and not only a day."""
    said = json.loads(line).get("published")
    return said if isinstance(said, str) and len(said) > 10 else None
