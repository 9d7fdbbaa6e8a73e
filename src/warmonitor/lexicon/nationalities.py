"""Countries and peoples with their adjectives: "Iraqi" → IQ, "Kurds" → a people without a state."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from warmonitor.errors import BadRule
from warmonitor.lexicon.actorkey import key

COLUMNS = ("country", "name", "aliases", "adjectives", "people")


@dataclass(frozen=True, slots=True)
class Nation:
    """A country (`code` ISO 3166-1 alpha-2), a region or a people (`code` None); `name` is "" for a people without a land."""

    code: str | None
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nations:
    """Look-ups by normalised key (see `actorkey.key`)."""

    all: tuple[Nation, ...]
    lands: dict[str, Nation]
    words: dict[str, Nation]
    """Adjectives and names of peoples."""

    def land(self, name: str) -> Nation | None:
        """The country or region called `name`, or None."""
        return self.lands.get(key(name))

    def adjective(self, word: str) -> Nation | None:
        """The nation or people that an adjective or a people's name belongs to ("Iraqi", "Kurds"), or None."""
        return self.words.get(key(word))


@cache
def open_nations() -> Nations:
    """The table of nationalities.csv. Raises BadRule naming the line of a malformed row."""
    text = resources.files("warmonitor.lexicon").joinpath("nationalities.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines())
    if tuple(next(rows)) != COLUMNS:
        raise BadRule(f"nationalities.csv:1: the columns are {', '.join(COLUMNS)}")
    nations: list[Nation] = []
    lands: dict[str, Nation] = {}
    words: dict[str, Nation] = {}
    for number, row in enumerate(rows, start=2):
        if len(row) != len(COLUMNS):
            raise BadRule(
                f"nationalities.csv:{number}: {len(row)} columns; there are {len(COLUMNS)}: {', '.join(COLUMNS)}"
            )
        nation = Nation(row[0] or None, row[1], _parts(row[2]), _parts(row[3]), _parts(row[4]))
        nations.append(nation)
        for name in (nation.name, *nation.aliases):
            if name:
                lands.setdefault(key(name), nation)
        for word in (*nation.adjectives, *nation.people):
            words.setdefault(key(word), nation)
    return Nations(tuple(nations), lands, words)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(p for p in cell.split("|") if p)
