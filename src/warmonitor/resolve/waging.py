"""What a state wages, and on whose side a platform is, told by words that stand before a noun."""

from __future__ import annotations

from warmonitor.model.mention import EventMention
from warmonitor.model.reading import Name, Reading

WAGED = frozenset("offensive invasion aggression bombardment shelling airstrike air-strike incursion onslaught bombing campaign strike "
                   "raid assault attack operation".split())  # fmt: skip
_AIMED = frozenset("bombing campaign strike raid assault attack operation".split())
"""What a state wages on somebody; a country's own strike or attack without anybody named may be one that it suffers."""


FIRED = frozenset({"fired", "launched", "operated", "flown", "piloted", "owned", "dropped", "planted", "laid"})
"""Participles that say whose a means is ("a Northland-fired rocket"), where others say who made or guards it."""
GUNFIRE = frozenset({"fire", "gunfire", "bullet", "bullets", "shell", "shells", "shellfire"})
"""What kills on behalf of whoever fires it ("killed by Northland fire")."""


def wages(reading: Reading, event: EventMention, name: Name) -> bool:
    """ "Northland's invasion of Southland", "its missile attack on the port": the state, not the country where it was."""
    noun = reading.tokens[event.head]
    if not (name.entry or "").isupper() or noun.lemma not in WAGED:
        return False
    if any(c.tag in ("JJS", "RBS") or c.lower in ("latest", "first", "second", "recent") for c in reading.children(event.head)):
        return False  # "Northland's deadliest attack"
    aimed = any(c.lower in ("on", "against") for c in reading.children(event.head, "prep"))
    return aimed or noun.lemma not in _AIMED or any(c.lower in ("air", "drone", "missile", "rocket", "military", "artillery", "naval", "ground")
                                                    for c in reading.children(event.head))  # fmt: skip


def sided(reading: Reading, first: int, head: int) -> int | None:
    """First token of what says only on whose side a platform is: "pro-government jets", else None."""
    for t in reading.tokens[first:head]:
        if t.lower.startswith("pro-") or t.lower == "pro" and reading.tokens[t.i + 1].text in ("-", "–"):
            return t.i
    return None
