"""What an export leaves behind: counted for every format in the same way, so that nothing is lost silently.

Which fields a format cannot carry, and why, stands in lexicon/exports/losses.csv.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from warmonitor.errors import BadRule
from warmonitor.lexicon import exports
from warmonitor.model.published import PublishedIncident


def _people(*kinds: str) -> Callable[[PublishedIncident], int]:
    return lambda i: sum(1 for c in i.casualties if c.kind in kinds)


FIELDS: dict[str, Callable[[PublishedIncident], int]] = {
    "claims": lambda i: len(i.claims),
    "speakers": lambda i: len({c.speaker for c in i.claims}),
    "quoted sentences": lambda i: sum(1 for c in i.claims if c.sentence),
    "killed": _people("killed"),
    "injured": _people("injured"),
    "captured": _people("captured"),
    "abducted": _people("abducted"),
    "missing": _people("missing"),
    "displaced": _people("displaced"),
    "killed, high": lambda i: sum(1 for c in i.casualties if c.kind == "killed" and c.high != c.low),
    "killed, by side": lambda i: max(0, sum(1 for c in i.casualties if c.kind == "killed") - 1),
    "open bounds": lambda i: sum(1 for c in i.casualties if c.low is None or c.high is None),
    "further places": lambda i: max(0, len(i.places) - 1),
    "further actors": lambda i: max(0, len(i.actors) - 2),
    "weapons": lambda i: len(i.weapons),
    "clock time": lambda i: int(i.when.utc is not None),
    "status of perpetrators": lambda i: sum(1 for a in i.actors if a.role == "perpetrator"),
    "denied perpetrators": lambda i: sum(1 for a in i.actors if a.status == "denied"),
    "grade": lambda i: int(i.grade is not None),
    "links": lambda i: len(i.links),
    "last day": lambda i: int(i.when.start != i.when.end),
    "date precision": lambda i: 1,
    "actor ids": lambda i: sum(1 for a in i.actors if a.entry),
    "titles and addresses of reports": lambda i: sum(1 for s in i.sources if s.title or s.url),
}
"""What can be lost -> how much of it an incident holds."""


@dataclass(slots=True)
class Loss:
    """A running account of one export. `left_out` counts incidents by reason, `lost` values by field."""

    format: str
    policy: str
    read: int = 0
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)

    def count(self, held: Mapping[str, int], rows: int) -> None:
        """Books an incident that holds so much of each field (see `held`) and was written as so many rows."""
        self.rows += rows
        for name in carried_not(self.format):
            if name in held:
                self.lost[name] += held[name]

    def leave_out(self, why: str) -> None:
        """Books an incident that this export does not hold."""
        self.left_out[why] += 1

    def report(self) -> dict[str, object]:
        """The account as plain values, in a fixed order."""
        why = carried_not(self.format)
        return {
            "format": self.format,
            "policy": self.policy,
            "incidents_read": self.read,
            "incidents_written": self.read - self.left_out.total(),
            "rows": self.rows,
            "left_out": dict(sorted(self.left_out.items())),
            "not_carried": [{"field": f, "values": self.lost[f], "why": why[f]} for f in why if self.lost[f]],
        }

    def write(self, path: Path) -> None:
        """The report as indented JSON."""
        path.write_text(json.dumps(self.report(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def held(incident: PublishedIncident) -> dict[str, int]:
    """How much an incident holds of each field that can be lost, without the empty ones."""
    return {name: number for name, count in FIELDS.items() if (number := count(incident))}


@cache
def carried_not(format_: str) -> dict[str, str]:
    """Fields that a format cannot carry -> why. Raises BadRule for a field that is not one of FIELDS."""
    found = {r["field"]: r["why"] for r in exports.rows("losses", "format", "field", "why") if r["format"] == format_}
    if unknown := found.keys() - FIELDS.keys():
        raise BadRule(f"exports/losses.csv: unknown field {sorted(unknown)}; fields are {', '.join(FIELDS)}")
    return found
