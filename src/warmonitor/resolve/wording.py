"""What the words of an argument are: people, forces, facilities, means, or the group that a description belongs to."""

from __future__ import annotations

from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import quantities
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.findings import PartyClass
from warmonitor.model.reading import Name, Reading, Token

GROUND = frozenset(
    "area region city town village district neighbourhood neighborhood province suburb quarter site road street square".split()
)


_BODY_NOUNS = frozenset(
    "group militia gang cartel faction outfit organisation organization movement network front party clan cell guerrilla syndicate "
    "brigade alliance coalition wing".split()
)


def names_ground(reading: Reading, head: int) -> bool:
    """True for "the areas of X", "the town of Y": where something happened, not what was hit."""
    if any(c.lower == "of" for c in reading.children(head, "prep")):
        return True
    return any(
        (n := reading.name_at(c.i)) is not None and n.kind == "place"
        for c in reading.children(head, "compound", "appos", "nmod")
    )


def locative(reading: Reading, head: int) -> bool:
    """True for "in Syria": the country is where, not who."""
    t = reading.tokens[head]
    return t.dep == "pobj" and reading.tokens[t.head].lower in (
        "in",
        "at",
        "near",
        "from",
        "across",
        "inside",
        "outside",
        "of",
        "to",
    )


def has_name(reading: Reading, head: int) -> bool:
    return any(c.tag in ("NNP", "NNPS") for c in reading.children(head, "compound", "amod", "nmod", "poss"))


def called(reading: Reading, head: int) -> Name | None:
    """The person whom a description names: "the leader of the group, Ana Roe", "journalist Ana Roe"."""
    for c in reading.children(head, "appos"):
        name = reading.name_at(c.i)
        if name is not None and (name.kind == "person" or _set_off(reading, head, name)):
            return name
    last = noun_end(reading, head)
    if class_of(reading, head) == "official" and last + 1 < len(reading.tokens) and reading.tokens[last].text == ",":
        after = reading.name_at(last + 1)
        if after is not None and after.last < len(reading.tokens) and reading.tokens[after.last].text == ",":
            last += 1  # "the governor of Dar, Ana Roe,"
    name = reading.name_at(last) if last < len(reading.tokens) else None
    return name if name is not None and name.kind == "person" and name.first == last else None


def _set_off(reading: Reading, head: int, name: Name) -> bool:
    """ "The rebel commander, Asad, led the raid": one man's name, set off by commas, whatever else is called so."""
    t = reading.tokens
    one = t[head].tag == "NN" and class_of(reading, head) in ("armed", "official", "civilian", "state") and name.kind in ("place", "other")
    behind = t[name.last].text if name.last < len(t) else ""
    state = (name.entry or "").isupper() or name.last - name.first > 2
    return one and not state and name.first == head + 2 and t[head + 1].text == "," and behind == ","


def all_called(reading: Reading, head: int) -> list[Name]:
    """The persons whom a plural noun introduces: "two Italians, Ana Roe and Max Poe", "the bodyguards, X and Y"."""
    out: list[Name] = []
    if reading.tokens[head].tag not in ("NNS", "NNPS"):
        return out
    queue = [c.i for c in reading.children(head, "appos")]
    while queue:
        i = queue.pop(0)
        name = reading.name_at(i)
        if name is not None and name.kind == "person":
            out.append(name)
        queue += [c.i for c in reading.children(i, "conj", "appos")]
    return out


