"""The field's classic test: python -m evaluation.muc4 DATA.jsonl PREDICTIONS.jsonl

DATA has one document a line: doc_id, date (of the dateline), text. Written are doc_id and templates of 23 slots, for the
scorer of the 1992 task. The task wants terrorist acts only; which incidents of a record are such is said in muc/templates.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.coding import coded, told
from evaluation.muc.templates import templates
from warmonitor.model import Report
from warmonitor.run import open_tools


def predictions(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction a document, in order."""
    reports = [Report(r["doc_id"], r["text"], date.fromisoformat(r["date"]) if r.get("date") else None) for r in rows]
    for record, findings in coded(reports, open_tools(), told):
        yield {"doc_id": record.report.id, "templates": templates(record, findings) if findings else []}


def main(arguments: list[str]) -> int:
    """Write the predictions."""
    if len(arguments) != 2:
        print("usage: python -m evaluation.muc4 DATA.jsonl PREDICTIONS.jsonl", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").split("\n") if line]
    with Path(arguments[1]).open("w", encoding="utf-8") as out:
        for prediction in predictions(rows):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
