"""Documents to incidents: python -m evaluation.linking DOCS.jsonl PREDICTIONS.jsonl

DOCS has doc_id, title, text, date and url a line; PREDICTIONS gets {"item": doc_id, "cluster": incident} a line. The score
of a pair is a sum of few explained parts, and the merging is the product's own (link/cluster.py: constrained average
linkage, no chaining). The eight weights and the prior were fitted by logistic regression on the development part of the
Gun Violence Archive benchmark (`--fit DOCS` prints them again, with the outcome when one half of the incidents is scored
with weights fitted on the other); the margin below the prior at which two documents still join was chosen there too.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.documents import Document, cosine, documents, pairs
from warmonitor.link.cluster import cluster, components
from warmonitor.link.match import joins
from warmonitor.model.linked import Match, Mention, Part

WEIGHTS = {
    "words": -18.2, "words, square root": 18.9, "names": 3.3, "more names": -1.8, "numbers": 3.3, "capitalised": 9.4,
    "days apart": -3.4, "same site": -3.5, "prior": -3.5,
}  # fmt: skip
"""Natural log odds for each unit of a part."""
MARGIN = 1.0
"""Joined are pairs whose odds are above e^-MARGIN: with average linkage the fitted odds are a little too strict."""


def parts(a: Document, b: Document) -> dict[str, float]:
    """What two documents have in common; all but the prior lie between 0 and about 2."""
    alike = cosine(a.words, b.words)
    shared = [a.names[n] for n in sorted(a.names.keys() & b.names.keys())]
    return {
        "words": alike, "words, square root": math.sqrt(alike), "names": max(shared, default=0.0) / 8,
        "more names": math.log1p(sum(shared)) / 3, "numbers": cosine(a.numbers, b.numbers),
        "capitalised": cosine(a.capitalised, b.capitalised), "days apart": math.log2(1 + abs(a.day - b.day)) / 5,
        "same site": float(a.site == b.site), "prior": 1.0,
    }  # fmt: skip


def match(a: Document, b: Document, weights: Mapping[str, float] = WEIGHTS) -> Match:
    """The match of two documents, in binary orders of magnitude of the odds as the product's own matches are."""
    found = parts(a, b)
    made = tuple(Part(k, weights[k] * v / math.log(2), f"{v:.2f}") for k, v in found.items())
    return Match(sum(p.points for p in made) + MARGIN / math.log(2), made)


def link(given: Sequence[Document], weights: Mapping[str, float] = WEIGHTS) -> dict[str, str]:
    """Document id -> incident (the id of its first document)."""
    by_id = {d.id: d for d in given}
    edges = [(given[i].id, given[j].id) for i, j in pairs(given) if joins(match(given[i], given[j], weights))]

    def scorer(a: Mention, b: Mention) -> Match:
        return match(by_id[a.id], by_id[b.id], weights)

    found: dict[str, str] = {}
    for ids in components(by_id, edges):
        for group in cluster([_mention(by_id[i]) for i in ids], scorer=scorer):
            found |= dict.fromkeys((m.id for m in group), group[0].id)
    return found


def _mention(d: Document) -> Mention:
    return Mention(d.id, d.id, d.day, "", "", None, d.day, "unknown")


def fit(given: Sequence[Document], incident: Mapping[str, str]) -> dict[str, float]:
    """Weights by logistic regression (Newton's method, slight ridge) on all candidate pairs of documents."""
    chosen = list(pairs(given))
    x = np.array([list(parts(given[i], given[j]).values()) for i, j in chosen])
    y = np.array([incident[given[i].id] == incident[given[j].id] for i, j in chosen], float)
    w, ridge = np.zeros(x.shape[1]), 1e-6 * len(x)
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        curve = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        w = w + np.linalg.solve(curve, x.T @ (y - p) - ridge * w)
    return dict(zip(WEIGHTS, (round(float(v), 2) for v in w), strict=True))


def pairwise(found: Mapping[str, str], incident: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that are put together."""
    ids = sorted(found)
    put = {(a, b) for n, b in enumerate(ids) for a in ids[:n] if found[a] == found[b]}
    true = {(a, b) for n, b in enumerate(ids) for a in ids[:n] if incident[a] == incident[b]}
    p, r = len(put & true) / max(1, len(put)), len(put & true) / max(1, len(true))
    return p, r, 2 * p * r / max(1e-9, p + r)


def _fit(rows: Sequence[Mapping[str, Any]]) -> None:
    given, incident = documents(rows), {r["doc_id"]: r["incident_id"] for r in rows}
    print("weights:", fit(given, incident))
    order = sorted(set(incident.values()))
    for half in (0, 1):
        inside = set(order[half::2])
        mine = documents([r for r in rows if r["incident_id"] in inside])
        others = documents([r for r in rows if r["incident_id"] not in inside])
        p, r, f = pairwise(link(others, fit(mine, incident)), incident)
        print(f"fitted on one half, measured on the other: precision {p:.3f}, recall {r:.3f}, F1 {f:.3f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("predictions", type=Path, nargs="?")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and say what they are worth")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.docs.read_text("utf-8").splitlines() if line.strip()]
    if given.fit:
        _fit(rows)
    if given.predictions:
        found = link(documents(rows))
        lines = [json.dumps({"item": r["doc_id"], "cluster": found[r["doc_id"]]}) for r in rows]
        given.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
