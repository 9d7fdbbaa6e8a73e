"""The words of time, from lexicon/time: calendar names, numbers, units, parts of day, holidays, zones, and the rules.

Everything is read at the first use and kept; nothing at import.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from warmonitor.errors import BadRule

FOLDER = Path(__file__).parent / "time"
_KEYS = {"pattern", "value", "needs", "guard", "yes", "no"}
NEEDS = ("digit", "month", "weekday", "unit", "season", "part", "deictic", "ordinal", "holiday", "ref")


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way to write a time. `pattern` may hold <kind> marks, `value` {kind} marks; see rules.toml."""

    name: str
    pattern: str
    value: str
    needs: str
    guard: str | None = None
    yes: dict[str, str] = field(default_factory=dict)
    no: tuple[str, ...] = ()


@cache
def words(name: str) -> dict[str, str]:
    """Words of lexicon/time/<name>.csv (lower case) with their value, in file order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["words"]: row["value"] for row in csv.DictReader(lines)}


@cache
def full_forms(name: str) -> frozenset[str]:
    """The words of months.csv or weekdays.csv that are not abbreviations."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["words"] for row in csv.DictReader(lines) if row["form"] == "full")


@cache
def named_after() -> frozenset[str]:
    """Nouns that make a name of the date before them ("the 6 April Movement")."""
    return _column("named_after")


@cache
def feast_deeds() -> frozenset[str]:
    """Nouns for what happens on a feast ("the Easter attack"), unlike those that it only adorns ("a Christmas tree")."""
    return _column("feast_deeds")


def _column(name: str) -> frozenset[str]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["words"] for row in csv.DictReader(lines))


@cache
def holidays() -> dict[str, str]:
    """Holiday key -> how its day is found: "fixed 12-25", "easter -2", "hijri 10-01", "none"."""
    with (FOLDER / "holidays.csv").open(encoding="utf-8", newline="") as lines:
        return {row["value"]: row["rule"] for row in csv.DictReader(lines)}


@cache
def saying(kind: str) -> frozenset[str]:
    """Lemmas that tell of saying: kind "verb" or "noun"."""
    with (FOLDER / "saying.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["words"] for row in csv.DictReader(lines) if row["kind"] == kind)


@cache
def rules() -> tuple[TimeRule, ...]:
    """The rules, in file order. Raises BadRule with the rule's name and the known keys where one is ill formed."""
    with (FOLDER / "rules.toml").open("rb") as raw:
        return tuple(_rule(name, table) for name, table in tomllib.load(raw).items())


def _rule(name: str, table: dict[str, object]) -> TimeRule:
    where = f"time/rules.toml: [{name}]"
    if unknown := sorted(set(table) - _KEYS):
        raise BadRule(f"{where} has unknown key {unknown[0]!r}; a time rule has {', '.join(sorted(_KEYS))}")
    pattern, value, needs, guard = (table.get(k) for k in ("pattern", "value", "needs", "guard"))
    yes, no = table.get("yes", {}), table.get("no", [])
    if (
        not isinstance(pattern, str)
        or not isinstance(value, str)
        or not isinstance(yes, dict)
        or not isinstance(no, list)
    ):
        raise BadRule(f"{where} needs pattern and value (texts), yes (a table) and no (a list)")
    if not isinstance(needs, str) or needs not in NEEDS:
        raise BadRule(f"{where} needs {needs!r}; known are {', '.join(NEEDS)}")
    if guard is not None and not isinstance(guard, str):
        raise BadRule(f"{where}: guard must be a name")
    return TimeRule(name, pattern, value, needs, guard, {str(k): str(v) for k, v in yes.items()}, tuple(map(str, no)))


def alternatives(forms: list[str]) -> str:
    """A regular expression for any of `forms`, longest first."""
    return "|".join(re.escape(f).replace(r"\ ", " ") for f in sorted(forms, key=lambda f: (-len(f), f)))
