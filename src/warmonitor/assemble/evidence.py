"""What speaks for and against that a sketch tells of an incident that other sketches have told: names of evidence.

What each name weighs is data (`lexicon/coreference.csv`), estimated from coded reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from warmonitor.assemble.clusters import Cluster, gap, is_bare, kinds, km, scenes, specific, whens
from warmonitor.assemble.sketch import Sketch, group, parties_of
from warmonitor.assemble.targets import are_like
from warmonitor.lexicon.coreference import weights
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.turns import is_turn
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention

NEXT_DOOR = 5.0
"""Kilometres within which two named places are one scene."""
_SETTLEMENTS = frozenset({"town", "village", "city", "settlement", "camp"})
_DIVISIONS = frozenset({"province", "governorate", "department", "state", "region"})
_POINTING = frozenset("the this that these those his her its their our same".split())


def evidence(findings: Findings, c: Cluster, s: Sketch, rivals: Sequence[Cluster], *, headline: bool = False) -> list[str]:
    """All that speaks for or against that `s` tells of the incident `c`, by name; `rivals` are all it may tell of, with `c`."""
    out = [
        *_anaphora(findings, c, s), *_kind(findings, c, s), *_where(findings, c, s), *_when(c, s), *_who(findings, c, s),
        *_figures(findings, c, s), *_nearness(findings, c, s), *_novelty(findings, c, s), *_newcomers(findings, c, s),
        *turning(findings, c, s), *_retelling(findings, c, s),
    ]  # fmt: skip
    if len(rivals) < 2:
        out.append("the only one told")
    if _goes_on(findings, c, s):
        out = [*(n for n in out if n not in _OF_NEWS), "the same force goes on"]
    return [*out, "headline"] if headline else out


_OF_NEWS = frozenset({"other doer", "also done", "others are hit", "other figure"})
_ONWARD = 4
"""Sentences over which "the force also detained …" still goes on with the last arrest told."""


def _last(c: Cluster) -> int:
    return max(x.sentence for x in c.sketches)


def _goes_on(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "The security force also detained two suspects", with no place or day of its own, after an arrest by a force."""
    main = findings.events[s.events[0]]
    known = {p.place.name for x in c.sketches for p in x.places}
    if group(main) != "arrest" or not {p.place.name for p in s.places} <= known or not 0 < s.sentence - _last(c) <= _ONWARD:
        return False
    reading = findings.reading
    if any(t.kind == "heading" for t in reading.sentences[_last(c) : s.sentence]):
        return False
    also = any(t.lower in ("also", "too") or t.lower == "additional" for t in reading.tokens[main.clause : main.clause + 4]) or any(
        t.lower == "also" for t in reading.children(main.head, "advmod")
    )
    more = any(t.lower == "additional" for a in main.arguments if a.role == "patient" for t in reading.tokens[a.first : a.last])
    arrests = [findings.events[k] for x in c.sketches for k in x.events if group(findings.events[k]) == "arrest"]
    return (also or more) and bool(arrests)


def shared(findings: Findings, c: Cluster, s: Sketch) -> list[str]:
    """Evidence that counts only where both say something."""
    found = [*_where(findings, c, s), *_when(c, s), *_who(findings, c, s), *_figures(findings, c, s)]
    return [*_kind(findings, c, s), *_seldom(findings, c, s), *(name for name in found if "of its own" not in name and name != "placed here first")]


