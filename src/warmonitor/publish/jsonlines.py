"""JSON Lines: one published incident a line, whole; the one format that loses nothing and can be read back.

Mapping: our own, as in `plain`; keys stand in a fixed order, unknown values are null. Form: https://jsonlines.org
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from warmonitor.errors import BadInput
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.loss import Loss
from warmonitor.publish.plain import from_plain
from warmonitor.publish.policy import Policy
from warmonitor.publish.sink import Edition, write_with
from warmonitor.publish.withhold import Cleared

FORMAT = "jsonl"
FILE = "incidents.jsonl"
SCHEMA = "warmonitor-incident/1"


class JsonLines:
    """A JSON Lines file being written."""

    def __init__(self, out: Path, edition: Edition) -> None:
        self.loss = Loss(FORMAT, edition.policy)
        self._head = json.dumps({"schema": SCHEMA, "policy": edition.policy}, separators=(",", ":"))[:-1]
        self._file = out.open("w", encoding="utf-8", newline="\n")

    def add(self, cleared: Cleared) -> int:
        """Writes one line."""
        self._file.write(f"{self._head},{cleared.content[1:]}\n")
        return 1

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def open_sink(out: Path, edition: Edition) -> JsonLines:
    """A sink for the file `out`."""
    return JsonLines(out, edition)


def write(incidents: Iterable[PublishedIncident], out: Path, *, policy: Policy | None = None) -> Loss:
    """Writes `out` and its loss report."""
    return write_with(open_sink, incidents, out, policy)


def read(path: Path) -> Iterator[PublishedIncident]:
    """The incidents of such a file, one at a time. Raises BadInput, naming the line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                document = json.loads(line)
                schema = document["schema"]
                incident = from_plain(document)
            except (ValueError, KeyError, TypeError, AttributeError) as e:
                raise BadInput(f"{path.name}:{number}: not an incident of {SCHEMA}: {e!r}") from e
            if schema != SCHEMA:
                raise BadInput(f"{path.name}:{number}: schema is {schema!r}, not {SCHEMA}")
            yield incident
