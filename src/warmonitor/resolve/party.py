"""Who is meant by an argument of an event: from words in the grammar to participants with a role.

Facilities give way to the group that holds them, weapons and platforms to whose they are, pronouns to their antecedent;
words that name nobody ("people", "driver", "unidentified men") give nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.model.findings import Party
from warmonitor.model.mention import Argument, EventMention
from warmonitor.model.reading import Reading
from warmonitor.resolve.allies import allied, pair
from warmonitor.resolve.antecedent import antecedent, counted_before, facility_before, one_of, people_before
from warmonitor.resolve.introductions import named_before
from warmonitor.resolve.making import Namer, countrymen, described, made, named
from warmonitor.resolve.owners import (
    CARRIED,
    NUMBERS_OF,
    carrier_of,
    group_before,
    has_determiner,
    is_armed,
    is_holders_own,
    is_means,
    is_suspected,
    person_of,
    surname_of,
    whose_men,
)
from warmonitor.resolve.waging import FIRED, GUNFIRE, WAGED, sided, wages
from warmonitor.resolve.wording import (
    GROUND,
    body_called,
    called,
    class_of,
    class_of_words,
    has_name,
    is_event_word,
    is_place,
    is_quantity,
    is_weapon,
    locative,
    names_ground,
    weapon_at,
)

_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported", "presumably"})
_HOLDING = frozenset(
    "house host contain hold carry transport use occupy guard shelter run control operate man connect link belong affiliate "
    "drive ferry bring evacuate ride convey accommodate".split()
)
_DONE_BY = frozenset("attack assault offensive raid incursion aggression onslaught advance invasion".split())
"""Nouns whose "of" names armed men as doers: "an attack of rebels"; the bombing of rebels is done to them."""
_SOME = frozenset("some many most all several both few none half".split())
_BELONGINGS = frozenset("residence home house apartment villa mansion flat car vehicle motorcade convoy jeep farm farmhouse".split())
"""Places and vehicles that are hit for the person whose they are."""
_KEPT = frozenset("base camp post headquarters compound depot warehouse installation".split())
"""Of those, the ones that are hit beside a force told only by its kind: "a police post"."""
_GENERIC_FACILITIES = frozenset(
    "facility position target vehicle equipment building location site headquarters stronghold hideout warehouse area convoy storage "
    "depot infrastructure installation truck boat vessel bunker trench tank forces base camp post compound".split()
)


_SUFFERED = frozenset("assassination murder killing death kidnapping abduction execution arrest detention release beheading capture slaying "
                      "kidnap rape torture imprisonment".split())  # fmt: skip
"""Nouns whose owner suffers them: "Roe's assassination"; that of an attack does it."""
_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "UN", "NATO", "U.S"})
"""Short names that stand as adjectives of the doer ("US airstrike"), where a full one tells the place ("Syria airstrike")."""

_EITHER = frozenset("major general private regular senior minor special military-style".split())
"""Adjectives that are a rank or a body as nouns: a "major operation" is no major's."""

_GATHERINGS = frozenset("meeting gathering rally procession ceremony group crowd queue convoy column party congregation".split())
_GARRISONS = frozenset({"police", "army"})


def parties(reading: Reading, event: EventMention, namer: Namer) -> tuple[Party, ...]:
    """Participants of one event mention, each actor once per role."""
    out: dict[tuple[str, int], Party] = {}
    for argument in event.arguments:
        suspected = any(reading.tokens[i].lower in _SUSPECTED for i in range(argument.first, argument.last)) or is_suspected(
            reading, argument.head
        )
        for party in _of_argument(reading, event, argument, namer):
            party = replace(party, suspected=True) if suspected else party
            out.setdefault((party.role, party.identity), party)
    return tuple(out.values())


def meant(reading: Reading, head: int, role: str, namer: Namer) -> Party | None:
    """Whom the words around a head token mean, in a role; None where they name nobody."""
    return next(of_head(reading, head, role, namer, 0), None)