def body_called(reading: Reading, head: int) -> Name | None:
    """The body that a noun for bodies introduces: "the militant group Boko Haram", "the rebel movement, the NRF", else None."""
    t = reading.tokens[head]
    if t.lemma not in _BODY_NOUNS:
        return None
    following = reading.name_at(head + 1) if head + 1 < len(reading.tokens) else None
    beside = [reading.name_at(c.i) for c in reading.children(head, "appos")]
    if following is not None and following.first == head + 1 and reading.tokens[following.last - 1].sentence == t.sentence:
        beside.append(following)
    for c in reading.children(head, "compound", "nmod", "amod"):
        name = reading.name_at(c.i)
        if name is not None and (name.last == head or reading.tokens[name.last].text == "(" and reading.tokens[head - 1].text == ")"):
            beside.append(name)  # "the Boko Haram group", "the Northland Front (NF) group"
    return next((n for n in beside if n is not None and n.kind in ("armed-group", "organisation")), None)


_SPEAKING_FOR = frozenset(
    "spokesman spokeswoman spokesperson leader commander chief head emir member fighter official representative deputy".split()
)


def body_of_person(reading: Reading, person: str) -> str | None:
    """The armed group that a person of this name speaks for or leads: "NRF spokesman X", "X, a commander of the NRF"; else None."""
    for n in reading.names:
        if n.kind != "person" or n.text != person:
            continue
        for i in (n.first - 1, n.last + 1, n.last + 2, n.last + 3):
            if 0 <= i < len(reading.tokens) and reading.tokens[i].lemma.lower() in _SPEAKING_FOR:
                body = _body_beside(reading, i)
                if body is not None and body.kind == "armed-group":
                    return body.text
    return None


def _body_beside(reading: Reading, noun: int) -> Name | None:
    """The body in "NRF spokesman", "the group's spokesman", "a spokesman for the NRF"."""
    before = reading.name_at(noun - 1) if noun else None
    if before is not None and before.last == noun and before.kind != "person":
        return before
    for p in reading.children(noun, "prep"):
        if p.lower in ("of", "for", "in", "from"):
            for o in reading.children(p.i, "pobj"):
                if (name := reading.name_at(o.i)) is not None:
                    return name
    return None


def noun_end(reading: Reading, head: int) -> int:
    """Past-last token of the noun and its of-complements ("the head of the council of Dar")."""
    last = head + 1
    for c in reading.children(head, "prep"):
        if c.i == head + 1 and c.lower == "of":
            for o in reading.children(c.i, "pobj"):
                name = reading.name_at(o.i)
                before = reading.name_at(name.first - 1) if name is not None and name.kind == "person" else None
                if name is not None and before is not None and before.kind != "person":
                    return name.first  # "the leader of the NRF Ana Roe"
                last = max(last, name.last if name is not None else noun_end(reading, o.i))
    return last


_SUSPECTING = frozenset("suspect believe think allege presume say".split())
_OFFSHOOT = frozenset("splinter offshoot affiliate affiliated front rival breakaway successor allied linked inspired".split())
"""What a group is called by another's name for: "an NRF splinter group" is not the NRF."""


_CALLED = frozenset({"belong", "link", "know", "call", "dub"})
_WINGS = frozenset({"wing", "branch", "arm", "faction", "unit", "brigade"})


