"""Words that count people harmed."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TollWords:
    """`verbs`: first lemma -> (lemmas, kind); `adjectives`, `nouns`: word -> kind."""

    verbs: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    adjectives: dict[str, str]
    nouns: dict[str, str]


@cache
def toll_words() -> TollWords:
    """All words of `tolls.csv`."""
    verbs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    adjectives: dict[str, str] = {}
    nouns: dict[str, str] = {}
    text = files("warmonitor.lexicon").joinpath("tolls.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        for phrase in row["verbs"].split("|"):
            lemmas = tuple(phrase.split())
            verbs.setdefault(lemmas[0], []).append((lemmas, row["kind"]))
        adjectives.update(dict.fromkeys(row["adjectives"].split("|"), row["kind"]))
        nouns.update(dict.fromkeys(row["nouns"].split("|"), row["kind"]))
    return TollWords({k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in verbs.items()}, adjectives, nouns)
