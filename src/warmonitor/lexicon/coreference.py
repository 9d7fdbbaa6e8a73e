"""What each piece of evidence weighs when two mentions may be one incident. Data in `lexicon/coreference.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from warmonitor.errors import BadRule


@cache
def weights(use: str = "joining") -> dict[str, float]:
    """Weight by name of evidence, for one incident where positive; `use` is joining (while reading) or merging (at the end).

    Raises BadRule for what is no number.

    >>> weights()["same place"] > 0 > weights("merging")["other doer"]
    True
    """
    lines = files("warmonitor.lexicon").joinpath("coreference.csv").read_text(encoding="utf-8").splitlines()
    try:
        return {row["evidence"]: float(row[use]) for row in csv.DictReader(lines) if row[use]}
    except (KeyError, ValueError) as e:
        raise BadRule(f"lexicon/coreference.csv: {e}; a line has evidence, joining, merging") from e
