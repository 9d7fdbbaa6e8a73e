"""Words of accident, disaster and disease: deaths told with them alone are no political violence."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def _pattern() -> re.Pattern[str]:
    words = files("warmonitor.lexicon").joinpath("accidents.txt").read_text(encoding="utf-8").split("\n")
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(filter(None, words), key=len, reverse=True)) + r")\b")


def tells_of_accident(text: str) -> bool:
    """True where lower-case `text` speaks of accident, disaster or disease.

    >>> tells_of_accident("six people died when a ferry capsized"), tells_of_accident("seven died in the shelling")
    (True, False)
    """
    return _pattern().search(text) is not None
