"""Distances and directions that the text states before a place's name: "10 miles north of X", "northern X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warmonitor.lexicon.places import words
from warmonitor.model.mention import Offset
from warmonitor.model.reading import Token

_NUMBER = re.compile(r"^\d+(?:\.\d+)?$")
_GLUED = re.compile(r"^(\d+(?:[.,]\d+)?)-?(km|kms|mi|miles?|kilomet(?:er|re)s?|m)$")
"""Number and unit written together: "30km"."""
_UNITS = {
    "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0,
    "mile": 1.609, "miles": 1.609, "mi": 1.609,
    "meter": 0.001, "meters": 0.001, "metre": 0.001, "metres": 0.001, "m": 0.001, "yards": 0.0009,
}  # fmt: skip
_BEARING = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_COUNTED = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "fifteen": 15.0, "dozen": 12.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0,
    "sixty": 60.0, "hundred": 100.0,
}  # fmt: skip
_FILLERS = frozenset({"to", "the", "-", "–", "about", "away", "further", "due"})
_LONGEST = 9
"""Tokens that a stated distance may take, a second unit in brackets included."""


def bearing(word: str) -> float | None:
    """Degrees clockwise from north of a word of direction ("south-eastern" -> 135), None for any other word."""
    bare = (
        word.lower().replace("-", "").removesuffix("s").removesuffix("ward").removesuffix("ern").removesuffix("ernmost")
    )
    return _BEARING.get(bare)


def direction_to(tokens: Sequence[Token], i: int) -> tuple[float, int] | None:
    """(Bearing, first token) of the word of direction that ends at token i, "south-west" cut in three too; None for none."""
    whole = bearing(tokens[i].lower)
    if whole is None:
        return None
    if i > 1 and tokens[i - 1].text in ("-", "–") and tokens[i - 1].sentence == tokens[i].sentence:
        both = bearing(tokens[i - 2].lower + tokens[i].lower)
        if both is not None:
            return both, i - 2
    return whole, i


def offset_before(tokens: Sequence[Token], k: int) -> Offset | None:
    """The distance stated just before the "of" or "from" at token k ("30 km (19 miles) south" of), or None."""
    sentence = tokens[k].sentence
    i = k - 1
    direction = None
    while i >= 0 and tokens[i].sentence == sentence and k - i < _LONGEST:
        word = tokens[i].lower
        if direction is None and (found := direction_to(tokens, i)) is not None:
            direction, i = found
        elif (km := _distance(tokens, i)) is not None:
            return Offset(round(km, 1), direction)
        elif word == ")" and (opening := _opening(tokens, i)) is not None:
            i = opening
        elif word not in _FILLERS:
            return None
        i -= 1
    return None


def is_distance(tokens: Sequence[Token], i: int) -> bool:
    """True where token i is a unit of length, alone or with its number ("km", "30km")."""
    return tokens[i].lower in _UNITS and tokens[i].lower != "m" or _GLUED.match(tokens[i].lower) is not None


def near_of(word: str) -> bool:
    """True for what may stand before "of X" and mean near X: "outskirts", "north", "km"."""
    return word in words()["near_of"]


def _opening(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the bracket that the one at i closes, where it holds a distance in another unit."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].text == "(":
            return k if any(is_distance(tokens, j) for j in range(k + 1, i)) else None
    return None


def _distance(tokens: Sequence[Token], i: int) -> float | None:
    """Kilometres of the length whose last word is token i, None where there is none."""
    glued = _GLUED.match(tokens[i].lower)
    if glued:
        return float(glued[1].replace(",", ".")) * _UNITS[glued[2]]
    unit = _UNITS.get(tokens[i].lower)
    if unit is None or i == 0:
        return None
    number = tokens[i - 1].lower.replace(",", "")
    value = float(number) if _NUMBER.match(number) else _COUNTED.get(number)
    return value * unit if value is not None else None
