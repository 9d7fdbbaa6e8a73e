"""No one is a perpetrator for having spoken: a check over any reports.

    python -m evaluation.speakers REPORT_OR_FOLDER_OR_JSONL…

Prints each perpetrator whose only words in the report are the source of an attribution, and who claims nothing; exit code 1
where there is one. Claims of responsibility, which do make a speaker a perpetrator, are counted apart; one who is named only
because he denies it is no perpetrator by the record's own status.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.coding import coded
from warmonitor.model import Record, Report
from warmonitor.model.findings import Findings
from warmonitor.model.reading import Reading
from warmonitor.model.span import Span
from warmonitor.run import open_tools


@dataclass(frozen=True, slots=True)
class Tally:
    """Perpetrators looked at, those who claimed their deed, and (report, name, sentence) of those who only spoke."""

    perpetrators: int
    claimed: int
    only_spoke: tuple[tuple[str, str, str], ...]


def check(records: Iterable[tuple[Record, Findings | None]]) -> Tally:
    """The tally over coded reports."""
    seen = claimed = 0
    wrong: list[tuple[str, str, str]] = []
    for record, findings in records:
        if findings is None:
            continue
        sources = set(_only_sources(findings.reading))
        for incident in record.incidents:
            for actor in incident.actors:
                if actor.role != "perpetrator":
                    continue
                seen += 1
                if actor.status == "claimed":
                    claimed += 1
                elif (
                    actor.status != "denied" and actor.evidence and all(_is_source(e, sources) for e in actor.evidence)
                ):
                    sentence = findings.reading.sentence_of(actor.evidence[0].start)
                    words = " ".join(record.report.text[sentence.start : sentence.end].split())
                    wrong.append((record.report.id, actor.name, words))
    return Tally(seen, claimed, tuple(wrong))


def _only_sources(reading: Reading) -> Iterator[Span]:
    """Sources whose words are the subject of the saying and of nothing else ("carried out raids and claimed …" is both)."""
    for a in reading.attributions:
        if len(a.source) == 1 and len(a.cue) == 1:
            cue = reading.token_at(a.cue[0].end - 1)
            first, last = reading.token_at(a.source[0].start).i, reading.token_at(a.source[0].end - 1).i
            if any(reading.tokens[i].head == cue.i for i in range(first, last + 1)):
                yield a.source[0]


def _is_source(evidence: Span, sources: set[Span]) -> bool:
    """The words that name the actor are those of a source, but for an article or a title."""
    return any(s.holds(evidence) and evidence.end >= s.end - 1 for s in sources)


def reports(paths: Iterable[Path]) -> Iterator[Report]:
    """Reports from text files, folders of them, and JSON lines with `text` and an id; no dates are needed for the check."""
    for path in paths:
        if path.is_dir():
            yield from reports(sorted(path.glob("*.txt")))
        elif path.suffix == ".jsonl":
            for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                yield Report(str(row.get("doc_id", row.get("id", path.stem))), row["text"])
        else:
            yield Report(path.stem, path.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    """Check the reports named by the arguments. Gives the exit code."""
    if not arguments:
        sys.stderr.write("python -m evaluation.speakers REPORT_OR_FOLDER_OR_JSONL…\n")
        return 2
    tally = check(coded(reports(map(Path, arguments)), open_tools()))
    for report, name, sentence in tally.only_spoke:
        print(f"{report}: {name} | {sentence[:300]}")
    print(
        f"{tally.perpetrators} perpetrators, {tally.claimed} by their own claim, {len(tally.only_spoke)} who only spoke"
    )
    return 1 if tally.only_spoke else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