def _of_argument(reading: Reading, event: EventMention, argument: Argument, namer: Namer) -> Iterator[Party]:
    role = argument.role
    if role in ("modifier", "owner", "of"):
        yield from _of_modifier(reading, event, argument, namer)
        return
    if role in ("agent", "patient", "party", "blamed", "claimant"):
        yield from of_head(reading, argument.head, role, namer, 0)
    elif role == "place" and event.frame in ("take", "fall"):
        yield from _holding(reading, argument.head, namer)
    elif role == "foiler":
        yield from of_head(reading, argument.head, "party", namer, 0)
    elif role == "foiled":
        yield from (
            of_head(reading, argument.head, "patient", namer, 0) if class_of(reading, argument.head) else iter(())
        )


def _holding(reading: Reading, head: int, namer: Namer) -> Iterator[Party]:
    """Who held a place that changed hands: "insurgent-held Karsa", "the rebel town of Dar"."""
    for c in reading.children(head, "amod", "compound", "nmod"):
        if c.lower in ("held", "controlled", "occupied"):
            for x in reading.children(c.i, "npadvmod", "compound", "amod", "nmod", "advmod"):
                if class_of(reading, x.i) == "armed" and reading.name_at(x.i) is None:  # "insurgent-held": the insurgents
                    plural = x.lower if x.lower.endswith("s") else f"{x.lower}s"
                    yield from made(reading, plural, "patient", "armed", x.i, x.i + 1, namer, named=False)
                else:
                    yield from of_head(reading, x.i, "patient", namer, 0)
        elif class_of(reading, c.i) == "armed":
            yield from described(reading, c.i, "patient", namer, "armed")


def _of_modifier(reading: Reading, event: EventMention, argument: Argument, namer: Namer) -> Iterator[Party]:
    """ "US airstrike", "IS mortar attack": the doer; "mosque attack", "convoy bombing": what was hit."""
    t = reading.tokens[argument.head]
    side = "party" if event.frame == "meet" else "patient" if event.frame == "undergo" else "agent"
    name = reading.name_at(argument.head)
    if argument.role == "modifier" and t.tag == "JJ" and t.lower in _EITHER:
        return
    if argument.role == "owner" and reading.tokens[event.head].lemma in _SUFFERED:
        done_to = any(a.role == "of" for a in event.arguments)  # "the group's abduction of the girls"
        yield from of_head(reading, argument.head, "agent" if done_to else "patient", namer, 0)
        return
    if argument.role == "of":
        if event.frame in ("anaphor",) or name is not None and name.kind == "place":
            return
        if reading.tokens[event.head].lemma in _DONE_BY and is_armed(reading, argument.head):
            yield from of_head(reading, argument.head, side, namer, 0)
            return
        yield from of_head(reading, argument.head, side if event.frame in ("meet", "crowd") else "patient", namer, 0)
        return
    if name is not None:
        if name.kind == "nationality" and event.frame in ("captive", "crowd", "undergo"):
            return  # a "Northland prison break", "Northland protest"
        if (
            name.kind in ("organisation", "armed-group", "nationality")
            or argument.role == "owner"
            and name.kind == "person"
        ):
            yield from named(reading, name, side, namer)
        elif name.kind == "place" and (name.text in _ADJECTIVAL or argument.role == "owner" and wages(reading, event, name)):
            yield from named(reading, name, side, namer)
        elif name.kind == "person":
            yield from named(reading, name, "patient" if event.frame == "agent-patient" else side, namer)
        return
    cls = class_of(reading, argument.head)
    if t.tag == "PRP$" and argument.head in reading.references:
        h = argument.head
        yield from made(reading, reading.references[h], side, "unknown", h, h + 1, namer, named=True)
    elif t.tag == "PRP$" and side == "agent" and reading.tokens[event.head].lemma in WAGED:
        other = antecedent(reading, argument.head, acting=True)
        infinitive = any(c.lower == "to" for c in reading.children(reading.tokens[event.head].head, "aux"))
        if other is not None and not infinitive:  # "called on it to stop its attacks"
            yield from of_head(reading, other, side, namer, 1)
    elif cls in ("armed", "state"):
        if event.frame != "anaphor":  # "separatist violence" is a kind of violence
            yield from described(reading, argument.head, side, namer, cls)
    elif cls in ("facility", "vehicle", "civilian") and argument.role == "modifier" and t.tag[:2] == "NN":
        yield from described(reading, argument.head, "patient", namer, cls)


