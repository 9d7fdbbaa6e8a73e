"""Who says what, on PolNeAR or any file of its form: warmonitor's attributions as spans for the benchmark's scorer.

    python -m evaluation.polnear DATA.jsonl PREDICTIONS.jsonl

DATA.jsonl has `doc_id` and `text` (and maybe `title`, `date`) on each line; PREDICTIONS.jsonl gets
{"doc_id", "attributions": [{"source": [[start, end], …], "cue": […], "content": […]}]}, code points of the text.
PolNeAR counts attitudes and intentions (want, hope, support) among attributions and does not nest them, so attitudes are
asked for, and what lies wholly inside someone's quotation marks is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from warmonitor.model.reading import Attribution, Name, NameKind, Reading
from warmonitor.model.report import Report
from warmonitor.model.span import Span
from warmonitor.read.language import Parse
from warmonitor.read.quotations import find_quotations
from warmonitor.read.references import find_references
from warmonitor.read.speech import find_attributions

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "nationality", "FAC": "facility", "LOC": "place",
}  # fmt: skip


# These stand by themselves even inside "X said that …"; wishes and judgements there belong to the content of X.
_SPEECH = frozenset(["say", "tell", "according", "add"])


def main(arguments: list[str]) -> int:
    """Read the documents of one file, write the predictions to another. Gives the exit code."""
    if len(arguments) != 2:
        sys.stderr.write("python -m evaluation.polnear DATA.jsonl PREDICTIONS.jsonl\n")
        return 2
    data, target = map(Path, arguments)
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]
    with target.open("w", encoding="utf-8") as out:
        for row in code(rows):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def code(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line of predictions for each document, in order."""
    from warmonitor.read.language import open_language

    reports = [Report(id=row["doc_id"], text=row["text"], title=row.get("title")) for row in rows]
    for row, parse in zip(rows, open_language().parse(reports), strict=True):
        yield {"doc_id": row["doc_id"], "attributions": predictions(read(parse))}


def read(parse: Parse) -> Reading:
    """The reading of a parse, attitudes included; the recogniser's names are enough here, where no record is made."""
    names = tuple(
        Name(e.first, e.last, parse.tokens[e.first].start, parse.tokens[e.last - 1].end,
             parse.report.text[parse.tokens[e.first].start : parse.tokens[e.last - 1].end], KINDS[e.label], None, "entity")
        for e in parse.entities
        if e.label in KINDS
    )  # fmt: skip
    reading = Reading(parse.report, parse.tokens, parse.sentences, find_quotations(parse), names)
    reading = replace(reading, references=find_references(reading))
    return replace(reading, attributions=find_attributions(reading, attitudes=True))


def predictions(reading: Reading) -> list[dict[str, list[list[int]]]]:
    """The reading's attributions in the benchmark's form."""
    return [
        {"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)}
        for a in reading.attributions
        if not _is_inside_speech(reading, a)
    ]


def _is_inside_speech(reading: Reading, a: Attribution) -> bool:
    """The saying itself is part of what another says: the benchmark's annotators mark the outer attribution only."""
    return any(
        content.holds(cue)
        for cue in a.cue
        for b in reading.attributions
        if b is not a and b.kind != "open" and (b.kind != "indirect" or a.verb not in _SPEECH)
        for content in b.content
    )


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
