"""Many reports: written whole as they are done, gone on with after a stop, and none lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from warmonitor import batch
from warmonitor.batch import DONE, SET_ASIDE, Settings, code_chunk, open_folder
from warmonitor.errors import BadOption
from warmonitor.intake.given import SetAside
from warmonitor.model import Record, Report
from warmonitor.publish.formats import find

JSON = find("json")


def keep(folder: Path, *reports: Report, settings: Settings | None = None) -> None:
    kept = open_folder(folder, JSON, settings or Settings())
    for r in reports:
        kept.keep(Record(r))


def finished(folder: Path, settings: Settings | None = None, form: str = "json") -> set[str]:
    return {id for id, _ in open_folder(folder, find(form), settings or Settings()).finished()}


def test_one_bad_report_does_not_take_its_neighbours_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def code_reports(reports: Iterable[Report], tools: object) -> Iterator[Record]:
        for r in reports:
            if r.text == "bad":
                raise RecursionError("too deep")
            yield Record(r)

    monkeypatch.setattr(batch, "code_reports", code_reports)
    aside = SetAside("x.txt", "empty", "is empty")
    items = [Report("a", "good"), aside, Report("b", "bad"), Report("c", "good")]
    a, same, b, c = code_chunk(items, None)  # type: ignore[arg-type]
    assert isinstance(a, Record) and isinstance(c, Record)
    assert same is aside
    assert isinstance(b, SetAside) and b.reason == "coding-failed" and "RecursionError: too deep" in b.message


def test_a_finished_report_is_known_by_id_text_format_and_settings(tmp_path: Path) -> None:
    keep(tmp_path, Report("a", "One."), Report("b", "Two."))
    assert finished(tmp_path) == {"a", "b"}
    assert finished(tmp_path, Settings(model="other")) == set()
    assert finished(tmp_path, form="jsonl") == set()
    own = tmp_path / "own.csv"
    own.write_text("name\n")
    assert finished(tmp_path, Settings(actors=own)) == set()


def test_a_report_whose_file_is_gone_is_not_finished(tmp_path: Path) -> None:
    keep(tmp_path, Report("a", "One."))
    (tmp_path / "a.json").unlink()
    assert finished(tmp_path) == set()


def test_a_line_cut_off_by_a_stop_is_passed_over(tmp_path: Path) -> None:
    keep(tmp_path, Report("a", "One."))
    with (tmp_path / DONE).open("a") as f:
        f.write('{"id": "b", "sha')
    assert finished(tmp_path) == {"a"}
    keep(tmp_path, Report("c", "Three."))
    assert finished(tmp_path) == {"a", "c"}


def test_no_half_written_file_is_left_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        batch.write_whole(tmp_path / "a.json", "{}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("id", ["../../etc/passwd", "a/b", ".hidden", "con:1", "ä b", "..", ""])
def test_no_id_leads_out_of_the_folder_or_hides(tmp_path: Path, id: str) -> None:
    file = open_folder(tmp_path, JSON, Settings()).file(Report(id, "x"))
    assert file.parent == tmp_path
    assert not file.name.startswith(".") and "/" not in file.name and ":" not in file.name


def test_different_ids_have_different_files(tmp_path: Path) -> None:
    folder = open_folder(tmp_path, JSON, Settings())
    ids = ["a/b", "a%2Fb", "a b", "a+b", "", "%00", ".a", "%2Ea"]
    assert len({folder.file(Report(i, "x")).name for i in ids}) == len(ids)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadOption, match="--out .*file/out: cannot be written"):
        open_folder(tmp_path / "file" / "out", JSON, Settings())


def test_what_is_set_aside_is_noted_with_its_reason(tmp_path: Path) -> None:
    folder = open_folder(tmp_path, JSON, Settings())
    folder.set_aside(SetAside("x.jsonl", "line", "is not JSON", place="line 3"))
    noted = json.loads((tmp_path / SET_ASIDE).read_text())
    assert noted == {"source": "x.jsonl", "reason": "line", "message": "is not JSON", "place": "line 3"}
