"""The records of the samples as the program makes them today, one file each beside the report.

python -m evaluation.snapshots            says which have changed; the exit code is 1 then
python -m evaluation.snapshots --write    writes them anew: read the difference before you keep it
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ENDING = ".record.json"


def main() -> int:
    """The exit code."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--write", action="store_true")
    write = a.parse_args().write
    changed = [(name, text) for name, text in records() if kept(name) != text]
    for name, text in changed:
        print(f"{'written' if write else 'changed'}  {name}")
        if write:
            (SAMPLES / f"{name}{ENDING}").write_text(text, encoding="utf-8", newline="\n")
    return 1 if changed and not write else 0


def records() -> Iterator[tuple[str, str]]:
    """(report id, its record as JSON text) of each sample, in name order."""
    from warmonitor.intake.given import Given
    from warmonitor.intake.reader import read
    from warmonitor.model import Report
    from warmonitor.publish.json import write_records
    from warmonitor.run import code_reports, open_tools

    reports = [r for r in read([str(SAMPLES)], Given(), lambda: b"") if isinstance(r, Report)]
    for record in code_reports(reports, open_tools()):
        out = io.StringIO()
        write_records([record], out)
        yield record.report.id, out.getvalue()


def kept(name: str) -> str | None:
    """The snapshot of a sample, None where there is none yet."""
    file = SAMPLES / f"{name}{ENDING}"
    return file.read_text("utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
