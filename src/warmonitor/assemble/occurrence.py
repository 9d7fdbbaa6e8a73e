"""That it happened at all: who confirms or denies it, who tells of nothing else, and that nobody has claimed it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from warmonitor.assemble.draft import Draft
from warmonitor.assemble.sketch import Sketch, is_result
from warmonitor.assemble.statements import event_of
from warmonitor.assemble.voices import Voice, voice_at
from warmonitor.model.findings import Findings
from warmonitor.model.mention import EventMention, Stance
from warmonitor.model.span import Span


def occurred(findings: Findings, sketches: list[Sketch], found: list[Draft], subtype: str) -> Iterator[Draft]:
    """That it happened at all: in matters without tolls by each speaker, in others where it is all that the report has or denies.

    A matter that is only taken for granted ("the ceasefire of May") has the claim where nobody tells of it.
    """
    matter = subtype in _WITHOUT_TOLL
    says = _SAYS_IT_HAPPENED - _BESIDE.get(subtype, {"target"} if matter else set())
    told = {d.voice.speaker for d in found if d.attribute in says}
    known = bool(told)
    for granted in (False, True) if matter else (False,):
        for s in sketches:
            if not s.events or findings.reading.sentences[s.sentence].kind == "headline":
                continue
            event = findings.events[s.events[0]]
            span = findings.reading.span(event.first, event.last)
            voice = voice_at(findings, span, event.stance)
            if voice.speaker in told or voice.stance == "asserts" and _takes_for_granted(event) and (not granted or known):
                continue
            told.add(voice.speaker)
            if matter or not found or voice.stance == "denies" and not is_result(event):
                known = True
                yield Draft("occurred", _clause(findings, event.head), voice, voice.stance, span, "event")


def _takes_for_granted(event: EventMention) -> bool:
    """ "The attack showed …" says nothing of whether it happened."""
    return event.form == "noun" and (event.definite or event.frame == "anaphor")


_SAYS_IT_HAPPENED = frozenset({"killed", "injured", "captured", "abducted", "displaced", "perpetrator", "target"})
_BESIDE: dict[str, Set[str]] = {"release": _SAYS_IT_HAPPENED, "territory-gained": {"target", "perpetrator"}}
"""What is claimed beside that it happened, and does not stand for it."""
_WITHOUT_TOLL = frozenset({"agreement", "release", "formal-act", "other", "displacement", "territory-gained", "territory-transfer",
                           "looting-destruction", "disrupted-attack", "peaceful", "headquarters-established"})  # fmt: skip


def confirmed(
    findings: Findings, sketches: list[Sketch], found: list[Draft], everything: Collection[int], subtype: str
) -> Iterator[Draft]:  # fmt: skip
    """That it happened, by whoever confirms or denies it in so many words; who tells of his own violence has the claim of who did it."""
    mine = {k for s in sketches for k in s.events}
    told = {d.voice.speaker for d in found if d.attribute == "occurred"}
    for m in findings.statements:
        if (
            m.act not in ("confirm", "deny")
            or m.speaker.name in told
            or (k := event_of(findings, m, everything)) not in mine
            or subtype in VIOLENT and (m.rule == "own account" or is_result(findings.events[k]))
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
VIOLENT = frozenset(
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


def unclaimed(findings: Findings, sketches: list[Sketch], everything: Collection[int]) -> Iterator[Draft]:
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
            words = re.search(r"no (?:immediate )?claims? of responsibility", m.group(), re.IGNORECASE)
            yield Draft("perpetrator", words.group() if words else "none claimed", voice, "unknown", span, "unclaimed")


def _clause(findings: Findings, head: int) -> str:
    """The words around an event word, at most a dozen on."""
    reading = findings.reading
    first, last = reading.subtree(head)
    return reading.words(max(first, head - 6), min(last, head + 9))


