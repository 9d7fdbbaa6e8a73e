"""Which claimed figures count for an incident's toll: whose they are, for which side, and whether they still stand."""

from __future__ import annotations

import re

from warmonitor.assemble.casualties import Figure
from warmonitor.assemble.draft import Draft
from warmonitor.assemble.partlist import Part
from warmonitor.lexicon.people import people_words
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TollMention
from warmonitor.model.record import Claim


def figures_of(
    findings: Findings, ordered: list[Draft], claims: list[Claim], parts: list[Part], subtype: str
) -> list[Figure]:
    """The figures that can set an incident's toll, of its claims in text order; `parts` are its participants."""
    doers = {p.party.identity for p in parts if p.role == "perpetrator"}
    names = {n for p in parts if p.role == "perpetrator" and p.party.named for n in (p.party.name, p.party.span.of(findings.reading.text))}
    by_id = {x.id: x for x in claims}
    replaced = {x.revises for x in claims if x.revises and by_id[x.revises].speaker == x.speaker}
    replaced |= {x.id for d, x in zip(ordered, claims, strict=True) if d.toll is not None and _first_told(findings, d.toll, ordered)}
    out: list[Figure] = []
    for d, claim in zip(ordered, claims, strict=True):
        t = d.toll
        if subtype == "release" and t is not None and t.kind in ("captured", "abducted"):
            continue  # those let go are not taken
        if t is None or t.count is None or t.campaign or d.bound == "max" and t.count.low is not None:
            continue
        own = d.voice.number is not None and d.voice.number in doers or _beside(d.voice.speaker, names)
        boast = own and _enemy(findings, t, parts)
        out.append(
            Figure(
                t.kind,
                t.count,
                t.who,
                _side(findings, t, parts),
                d.voice.speaker,
                findings.reading.tokens[t.anchor].sentence,
                t.part,
                t.quantity == ("one",) and not _number_stands(findings, t),
                boast,
                claim.id in replaced,
                d.stance == "denies",
                claim.id,
                any(w.lemma in _WHOLE for w in findings.reading.tokens[t.anchor : t.anchor + 2]) or t.replaces is not None,
                any(w.lower in _MORE for w in findings.reading.tokens[t.first : t.last]),
            )
        )
    return out


def _beside(speaker: str, names: set[str]) -> bool:
    """True for a body named after the doer ("an X-affiliated group"): its count of the enemy's dead is the doer's."""
    return any(re.search(rf"\b{re.escape(n)}[- ](?:affiliated|linked|aligned|backed|run|allied|controlled)\b", speaker) for n in names if len(n) > 2)


_AT_FIRST = frozenset({"initially", "originally", "preliminary", "provisionally", "provisional"})
_BEFORE = frozenset({"earlier", "previously", "first"})


def _first_told(findings: Findings, toll: TollMention, ordered: list[Draft]) -> bool:
    """True for a figure told as the first one ("initially said 14", "had earlier put the toll at 4") where there is another."""
    tokens = findings.reading.tokens
    sentence = findings.reading.sentences[tokens[toll.anchor].sentence]
    before = tokens[max(sentence.first, toll.first - 6) : toll.first]
    others = [d.toll for d in ordered if d.toll is not None and d.toll.kind == toll.kind and d.toll.part == "total"]
    words = {t.lower for t in tokens[sentence.first : toll.first]}
    first = any(t.lower in _AT_FIRST for t in before) or bool(words & _BEFORE) and "had" in words
    return first and any(o.count != toll.count for o in others)


_MORE = frozenset({"more", "another", "additional", "further"})
_WHOLE = frozenset({"toll", "number", "count", "tally", "total"})


def _number_stands(findings: Findings, t: TollMention) -> bool:
    return any(findings.reading.tokens[i].lower in ("a", "an", "one") for i in range(t.first, t.last))


def _side(findings: Findings, t: TollMention, parts: list[Part]) -> str:
    span = findings.reading.span(t.first, t.last)
    for p in parts:
        if p.party.span.overlaps(span):
            if p.role == "perpetrator":
                return "perpetrator"
            if p.role == "target":
                return "civilian" if p.party.cls == "civilian" else "target"
    if t.head is not None:
        cls = people_words().get(findings.reading.tokens[t.head].lemma)
        if cls == "civilian":
            return "civilian"
        if cls in ("state", "armed"):
            return "target" if any(p.role == "perpetrator" for p in parts) else "unknown"
    return "unknown"


def _enemy(findings: Findings, t: TollMention, parts: list[Part]) -> bool:
    return _side(findings, t, parts) in ("target", "unknown")
