"""What an event word means by what it is done to, or by whom: towns, things and people are taken, cargo is hijacked, gunmen burn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmonitor.find.triggers import Found
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import Argument
from warmonitor.model.reading import Reading, Token

_TAKING = frozenset("capture seize take hold occupy recapture overrun".split())
_GROUND = frozenset("town city village area district position base airport airbase hill neighbourhood neighborhood bridge airfield region "
                    "province complex stronghold territory checkpoint road crossing capital quarter suburb mile kilometre kilometer "
                    "hectare enclave outpost farm valley land terrain".split())  # fmt: skip
_ARMS = frozenset("equipment weapon ammunition arms cache hardware arsenal rifle".split())
_POLICE = frozenset("police policeman officer detective gendarme agent constable".split())
_PARTS = frozenset("part section half portion side most much bulk rest swath swathe stretch dozen hundred thousand score number series "
                   "couple all several some one two three four five six third edge outskirts centre center chunk piece range".split())  # fmt: skip
_JAILS = frozenset("jail prison penitentiary detention custody captivity captor lockup cell gaol jailhouse".split())
_RAMPAGING = frozenset("set loot ransack burn rampage".split())


def whole_of(reading: Reading, i: int) -> int:
    """The head of what a part or number is of: the town in "the eastern part of the town", villages in "dozens of villages"."""
    t = reading.tokens[i]
    if t.lemma in _PARTS or t.lower in _PARTS or t.tag == "CD":
        for p in reading.children(i, "prep"):
            for o in reading.children(p.i, "pobj") if p.lower == "of" else ():
                return whole_of(reading, o.i)
    return i


def by_object(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> tuple[str, ...] | None:
    """What taking means by what is taken: ground changes hands, things are seized, people are captured; None to leave it open."""
    t = reading.tokens[f.head]
    verb = f.trigger.lemmas[0]
    if (
        f.trigger.pos == "verb"
        and t.dep == "xcomp"
        and reading.tokens[t.head].lemma in ("try", "attempt", "fail")
        and f.trigger.frame in ("agent-patient", "device")
        and f.trigger.type != "protest"
    ):
        return None if verb in _TAKING else ("disrupted-attack",)
    if f.trigger.lemmas == ("invade",) and not any(state_doer(reading, a) for a in arguments if a.role == "agent"):
        return ("attack", "armed-clash")  # "raiders invaded the village" and took no ground
    if f.trigger.frame == "device":
        return _by_device(reading, f, arguments)
    if f.trigger.lemmas == ("raid",) and any(
        a.role in ("agent", "modifier", "owner") and reading.tokens[a.head].lemma in _POLICE for a in arguments
    ):
        return ("arrest",)
    if f.trigger.subtype == "mob-violence" and verb in _RAMPAGING and _by_fighters(reading, arguments):
        return ("looting-destruction",)
    if verb in ("hand", "turn") and f.trigger.frame == "release" and _to_the_police(reading, f, arguments):
        return ("arrest",)
    if f.trigger.subtype == "abduction" and verb in ("hijack", "hijacking"):
        return _by_cargo(reading, arguments)
    if f.trigger.subtype == "abduction" and "prisoner" in f.trigger.lemmas and any(
        state_doer(reading, a) or reading.tokens[a.head].lemma == "operation" for a in arguments if a.role == "agent"
    ):  # fmt: skip
        return ("arrest",)  # armies take prisoners, they do not kidnap
    if verb not in _TAKING or f.trigger.subtype not in ("arrest", "looting-destruction", "territory-gained"):
        return None
    if f.trigger.subtype == "territory-gained" and verb != "recapture":
        return None
    return _by_what_is_taken(reading, f, arguments)


def _by_what_is_taken(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> tuple[str, ...] | None:
    roles = ("patient", "place") if f.trigger.pos == "verb" else ("of",)
    taken = (a for a in arguments if a.role in roles)
    for a in sorted(taken, key=lambda a: reading.tokens[a.head].dep == "pobj"):  # "seized tanks from the airfield": the tanks first
        i = whole_of(reading, a.head)
        t = reading.tokens[i]
        name = reading.name_at(i)
        cls = people_words().get(t.lemma)
        if t.lemma in _GROUND or name is not None and name.kind == "place":
            return ("territory-gained",)
        if cls in ("vehicle", "facility") or t.lemma in _ARMS:
            return ("looting-destruction",)
        if cls == "civilian" and f.trigger.pos == "verb" and not any(
            state_doer(reading, x) for x in arguments if x.role == "agent"
        ) and f.trigger.subtype != "territory-gained":  # fmt: skip
            return ("abduction",)
        if cls in ("armed", "state", "civilian", "official") or name is not None and name.kind == "person":
            return ("arrest",)
    return None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a trigger means in its company: its subtypes, its frame, and who stands where."""

    subtypes: tuple[str, ...]
    frame: str
    arguments: tuple[Argument, ...]