def of_head(reading: Reading, head: int, role: str, namer: Namer, depth: int) -> Iterator[Party]:
    """Those meant by the phrase of token `head`, in `role`; `depth` bounds how far holders and antecedents are followed."""
    t = reading.tokens[head]
    if depth > 3 or any(c.lower in ("no", "any") for c in reading.children(head, "det")):
        return
    if t.lower in _SOME and any(c.lower == "of" for c in reading.children(head, "prep")):
        for c in reading.children(head, "prep"):  # "some of the girls"
            for o in reading.children(c.i, "pobj") if c.lower == "of" else ():
                yield from of_head(reading, o.i, role, namer, depth + 1)
        return
    if role == "patient" and t.lower in _SOME and (several := people_before(reading, head)) is not None:
        yield from of_head(reading, several, role, namer, depth + 1)  # "of the girls, saying that some have been killed"
        return
    if t.lower == "those" and t.dep == "nsubj" and reading.tokens[t.head].lemma == "be":
        for c in reading.children(t.head, "attr"):  # "those killed were residents"
            yield from of_head(reading, c.i, role, namer, depth + 1)
        return
    if t.tag in ("PRP", "WP", "WDT", "DT", "PRP$") or t.lower in ("itself", "himself", "themselves"):
        meant = reading.references.get(head)
        if meant is not None and t.tag == "PRP" and role == "agent" and namer(meant).kind == "media":
            meant = None  # an agency beside the text does nothing in it
        if meant is not None and not is_place(reading, meant) and not meant.lower().startswith(("no ", "nobody")):
            yield from made(
                reading, meant, role, class_of_words(meant), head, head + 1, namer, named=meant[:1].isupper()
            )
        elif meant is None and (t.tag == "PRP" and role == "patient" or t.tag in ("PRP", "PRP$") and role == "agent"):
            other = antecedent(reading, head, acting=role == "agent")
            if other is not None:
                yield from of_head(reading, other, role, namer, depth + 1)
        return
    if t.lower == "one" and (person := called(reading, head)) is not None:  # "one of the girls, Ana Roe"
        yield from named(reading, person, role, namer)
        return
    if is_quantity(t) and (counted := counted_before(reading, head)) is not None:  # "the 21", of 21 girls told before
        yield from of_head(reading, counted, role, namer, depth + 1)
        return
    if is_quantity(t) or t.lemma in NUMBERS_OF and any(c.lower == "of" for c in reading.children(head, "prep")):
        # "three of its members", "dozens of rebels", "a group of armed men"
        for c in reading.children(head, "prep"):
            if c.lower == "of":
                for o in reading.children(c.i, "pobj"):
                    yield from of_head(reading, o.i, role, namer, depth + 1)
        if role == "patient" and t.lower in ("one", "another") and (several := one_of(reading, head)) is not None:
            yield from of_head(reading, several, role, namer, depth + 1)
        return
    if t.lemma in ("fighter", "bomber", "attack") and t.tag == "NN" and not has_determiner(reading, head):
        return  # "fighter and remotely piloted aircraft": planes
    if two := list(allied(reading, head, role, namer)):
        yield from two
        return
    if role == "patient" and (person := named_before(reading, head)) is not None:
        yield from named(reading, person, role, namer)
        return
    name = reading.name_at(head) or surname_of(reading, t)
    if name is not None and (weapon_at(reading, name.first) or name.entry is None and is_event_word(t)):
        name = None
    if name is not None and name.kind != "place" and not (name.kind == "other" and is_weapon(t)):
        if name.kind == "nationality" and name.last - 1 != head:
            yield from described(reading, head, role, namer, class_of(reading, head) or "unknown")
            return
        one = any(c.lower in ("a", "an", "one", "another") or c.tag == "CD" for c in reading.children(head, "det", "nummod"))
        if name.kind == "nationality" and (one or role == "patient" and t.tag in ("NNS", "NNPS")):
            yield from countrymen(reading, name, role, namer)
            return
        yield from named(reading, name, role, namer)
        return
    hit = ("armed", "state", "civilian", "facility") if role == "patient" else ("armed", "state", "civilian")  # a procession is hit
    if is_event_word(t) and t.lower not in GUNFIRE and class_of(reading, head) not in hit:
        return
    known = reading.references.get(head)
    housed = known is not None and class_of_words(known) == "facility" and class_of(reading, head) in ("state", "armed")
    if known is not None and not housed and t.tag in ("NN", "NNS") and not is_place(reading, known):
        yield from made(reading, known, role, class_of(reading, head) or "unknown", head, head + 1, namer, named=True)
        return
    if is_weapon(t) or t.lower in GUNFIRE or class_of(reading, head) == "vehicle" and role in ("agent", "blamed"):
        if role in ("agent", "party"):
            yield from _owner_of_means(reading, head, role, namer)
            return
        if is_weapon(t) and (class_of(reading, head) != "vehicle" or is_means(reading, t)):
            return
    body = body_called(reading, head) if name is None else None
    if body is not None:  # "the militant group X": X
        yield from named(reading, body, role, namer)
        return
    possessor = None if role == "patient" else whose_men(reading, head)
    if possessor is not None and (whose := list(of_head(reading, possessor, role, namer, depth + 1))):
        yield from whose
        return
    people = [c for c in reading.children(head, "compound") if c.tag == "NNS"] if t.lemma in ("hostage", "captive", "prisoner") else []
    if people:
        yield from of_head(reading, people[-1].i, role, namer, depth + 1)  # "took nine drivers hostage", read as one noun
        return
    if role == "patient" and (carrier := carrier_of(reading, head)) is not None:
        yield from of_head(reading, carrier, role, namer, depth + 1)  # "a bus carrying pilgrims", read as one noun
    cls = class_of(reading, head)
    if name is not None and name.kind == "place":
        if role in ("agent", "blamed", "claimant") and (name.entry or "").isupper() and not locative(reading, head):
            yield from named(reading, name, role, namer)
        elif role == "patient" and cls is not None:
            yield from described(reading, head, role, namer, cls)
        elif role == "patient":
            yield from _holding(reading, head, namer)  # "insurgent-held Karsa"
        return
    if cls is None and role == "patient":
        yield from _holders(reading, head, role, namer)  # "an oil well of the group": the group is hit
    if cls is None or t.lemma in GROUND and (role != "patient" or names_ground(reading, head)):
        return
    if role in ("agent", "blamed", "claimant") and cls in ("facility",):
        return
    taken_up = facility_before(reading, head) if cls == "facility" and name is None else None
    if taken_up is not None:
        yield from named(reading, taken_up, role, namer)
        return
    if role == "patient" and t.lemma in _BELONGINGS and (owner := person_of(reading, head)) is not None:
        yield from of_head(reading, owner, role, namer, depth + 1)
        return
    holders = list(_holders(reading, head, role, namer)) if cls in ("facility", "vehicle") else []
    yield from holders
    kept = t.lemma in _KEPT and not any(h.named for h in holders) or head > 0 and reading.tokens[head - 1].lemma in CARRIED
    if not holders or kept or t.lemma not in _GENERIC_FACILITIES or has_name(reading, head) and not is_holders_own(reading, head):
        yield from described(reading, head, role, namer, cls)


