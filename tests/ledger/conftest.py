"""A ledger for every test, on SQLite and on PostgreSQL, with a clock that only moves when the test says so."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from warmonitor import link
from warmonitor.ledger import Coder, Ledger, open_ledger

CODER = Coder("0.1", "lexicon-1")


@dataclass
class Ticking:
    """A clock: each look moves it by a second; `to` sets it."""

    at: datetime = field(default=datetime(2021, 6, 1, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def to(self, words: str) -> None:
        """Set the clock to an ISO instant."""
        self.at = datetime.fromisoformat(words)


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of a PostgreSQL server of our own on loopback, gone after the tests."""
    if shutil.which("initdb") is None or shutil.which("postgres") is None:
        _cannot("PostgreSQL (initdb, postgres) is not installed: the ledger is tested on SQLite alone")
    folder = Path(tempfile.mkdtemp(prefix="ledger-postgres-"))
    become = _another_user(folder)
    port = _free_port()
    data = folder / "data"
    _run([*become, "initdb", "-D", str(data), "-U", "ledger", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], folder)
    command = ["sh", "-c", _SERVE, "serve", str(data), str(port), str(folder)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([*become, *command], stdin=subprocess.PIPE, stdout=log, stderr=log, cwd="/")
    url = f"postgresql://ledger@127.0.0.1:{port}"
    _wait_for(url, folder / "log")
    yield url
    server.communicate(timeout=60)


_SERVE = """
postgres -D "$1" -p "$2" -k "$3" -c listen_addresses=127.0.0.1 -c fsync=off & server=$!
read _
kill -INT $server
wait $server
rm -rf "$3"
"""
"""The server ends with its tests, also where these are killed: then the pipe that it waits on closes."""


def _wait_for(url: str, log: Path) -> None:
    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(f"{url}/postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    pytest.fail(log.read_text("utf-8"))


def _another_user(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: there it runs as postgres or nobody."""
    if os.geteuid() != 0:
        return []
    user = next(
        (u for u in ("postgres", "nobody") if subprocess.run(["id", u], capture_output=True).returncode == 0), None
    )
    if user is None or shutil.which("runuser") is None:
        _cannot("PostgreSQL cannot run as root, and there is no other user for it")
    shutil.chown(folder, str(user))
    return ["runuser", "-u", str(user), "--"]


def _cannot(why: str) -> None:
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(why)
    pytest.skip(why)


def _run(command: list[str], folder: Path) -> None:
    env = {**os.environ, "LC_ALL": "C"}
    with (folder / "out").open("w+") as out:  # a server that lives on must not hold a pipe of ours open
        done = subprocess.run(command, stdout=out, stderr=out, cwd="/", timeout=60, env=env)
        out.seek(0)
        assert done.returncode == 0, out.read()


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger may be: a file, or a database of its own on the PostgreSQL server."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return new_database(request.getfixturevalue("postgres"), request.node.name)


def new_database(server: str, name: str) -> str:
    """URL of a new, empty database."""
    import hashlib

    import psycopg

    database = "t" + hashlib.sha256(f"{name}{os.urandom(8).hex()}".encode()).hexdigest()[:16]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database}")  # type: ignore[call-overload]
    return f"{server}/{database}"


@pytest.fixture
def ledger(place: str, clock: Ticking) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = open_ledger(place, link, clock)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def reopen(place: str, clock: Ticking) -> Callable[[], Ledger]:
    """Opens the test's ledger again."""
    return lambda: open_ledger(place, link, clock)


@pytest.fixture
def coder() -> Coder:
    return CODER
