"""The toll of one incident, reconciled from the figures of all its sources by the codebook's rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.model.mention import Count, TollKind
from warmonitor.model.record import Casualties


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as claimed. `sentence` orders it; `boast`: the perpetrator counts its own enemy's losses.

    `implied`: one person or thing named without a number. `part`: total | subset | others. `replaced`: its own source, or a
    later one, gave a newer figure.
    """

    kind: TollKind
    count: Count
    who: str
    side: str
    speaker: str
    sentence: int
    part: str
    implied: bool
    boast: bool
    replaced: bool
    denied: bool
    claim: str
    whole: bool = False
    """The words say that it is the total ("the toll rose to 18"): figures beside it are parts of it."""
    more: bool = False
    also: bool = False
    """ "A guard was also killed", "also detained two men": on top of those told just before, named or counted."""
    people: str = ""
    """Whose people they are by their own word: armed | state | civilian, "" for people of any kind."""


def reconcile(figures: Iterable[Figure]) -> tuple[Casualties, ...]:
    """One entry for each kind (or each side, where one sentence gives them apart), in the order in which they are told."""
    usable = [f for f in figures if not f.denied and not f.replaced and f.part != "subset"]
    kinds: list[TollKind] = []
    for f in usable:
        if f.kind not in kinds:
            kinds.append(f.kind)
    return tuple(c for kind in kinds for c in _of_kind(kind, [f for f in usable if f.kind == kind]))


def _of_kind(kind: TollKind, figures: list[Figure]) -> list[Casualties]:
    figures = [f for f in figures if not f.boast]
    if any(f.count.high != 0 for f in figures):
        figures = [f for f in figures if f.count.high != 0]  # "no casualties" of others, or before there were any
    if not figures:
        return []
    if any(not f.implied for f in figures):
        explicit = [f for f in figures if not f.implied]
        sentences = {f.sentence for f in explicit}
        figures = [
            f
            for f in figures
            if not f.implied or f.part == "total" and (f.sentence in sentences or _joined_by(f, explicit))
        ]
    whole = [f for f in figures if f.who.split()[-1:] not in (["bodies"], ["corpses"])]
    groups = _by_source(whole or figures)  # the bodies that one hospital received are some of the dead
    groups = [g for g in groups if any(not f.implied for f in g)] or groups
    if apart := _apart(groups):
        return [c for people in apart for c in _reconciled(kind, people)]
    best_group = _fullest(groups)
    sides = {f.side for f in best_group} - {"unknown"}
    if len(best_group) > 1 and len(sides) > 1:
        return [_entry(kind, [f]) for f in best_group]
    return _reconciled(kind, groups)


def _joined_by(f: Figure, explicit: list[Figure]) -> bool:
    """True for one person named just before "… was also killed", who are all that are told, and for one "also killed"."""
    if f.also and any(x.speaker == f.speaker and 0 < f.sentence - x.sentence <= _NEAR for x in explicit):
        return True
    return all(x.also and 0 < x.sentence - f.sentence <= _NEAR for x in explicit)


def _reconciled(kind: TollKind, groups: list[list[Figure]]) -> list[Casualties]:
    figures = [f for g in groups for f in g]
    best_group = _fullest(groups)
    low, high = _range([_summed(g) for g in groups])
    who = "; ".join(dict.fromkeys(f.who for f in best_group if f.who))
    claims = tuple(dict.fromkeys(f.claim for f in figures))
    best = low if low == high else None
    side = best_group[0].side if best_group else "unknown"
    return [Casualties(kind, who, side, low, best, high, claims)]  # type: ignore[arg-type]


def _apart(groups: list[list[Figure]]) -> list[list[list[Figure]]]:
    """The groups of each people, where all figures tell whose dead they are and no sentence counts the dead of all.

    "Four militants were killed … Two policemen died, a newspaper said": two tolls that do not differ but add up.
    """
    most = max((f.count.low or 0 for g in groups for f in g if f.people), default=0)
    figures = [f for g in groups for f in g if (f.people or (f.count.high or most) >= most) and f.count.low is not None]
    peoples = list(dict.fromkeys(f.people for f in figures))
    if len(peoples) < 2 or "" in peoples or len(groups) < 2 or any(f.whole for f in figures):
        return []
    return [[own for g in groups if (own := [f for f in g if f.people == p])] for p in peoples]


def _entry(kind: TollKind, figures: list[Figure]) -> Casualties:
    f = figures[0]
    low, high = f.count.low, f.count.high
    return Casualties(kind, f.who, f.side, low, low if low == high else None, high, (f.claim,))  # type: ignore[arg-type]


