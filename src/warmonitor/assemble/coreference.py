"""Which sketches of one report are one incident.

Sketches are taken in text order (headlines last: the body wins) and each joins the incident that the stated evidence favours
most, or opens a new one. Every decision keeps its reasons, so that `explain` can show them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from warmonitor.assemble.lists import strike_list
from warmonitor.assemble.sketch import Sketch, compatible_groups, group, parties_of
from warmonitor.lexicon.turns import is_turn
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, PlaceMention, When

JOIN_AT = 1.5
"""Evidence needed to say that two sketches tell of one incident."""

FLOAT_REACH = 3
"""Sentences over which a figure without an event word still belongs to the incident told last."""
EXPLOSIVE = frozenset({"air-strike", "shelling", "remote-explosive", "suicide-bombing", "grenade", "chemical"})
_EXPLOSIVE_ATTACK = frozenset({"attack", "armed-clash"})


@dataclass(slots=True)
class Cluster:
    """Sketches held to be one incident, with why each was taken in. Only this module changes it, while it is being made."""

    sketches: list[Sketch] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def cluster(findings: Findings, sketches: tuple[Sketch, ...]) -> list[Cluster]:
    """Clusters in order of their first sketch in the text."""
    reading = findings.reading
    listed = strike_list(findings, sketches)
    if listed.items:
        apart = tuple(s for s in sketches if s not in listed.taken and reading.sentences[s.sentence].kind != "headline")
        return [Cluster(list(own), ["an item of a list of places"] * len(own)) for own in listed.items] + _by_evidence(
            findings, apart
        )
    return _by_evidence(findings, sketches)


def _by_evidence(findings: Findings, sketches: tuple[Sketch, ...]) -> list[Cluster]:
    reading = findings.reading
    body = [s for s in sketches if reading.sentences[s.sentence].kind != "headline"]
    heads = [s for s in sketches if reading.sentences[s.sentence].kind == "headline"]
    out: list[Cluster] = []
    ahead: list[Sketch] = []
    for s in [*sorted(body, key=lambda s: s.sentence), *heads]:
        if not s.events:
            _float(findings, out, s)
            if not out:
                ahead.append(s)
            continue
        headline = reading.sentences[s.sentence].kind == "headline"
        scored = [(score(findings, c, s, headline=headline), n) for n, c in enumerate(out)]
        best = max(scored, key=lambda x: (x[0][0], x[1]), default=None)
        if best is not None and best[0][0] >= JOIN_AT - 1e-6:
            out[best[1]].sketches.append(s)
            out[best[1]].reasons.append(f"joined ({best[0][0]:.1f}): {best[0][1]}")
        elif not (_only_anaphor(findings, s) or headline and out):
            why = f"kept apart ({best[0][0]:.1f} < {JOIN_AT}): {best[0][1]}" if best is not None else "first"
            out.append(Cluster([s], [why]))
            if ahead and _violent(findings, out[-1]) and s.sentence - ahead[0].sentence <= FLOAT_REACH:
                out[-1].sketches.extend(ahead)
                out[-1].reasons.extend(["a lead without an event word of its own"] * len(ahead))
            ahead = []
    return _with_arrests(findings, _merged(findings, out))


ARREST_REACH = 2
"""Sentences over which an arrest without place and day of its own is one at the scene of what was told before."""


def _with_arrests(findings: Findings, clusters: list[Cluster]) -> list[Cluster]:
    """Arrests at the scene of an attack or protest, or made over it, are part of it (a toll), no incident beside it."""
    out = list(clusters)
    for c in clusters:
        events = [findings.events[k] for s in c.sketches for k in s.events]
        if not events or any(group(e) != "arrest" for e in events if e.frame != "anaphor"):
            continue
        at = c.sketches[0].sentence
        homes = [
            h
            for h in out
            if h is not c
            and any(0 <= at - s.sentence <= ARREST_REACH for s in h.sketches)
            and any(group(findings.events[k]) in ("violence", "crowd") for s in h.sketches for k in s.events)
            and _same_scene(h, c)
        ]
        if homes:
            home = max(homes, key=lambda h: max(s.sentence for s in h.sketches if s.sentence <= at))
            # only its figures: who arrests is not who attacked
            home.sketches.extend(replace(s, events=()) for s in c.sketches)
            home.reasons.extend(["an arrest at the scene"] * len(c.sketches))
            out.remove(c)
    return out


def _same_scene(home: Cluster, arrest: Cluster) -> bool:
    """True where the arrest has no place and no day that the other has not."""
    names = {p.place.name.lower() for s in home.sketches for p in s.places}
    days = {(w.start, w.end) for s in home.sketches for w in whens(s)}
    return all(p.place.name.lower() in names for s in arrest.sketches for p in s.places) and all(
        (w.start, w.end) in days for s in arrest.sketches for w in whens(s)
    )


MERGE_AT = 0.8
"""Evidence needed to say, once all is read, that two clusters are one incident."""


def _merged(findings: Findings, clusters: list[Cluster]) -> list[Cluster]:
    """Clusters joined where, all told, they share kind, place, day, people or figures and nothing speaks against it."""
    out: list[Cluster] = []
    for c in clusters:
        scored = [(_likeness(findings, known, c), n) for n, known in enumerate(out)]
        best = max(scored, key=lambda x: (x[0][0], -x[1]), default=None)
        if best is not None and best[0][0] >= MERGE_AT:
            home = out[best[1]]
            home.sketches.extend(c.sketches)
            home.reasons.extend([f"merged ({best[0][0]:.1f}): {best[0][1]}", *c.reasons[1:]])
        else:
            out.append(c)
    return out


def _likeness(findings: Findings, a: Cluster, b: Cluster) -> tuple[float, str]:
    """(Evidence that two clusters are one incident, the reasons); -9 for a veto by any of the sketches."""
    for s in b.sketches:
        if s.events and (veto := _veto(findings, a, s)):
            return -9.0, veto
    whole = Sketch(
        tuple(k for s in b.sketches for k in s.events), b.sketches[0].sentence, tuple(t for s in b.sketches for t in s.times),
        tuple(p for s in b.sketches for p in s.places), tuple(w for s in b.sketches for w in s.weapons),
        tuple(t for s in b.sketches for t in s.tolls),
    )  # fmt: skip
    parts = [*_kind(findings, a, whole), *_shared(findings, a, whole), (-0.8, "told apart at first")]
    parts += [t for s in b.sketches[:1] if s.events for t in _turn(findings, a, s)]
    return sum(p for p, _ in parts), ", ".join(f"{why} {p:+.1f}" for p, why in parts)


def _shared(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    """Evidence that counts only where both say something."""
    found = [*_where(findings, c, s), *_when(findings, c, s), *_who(findings, c, s), *_figures(findings, c, s)]
    return [(p, why) for p, why in found if "of its own" not in why]


def _float(findings: Findings, clusters: list[Cluster], s: Sketch) -> None:
    """Figures and weapons of a sentence without event words belong to the violence told last, if that is near."""
    near = [c for c in clusters if 0 <= s.sentence - c.sketches[-1].sentence <= FLOAT_REACH and _violent(findings, c)]
    if near:
        home = max(near, key=lambda c: c.sketches[-1].sentence)
        home.sketches.append(s)
        home.reasons.append("figures and weapons without an event word of their own")


def _violent(findings: Findings, c: Cluster) -> bool:
    return any(
        group(findings.events[k]) in ("violence", "abduction", "foiled", "territory")
        for x in c.sketches
        for k in x.events
    )


def _only_anaphor(findings: Findings, s: Sketch) -> bool:
    """ "the incident", "the operation": words that only point back open no incident of their own, unless they place one."""
    return all(findings.events[k].frame == "anaphor" for k in s.events) and not (s.places and parties_of(findings, s))


def score(findings: Findings, c: Cluster, s: Sketch, *, headline: bool = False) -> tuple[float, str]:
    """(Evidence that `s` tells of the incident `c`, the reasons in words); -9 for a veto."""
    veto = _veto(findings, c, s)
    if veto:
        return -9.0, veto
    parts: list[tuple[float, str]] = []
    parts += _anaphora(findings, c, s)
    parts += _kind(findings, c, s)
    parts += _where(findings, c, s)
    parts += _when(findings, c, s)
    parts += _who(findings, c, s)
    parts += _figures(findings, c, s)
    parts += _nearness(findings, c, s)
    parts += _novelty(findings, c, s)
    parts += _newcomers(findings, c, s)
    parts += _turn(findings, c, s)
    if headline:
        parts.append((1.5, "headline"))
    return sum(p for p, _ in parts), ", ".join(f"{why} {p:+.1f}" for p, why in parts)


# vetoes -----------------------------------------------------------------------------------------------------------------
def _veto(findings: Findings, c: Cluster, s: Sketch) -> str:
    mains = [findings.events[x.events[0]] for x in c.sketches if x.events]
    mine = findings.events[s.events[0]]
    if not any(compatible_groups(m, mine) for m in mains) or (
        not _bare(mine)
        and all(not compatible_groups(m, mine) for m in mains if not _bare(m))
        and any(not _bare(m) for m in mains)
    ):
        return "another kind of happening"
    if any(_apart(findings, x, s) for x in c.sketches):
        return "set apart in one sentence"
    if any(findings.events[k].fresh for k in s.events) and c.sketches[-1].sentence <= s.sentence:
        return "told as another happening"
    if _means_apart(findings, c, s):
        return "by other means"
    if _days_apart([w for x in c.sketches for w in whens(x)], whens(s)):
        return "on another day"
    if _places_apart(*(_scenes(findings, x) for x in ([p for x in c.sketches for p in x.places], s.places))):
        return "at another place"
    return ""


_SEPARATORS = frozenset({"after", "cause", "while", "and"})


def _apart(findings: Findings, a: Sketch, b: Sketch) -> bool:
    """True where one sentence sets two happenings against each other: one after, because of or beside the other."""
    if a.sentence != b.sentence:
        return False
    for k in (*a.events, *b.events):
        e = findings.events[k]
        if e.bond == "while" and e.definite:
            continue  # "had died while being treated for burns from the blast"
        if e.bond in _SEPARATORS and e.under is not None and (e.under in a.events) != (e.under in b.events):
            return True
        if e.cause is not None and (e.cause in a.events or e.cause in b.events):
            return True
    return False


def _bare(e: EventMention) -> bool:
    return e.frame in ("result", "undergo", "anaphor")


def _specific(findings: Findings, s: Sketch) -> set[str]:
    """Subtypes that the sketch can be, by its words and, where they leave it open, by its weapons; empty where neither tells."""
    out: set[str] = set()
    for k in s.events:
        e = findings.events[k]
        if not e.generic and not _bare(e):
            out = (out & set(e.subtypes)) or out | set(e.subtypes)
    means = {w.means for w in s.weapons if w.means in EXPLOSIVE and (not w.platform or w.kind == "aircraft")}
    if means and (not out or out & means):
        return out & means or means
    return out


def _kinds(findings: Findings, c: Cluster) -> set[str]:
    """What all the cluster's specific sketches can be together."""
    out: set[str] = set()
    for x in c.sketches:
        t = _specific(findings, x)
        out = (out & t) or out or t
    return out


