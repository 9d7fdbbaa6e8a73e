"""Who or what was hit, of all that an incident's mentions tell as undergone: each body once, without materiel and bystanders."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from warmonitor.assemble.partlist import GROUP_KINDS, Part
from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.samebody import same_body
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.findings import Party

GROUND = frozenset("area region city town village district neighbourhood neighborhood province suburb quarter site street square".split())

_BYSTANDERS = frozenset(
    "civilian person people passer-by passerby bystander pedestrian child woman man boy girl baby citizen motorist passenger driver "
    "bodyguard relative family brother sister mother father wife husband son daughter cousin colleague friend neighbour neighbor".split()
)
"""Words for those who are harmed beside what is aimed at."""
_CIVILIANS = frozenset({"civilian", "citizen"})
_ANYBODY = frozenset("people person child woman man baby family relative passer-by passerby bystander motorist".split())
"""Words that do not tell even what sort of people was killed."""
_SETTINGS = frozenset(
    "home house building village town city neighbourhood neighborhood area district compound vehicle car motorcycle "
    "street road square apartment flat truck property site".split()
)
"""Where and on what people are hit: no target of its own where they are named."""
_MATERIEL = frozenset(
    "equipment system tank van vehicle position weapon artillery cache boat vessel drone truck motorcycle car mortar trench bunker "
    "tunnel ammunition hideout convoy aircraft helicopter jet".split()
)
"""What a force fights with and from: where the force is named, it and not its things is the target."""
_WORKS = frozenset(
    "factory building well route bridge depot warehouse facility installation site cache storage refinery node store workshop silo head jack "
    "plant compound rig wellhead pumpjack excavator loader crane pump".split()
)
_HUMAN = frozenset({"armed", "state", "civilian", "official"})
_THINGS = frozenset({"facility", "vehicle"})
_FORCE_KINDS = frozenset({"state-forces", "police", "coalition", *GROUP_KINDS})
_PLURALS = {"people": "people", "children": "child", "women": "woman", "men": "man", "cities": "city", "babies": "baby",
            "policemen": "policeman", "gunmen": "gunman", "servicemen": "serviceman", "militiamen": "militiaman",
            "newsmen": "newsman", "schoolchildren": "schoolchild", "families": "family", "buses": "bus",
            "facilities": "facility", "batteries": "battery", "police": "police", "troops": "troop"}  # fmt: skip


def settled_targets(parts: list[Part]) -> list[Part]:
    """`parts` with its targets settled; other roles stay as they are."""
    return one_body(without_bystanders(without_materiel(_against_police(parts))))


def _against_police(parts: list[Part]) -> list[Part]:
    """Those whom a mob clashes with are its target where nothing else is."""
    mob = any(p.role == "perpetrator" and p.party.role == "party" and p.party.cls == "civilian" for p in parts)
    if not mob or any(p.role == "target" for p in parts):
        return parts
    return [replace(p, role="target") if p.role == "participant" and p.party.cls == "state" else p for p in parts]


# what is no target of its own -----------------------------------------------------------------------------------------------
def without_materiel(parts: list[Part]) -> list[Part]:
    """Without vehicles, positions and equipment beside whose they are, and plain vehicles beside anything else."""
    targets = [p for p in parts if p.role == "target"]
    forces = any(p.party.kind in _FORCE_KINDS or p.party.cls in ("armed", "state") for p in targets)
    fighters = any(p.party.named and p.party.kind in GROUP_KINDS for p in targets)
    theirs = {w.lower() for p in targets if p.party.named and p.party.kind in GROUP_KINDS for w in p.party.name.split()}
    others = any(_head(p.party) not in _MATERIEL or " " in p.party.name for p in targets)
    taken_from = {p.event for p in targets if not p.harmed and p.party.named and p.party.kind in GROUP_KINDS}
    left = {
        id(p) for p in targets
        if p.event in taken_from and p.party.cls == "facility" and _is_ground_held(p.party)
        or _is_materiel(p.party) and (forces or others and " " not in p.party.name)
        or fighters and _is_works(p.party, theirs)
        or _is_where(p.party)
    }  # fmt: skip
    return [p for p in parts if id(p) not in left]


def _is_ground_held(party: Party) -> bool:
    """What a force fights another for: "seized the complex from the fighters"."""
    return _head(party) in _HELD


_HELD = frozenset("complex compound base position camp town village hill checkpoint post stronghold barracks airport airfield building".split())


def _is_materiel(party: Party) -> bool:
    return not party.named and party.cls in _THINGS and _head(party) in _MATERIEL


def _is_where(party: Party) -> bool:
    """ "A Northland village", "the town": where it happened, never whom it was meant for."""
    return party.cls == "facility" and _head(party) in _TOWNS and not party.name.endswith("s")


_TOWNS = frozenset(
    "neighbourhood neighborhood suburb village town city province district region country countryside street road square avenue hill "
    "mountain island valley".split()
)


def _is_works(party: Party, theirs: Collection[str]) -> bool:
    """ "A car bomb factory", "oil wells", "held buildings": what a strike on a named group destroys."""
    return not party.named and party.cls in _THINGS and _head(party) in _WORKS and _proper(party) <= {*theirs}


def without_bystanders(parts: list[Part]) -> list[Part]:
    """Targets without those hit beside them, the places where they were hit, and second descriptions of one named person."""
    targets = [p for p in parts if p.role == "target"]
    chief = [p for p in targets if not _is_bystander(p) and not _is_ground(p.party)]
    people = [p for p in targets if p.party.named or p.party.cls in _HUMAN]
    persons = {p.party.identity for p in targets if is_person(p)}
    with_him = {p.event for p in targets if is_person(p)}
    children = any(_body(p.party) in _CHILDREN and " " in p.party.name for p in targets)
    left = {
        id(p) for p in targets
        if _is_bystander(p) and chief
        or _is_setting(p) and people
        or len(persons) > 1 and _counts_persons(p) and p.event not in with_him
        or persons and not p.party.named and _head(p.party) in _ANY_OF_THEM
        or same_body().get(_head(p.party)) == "captives" and len({q.party.identity for q in people}) > 1 and not p.party.named
        or len(persons) == 1 and _describes_person(p) and p.event not in with_him
        or children and p.party.name.lower() in _PART_OF_THEM
    }  # fmt: skip
    return [p for p in parts if id(p) not in left]


_PART_OF_THEM = frozenset({"women", "boys", "children", "others", "classmates"})
_CHILDREN = frozenset({"pupils", "captives"})
"""Bodies that reports tell of as "girls and women" and the like."""


def _is_ground(party: Party) -> bool:
    """ "Residential neighbourhoods": what is shelled there are those who live in it."""
    return not party.named and party.cls == "facility" and _head(party) in GROUND


def _is_bystander(p: Part) -> bool:
    return p.harmed and is_bystander_word(p.party)


def is_bystander_word(party: Party) -> bool:
    """ "Civilians", "people", "a child": words that do not say whom the attack was meant for."""
    told = all(w in _OF_ANYBODY for w in party.name.lower().split()[:-1])
    return not party.named and party.cls == "civilian" and told and _head(party) in _BYSTANDERS


_OF_ANYBODY = frozenset("young little small old elderly unarmed innocent pregnant ordinary nearby male female adult middle aged middle-aged".split())


def _is_setting(p: Part) -> bool:
    name = p.party.name
    many = _is_ground(p.party) and " " in name and name.endswith("s")  # "residential neighbourhoods"
    return not p.party.named and p.party.cls in _THINGS and _head(p.party) in _SETTINGS and not many and not any(
        w[:1].isupper() for w in name.split()
    )


def is_person(p: Part) -> bool:
    return p.party.named and p.party.kind in ("unknown", "person") and p.party.cls in ("civilian", "official") and " " in p.party.name


def _counts_persons(p: Part) -> bool:
    """ "Two peasants" beside two persons by name: a plural of civilians that takes them up."""
    return not p.party.named and p.party.cls == "civilian" and _is_plural(p.party)


_ANY_OF_THEM = frozenset("citizen national foreigner westerner expatriate".split())
_PERSON = frozenset("teenager teen boy girl youth man woman student journalist lawyer activist victim reporter priest".split())
"""Single words that take up one person whom the report names."""
_LEADING = frozenset("leader chief head commander".split())


def _describes_person(p: Part) -> bool:
    """ "A veteran politician", "the party leader": one civilian or official, not by name."""
    name = p.party.name.lower()
    cls = "official" if _head(p.party) in _LEADING else p.party.cls
    if p.party.named or cls not in ("official", "civilian") or name.endswith("s") or name.split()[-1] in _PLURALS:
        return False
    return " " in name and _head(p.party) not in ("people", "child", "woman", "man") or cls == "official" or name in _PERSON


def is_beside(party: Party, aimed: list[Party]) -> bool:
    """True for who was harmed beside what was aimed at: casualties only, unless they are those in the place that was hit."""
    if not aimed:
        return is_bystander_word(party) and _head(party) in _ANYBODY
    if party.named or any(p.identity == party.identity or is_same_body(p, party) for p in aimed):
        return False
    if all(p.cls in _THINGS and _head(p) in _SETTINGS and not p.named for p in aimed):
        return is_bystander_word(party)  # who was in the car is whom it was meant for
    if is_bystander_word(party) and _head(party) not in _CIVILIANS:
        return True
    people = any(p.cls not in _THINGS or _of_force(p) for p in aimed)
    return people or is_bystander_word(party) or party.cls not in ("civilian", "official", "state") or not _is_plural(party)


def _is_plural(party: Party) -> bool:
    word = party.name.lower().split()[-1]
    return word.endswith("s") or word in _PLURALS


def _of_force(thing: Party) -> bool:
    """ "Police convoy", "army checkpoint": those in it are the force."""
    known = people_words()
    return any(known.get(_singular(w)) in ("state", "armed") or known.get(w) in ("state", "armed") for w in thing.name.lower().split()[:-1])


# each body once -------------------------------------------------------------------------------------------------------------
def one_body(parts: list[Part]) -> list[Part]:
    """Targets with one name for each body that several descriptions stand for: "Dar soldiers" and "troops" are one."""
    targets = [p for p in parts if p.role == "target"]
    first = {p.party.identity: p for p in reversed(targets)}
    order = list(dict.fromkeys(p.party.identity for p in targets))
    together = {i: {p.event for p in targets if p.party.identity == i} for i in order}
    groups: list[list[int]] = []
    for i in order:
        group = next(
            (g for g in groups if all(_may_be_one(first[i].party, first[j].party, apart=bool(together[i] & together[j])) for j in g)), None
        )
        if group is None:
            groups.append([i])
        else:
            group.append(i)
    chosen: dict[int, Party] = {}
    for g in groups:
        best = max(g, key=lambda i: _telling(first[i].party, sum(p.party.identity == i for p in targets)))
        best = next((i for i in g if first[i].party.cls in _HUMAN and _words(first[best].party) < _words(first[i].party)), best)
        chosen |= dict.fromkeys(g, first[best].party)
    return [p if p.role != "target" else replace(p, party=_as(p.party, chosen[p.party.identity])) for p in parts]


def _may_be_one(a: Party, b: Party, *, apart: bool) -> bool:
    """`apart`: one mention tells of both, as it does of two bodies ("girls and women") unless by one noun ("the girls … the freed girls")."""
    return is_same_body(a, b) and (not apart or not a.named and not b.named and _head(a) == _head(b))


def _as(party: Party, chosen: Party) -> Party:
    return party if party.identity == chosen.identity else replace(chosen, role=party.role, span=party.span)


def _telling(party: Party, mentions: int) -> tuple[bool, bool, bool, int]:
    """The name that tells most: a proper one, then one with a proper word, then by a telling noun, then the one told most often."""
    return party.named, bool(_proper(party)), _head(party) not in _PLAIN_NOUNS, mentions


_PLAIN_NOUNS = frozenset(
    "girl boy child kid youngster person people civilian citizen member element force personnel victim facility target site".split()
)
"""Nouns that tell less of people or things than others by which they are called."""


def is_same_body(a: Party, b: Party) -> bool:
    """True where two names of one incident's targets are one body by their words."""
    if a.named and b.named and not (_is_people(a) and _is_people(b)):
        alike = a.cls == b.cls == "facility" or a.kind == b.kind and a.kind in _FORCE_KINDS
        return alike and _agree(_words(a), _words(b))
    if (a.named or b.named) and not (_is_people(a) and _is_people(b)):
        name, description = (a, b) if a.named else (b, a)
        return _stands_for(description, name)
    if not _agree(_proper(a), _proper(b)):
        return False
    body, other = _body(a), _body(b)
    if a.cls in _THINGS and b.cls in _THINGS:
        return _head(a) == _head(b) and _agree(_words(a), _words(b)) or body == other == "buses"
    forces = a.cls == b.cls == "state" or _head(a) == _head(b)
    return forces and _agree(_words(a), _words(b)) or body is not None and body == other


