"""From words to a participant: a name, or a description without what describes nobody; words that name nobody give nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import quantities
from warmonitor.model.findings import Party, PartyClass
from warmonitor.model.reading import Name, Reading
from warmonitor.resolve.wording import all_called, called, group_of

_MERE_DOERS = frozenset(
    "bomber suicide-bomber attacker assailant killer culprit perpetrator shooter assassin kidnapper abductor captor hijacker robber thief "
    "suspect arsonist murderer accomplice".split()
)
"""Words that say only that somebody did it: alone they name nobody."""
_NOBODY = frozenset(
    "people person other others member members those one ones someone somebody anyone nobody none number dozen hundred thousand score "
    "life lives victim victims thing casualty wounded dead part group side man men individual everyone many several all most total "
    "hand name body bodies remains unknown unidentified place target figure something anything everything ability responsibility "
    "driver suspect target corpse kind type series wave date year month day week night morning evening afternoon hour way time "
    "injury effect damage result use death half third majority scene site location area".split()
)
_OF_THEIR_OWN = frozenset(
    "leader commander chief facilitator official emir financier spokesman coordinator subcommander sub-commander boss kingpin "
    "lieutenant figure recruiter trainer mastermind senior soldier troop peacekeeper policeman officer serviceman contractor guard".split()
)
"""People who, hit or seized, are told by what they are and not by the group's name alone: "a Taliban leader", "ISAF soldiers"."""
_COLLECTIVE = frozenset(
    "group force militia movement army police unit team cell squad element patrol convoy wing faction brigade battalion column network "
    "gang band organisation organization outfit contingent military regime government stronghold position camp".split()
)
"""Bodies in the singular: "an NRF unit" is the group, "an NRF fighter" one man of it."""
_UNKNOWN_ADJECTIVES = frozenset({"unidentified", "unknown", "unspecified", "unnamed"})

_PARTICIPLES = frozenset("housing carrying hosting containing burning torching targeted attacking killing including".split())
"""Verbs that a parser takes for a part of the noun behind them."""
_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
                      "october november december".split())  # fmt: skip
_LOOSE = frozenset("'s ’s - ' ’ ] [ ) ( – ‑".split())


@dataclass(frozen=True, slots=True)
class Identity:
    """What the actor resolver says of a name: its fullest form in the report, a number equal for the same actor, and its facts."""

    name: str
    number: int
    entry: str | None = None
    kind: str = "unknown"
    country: str | None = None


Namer = Callable[[str], Identity]


_OF_STATES = frozenset({"state-forces", "police", "coalition", "peacekeepers"})
"""Kinds of named bodies that bear arms for a state."""


def named(reading: Reading, name: Name, role: str, namer: Namer) -> Iterator[Party]:
    cls: PartyClass = "unknown"
    if name.kind == "armed-group":
        cls = "state" if namer(name.text).kind in _OF_STATES else "armed"
    elif name.kind == "person":
        cls = "civilian"
    elif name.kind == "facility":
        cls = "facility"
    name = _called_behind(reading, name)
    head = name.last - 1
    following = reading.tokens[name.last] if name.last < len(reading.tokens) else None
    text = name.text
    if (
        following is not None
        and following.sentence == reading.tokens[head].sentence
        and following.i == reading.tokens[head].head
        and reading.tokens[head].dep in ("compound", "amod", "nmod")
    ):
        word = people_words().get(following.lemma)
        if word in ("armed", "state") and name.kind == "nationality":
            yield from described(reading, following.i, role, namer, word)
            return
    first = _joint(reading, name)
    yield from made(reading, reading.words(first, name.last) if first < name.first else text, role, cls, first, name.last, namer, named=True)


def _called_behind(reading: Reading, name: Name) -> Name:
    """ "the Maoist group Red Path": the name behind one that ends in a noun for bodies."""
    words = name.text.lower().split()
    behind = reading.name_at(name.last) if name.last < len(reading.tokens) else None
    if len(words) > 1 and words[-1] in ("group", "movement", "organization", "organisation", "guerrillas", "faction") and behind is not None:
        together = reading.tokens[behind.first].sentence == reading.tokens[name.first].sentence
        if behind.first == name.last and behind.kind == "armed-group" and together:
            return behind
    return name


def _joint(reading: Reading, name: Name) -> int:
    """First token of "Northland and coalition forces", one force of both, where only "coalition forces" is the name."""
    t = reading.tokens
    i = name.first - 2
    if i < 0 or t[i + 1].lower != "and" or t[i].sentence != t[name.first].sentence or name.kind not in ("organisation", "armed-group"):
        return name.first
    modifies = t[i].head in range(name.first, name.last) or t[t[i].head].head in range(name.first, name.last) and t[i].dep == "amod"
    return i if open_nations().adjective(t[i].lower) is not None and modifies and t[i].dep in ("amod", "compound", "nmod") else name.first


