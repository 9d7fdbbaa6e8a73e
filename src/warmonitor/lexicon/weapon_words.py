"""Weapon words: what a means of violence is called, its class, and which type of incident it makes."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule

COLUMNS = ("words", "class", "means", "platform", "example")


@dataclass(frozen=True, slots=True)
class WeaponWord:
    """`name` as published (singular), `kind` its class, `means` the subtype it makes, `platform` True for what only carries."""

    name: str
    kind: str
    means: str
    platform: bool


@cache
def weapon_words() -> dict[str, tuple[tuple[tuple[str, ...], WeaponWord], ...]]:
    """First lemma -> (lemmas, weapon), longest first. Raises BadRule naming file, line and the known columns."""
    out: dict[str, list[tuple[tuple[str, ...], WeaponWord]]] = {}
    text = files("warmonitor.lexicon").joinpath("weapons.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    for column in rows.fieldnames or ():
        if column not in COLUMNS:
            raise BadRule(f"weapons.csv:1: unknown column {column!r}; a weapon has {', '.join(COLUMNS)}")
    for number, row in enumerate(rows, 2):
        if not row["words"] or not row["class"] or row["means"] is None:
            raise BadRule(f"weapons.csv:{number}: words, class and means are needed; a weapon has {', '.join(COLUMNS)}")
        for word in row["words"].split("|"):
            entry = WeaponWord(word, row["class"], row["means"], row["platform"] == "yes")
            lemmas = tuple(word.lower().replace("-", " ").split())
            out.setdefault(lemmas[0], []).append((lemmas, entry))
            plain = tuple(word.lower().split())
            if plain != lemmas:
                out.setdefault(plain[0], []).append((plain, entry))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in out.items()}


@cache
def weapon_verbs() -> dict[str, str]:
    """Verb (and its past form where a tagger leaves it so) -> the weapon that it names, of `weapon_verbs.csv`."""
    text = files("warmonitor.lexicon").joinpath("weapon_verbs.csv").read_text(encoding="utf-8")
    out: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        for verb in row["verbs"].split("|"):
            past = verb if verb.endswith("ed") else verb + ("d" if verb.endswith("e") else "ed")
            out[verb] = out[past] = row["weapon"]
    return out
