"""`make eval`, second part: the linking of documents on the public benchmark, held to its floors by the data set's own scorer.

    python -m evaluation.linking_gate [--bench DIR]

DIR holds gva_docs_dev.jsonl and score_clusters.py. Where it is missing nothing is measured and that is said; the floors
stand in evaluation/floors.toml under [linking].
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.documents import documents
from evaluation.linking import link

BENCH = Path(__file__).resolve().parent.parent.parent / "shared" / "bench" / "linking"
FIGURES = ("pairwise F1", "CoNLL")


def main() -> int:
    """Prints the figures; 1 where one is below its floor."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--bench", type=Path, default=BENCH, metavar="DIR", help="the benchmark's folder")
    given = a.parse_args()
    docs, scorer = given.bench / "gva_docs_dev.jsonl", given.bench / "score_clusters.py"
    if not docs.is_file() or not scorer.is_file():
        print("linking: the benchmark is not here (gva_docs_dev.jsonl, score_clusters.py); not measured")
        return 0
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["linking"]
    figures = measured(docs, scorer)
    print("linking: " + ", ".join(f"{name} {figures[name]:.3f} (floor {floors[name]:.3f})" for name in FIGURES))
    broken = list(below(figures, floors))
    for line in broken:
        print(f"FAIL  {line}", file=sys.stderr)
    return 1 if broken else 0


def measured(docs: Path, scorer: Path) -> dict[str, float]:
    """Pairwise F1 and CoNLL (0 to 1) of the documents' linking, as the data set's own scorer gives them."""
    rows = [json.loads(line) for line in docs.read_text("utf-8").splitlines() if line.strip()]
    found = link(documents(rows))
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text(_lines({r["doc_id"]: r["incident_id"] for r in rows}), "utf-8")
        predicted.write_text(_lines(found), "utf-8")
        command = [sys.executable, str(scorer), str(gold), str(predicted)]
        said: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"pairwise F1": said["pairwise"]["F1"] / 100, "CoNLL": said["CoNLL"] / 100}


def _lines(clusters: Mapping[str, str]) -> str:
    return "".join(json.dumps({"item": item, "cluster": cluster}) + "\n" for item, cluster in clusters.items())


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """What falls short of its floor. Raises ValueError for a floor of a figure that there is not."""
    if unknown := floors.keys() - set(FIGURES):
        raise ValueError(
            f"floors.toml: [linking] has unknown figures {sorted(unknown)}; known are {', '.join(FIGURES)}"
        )
    yield from (f"linking: {n} is {figures[n]:.3f}, its floor {f:.3f}" for n, f in floors.items() if figures[n] < f)


if __name__ == "__main__":
    sys.exit(main())