def _means_apart(findings: Findings, c: Cluster, s: Sketch) -> bool:
    mine = _specific(findings, s)
    if not mine or group(findings.events[s.events[0]]) != "violence":
        return False
    theirs = _kinds(findings, c)
    return bool(theirs) and not mine & theirs and not _relatable(mine, theirs)


def _relatable(a: set[str], b: set[str]) -> bool:
    """A shooting in a clash, a bombing in an assault: parts of one complex attack."""
    if (a | b) <= {"attack", "armed-clash", "grenade", "shelling"}:
        return True
    return (
        bool({"remote-explosive", "suicide-bombing"} <= (a | b))
        or bool(_EXPLOSIVE_ATTACK & (a | b))
        and bool({"suicide-bombing", "remote-explosive"} & (a | b))
    )


def whens(s: Sketch) -> list[When]:
    """Resolved days of a sketch, the finest first."""
    return sorted(
        (t.when for t in s.times if t.when is not None),
        key=lambda w: ("day", "week", "month", "year", "unknown").index(w.precision),
    )


def _days_apart(a: list[When], b: list[When]) -> bool:
    x = [w for w in a if w.start and w.end]
    y = [w for w in b if w.start and w.end]
    if not x or not y:
        return False
    fine_x, fine_y = ([w for w in z if w.precision == "day"] for z in (x, y))
    if fine_x and fine_y:  # "on Monday … where fighting grew in May": days are set against days
        x, y = fine_x, fine_y
    return all(_gap(v, w) > (1 if v.precision == w.precision == "day" else 0) for v in x for w in y)


