"""To which event mention words elsewhere in the report belong: the one above them, the one nearest, the last one told."""

from __future__ import annotations

from collections.abc import Collection

from warmonitor.model.findings import Findings

_RECENT = 2
"""Sentences back to which a sentence without any event of its own belongs."""


def event_near(findings: Findings, i: int, events: Collection[int]) -> int | None:
    """The event mention (one of `events`) that token i belongs to, or None.

    The nearest one above it in the grammar; else the nearest before it in its sentence, else the nearest after; else the
    last one of the two sentences before.
    """
    reading = findings.reading
    heads = {findings.events[k].head: k for k in sorted(events, reverse=True)}
    if i in heads:
        return heads[i]
    for a in reading.ancestors(i):
        if a.i in heads:
            return heads[a.i]
    here = reading.tokens[i].sentence
    same = [h for h in heads if reading.tokens[h].sentence == here]
    if same:
        return heads[min(same, key=lambda h: (h > i, abs(h - i)))]
    before = [h for h in heads if 0 < here - reading.tokens[h].sentence <= _RECENT]
    return heads[max(before)] if before else None
