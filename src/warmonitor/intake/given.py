"""What is known of a report besides its text, and what becomes of one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmonitor.model import Report

Reason = Literal[
    "missing", "unknown-format", "empty", "binary", "encoding", "too-long", "date", "metadata", "line", "language",
    "duplicate-id", "coding-failed",
]  # fmt: skip

LONGEST = 2_000_000
"""Characters of one report; a longer text is a collection that somebody forgot to split."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of reports that do not say it themselves. A report's own word wins."""

    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that was not coded, and why. `place` is where in the source ("line 3"), `raw` its text if it is nowhere else."""

    source: str
    reason: Reason
    message: str
    place: str = ""
    id: str = ""
    raw: str | None = None

    def __str__(self) -> str:
        where = f"{self.source}, {self.place}" if self.place else self.source
        return f"{where}: {self.message}"


class Unreadable(ValueError):
    """Raised inside an intake format for one report; `read` turns it into a SetAside and goes on with the next."""

    def __init__(self, reason: Reason, message: str, place: str = "", id: str = "", raw: str | None = None) -> None:
        super().__init__(message)
        self.reason, self.message, self.place, self.id, self.raw = reason, message, place, id, raw

    def of(self, source: str) -> SetAside:
        """The same, as a value that names its source."""
        return SetAside(source, self.reason, self.message, self.place, self.id, self.raw)


Intake = Report | SetAside
"""What one item of the input becomes."""


def day(text: object, what: str) -> date:
    """An ISO day; the clock of a timestamp is dropped.

    >>> day("2021-04-05T06:00:00Z", "published")
    datetime.date(2021, 4, 5)

    Raises Unreadable("date"), naming `what` and the value.
    """
    try:
        if not isinstance(text, str) or (len(text) > 10 and text[10] not in "T "):
            raise ValueError
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise Unreadable("date", f"{what} is {text!r}, which is no day of the calendar; expected YYYY-MM-DD") from None
