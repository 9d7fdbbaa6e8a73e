"""The records of the samples as the program makes them today, one file each beside the report,
the page of known mistakes, and README's output.

python -m evaluation.snapshots            says which have changed; the exit code is 1 then
python -m evaluation.snapshots --write    writes them anew: read the difference before you keep it
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warmonitor.model import Record

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KNOWN = SAMPLES / "KNOWN.md"
README = SAMPLES.parent / "README.md"
ENDING = ".record.json"
OUTPUT = re.compile(
    r"(?s)(<!-- output: warmonitor code samples/(\S+)\.txt -->\n```text\n).*?(```\n<!-- end of output -->)"
)


def main() -> int:
    """The exit code."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--write", action="store_true")
    write = a.parse_args().write
    pages = {SAMPLES / f"{name}{ENDING}": text for name, text in records()}
    pages |= {KNOWN: known(), README: shown(README.read_text("utf-8"))}
    changed = {file: text for file, text in pages.items() if not file.is_file() or file.read_text("utf-8") != text}
    for file, text in changed.items():
        print(f"{'written' if write else 'changed'}  {file.name}")
        if write:
            file.write_text(text, encoding="utf-8", newline="\n")
    return 1 if changed and not write else 0


@cache
def coded() -> tuple[Record, ...]:
    """The samples' records, in name order."""
    from warmonitor.intake.given import Given
    from warmonitor.intake.reader import read
    from warmonitor.model import Report
    from warmonitor.run import code_reports, open_tools

    reports = [r for r in read([str(SAMPLES)], Given(), lambda: b"") if isinstance(r, Report)]
    return tuple(code_reports(reports, open_tools()))


def records() -> Iterator[tuple[str, str]]:
    """(report id, its record as JSON text) of each sample."""
    from warmonitor.publish.json import write_records

    for record in coded():
        out = io.StringIO()
        write_records([record], out)
        yield record.report.id, out.getvalue()


def known() -> str:
    """The page of known mistakes."""
    from evaluation.gold import hand_coded
    from evaluation.known import page
    from warmonitor.publish.json import to_dict

    golds = dict(hand_coded(SAMPLES))
    return page((golds[r.report.id], to_dict(r)) for r in coded() if r.report.id in golds)


def shown(page: str) -> str:
    """A page with the output of its commands as it is today."""
    from warmonitor.publish.text import write_records

    def output(m: re.Match[str]) -> str:
        out = io.StringIO()
        write_records([r for r in coded() if r.report.id == m[2]], out)
        return m[1] + out.getvalue() + m[3]

    return OUTPUT.sub(output, page)


def kept(name: str) -> str | None:
    """The snapshot of a sample, None where there is none yet."""
    file = SAMPLES / f"{name}{ENDING}"
    return file.read_text("utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
