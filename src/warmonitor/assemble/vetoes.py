"""What rules out that two sketches tell of one incident, whatever else speaks for it."""

from __future__ import annotations

from datetime import timedelta

from warmonitor.assemble.clusters import LASTING, Cluster, gap, is_bare, kinds, km, scenes, specific, whens
from warmonitor.assemble.sketch import Sketch, compatible_groups, group, is_result, parties_of
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention, PlaceMention, When

_EXPLOSIVE_ATTACK = frozenset({"attack", "armed-clash"})


def veto(findings: Findings, c: Cluster, s: Sketch) -> str:
    mains = [findings.events[x.events[0]] for x in c.sketches if x.events]
    if any(group(e) == "abduction" for e in mains):  # captives taken in a raid: more of the raid may be told
        mains += [e for x in c.sketches for k in x.events[1:] if not is_bare(e := findings.events[k])]
    mine = findings.events[s.events[0]]
    if not any(compatible_groups(m, mine) for m in mains) or (
        not is_bare(mine)
        and not _takes_up(findings, c, s)
        and all(not compatible_groups(m, mine) for m in mains if not is_bare(m))
        and any(not is_bare(m) for m in mains)
    ):
        return "another kind of happening"
    if s.tolls and all(t.campaign for t in s.tolls) and all(is_result(findings.events[k]) for k in s.events):
        return "counts a longer time"
    if any(_apart(findings, x, s) for x in c.sketches):
        return "set apart in one sentence"
    if (_another(findings, s) or _foils_another(findings, s)) and c.sketches[-1].sentence <= s.sentence:
        return "told as another happening"
    if _means_apart(findings, c, s) and not _takes_up(findings, c, s):
        return "by other means"
    if group(mine) == "release" and _others_freed(findings, c, s):
        return "others are let go"
    if _days_apart([w for x in c.sketches for w in whens(x)], whens(s)):
        return "on another day"
    if _long_before(findings, c, s):
        return "long before what is told as recent"
    if _lasts(s) and _of_what_lasts(findings, s) and not any(_lasts(x) for x in c.sketches) and not _of_what_lasts(findings, c.sketches[0]):
        return "what has gone on for months"
    if _lasts(c.sketches[0]) and not _of_what_lasts(findings, s) and not any(findings.events[k].definite for k in s.events):
        return "no more of what has gone on for months"
    if _places_apart(*(scenes(findings, x) for x in ([p for x in c.sketches for p in x.places], s.places))):
        return "at another place"
    return ""


