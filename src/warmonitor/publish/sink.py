"""How every export is written: incidents go through the policy into a sink, one after the other, in flat memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from warmonitor.model.published import PublishedIncident
from warmonitor.publish.loss import Loss
from warmonitor.publish.policy import Policy, strict
from warmonitor.publish.withhold import Cleared, Withheld, clear


class Sink(Protocol):
    """A file (or folder) of one format that is being written."""

    loss: Loss

    def add(self, cleared: Cleared) -> int | str:
        """Writes an incident; gives back the number of rows, or why the format cannot hold the incident."""

    def close(self) -> None:
        """Finishes the file."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What an export says of itself: the mark of its policy, and the release it is part of (empty: none)."""

    policy: str
    release: str = ""


Open = Callable[[Path, Edition], Sink]
"""Opens a sink at a path."""


def write_with(open_sink: Open, incidents: Iterable[PublishedIncident], out: Path, policy: Policy | None) -> Loss:
    """Writes one format to `out` and its loss report beside it (see `loss_path`). No policy: the strict one."""
    rules = policy or strict()
    sink = open_sink(out, Edition(rules.mark))
    for _ in pour(incidents, [sink], rules):
        pass
    sink.loss.write(loss_path(out))
    return sink.loss


def loss_path(out: Path) -> Path:
    """Where the loss report of an export goes: acled.csv -> acled.csv.loss.json."""
    return out.with_name(out.name + ".loss.json")


def pour(incidents: Iterable[PublishedIncident], sinks: Sequence[Sink], policy: Policy) -> Iterator[Cleared | Withheld]:
    """Writes a stream into all sinks in one go and closes them; yields what became of each incident."""
    try:
        for incident in incidents:
            cleared = clear(incident, policy)
            for sink in sinks:
                _book(sink, cleared)
            yield cleared
    finally:
        for sink in sinks:
            sink.close()


def _book(sink: Sink, cleared: Cleared | Withheld) -> None:
    sink.loss.read += 1
    if isinstance(cleared, Withheld):
        sink.loss.leave_out(cleared.why)
        return
    outcome = sink.add(cleared)
    if isinstance(outcome, str):
        sink.loss.leave_out(outcome)
    else:
        sink.loss.count(cleared.held, outcome)
