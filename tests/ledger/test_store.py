"""Opening a ledger: what cannot be opened is named, with the way out, and passwords are not shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from warmonitor import link
from warmonitor.errors import BadInput, BadOption, MissingPart
from warmonitor.ledger import open_ledger


def test_file_that_is_no_ledger_is_named(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("no database at all, but long enough to have a header of its own\n" * 9, "utf-8")
    with pytest.raises(BadInput, match=r"notes\.txt: is no ledger"):
        open_ledger(str(other), link, clock)


def test_other_databases_are_refused_with_the_choices(clock: Callable[[], datetime]) -> None:
    with pytest.raises(BadOption, match="a ledger is a file or"):
        open_ledger("mysql://host/name", link, clock)


def test_server_that_does_not_answer_is_named_without_the_password(clock: Callable[[], datetime]) -> None:
    with pytest.raises(MissingPart) as caught:
        open_ledger("postgresql://ana:hunter2@127.0.0.1:1/none", link, clock)
    assert "cannot be opened" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_missing_file_is_not_made_by_a_question(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    with pytest.raises(MissingPart, match="no such ledger"):
        open_ledger(str(tmp_path / "none.db"), link, clock, create=False)
    assert list(tmp_path.iterdir()) == []