def countrymen(reading: Reading, name: Name, role: str, namer: Namer) -> Iterator[Party]:
    """ "Three Italians were seized": people of a nation, by name where the report gives it, and not its state."""
    several = all_called(reading, name.last - 1)
    for one_of in several:
        yield from made(reading, one_of.text, role, "civilian", one_of.first, one_of.last, namer, named=True)
    if not several:
        for party in made(reading, f"{name.text} people", role, "civilian", name.first, name.last, namer, named=True):
            yield replace(party, name=name.text, kind="civilians")


def described(reading: Reading, head: int, role: str, namer: Namer, cls: PartyClass | str) -> Iterator[Party]:
    """A description as an actor: its words without article and number; words that name nobody give nothing."""
    t = reading.tokens[head]
    if t.lemma == "squad" and any(c.lower == "firing" for c in reading.children(head)):
        return  # "before a firing squad"
    group = group_of(reading, head) if cls in ("armed", "state", "civilian") else None
    one = t.tag == "NN" and t.lemma not in _COLLECTIVE
    if group is not None and role == "patient" and one and (chief := called(reading, head)) is not None:
        yield from made(reading, chief.text, role, cls, chief.first, chief.last, namer, named=True)
        return  # "the leader of the NRF, Ana Roe"
    before = group is not None and group.first < head
    own = one and (cls == "state" or before) or t.lemma in _OF_THEIR_OWN and before
    if group is not None and not (role == "patient" and own):  # "a soldier of the 1st Battalion" is a soldier
        yield from made(reading, group.text, role, "armed", group.first, group.last, namer, named=True)
        return
    kind = any(c.tag in ("NN", "NNS") and c.lower not in ("suicide", "car", "lone", "suspect") for c in reading.children(head, "compound"))
    if t.lemma in _MERE_DOERS and not kind and not any(
        (n := reading.name_at(c.i)) is not None and n.kind != "place" for c in reading.children(head, "compound", "amod", "nmod", "poss")
    ):
        return
    if t.lower in _NOBODY or t.lemma in _NOBODY:
        if not any(
            c.dep in ("compound", "amod", "nmod")
            and (c.tag in ("NNP", "NNPS") or reading.name_at(c.i) is not None or people_words().get(c.lower) or c.lower in ("armed", "masked"))
            for c in reading.children(head)
        ):
            return
    if any(c.lower in _UNKNOWN_ADJECTIVES for c in reading.children(head, "amod")):
        return
    several = all_called(reading, head) if cls in ("official", "civilian", "state") else []
    if len(several) > 1:
        for one_of in several:
            yield from made(reading, one_of.text, role, cls, one_of.first, one_of.last, namer, named=True)
        return
    person = called(reading, head) if cls in ("armed", "official", "civilian", "state") else None
    if person is not None:
        yield from made(reading, person.text, role, cls, person.first, person.last, namer, named=True)
        return
    first, last = _description(reading, head)
    text = reading.words(first, last)
    if not text or text.lower() in _NOBODY:
        return
    yield from made(reading, text, role, cls, first, last, namer, named=False)


def description_words(reading: Reading, head: int) -> str:
    """The words of a described actor, as `described` gives them."""
    return reading.words(*_description(reading, head))


def _description(reading: Reading, head: int) -> tuple[int, int]:
    """Tokens of a described actor: left modifiers without article, number and bound, and the head."""
    first = head
    tokens = reading.tokens
    children = {
        c.i for c in reading.children(head) if c.dep in ("amod", "compound", "nmod", "poss", "punct", "npadvmod")
    }
    covered: set[int] = set()
    for c in children:
        a, b = reading.subtree(c)
        covered.update(range(a, b))
    i = head - 1
    while i >= 0 and i in covered:
        t = tokens[i]
        if t.lower in _CALENDAR and t.tag == "NNP":
            break  # "On Saturday crowds set fire to a station"
        if t.lower in _PARTICIPLES or t.tag in ("CD", "DT", "PRP$", "WP$") or t.lower in quantities() or t.text in "\"“”'‘,":
            break
        if t.lower in (
            "suspected",
            "alleged",
            "other",
            "several",
            "many",
            "more",
            "at",
            "least",
            "innocent",
            "accused",
            "additional",
            "further",
            "remaining",
            "numerous",
            "multiple",
            "various",
            "fellow",
        ):
            break
        first = i
        i -= 1
    while first < head and tokens[first].text in _LOOSE:
        first += 1
    if first < head - 2 and tokens[first].lower in ("year", "month", "day") and tokens[first + 1].text == "-":
        first += 3  # "15-year-old boy": an age describes nobody
    if first < head and tokens[first].lower in ("year", "month") and first and tokens[first - 1].text == "-":
        first += 1  # "a 6-year child"
    if first < head and tokens[first].lower in ("story", "storey", "storied", "floor"):
        first += 1  # "two-storey hotel"
    while first < head and tokens[first].text in _LOOSE:
        first += 1
    return first, head + 1


def made(
    reading: Reading, text: str, role: str, cls: PartyClass | str, first: int, last: int, namer: Namer, *, named: bool
) -> Iterator[Party]:
    who = namer(text)
    if cls == "unknown" and not named:
        return
    yield Party(role, who.name, who.number, cls, named, reading.span(first, last), who.entry, who.kind, who.country)  # type: ignore[arg-type]
