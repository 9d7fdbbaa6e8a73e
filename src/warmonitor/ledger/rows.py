"""Reading and writing many rows: lists of ids in portions that both databases take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Insert, Row, Select, Table, delete

PORTION = 400


def portions(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """Distinct ids in sorted portions."""
    ordered = sorted(set(ids))
    for i in range(0, len(ordered), PORTION):
        yield ordered[i : i + PORTION]


def select_in(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], ids: Iterable[Any]
) -> list[Row[Any]]:
    """Rows of `query` whose `column` is one of `ids`."""
    return [row for some in portions(ids) for row in connection.execute(query.where(column.in_(some)))]


def delete_in(connection: Connection, table: Table, column: ColumnElement[Any], ids: Iterable[Any]) -> None:
    """Delete the rows of a derived table whose `column` is one of `ids`."""
    for some in portions(ids):
        connection.execute(delete(table).where(column.in_(some)))


def insert_all(connection: Connection, statement: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, if there are any."""
    for i in range(0, len(rows), 20000):
        connection.execute(statement, list(rows[i : i + 20000]))
