"""The page on the command line lists the exit codes as they are."""

from __future__ import annotations

import re
from pathlib import Path

from warmonitor.commands.options import EXIT


def test_every_exit_code_is_explained_under_its_own_name(root: Path) -> None:
    page = (root / "docs" / "command_line.md").read_text("utf-8")
    listed = {name: int(code) for code, name in re.findall(r"^\| (\d+) \| ([a-z-]+):", page, re.M)}
    assert listed == EXIT
