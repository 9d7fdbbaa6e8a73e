"""Claims: every figure, doer, target, place, time, means and motive, with who says so and the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from warmonitor.assemble.damages import damage_claims
from warmonitor.assemble.draft import Draft
from warmonitor.assemble.motives import motive_claims
from warmonitor.assemble.occurrence import OF_MATTERS, VIOLENT, confirmed, occurred, unclaimed
from warmonitor.assemble.partlist import Part
from warmonitor.assemble.phrases import place_words, weapon_words_of
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.tolls import other_people
from warmonitor.assemble.voices import NARRATOR, Voice, each_voice, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import PlaceMention, Stance


def drafts(
    findings: Findings, sketches: list[Sketch], parts: Iterable[Part], subtype: str, everything: Collection[int]
) -> list[Draft]:  # fmt: skip
    """All claims on one incident, in text order, equal ones of one speaker joined."""
    found: list[Draft] = []
    heads: list[Draft] = []
    parts = list(parts)
    told = [p for s in sketches for p in s.places]
    for s in sketches:
        headline = findings.reading.sentences[s.sentence].kind == "headline"
        here = [p for p in parts if p.event in s.events]
        for d in (
            *_tolls(findings, s),
            *_actors(findings, s, here, subtype),
            *_where_when(findings, s, told, subtype),
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
    found += list(confirmed(findings, sketches, found, everything))
    if subtype in VIOLENT:
        found += list(unclaimed(findings, sketches, everything))
    return _joined(findings, [_own(findings, replace(d, voice=v)) for d in found for v in each_voice(findings, d.voice)])


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
    for t in s.tolls:
        if t.count is None or t.kind == "missing":
            continue
        span = reading.span(min(t.first, t.anchor), max(t.last, t.anchor + 1))
        voice = voice_at(findings, reading.span(t.anchor, t.anchor + 1), t.stance)
        rule = f"toll:{reading.tokens[t.anchor].lemma}"
        if t.count.low is not None and t.count.high is not None and t.count.low != t.count.high:
            yield Draft(t.kind, t.count.low, voice, voice.stance, span, rule, "min", t.who or None, t)
            yield Draft(t.kind, t.count.high, voice, voice.stance, span, rule, "max", t.who or None, t)
            continue
        yield Draft(t.kind, t.count.value, voice, voice.stance, span, rule, t.count.bound, t.who or None, t)


def _actors(findings: Findings, s: Sketch, parts: list[Part], subtype: str) -> Iterator[Draft]:
    reading = findings.reading
    for p in parts:
        event = findings.events[p.event]
        voice = voice_at(findings, reading.span(event.first, event.last), event.stance)
        if p.speaker != voice.speaker and p.party.role in ("blamed", "claimant"):
            voice = Voice(
                p.speaker, "denies" if p.status == "denied" else "asserts", (), findings.speaker_identity.get(p.speaker)
            )
        rule = f"{p.party.role}:{reading.tokens[event.head].lemma}"
        if p.role == "target":
            if event.stance != "denies" and subtype not in OF_MATTERS:
                yield Draft("target", p.party.name, voice, voice.stance, p.party.span, rule)
        elif p.role == "perpetrator" or subtype == "armed-clash" and (p.party.role != "patient" or p.party.cls == "armed"):
            if p.party.role == "claimant":
                voice = Voice(p.party.name, "claims-responsibility", voice.via, p.party.identity, p.party.entry)
            if p.party.role == "blamed" and voice.speaker == NARRATOR:
                if any(q.party.identity == p.party.identity and q.speaker != NARRATOR for q in parts):
                    continue  # the accuser's word, not the outlet's
                voice = Voice(NARRATOR, "hedges")
            stance: Stance = (
                "claims-responsibility" if p.status == "claimed" and voice.speaker != NARRATOR else voice.stance
            )
            if stance == "claims-responsibility" and p.party.role in ("patient", "party") and p.party.identity != voice.number:
                stance = "asserts"  # those fought by whoever says "we"
            troops = stance == "claims-responsibility" and p.party.cls == "state" and not p.party.named
            yield Draft("perpetrator", voice.speaker if troops else p.party.name, voice, stance, p.party.span, rule)


def _where_when(findings: Findings, s: Sketch, told: list[PlaceMention], subtype: str) -> Iterator[Draft]:
    reading = findings.reading
    stance = findings.events[s.events[0]].stance if s.events else "asserts"
    stance = stance if stance in ("asserts", "hedges") else "asserts"
    for place in s.places:
        if _only_frames(findings, place, told):
            continue
        voice = voice_at(findings, place.span, stance)
        yield Draft("location", place_words(findings, place), voice, voice.stance, place.span, "place")
    for t in s.times:
        if t.type in ("DATE", "TIME") and not t.value.endswith("_REF"):
            voice = voice_at(findings, t.span, stance)
            yield Draft("time", t.text, voice, voice.stance, t.span, "time")
    for w in s.weapons:
        if w.kind == "vehicle" and w.platform and subtype != "attack" or subtype in _WITHOUT_MEANS:
            continue
        span = reading.span(w.first, w.last)
        voice = voice_at(findings, span, stance)
        yield Draft("weapon", weapon_words_of(reading, w), voice, voice.stance, span, "weapon")


_WITHOUT_MEANS = frozenset({"release", "looting-destruction", "arrest", "agreement", "formal-act"})
"""Types whose weapons are what was taken or carried."""


def _only_frames(findings: Findings, place: PlaceMention, told: list[PlaceMention]) -> bool:
    """A wider place named with a narrower one ("Yarmouk, Damascus") is no claim of its own."""
    return any(p.within is not None and findings.places[p.within].span == place.span for p in told)


def _joined(findings: Findings, found: list[Draft]) -> list[Draft]:
    """Equal claims of one speaker become one with further words, a shorter wording part of the longer one."""
    out: dict[tuple[object, ...], Draft] = {}
    for d in sorted(found, key=lambda d: (d.evidence.start, d.evidence.end)):
        key: tuple[object, ...] = (d.attribute, str(d.value).lower(), d.voice.speaker, d.stance, d.bound)
        while key in out and other_people(findings, out[key].toll, d.toll):
            key = (*key, "others")
        out[key] = _with(out[key], d) if key in out else d
    kept = list(out.values())
    for n, d in enumerate(kept):
        whole = next((m for m, o in enumerate(kept) if m != n and _holds(o, d)), None)
        if whole is not None:
            kept[whole] = _with(kept[whole], d)
            kept[n] = replace(d, value="")
    return [d for d in kept if d.value != ""]


def _with(old: Draft, d: Draft) -> Draft:
    """`old` with the words of `d` as further evidence."""
    also = old.also if d.evidence == old.evidence or d.evidence in old.also else (*old.also, d.evidence)
    return replace(old, also=also, who=old.who or d.who, toll=old.toll or d.toll)


def _holds(whole: Draft, part: Draft) -> bool:
    """One claim's words say the other's and more: "near Marib city" and "Marib", "assault rifles" and "rifles"."""
    if whole.attribute != part.attribute or whole.attribute not in _WORDED or whole.stance != part.stance:
        return False
    a, b = _words(whole), _words(part)
    return whole.voice.speaker == part.voice.speaker and bool(b) and b < a


_WORDED = frozenset({"location", "time", "weapon", "target", "motive"})


def _words(d: Draft) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in str(d.value).lower().replace("-", " ").split() if w.isalnum() and w != "the")