def _takes_up(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "A guard was shot during the operation", behind an operation of which so far only arrests were told."""
    tokens = findings.reading.tokens
    mine = {tokens[e.head].lemma for e in (findings.events[k] for k in s.events) if e.frame == "anaphor" and e.definite}
    fights = group(findings.events[s.events[0]]) == "violence"
    return fights and not mine.isdisjoint(tokens[findings.events[k].head].lemma for x in c.sketches for k in x.events)


_SERIAL = frozenset("another second third fourth fifth further more subsequent".split())
"""Words that count on: where nothing else is new, the next blast is of the same attack."""

_NEXT = frozenset({"then", "next", "subsequently", "afterwards", "afterward"})


def _another(findings: Findings, s: Sketch) -> bool:
    """ "a separate raid", "another clash near the farm"; not "a second blast" of the same attack, nor "the previous toll"."""
    fresh = [findings.events[k] for k in s.events if findings.events[k].fresh and not is_bare(findings.events[k])]
    told = bool(s.places or s.tolls or whens(s) or any(p.role == "patient" and p.named for p in parties_of(findings, s)))
    return any(told or not _counts_on(findings, e) for e in fresh)


def _foils_another(findings: Findings, s: Sketch) -> bool:
    """ "A second device was defused": not the one that went off."""
    foiled = [a.head for k in s.events if group(findings.events[k]) == "foiled" for a in findings.events[k].arguments if a.role == "foiled"]
    return any(c.lower in _SERIAL | {"other"} for i in foiled for c in findings.reading.children(i, "det", "amod", "nummod"))


def _counts_on(findings: Findings, e: EventMention) -> bool:
    words = {c.lower for c in findings.reading.children(e.head, "det", "amod", "nummod", "advmod")}
    if e.form == "verb":
        return not words.isdisjoint(_NEXT)  # "a woman then blew herself up": the next of what is being told
    return e.form == "noun" and not words.isdisjoint(_SERIAL) and "attack" != findings.reading.tokens[e.head].lemma


_RECENT = timedelta(30)
"""Days back from publication that "recent" reaches."""


def _long_before(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "a recent raid", and further down "the bombing in July": the one happened now, the other months ago."""
    published = findings.reading.report.published
    if published is None:
        return False
    recent = any(t.text.lower() in ("recent", "recently") for x in c.sketches for t in x.times)
    return recent and any(w.end is not None and w.end < published - _RECENT for w in whens(s))


_MONTHS = 45
"""Days beyond which a stretch that began on a known day or month is a campaign's."""


def _lasts(s: Sketch) -> bool:
    """ "has been conducting a major operation since February"."""
    return any(w.start and w.end and w.precision in ("day", "month") and (w.end - w.start).days > _MONTHS for w in whens(s))


def _of_what_lasts(findings: Findings, s: Sketch) -> bool:
    return any(findings.reading.tokens[findings.events[k].head].lemma in LASTING for k in s.events)


_SEPARATORS = frozenset({"after", "cause", "while", "and"})
_BESIDE = frozenset({"while", "and"})


def _apart(findings: Findings, a: Sketch, b: Sketch) -> bool:
    """True where one sentence sets two happenings against each other: one after, because of or beside the other."""
    if a.sentence != b.sentence:
        return False
    for k in (*a.events, *b.events):
        e = findings.events[k]
        if e.bond not in _SEPARATORS or e.under is None or (e.under in a.events) == (e.under in b.events):
            continue
        if e.bond == "while" and e.definite:
            continue  # "had died while being treated for burns from the blast"
        if e.bond in _BESIDE and (is_bare(e) or is_bare(findings.events[e.under])):
            continue  # "claimed 30 lives while leaving 57 injured", "died while attacking the post"
        return True
    for k in (*a.events, *b.events):
        e = findings.events[k]
        if e.cause is not None and (e.cause in a.events or e.cause in b.events):
            return True
    return False


def _others_freed(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """ "Four commanders were freed in exchange" for girls: people of another kind, who were not told of before."""
    ours = [p for p in findings.parties[s.events[0]] if p.role == "patient" and p.cls in _PEOPLE]
    theirs = [p for x in c.sketches for p in parties_of(findings, x) if p.role == "patient" and p.cls in _PEOPLE]
    known = {p.identity for p in ours} & {p.identity for p in theirs}
    alike = {p.cls for p in ours} & {p.cls for p in theirs}
    return bool(ours and theirs) and not known and not alike and not any(_taken_up(findings, p) for p in ours)


_PEOPLE = frozenset({"armed", "state", "civilian"})


def _taken_up(findings: Findings, p: Party) -> bool:
    """ "The general and the lawyer": people told of before."""
    tokens = findings.reading.tokens
    t = findings.reading.token_at(p.span.end - 1)
    chain = [t]
    while chain[-1].dep == "conj":
        chain.append(tokens[chain[-1].head])
    return any(d.lower in ("the", "these", "those", "both", "all") for a in chain for d in findings.reading.children(a.i, "det"))


def _means_apart(findings: Findings, c: Cluster, s: Sketch) -> bool:
    mine = specific(findings, s)
    if not mine or group(findings.events[s.events[0]]) != "violence":
        return False
    theirs = kinds(findings, c)
    return bool(theirs - _OPEN_MEANS) and not mine & theirs and not _relatable(mine, theirs)


_OPEN_MEANS = frozenset({"abduction", "territory-gained"})
"""Ground and captives can be taken by any means."""


def _relatable(a: set[str], b: set[str]) -> bool:
    """A shooting in a clash, a bombing in an assault: parts of one complex attack."""
    if (a | b) <= {"attack", "armed-clash", "grenade", "shelling"}:
        return True
    return (
        bool({"remote-explosive", "suicide-bombing"} <= (a | b))
        or bool(_EXPLOSIVE_ATTACK & (a | b))
        and bool({"suicide-bombing", "remote-explosive"} & (a | b))
    )


def _days_apart(a: list[When], b: list[When]) -> bool:
    x = [w for w in a if w.start and w.end]
    y = [w for w in b if w.start and w.end]
    if not x or not y:
        return False
    fine_x, fine_y = ([w for w in z if w.precision == "day"] for z in (x, y))
    if fine_x and fine_y:  # "on Monday … where fighting grew in May": days are set against days
        x, y = fine_x, fine_y
    return all(gap(v, w) > (1 if v.precision == w.precision == "day" else 0) for v in x for w in y)


def _places_apart(a: list[PlaceMention], b: list[PlaceMention]) -> bool:
    x = [p for p in a if p.place.lat is not None and p.place.precision < 3]
    y = [p for p in b if p.place.lat is not None and p.place.precision < 3]
    if x and y:
        return all((km(p, q) or 0) > 40 for p in x for q in y)
    wide_a = {p.place.country for p in a if p.place.country}
    wide_b = {p.place.country for p in b if p.place.country}
    return bool(wide_a and wide_b and not wide_a & wide_b)
