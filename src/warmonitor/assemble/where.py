"""Which place names of a report tell where something happened, and which only locate, qualify or name somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from warmonitor.lexicon.people import people_words
from warmonitor.model.findings import Findings
from warmonitor.model.mention import PlaceMention
from warmonitor.model.reading import Reading

_NOT_LOCATIVE = frozenset("for with against by about than as like without versus despite concerning regarding".split())
_ORIGIN = frozenset({"of", "from"})
_OWN_NAMES = frozenset(
    "hospital mosque church cathedral school embassy consulate university college farm hotel clinic shrine temple synagogue".split()
)
"""Facilities that bear names of their own, which need not be their towns'."""
_CITY = 100_000
"""People from which a town's name in that of a hospital or university tells where it is."""
_TOWNS = frozenset("town village city district province area region neighbourhood neighborhood camp governorate suburb".split())
_CLIMB = 3
"""Nouns between a place and the people from there ("evacuees from the northern towns of" X)."""
_KNOWN = 200_000
"""People from which a town needs no company of its country."""
_SEVERAL = 2
_NEAR_ENOUGH = 14
"""Tokens between a place and the one that only says where it lies ("D, a town 40 km north of E")."""


def locations(findings: Findings) -> tuple[PlaceMention, ...]:
    """The mentions that may be where an incident happened, in text order."""
    named = {i: p for p in findings.places if p.role == "location" for i in range(p.first, p.last)}
    kept = [p for p in findings.places if p.role == "location" and admissible(findings, p, named)]
    return tuple(p for p in kept if not _only_locates(findings.reading, p, kept) and not _astray(findings, p))


def admissible(findings: Findings, p: PlaceMention, named: dict[int, PlaceMention]) -> bool:
    """False for names of bodies, of states that act, of peoples' homes, and for places that only locate another place."""
    reading = findings.reading
    head = head_of(reading, p.first, p.last)
    above = reading.tokens[reading.tokens[head].head]
    if (
        above.dep in ("prep", "dative", "agent")
        and above.lower in _NOT_LOCATIVE
        and (p.place.kind in ("country", "region") or above.lower == "than")
    ):
        return False
    if above.dep == "prep" and _speaks(reading, above.head):
        return False
    return not (_names_someone(findings, p) or _part_of_facility(reading, p) or _locates_another(reading, p, named))


def _astray(findings: Findings, p: PlaceMention) -> bool:
    """A small place in a country of which the report names nothing else, while it names several places of another: the
    namesake of a surname, a make or a body."""
    country = p.place.country
    if country is None or p.place.kind == "country" or p.place.population > _KNOWN or p.within is not None:
        return False
    others = [q.place for q in findings.places if q.name != p.name and q.place.country]
    if any(q.country == country for q in others):
        return False
    named: dict[str | None, set[str]] = {}
    for q in others:
        named.setdefault(q.country, set()).add(q.name)
    return any(len(names) >= _SEVERAL for names in named.values())


def home(reading: Reading, p: PlaceMention) -> bool:
    """True for where people are from: "residents of X", "evacuees from X and Y"."""
    t = reading.tokens
    i = head_of(reading, p.first, p.last)
    for _ in range(_CLIMB):
        while t[i].dep == "conj":
            i = t[i].head
        prep = t[t[i].head]
        if prep.dep != "prep" or prep.lower not in _ORIGIN:
            return False
        noun = t[prep.head]
        if people_words().get(noun.lemma) in ("civilian", "armed", "official"):
            return True
        if noun.lemma not in _TOWNS:
            return False
        i = noun.i
    return False


def _names_someone(findings: Findings, p: PlaceMention) -> bool:
    for n in findings.reading.names:
        if (
            n.first < p.last
            and p.first < n.last
            and n.entry is not None
            and n.kind in ("organisation", "armed-group", "person")
        ):
            return True
    return any(
        q.role in ("agent", "blamed", "claimant") and q.span.overlaps(p.span) for ps in findings.parties for q in ps
    )


def _speaks(reading: Reading, noun: int) -> bool:
    """True where the noun above describes a speaker named before: "said Roe, an analyst in Nairobi" tells where Roe is."""
    t = reading.tokens[noun]
    return t.dep == "appos" and any(
        s.start <= reading.tokens[t.head].start < s.end for a in reading.attributions for s in a.source
    )