def _owner_of_means(reading: Reading, head: int, role: str, namer: Namer) -> Iterator[Party]:
    """ "US-led coalition jets" → the coalition; "jets of the Israeli army" → it; "army helicopters" → it; "18 rockets" → nobody."""
    for c in reading.children(head, "poss"):
        if c.tag == "PRP$" and c.i in reading.references:
            yield from made(reading, reading.references[c.i], role, "unknown", c.i, c.i + 1, namer, named=True)
            return
        if c.tag == "PRP$" and (other := antecedent(reading, c.i, acting=True)) is not None:
            yield from of_head(reading, other, role, namer, 2)
            return
    first = reading.subtree(head)[0]
    if (side := sided(reading, first, head)) is not None:
        yield from made(reading, reading.words(side, head + 1), role, "armed", side, head + 1, namer, named=False)
        return
    for i in range(first, head):
        if weapon_at(reading, i):
            continue
        name = reading.name_at(i)
        if (
            name is not None
            and name.first == i
            and (name.kind in ("organisation", "armed-group", "nationality") or name.kind == "place" and (name.entry or "").isupper())
        ):
            word = reading.tokens[min(name.last, len(reading.tokens) - 1)].lower
            joined = reading.tokens[min(name.last + 1, head)].lower
            if word == "-" and joined not in FIRED or word in ("made", "built") or "made" in reading.words(name.last, head).lower().split():
                continue
            yield from named(reading, name, role, namer)
            flags = pair(reading, reading.tokens[i])  # "Syrian and Russian jets"
            ally = reading.name_at(flags[1].i) if flags is not None else None
            if ally is not None:
                yield from named(reading, ally, role, namer)
            return
    yield from _force_of_means(reading, head, role, namer)


