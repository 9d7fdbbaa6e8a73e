"""Score time expressions: python -m evaluation.time DATA.jsonl PREDICTIONS.jsonl

DATA has one document a line: doc_id, text, dct (publication day, ISO). Written are doc_id and timexes with start, end, text,
type and value (TIMEX3), for a TempEval-3 scorer. An interval of ours ("5 to 9 May") is written as its two ends.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from warmonitor.find.times import find_times
from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading
from warmonitor.model.report import Report
from warmonitor.read.language import open_language
from warmonitor.resolve.time import resolve_times

_CONNECTOR = re.compile(r"\s*(?:[-–—&]|\b(?:to|and|or|until|till|through)\b)\s*(?:the\s+)?")


def timexes(mention: TimeMention) -> Iterator[dict[str, object]]:
    """The mention as TIMEX3; an interval gives its two ends."""
    values = mention.value.split("/")
    if len(values) == 2 and (cut := _CONNECTOR.search(mention.text)):
        start = mention.span.start
        yield _timex(start, mention.text[: cut.start()], mention.type, values[0])
        yield _timex(start + cut.end(), mention.text[cut.end() :], mention.type, values[1])
    else:
        yield _timex(mention.span.start, mention.text, mention.type, mention.value)


def _timex(start: int, text: str, kind: str, value: str) -> dict[str, object]:
    return {"start": start, "end": start + len(text), "text": text, "type": kind, "value": value}


def main(arguments: list[str]) -> int:
    """Predict for every document; says the time spent on a sentence, the language pass apart."""
    if len(arguments) != 2:
        print("usage: python -m evaluation.time DATA.jsonl PREDICTIONS.jsonl", file=sys.stderr)
        return 2
    data, predictions = map(Path, arguments)
    documents = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    reports = [
        Report(d["doc_id"], d["text"], date.fromisoformat(d["dct"]) if d.get("dct") else None, d.get("title"))
        for d in documents
    ]
    spent, sentences = 0.0, 0
    with predictions.open("w", encoding="utf-8") as out:
        for parse in open_language().parse(reports):
            reading = Reading(parse.report, parse.tokens, parse.sentences)
            began = time.process_time()
            mentions = resolve_times(find_times(reading), reading, reading.report.published)
            spent += time.process_time() - began
            sentences += len(reading.sentences)
            found = [t for m in mentions for t in timexes(m)]
            out.write(json.dumps({"doc_id": reading.report.id, "timexes": found}, ensure_ascii=False) + "\n")
    print(f"{len(reports)} documents, {sentences} sentences, {1000 * spent / max(1, sentences):.2f} ms a sentence")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
