"""Records as JSON Lines: one record a line, in the form of `json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from warmonitor.model import Record
from warmonitor.publish.json import to_dict

SUFFIX = ".jsonl"


def write_records(records: Iterable[Record], out: TextIO) -> None:
    """One line a record, written as it comes."""
    for record in records:
        out.write(json.dumps(to_dict(record), ensure_ascii=False, separators=(",", ":")) + "\n")