def of_captives(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> Meaning | None:
    """ "158 inmates fled the county jail": an escape, not a flight from war; "the inmates were recaptured": an arrest."""
    if f.trigger.pos != "verb":
        return None
    if f.trigger.lemmas[0] == "recapture" and by_object(reading, f, arguments) == ("arrest",):
        taken = tuple(replace(a, role="patient") if a.role == "place" else a for a in arguments)
        return Meaning(("arrest",), "agent-patient", taken)
    if f.trigger.lemmas[0] != "flee":
        return None
    left = {a.head for a in arguments} | {c.i for c in reading.children(f.head, "dobj")}
    left |= {o.i for p in reading.children(f.head, "prep") if p.lower == "from" for o in reading.children(p.i, "pobj")}
    jails = {i for i in left if reading.tokens[i].lemma.lower() in _JAILS}
    return Meaning(("other",), "captive", tuple(a for a in arguments if a.head not in jails)) if jails else None


def state_doer(reading: Reading, a: Argument) -> bool:
    t = reading.tokens[a.head]
    return people_words().get(t.lemma) == "state" or t.lemma in ("authority", "government", "force")


def _by_fighters(reading: Reading, arguments: tuple[Argument, ...]) -> bool:
    """ "Gunmen set fire to the church": no riot, but part of their raid or destruction of its own."""
    for a in arguments:
        name = reading.name_at(a.head)
        if a.role == "agent" and (
            people_words().get(reading.tokens[a.head].lemma) == "armed" and reading.tokens[a.head].lemma not in _MOBS
            or name is not None and name.kind == "armed-group"
        ):  # fmt: skip
            return True
    return False


def _to_the_police(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> bool:
    """ "Villagers caught two raiders, who were handed over to the police", in a report that tells of no captives."""
    to = [o.lemma for c in reading.children(f.head, "prep", "dative") if c.lower == "to" for o in reading.children(c.i, "pobj")]
    freed = any(people_words().get(reading.tokens[a.head].lemma) == "civilian" for a in arguments if a.role == "patient")
    captives = freed or any(t.lemma in _HELD for t in reading.tokens)
    return bool(to) and _CUSTODIANS.issuperset(to) and not captives


_CUSTODIANS = frozenset("police authority security army troop military operative soldier gendarmerie court prosecutor".split())
_HELD = frozenset("kidnap abduct hostage captive captivity abduction kidnapping kidnapper abductor captor".split())
_MOBS = frozenset("mob rioter hooligan looter arsonist vandal ultra hoodlum".split())


def _by_cargo(reading: Reading, arguments: tuple[Argument, ...]) -> tuple[str, ...] | None:
    """Hijackers of lorries want the load, those of buses and planes the people in them."""
    taken = {reading.tokens[whole_of(reading, a.head)].lemma for a in arguments if a.role in ("patient", "of")}
    return ("looting-destruction",) if taken & _CARGO else None


_CARGO = frozenset("truck lorry tanker convoy cargo goods aid food fuel".split())


def _by_device(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> tuple[str, ...] | None:
    """ "a grenade exploded", "shells went off": the thing that explodes tells the means."""
    for a in arguments:
        if a.role in ("agent", "patient") and a.head != f.head:
            means = _means_of(reading.tokens[a.head])
            if means in ("grenade", "shelling", "air-strike"):
                return (means,)
    return None


def _means_of(head: Token) -> str | None:
    for phrases in weapon_words().values():
        for lemmas, w in phrases:
            if len(lemmas) == 1 and lemmas[0] == head.lemma and not w.platform:
                return w.means
    return None
