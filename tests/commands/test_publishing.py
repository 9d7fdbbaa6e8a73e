"""Export, release, diff and brief on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.publish.incidents import clash, shelling, three
from typer.testing import CliRunner

from warmonitor.cli import app
from warmonitor.ledger import Coder
from warmonitor.model import Record
from warmonitor.publish import jsonlines
from warmonitor.publish.policy import open_, strict
from warmonitor.run_ledger import open_ledger

runner = CliRunner()


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The incidents as an earlier export."""
    jsonlines.write(three(), tmp_path / "kept.jsonl", policy=open_())
    return str(tmp_path / "kept.jsonl")


def run(*words: str) -> tuple[int, str]:
    done = runner.invoke(app, [str(w) for w in words])
    return done.exit_code, done.output


def test_export_writes_the_formats_asked_for_and_says_which_policy_made_them(kept: str, tmp_path: Path):
    out = tmp_path / "out"
    code, said = run(
        "export",
        "--incidents",
        kept,
        "--format",
        "acled",
        "--format",
        "hxl",
        "--out",
        str(out),
        "--as-of",
        "2021-06-01",
    )
    assert code == 0
    assert sorted(p.name for p in out.iterdir()) == ["acled.csv", "acled.csv.loss.json", "hxl.csv", "hxl.csv.loss.json"]
    assert "3 incidents published, 0 held back; policy strict@" in said
    loss = json.loads((out / "acled.csv.loss.json").read_text(encoding="utf-8"))
    assert loss["policy"] in said


def test_without_as_of_the_delay_counts_on_today_and_old_incidents_are_published(kept: str, tmp_path: Path):
    code, said = run("export", "--incidents", kept, "--format", "jsonl", "--out", str(tmp_path / "out"))
    assert code == 0
    assert "3 incidents published, 0 held back" in said
    assert strict().mark not in said


def test_a_release_is_made_verified_and_compared(kept: str, tmp_path: Path):
    pytest.importorskip("pyarrow")
    jsonlines.write([shelling()], tmp_path / "fewer.jsonl", policy=open_())
    out = str(tmp_path)
    assert run("release", "a", "--incidents", kept, "--out", out, "--as-of", "2021-06-01")[0] == 0
    (tmp_path / "why.csv").write_text(f"incident_id,why\n{clash().id},told twice\n", encoding="utf-8")
    code, _ = run(
        "release", "b", "--incidents", str(tmp_path / "fewer.jsonl"), "--out", out, "--as-of", "2021-07-01",
        "--previous", str(tmp_path / "a"), "--reasons", str(tmp_path / "why.csv"),
    )  # fmt: skip
    assert code == 0
    assert run("release", "verify", str(tmp_path / "a"), str(tmp_path / "b"))[0] == 0
    code, said = run("diff", str(tmp_path / "a"), str(tmp_path / "b"))
    assert code == 0
    assert "## Withdrawn: 2" in said
    assert f"`{clash().id}` Clashes at Qasr Amij and Tell Sufuk. Why: told twice." in said
    (tmp_path / "a" / "README.md").write_text("x", encoding="utf-8")
    code, said = run("release", "verify", str(tmp_path / "a"))
    assert (code, "README.md: changed since the release" in said) == (3, True)


def test_a_brief_of_a_country_and_period_in_both_forms(kept: str, tmp_path: Path):
    page = tmp_path / "b.html"
    period = ("--country", "iq", "--since", "2021-05-05", "--until", "2021-05-06", "--as-of", "2021-06-01")
    assert run("brief", "--incidents", kept, "--out", str(page), *period)[0] == 0
    assert "<h1>Incidents in Iraq, 5 May 2021 to 6 May 2021</h1>" in page.read_text(encoding="utf-8")
    code, said = run("brief", "--incidents", kept, "--format", "markdown", *period)
    assert code == 0
    assert "# Incidents in Iraq, 5 May 2021 to 6 May 2021" in said
    assert "2 incidents, 0 held back" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "--format", "excel", "--incidents", "KEPT"], "choose one of: acled"),
        (["export"], "give reports, or --ledger"),
        (["export", "--incidents", "nowhere.jsonl"], "there is no such file"),
        (["export", "--incidents", "KEPT", "--policy", "mine.toml"], "there is no such file"),
        (["export", "--incidents", "KEPT", "--as-of", "yesterday"], "is not a day"),
        (["brief", "--incidents", "KEPT", "--ledger", "x.db"], "one of them"),
        (["brief", "--incidents", "KEPT", "--country", "Iraq"], "no code of ISO 3166-1"),
        (["brief", "--incidents", "KEPT", "--incident", "WM-9"], "no incident has that id"),
        (["brief", "--incidents", "KEPT", "--format", "pdf"], "choose one of: html, markdown"),
        (["brief", "--incidents", "KEPT", "--day", "2021-05-06", "--since", "2021-05-01"], "not both"),
        (["release", "a b", "--incidents", "KEPT"], "release name"),
        (["release", "verify"], "name the folder"),
    ],
)
def test_a_wrong_option_names_what_is_wrong_and_ends_with_code_2(
    words: list[str], told: str, kept: str, tmp_path: Path
):
    code, said = run(
        *[kept if w == "KEPT" else w for w in words], *(["--out", str(tmp_path / "x")] if words[0] == "export" else [])
    )
    assert (code, told in said) == (2, True), said


def test_a_file_that_holds_no_incidents_is_an_input_error(tmp_path: Path):
    (tmp_path / "odd.jsonl").write_text("{}\n", encoding="utf-8")
    code, said = run(
        "export", "--incidents", str(tmp_path / "odd.jsonl"), "--format", "jsonl", "--out", str(tmp_path / "x")
    )
    assert (code, "odd.jsonl:1" in said) == (3, True)


def test_what_a_ledger_keeps_is_exported(record: Record, tmp_path: Path):
    place = str(tmp_path / "ledger.db")
    open_ledger(place).add(record, Coder("0.1", "lexicon"))
    code, said = run(
        "export", "--ledger", place, "--format", "csv", "--out", str(tmp_path / "out"), "--as-of", "2021-06-01"
    )
    assert (code, "2 incidents published" in said) == (0, True), said
    assert "marib/c1" in (tmp_path / "out" / "csv" / "claims.csv").read_text(encoding="utf-8")


def test_a_ledger_that_is_not_there_is_a_missing_part_and_not_made(tmp_path: Path):
    code, _ = run("export", "--ledger", str(tmp_path / "none.db"), "--out", str(tmp_path / "out"))
    assert (code, (tmp_path / "none.db").exists()) == (6, False)


def test_without_pyarrow_all_formats_that_need_none_are_written_and_the_others_named(
    kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("warmonitor.publish.export.importlib.util.find_spec", lambda name: None)
    code, said = run("export", "--incidents", kept, "--out", str(tmp_path / "out"))
    assert code == 0
    assert "left out: geoparquet, parquet" in said
    assert not list((tmp_path / "out").glob("*.parquet"))
    assert (tmp_path / "out" / "acled.csv").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--out", "FILE/out"],
        ["release", "r", "--out", "FILE"],
        ["brief", "--out", "FILE/b.html"],
        ["brief", "--out", "DIR"],
    ],
)
def test_a_place_that_cannot_be_written_is_named_and_ends_with_code_5(words: list[str], kept: str, tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    places = {"FILE": str(tmp_path / "file"), "DIR": str(tmp_path)}
    for word, place in places.items():
        words = [w.replace(word, place) for w in words]
    code, said = run(*words, "--incidents", kept)
    assert (code, "error: --out" in said) == (5, True), said
