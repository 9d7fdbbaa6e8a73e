"""The pages on formats say what the product does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scripts.doc_tables import PAGES, filled
from scripts.side_by_side import page

from warmonitor.publish.export import exports
from warmonitor.publish.policy import strict

AGAIN = "run `python -m scripts.doc_tables`"


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_of_the_page_are_those_of_the_product(name: str, root: Path):
    text = (root / "docs" / name).read_text(encoding="utf-8")
    assert filled(text) == text, AGAIN
    assert len(text.splitlines()) > 80


def test_the_side_by_side_page_is_current(root: Path):
    pytest.importorskip("pyarrow")
    assert (root / "docs" / "side_by_side.md").read_text(encoding="utf-8") == page() + "\n", AGAIN


def test_the_page_on_formats_names_each_with_its_file(root: Path):
    text = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| `([\w./]+?)/?` \|", text, re.MULTILINE))
    assert told == {e.name: e.file for e in exports().values()}


def test_the_page_on_releases_gives_the_strict_policy_as_it_is(root: Path):
    text = (root / "docs" / "releases.md").read_text(encoding="utf-8").split("## Policy")[1]
    told = {key: value.strip() for key, value in re.findall(r"^\| `([a-z_.]+)` \| ([^|]*) \|", text, re.MULTILINE)}
    rules = strict()
    assert told == {
        "name": rules.name,
        "names.victims": rules.victims,
        "names.private_persons": rules.private_persons,
        "names.excerpts": rules.excerpts,
        "coordinates.decimals": str(rules.decimals),
        "delay.days": str(rules.delay_days),
        "delay.as_of": "none",
        "sensitive.kinds": ", ".join(rules.sensitive_kinds),
        "sensitive.action": rules.sensitive_action,
        "sensitive.decimals": str(rules.sensitive_decimals),
        "perpetrators.wording": rules.perpetrators,
    }
    assert rules.mark in text
