"""Reconciling numbers: low, best, high from all claims of all reports, by a rule that is stated and shown.

1. A figure about a part (`who`, unless the report's own total rests on it alone), a denial and a claim without a number never set the range.
2. A perpetrator's own figure is a boast and never sets the range.
3. One speaker counts once, however many outlets relay the words: the latest word stands (by the day it was said, then by
   publication; of two on one day the larger, for tolls rise), the earlier are superseded.
4. low = the smallest, high = the largest exact (or "about") current figure. "At least N" and "up to N" that agree with an
   exact figure change nothing; an "at least N" above every exact figure opens the high end. Without an exact figure the
   largest "at least" is the low end and the smallest "up to" the high end.
5. best = the latest current figure of the best-placed body (ranks in lexicon/linking/speakers.csv: those who count the
   dead, those who monitor, those who govern, the outlet or a named person, the nameless); a hedged figure only where
   there is no other. None where that body gave only "up to N".
6. Figures that cannot all be true are disputed: shown, not averaged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.link.names import fold, same_actor
from warmonitor.link.tables import speaker_words, vague_numbers
from warmonitor.model import Claim
from warmonitor.model.linked import Figure, FigureUse, Telling, Toll

TOLL_KINDS = ("killed", "injured", "captured", "abducted", "displaced")
STANDING = ("current", "hedged")
NARRATOR_RANK, NAMELESS_RANK = 4, 6
RANKS = {
    1: "counts the dead",
    2: "monitors",
    3: "governs",
    4: "the outlet's own voice",
    5: "a named person or body",
    6: "nameless",
}


def rank(speaker: str) -> int:
    """How well a speaker is placed to know a toll: 1 best, 6 worst."""
    if speaker == "narrator":
        return NARRATOR_RANK
    words = fold(speaker).split()
    pairs = [f"{a}-{b}" for a, b in pairwise(words)]
    known = speaker_words()
    ranks = [known[w] for w in [*words, *pairs] if w in known]
    nameless = NAMELESS_RANK if NAMELESS_RANK in ranks and not speaker[:1].isupper() else None
    return nameless or (min(ranks) if ranks else 5)


def bounds(value: int | str, bound: str | None) -> tuple[int | None, int | None]:
    """(low, high) of a claimed number; (None, None) where the words give none."""
    if isinstance(value, str):
        low = next((vague_numbers()[w] for w in fold(value).split() if w in vague_numbers()), None)
        return low, None
    if bound == "min":
        return value, None
    return (None, value) if bound == "max" else (value, value)


def speaker_key(claim: Claim, outlet: str | None, report: str) -> str:
    """Who really speaks: the lexicon's id, the folded name, or the outlet for a narrator."""
    if claim.speaker == "narrator":
        return f"narrator of {fold(outlet) if outlet else report}"
    return claim.speaker_id or fold(claim.speaker)


def tolls(tellings: Sequence[Telling]) -> tuple[Toll, ...]:
    """The reconciled tolls of one incident, one for each kind that any report claims a number of."""
    boasters = _perpetrators(tellings)
    by_kind: dict[str, list[tuple[str, Figure]]] = defaultdict(list)
    for t in tellings:
        for kind, figures in _of_report(t, boasters).items():
            by_kind[kind] += figures
    return tuple(_toll(kind, by_kind[kind]) for kind in TOLL_KINDS if kind in by_kind)


def _of_report(t: Telling, boasters: Sequence[str]) -> dict[str, list[tuple[str, Figure]]]:
    """The figures of one report, by kind, each with its speaker's key."""
    revised = {c.revises for c in t.claims if c.revises}
    whole = _wholes(t)
    found: dict[str, list[tuple[str, Figure]]] = defaultdict(list)
    for claim in t.claims:
        if claim.attribute in TOLL_KINDS:
            figure = _figure(t, claim, boasters, whole=claim.id in whole)
            if claim.id in revised and figure.use in STANDING:
                figure = replace(figure, use="superseded", because="replaced within the same report")
            found[claim.attribute].append((speaker_key(claim, t.report.outlet, t.report.id), figure))
    for kind in TOLL_KINDS:
        total = _sum(t, kind, found.get(kind, []))
        if total is not None:
            parts = [
                (k, replace(f, use="subset", because="a part of the sum")) if f.use in STANDING else (k, f)
                for k, f in found[kind]
            ]
            found[kind] = [*parts, total]
    return {kind: figures for kind, figures in found.items() if figures}


def _wholes(t: Telling) -> set[str]:
    """Claims that are a speaker's whole figure of a kind, whoever it names ("four farmers"): the report's own total rests on it
    alone. Several claims of one speaker in it are parts of a sum."""
    found: set[str] = set()
    for kind in TOLL_KINDS:
        entries = [c for c in t.incident.casualties if c.kind == kind]
        if len(entries) == 1:
            made_of = [c for c in t.claims if c.id in entries[0].claims]
            speakers = Counter(c.speaker for c in made_of)
            found |= {c.id for c in made_of if speakers[c.speaker] == 1}
    return found


