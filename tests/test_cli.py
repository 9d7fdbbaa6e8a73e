"""The command line as a user meets it: run as a program, judged by its output, its files and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from warmonitor.commands.options import EXIT

GOOD = (
    "date 2021-03-11 Two soldiers were killed on Wednesday when a roadside bomb exploded near Baghdad, the army said.\n"
)
QUIET = "The weather in the capital was fine on Monday and the council met to talk about the price of bread.\n"


def warmonitor(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_command(*args), input=stdin, capture_output=True, timeout=300)


def _command(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "warmonitor.cli", *map(str, args)]


@pytest.fixture(scope="session", autouse=True)
def importable() -> None:
    """The program of this checkout is run, also where the package is not installed."""
    src = str(Path(__file__).resolve().parent.parent / "src")
    os.environ["PYTHONPATH"] = os.pathsep.join([src, os.environ.get("PYTHONPATH", "")])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(QUIET)
    return folder


def test_help_takes_less_than_three_tenths_of_a_second() -> None:
    """Counted in CPU seconds, the least of three, since other work on the machine may slow the clock down."""
    took = []
    for _ in range(3):
        before = os.times()
        done = warmonitor("--help")
        after = os.times()
        took.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert b"code" in done.stdout and done.returncode == 0
    assert min(took) < 0.3


def test_a_record_goes_to_standard_output_and_fits_the_printed_schema(reports: Path) -> None:
    done = warmonitor("code", reports / "a.txt", "--format", "json")
    schema = json.loads(warmonitor("schema").stdout)
    record = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(record)
    assert record["report"]["published"] == "2021-03-11"
    (incident,) = record["incidents"]
    assert (incident["type"], incident["date"]["start"]) == ("explosion", "2021-03-10")
    assert (done.returncode, done.stderr) == (0, b"")


def test_jobs_and_repeated_runs_change_no_byte(root: Path, tmp_path: Path) -> None:
    for name, jobs in (("one", "1"), ("again", "1"), ("two", "2")):
        done = warmonitor("code", root / "samples", "--format", "json", "--out", tmp_path / name, "--jobs", jobs)
        assert done.returncode == 0, done.stderr
    files = sorted(p.name for p in (tmp_path / "one").glob("*"))
    assert len(files) > 10
    for other in ("again", "two"):
        assert sorted(p.name for p in (tmp_path / other).glob("*")) == files
        assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / other / f).read_bytes() for f in files)


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_coded(reports: Path, tmp_path: Path) -> None:
    (reports / "c.txt").write_bytes(b"")
    (reports / "d.txt").write_bytes(b"caf\xe9")
    done = warmonitor("code", reports, "--format", "json", "--out", tmp_path / "out")
    assert done.returncode == EXIT["several"]
    assert sorted(p.stem for p in (tmp_path / "out").glob("*.json")) == ["a", "b"]
    noted = [json.loads(line) for line in (tmp_path / "out" / "set-aside.jsonl").read_text().splitlines()]
    assert [(Path(n["source"]).name, n["reason"]) for n in noted] == [("c.txt", "empty"), ("d.txt", "encoding")]
    assert b"c.txt: is empty" in done.stderr and b"2 coded, 2 set aside" in done.stderr


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "binary"),
        (b"caf\xe9 bombed", "encoding"),
        (b"date 2021-02-30 Shells fell.", "date"),
        (b"{", "line"),
        (
            "Der Angriff auf den Stützpunkt hat nach Angaben der Behörden vier Soldaten getötet. ".encode() * 4,
            "language",
        ),
        (b"word " * 1_000_000, "too-long"),
    ],
)
def test_each_kind_of_bad_input_has_its_own_exit_code(content: bytes, reason: str) -> None:
    done = warmonitor("code", "-", stdin=content)
    assert done.returncode == EXIT[reason], done.stderr
    assert done.stderr.startswith(b"set aside: standard input")


def test_exit_codes_are_all_different() -> None:
    assert len(set(EXIT.values())) == len(EXIT)


def test_a_report_without_a_day_is_coded_with_open_days_and_says_so() -> None:
    text = GOOD.removeprefix("date 2021-03-11 ").encode()
    done = warmonitor("code", "-", "--format", "json", stdin=text)
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["report"]["published"] is None
    assert record["incidents"][0]["date"]["start"] is None
    assert any("publication" in note for note in record["notes"])


def test_a_day_and_an_outlet_can_be_given_for_bare_text() -> None:
    text = GOOD.removeprefix("date 2021-03-11 ").encode()
    done = warmonitor("code", "-", "--format", "json", "--published", "2021-03-12", "--outlet", "The Wire", stdin=text)
    record = json.loads(done.stdout)
    assert (record["report"]["outlet"], record["incidents"][0]["date"]["start"]) == ("The Wire", "2021-03-10")


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("--format", "yaml"), b"html, json, jsonl"),
        (("--published", "2021-02-30"), b"YYYY-MM-DD"),
        (("--actors", "none.csv"), b"none.csv"),
        (("--resume",), b"--out"),
        (("--jobs", "0"), b"--jobs"),
        (("--colour",), b"No such option"),
    ],
)
def test_a_bad_option_names_itself_and_the_choices(reports: Path, args: tuple[str, ...], named: bytes) -> None:
    done = warmonitor("code", reports, *args)
    assert done.returncode == EXIT["option"]
    assert named in done.stderr


def test_a_folder_that_cannot_be_written_is_named_before_any_work(reports: Path) -> None:
    done = warmonitor("code", reports, "--out", reports / "a.txt" / "out")
    assert done.returncode == EXIT["output"]
    assert b"a.txt/out: cannot be written" in done.stderr


def test_a_model_that_is_not_there_is_named_with_the_way_to_get_one(reports: Path) -> None:
    done = warmonitor("code", reports / "a.txt", "--model", "en_core_web_xx")
    assert done.returncode == EXIT["part"]
    assert b"pip install" in done.stderr


def test_a_hundred_thousand_words_without_a_full_stop_are_coded(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(
        "date 2021-03-11 " + "the soldiers and the people of the town said that it was near and " * 7000
    )
    start = time.perf_counter()
    done = warmonitor("code", tmp_path / "long.txt", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["report"]["characters"] > 450_000
    assert time.perf_counter() - start < 120


def test_after_ctrl_c_what_was_done_is_kept_and_resume_goes_on(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    lines = [
        json.dumps({"id": f"r{n:04}", "published": "2021-03-11", "text": GOOD[16:] + f"Number {n}."})
        for n in range(1000)
    ]
    many.write_text("\n".join(lines))
    out = tmp_path / "out"
    process = subprocess.Popen(_command("code", many, "--format", "json", "--out", out), stderr=subprocess.PIPE)
    try:
        _wait_for(lambda: (out / "done.jsonl").is_file())
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == EXIT["interrupted"], said
    assert b"--resume" in said
    noted = [json.loads(line)["file"] for line in (out / "done.jsonl").read_text().splitlines()]
    done = len(noted)
    assert 0 < done < 1000
    written = {p.name for p in out.glob("*.json")}
    assert set(noted) <= written
    assert len(written) - done <= 1  # the interrupt may come between a record and its note; it is then coded again
    assert not list(out.glob(".*part"))
    stamps = {name: (out / name).stat().st_mtime_ns for name in noted}
    last = warmonitor("code", many, "--format", "json", "--out", out, "--resume")
    assert last.returncode == 0
    assert f"{1000 - done} coded, {done} were done before".encode() in last.stderr
    assert len(list(out.glob("*.json"))) == 1000
    assert all((out / name).stat().st_mtime_ns == stamp for name, stamp in stamps.items())


def _wait_for(condition: object, seconds: float = 60) -> None:
    assert callable(condition)
    end = time.perf_counter() + seconds
    while not condition():
        assert time.perf_counter() < end, "nothing was done in time"
        time.sleep(0.02)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_line_of_a_users_actors_is_named(reports: Path, tmp_path: Path, jobs: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text("id,name,kind\nx,The Watch,knights\n")
    done = warmonitor("code", reports, "--actors", own, "--jobs", jobs)
    assert done.returncode == EXIT["rule"]
    assert b"own.csv:2" in done.stderr and b"knights" in done.stderr and b"militia" in done.stderr


def test_explain_shows_words_and_rules(reports: Path) -> None:
    done = warmonitor("explain", reports / "a.txt")
    assert done.returncode == 0
    assert "⟦".encode() in done.stdout and b"rule" in done.stdout
    assert b"place = Baghdad, IQ" in done.stdout and b"not chosen: " in done.stdout


def test_doctor_finds_nothing_wrong() -> None:
    done = warmonitor("doctor")
    assert done.returncode == 0, done.stdout
    assert b"FAIL" not in done.stdout and b"language model" in done.stdout


def test_a_reader_that_goes_away_is_no_error(reports: Path) -> None:
    command = " ".join(_command("code", reports, "--format", "json")) + " | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=120)
    assert done.stdout == b"{\n"
    assert b"Traceback" not in done.stderr


def test_the_gazetteer_says_what_a_name_may_mean_and_why() -> None:
    done = warmonitor("gazetteer", "find", "Tripoli", "--country", "lb")
    first = done.stdout.decode().splitlines()[0]
    assert "LB" in first and "in LB" in first
    assert warmonitor("gazetteer", "find", "Xyzzyville").returncode == EXIT["nothing"]


def test_actors_are_listed_with_what_the_lexicon_knows_of_them(reports: Path) -> None:
    (reports / "c.txt").write_text(
        "The Green Valley Brigade said on Monday that it had fought Boko Haram near the town of Sangin."
    )
    done = warmonitor("actors", reports)
    assert b"Boko Haram" in done.stdout
    gaps = warmonitor("actors", reports, "--gaps").stdout
    assert b"Green Valley Brigade" in gaps and b"Boko Haram  [" not in gaps


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_ends_the_run_with_a_word_and_keeps_what_was_done(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "done.jsonl").symlink_to("/dev/full")
    done = warmonitor("code", reports, "--format", "json", "--out", out, "--resume")
    assert done.returncode == EXIT["output"]
    assert b"No space left" in done.stderr and b"Traceback" not in done.stderr
