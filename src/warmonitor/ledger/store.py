"""Opening the database of a ledger, and the one way to write to it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from warmonitor.errors import BadInput, BadOption, MissingPart

WAIT_SECONDS = 120
"""How long one writer waits for another before it gives up."""
LOCK = 0x77617264
"""Key of the advisory lock that PostgreSQL writers hold while they write."""


def open_engine(place: str, *, create: bool = True) -> Engine:
    """The database at `place`: a file (SQLite in WAL mode) or a PostgreSQL URL; migrated to the newest schema.

    Raises BadOption where the place is neither, MissingPart where it cannot be reached or (with `create` False) does not
    exist, BadInput where the file is something else.
    """
    engine = _postgres(place) if "://" in place else _sqlite(place, create)
    try:
        _migrate(engine)
    except OperationalError as e:
        raise MissingPart(f"{_named(engine)}: cannot be opened: {str(e.orig).strip()}") from e
    except DatabaseError as e:
        raise BadInput(f"{_named(engine)}: is no ledger: {str(e.orig).strip()}") from e
    return engine


def _named(engine: Engine) -> str:
    """The place without its password."""
    return engine.url.render_as_string(hide_password=True).removeprefix("sqlite:///")


def _postgres(place: str) -> Engine:
    try:
        url = make_url(place)
    except ArgumentError as e:
        raise BadOption(f"{place}: no database URL; a ledger is a file or postgresql://…") from e
    if url.get_backend_name() not in ("postgres", "postgresql"):
        raise BadOption(f"a ledger is a file or a PostgreSQL URL (postgresql://…), not {url.get_backend_name()}")
    if find_spec("psycopg") is None:
        raise MissingPart("PostgreSQL needs psycopg; install warmonitor with it: pip install 'warmonitor[postgres]'")
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(url)


def _sqlite(place: str, create: bool) -> Engine:
    if not place.strip() or Path(place).is_dir():
        raise BadOption(f"{place or 'an empty name'}: is no ledger; name a file or postgresql://…")
    if not create and not Path(place).exists():
        raise MissingPart(f"{place}: no such ledger; `add` makes one")
    engine = create_engine(f"sqlite:///{Path(place).absolute()}", connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """SQLAlchemy's recipe for transactions that really begin where they are said to."""
    connection.isolation_level = None
    cursor = connection.cursor()
    _write_ahead(cursor)
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """WAL mode, which a file keeps. SQLite does not wait for its lock here, so two processes that open one new ledger at
    the same moment would fail each other: https://www.sqlite.org/wal.html, "Sometimes queries return SQLITE_BUSY"."""
    patience = time.monotonic() + WAIT_SECONDS
    while cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as e:
            if e.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > patience:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that alone writes: whole or not at all, also where the process is killed."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that sees the ledger as it stood at its beginning."""
    connection = engine.connect()
    if engine.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    with connection, connection.begin():
        yield connection


@cache
def newest() -> str:
    """The newest revision of the schema, by the names of the migrations (m0001_first.py)."""
    names = (f.name for f in (files("warmonitor.ledger") / "migrations" / "versions").iterdir())
    return max(name[1:5] for name in names if name.startswith("m") and name.endswith(".py"))


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if _revision(connection) == newest():
            return
    from alembic import command  # only where there is something to do: it takes a while to load
    from alembic.config import Config

    with writing(engine) as connection:
        if _revision(connection) != newest():  # another process may have been first
            config = Config()
            config.set_main_option("script_location", str(files("warmonitor.ledger") / "migrations"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
