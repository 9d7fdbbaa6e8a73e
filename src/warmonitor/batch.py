"""Many reports: coded in order by one or more processes, each written as soon as it is done, nothing lost.

In a folder every report has a file of its own, `done.jsonl` says which are finished (so that a later run can go on), and
`set-aside.jsonl` holds what could not be read or coded, with the reason. Files appear whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from warmonitor import __version__
from warmonitor.engine import local
from warmonitor.errors import BadOption, WarmonitorError
from warmonitor.intake.given import Intake, SetAside
from warmonitor.model import Record, Report
from warmonitor.publish.formats import Format
from warmonitor.run import Tools, code_reports, open_tools

DONE = "done.jsonl"
SET_ASIDE = "set-aside.jsonl"

Coded = Record | SetAside


@dataclass(frozen=True, slots=True)
class Settings:
    """How to code: the language model, a user's own actor file, and the number of processes."""

    model: str | None = None
    actors: Path | None = None
    jobs: int = 1

    def fingerprint(self) -> str:
        """Changes with all that may change a record besides its report: this program's version, the model, the actors."""
        own = self.actors.read_bytes() if self.actors else b""
        return hashlib.sha256(f"{__version__}\n{self.model or ''}\n".encode() + own).hexdigest()[:16]


def code_all(items: Iterable[Intake], settings: Settings) -> Iterator[Coded]:
    """A Record for each report and the SetAside as it is for each other item, in order."""
    start = partial(open_tools, settings.model, settings.actors)
    if settings.jobs > 1:
        start()  # What cannot be opened is said once and here; what must be built first is built once.
    return local.run(items, start, code_chunk, jobs=settings.jobs)


def code_chunk(items: list[Intake], tools: Tools) -> list[Coded]:
    """The items coded. One report that cannot be coded does not take the others with it."""
    reports = [i for i in items if isinstance(i, Report)]
    try:
        records: Iterator[Coded] = iter(list(code_reports(reports, tools)))
    except WarmonitorError:
        raise
    except Exception:  # noqa: BLE001 - whatever it was, it is found again and named, report by report
        records = (_one(r, tools) for r in reports)
    return [next(records) if isinstance(i, Report) else i for i in items]


def _one(report: Report, tools: Tools) -> Coded:
    try:
        return next(iter(code_reports([report], tools)))
    except Exception as e:  # noqa: BLE001 - kept with its kind and message; the report is not lost
        message = f"could not be coded, which is a fault of warmonitor: {type(e).__name__}: {e}"
        return SetAside(report.id, "coding-failed", message, id=report.id)


class Folder:
    """Where a run's records go. Opened by `open_folder`."""

    def __init__(self, path: Path, form: Format, fingerprint: str) -> None:
        self._path, self._form, self._fingerprint = path, form, fingerprint

    def file(self, report: Report) -> Path:
        """The file of a report: its id, with characters that no file name may hold escaped."""
        name = quote(report.id, safe=" ,;=@+()'!&~") or "%00"
        return self._path / (("%2E" + name[1:] if name.startswith(".") else name) + self._form.suffix)

    def finished(self) -> frozenset[tuple[str, str]]:
        """(id, sha256) of reports that an earlier run with the same settings has finished here."""
        done = self._path / DONE
        lines = done.read_text("utf-8").splitlines() if done.is_file() else []
        entries = [
            e for e in map(_entry, lines) if e.get("format") == self._form.name and e.get("by") == self._fingerprint
        ]
        return frozenset((e["id"], e["sha256"]) for e in entries if (self._path / e["file"]).is_file())

    def keep(self, record: Record) -> None:
        """Writes one record, whole or not at all, and notes that it is done."""
        out = io.StringIO()
        self._form.write(iter([record]), out)
        file = self.file(record.report)
        write_whole(file, out.getvalue())
        r = record.report
        entry = {"id": r.id, "sha256": r.sha256, "format": self._form.name, "by": self._fingerprint, "file": file.name}
        self._append(DONE, entry)

    def set_aside(self, item: SetAside) -> None:
        """Notes a report that was not coded."""
        self._append(SET_ASIDE, {k: v for k, v in asdict(item).items() if v not in ("", None)})

    def begin(self, *, resume: bool) -> None:
        """Without `resume` a run starts its notes anew; set-aside notes always do, since they are found again."""
        for name in (SET_ASIDE,) if resume else (SET_ASIDE, DONE):
            (self._path / name).unlink(missing_ok=True)

    def _append(self, name: str, entry: dict[str, str]) -> None:
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        with (self._path / name).open("ab+") as f:
            if f.tell() and (f.seek(-1, os.SEEK_END), f.read(1))[1] != b"\n":
                line = "\n" + line  # A stop cut the last line off; it stays by itself.
            f.write(line.encode("utf-8"))


def open_folder(path: Path, form: Format, settings: Settings) -> Folder:
    """The folder, made if need be. Raises BadOption where it cannot be written."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as e:
        raise BadOption(f"--out {path}: cannot be written: {e.strerror}; name a folder that you may write to") from None
    return Folder(path, form, settings.fingerprint())


def write_whole(file: Path, text: str) -> None:
    """Writes a file so that a reader or a stop never meets half of it."""
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        half.write_text(text, encoding="utf-8", newline="\n")
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _entry(line: str) -> dict[str, str]:
    """A line of done.jsonl; {} where a stop cut it off."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) and {"id", "sha256", "file"} <= entry.keys() else {}
