"""Sketches: event mentions that grammar says are one happening, with the times, places, weapons and tolls that hang on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from warmonitor.assemble.setting import scene_of, seen_at
from warmonitor.assemble.timing import own_days, set_apart, times_of
from warmonitor.assemble.where import head_of, home, locations, told_below
from warmonitor.lexicon.accidents import tells_of_accident
from warmonitor.model.findings import Findings, Party
from warmonitor.model.mention import EventMention, PlaceMention, TimeMention, TollMention, WeaponMention
from warmonitor.model.reading import Reading, Token

GROUPS = {
    "air-strike": "violence", "shelling": "violence", "remote-explosive": "violence", "suicide-bombing": "violence",
    "grenade": "violence", "chemical": "violence", "attack": "violence", "armed-clash": "violence",
    "territory-gained": "territory", "territory-transfer": "transfer", "abduction": "abduction", "sexual-violence": "sexual",
    "peaceful": "crowd", "with-intervention": "crowd", "mob-violence": "crowd", "agreement": "agreement", "arrest": "arrest",
    "headquarters-established": "headquarters", "looting-destruction": "goods", "disrupted-attack": "foiled",
    "formal-act": "formal", "displacement": "displacement", "release": "release", "other": "captive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sketch:
    """One happening as one sentence tells it. `events` are positions in Findings.events, the governing one first."""

    events: tuple[int, ...]
    sentence: int
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    tolls: tuple[TollMention, ...] = ()
    latest: date | None = None
    """The day on which it was told as past: it happened then or before."""


def sketches(findings: Findings) -> tuple[Sketch, ...]:
    """Sketches in text order, made of the mentions that tell of something actual."""
    events = findings.events
    kept = [k for k, e in enumerate(events) if e.realis == "actual" and not (is_result(e) and _by_accident(findings, e))]
    owner = {k: k for k in kept}
    days = own_days(findings, kept)

    def root(k: int) -> int:
        while owner[k] != k:
            k = owner[k]
        return k

    for k in kept:
        e = events[k]
        if e.under is None or e.under not in owner or e.bond != "same" and not _one_clause(e):
            continue
        result = is_result(e) or is_result(events[e.under])  # "the number killed on Friday rose on Sunday"
        if _elsewhere(findings, e) or not result and set_apart(days.get(k), days.get(e.under)):
            continue  # "who took the town on Tuesday, shot two men on Saturday"
        if (
            compatible_groups(e, events[e.under])
            and not (e.fresh and not is_result(events[e.under]))
            or e.bond == "same"
            and is_result(e)
        ):
            owner[root(k)] = root(e.under)
    members: dict[int, list[int]] = {}
    for k in kept:
        members.setdefault(root(k), []).append(k)
    bare = [
        Sketch(tuple(_main_first(events, ks)), findings.reading.tokens[events[ks[0]].head].sentence)
        for ks in members.values()
    ]
    bare.sort(key=lambda s: min(events[k].first for k in s.events))
    return attach(findings, bare)


def _elsewhere(findings: Findings, e: EventMention) -> bool:
    """ "shelled Arda on Monday and killed four in Borsa on Tuesday": joined verbs with a place or day each tell two happenings."""
    reading = findings.reading
    t = reading.tokens[e.head]
    while t.dep in ("xcomp", "auxpass"):
        t = reading.tokens[t.head]
    if t.dep != "conj" or t.tag[:1] != "V" or reading.tokens[t.head].tag[:1] != "V":
        return False
    first, last = reading.subtree(t.i)
    low, high = reading.subtree(t.head)
    if not low <= first < last <= high:
        return False
    other = range(low, first)
    here = {p.name for p in locations(findings) if first <= p.first < last and p.place.kind != "country"}
    there = {p.name for p in locations(findings) if p.first in other and p.place.kind != "country"}
    if here and there and not here & there:
        return True
    now = {str(w.when) for w in findings.times if first <= w.first < last and w.when is not None and not w.reporting}
    then = {str(w.when) for w in findings.times if w.first in other and w.when is not None and not w.reporting}
    return bool(now and then and not now & then)


def _by_accident(findings: Findings, e: EventMention) -> bool:
    """True where the sentence of a bare death speaks of accident or disease and of no violence."""
    reading = findings.reading
    sentence = reading.sentences[reading.tokens[e.head].sentence]
    if not tells_of_accident(reading.words(sentence.first, sentence.last).lower()) and not _counts_the_ill(findings, sentence.i):
        return False
    here = [x for x in findings.events if sentence.first <= x.head < sentence.last]
    return all(is_result(x) or x.frame == "anaphor" for x in here)


def _one_clause(e: EventMention) -> bool:
    return e.bond == "clause" and e.form == "verb" and e.frame == "result"


def is_result(e: EventMention) -> bool:
    """ "Killed", "the dead": what came of a happening, not what it was."""
    return e.frame in ("result", "undergo")


def group(e: EventMention) -> str:
    """The family of happenings that a mention's word can name."""
    return GROUPS.get(e.subtypes[0], "violence")