_SENDING = frozenset({"belong", "fire", "operate", "fly", "deploy", "send", "launch", "pilot"})
_TYPES = frozenset({"military", "fighter", "bomber", "attack", "patrol", "unit", "suspect"})
"""Words before a platform that tell its kind and not whose it is."""


def _force_of_means(reading: Reading, head: int, role: str, namer: Namer) -> Iterator[Party]:
    """The force whose platform or fire it is, by a common noun before ("army jets") or behind ("jets of the army", "loyal to X")."""
    for c in reading.children(head, "compound", "nmod", "amod", "poss"):
        if c.i < head and c.tag[:2] == "NN" and class_of(reading, c.i) in ("armed", "state") and c.lower not in _TYPES:
            yield from of_head(reading, c.i, role, namer, 2)
            return
    for c in reading.children(head, "prep", "acl"):
        behind = [c] if c.dep == "prep" else list(reading.children(c.i, "prep"))
        if c.dep == "acl" and c.lemma not in _SENDING or c.dep == "prep" and c.lower not in ("of", "from"):
            continue
        for p in (*behind, *(reading.children(c.i, "agent") if c.dep == "acl" else ())):
            for o in reading.children(p.i, "pobj"):
                parties_ = list(of_head(reading, o.i, role, namer, 2))
                yield from (x for x in parties_ if x.cls in ("armed", "state", "unknown"))
                if parties_:
                    return


def _holders(reading: Reading, head: int, role: str, namer: Namer) -> Iterator[Party]:
    """The force or people in a facility or vehicle: "weapons stores of X", "base which houses Y", "buses carrying Z"."""
    for c in reading.children(head):
        if c.dep in ("poss", "compound", "amod", "nmod") and c.i < head:
            name = reading.name_at(c.i)
            if name is not None and name.kind in ("organisation", "armed-group"):
                yield from named(reading, name, role, namer)
            elif name is None and c.lower in _GARRISONS and role == "patient" and class_of(reading, head) == "facility":
                yield from described(reading, c.i, role, namer, "state")
            elif name is None and c.tag in ("NN", "JJ") and class_of(reading, c.i) == "armed" and role == "patient":
                if (group := group_before(reading, c.i)) is not None:
                    yield from named(reading, group, role, namer)
                    continue
                nation = reading.name_at(c.i - 1) if c.i else None
                first = c.i - 1 if nation is not None and nation.kind == "nationality" and nation.last == c.i else c.i
                words = f"{reading.words(first, c.i + 1)}s"  # "Kurdish militant positions"
                yield from made(reading, words, role, "armed", first, c.i + 1, namer, named=False)
        elif c.dep == "prep" and (c.lower in ("of", "with", "belonging") or c.lower == "for" and class_of(reading, head) == "vehicle"):
            for o in reading.children(c.i, "pobj"):
                name = reading.name_at(o.i)
                before = [reading.name_at(x.i) for x in reading.children(o.i, "compound")] if name is None else []
                body = next((n for n in (name, *before) if n is not None and n.kind in ("organisation", "armed-group")), None)
                if body is not None:
                    yield from named(reading, body, role, namer)
                elif class_of(reading, o.i) in ("armed", "state") or (
                    reading.tokens[head].lemma in _GATHERINGS and class_of(reading, o.i) in ("civilian", "official")
                ):
                    yield from described(reading, o.i, role, namer, class_of(reading, o.i) or "unknown")
        elif c.dep in ("relcl", "acl") and c.lemma in _HOLDING:
            for o in reading.children(c.i, "dobj", "agent", "prep"):
                targets = [o] if o.dep == "dobj" else list(reading.children(o.i, "pobj"))
                for x in targets:
                    if (
                        class_of(reading, x.i) in ("armed", "state", "civilian")
                        or (n := reading.name_at(x.i)) is not None
                        and n.kind in ("organisation", "armed-group")
                    ):
                        yield from of_head(reading, x.i, role, namer, 2)
