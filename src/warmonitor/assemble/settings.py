"""Where, when and with what it happened, as claims in the words of the report."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.phrases import place_words, weapon_words_of
from warmonitor.assemble.sketch import Sketch
from warmonitor.assemble.voices import NARRATOR, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import PlaceMention, Stance
from warmonitor.model.span import Span

_WITHOUT_MEANS = frozenset({"release", "looting-destruction", "arrest", "agreement", "formal-act"})
"""Types whose weapons are what was taken or carried."""


def setting_claims(
    findings: Findings, s: Sketch, told: list[PlaceMention], kept: Collection[Span], subtype: str
) -> Iterator[Draft]:
    """Location, time and weapon claims of one sketch. `told`: all places of the incident; `kept`: words of those in its record."""
    stance = _stance(findings, s)
    for place in s.places:
        voice = voice_at(findings, place.span, stance)
        narrower = place.span in kept or voice.speaker != NARRATOR and not _tells_narrower(findings, voice.speaker, told, kept)
        if narrower and not _only_frames(findings, place, told):
            yield Draft("location", place_words(findings, place), voice, voice.stance, place.span, "place")
    for t in s.times:
        if t.type in ("DATE", "TIME") and not t.value.endswith("_REF"):
            voice = voice_at(findings, t.span, stance)
            yield Draft("time", t.text, voice, voice.stance, t.span, "time")
    for w in s.weapons:
        uncounted = w.platform and (w.count is None or w.kind == "vehicle") and not (w.kind == "vehicle" and subtype == "attack")
        if uncounted or subtype in _WITHOUT_MEANS:
            continue  # "warplanes struck" tells who did it; "three planes carried out the strike" with what
        span = findings.reading.span(w.first, w.last)
        voice = voice_at(findings, span, stance)
        if voice.stance == "denies" and any(d.lower in ("the", "that", "those") for d in findings.reading.children(w.head, "det")):
            continue  # "denied planting the bomb": who did it is denied, not what with
        yield Draft("weapon", weapon_words_of(findings.reading, w), voice, voice.stance, span, "weapon")


def _stance(findings: Findings, s: Sketch) -> Stance:
    """Doubt about the happening is doubt about its setting; its denial is not."""
    stance = findings.events[s.events[0]].stance if s.events else "asserts"
    return stance if stance in ("asserts", "hedges") else "asserts"


def _tells_narrower(findings: Findings, speaker: str, told: list[PlaceMention], kept: Collection[Span]) -> bool:
    return any(p.span in kept and voice_at(findings, p.span).speaker == speaker for p in told)


def _only_frames(findings: Findings, place: PlaceMention, told: list[PlaceMention]) -> bool:
    """A wider place named with a narrower one ("Yarmouk, Damascus") is no claim of its own."""
    return any(p.within is not None and findings.places[p.within].span == place.span for p in told)
