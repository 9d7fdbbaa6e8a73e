"""Killed at any moment, or two at once: the ledger is whole and ends with the same content."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.adding import add, open_at

REPORTS, KILLS = (500, 20) if os.environ.get("CRASHES") == "full" else (60, 4)
"""CRASHES=full takes some minutes; the short form is the same test with fewer reports and kills."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The content after one run that nobody disturbed."""
    ledger = open_at(str(tmp_path_factory.mktemp("calm") / "ledger.db"))
    assert list(add(ledger, range(REPORTS))) == list(range(REPORTS))
    content = ledger.content()
    ledger.engine.dispose()
    return content


def start(place: str, first: int, last: int, root: Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, "-m", "tests.ledger.adding", place, str(first), str(last)]
    return subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE)


def run_until(running: subprocess.Popen[bytes], number: int) -> None:
    """Read what a process says until it has added report `number`."""
    assert running.stdout is not None
    for line in running.stdout:
        if int(line) >= number:
            return


@pytest.mark.slow
def test_killed_twenty_times_at_random_nothing_is_half_kept(place: str, undisturbed: str, root: Path) -> None:
    dice = random.Random(7)
    done = 0
    for kill in range(KILLS):
        running = start(place, 0, REPORTS, root)
        run_until(running, dice.randrange(REPORTS * (kill + 1) // KILLS))
        time.sleep(dice.uniform(0, 0.06))
        running.kill()
        running.communicate()
        ledger = open_at(place)
        assert ledger.verify(derived=False) == []
        counts = ledger.counts()
        assert counts["reports"] == counts["codings"] >= done
        done = counts["reports"]
        ledger.engine.dispose()
    assert 0 < done
    ledger = open_at(place)
    assert ledger.verify() == []
    assert list(add(ledger, range(REPORTS))) == list(range(REPORTS))
    assert ledger.verify() == []
    assert ledger.content() == undisturbed
    ledger.engine.dispose()


@pytest.mark.slow
def test_two_processes_at_once_end_with_the_same_content(place: str, undisturbed: str, root: Path) -> None:
    """One adds from the first to the last, the other from the last to the first: each report is kept once."""
    processes = [start(place, 0, REPORTS, root), start(place, REPORTS - 1, -1, root)]
    for process in processes:
        process.communicate(timeout=1200)
    assert [p.returncode for p in processes] == [0, 0]
    ledger = open_at(place)
    assert ledger.verify() == []
    assert ledger.counts()["reports"] == REPORTS
    assert ledger.content() == undisturbed
    ledger.engine.dispose()


OPENS = """
import sys, time
from warmonitor.ledger.store import open_engine
while time.time() < float(sys.argv[2]):
    pass
open_engine(sys.argv[1])
"""


def test_processes_that_open_one_new_ledger_at_the_same_moment_wait_for_each_other(tmp_path: Path, root: Path) -> None:
    """SQLite does not wait by itself where a file is put into WAL mode."""
    env = {**os.environ, "PYTHONPATH": str(root / "src")}
    for turn in range(3):
        moment = str(time.time() + 1.5)  # after all have loaded their modules
        command = [sys.executable, "-c", OPENS, str(tmp_path / f"{turn}.db"), moment]
        processes = [subprocess.Popen(command, env=env) for _ in range(4)]
        assert [p.wait(timeout=300) for p in processes] == [0, 0, 0, 0]
