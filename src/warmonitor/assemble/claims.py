"""Claims: every figure, doer, target, place, time, means and motive, with who says so and the words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from warmonitor.assemble.fields import Part
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.statements import event_of
from warmonitor.assemble.voices import NARRATOR, Voice, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Stance, TollMention
from warmonitor.model.record import Attribute
from warmonitor.model.span import Span

_ONCE = frozenset({"time", "location", "weapon", "target", "motive", "occurred"})
_MOTIVE = re.compile(
    r"\b(in (?:direct )?response to|in retaliation for|in revenge for|in reprisal for|in search of|in support of|in protest (?:at|against|over)|"
    r"to avenge|in an? (?:effort|attempt|bid) to|as part of|because of|in order to|retaliating for|aimed at|while searching for)\s+[^.;,”\"]{3,140}"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id. `toll` is the mention behind a figure."""

    attribute: Attribute
    value: int | str
    voice: Voice
    stance: Stance
    evidence: Span
    rule: str
    bound: str | None = None
    who: str | None = None
    toll: TollMention | None = None
    also: tuple[Span, ...] = ()


def drafts(
    findings: Findings, sketches: list[Sketch], parts: Iterable[Part], subtype: str, everything: Collection[int]
) -> list[Draft]:  # fmt: skip
    """All claims on one incident, in text order, equal ones of one speaker joined."""
    found: list[Draft] = []
    parts = list(parts)
    for s in sketches:
        headline = findings.reading.sentences[s.sentence].kind == "headline"
        here = [p for p in parts if p.event in s.events]
        for d in (
            *_tolls(findings, s),
            *_actors(findings, s, here, subtype),
            *_where_when(findings, s),
            *_motives(findings, s),
        ):
            if not (headline and d.voice.speaker == NARRATOR):
                found.append(d)
    found += list(_occurred(findings, sketches, found, subtype))
    found += list(_confirmed(findings, sketches, found, everything))
    if subtype in _VIOLENT:
        found += list(_unclaimed(findings, sketches, everything))
    return _joined(found)


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
            if event.stance != "denies" and subtype not in _OF_MATTERS:
                yield Draft("target", p.party.name, voice, voice.stance, p.party.span, rule)
        elif p.role == "perpetrator" or subtype == "armed-clash":
            if p.party.role == "claimant":
                voice = Voice(p.party.name, "claims-responsibility", voice.via, p.party.identity, p.party.entry)
            if p.party.role == "blamed" and voice.speaker == NARRATOR:
                if any(q.party.identity == p.party.identity and q.speaker != NARRATOR for q in parts):
                    continue  # the accuser's word, not the outlet's
                voice = Voice(NARRATOR, "hedges")
            stance: Stance = (
                "claims-responsibility" if p.status == "claimed" and voice.speaker != NARRATOR else voice.stance
            )
            yield Draft("perpetrator", p.party.name, voice, stance, p.party.span, rule)


def _where_when(findings: Findings, s: Sketch) -> Iterator[Draft]:
    reading = findings.reading
    stance = findings.events[s.events[0]].stance if s.events else "asserts"
    stance = stance if stance in ("asserts", "hedges") else "asserts"
    wider = {findings.places[p.within].span for p in s.places if p.within is not None}
    for place in s.places:
        if place.span in wider:
            continue  # "Yarmouk, Damascus" is one claim
        voice = voice_at(findings, place.span, stance)
        yield Draft("location", place.name, voice, voice.stance, place.span, "place")
    for t in s.times:
        if t.type in ("DATE", "TIME") and not t.value.endswith("_REF"):
            voice = voice_at(findings, t.span, stance)
            yield Draft("time", t.text, voice, voice.stance, t.span, "time")
    for w in s.weapons:
        span = reading.span(w.first, w.last)
        voice = voice_at(findings, span, stance)
        text = f"{w.count} {w.name}s" if w.count and w.count > 1 else w.name
        yield Draft("weapon", text, voice, voice.stance, span, "weapon")


def _motives(findings: Findings, s: Sketch) -> Iterator[Draft]:
    sentence = findings.reading.sentences[s.sentence]
    text = findings.reading.text[sentence.start : sentence.end]
    yield from _purposes(findings, s)
    for m in _MOTIVE.finditer(text.replace("\n", " ")):
        span = Span(sentence.start + m.start(), sentence.start + m.end())
        voice = voice_at(findings, span)
        yield Draft("motive", " ".join(m[0].split()), voice, voice.stance, span, "motive")


def _purposes(findings: Findings, s: Sketch) -> Iterator[Draft]:
    """ "shelled the town to drive out the rebels": the infinitive of purpose."""
    reading = findings.reading
    for k in s.events:
        event = findings.events[k]
        for c in reading.children(event.clause, "advcl"):
            if c.i > event.clause and any(a.tag == "TO" for a in reading.children(c.i, "aux")):
                first, last = reading.subtree(c.i)
                voice = voice_at(findings, reading.span(c.i, c.i + 1))
                yield Draft(
                    "motive",
                    reading.words(first, min(last, first + 25)),
                    voice,
                    voice.stance,
                    reading.span(first, last),
                    "purpose",
                )


