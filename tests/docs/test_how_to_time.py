"""The page on time expressions does what it says: its own rule and its own feast are tried."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from warmonitor.errors import BadRule
from warmonitor.find.times.grammar import expand, local_value
from warmonitor.lexicon import times as lexicon
from warmonitor.resolve.time.feasts import feast


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "how_to_add_a_time_expression.md").read_text("utf-8")


def block(page: str, kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", page, re.S)
    assert found, f"the page has no {kind} block"
    return found[1]


def test_a_way_of_writing_is_one_table(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.toml").write_text(block(page, "toml"), encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    (rule,) = lexicon.rules.__wrapped__()
    monkeypatch.undo()
    pattern = re.compile(expand(rule))
    for text, value in rule.yes.items():
        m = pattern.match(text)
        assert m is not None and local_value(rule, m) == value
    assert [pattern.match(text) for text in rule.no] == [None]


def test_a_misspelt_key_is_an_error_that_names_the_known_ones(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules.toml").write_text(block(page, "toml").replace("needs", "neeeds"), encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(
        BadRule, match=r"\[year-and-a-day\] has unknown key 'neeeds'; a time rule has guard, needs, no, pattern"
    ):
        lexicon.rules.__wrapped__()


def test_a_feast_is_one_line(page: str) -> None:
    _, _, rule, _ = block(page, "csv").strip().split(",")
    assert feast(rule, 2021) == (date(2021, 1, 19), date(2021, 1, 19))
