"""Who and what was hit, as MUC-4 wants it: each person or building with its words, number, type, nation and effect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evaluation.muc.words import MILITARY, NATIONALITIES, NATIONS, PEOPLE, SITES
from warmonitor.find.arguments import subject_of
from warmonitor.find.phrases import bare, coordinated, noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import number_words, quantities
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, TollMention
from warmonitor.model.reading import Name, Reading, Token

_DEATH = frozenset("kill die murder assassinate execute slay massacre perish lynch behead gun riddle shoot murdering assassination murder "
                   "killing massacre death slaying execution assassinate".split())  # fmt: skip
_INJURY = frozenset("wound injure hurt maim".split())
_DESTROY = frozenset("destroy raze demolish burn gut flatten".split())
_DAMAGE = _DESTROY | frozenset("damage wreck shatter ruin".split())
_AT = frozenset("in at inside outside near against on under by opposite across behind".split())
_WHERE = frozenset("city town village area district neighborhood street road highway avenue square country region province suburb "
                   "department corner zone municipality settlement position hill".split())  # fmt: skip
_GENERAL = frozenset("office building headquarters headquarter station center residence house home facility installation tower line "
                     "system plant branch property".split())  # fmt: skip
_NO_ONE = frozenset("it one other others some what which that this thing responsibility act crime attack series operation action life "
                    "area zone place number group part side toll victim way member".split())  # fmt: skip
_TITLES = frozenset({"civilian", "official", "state", "armed"})
_ANYONE = frozenset("person people man woman individual child".split())


@dataclass(slots=True)
class Target:
    """One person, group of people or building. `names` and `descriptions` are words of the report; None number is unknown."""

    human: bool
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    number: str | None = None
    kind: str = ""
    military: bool = False
    guerrilla: bool = False
    nation: str | None = None
    effects: list[str] = field(default_factory=list)
    head: str = ""

    @property
    def reference(self) -> str:
        return (self.names or self.descriptions)[0]


def targets(findings: Findings, events: list[int], tolls: Iterable[TollMention]) -> list[Target]:
    """All targets of an incident, equal ones joined, in text order."""
    reading = findings.reading
    found: list[Target] = []
    for k in events:
        event = findings.events[k]
        for argument in event.arguments:
            if argument.role in ("patient", "of") or argument.role == "modifier" and _facility(reading, argument.head):
                effect = _effect(reading, event)
                _add(found, reading, argument.head, effect, event.realis == "negated")
            elif argument.role == "device" and _facility(reading, argument.head):
                _add(found, reading, argument.head, "", False)
            elif event.frame == "undergo" and argument.role == "agent":
                _add(found, reading, argument.head, "DEATH", False)
        for i in _sites_of(reading, event):
            _add(found, reading, i, "", False)
    for i, effect in _damaged(findings, events):
        _add(found, reading, i, effect, False)
    for toll in tolls:
        if toll.head is not None:
            _add(found, reading, toll.head, {"killed": "DEATH", "injured": "INJURY"}.get(toll.kind, ""), False, toll)
        elif toll.kind in ("killed", "injured") and toll.count is not None and toll.count.low:
            _bare_toll(found, toll)
    return found


def _sites_of(reading: Reading, event: EventMention) -> Iterator[int]:
    """ "a bomb went off outside the bank", "an explosion in front of the embassy": what stood there was hit."""
    for i in dict.fromkeys((event.head, event.clause)):
        for c in reading.children(i, "prep"):
            if c.lower in _AT:
                for o in reading.children(c.i, "pobj"):
                    if o.lemma in ("front", "entrance", "door", "gate", "middle", "vicinity", "parking", "lot", "side"):
                        yield from (x.i for d in reading.children(o.i, "prep") for x in reading.children(d.i, "pobj") if _facility(reading, x.i))
                    for head in coordinated(reading, o.i):
                        if _facility(reading, head) and reading.tokens[head].lemma not in _WHERE:
                            yield head


def _damaged(findings: Findings, events: list[int]) -> Iterator[tuple[int, str]]:
    """(Head of what was damaged, effect) in the sentences that tell of the act and the one after each."""
    reading = findings.reading
    told = {reading.tokens[findings.events[k].head].sentence for k in events}
    others = (e for k, e in enumerate(findings.events) if k not in events and e.frame not in ("result", "undergo", "anaphor"))
    other = {reading.tokens[e.head].sentence for e in others}
    for n in sorted(told | {s + 1 for s in told if s + 1 < len(reading.sentences) and s + 1 not in other}):
        s = reading.sentences[n]
        for t in reading.tokens[s.first : s.last]:
            if t.lemma not in _DAMAGE or t.tag[:1] not in ("V", "N") or t.tag[:2] == "NN" and t.lemma != "damage":
                continue
            effect = "DESTROYED" if t.lemma in _DESTROY else "SOME DAMAGE"
            hit = [c.i for c in reading.children(t.i, "dobj")] if t.tag[:1] == "V" else []
            subject, passive = subject_of(reading, t.i) if t.tag[:1] == "V" else (None, False)
            if subject is not None and passive:
                hit = [subject]
            hit += [o.i for c in reading.children(t.i, "prep") if c.lower == "to" for o in reading.children(c.i, "pobj")]
            for h in hit:
                yield from ((i, effect) for i in coordinated(reading, h) if people_words().get(reading.tokens[i].lemma) not in _TITLES)


def _facility(reading: Reading, i: int) -> bool:
    return people_words().get(reading.tokens[i].lemma) in ("facility", "vehicle")


def _effect(reading: Reading, event: EventMention) -> str:
    lemma = reading.tokens[event.head].lemma
    if lemma in _DEATH or reading.tokens[event.first].lemma in _DEATH:
        return "DEATH"
    if lemma in _INJURY:
        return "INJURY"
    if lemma in _DESTROY:
        return "DESTROYED"
    return ""


def _bare_toll(found: list[Target], toll: TollMention) -> None:
    """ "four dead": a number without a noun is about the people last named, if any, else of people unknown."""


def _add(found: list[Target], reading: Reading, head: int, effect: str, negated: bool, toll: TollMention | None = None) -> None:
    t = reading.tokens[head]
    if t.tag in ("PRP", "PRP$", "WP", "WDT", "DT", "EX"):
        meant = reading.references.get(head)
        if meant:
            for target in found:
                if target.human and any(_same_name(meant, n) for n in target.names) and effect and effect not in target.effects:
                    target.effects.append(effect)
        return
    made = _made(reading, t)
    if made is None:
        return
    if made.human and not made.names:
        for c in reading.children(head, "appos"):
            for i in coordinated(reading, c.i):
                named = _made(reading, reading.tokens[i])
                if named is not None and named.names:
                    named.descriptions = named.descriptions or made.descriptions
                    named.kind = made.kind if named.kind == "CIVILIAN" else named.kind
                    _join(found, named, effect)
    if toll is not None and toll.count is not None and made.human and not made.names:
        made.number = _number(toll)
    _join(found, made, effect)


def _join(found: list[Target], made: Target, effect: str) -> None:
    if effect and made.human == (effect in ("DEATH", "INJURY")):
        made.effects.append(effect)
    for old in found:
        if _joins(old, made):
            _merge(old, made)
            return
    found.append(made)


def _number(toll: TollMention) -> str | None:
    c = toll.count
    if c is None:
        return None
    if c.low is not None and c.low == c.high:
        return str(c.low)
    if isinstance(c.value, str):
        return "PLURAL"
    return str(c.low if c.low is not None else c.high)


def _made(reading: Reading, t: Token) -> Target | None:
    name = reading.name_at(t.i)
    if name is not None and name.kind == "person":
        return _person(reading, t, name.first, name.last)
    before = reading.name_at(t.i - 1) if t.i and t.tag == "NN" else None
    if before is not None and before.kind == "person" and reading.tokens[t.i - 1].head == t.i and t.text.isupper() and not _known(t):
        return _person(reading, t, before.first, t.i + 1)  # a surname that is a common word: "Ramiro Love"
    titled = _titled(reading, t, name)
    if titled is not None:
        return titled
    if name is None or name.kind in ("facility", "other", "organisation", "nationality", "place", "armed-group"):
        return _described(reading, t, name)
    return None


def _titled(reading: Reading, t: Token, name: Name | None) -> Target | None:
    """ "Senator Ana Ruiz", "the banker Luis Gil": a title before proper nouns makes a person of what no list knows."""
    if t.tag != "NNP" or name is not None and name.kind in ("facility", "armed-group"):
        return None
    first, _ = noun_phrase(reading, t.i, of=False)
    at = t.i
    while at > first and reading.tokens[at - 1].tag == "NNP" and people_words().get(reading.tokens[at - 1].lemma) not in _TITLES:
        at -= 1
    title = at - 1
    if title < first or people_words().get(reading.tokens[title].lemma) not in _TITLES or people_words().get(t.lemma) in ("facility", "vehicle"):
        return None
    words = _caps(reading.words(*bare(reading, first, at)))
    return Target(True, [_full(reading, reading.words(at, t.i + 1))], [words], "1", _person_type(words), nation=_nation(words))


def _known(t: Token) -> bool:
    return t.lemma in people_words() or any(t.lemma in nouns.split() for nouns in SITES.values())


def _person(reading: Reading, t: Token, start: int, end: int) -> Target:
    first, _ = noun_phrase(reading, t.i, of=False)
    descriptions = []
    if first < start:
        a, b = bare(reading, first, start)
        if b > a and reading.tokens[b - 1].tag[:1] not in ("D", "P", "C") and a < start:
            descriptions.append(_caps(reading.words(a, b)))
    for c in reading.children(t.i, "appos"):
        if reading.name_at(c.i) is None or reading.name_at(c.i).kind != "person":  # type: ignore[union-attr]
            descriptions.append(_caps(reading.words(*bare(reading, *noun_phrase(reading, c.i)))))
    head = reading.tokens[t.head]
    if t.dep == "appos" and head.tag[:2] == "NN" and people_words().get(head.lemma) in ("civilian", "official", "state"):
        descriptions.append(_caps(reading.words(*bare(reading, *noun_phrase(reading, head.i)))))
    full = _full(reading, reading.words(start, end))
    words = " ".join(descriptions)
    told = [d for d in descriptions if d and not d[:1].isdigit()]
    return Target(True, [full], told, "1", _person_type(words), nation=_nation(words))


def _full(reading: Reading, text: str) -> str:
    """The longest name of a person in the report that holds all words of this one."""
    mine = set(text.upper().split())
    others = [n.text for n in reading.names if n.kind == "person" and mine < set(n.text.upper().split())]
    return _caps(max(others, key=len, default=text))


def _described(reading: Reading, t: Token, name: Name | None) -> Target | None:
    if t.lemma in _NO_ONE or t.tag[:2] not in ("NN", "JJ", "CD") or t.tag == "CD":
        return None
    cls = people_words().get(t.lemma)
    if name is not None and name.kind in ("place",) and cls is None:
        return None
    if name is not None and cls is None and (name.kind == "facility" or name.kind == "organisation" and _site_type(reading, t)):
        cls = "facility"
    if name is not None and name.kind in ("nationality", "armed-group"):
        return None
    if cls is None and t.lemma not in _ANYONE and not _site_type(reading, t):
        return None
    human = cls in ("armed", "state", "civilian", "official") and not _site_head(t)
    first, last = bare(reading, *noun_phrase(reading, t.i, of=not human or t.lemma in ("member", "head", "leader", "mayor")))
    first = _after_number(reading, first, t.i)
    words = _caps(reading.words(first, last))
    around = {x.lemma for x in reading.tokens[first:last]}
    target = Target(human, [], [words], _counted(reading, t), head=t.lemma)
    target.nation = _nation(words)
    if human:
        target.kind = _person_type(words)
        target.guerrilla = cls == "armed" and t.lemma not in ("guard", "bodyguard", "member", "leader", "element")
        target.military = cls == "state" and target.kind == "ACTIVE MILITARY"
    else:
        target.kind = _site_type(reading, t) or "OTHER"
        target.military = bool(around & MILITARY) and "bridge" not in around and "highway" not in around
        target.guerrilla = bool(around & {"rebel", "guerrilla", "fmln", "terrorist"})
    return target


def _site_head(t: Token) -> bool:
    return people_words().get(t.lemma) in ("facility", "vehicle") and t.lemma not in ("guard",)


def _after_number(reading: Reading, first: int, head: int) -> int:
    while first < head:
        t = reading.tokens[first]
        if t.tag != "CD" and t.lower not in quantities() and t.lower not in ("least", "about", "at", "more", "than"):
            break
        first += 1
    return first


def _counted(reading: Reading, t: Token) -> str | None:
    for c in reading.children(t.i, "nummod", "amod", "det"):
        if c.text.isdigit():
            return c.text
        if c.lower in number_words() and c.lower not in ("a", "an"):
            return str(number_words()[c.lower])
    return "PLURAL" if t.tag in ("NNS", "NNPS") else "1"


def _caps(words: str) -> str:
    return re.sub(r"\s*\[[^\]]*\]\s*|^[^\[]*\]\s*|\s*\[[^\]]*$", " ", words).upper().strip(" ,;-\"")


def _person_type(words: str) -> str:
    parts = words.lower().replace("-", " ").split()
    singular = {p.rstrip("s") for p in parts} | set(parts)
    for kind, nouns in PEOPLE:
        if singular & set(nouns.split()):
            if "former" in singular and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY"):
                return "FORMER " + kind
            return kind
    return "CIVILIAN"


def _site_type(reading: Reading, t: Token) -> str:
    before = [reading.tokens[i].lemma for i in range(noun_phrase(reading, t.i, of=False)[0], t.i)]
    of = [o.lemma for c in reading.children(t.i, "prep") if c.lower == "of" for o in reading.children(c.i, "pobj")]
    order = [*before[::-1], *of, t.lemma] if t.lemma in _GENERAL else [t.lemma, *before[::-1], *of]
    for word in order:
        for kind, nouns in SITES.items():
            if word in nouns.split():
                return kind
    return ""


def _nation(words: str) -> str | None:
    for word in words.split():
        if word in NATIONALITIES:
            return NATIONS[NATIONALITIES[word]]
    return None


def _same_name(a: str, b: str) -> bool:
    x, y = set(a.upper().split()), set(b.upper().split())
    return bool(x and y) and (x <= y or y <= x)


def _joins(old: Target, new: Target) -> bool:
    if old.human != new.human:
        return False
    if old.names and new.names:
        return any(_same_name(a, b) for a in old.names for b in new.names)
    if old.names or new.names:
        return bool(set(old.descriptions) & set(new.descriptions))
    return old.head == new.head and (old.number in (new.number, "PLURAL", None) or new.number in ("PLURAL", None))


def _merge(old: Target, new: Target) -> None:
    if new.names and len(new.names[0]) > len(old.names[0] if old.names else ""):
        old.names = new.names[:1]
    for d in new.descriptions:
        if d not in old.descriptions and old.names:
            old.descriptions.append(d)
        elif not old.names and len(d) > len(old.descriptions[0]) and d.endswith(old.descriptions[0]):
            old.descriptions = [d]
    if old.number in (None, "PLURAL") and new.number:
        old.number = new.number
    if old.kind in ("", "CIVILIAN", "OTHER") and new.kind:
        old.kind = new.kind
    old.nation = old.nation or new.nation
    old.effects += [e for e in new.effects if e not in old.effects]


def usable(found: Iterable[Target]) -> Iterator[Target]:
    """Targets that the task counts: not guerrillas, nor what is a fight between two forces."""
    for target in found:
        if not target.guerrilla and not target.military:
            yield target