def _sum(t: Telling, kind: str, figures: Sequence[tuple[str, Figure]]) -> tuple[str, Figure] | None:
    """The report's total where it gives the kind by side, or only in parts: the sum, in the voice of the parts."""
    entries = [c for c in t.incident.casualties if c.kind == kind and (c.low is not None or c.high is not None)]
    whole = any(f.use in STANDING for _, f in figures)
    if not entries or not figures or (len(entries) == 1 and whole):
        return None
    if any(f.use in ("boast", "denied") for _, f in figures):
        return None
    lows, highs = [c.low for c in entries], [c.high for c in entries]
    low = sum(x for x in lows if x is not None) if any(x is not None for x in lows) else None
    high = sum(x for x in highs if x is not None) if all(x is not None for x in highs) else None
    key, voice = next(((k, f) for k, f in figures if f.use in STANDING), figures[0])
    value = low if low is not None else high
    assert value is not None
    total = replace(
        voice, low=low, high=high, value=value, who=None, claim="total", use="current", because="sum of its parts"
    )
    return key, total


def _perpetrators(tellings: Iterable[Telling]) -> list[str]:
    return sorted(
        {
            x
            for t in tellings
            for a in t.incident.actors
            if a.role == "perpetrator"
            for x in (a.name, a.entry)
            if x
        }
    )


def _figure(t: Telling, claim: Claim, boasters: Sequence[str], *, whole: bool) -> Figure:
    low, high = bounds(claim.value, claim.bound)
    use, because = _use(claim, low, high, boasters, whole)
    return Figure(
        claim.attribute, low, high, claim.value, claim.who, claim.speaker, rank(claim.speaker),
        claim.said_on or t.published_at, t.report.id, t.report.outlet, claim.id, use, because, claim.via,
    )  # fmt: skip


def _use(
    claim: Claim, low: int | None, high: int | None, boasters: Sequence[str], whole: bool
) -> tuple[FigureUse, str]:
    if claim.stance in ("denies", "unknown"):
        return "denied", f"the speaker {'denies it' if claim.stance == 'denies' else 'does not know'}"
    if low is None and high is None:
        return "no-figure", "no number in the words"
    if claim.speaker_id in boasters or any(same_actor(claim.speaker, b) for b in boasters):
        return "boast", "a perpetrator's own figure"
    if claim.who and not whole:
        return "subset", f"about a part only: {claim.who}"
    return ("hedged", "said with reserve") if claim.stance == "hedges" else ("current", "")


def _size(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _latest(figures: list[tuple[str, Figure]]) -> list[Figure]:
    """Keep one current figure for each speaker: the latest word, and of one day's the larger; in order of telling."""
    rising = sorted(
        figures, key=lambda kf: (_exactness(kf[1]), kf[1].told[:10], _size(kf[1]), kf[1].report, kf[1].claim)
    )
    last = {key: figure for key, figure in rising if figure.use in STANDING}
    told = sorted(figures, key=lambda kf: (kf[1].told[:10], kf[1].told, _size(kf[1]), kf[1].report, kf[1].claim))
    return [_superseded(f, last[k]) if f.use in STANDING and last[k] is not f else f for k, f in told]


def _exactness(figure: Figure) -> int:
    """Words without digits never replace a number."""
    return 0 if isinstance(figure.value, str) else 1


def _superseded(figure: Figure, by: Figure) -> Figure:
    same = (figure.low, figure.high) == (by.low, by.high)
    why = f"repeated in {by.report}" if same else f"the same speaker's later word is {by.value}"
    return replace(figure, use="superseded", because=why)


def _toll(kind: str, figures: list[tuple[str, Figure]]) -> Toll:
    settled = _latest(figures)
    standing = [f for f in settled if f.use == "current"] or [f for f in settled if f.use == "hedged"]
    low, high, disputed = _range(standing)
    best = _best(standing)
    value = None if best is None else best.low
    because = (
        "no figure stands"
        if best is None
        else f"latest word of the best-placed body: {best.speaker} ({RANKS[best.rank]})"
    )
    return Toll(kind, low, value, high, because, disputed, tuple(settled))


def _range(standing: Sequence[Figure]) -> tuple[int | None, int | None, bool]:
    exact = sorted(f.low for f in standing if f.low is not None and f.low == f.high)
    least = sorted(f.low for f in standing if f.low is not None and f.high is None and not isinstance(f.value, str))
    vague = sorted(f.low for f in standing if f.low is not None and f.high is None and isinstance(f.value, str))
    most = sorted(f.high for f in standing if f.high is not None and f.low is None)
    least = least or vague
    if exact:
        above, below = bool(least) and least[-1] > exact[-1], bool(most) and most[0] < exact[0]
        low = exact[0]
        return low, None if above else exact[-1], above or below or exact[0] != exact[-1]
    low_, high_ = least[-1] if least else None, most[0] if most else None
    crossed = low_ is not None and high_ is not None and low_ > high_
    return (low_, None if crossed else high_, crossed)


def _best(standing: Sequence[Figure]) -> Figure | None:
    if not standing:
        return None
    top = min((_exactness(f) == 0, f.rank) for f in standing)
    return max(
        (f for f in standing if (_exactness(f) == 0, f.rank) == top),
        key=lambda f: (f.told[:10], _size(f), f.told, f.report, f.claim),
    )
