"""The few verbs of `import warmonitor`."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import warmonitor
from warmonitor.model import Report

TEXT = "Two soldiers were killed on Wednesday when a roadside bomb exploded near Baghdad, the army said."


def test_one_text_gives_its_typed_record() -> None:
    record = warmonitor.code(TEXT, published="2021-03-11", outlet="The Wire")
    (incident,) = record.incidents
    assert (incident.when.start, record.report.outlet) == (date(2021, 3, 10), "The Wire")
    assert record == warmonitor.code(TEXT, published=date(2021, 3, 11), outlet="The Wire")


def test_reports_come_in_order() -> None:
    reports = [Report(f"r{n}", TEXT, date(2021, 3, 11)) for n in range(3)]
    assert [r.report.id for r in warmonitor.code_reports(reports)] == ["r0", "r1", "r2"]


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        warmonitor.code(TEXT, published="2021-02-30")


def test_importing_the_library_loads_nothing_heavy() -> None:
    script = "import sys, warmonitor; print(sorted({'spacy', 'rich', 'jinja2', 'numpy', 'sqlalchemy'} & sys.modules.keys()))"
    env = {"PYTHONPATH": str(Path(warmonitor.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env)
    assert done.stdout == "[]\n"


def test_the_readmes_python_runs(root: Path) -> None:
    block = re.search(r"```python\n(.*?)```", (root / "README.md").read_text("utf-8"), re.S)
    assert block
    names: dict[str, object] = {"text": TEXT, "date": date}
    exec(block[1], names)
    assert names["record"] == warmonitor.code(TEXT, published="2021-03-11")
