"""The ledger's commands, from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.told import Event, Said, tell
from typer.testing import CliRunner, Result

from warmonitor.cli import app
from warmonitor.publish.json import to_dict

STRIKE = Event(
    "air-strike", "Marib", "2021-02-09", (Said("killed", 4, "governor"),), words="Jets bombed the grain market."
)
LATER = Event(
    "air-strike", "Marib", "2021-02-09", (Said("killed", 9, "medics"),), words="Jets bombed the grain market."
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Two coded reports of one strike: texts with sidecars, and their records."""
    coded = tmp_path / "coded"
    coded.mkdir()
    for name, day, event in (("a", "2021-02-10", STRIKE), ("b", "2021-02-11", LATER)):
        record = tell(name, day, event, outlet=f"Outlet {name}")
        (tmp_path / f"{name}.txt").write_text(record.report.text, "utf-8")
        meta = {"published": day, "outlet": f"Outlet {name}", "title": record.report.title}
        (tmp_path / f"{name}.meta.json").write_text(json.dumps(meta), "utf-8")
        (coded / f"{name}.json").write_text(json.dumps(to_dict(record)), "utf-8")
    return tmp_path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


def added(folder: Path) -> Path:
    place = folder / "ledger.db"
    result = run("add", folder / "a.txt", folder / "b.txt", "--coded", folder / "coded", "--ledger", place)
    assert result.exit_code == 0, result.output
    assert "2 new, 0 coded anew, 0 known, 0 set aside" in result.stderr
    return place


def test_two_reports_become_one_line_and_adding_them_again_nothing(told: Path) -> None:
    place = added(told)
    (line,) = run("incidents", "--ledger", place).stdout.splitlines()
    assert "explosion/air-strike  Marib  killed 4..9 (best 9)  corroborated, 2 reports  new" in line
    again = run("add", told / "a.txt", "--coded", told / "coded", "--ledger", place)
    assert "0 new, 0 coded anew, 1 known, 0 set aside" in again.stderr
    assert run("verify", "--ledger", place).stdout == "whole: 2 reports, 2 codings, 2 claims, 1 incidents\n"


def test_show_why_and_history_tell_the_figures(told: Path) -> None:
    place = added(told)
    incident = run("incidents", "--ledger", place).stdout.split()[0]
    shown = run("show", incident, "--ledger", place).stdout
    assert "2021-02-10  4 by governor in a [c1] current" in shown
    assert "2021-02-11  9 by medics in b [c1] current" in shown
    assert "the same day" in run("why", incident, "--ledger", place).stdout
    past = run("history", incident, "--ledger", place).stdout
    assert "killed: 4 -> 4 to 9, best 9  (b v1 (Outlet b), coded by" in past


def test_deciding_and_undoing(told: Path) -> None:
    place = added(told)
    incident = run("incidents", "--ledger", place).stdout.split()[0]
    correct = ("decide", "correct", incident, "--ledger", place, "--author", "ana", "--field", "killed", "--value", "8")
    refused = run(*correct)
    assert (refused.exit_code, "known are wrong-kind" in refused.stderr) == (2, True)
    number = run(*correct, "--reason", "wrong-toll").stdout.strip()
    assert "killed 8" in run("incidents", "--ledger", place).stdout
    assert run("undo", number, "--ledger", place, "--author", "ben").exit_code == 0
    assert "killed 4..9" in run("incidents", "--ledger", place).stdout


def test_queries_as_of_and_json(told: Path) -> None:
    place = added(told)
    assert run("incidents", "--ledger", place, "--country", "SY").stdout == ""
    assert "Marib" in run("incidents", "--ledger", place, "--around", "15.46,45.3,30", "--toll", "3").stdout
    then = json.loads(run("incidents", "--ledger", place, "--as-of", "2021-02-10", "--format", "json").stdout)
    assert [(t["kind"], t["low"], t["high"]) for t in then["tolls"]] == [("killed", 4, 4)]
    wrong = run("incidents", "--ledger", place, "--as-of", "yesterday")
    assert (wrong.exit_code, "give YYYY-MM-DD" in wrong.stderr) == (2, True)


def test_questions_that_make_no_sense_are_refused_and_nothing_found_is_said(told: Path) -> None:
    place = added(told)
    for option, value, said in (("--since", "soon", "no day"), ("--country", "Yemen", "ISO 3166"), ("--toll", "kills=2", "killed")):
        result = run("incidents", "--ledger", place, option, value)
        assert (result.exit_code, said in result.stderr) == (2, True)
    nothing = run("incidents", "--ledger", place, "--country", "SY")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "no incident fits\n")


def test_what_is_kept_is_not_coded_once_more_unless_asked_or_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Jets bombed Marib on Tuesday, killing four people, the governor said.", "utf-8")
    place, report = tmp_path / "ledger.db", tmp_path / "a.txt"
    assert "1 new" in run("add", report, "--ledger", place, "--published", "2021-02-10").stderr

    def fail(*_: object) -> None:
        raise AssertionError("coded once more")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warmonitor.batch.code_reports", fail)
        assert "1 known" in run("add", report, "--ledger", place, "--published", "2021-02-10").stderr
        again = run("add", report, "--ledger", place, "--published", "2021-02-10", "--again")
        assert (again.exit_code, "coded once more" in again.stderr) == (21, True)
    assert "1 coded anew" in run("add", report, "--ledger", place, "--published", "2021-02-11").stderr
    assert run("verify", "--ledger", place).stdout.startswith("whole: 1 reports, 2 codings")


def test_ctrl_c_keeps_what_was_added_and_says_so(told: Path) -> None:
    from warmonitor.ledger import Ledger

    keep, seen = Ledger.add, []

    def interrupted(self: Ledger, *given: object) -> object:
        if seen:
            raise KeyboardInterrupt
        seen.append(given)
        return keep(self, *given)  # type: ignore[arg-type]

    place = told / "ledger.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Ledger, "add", interrupted)
        result = run("add", told / "a.txt", told / "b.txt", "--coded", told / "coded", "--ledger", place)
    assert (result.exit_code, "stopped: 1 new" in result.stderr) == (130, True)
    rest = run("add", told / "a.txt", told / "b.txt", "--coded", told / "coded", "--ledger", place)
    assert "1 new, 0 coded anew, 1 known" in rest.stderr
    assert run("verify", "--ledger", place).exit_code == 0


def test_what_cannot_be_added_is_named_with_the_exit_code_of_its_reason(told: Path) -> None:
    place = told / "ledger.db"
    (told / "coded" / "b.json").unlink()
    part = run("add", told / "a.txt", told / "b.txt", "--coded", told / "coded", "--ledger", place)
    assert (part.exit_code, "b.json: cannot be opened" in part.stderr, "1 new" in part.stderr) == (10, True, True)
    (told / "coded" / "b.json").write_text("[]", "utf-8")
    assert run("add", told / "b.txt", "--coded", told / "coded", "--ledger", place).exit_code == 17
    nowhere = run("add", told / "a.txt", "--coded", told / "none", "--ledger", place)
    assert (nowhere.exit_code, "no such folder" in nowhere.stderr) == (2, True)
    folder = run("incidents", "--ledger", told)
    assert (folder.exit_code, "is no ledger" in folder.stderr) == (2, True)


def test_a_ledger_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("incidents", "--ledger", tmp_path / "none.db")
    assert (result.exit_code, "no such ledger" in result.stderr) == (6, True)
