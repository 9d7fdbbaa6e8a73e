"""Which sketches of one report are one incident.

Sketches are taken in text order (headlines last: the body wins) and each joins the incident that the stated evidence favours
most, or opens a new one. Every decision keeps its reasons, so that `explain` can show them.
"""

from __future__ import annotations

from warmonitor.assemble.clusters import Cluster, hazy
from warmonitor.assemble.evidence import evidence, shared, turning, weigh
from warmonitor.assemble.held import is_of, with_held
from warmonitor.assemble.lists import strike_list
from warmonitor.assemble.scene import with_scenes
from warmonitor.assemble.sketch import Sketch, group, parties_of
from warmonitor.assemble.vetoes import veto
from warmonitor.model.findings import Findings

JOIN_AT = 1.7
"""Evidence needed to say that two sketches tell of one incident."""

FLOAT_REACH = 3
"""Sentences over which a figure without an event word still belongs to the incident told last."""


def cluster(findings: Findings, sketches: tuple[Sketch, ...]) -> list[Cluster]:
    """Clusters in order of their first sketch in the text."""
    reading = findings.reading
    listed = strike_list(findings, sketches)
    if listed.items:
        apart = tuple(s for s in sketches if s not in listed.taken and reading.sentences[s.sentence].kind != "headline")
        return [Cluster(list(own), ["an item of a list of places"] * len(own)) for own in listed.items] + _by_evidence(
            findings, apart
        )
    return _by_evidence(findings, sketches)


def _by_evidence(findings: Findings, sketches: tuple[Sketch, ...]) -> list[Cluster]:
    reading = findings.reading
    body = [s for s in sketches if reading.sentences[s.sentence].kind != "headline"]
    heads = [s for s in sketches if reading.sentences[s.sentence].kind == "headline"]
    out: list[Cluster] = []
    ahead: list[Sketch] = []
    for s in [*sorted(body, key=lambda s: s.sentence), *heads]:
        if not s.events:
            _float(findings, out, s)
            if not out:
                ahead.append(s)
            continue
        headline = reading.sentences[s.sentence].kind == "headline"
        scored = [(x, n) for n, x in enumerate(scores(findings, out, s, headline=headline))]
        best = max(scored, key=lambda x: (x[0][0], -x[1] if headline else x[1]), default=None)
        if best is not None and best[0][0] >= JOIN_AT - 1e-6:
            out[best[1]].sketches.append(s)
            out[best[1]].reasons.append(f"joined ({best[0][0]:.1f}): {best[0][1]}")
        elif not (_only_anaphor(findings, s) or headline and out or reading.sentences[s.sentence].kind == "heading" and out):
            why = f"kept apart ({best[0][0]:.1f} < {JOIN_AT}): {best[0][1]}" if best is not None else "first"
            out.append(Cluster([s], [why]))
            if ahead and _violent(findings, out[-1]) and s.sentence - ahead[0].sentence <= FLOAT_REACH:
                out[-1].sketches.extend(ahead)
                out[-1].reasons.extend(["a lead without an event word of its own"] * len(ahead))
            ahead = []
    return with_held(findings, with_scenes(findings, _merged(findings, out)))


MERGE_AT = 0.8
"""Evidence needed to say, once all is read, that two clusters are one incident."""


def _merged(findings: Findings, clusters: list[Cluster]) -> list[Cluster]:
    """Clusters joined where, all told, they share kind, place, day, people or figures and nothing speaks against it."""
    out: list[Cluster] = []
    for c in clusters:
        scored = [(_likeness(findings, known, c), n) for n, known in enumerate(out)]
        best = max(scored, key=lambda x: (x[0][0], -x[1]), default=None)
        if best is not None and best[0][0] >= MERGE_AT:
            home = out[best[1]]
            home.sketches.extend(c.sketches)
            home.reasons.extend([f"merged ({best[0][0]:.1f}): {best[0][1]}", *c.reasons[1:]])
        else:
            out.append(c)
    return out


def _likeness(findings: Findings, a: Cluster, b: Cluster) -> tuple[float, str]:
    """(Evidence that two clusters are one incident, the reasons); -9 for a veto by any of the sketches."""
    for s in b.sketches:
        if s.events and (against := veto(findings, a, s)):
            return -9.0, against
    whole = Sketch(
        tuple(k for s in b.sketches for k in s.events), b.sketches[0].sentence, tuple(t for s in b.sketches for t in s.times),
        tuple(p for s in b.sketches for p in s.places), tuple(w for s in b.sketches for w in s.weapons),
        tuple(t for s in b.sketches for t in s.tolls),
    )  # fmt: skip
    turned = [n for s in b.sketches[:1] if s.events for n in turning(findings, a, s)]
    return weigh([*shared(findings, a, whole), "told apart at first", *turned], "merging")


def _float(findings: Findings, clusters: list[Cluster], s: Sketch) -> None:
    """Figures and weapons of a sentence without event words belong to the violence told last, if that is near."""
    near = [c for c in clusters if 0 <= s.sentence - c.sketches[-1].sentence <= FLOAT_REACH and _violent(findings, c)]
    near = [c for c in near if not hazy(findings, c)] or near
    near = [c for c in near if not _unpeopled(findings, c)] or near
    if s.tolls and all(t.kind == "abducted" for t in s.tolls):  # "197 remain captive": of those taken, however far above
        near = [c for c in clusters if c.sketches[0].sentence <= s.sentence and is_of(findings, c, "abduction")] or near
    if near:
        home = max(near, key=lambda c: c.sketches[-1].sentence)
        home.sketches.append(s)
        home.reasons.append("figures and weapons without an event word of their own")


def _unpeopled(findings: Findings, c: Cluster) -> bool:
    """ "The official for attacks in the district": attacks at large, of nobody on nobody."""
    events = [findings.events[k] for x in c.sketches for k in x.events]
    at_large = all(e.plural and not e.definite and e.form == "noun" and e.count is None for e in events)
    return at_large and not any(x.tolls or parties_of(findings, x) for x in c.sketches)


def _violent(findings: Findings, c: Cluster) -> bool:
    return any(
        group(findings.events[k]) in ("violence", "abduction", "foiled", "territory")
        for x in c.sketches
        for k in x.events
    )


def _only_anaphor(findings: Findings, s: Sketch) -> bool:
    """ "the incident", "the operation": words that only point back open no incident of their own, unless they place one."""
    return all(findings.events[k].frame == "anaphor" for k in s.events) and not (s.places and parties_of(findings, s))


def scores(
    findings: Findings, clusters: list[Cluster], s: Sketch, *, headline: bool = False
) -> list[tuple[float, str]]:  # fmt: skip
    """For each cluster (evidence that `s` tells of it, the reasons in words); -9 for a veto."""
    against = [veto(findings, c, s) for c in clusters]
    rivals = [c for c, why in zip(clusters, against, strict=True) if not why]
    return [
        (-9.0, why) if why else weigh(evidence(findings, c, s, rivals, headline=headline))
        for c, why in zip(clusters, against, strict=True)
    ]