def compatible_groups(a: EventMention, b: EventMention) -> bool:
    """True where two mentions can be one happening by their kind alone."""
    x, y = group(a), group(b)
    if x == y:
        return True
    pair = {x, y}
    if "violence" in pair and pair & {"sexual", "territory", "foiled"}:
        return True
    if pair == {"abduction", "violence"}:
        return any(is_result(e) or e.frame == "anaphor" or e.generic for e in (a, b) if group(e) == "violence")
    if pair == {"arrest", "violence"}:
        return any(is_result(e) for e in (a, b)) and a.bond == "same" or any(e.frame == "anaphor" for e in (a, b))
    if pair == {"displacement", "release"}:
        return False
    if "goods" in pair and pair & {"arrest", "foiled"}:
        return a.bond == "same"  # "arresting three and seizing their rifles"
    if pair == {"crowd", "violence"}:
        if {a.subtypes[0], b.subtypes[0]} == {"mob-violence", "armed-clash"}:
            return True  # fighting with a crowd and fighting
        return any(is_result(e) or e.frame == "anaphor" for e in (a, b) if group(e) == "violence")
    if any(e.frame == "anaphor" for e in (a, b)):
        return True
    return False


def _main_first(events: tuple[EventMention, ...], ks: Iterable[int]) -> list[int]:
    """The mention that tells most of the kind first: a word of violence before a bare result."""
    return sorted(ks, key=lambda k: (is_result(events[k]) or events[k].frame == "anaphor", events[k].generic, k))


# attachment -------------------------------------------------------------------------------------------------------------
def attach(findings: Findings, bare: list[Sketch]) -> tuple[Sketch, ...]:
    """The sketches with each time, place, weapon and toll given to the one whose words govern it."""
    reading, events = findings.reading, findings.events
    by_token: dict[int, int] = {}
    for n, s in enumerate(bare):
        for k in s.events:
            e = events[k]
            for i in range(e.first, e.last):
                by_token[i] = n
            by_token.setdefault(e.clause, n)
    in_sentence: dict[int, list[int]] = {}
    for n, s in enumerate(bare):
        for sentence in {reading.tokens[events[k].head].sentence for k in s.events}:
            in_sentence.setdefault(sentence, []).append(n)
    times = times_of(findings, [s.events for s in bare])
    places: dict[int, list[PlaceMention]] = {}
    weapons: dict[int, list[WeaponMention]] = {}
    tolls: dict[int, list[TollMention]] = {}
    for p in locations(findings):
        owners = _owners(reading, p.first, p.last, by_token, in_sentence, bare, findings, spread=False, far=False)
        if not owners and p.place.kind != "country" and len(in_sentence.get(reading.tokens[p.first].sentence, ())) == 1:
            owners = in_sentence[reading.tokens[p.first].sentence]
        for n in owners:
            if not home(reading, p) or any(group(events[k]) in ("displacement", "abduction") for k in bare[n].events):
                places.setdefault(n, []).append(p)
    hit = _things_hit(findings)
    for w in findings.weapons:
        if w.head in hit:
            continue
        for n in _owners(reading, w.first, w.last, by_token, in_sentence, bare, findings, spread=False):
            weapons.setdefault(n, []).append(w)
    for toll in findings.tolls:
        for n in _owners(reading, toll.anchor, toll.anchor + 1, by_token, in_sentence, bare, findings, spread=False):
            if toll.kind == "displaced" and all(group(events[k]) == "captive" for k in bare[n].events):
                continue  # who breaks out of jail is not driven from home
            if toll.kind not in ("killed", "injured") or by_token.get(toll.anchor) == n or _harms(findings, bare[n]):
                tolls.setdefault(n, []).append(toll)
    _inherit(findings, bare, in_sentence, times, places)
    for n, s in enumerate(bare):
        if all(p.place.precision == 3 for p in places.get(n, ())):
            places[n] = [*seen_at(findings, s.sentence), *places.get(n, ())]
        pointing_back = all(events[k].frame in ("undergo", "anaphor") for k in s.events)
        if not places.get(n) and not pointing_back:
            heads = tuple(events[k].head for k in s.events)
            places[n] = list(scene_of(findings, s.sentence, heads, alone=len(in_sentence.get(s.sentence, ())) == 1))
    loose = _loose(findings, set(in_sentence), weapons, tolls)
    return loose + tuple(
        Sketch(
            s.events,
            s.sentence,
            tuple(times.get(n, ())),
            tuple(places.get(n, ())),
            tuple(weapons.get(n, ())),
            tuple(tolls.get(n, ())),
            _told_by(findings, s),
        )
        for n, s in enumerate(bare)
    )