def _occurred(findings: Findings, sketches: list[Sketch], found: list[Draft], subtype: str) -> Iterator[Draft]:
    """That it happened at all, by each speaker of whom nothing else on it is told; in matters without tolls by each speaker."""
    told = {d.voice.speaker for d in found if d.attribute in _SAYS_IT_HAPPENED}
    for s in sketches:
        if not s.events or findings.reading.sentences[s.sentence].kind == "headline":
            continue
        event = findings.events[s.events[0]]
        span = findings.reading.span(event.first, event.last)
        voice = voice_at(findings, span, event.stance)
        if voice.speaker in told:
            continue
        told.add(voice.speaker)
        if voice.speaker != NARRATOR or subtype in _WITHOUT_TOLL or not found:
            yield Draft("occurred", _clause(findings, event.head), voice, voice.stance, span, "event")


_OF_MATTERS = frozenset({"release", "displacement", "agreement", "other", "formal-act", "arrest", "peaceful"})
"""Types whose targets are told by the happening itself: that it occurred is the claim."""
_SAYS_IT_HAPPENED = frozenset({"killed", "injured", "captured", "abducted", "displaced", "perpetrator", "target"})
_WITHOUT_TOLL = frozenset({"agreement", "release", "formal-act", "other", "displacement", "territory-gained", "territory-transfer",
                           "looting-destruction", "disrupted-attack", "peaceful", "headquarters-established"})  # fmt: skip


def _confirmed(
    findings: Findings, sketches: list[Sketch], found: list[Draft], everything: Collection[int]
) -> Iterator[Draft]:  # fmt: skip
    """That it happened, by whoever confirms or denies it in so many words."""
    mine = {k for s in sketches for k in s.events}
    told = {d.voice.speaker for d in found if d.attribute == "occurred"}
    for m in findings.statements:
        if (
            m.act not in ("confirm", "deny")
            or m.speaker.name in told
            or (k := event_of(findings, m, everything)) not in mine
        ):
            continue
        told.add(m.speaker.name)
        stance: Stance = "denies" if m.act == "deny" else "asserts"
        voice = Voice(
            m.speaker.name, stance, tuple(v.name for v in m.via), findings.speaker_identity.get(m.speaker.name)
        )
        event = findings.events[k]
        span = findings.reading.span(event.first, event.last)
        yield Draft("occurred", _clause(findings, event.head), voice, stance, span, f"statement:{m.act}")


_UNCLAIMED = re.compile(
    r"\b(?:no (?:\w+ ){0,3}(?:group|one|organi[sz]ation|party|faction|militant group)\b[^.;]{0,60}?\b(?:claim|responsib|said it was behind)"
    r"|no (?:immediate )?claims? of responsibility|nobody\b[^.;]{0,40}?\bresponsib)[^.;,]{0,40}",
    re.IGNORECASE,
)
_VIOLENT = frozenset(
    {
        "air-strike",
        "shelling",
        "remote-explosive",
        "suicide-bombing",
        "grenade",
        "chemical",
        "attack",
        "armed-clash",
        "abduction",
    }
)


def _unclaimed(findings: Findings, sketches: list[Sketch], everything: Collection[int]) -> Iterator[Draft]:
    """ "No group has claimed responsibility": who did it is unknown, and the report says so. It is of the incident told last."""
    reading = findings.reading
    mine = {k for s in sketches for k in s.events}
    for s in reading.sentences:
        m = _UNCLAIMED.search(reading.text[s.start : s.end].replace("\n", " "))
        if m is None or s.kind != "body":
            continue
        here = [k for k in everything if s.first <= findings.events[k].head < s.last]
        before = [k for k in everything if findings.events[k].head < s.first]
        last = here[0] if here else max(before, key=lambda k: findings.events[k].head, default=None)
        if last in mine:
            span = Span(s.start + m.start(), s.start + m.end())
            voice = voice_at(findings, span, "unknown")
            yield Draft("perpetrator", "no claim of responsibility", voice, "unknown", span, "unclaimed")


def _clause(findings: Findings, head: int) -> str:
    """The words around an event word, at most a dozen on."""
    reading = findings.reading
    first, last = reading.subtree(head)
    return reading.words(max(first, head - 6), min(last, head + 9))


def _joined(found: list[Draft]) -> list[Draft]:
    """Equal claims of one speaker become one with further words; of several ways to say one thing the narrator needs one."""
    out: dict[tuple[object, ...], Draft] = {}
    for d in sorted(found, key=lambda d: (d.evidence.start, d.evidence.end)):
        key = (d.attribute, str(d.value).lower(), d.voice.speaker, d.stance, d.bound)
        if key in out:
            old = out[key]
            if d.evidence != old.evidence and d.evidence not in old.also:
                out[key] = Draft(
                    old.attribute,
                    old.value,
                    old.voice,
                    old.stance,
                    old.evidence,
                    old.rule,
                    old.bound,
                    old.who or d.who,
                    old.toll or d.toll,
                    (*old.also, d.evidence),
                )
        else:
            out[key] = d
    return list(out.values())
