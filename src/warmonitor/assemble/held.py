"""Who is said to remain captive was taken: such figures belong to the taking told before, not to a release or rescue."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.assemble.clusters import Cluster
from warmonitor.assemble.sketch import Sketch, group
from warmonitor.model.findings import Findings


def with_held(findings: Findings, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters, with the figures of those still held ("197 remain captive") at the last abduction told before them."""
    for c in clusters:
        if is_of(findings, c, "abduction"):
            continue
        for n, s in enumerate(c.sketches):
            held = tuple(t for t in s.tolls if t.kind == "abducted" and t.part == "subset" and " who " in t.who)
            homes = [h for h in clusters if is_of(findings, h, "abduction") and h.sketches[0].sentence < s.sentence]
            if held and homes:
                c.sketches[n] = replace(s, tolls=tuple(t for t in s.tolls if t not in held))
                homes[-1].sketches.append(Sketch((), s.sentence, (), (), (), held))
                homes[-1].reasons.append("those still held")
    return clusters


def is_of(findings: Findings, c: Cluster, wanted: str) -> bool:
    """True where an event of the cluster is of that group of kinds."""
    return any(group(findings.events[k]) == wanted for x in c.sketches for k in x.events)
