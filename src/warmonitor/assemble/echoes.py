"""Claims that only repeat what another voice has already said of the incident: they are left out."""

from __future__ import annotations

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.voices import NARRATOR

_SETTING = frozenset({"location", "weapon", "target", "time"})
"""What a speaker who takes the report's facts as known ("the attack on the base") does not claim anew."""


def without_echoes(drafts: list[Draft]) -> list[Draft]:
    """`drafts` without the narrator's places that a speaker named before, and speakers' settings that the narrator told before."""
    return [d for d in drafts if not _is_echo(d, drafts)]


def _is_echo(d: Draft, drafts: list[Draft]) -> bool:
    if d.stance != "asserts" or d.attribute not in _SETTING:
        return False
    narrated = d.voice.speaker == NARRATOR
    if narrated and d.attribute != "location":
        return False
    return any(
        o.attribute == d.attribute
        and o.stance == "asserts"
        and (o.voice.speaker == NARRATOR) != narrated
        and o.evidence.start < d.evidence.start
        and _says_no_more(d, o, narrated=narrated)
        for o in drafts
    )


def _says_no_more(d: Draft, other: Draft, *, narrated: bool) -> bool:
    """True where the words of `d` are those of `other` or fewer; the narrator's longer wording of a told place is an echo too."""
    x, y = words_of(d), words_of(other)
    return bool(x) and (x <= y or narrated and bool(y) and y <= x)


def words_of(d: Draft) -> frozenset[str]:
    """The words of a value without number and article."""
    return frozenset(w.removesuffix("s") for w in str(d.value).lower().replace("-", " ").split() if w.isalnum() and w != "the")
