"""Reports of one happening brought together: what differs from hand-made clusters.

    python -m evaluation.clusters GOLD_DIR [--by-hand]

GOLD_DIR holds NAME-cluster.json files (clusters of report/key, pairs that must not be merged, and figures with speaker and
time) beside the hand-coded reports. Coded anew by the program, or with --by-hand taken as people coded them, which shows
the linking alone. An incident of the program is that of the hand-made coding that it is likest (evaluation/score.py).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import hand_coded
from evaluation.handcoded import record as by_hand
from evaluation.sameness import same_name
from evaluation.score import align
from warmonitor.link import link_all, reconcile, tellings
from warmonitor.link.tolls import TOLL_KINDS
from warmonitor.model import Record, Report
from warmonitor.model.linked import Figure, LinkedIncident

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of the reports: `home` maps report/key to the incident it stands in; keys not found are missing."""

    home: dict[str, str]
    incidents: dict[str, LinkedIncident]


def main() -> int:
    """Prints what differs; 0 where nothing does."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("gold", type=Path)
    a.add_argument("--by-hand", action="store_true", help="link the hand-made codings, not the program's")
    a.add_argument("--only", metavar="NAME", help="this cluster file alone (NAME-cluster.json)")
    given = a.parse_args()
    files = sorted(given.gold.glob(f"{given.only or '*'}-cluster.json"))
    clusters = {f.name.removesuffix("-cluster.json"): json.loads(f.read_text("utf-8")) for f in files}
    linked = link(given.gold, sorted(reports(clusters.values())), given.by_hand)
    total = 0
    for name, cluster in clusters.items():
        found = [*apart(cluster, linked), *merged(cluster, linked), *figures(cluster, linked)]
        total += len(found)
        print(
            f"{name}: {len(cluster['clusters'])} clusters, {len(cluster['must_not_merge'])} pairs to keep apart, ",
            end="",
        )
        print(f"{len(list(wanted(cluster)))} figures; {len(found)} differ")
        for line in found:
            print(f"  {line}")
    return 1 if total else 0


def reports(clusters: Sequence[Json] | Any) -> set[str]:
    """The reports that the clusters are made of."""
    members = {m for c in clusters for group in c["clusters"] for m in group["members"]}
    return {m.split("/")[0] for m in members}


def link(folder: Path, names: Sequence[str], hand: bool) -> Linked:
    """The reports coded, linked and reconciled."""
    golds = {n: g for n, g in hand_coded(folder) if n in names}
    records = {n: by_hand(folder, n) for n in names} if hand else coded(folder, names)
    told = {t.mention.id: t for n in names for t in tellings(records[n])}
    groups = link_all([t.mention for t in told.values()])
    incidents = {g[0].id: reconcile([told[m.id] for m in g]) for g in groups}
    at = {(told[m.id].report.id, told[m.id].incident.id): g[0].id for g in groups for m in g}
    home: dict[str, str] = {}
    for name, gold in golds.items():
        for key, local in _keys(gold, records[name], hand):
            home[f"{name}/{key}"] = at[name, local]
    return Linked(home, incidents)


def coded(folder: Path, names: Sequence[str]) -> dict[str, Record]:
    """The program's records of some reports."""
    from warmonitor.intake.given import Given
    from warmonitor.intake.reader import read
    from warmonitor.run import code_reports, open_tools

    items = read([str(folder / f"{n}.txt") for n in names], Given(), lambda: b"")
    return {r.report.id: r for r in code_reports([i for i in items if isinstance(i, Report)], open_tools())}


def _keys(gold: Json, record: Record, hand: bool) -> Iterator[tuple[str, str]]:
    """(gold key, local id) of the incidents that are the same."""
    if hand:
        yield from ((i.id, i.id) for i in record.incidents)
        return
    from warmonitor.publish.json import to_dict

    for g, f in align(gold, to_dict(record)).items():
        yield gold["incidents"][g]["key"], record.incidents[f].id


def apart(cluster: Json, linked: Linked) -> Iterator[str]:
    """Members of one cluster that were not coded, or stand in several incidents."""
    for group in cluster["clusters"]:
        lost = [m for m in group["members"] if m not in linked.home]
        if lost:
            yield f"not coded: {', '.join(lost)} ({group['name']})"
        homes: dict[str, list[str]] = {}
        for m in group["members"]:
            if m in linked.home:
                homes.setdefault(linked.home[m], []).append(m)
        if len(homes) > 1:
            yield f"not joined: {' | '.join(', '.join(h) for h in homes.values())} ({group['name']})"


def merged(cluster: Json, linked: Linked) -> Iterator[str]:
    """Pairs that must not be merged but are, and clusters that share an incident."""
    for a, b in cluster["must_not_merge"]:
        if a in linked.home and linked.home[a] == linked.home.get(b):
            yield f"joined, but must not be: {a}, {b}"
    homes = [(g["name"], {linked.home[m] for m in g["members"] if m in linked.home}) for g in cluster["clusters"]]
    for n, (name, own) in enumerate(homes):
        for other, theirs in homes[:n]:
            if own & theirs:
                yield f"in one incident: {other} and {name}"


def wanted(cluster: Json) -> Iterator[tuple[Json, Json]]:
    """(figure, its cluster) of the tables that hold figures of a toll kind with a number."""
    tables = {"main_incident_figures": 0, "abduction_figures": 1, "second_incident_figures": 1, "evacuation_figures": 1}
    for table, n in tables.items():
        for figure in cluster.get(table, ()):
            if figure["kind"] in TOLL_KINDS and (figure["low"], figure["high"]) != (None, None):
                if "another incident" not in figure["scope"] and "a plan" not in figure["scope"]:
                    yield figure, cluster["clusters"][n]


def figures(cluster: Json, linked: Linked) -> Iterator[str]:
    """Figures that the linked incident does not have with their speaker and report."""
    for figure, group in wanted(cluster):
        homes = {linked.home[m] for m in group["members"] if m in linked.home and m.startswith(f"{figure['doc']}/")}
        tolls = [t for h in homes for t in linked.incidents[h].tolls if t.kind == figure["kind"]]
        told = [f for t in tolls for f in t.figures if f.report == figure["doc"]]
        if not any(_same(f, figure) for f in told):
            ends = f"{figure['low']}..{figure['high']}" if figure["low"] != figure["high"] else str(figure["low"])
            yield f"no figure {figure['kind']} {ends} by {figure['speaker']} in {figure['doc']}"


def _same(f: Figure, wanted: Json) -> bool:
    return (f.low, f.high) == (wanted["low"], wanted["high"]) and same_name(f.speaker, wanted["speaker"])


if __name__ == "__main__":
    raise SystemExit(main())
