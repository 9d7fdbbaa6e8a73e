"""The how-to pages do what they say: each page's own blocks are put into a copy of the package, which is then run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BLOCK = re.compile(r"`src/(?P<file>warmonitor/[^`]+)`:\n\n```\w+\n(?P<content>.*?)```", re.S)
COMMAND = re.compile(r'\$ echo "(?P<said>[^"]+)" \| warmonitor (?P<args>.+)')


class Extended:
    """A copy of the package with what a page adds."""

    def __init__(self, root: Path, folder: Path, page: str) -> None:
        self.text = (root / "docs" / page).read_text("utf-8")
        self.folder = folder
        shutil.copytree(root / "src" / "warmonitor", folder / "warmonitor", ignore=shutil.ignore_patterns("__pycache__"))
        blocks = list(BLOCK.finditer(self.text))
        assert blocks, "the page adds nothing"
        for block in blocks:
            file = folder / block["file"]
            before = file.read_text("utf-8") if file.exists() else ""
            file.write_text(before + block["content"], encoding="utf-8")

    def run(self, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "warmonitor.cli", *args]
        env = os.environ | {"PYTHONPATH": str(self.folder)}
        return subprocess.run(command, input=stdin, capture_output=True, text=True, env=env, timeout=120, cwd=self.folder)

    def record(self) -> dict[str, Any]:
        """What the page's own command gives, as a record."""
        found = COMMAND.search(self.text)
        assert found, "the page has no command to try"
        done = self.run(*found["args"].split(), "--format", "json", stdin=found["said"])
        assert done.returncode == 0, done.stderr
        record: dict[str, Any] = json.loads(done.stdout)
        return record


def test_an_event_type_is_one_file(root: Path, tmp_path: Path) -> None:
    extended = Extended(root, tmp_path, "how_to_add_an_event_type.md")
    (incident,) = extended.record()["incidents"]
    assert (incident["type"], incident["subtype"], incident["date"]["start"]) == ("strategic", "blockade", "2021-03-09")
    schema = json.loads(extended.run("schema").stdout)
    assert "blockade" in schema["$defs"]["incident"]["properties"]["subtype"]["enum"]


def test_a_weapon_is_one_line(root: Path, tmp_path: Path) -> None:
    (incident,) = Extended(root, tmp_path, "how_to_add_a_weapon.md").record()["incidents"]
    assert [(w["name"], w["class"]) for w in incident["weapons"]] == [("harpoon", "blade")]


def test_an_output_format_is_one_file(root: Path, tmp_path: Path) -> None:
    extended = Extended(root, tmp_path, "how_to_add_an_output_format.md")
    done = extended.run("code", str(root / "samples" / "garissa-wire.txt"), "--format", "tally")
    assert re.fullmatch(r"garissa-wire\t\d+\n", done.stdout), done.stderr
    assert "tally" in extended.run("code", "-", "--format", "no").stderr


def test_an_intake_format_is_one_file(root: Path, tmp_path: Path) -> None:
    extended = Extended(root, tmp_path, "how_to_add_an_intake_format.md")
    cards = "a | 2021-03-11 | The Wire\nShells fell.\n=====\nb | 2021-02-30 |\nMore fell.\n=====\nc\nYet more.\n"
    (tmp_path / "reports.cards").write_text(cards)
    done = extended.run("code", "reports.cards", "--format", "jsonl")
    reports = [json.loads(line)["report"] for line in done.stdout.splitlines()]
    assert [(r["id"], r["published"], r["outlet"]) for r in reports] == [("a", "2021-03-11", "The Wire"), ("c", None, None)]
    assert "reports.cards, card 2: published is '2021-02-30'" in done.stderr


@pytest.mark.parametrize("page", sorted(p.name for p in (Path(__file__).parents[2] / "docs").glob("how_to_add_*.md")))
def test_every_how_to_page_is_proved_by_a_test(page: str) -> None:
    tests = [p.read_text("utf-8") for p in Path(__file__).parents[1].rglob("test_*.py")]
    assert any(page in t for t in tests)
