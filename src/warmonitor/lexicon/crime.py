"""Crime stories: reports of ordinary crime with no political or state actor, told by their words (`crime.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_CRIME_AT_LEAST = (2, 3, 5)
"""Different words of crime that it takes beside none, one and two of conflict; beside three nothing suffices."""


@lru_cache(maxsize=16)
def is_crime_story(text: str) -> bool:
    """True where words of crime stand in `text` and hardly any of conflict."""
    crime, conflict = _patterns()
    lower = text.lower()
    told = {m[0] for m in crime.finditer(lower)}
    against = len({m[0] for m in conflict.finditer(lower)})
    return against < len(_CRIME_AT_LEAST) and len(told) >= _CRIME_AT_LEAST[against]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(files("warmonitor.lexicon").joinpath("crime.toml").read_text(encoding="utf-8"))
    crime, conflict = (
        re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\*", r"\w*") for w in data[k]) + r")(?![\w])")
        for k in ("crime", "conflict")
    )
    return crime, conflict