def _body(party: Party) -> str | None:
    """The body of people that the noun can stand for; those who leave a town are its inhabitants."""
    body = same_body().get(_head(party))
    return "inhabitants" if body == "displaced" else body


def _is_people(party: Party) -> bool:
    """A description of people, also one written with capitals ("the Kankara Girls")."""
    return not party.named or party.cls == "civilian" and _head(party) in same_body() or party.cls == "official" and _head(party) in _TITLES


_TITLES = frozenset("official leader member representative politician".split())
_ANY_FORCE = frozenset({"security", "force", "personnel", "government"})
_BODY_OF: tuple[tuple[str, Callable[[Party], bool]], ...] = (
    ("police", lambda p: p.kind == "police"),
    ("troops", lambda p: p.kind in ("state-forces", "coalition", "state")),
    ("fighters", lambda p: p.kind in GROUP_KINDS or p.cls == "armed" and p.kind == "unknown"),
)


def _stands_for(description: Party, name: Party) -> bool:
    """ "Officers" beside "the Ardal Police", "militants" beside a named group: its people and not others."""
    if _words(description) == _words(name):
        return True  # "the Rural Guard" and "three rural guards"
    if description.cls in _HUMAN and name.cls not in _HUMAN - {"armed"} and _words(name) < _words(description):
        return True  # the group and "its captured leaders"
    if description.cls == "state" and name.kind in ("police", "state-forces") and _words(description) <= _ANY_FORCE:
        return True  # "the security forces" beside the one force that is named
    if description.cls == "state" and name.cls == "facility" and _words(description) < _words(name):
        return True  # "the Dar police headquarters" and "police"
    if not all(w in name.name.lower() for w in _proper(description)):
        return False
    if description.cls == name.cls == "facility":
        return _head(description) == _head(name) or same_body().get(_head(description)) == "buildings" and len(_words(description)) == 1
    body = same_body().get(_head(description))
    if body == "fighters" and (" " in description.name or description.suspected):
        return False  # "a suspected insurgent" taken with a leader of the group is another man
    return any(body == word and fits(name) for word, fits in _BODY_OF)


