"""Claims: every figure, doer, target, place, time, means and motive, with who says so and the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from warmonitor.assemble.aims import target_claims
from warmonitor.assemble.damages import damage_claims
from warmonitor.assemble.doers import doer_claims
from warmonitor.assemble.draft import Draft
from warmonitor.assemble.echoes import without_echoes, words_of
from warmonitor.assemble.motives import motive_claims
from warmonitor.assemble.occurrence import VIOLENT, confirmed, occurred, unclaimed
from warmonitor.assemble.partlist import Part
from warmonitor.assemble.settings import setting_claims
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.subsets import subset_claims, summed
from warmonitor.assemble.tolls import other_people
from warmonitor.assemble.unknowns import unknown_tolls
from warmonitor.assemble.voices import NARRATOR, each_voice, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.record import Located


def drafts(
    findings: Findings, sketches: list[Sketch], parts: Iterable[Part], subtype: str, everything: Collection[int],
    places: Iterable[Located],
) -> list[Draft]:  # fmt: skip
    """All claims on one incident, in text order, equal ones of one speaker joined. `places` are those of its record."""
    found: list[Draft] = []
    heads: list[Draft] = []
    parts = list(parts)
    told = [p for s in sketches for p in s.places]
    kept = frozenset(span for x in places for span in x.evidence)
    for s in sketches:
        headline = findings.reading.sentences[s.sentence].kind == "headline"
        here = [p for p in parts if p.event in s.events]
        for d in (
            *_tolls(findings, s),
            *doer_claims(findings, s, here, subtype),
            *target_claims(findings, here, parts, subtype),
            *setting_claims(findings, s, told, kept, subtype),
        ):
            if not headline:
                found.append(d)
            elif d.voice.speaker != NARRATOR:
                heads.append(d)
    told_of = {d.attribute for d in found}
    found = [d for d in heads if d.attribute not in told_of] + found  # the body wins over the headline
    found += list(motive_claims(findings, sketches, subtype, everything))
    found += list(damage_claims(findings, sketches, everything))
    found += list(occurred(findings, sketches, found, subtype))
    found += list(confirmed(findings, sketches, found, everything, subtype))
    if subtype in VIOLENT:
        found += list(unclaimed(findings, sketches, everything))
        found += list(unknown_tolls(findings, sketches, everything))
    each = [_own(findings, replace(d, voice=v)) for d in found for v in each_voice(findings, d.voice)]
    return without_echoes(_joined(findings, each))


def _own(findings: Findings, d: Draft) -> Draft:
    """Who says that it was his doing claims responsibility for who did it; the rest he asserts. "Its troops" are he."""
    if d.stance != "claims-responsibility":
        return d
    if d.attribute != "perpetrator":
        return replace(d, stance="asserts")
    first = findings.reading.token_at(d.evidence.start)
    own = first.lower in _OWN or any(c.lower in _OWN for c in findings.reading.children(findings.reading.token_at(d.evidence.end - 1).i, "poss"))
    return replace(d, value=d.voice.speaker) if own and d.voice.speaker != NARRATOR else d


_OWN = frozenset("its their our his her we i it they".split())


def _tolls(findings: Findings, s: Sketch) -> Iterator[Draft]:
    reading = findings.reading
    for t in summed(findings, s.tolls):
        if t.count is None or t.campaign or t.kind == "missing" or t.kind == "displaced" and t.count.high == 1:
            continue
        span = reading.span(min(t.first, t.anchor), max(t.last, t.anchor + 1))
        voice = voice_at(findings, reading.span(t.anchor, t.anchor + 1), t.stance)
        rule = f"toll:{reading.tokens[t.anchor].lemma}"
        if t.count.low is not None and t.count.high is not None and t.count.low != t.count.high:
            yield Draft(t.kind, t.count.low, voice, voice.stance, span, rule, "min", t.who or None, t)
            yield Draft(t.kind, t.count.high, voice, voice.stance, span, rule, "max", t.who or None, t)
            continue
        yield Draft(t.kind, t.count.value, voice, voice.stance, span, rule, t.count.bound, t.who or None, t)
        yield from subset_claims(findings, t, voice)


def _joined(findings: Findings, found: list[Draft]) -> list[Draft]:
    """Equal claims of one speaker become one with further words, a shorter wording part of the longer one."""
    out: dict[tuple[object, ...], Draft] = {}
    for d in sorted(found, key=lambda d: (d.evidence.start, d.evidence.end)):
        value = d.identity if d.identity is not None else str(d.value).lower()
        key: tuple[object, ...] = (d.attribute, value, d.voice.speaker, d.stance, d.bound)
        while key in out and other_people(findings, out[key].toll, d.toll):
            key = (*key, "others")
        out[key] = _with(out[key], d) if key in out else d
    kept = list(out.values())
    for n, d in enumerate(kept):
        whole = next((m for m, o in enumerate(kept) if m != n and o.value != "" and _holds(o, d, first=m < n)), None)
        if whole is not None:
            kept[whole] = _with(kept[whole], d)
            kept[n] = replace(d, value="")
    return [d for d in kept if d.value != ""]


def _with(old: Draft, d: Draft) -> Draft:
    """`old` with the words of `d` as further evidence."""
    also = old.also if d.evidence == old.evidence or d.evidence in old.also else (*old.also, d.evidence)
    return replace(old, also=also, who=old.who or d.who, toll=old.toll or d.toll)


def _holds(whole: Draft, part: Draft, *, first: bool) -> bool:
    """One claim's words say the other's, before it (`first`) or with more: "near Marib city" and "Marib", "assault rifles" and "rifles"."""
    if whole.attribute != part.attribute or whole.attribute not in _WORDED or whole.stance != part.stance:
        return False
    a, b = words_of(whole), words_of(part)
    return whole.voice.speaker == part.voice.speaker and bool(b) and (b < a or first and b == a)


_WORDED = frozenset({"location", "time", "weapon", "target", "motive"})