_HARMLESS = frozenset("arrest agreement formal release headquarters transfer".split())


def _harms(findings: Findings, s: Sketch) -> bool:
    """False for arrests, laws and deals: who "died in hospital" in the same sentence did not die of them."""
    return any(group(findings.events[k]) not in _HARMLESS for k in s.events)


_DESTROYING = frozenset("destroy damage hit strike target seize capture engage bomb attack recover confiscate".split())

_DESTROYED = frozenset("destroy damage engage seize confiscate".split())


def _things_hit(findings: Findings) -> frozenset[int]:
    """Tokens of what was hit or seized: a mortar that a strike destroys is no weapon of the strike."""
    tokens = findings.reading.tokens
    hit = {
        i
        for e in findings.events
        if tokens[e.head].lemma in _DESTROYING
        for a in e.arguments
        if a.role == "patient"
        for i in range(a.first, a.last)
    }
    for t in tokens:
        if t.tag[:1] == "V" and t.lemma in _DESTROYED:
            for c in findings.reading.children(t.i, "dobj"):
                hit.update(_listed(findings.reading, c.i))
    return frozenset(hit)


def _listed(reading: Reading, head: int) -> set[int]:
    """The head of an object and what is listed with it, a grenade launcher with its grenade."""
    out = {head}
    for c in reading.children(head, "conj", "appos"):
        out |= _listed(reading, c.i)
    return out | {c.i for i in out if reading.tokens[i].lemma == "launcher" for c in reading.children(i, "compound", "nmod", "amod")}


def _told_by(findings: Findings, s: Sketch) -> date | None:
    """The earliest time of reporting in the sketch's sentence ("said in August that …"): a bound, not the event's time."""
    sentence = findings.reading.sentences[s.sentence]
    told = [
        t.when.end
        for t in findings.times
        if t.reporting and sentence.first <= t.first < sentence.last and t.when is not None and t.when.end is not None
    ]
    return min(told, default=None)


def _inherit(
    findings: Findings, bare: list[Sketch], in_sentence: dict[int, list[int]], times: dict[int, list[TimeMention]],
    places: dict[int, list[PlaceMention]],
) -> None:  # fmt: skip
    """A happening without day or place has those of the sentence before it, where nothing else happened in that one."""
    reading = findings.reading
    for n, s in enumerate(bare):
        before = s.sentence - 1
        if before < 0 or before in in_sentence or reading.sentences[before].kind not in ("body", "heading"):
            continue
        if any(findings.events[k].frame in ("result", "undergo", "anaphor") for k in s.events[:1]):
            continue
        old = reading.sentences[before]
        if n not in times:
            times[n] = [
                t
                for t in findings.times
                if old.first <= t.first < old.last
                and not t.reporting
                and t.when is not None
                and t.when.precision == "day"
                and in_main_clause(reading, t)
            ]
        if n not in places:
            places[n] = [
                p for p in locations(findings) if old.first <= p.first < old.last and p.place.kind != "country"
            ]


def in_main_clause(reading: Reading, t: TimeMention) -> bool:
    """False in a clause about somebody ("who took office on 1 June") and in what is still to come ("will meet on Friday")."""
    for a in reading.ancestors(t.last - 1):
        if a.tag[:1] == "V":
            coming = any(c.lower in ("will", "shall", "would") for c in reading.children(a.i, "aux"))
            somebody = a.dep == "relcl" and any(c.lower == "who" for c in reading.children(a.i, "nsubj", "nsubjpass"))
            return not somebody and not coming
    return True


