"""Whom a state's force fights where no word says what it hit: the one armed group that the telling sentence names."""

from __future__ import annotations

from collections.abc import Collection

from warmonitor.assemble.partlist import GROUP_KINDS, Part
from warmonitor.lexicon.actors import open_actors
from warmonitor.model.findings import Findings, Party
from warmonitor.model.reading import Name

_FOUGHT = frozenset({"air-strike", "shelling", "armed-clash", "territory-gained"})
_STATES = frozenset({"state", "state-forces", "coalition", "government"})
_UNMEANT = frozenset({"facility", "vehicle"})


def with_enemy(findings: Findings, parts: list[Part], events: Collection[int], subtype: str) -> list[Part]:
    """`parts`, and as target the armed group in whose defeat the sentence puts the purpose, where nobody else was hit."""
    doers = [p for p in parts if p.role == "perpetrator"]
    fighting = any(p.role == "participant" and p.party.kind in GROUP_KINDS for p in parts)
    hit = [p for p in parts if p.role == "target" and p.party.cls not in _UNMEANT]
    if subtype not in _FOUGHT or fighting or hit or not doers or any(p.party.kind not in _STATES for p in doers):
        return parts
    tokens = findings.reading.tokens
    told = sorted(k for k in events if findings.events[k].frame not in ("result", "undergo", "anaphor"))
    here = {tokens[findings.events[k].head].sentence for k in told}
    groups: dict[str, Name] = {}
    for n in findings.reading.names:
        if tokens[n.first].sentence in here and n.entry is not None and _is_group(n):
            groups.setdefault(n.entry, n)
    if len(groups) != 1 or not told:
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