def _part_of_facility(reading: Reading, p: PlaceMention) -> bool:
    """A name inside a hospital's or embassy's name is not its town; bases, airports and camps are often named after theirs."""
    for n in reading.names:
        if n.kind == "facility" and n.first <= p.first and p.last <= n.last and (n.first, n.last) != (p.first, p.last):
            own = reading.tokens[n.last - 1].lemma in _OWN_NAMES and p.place.population < _CITY
            return p.place.kind == "country" or own
    return False


def _locates_another(reading: Reading, p: PlaceMention, named: dict[int, PlaceMention]) -> bool:
    """True for a place that only says where another one is: "Bagram, just outside Kabul", "the base near Mosul"."""
    head = head_of(reading, p.first, p.last)
    for a in reading.ancestors(head):
        other = named.get(a.i)
        if other is not None and other is not p:
            return reading.tokens[head].dep != "conj"
        if a.tag[:1] == "V":
            return False
    return False


def _only_locates(reading: Reading, p: PlaceMention, kept: list[PlaceMention]) -> bool:
    """ "D, 40 km north of E": E behind D in one sentence."""
    if not p.near:
        return False
    sentence = reading.tokens[p.first].sentence
    return any(
        not q.near and q.last <= p.first <= q.last + _NEAR_ENOUGH and reading.tokens[q.first].sentence == sentence
        and not any(reading.tokens[i].tag[:2] in ("VB", "MD") for i in range(q.last, p.first))
        for q in kept
    )  # fmt: skip


_APART = frozenset({"after", "before", "since", "following", "when", "while", "as"})


def told_below(reading: Reading, verb: int, heads: Iterable[tuple[int, int]]) -> int | None:
    """Which of several happenings is told by a verb that is none itself: "fighting raged, killing two", "X was exposed to
    shelling, causing deaths". `heads` are (happening, event token); the one fewest steps below the verb, then the first.

    What is told as before, after or beside another ("said that A, after B") does not count where anything else is left.
    """
    reached = dict(sorted(_steps(reading, verb, heads), reverse=True))  # the nearest of each wins
    direct = {n: best for n, best in reached.items() if not best[0]} or reached
    return min(direct, key=lambda n: direct[n]) if direct else None


def _steps(reading: Reading, verb: int, heads: Iterable[tuple[int, int]]) -> Iterator[tuple[int, tuple[bool, int, int]]]:
    """(Happening, (set apart, steps up to the verb, event token)) for each event token below the verb."""
    for n, head in heads:
        apart = steps = 0
        below = reading.tokens[head]
        for a in reading.ancestors(head):
            apart |= below.lower in _APART or any(c.lower in _APART for c in reading.children(below.i, "mark", "advmod"))
            steps += 1
            if below.dep == "conj" and below.tag[:1] == "V" and a.i == verb:
                break  # a clause of its own beside that of the verb
            if a.i == verb:
                yield n, (bool(apart), steps, head)
                break
            below = a


_LIGHT = frozenset("series wave spate number string round act campaign part dozen hundred pair couple kind result course".split())
_ABOUT = frozenset("of for about over into against concerning regarding behind to on".split())
_SHOWING = frozenset("reveal show disclose expose conclude determine establish learn discover".split())
_MATTER = frozenset("over about for concerning regarding into".split())


def only_talked_of(reading: Reading, verb: int, head: int, happenings: Collection[int]) -> bool:
    """True for a happening that is only the matter of what a verb tells: "visited the site of the attack", "resigned over it".

    `happenings` are the tokens of event words; the time and place of the verb are then not its own.
    """
    below = reading.tokens[head]
    aimed = False
    for a in reading.ancestors(head):
        aimed |= below.tag == "VB"
        if a.i == verb:
            return below.dep == "prep" and below.lower in _MATTER
        if below.dep == "ccomp" and a.lemma in _SHOWING:
            return True  # "anger grew on Monday when a report revealed that he was shot"
        if a.tag[:2] == "NN" and a.i not in happenings and a.lemma not in _LIGHT:
            about = below.dep == "relcl" or below.dep == "acl" and aimed  # "efforts to clarify the murder"
            if about or below.dep == "prep" and below.lower in _ABOUT:
                return True
        below = a
    return False


def head_of(reading: Reading, first: int, last: int) -> int:
    """The token of [first, last) whose head lies outside."""
    for i in range(first, last):
        if not first <= reading.tokens[i].head < last or reading.tokens[i].head == i:
            return i
    return first
