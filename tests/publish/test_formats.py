"""Output formats are found by name."""

from __future__ import annotations

import pytest

from warmonitor.errors import BadOption
from warmonitor.publish.formats import find, names


def test_the_four_formats_of_a_record_are_there() -> None:
    assert {"text", "json", "jsonl", "html"} <= set(names())
    assert find("json").suffix == ".json"


@pytest.mark.parametrize("name", ["yaml", "formats", "evidence", "", "../json"])
def test_an_unknown_format_names_the_choices(name: str) -> None:
    with pytest.raises(BadOption, match="choose one of: .*html, json, jsonl.*text"):
        find(name)
