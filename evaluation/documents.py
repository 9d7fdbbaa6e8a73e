"""Bare documents (title, text, day, address) made comparable, for linking them to incidents without coding them.

Terms are weighed by how rare they are in the batch at hand (tf-idf), after sentences that stand in three or more documents
have been taken out: they are a site's furniture, not news.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlparse

FURNITURE = 3
"""A sentence in so many documents or more says nothing of any incident."""
RARE_WORD, RARE_NAME = 300, 15
"""Only words and names in at most so many documents make a pair worth comparing."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_FULL_NAME = re.compile(r"\b([A-Z][a-z’'\-]+(?:[A-Z][a-z]+)?)\s+(?:[A-Z]\.\s+)?([A-Z][a-z’'\-]+(?:[A-Z][a-z]+)?)\b")
_NUMBER = re.compile(r"\b\d{1,5}\b")

Weighted = dict[str, float]


@dataclass(frozen=True, slots=True)
class Document:
    """One document: `words`, `capitalised`, `numbers` are unit-length term weights; `names` maps full names to their rarity."""

    id: str
    day: int
    site: str
    words: Weighted
    capitalised: Weighted
    numbers: Weighted
    names: Weighted


def documents(rows: Sequence[Mapping[str, str]]) -> list[Document]:
    """Rows with doc_id, title, text, date and url as documents, weighed against each other."""
    seen = Counter(s for r in rows for s in set(_sentences(r["text"])))
    texts = [". ".join([r["title"], *(s for s in _sentences(r["text"]) if seen[s] < FURNITURE)]) for r in rows]
    words = _weigh([Counter(w.lower() for w in _WORD.findall(t)) for t in texts])
    capitalised = _weigh([Counter(_CAPITALISED.findall(t)) for t in texts])
    numbers = _weigh([Counter(_NUMBER.findall(t)) for t in texts])
    named = [Counter(" ".join(m) for m in _FULL_NAME.findall(t)) for t in texts]
    in_documents = Counter(n for names in named for n in names)
    return [
        Document(
            r["doc_id"], date.fromisoformat(r["date"]).toordinal(), urlparse(r.get("url") or "").netloc, words[i],
            capitalised[i], numbers[i], {n: math.log(len(rows) / in_documents[n]) for n in sorted(named[i])},
        )
        for i, r in enumerate(rows)
    ]  # fmt: skip


def _sentences(text: str) -> list[str]:
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]


def _weigh(counts: Sequence[Counter[str]]) -> list[Weighted]:
    """tf-idf, unit length: (1 + log count) times log of the share of documents without the term."""
    in_documents = Counter(w for c in counts for w in c)
    weighed = []
    for c in counts:
        raw = {w: (1 + math.log(n)) * math.log(len(counts) / in_documents[w]) for w, n in sorted(c.items())}
        norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        weighed.append({w: x / norm for w, x in raw.items()})
    return weighed


def pairs(given: Sequence[Document], least: float = 0.05) -> Iterator[tuple[int, int]]:
    """Positions of documents worth comparing: they share rare words enough, or a rare full name."""
    by_word: dict[str, list[tuple[int, float]]] = defaultdict(list)
    by_name: dict[str, list[int]] = defaultdict(list)
    word_in = Counter(w for d in given for w in d.words)
    name_in = Counter(n for d in given for n in d.names)
    for j, document in enumerate(given):
        near: dict[int, float] = defaultdict(float)
        rare = {w: x for w, x in document.words.items() if word_in[w] <= RARE_WORD}
        named = [n for n in document.names if 1 < name_in[n] <= RARE_NAME]
        for word, weight in rare.items():
            for i, other in by_word[word]:
                near[i] += weight * other
        for name in named:
            for i in by_name[name]:
                near[i] += 2 * least
        yield from ((i, j) for i in sorted(near) if near[i] > least)
        for word, weight in rare.items():
            by_word[word].append((j, weight))
        for name in named:
            by_name[name].append(j)


def cosine(a: Weighted, b: Weighted) -> float:
    """Cosine of two unit-length weightings."""
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[w] for w, x in a.items() if w in b)