def _loose(
    findings: Findings, told: set[int], weapons: dict[int, list[WeaponMention]], tolls: dict[int, list[TollMention]]
) -> tuple[Sketch, ...]:  # fmt: skip
    """Sketches without event words, for the figures and weapons of sentences that have none."""
    reading = findings.reading
    out = []
    for s in reading.sentences:
        if s.i in told or s.kind not in ("body", "caption"):
            continue
        ws = tuple(w for w in findings.weapons if s.first <= w.head < s.last)
        ts = tuple(t for t in findings.tolls if s.first <= t.anchor < s.last and t.kind in ("killed", "injured"))
        nobody = bool(ts) and all(t.count is not None and t.count.high == 0 for t in ts)  # "no casualties were reported"
        if not nobody and any(e.realis != "actual" and s.first <= e.head < s.last for e in findings.events):
            continue
        ill = tells_of_accident(reading.words(s.first, s.last).lower()) or not ws and _counts_the_ill(findings, s.i)
        if (ws or ts) and not ill:
            out.append(Sketch((), s.i, (), (), ws, ts))
    return tuple(out)


def _counts_the_ill(findings: Findings, sentence: int) -> bool:
    """True for the dead of the disease or accident that the sentence before counts: "a group, however, says that 49 have died"."""
    reading = findings.reading
    if sentence < 1:
        return False
    before = reading.sentences[sentence - 1]
    counted = any(before.first <= t.anchor < before.last for t in findings.tolls)
    struck = any(before.first <= e.head < before.last and e.frame not in ("result", "undergo", "anaphor") for e in findings.events)
    return counted and not struck and tells_of_accident(reading.words(before.first, before.last).lower())


def _owners(
    reading: Reading, first: int, last: int, by_token: dict[int, int], in_sentence: dict[int, list[int]], bare: list[Sketch],
    findings: Findings, *, spread: bool, far: bool = True,
) -> list[int]:  # fmt: skip
    """Sketches that words at [first, last) belong to: the governing one; failing that the sentence's only or main one."""
    for i in range(first, last):
        if i in by_token:
            return [by_token[i]]
    head = head_of(reading, first, last)
    crossed = False
    for a in reading.ancestors(head):
        if a.i in by_token:
            return [by_token[a.i]]
        if a.dep == "advcl" and a.tag[:1] == "V" and any(reading.children(a.i, "nsubj", "nsubjpass")):
            inside = _told_in(reading, a, by_token)  # "after a bomb ripped through a crowd in Arda, killing nine"
            if inside is not None:
                return [inside]
        if a.lower in ("after", "before", "since", "following") and a.dep in ("prep", "mark"):
            crossed = True
    here = in_sentence.get(reading.tokens[head].sentence, [])
    if not here or crossed and len(here) > 1:
        return []
    if len(here) == 1 or not spread:
        below = _below(reading, head, here, bare, findings)
        if below is None and not far:
            return []
        return [below if below is not None else here[0] if len(here) == 1 else _nearest(here, bare, findings, head)]
    return list(here[:1])


def _told_in(reading: Reading, clause: Token, by_token: dict[int, int]) -> int | None:
    """The one sketch that the clause with its own subject tells of, None where it tells of none or of several."""
    told = dict.fromkeys(by_token[i] for i in range(*reading.subtree(clause.i)) if i in by_token)
    return next(iter(told)) if len(told) == 1 else None


def _below(reading: Reading, head: int, here: list[int], bare: list[Sketch], findings: Findings) -> int | None:
    """A sketch whose trigger hangs below the verb that the words hang on ("On Monday police said that …")."""
    governor = reading.tokens[head]
    for a in reading.ancestors(head):
        if a.tag[:1] == "V":
            governor = a
            break
    if any(e.head == governor.i for e in findings.events):
        return None  # told as a habit, a plan or denied
    return told_below(reading, governor.i, [(n, findings.events[k].head) for n in here for k in bare[n].events])


def _nearest(here: list[int], bare: list[Sketch], findings: Findings, at: int) -> int:
    return min(here, key=lambda n: (min(abs(findings.events[k].head - at) for k in bare[n].events), n))


def parties_of(findings: Findings, s: Sketch) -> list[Party]:
    """All participants named by a sketch's mentions."""
    return [p for k in s.events for p in findings.parties[k]]
