"""Whom a state's force fights where no word says what it hit: the one armed group that the telling sentence names.

Where ground is fought for and none is named, it is those who hold it: "rebel-held Dar", "the insurgents' last bastion".
"""

from __future__ import annotations

from collections.abc import Collection

from warmonitor.assemble.partlist import GROUP_KINDS, Part
from warmonitor.lexicon.actors import open_actors
from warmonitor.model.findings import Findings, Party
from warmonitor.model.reading import Name, Reading, Token

_FOUGHT = frozenset({"air-strike", "shelling", "armed-clash", "territory-gained"})
_STATES = frozenset({"state", "state-forces", "coalition", "government"})
_UNMEANT = frozenset({"facility", "vehicle"})


def with_enemy(findings: Findings, parts: list[Part], events: Collection[int], subtype: str) -> list[Part]:
    """`parts`, and as target the armed group in whose defeat the sentence puts the purpose, where nobody else was hit."""
    doers = [p for p in parts if p.role == "perpetrator"]
    fighting = any(p.role == "participant" and p.party.kind in GROUP_KINDS for p in parts)
    hit = [p for p in parts if p.role == "target" and p.party.cls not in _UNMEANT]
    if subtype not in _FOUGHT or fighting or hit or all(p.party.kind not in _STATES for p in doers):
        return parts
    alone = all(p.party.kind in _STATES for p in doers)  # beside an ally whose name might be the one found
    tokens = findings.reading.tokens
    told = sorted(k for k in events if findings.events[k].frame not in ("result", "undergo", "anaphor"))
    here = {tokens[findings.events[k].head].sentence for k in told}
    groups: dict[str, Name] = {}
    for n in findings.reading.names:
        if tokens[n.first].sentence in here and n.entry is not None and _is_group(n):
            groups.setdefault(n.entry, n)
    if (not groups or not alone) and told and (holders := _holders(findings, subtype, here)) is not None:
        k = next((k for k in told if tokens[findings.events[k].head].sentence == tokens[_first(findings, holders)].sentence), told[0])
        return [*parts, Part(holders, "target", "stated", doers[0].speaker, k)]
    if len(groups) != 1 or not told or not alone:
        return parts
    name = next(iter(groups.values()))
    k = next(k for k in told if tokens[findings.events[k].head].sentence == tokens[name.first].sentence)
    known = next((p for ps in findings.parties for p in ps if p.entry == name.entry), None)
    party = Party(
        "patient", known.name if known else name.text, known.identity if known else -1 - name.first, "armed", True,
        findings.reading.span(name.first, name.last), name.entry, _kind(name), known.country if known else None,
    )  # fmt: skip
    return [*parts, Part(party, "target", "stated", doers[0].speaker, k)]


def _is_group(n: Name) -> bool:
    return n.kind == "armed-group" and _kind(n) in GROUP_KINDS


def _kind(n: Name) -> str:
    found = [e for e in open_actors().find(n.text) if e.id == n.entry]
    return found[0].kind if found else "unknown"


# who holds the ground -------------------------------------------------------------------------------------------------------
_GROUND_WON = frozenset({"territory-gained", "armed-clash"})
_SIDES = frozenset("rebel insurgent militant jihadist guerrilla separatist islamist opposition terrorist".split())
_HELD = frozenset({"held", "controlled", "occupied"})
_HOLDS = frozenset(
    "bastion stronghold enclave pocket defense defence line position territory area town village hill bunker trench base hideout".split()
)
_NEAR = 2
"""Sentences around an incident's own in which its ground may be told as held by somebody."""


def _holders(findings: Findings, subtype: str, sentences: Collection[int]) -> Party | None:
    """The one side that holds ground around the sentences of a fight for it, as a party; None for none or several."""
    if subtype not in _GROUND_WON:
        return None
    reading = findings.reading
    near = [t for t in reading.tokens if any(abs(t.sentence - s) <= _NEAR for s in sentences)]
    found = {t.lemma.removesuffix("s"): t for t in near if t.lemma.removesuffix("s") in _SIDES and _holds_ground(reading, t)}
    if len(found) != 1:
        return None
    word, t = next(iter(found.items()))
    name = f"{word} forces" if word == "opposition" else f"{word}s"
    known = next((p for ps in findings.parties for p in ps if p.name == name), None)
    kind, identity = (known.kind, known.identity) if known else ("unknown", -1 - t.i)
    return Party("patient", name, identity, "armed", False, reading.span(t.i, t.i + 1), None, kind, None)


def _holds_ground(reading: Reading, t: Token) -> bool:
    """ "Rebel-held", "the rebel bastion", "still held by insurgents"."""
    behind = [x.lower for x in reading.tokens[t.i + 1 : t.i + 3]]
    if behind[:1] and behind[0] in _HELD or behind[:1] == ["-"] and behind[1:] and behind[1] in _HELD:
        return True
    above = reading.tokens[t.head]
    if t.dep in ("compound", "amod", "nmod", "poss"):
        return above.lemma in _HOLDS and above.i > t.i
    return above.lower == "by" and reading.tokens[above.head].lower in _HELD


def _first(findings: Findings, party: Party) -> int:
    return findings.reading.token_at(party.span.start).i
