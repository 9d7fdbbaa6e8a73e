"""The parties of one incident as a list: echoes of a named actor are left out."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.lexicon.people import people_words
from warmonitor.model.findings import Party
from warmonitor.model.record import Role, Status

GROUP_KINDS = frozenset({"rebel-group", "militia", "jihadist-group", "criminal-group"})
_ANY_ARMED = frozenset("armed masked enemy heavily militant rebel terrorist islamist insurgent men group groups fighters".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One party of one mention with its voice. `harmed`: it is told as a victim, not as what was aimed at."""

    party: Party
    role: Role
    status: Status
    speaker: str
    event: int
    harmed: bool = False


def without_echoes(parts: list[Part]) -> list[Part]:
    """Without "the militants", "armed gunmen" as doers beside a named armed group: they are that group's."""
    groups = {
        p.party.identity for p in parts
        if p.role == "perpetrator" and p.party.named and p.status != "denied"
        and (p.party.kind in GROUP_KINDS or p.party.cls == "armed" and p.party.kind == "unknown")
    }  # fmt: skip
    parts = [p for p in parts if p.role != "perpetrator" or not groups or not (is_any_armed(p.party) or _says_only_armed(p.party))]
    told = any(p.role == "perpetrator" and p.status != "denied" and _tells_side(p.party) for p in parts)
    return [p for p in parts if p.role != "perpetrator" or not told or not is_anybody_armed(p.party)]


def is_anybody_armed(party: Party) -> bool:
    """ "Gunmen", "armed men": armed people of no side."""
    words = party.name.lower().split()
    return not party.named and words[-1] in _ANYBODY and all(w in _ANYBODY or w in _ANY_ARMED or w in _LOOKS for w in words)


def _tells_side(party: Party) -> bool:
    """Fighters by name or of a kind: beside them "gunmen" are the same people, told with less."""
    return not is_anybody_armed(party) and (party.cls == "armed" or party.kind in GROUP_KINDS)


_ANYBODY = frozenset("gunman gunmen men man individuals persons people assailants assailant attackers attacker youths bandits raiders".split())
_LOOKS = frozenset("unidentified unknown hooded masked heavily suspected dressed uniformed".split())


def is_any_armed(party: Party) -> bool:
    """A description that would do for any armed group."""
    words = party.name.lower().split()
    known = people_words()
    return not party.named and party.cls == "armed" and all(
        w in _ANY_ARMED or known.get(w.removesuffix("s")) == "armed" or known.get(w) == "armed" for w in words
    )


_BODIES = frozenset({"group", "faction", "organisation", "organization", "movement", "outfit", "network"})


def _says_only_armed(party: Party) -> bool:
    """ "The country's second-largest guerrilla group", "leftist rebels": fighters told apart by no name."""
    words = party.name.lower().split()
    known = people_words()
    return (
        not party.named
        and party.cls == "armed"
        and party.name[party.name.rfind(" ") + 1 :].islower()
        and (words[-1] in _BODIES or words[-1].removesuffix("s") in _SIDE_NOUNS or known.get(" ".join(words[-2:])) == "armed")
        and not any(w[:1].isupper() for w in party.name.split())
    )


_SIDE_NOUNS = frozenset({"militant", "rebel", "insurgent", "guerrilla", "guerilla", "jihadist", "extremist", "islamist"})