def _seldom(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    """Captures of people and their release are told again and again, while attacks follow one another."""
    mine, theirs = ({group(findings.events[k]) for k in ks} for ks in (s.events, (k for x in c.sketches for k in x.events)))
    if mine & theirs & _SELDOM:
        yield "seldom done twice"


_SELDOM = frozenset({"abduction", "release", "captive"})


def weigh(names: list[str], use: str = "joining") -> tuple[float, str]:
    """(The sum of what the evidence weighs, the evidence in words)."""
    known = weights(use)
    return sum(known[n] for n in names), ", ".join(f"{n} {known[n]:+.1f}" for n in names)


# pointing back ----------------------------------------------------------------------------------------------------------
def _anaphora(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    mentions = [findings.events[k] for k in s.events]
    definite = [e for e in mentions if e.definite]
    if definite:
        many = any(findings.events[k].plural for x in c.sketches for k in x.events)
        yield "points back" if many or not definite[0].plural else "several pointing back to one"
    elif all(is_bare(e) or _is_outcome(findings, e) for e in mentions) and not _has_own_doer(findings, c, s):
        yield "result of something told"


def _is_outcome(findings: Findings, e: EventMention) -> bool:
    """ "A hotel and two cars were destroyed": what came of something, nobody named."""
    head = findings.reading.tokens[e.head]
    return head.lemma == "destroy" and head.tag == "VBN" and not any(a.role == "agent" for a in e.arguments)


def _has_own_doer(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """True where someone does it who has done nothing in `c`: "gunmen killed two guards" is no result of a blast before."""
    known = {p.identity for x in c.sketches for p in parties_of(findings, x)}
    return any(p.role == "agent" and p.identity not in known for p in parties_of(findings, s))


def _retelling(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    """ "The ministry said rebels shelled the town" after the same of another voice."""
    mine = _voice(findings, s)
    if mine and mine not in {_voice(findings, x) for x in c.sketches if x.events}:
        yield "told by another"
    main = findings.events[s.events[0]]
    reading = findings.reading
    also = any(t.lower in ("also", "too") for t in (*reading.children(main.head, "advmod"), *reading.children(main.clause, "advmod")))
    if _same_people_go_on(findings, c, s):
        yield "the doer goes on"
    elif also and "release" not in main.subtypes and not is_bare(main):  # "a child was also released": with those let go before
        yield "also done"
    if not (s.places or s.times or s.weapons or s.tolls or parties_of(findings, s)):
        yield "nothing of its own"


def _same_people_go_on(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "Gunmen attacked a village. The men opened fire … They also burned …": "they" or "the men" right behind what armed men did."""
    reading = findings.reading
    tokens = reading.tokens
    main = findings.events[s.events[0]]
    if main.form != "verb" or is_bare(main) or not 0 < s.sentence - _last(c) <= 1:
        return False
    armed = any(p.cls == "armed" and p.role == "agent" for x in c.sketches for p in parties_of(findings, x))
    doers = [a for a in main.arguments if a.role == "agent"]
    return armed and any(
        tokens[a.head].lower == "they"
        or tokens[a.first].lower == "the" and tokens[a.head].tag == "NNS" and a.last - a.first <= 2 and _may_be_armed(tokens[a.head].lemma)
        for a in doers
    )


def _may_be_armed(lemma: str) -> bool:
    return lemma in ("man", "group") or people_words().get(lemma) == "armed"


def _voice(findings: Findings, s: Sketch) -> str:
    token = findings.reading.tokens[findings.events[s.events[0]].head]
    here = findings.reading.attribution_at(token.start, token.end)
    return here.speaker.name if here is not None else ""


# what, where, when ------------------------------------------------------------------------------------------------------
def _kind(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    mine = specific(findings, s)
    theirs = kinds(findings, c)
    if mine and mine & theirs:
        first = findings.events[s.events[0]].subtypes[0]
        same = any(first == findings.events[x.events[0]].subtypes[0] for x in c.sketches if x.events)
        yield "same kind" if same else "kind fits"
    elif not (mine and theirs):
        yield "kind open"


def _where(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    theirs = scenes(findings, (p for x in c.sketches for p in x.places))
    mine = scenes(findings, s.places)
    if not mine:
        yield "no place of its own"
    elif not theirs:
        yield "placed here first"
    if not mine or not theirs:
        return
    pairs = [(p, q) for p in mine for q in theirs]
    if any(p.place.name.lower() == q.place.name.lower() for p, q in pairs):
        yield "same place"
        return
    sharp = [(p, q) for p, q in pairs if max(p.place.precision, q.place.precision) < 3]
    near = [d for p, q in sharp if (d := km(p, q)) is not None]
    if near and min(near) < NEXT_DOOR:
        yield "next door"
    elif near and all(p.place.kind in _SETTLEMENTS for p in mine) and not any(p.near or q.near for p, q in sharp):
        yield "another town"
    elif sharp:
        yield "some other spot"
    elif all(p.place.kind == q.place.kind and p.place.kind in _DIVISIONS and not p.part and not q.part for p, q in pairs):
        yield "another province"
    else:
        yield "places agree"


def _when(c: Cluster, s: Sketch) -> Iterator[str]:
    mine, theirs = whens(s), [w for x in c.sketches for w in whens(x)]
    if not mine:
        yield "no time of its own"
        return
    if not theirs:
        return
    pairs = [(v, w) for v in mine for w in theirs if v.start and w.start and v.end and w.end]
    if any(gap(v, w) == 0 and "day" in (v.precision, w.precision) for v, w in pairs):
        yield "same day"
        return
    days = [gap(v, w) for v, w in pairs if v.precision == w.precision == "day"]
    if days and min(days) == 1:
        yield "another day"
    elif any(gap(v, w) == 0 for v, w in pairs):
        yield "dates agree"


# who, how many ----------------------------------------------------------------------------------------------------------
def _who(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    mine = parties_of(findings, s)
    theirs = [p for x in c.sketches for p in parties_of(findings, x)]
    hit = {p.identity for p in mine if p.role == "patient"}
    if hit & {p.identity for p in theirs if p.role in ("patient", "party")}:
        yield "same target"
    elif _other_side(findings, c, s):
        yield "people of another side"
    elif _like(mine, theirs):
        yield "like target"
    if {p.identity for p in mine if p.role != "patient"} & {p.identity for p in theirs if p.role != "patient"}:
        yield "same doer"
    a = {p.identity for p in mine if p.role == "agent"}
    b = {p.identity for p in theirs if p.role == "agent"}
    if a and b and not a & b:
        hit_before = {p.identity for p in theirs if p.role == "patient"}
        struck_back = bool(a & hit_before and b & hit) or _on_the_troops(findings, c, s) and _struck_back(mine, theirs)
        struck_back = struck_back or _hit_back(findings, c, s)
        yield "the same two sides" if struck_back or _met_with_force(findings, c, s) else "other doer"
    named_a = {p.identity for p in mine if p.role == "patient" and p.named}
    named_b = {p.identity for p in theirs if p.role == "patient" and p.named}
    if named_a and named_b and not named_a & named_b:
        yield "other target"


def _struck_back(mine: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """ "Five rebels fired on the troops" between what troops did to rebels: nameless fighters on one side, a force on the other."""
    fighters = any(p.role == "agent" and p.cls == "armed" and not p.named for p in mine)
    fighters = fighters and any(p.role == "patient" and p.cls == "armed" for p in theirs)
    force = any(p.role == "agent" and p.cls == "state" for p in theirs) and any(p.role == "patient" and p.cls == "state" for p in mine)
    return fighters and force


def _hit_back(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "The army said it killed seven of the attackers" behind an attack on soldiers: those hit are a side of their own."""
    mine, theirs = parties_of(findings, s), [p for x in c.sketches for p in parties_of(findings, x)]
    if s.places or s.times or not all(is_bare(findings.events[k]) for k in s.events) or not 0 <= s.sentence - _last(c) < _ONWARD:
        return False
    ours = [p for p in mine if p.role == "agent"]
    force = bool(ours) and all(p.cls == "state" for p in ours) and not any(p.role == "patient" and p.cls in ("state", "civilian") for p in mine)
    attacked = any(p.role in ("patient", "party") and p.cls == "state" for p in theirs)
    return force and attacked and not any(p.role == "agent" and p.cls == "state" for p in theirs)


def _on_the_troops(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """Those hit are told of as known ("the troops", "them"), shortly after, with no place and day of its own."""
    tokens = findings.reading.tokens
    hit = [tokens[a.first].lower for k in s.events for a in findings.events[k].arguments if a.role == "patient"]
    known = any(w in _POINTING or w in ("them", "they") for w in hit)
    return known and not s.places and not s.times and 0 <= s.sentence - max(x.sentence for x in c.sketches) < _ONWARD


def _met_with_force(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "Crowds gathered in Arda, with one killed by forces as they tried to disperse protesters": a protest has two sides."""
    crowd = {findings.events[k].subtypes[0] for k in s.events if group(findings.events[k]) == "crowd"}
    before = {findings.events[k].subtypes[0] for x in c.sketches for k in x.events if group(findings.events[k]) == "crowd"}
    near = min(abs(s.sentence - x.sentence) for x in c.sketches) <= 1
    return near and bool(crowd and before) and ("with-intervention" in crowd) != ("with-intervention" in before)


def _other_side(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """Fighters set free are not the hostages set free for them; a swap is of both."""
    if "release" not in findings.events[s.events[0]].subtypes:
        return False
    theirs = [p for x in c.sketches if x.events for p in findings.parties[x.events[0]]]
    sides = [{p.cls for p in x if p.role == "patient"} & {"armed", "civilian"} for x in (findings.parties[s.events[0]], theirs)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


def _like(mine: Iterable[Party], theirs: Iterable[Party]) -> bool:
    """True where those who undergo it may well be the same people under another word."""
    undergone = [p for p in theirs if p.role == "patient"]
    return any(are_like(p, q) for p in mine if p.role == "patient" for q in undergone)


def _figures(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    mine = _totals(s)
    theirs = {x for y in c.sketches for x in _totals(y)}
    if mine & theirs:
        yield "same figure" if max(n for _, n in mine & theirs) > 4 else "same small figure"
        return
    a, b = {k for k, _ in mine}, {k for k, _ in theirs}
    if a & b and not any(e.definite for e in (findings.events[k] for k in s.events)):
        yield "other figure"
    elif {w.kind for w in s.weapons if not w.platform} & {w.kind for x in c.sketches for w in x.weapons}:
        yield "same weapon"


def _totals(s: Sketch) -> set[tuple[str, int]]:
    """(Kind, figure) of a sketch, and of its parts summed where several stand side by side."""
    out: dict[str, list[int]] = {}
    for t in s.tolls:
        if t.count and t.part == "total" and isinstance(t.count.value, int):
            out.setdefault(t.kind, []).append(t.count.value)
    return {(kind, n) for kind, ns in out.items() for n in (*ns, sum(ns)) if n > 1}


# how it is told ---------------------------------------------------------------------------------------------------------
def _novelty(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    """ "a mortar attack" with a doer or target of its own is told as new, once something else has been told."""
    main = findings.events[s.events[0]]
    headlines = all(findings.reading.sentences[x.sentence].kind == "headline" for x in c.sketches)
    if main.form != "noun" or main.definite or headlines:
        return
    if not any(t.lower in ("a", "an") for t in findings.reading.children(main.head, "det")):
        return
    own = {p.identity for p in parties_of(findings, s)}
    if own and own.isdisjoint(p.identity for x in c.sketches for p in parties_of(findings, x)):
        yield "told as new, of others"
    elif s.sentence - c.sketches[0].sentence > 1:
        yield "told as new"


def _newcomers(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    """ "The rebels also blew up two pylons": a clause with a victim not heard of before tells something new."""
    main = findings.events[s.events[0]]
    if main.form == "noun" or is_bare(main) or main.definite or all(x.sentence >= s.sentence for x in c.sketches):
        return
    known = {p.identity for x in c.sketches for p in parties_of(findings, x)}
    mine = [p for p in parties_of(findings, s) if p.role == "patient"]
    if not known or any(p.identity in known for p in mine) or _like(mine, [p for x in c.sketches for p in parties_of(findings, x)]):
        return
    tokens = findings.reading.tokens
    if "release" in main.subtypes and any(t.lower == "also" for t in findings.reading.children(main.head, "advmod")):
        return
    hit = [a for a in main.arguments if a.role == "patient" and not _is_place(findings, a.head)]
    if hit and not any(t.lower in _POINTING or t.tag[:3] == "PRP" for a in hit for t in tokens[a.first : a.last]):
        yield "others are hit"


def _is_place(findings: Findings, i: int) -> bool:
    name = findings.reading.name_at(i)
    return name is not None and name.kind == "place"


def turning(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    """ "Elsewhere, gunmen killed two guards": the sentence turns away from what was told before."""
    mentions = [findings.events[k] for k in s.events]
    if any(e.definite for e in mentions) or all(is_bare(e) for e in mentions) and not (s.places or s.tolls):
        return
    if all(x.sentence >= s.sentence for x in c.sketches):
        return
    reading = findings.reading
    sentence = reading.sentences[s.sentence]
    opening = [t.lower for t in reading.tokens[sentence.first : min(sentence.last, sentence.first + 5)] if t.text != '"']
    if is_turn(opening):
        yield "a turn to something else"


def _nearness(findings: Findings, c: Cluster, s: Sketch) -> Iterator[str]:
    distance = min(abs(s.sentence - x.sentence) for x in c.sketches)
    if distance:
        yield "next sentence" if distance == 1 else "two sentences on" if distance == 2 else "some sentences on" if distance < 6 else "far on"
        return
    for k in s.events:
        e = findings.events[k]
        if e.bond == "elaborates" and any(e.under in x.events for x in c.sketches):
            yield "tells more of it"
            return
    if not all(is_bare(findings.events[k]) for k in s.events):
        yield "same sentence, told apart"
    elif any(is_bare(findings.events[k]) for x in c.sketches if x.sentence == s.sentence for k in x.events):
        yield "counted together"
    else:
        yield "what came of it"
