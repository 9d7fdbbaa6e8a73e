"""False incidents in texts that tell of none: python -m evaluation.everyday [MUC.jsonl]

The everyday texts are the project's own (tests/everyday/*.txt, one short text a line: sport, business, weather, disaster,
accident, obituary, film, history of art, science, courts, cooking, politics, culture), full of words that mean violence
elsewhere. Given a file of MUC-4 documents, those without templates are counted apart: they are news of a war, in which much
happened that is no template (military action, old attacks), so that their share says how often a record is made, not an error.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from warmonitor.model import Record, Report
from warmonitor.run import Tools, code_reports, open_tools

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "everyday"
PUBLISHED = date(2024, 11, 13)
BAR = 0.03


def everyday_reports(folder: Path = FOLDER) -> list[Report]:
    """The everyday texts, all with one publication day; ids are "<kind>-<line>"."""
    return [
        Report(f"{path.stem}-{n}", text, PUBLISHED)
        for path in sorted(folder.glob("*.txt"))
        for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if text.strip()
    ]


def without_templates(path: Path) -> list[Report]:
    """MUC-4 documents whose key holds no template."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [
        Report(r["doc_id"], r["text"], date.fromisoformat(r["date"]) if r["date"] else None)
        for r in rows
        if not r["gold"]["templates"]
    ]


def false_incidents(reports: Iterable[Report], tools: Tools) -> list[Record]:
    """Records that hold an incident."""
    return [record for record in code_reports(reports, tools) if record.incidents]


def main(arguments: list[str]) -> int:
    """Print each false incident and the share of texts with one; 1 where the share in everyday texts is above the bar."""
    tools = open_tools()
    reports = everyday_reports()
    began = time.process_time()
    wrong = false_incidents(reports, tools)
    spent = time.process_time() - began
    for record in wrong:
        i = record.incidents[0]
        print(
            f"  {record.report.id}: {i.label}: {[s.of(record.report.text) for s in i.evidence]} | {record.report.text}"
        )
    kinds = Counter(r.report.id.rsplit("-", 1)[0] for r in wrong)
    share = len(wrong) / len(reports)
    print(
        f"everyday texts: {len(reports)}, with a false incident: {len(wrong)} ({share:.1%}), {dict(sorted(kinds.items()))}"
    )
    print(f"{len(reports) / spent:.0f} texts per CPU second")
    for path in map(Path, arguments):
        others = without_templates(path)
        held = false_incidents(others, tools)
        counted = Counter(i.subtype for r in held for i in r.incidents)
        print(
            f"{path.name}: {len(others)} documents without templates, {len(held)} with an incident: {dict(counted.most_common())}"
        )
    return 0 if share <= BAR else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
