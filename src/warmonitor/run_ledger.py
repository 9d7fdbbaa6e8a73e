"""Wiring: the ledger with the linking this program brings. For the command line, the web and users of the library."""

from __future__ import annotations

from datetime import UTC, datetime

from warmonitor import link
from warmonitor.ledger import Ledger
from warmonitor.ledger import open_ledger as _open


def _now() -> datetime:
    return datetime.now(UTC)


def open_ledger(place: str, *, create: bool = True) -> Ledger:
    """The ledger at `place`: a file (SQLite) or a PostgreSQL URL. Raises BadOption, MissingPart."""
    return _open(place, link, _now, create=create)