def _gap(v: When, w: When) -> int:
    """Days between two intervals, 0 where they overlap."""
    assert v.start and v.end and w.start and w.end
    if v.start <= w.end and w.start <= v.end:
        return 0
    return min(abs((v.start - w.end).days), abs((w.start - v.end).days))


def _scenes(findings: Findings, places: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Without names of roads ("on the Nairobi road"), which lead elsewhere."""
    tokens = findings.reading.tokens
    return [p for p in places if p.last >= len(tokens) or tokens[p.last].lower not in ("road", "highway", "motorway")]


def _places_apart(a: list[PlaceMention], b: list[PlaceMention]) -> bool:
    x = [p for p in a if p.place.lat is not None and p.place.precision < 3]
    y = [p for p in b if p.place.lat is not None and p.place.precision < 3]
    if x and y:
        return all((km(p, q) or 0) > 40 for p in x for q in y)
    wide_a = {p.place.country for p in a if p.place.country}
    wide_b = {p.place.country for p in b if p.place.country}
    return bool(wide_a and wide_b and not wide_a & wide_b)


def km(p: PlaceMention, q: PlaceMention) -> float | None:
    """Great-circle distance in kilometres, None where either is off the map."""
    if p.place.lat is None or p.place.lon is None or q.place.lat is None or q.place.lon is None:
        return None
    a, b, c, d = map(math.radians, (p.place.lat, p.place.lon, q.place.lat, q.place.lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


# evidence ---------------------------------------------------------------------------------------------------------------
def _anaphora(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    mentions = [findings.events[k] for k in s.events]
    if any(e.definite for e in mentions):
        plural = [e.plural for e in mentions if e.definite]
        return [
            (
                1.6 if not plural[0] or any(findings.events[k].plural for x in c.sketches for k in x.events) else 1.2,
                "points back",
            )
        ]
    if all(_bare(e) for e in mentions) and not _has_own_doer(findings, c, s):
        return [(0.7, "result of something told")]
    return []


def _has_own_doer(findings: Findings, c: Cluster, s: Sketch) -> bool:
    """True where someone does it who has done nothing in `c`: "gunmen killed two guards" is no result of a blast before."""
    known = {p.identity for x in c.sketches for p in parties_of(findings, x)}
    return any(p.role == "agent" and p.identity not in known for p in parties_of(findings, s))


def _kind(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    mine = _specific(findings, s)
    theirs = _kinds(findings, c)
    if mine and mine & theirs:
        first = findings.events[s.events[0]].subtypes[0]
        same = any(first == findings.events[x.events[0]].subtypes[0] for x in c.sketches if x.events)
        return [(0.8 if same else 0.5, "same kind")]
    return [] if mine and theirs else [(0.2, "kind open")]


def _where(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    theirs = _scenes(findings, (p for x in c.sketches for p in x.places))
    mine = _scenes(findings, s.places)
    if not mine:
        return [(0.5, "no place of its own")]
    if not theirs:
        return []
    pairs = [(p, q) for p in mine for q in theirs]
    if any(p.place.name.lower() == q.place.name.lower() for p, q in pairs):
        return [(1.2, "same place")]
    sharp = [(p, q) for p, q in pairs if max(p.place.precision, q.place.precision) < 3]
    near = [d for p, q in sharp if (d := km(p, q)) is not None]
    if near and min(near) < NEXT_DOOR:
        return [(1.0, "same place")]
    if near and all(p.place.kind in _SETTLEMENTS for p in mine) and not any(p.near or q.near for p, q in sharp):
        return [(-0.8, "another town")]
    return [(0.4, "places agree")]


NEXT_DOOR = 5.0
"""Kilometres within which two named places are one scene."""
_SETTLEMENTS = frozenset({"town", "village", "city", "settlement", "camp"})


def _when(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    mine, theirs = whens(s), [w for x in c.sketches for w in whens(x)]
    if not mine:
        return [(0.4, "no time of its own")]
    if not theirs:
        return []
    if any(
        v.start and w.start and v.end and w.end and _gap(v, w) == 0 and "day" in (v.precision, w.precision)
        for v in mine
        for w in theirs
    ):
        return [(0.7, "same day")]
    days = [
        _gap(v, w) for v in mine for w in theirs
        if v.start and v.end and w.start and w.end and v.precision == w.precision == "day"
    ]  # fmt: skip
    if days and min(days) == 1:
        return [(-0.8, "another day")]
    if any(v.start and w.start and v.end and w.end and _gap(v, w) == 0 for v in mine for w in theirs):
        return [(0.4, "dates agree")]
    return []


def _who(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    mine = parties_of(findings, s)
    theirs = [p for x in c.sketches for p in parties_of(findings, x)]
    out: list[tuple[float, str]] = []
    hit = {p.identity for p in mine if p.role == "patient"} & {
        p.identity for p in theirs if p.role in ("patient", "party")
    }
    if hit:
        out.append((1.0, "same target"))
    by = {p.identity for p in mine if p.role != "patient"} & {p.identity for p in theirs if p.role != "patient"}
    if by:
        out.append((0.5, "same doer"))
    a = {p.identity for p in mine if p.role == "agent"}
    b = {p.identity for p in theirs if p.role == "agent"}
    if a and b and not a & b:
        struck_back = a & {p.identity for p in theirs if p.role == "patient"} and b & {p.identity for p in mine if p.role == "patient"}
        out.append((0.6, "the same two sides") if struck_back else (-1.1, "other doer"))
    named_a = {p.identity for p in mine if p.role == "patient" and p.named}
    named_b = {p.identity for p in theirs if p.role == "patient" and p.named}
    if named_a and named_b and not named_a & named_b:
        out.append((-0.7, "other target"))
    return out


def _figures(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    mine = _totals(s)
    theirs = {x for y in c.sketches for x in _totals(y)}
    if mine & theirs:
        return [(1.5, "same figure")] if max(n for _, n in mine & theirs) > 4 else [(0.9, "same small figure")]
    a, b = {k for k, _ in mine}, {k for k, _ in theirs}
    if a & b and not any(e.definite for e in (findings.events[k] for k in s.events)):
        return [(-0.3, "other figure")]
    weapons = {w.kind for w in s.weapons if not w.platform} & {w.kind for x in c.sketches for w in x.weapons}
    return [(0.6, "same weapon")] if weapons else []


def _novelty(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    """ "a mortar attack" with a doer or target of its own is told as new, once something else has been told."""
    main = findings.events[s.events[0]]
    if (
        main.form != "noun"
        or main.definite
        or all(findings.reading.sentences[x.sentence].kind == "headline" for x in c.sketches)
    ):
        return []
    article = any(t.lower in ("a", "an") for t in findings.reading.children(main.head, "det"))
    own = {p.identity for p in parties_of(findings, s)}
    known = {p.identity for x in c.sketches for p in parties_of(findings, x)}
    if article and own and not own & known:
        return [(-1.2, "told as new")]
    return [(-0.4, "told as new")] if article and s.sentence - c.sketches[0].sentence > 1 else []


_POINTING = frozenset("the this that these those his her its their our same".split())


def _newcomers(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    """ "The rebels also blew up two pylons": a clause with a victim not heard of before tells something new."""
    main = findings.events[s.events[0]]
    if main.form == "noun" or _bare(main) or main.definite or all(x.sentence >= s.sentence for x in c.sketches):
        return []
    known = {p.identity for x in c.sketches for p in parties_of(findings, x)}
    if not known or any(p.identity in known for p in parties_of(findings, s) if p.role == "patient"):
        return []
    tokens = findings.reading.tokens
    hit = [a for a in main.arguments if a.role == "patient"]
    if not hit or any(t.lower in _POINTING or t.tag[:3] == "PRP" for a in hit for t in tokens[a.first : a.last]):
        return []
    return [(-0.6, "others are hit")]


def _turn(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    """ "Elsewhere, gunmen killed two guards": the sentence turns away from what was told before."""
    mentions = [findings.events[k] for k in s.events]
    if any(e.definite for e in mentions) or all(_bare(e) for e in mentions) and not (s.places or s.tolls):
        return []
    if all(x.sentence >= s.sentence for x in c.sketches):
        return []
    reading = findings.reading
    sentence = reading.sentences[s.sentence]
    opening = [t.lower for t in reading.tokens[sentence.first : min(sentence.last, sentence.first + 5)] if t.text != '"']
    return [(-1.2, "a turn to something else")] if is_turn(opening) else []


def _totals(s: Sketch) -> set[tuple[str, int]]:
    """(Kind, figure) of a sketch, and of its parts summed where several stand side by side."""
    out: dict[str, list[int]] = {}
    for t in s.tolls:
        if t.count and t.part == "total" and isinstance(t.count.value, int):
            out.setdefault(t.kind, []).append(t.count.value)
    return {(kind, n) for kind, ns in out.items() for n in (*ns, sum(ns)) if n > 1}


def _nearness(findings: Findings, c: Cluster, s: Sketch) -> list[tuple[float, str]]:
    distance = min(abs(s.sentence - x.sentence) for x in c.sketches)
    if distance == 0:
        for k in s.events:
            e = findings.events[k]
            if e.bond == "elaborates" and any(e.under in x.events for x in c.sketches):
                return [(1.5, "tells more of it")]
        if all(_bare(findings.events[k]) for k in s.events) and any(
            _bare(findings.events[k]) for x in c.sketches if x.sentence == s.sentence for k in x.events
        ):
            return [(1.0, "counted together")]
        if all(_bare(findings.events[k]) for k in s.events):
            return [(0.6, "what came of it")]
        return [(-0.3, "same sentence, told apart")]
    return [
        (0.6 if distance == 1 else 0.4 if distance == 2 else -0.05 * min(distance, 8), f"{distance} sentences away")
    ]
