"""What differs between two releases: incidents added, changed and withdrawn, and why.

Reads the flat tables of both. Memory grows with the number of incidents by their id and digest only.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from warmonitor.errors import BadInput

REASONS = "reasons.csv"
_SILENT = frozenset({"incident_id", "revision", "policy", "content_sha256"})
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One incident that two releases do not tell alike. `fields` are (column, before, after)."""

    id: str
    what: Literal["added", "changed", "withdrawn"]
    label: str
    why: str
    fields: tuple[tuple[str, str, str], ...] = ()


def compare(before: Path, after: Path) -> Iterator[Change]:
    """Changes from one release folder to the next, by id. Raises BadInput where a folder is no release."""
    old, new = _digests(before), _digests(after)
    touched = sorted(i for i in old.keys() | new.keys() if old.get(i) != new.get(i))
    was, now = _rows(before, "incidents", touched), _rows(after, "incidents", touched)
    grounds = _Grounds(before, after, touched)
    for id_ in touched:
        left, right = was.get(id_, [None])[0], now.get(id_, [None])[0]
        if left is None and right is not None:
            yield Change(id_, "added", right["label"], grounds.added(right))
        elif left is not None and right is None:
            yield Change(id_, "withdrawn", left["label"], grounds.withdrawn(id_))
        elif left is not None and right is not None:
            fields = tuple((c, left.get(c, ""), v) for c, v in right.items() if c not in _SILENT and left.get(c) != v)
            yield Change(id_, "changed", right["label"], grounds.changed(id_), fields)


class _Grounds:
    """Why incidents changed: a person's reason where one is kept, else what the tables show."""

    def __init__(self, before: Path, after: Path, touched: Collection[str]) -> None:
        self._reasons = (
            {r["incident_id"]: r["why"] for r in _read(after / REASONS)} if (after / REASONS).is_file() else {}
        )
        self._sources = tuple(_rows(folder, "sources", touched) for folder in (before, after))
        self._claims = tuple(_rows(folder, "claims", touched) for folder in (before, after))
        self._policies = tuple((folder / "policy.toml").read_text(encoding="utf-8") for folder in (before, after))

    def added(self, row: Row) -> str:
        return (
            self._reasons.get(row["incident_id"]) or f"first published; told by {row['outlets'] or 'unnamed outlets'}"
        )

    def withdrawn(self, id_: str) -> str:
        return self._reasons.get(id_) or "no longer in the data"

    def changed(self, id_: str) -> str:
        if id_ in self._reasons:
            return self._reasons[id_]
        old, new = ({s["report_id"] for s in side.get(id_, [])} for side in self._sources)
        told = [
            f"new report by {s['outlet'] or 'an unnamed outlet'}"
            for s in self._sources[1].get(id_, [])
            if s["report_id"] not in old
        ]
        told += [f"report {r} no longer counted" for r in sorted(old - new)]
        earlier, later = (_said(side.get(id_, [])) for side in self._claims)
        told += [f"new claim: {c}" for c in later if c not in earlier] + [
            f"claim gone: {c}" for c in earlier if c not in later
        ]
        if _without_day(self._policies[0]) != _without_day(self._policies[1]):
            told.append("the policy changed")
        return "; ".join(dict.fromkeys(told)) or "coded again"


def _said(claims: list[Row]) -> tuple[str, ...]:
    return tuple(f"{c['speaker']} {c['stance']} {c['attribute']} {c['value']}" for c in claims)


def _without_day(policy: str) -> str:
    """The policy but for the day of counting, which every release has its own of."""
    return "\n".join(line for line in policy.splitlines() if not line.startswith("as_of"))


def _digests(folder: Path) -> dict[str, str]:
    return {r["incident_id"]: r["content_sha256"] for r in _read(folder / "data" / "csv" / "incidents.csv")}


def _rows(folder: Path, table: str, ids: Collection[str]) -> dict[str, list[Row]]:
    wanted, found = frozenset(ids), dict[str, list[Row]]()
    for row in _read(folder / "data" / "csv" / f"{table}.csv"):
        if row["incident_id"] in wanted:
            found.setdefault(row["incident_id"], []).append(row)
    return found


def _read(path: Path) -> Iterator[Row]:
    if not path.is_file():
        raise BadInput(f"{path}: not there; a release holds data/csv/ with incidents, claims, links and sources")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def as_markdown(changes: list[Change], *, heading: str) -> str:
    """The changes as a page: what was added, changed and withdrawn, with the values before and after, and why."""
    parts = [f"# {heading}\n"]
    for what, title in (("added", "Added"), ("changed", "Changed"), ("withdrawn", "Withdrawn")):
        found = [c for c in changes if c.what == what]
        parts.append(f"## {title}: {len(found)}\n")
        parts += [_lines(c) for c in found]
    return "\n".join(parts)


def _lines(change: Change) -> str:
    head = f"- `{change.id}` {change.label}. Why: {change.why}."
    return (
        "\n".join([head, *(f"  - {c}: {old or '(empty)'} → {new or '(empty)'}" for c, old, new in change.fields)])
        + "\n"
    )
