"""The parties of one incident as a list: echoes of a named actor and those hit beside the target are left out."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.lexicon.people import people_words
from warmonitor.model.findings import Party
from warmonitor.model.record import Role, Status

GROUP_KINDS = frozenset({"rebel-group", "militia", "jihadist-group", "criminal-group"})
_ANY_ARMED = frozenset("armed masked enemy heavily militant rebel terrorist islamist insurgent men group groups fighters".split())
_BYSTANDERS = frozenset("civilian person people passer-by passerby bystander pedestrian child woman man boy girl baby".split())
"""Words for those who are harmed beside what is aimed at."""
_SETTINGS = frozenset(
    "home house building village town city neighbourhood neighborhood area district compound vehicle car motorcycle "
    "street road square apartment flat truck property site".split()
)
"""Where and on what people are hit: no target of its own where they are named."""
_HUMAN = frozenset({"armed", "state", "civilian", "official"})


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
    """Without "the militants", "armed gunmen" as doers beside one named armed group: they are that group's."""
    groups = {
        p.party.identity for p in parts
        if p.role == "perpetrator" and p.party.named and p.status != "denied"
        and (p.party.kind in GROUP_KINDS or p.party.cls == "armed" and p.party.kind == "unknown")
    }  # fmt: skip
    return [p for p in parts if p.role != "perpetrator" or len(groups) != 1 or not _any_armed(p)]


def _any_armed(p: Part) -> bool:
    """A description that would do for any armed group."""
    words = p.party.name.lower().split()
    known = people_words()
    return not p.party.named and p.party.cls == "armed" and all(
        w in _ANY_ARMED or known.get(w.removesuffix("s")) == "armed" or known.get(w) == "armed" for w in words
    )


def without_bystanders(parts: list[Part]) -> list[Part]:
    """Targets without those hit beside them, the places where they were hit, and second descriptions of one named person."""
    targets = [p for p in parts if p.role == "target"]
    chief = [p for p in targets if not _is_bystander(p)]
    people = [p for p in targets if p.party.named or p.party.cls in _HUMAN]
    persons = {p.party.identity for p in targets if _is_person(p)}
    left = {
        id(p) for p in targets
        if _is_bystander(p) and chief
        or _is_setting(p) and people
        or len(persons) == 1 and _describes_person(p)
    }  # fmt: skip
    return [p for p in parts if id(p) not in left]


def _head(party: Party) -> str:
    word = party.name.lower().split()[-1]
    plural = {"people": "people", "children": "child", "women": "woman", "men": "man", "cities": "city", "babies": "baby"}
    return plural.get(word, word.removesuffix("s"))


def _is_bystander(p: Part) -> bool:
    return p.harmed and is_bystander_word(p.party)


def is_bystander_word(party: Party) -> bool:
    """ "Civilians", "people", "a child": words that do not say whom the attack was meant for."""
    return not party.named and party.cls == "civilian" and len(party.name.split()) == 1 and _head(party) in _BYSTANDERS


def _is_setting(p: Part) -> bool:
    return not p.party.named and p.party.cls in ("facility", "vehicle") and _head(p.party) in _SETTINGS and not any(
        w[:1].isupper() for w in p.party.name.split()
    )


def _is_person(p: Part) -> bool:
    return p.party.named and p.party.kind in ("unknown", "person") and p.party.cls in ("civilian", "official") and " " in p.party.name


def _describes_person(p: Part) -> bool:
    """ "A veteran politician", "the party leader": one civilian or official, not by name."""
    name = p.party.name.lower()
    if p.party.named or p.party.cls not in ("official", "civilian") or " " not in name or name.endswith("s"):
        return False
    return _head(p.party) not in ("people", "child", "woman", "man")