_TELLING = frozenset({"pupils", "captives", "worshippers", "displaced", "press"})
"""Bodies of which one report seldom tells of two; of troops, police, fighters, inhabitants it often does."""


def are_like(a: Party, b: Party) -> bool:
    """True where two mentions may well mean the same people: "schoolgirls" and "the girls of Ardal"."""
    body = same_body().get(_head(a))
    return body in _TELLING and same_body().get(_head(b)) == body and _agree(_proper(a), _proper(b))


def _agree(x: set[str], y: set[str]) -> bool:
    return x <= y or y <= x


def _proper(party: Party) -> set[str]:
    """Capitalised words and nationalities of a description, small."""
    if party.name.isupper():
        return {w.lower() for w in party.name.split() if open_nations().adjective(w.capitalize()) is not None}
    known = people_words()
    words = [w for w in party.name.split() if w[:1].isupper() and open_nations().land(w) is None and not _says_what(w.lower())]
    return {w.lower() for w in words if w.lower() not in known and _singular(w.lower()) not in known}


def _says_what(word: str) -> bool:
    """ "VBIED", "NRF-held": capitals of what a thing is for or in whose hands, not of its name."""
    return word in weapon_words() or word.endswith(("-held", "-controlled", "-occupied", "-run"))


def _words(party: Party) -> set[str]:
    return {_singular(w) for w in party.name.lower().split()}


def _head(party: Party) -> str:
    return _singular(party.name.lower().split()[-1])


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    known, one = people_words(), word.removesuffix("s")
    return one if word not in known or one in known else word
