"""The export formats, found by name: modules of this folder with `FORMAT`, `FILE`, `open_sink` and `write`."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import warmonitor.publish
from warmonitor.errors import BadOption
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy, strict
from warmonitor.publish.sink import Edition, Open, Sink, loss_path, pour
from warmonitor.publish.withhold import Cleared, Withheld


class Write(Protocol):
    """What every format's `write` looks like."""

    def __call__(self, incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
        """Writes `out` and its loss report."""


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, its file (or folder) in a folder of exports, and how it is written."""

    name: str
    file: str
    open_sink: Open
    write: Write
    about: str
    needs: str = ""
    """A library that writing it needs, empty for none."""

    @property
    def possible(self) -> bool:
        """True where the library it needs is installed."""
        return not self.needs or importlib.util.find_spec(self.needs) is not None

    def path(self, folder: Path) -> Path:
        """Where the format goes in a folder."""
        return folder / self.file


@cache
def exports() -> dict[str, Export]:
    """Name -> format, by name. Importing none of them needs an optional library; writing some does."""
    found = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(warmonitor.publish.__path__)):
        part = importlib.import_module(f"warmonitor.publish.{module}")
        if isinstance(name := getattr(part, "FORMAT", None), str) and hasattr(part, "open_sink"):
            about = (part.__doc__ or "").strip().splitlines()[0]
            found[name] = Export(name, part.FILE, part.open_sink, part.write, about, getattr(part, "NEEDS", ""))
    return dict(sorted(found.items()))


def find(name: str) -> Export:
    """The format of that name. Raises BadOption, naming the choices."""
    if name not in exports():
        raise BadOption(f"format {name!r} is not known; choose one of: {', '.join(exports())}")
    return exports()[name]


def export(
    incidents: Iterable[PublishedIncident],
    folder: Path,
    formats: Sequence[str],
    *,
    policy: Policy | None = None,
    release: str = "",
) -> Iterator[Cleared | Withheld]:
    """Writes several formats and their loss reports into a folder in one go; yields what became of each incident."""
    rules = policy or strict()
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [find(name) for name in dict.fromkeys(formats)]
    sinks: list[Sink] = [e.open_sink(e.path(folder), Edition(rules.mark, release)) for e in chosen]
    yield from pour(incidents, sinks, rules)
    for made, sink in zip(chosen, sinks, strict=True):
        sink.loss.write(loss_path(made.path(folder)))