def _by_source(figures: list[Figure]) -> list[list[Figure]]:
    """Figures that one source gives in one sentence stand side by side and are summed."""
    out: dict[tuple[int, str], list[Figure]] = {}
    for f in figures:
        out.setdefault((f.sentence, f.speaker), []).append(f)
    return _with_others(list(out.values()))


def _with_others(groups: list[list[Figure]]) -> list[list[Figure]]:
    """ "Five were killed … Four others died later": others come on top of those told just before.

    "Two more died" after the toll of all is a step on the way to it, and no figure of its own.
    """
    out: list[list[Figure]] = []
    known = {f.count.low for g in groups for f in g if f.part == "total"}
    for group in sorted(groups, key=lambda g: g[0].sentence):
        before = out[-1] if out else []
        told = {f.count.low for f in before if f.count.low != 1}
        also = bool(before) and all(f.also and f.count.low not in told for f in group)
        beside = also or bool(known) and all(f.part == "others" and f.count.low not in known for f in group)
        reach = _ANY if beside and not also and _exceeds(group, before) else _FAR if also and all(f.more for f in group) else _NEAR
        near = bool(before) and 0 < group[0].sentence - before[-1].sentence <= reach
        if beside and near and any(f.part == "total" for f in before) and not any(f.whole for f in before):
            told_too = [g for g in out[:-1] if g[0].sentence == before[0].sentence and [f.count for f in g] == [f.count for f in before]]
            out = [*(g for g in out[:-1] if g not in told_too), [*before, *group]]  # what two say in one breath is one figure
        elif not (beside and all(f.more for f in group) and any(f.part == "total" for g in out for f in g)):
            out.append(group)
    return out


_NEAR = 2
"""How many sentences further on "others" still means others than those told."""
_FAR = 5
"""The same of "one additional man"."""
_ANY = 1000


def _exceeds(group: list[Figure], before: list[Figure]) -> bool:
    """True for others who are more than all told before, so that they cannot be among them."""
    if any(f.count.low != f.count.high or f.count.bound for f in group):
        return False
    return sum(f.count.low or 0 for f in group) > sum(f.count.high or f.count.low or 0 for f in before) > 0


def _fullest(groups: list[list[Figure]]) -> list[Figure]:
    return max(groups, key=lambda g: (len({f.side for f in g}), len(g)), default=[])


@dataclass(frozen=True, slots=True)
class _Total:
    low: int | None
    high: int | None
    exact: bool
    vague: bool
    speaker: str
    sentence: int


def _summed(group: list[Figure]) -> _Total:
    group = [f for f in group if f.whole] or group
    counts = [f.count for f in group]
    values = [c.low for c in counts if c.low is not None]
    if len(counts) > 1 and len(set(values)) == len(values) and values and max(values) == sum(values) - max(values):
        counts = [c for c in counts if c.low == max(values)]  # the total and its own parts in one sentence
    low = None if any(c.low is None for c in counts) else sum(c.low or 0 for c in counts)
    high = None if any(c.high is None for c in counts) else sum(c.high or 0 for c in counts)
    vague = all(isinstance(c.value, str) and c.bound == "min" for c in counts)  # "two civilians and several guards" are four or more
    return _Total(low, high, low is not None and low == high, vague, group[0].speaker, group[0].sentence)


def _range(totals: list[_Total]) -> tuple[int | None, int | None]:
    firm = _without_singles([t for t in totals if not t.vague] or totals)
    exact = [t for t in firm if t.exact]
    ranged = [t for t in firm if t.low is not None and t.high is not None]
    if exact or ranged:
        known = exact or ranged
        known = _latest_of_each(known)
        floor = [t.low for t in firm if t.high is None and t.low is not None]
        low, high = min(t.low or 0 for t in known), max(t.high or 0 for t in known)
        if floor and max(floor) > high:  # a newer "at least" above every exact figure
            return max(floor), None
        return low, high
    lows = [t.low for t in firm if t.low is not None]
    highs = [t.high for t in firm if t.high is not None]
    return (max(lows) if lows else None), (max(highs) if highs and not lows else None)


def _without_singles(totals: list[_Total]) -> list[_Total]:
    """One person told of beside several is one of them, or one more, but no other count of the same."""
    several = any((t.low or 0) >= _SEVERAL for t in totals)
    return [t for t in totals if not (several and t.exact and t.low == 1)]


_SEVERAL = 3


def _latest_of_each(totals: list[_Total]) -> list[_Total]:
    """One speaker's several figures: a part of the whole, or an older count; the largest stands."""
    out: dict[str, _Total] = {}
    for t in totals:
        if t.speaker not in out or (t.high or 0) > (out[t.speaker].high or 0):
            out[t.speaker] = t
    return list(out.values())
