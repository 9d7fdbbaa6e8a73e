"""The data that linking reads: kinds of happenings, ranks of speakers, vague numbers, weights of the match score."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

FOLDER = files("warmonitor.lexicon") / "linking"


@dataclass(frozen=True, slots=True)
class Kind:
    """The families a subtype may be confused in (blocking) and the means it names (matching)."""

    families: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True)
class Weights:
    """weights.toml: `threshold` and `prior` on top, one section for each part of the score."""

    threshold: float
    prior: float
    tolerance_km: tuple[float, float, float]
    section: dict[str, dict[str, float]]

    def of(self, section: str, key: str) -> float:
        """One weight; raises BadRule with the known keys where it is missing."""
        try:
            return self.section[section][key]
        except KeyError:
            known = ", ".join(f"{s}.{k}" for s, keys in self.section.items() for k in keys)
            raise BadRule(f"weights.toml: no weight {section}.{key}; known are {known}") from None


def _rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != columns:
            raise BadRule(f"{name}:1: columns are {', '.join(columns)}, not {', '.join(reader.fieldnames or ())}")
        return list(reader)


@cache
def kinds() -> dict[str, Kind]:
    """Subtype -> its families and means."""
    rows = _rows("kinds.csv", ("subtype", "families", "means"))
    return {r["subtype"]: Kind(tuple(r["families"].split()), r["means"]) for r in rows}


@cache
def speaker_words() -> dict[str, int]:
    """Word or hyphenated phrase -> rank of a speaker so named (1 is best placed)."""
    rows = _rows("speakers.csv", ("rank", "body", "words"))
    return {word: int(r["rank"]) for r in rows for word in r["words"].split()}


@cache
def vague_numbers() -> dict[str, int]:
    """Vague number word -> the least it can mean."""
    return {r["word"]: int(r["low"]) for r in _rows("vague.csv", ("word", "low"))}


@cache
def weights() -> Weights:
    """The weights of the match score."""
    data = tomllib.loads((FOLDER / "weights.toml").read_text(encoding="utf-8"))
    near, part, wide = data["place"].pop("tolerance_km")
    sections = {name: {k: float(v) for k, v in keys.items()} for name, keys in data.items() if isinstance(keys, dict)}
    return Weights(float(data["threshold"]), float(data["prior"]), (near, part, wide), sections)