def group_of(reading: Reading, head: int) -> Name | None:
    """The armed group whose people are described: "Boko Haram militants", "members of the Falcons Brigade", None for others."""
    children = list(reading.children(head))
    civilian = class_of(reading, head) == "civilian"
    offshoot = any(c.lower in _OFFSHOOT for c in children if c.i < head)
    for c in sorted(children, key=lambda c: c.dep != "acl") if offshoot else children:
        if c.dep in ("compound", "amod", "nmod", "poss", "appos") and c.i < head:
            name = None if offshoot else reading.name_at(c.i)
            if (
                name is not None
                and name.kind == "armed-group"
                and not (name.last < len(reading.tokens) and reading.tokens[name.last].text == "-")
            ):
                return name
        elif c.dep in ("acl", "relcl") and c.lemma in _SUSPECTING:  # "believed to belong to X", "suspected of being X members"
            first, last = reading.subtree(c.i)
            inside = (n for n in reading.names if first <= n.first < last and n.kind == "armed-group")
            if (named := next(inside, None)) is not None:
                return named
        elif c.dep == "prep" and (c.lower == "of" or c.lower == "from" and not civilian) or c.dep == "acl" and c.lemma in _CALLED:
            objects = list(reading.children(c.i, "pobj", "oprd")) or [
                o for p in reading.children(c.i, "prep") for o in reading.children(p.i, "pobj")
            ]
            for o in objects:
                beside = sorted(reading.children(o.i, "compound", "appos"), key=lambda x: -x.i)
                if o.lemma in _WINGS:  # "fighters of the armed wing of the NRF"
                    beside += [x for p in reading.children(o.i, "prep") if p.lower == "of" for x in reading.children(p.i, "pobj")]
                if o.lemma in _BODY_NOUNS:  # "members of the breakaway NRF (N) group"
                    beside += [t for t in reading.tokens[reading.subtree(o.i)[0] : o.i] if t.tag[:3] == "NNP"]
                inner = [reading.name_at(x.i) for x in (o, *beside)]
                for name in inner:
                    if (
                        name is not None
                        and name.kind == "armed-group"
                        and (name.last - name.first > 1 or name.entry is not None)
                    ):
                        return name
    return None if civilian else _group_behind(reading, head)  # "women from the camps of X"


_BEFORE_GROUP = frozenset({"called", "styled", "banned", "outlawed", "proclaimed", "group", "movement", "of", *_WINGS})


def _group_behind(reading: Reading, head: int) -> Name | None:
    """The group in "terrorists from the so-called “Red Path”", whatever the preposition hangs on."""
    t = reading.tokens
    if head + 1 >= len(t) or t[head + 1].lower not in ("from", "of"):
        return None
    for k in range(head + 2, min(head + 9, len(t))):
        name = reading.name_at(k)
        if name is not None:
            return name if name.kind == "armed-group" and t[k].sentence == t[head].sentence else None
        if t[k].tag[:1] not in "DJR'`H\"" and t[k].lower not in _BEFORE_GROUP:
            return None
    return None



def class_of(reading: Reading, head: int) -> PartyClass | None:
    """armed, state, civilian, official, facility, vehicle, or None for what is neither people nor a thing that is attacked."""
    t = reading.tokens[head]
    words = people_words()
    if head and reading.tokens[head - 1].sentence == t.sentence:
        pair = f"{reading.tokens[head - 1].lower} {t.lemma}"
        if pair in words:
            return words[pair]  # type: ignore[return-value]
    found = words.get(t.lemma) or words.get(t.lower)
    if found == "civilian" and any(c.lower in ("armed", "masked") for c in reading.children(head, "amod")):
        return "armed"
    return found  # type: ignore[return-value]


def class_of_words(text: str) -> PartyClass:
    words = people_words()
    last = text.lower().split()[-1] if text.split() else ""
    return words.get(last) or words.get(last.removesuffix("s")) or "unknown"  # type: ignore[return-value]


def is_weapon(t: Token) -> bool:
    return any(len(lemmas) == 1 for lemmas, _ in weapon_words().get(t.lemma, ()))


def is_event_word(t: Token) -> bool:
    return t.tag[:2] == "NN" and any(
        len(w.lemmas) == 1 and w.pos == "noun" for w in event_words().by_first.get(t.lemma, ())
    )


def is_place(reading: Reading, name: str) -> bool:
    """True where the report uses `name` as a place and no state is meant by it."""
    return any(n.text == name and n.kind == "place" and not (n.entry or "").isupper() for n in reading.names)


def weapon_at(reading: Reading, i: int) -> bool:
    t = reading.tokens[i]
    return any(reading.match(i, lemmas) is not None for lemmas, _ in weapon_words().get(t.lemma, ()))


def is_quantity(t: Token) -> bool:
    q = quantities().get(t.lower)
    return t.tag == "CD" or (q is not None and t.tag[:2] in ("NN", "DT", "JJ") and t.lower not in ("a", "an"))
