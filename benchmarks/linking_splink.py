"""The product's own scoring against Splink 5 (DuckDB) on generated mentions: python -m benchmarks.linking_splink [10000]

Splink is not a dependency; this needs `pip install splink`. Both get the same mentions (benchmarks/linking_scale.py). Splink
blocks on day and cell, month and cell, day and country, and month with a shared name, as we do; compares days, distance,
kind, doer, target, dead, words and names by levels; learns its weights without labels (expectation maximisation, u by random
sampling); and joins connected components at the threshold, or, for its scores under our clustering, average linkage.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from benchmarks.linking_scale import accuracy, mentions
from warmonitor.link import link_all
from warmonitor.link.candidates import CELL
from warmonitor.link.cluster import Pair, cluster_ids, components, pair
from warmonitor.model.linked import Mention


def row(m: Mention) -> dict[str, Any]:
    """A mention as a flat record."""
    end = m.end or m.told
    start = m.start if m.start is not None else end - 45
    p = m.points[0]
    sharp = m.start is not None and end - start < 4
    return {
        "unique_id": m.id, "start_day": start, "end_day": end, "sharp": sharp, "lat": p.lat, "lon": p.lon,
        "wide": p.precision == 3, "country": p.country, "subtype": m.subtype, "doer": (m.perpetrators or (None,))[0],
        "target": (m.targets or (None,))[0], "killed": m.tolls[0][1] if m.tolls else None,
        "words": [w for w, _ in m.words], "names": list(m.names) or None, "about": list(m.about),
        "cell": None if p.precision == 3 else f"{int(p.lat / CELL)},{int(p.lon / CELL)}",  # type: ignore[operator]
        "day": start if sharp else None, "month": end // 30,
    }  # fmt: skip


def level(sql: str, label: str, null: bool = False) -> dict[str, Any]:
    """One level of a comparison."""
    return {"sql_condition": sql, "label_for_charts": label, **({"is_null_level": True} if null else {})}


def comparison(name: str, levels: Sequence[tuple[str, str]], null: str | None = None) -> dict[str, Any]:
    """A comparison from (condition, label) pairs, the rest being ELSE."""
    first = [level(null, "null", True)] if null else []
    return {
        "output_column_name": name,
        "comparison_levels": [*first, *(level(*x) for x in levels), level("ELSE", "else")],
    }


KM = (
    "(12742 * asin(sqrt(pow(sin(radians(lat_r - lat_l) / 2), 2) + "
    "cos(radians(lat_l)) * cos(radians(lat_r)) * pow(sin(radians(lon_r - lon_l) / 2), 2))))"
)
MEET = "greatest(start_day_l, start_day_r) <= least(end_day_l, end_day_r)"
COMPARISONS = [
    comparison("days", [(f"{MEET} and sharp_l and sharp_r", "same day"), (f"{MEET} and (sharp_l or sharp_r)", "one vague"), (MEET, "both vague"),
                        ("greatest(start_day_l, start_day_r) - least(end_day_l, end_day_r) <= 3", "three days")]),
    comparison("distance", [(f"not wide_l and not wide_r and {KM} < 6", "same"), (f"(wide_l or wide_r) and {KM} < 200", "area"),
                            (f"{KM} < 50", "near")]),
    comparison("kind", [("subtype_l = subtype_r", "same")]),
    comparison("doer", [("doer_l = doer_r", "same")], "doer_l is null or doer_r is null"),
    comparison("target", [("target_l = target_r", "same")], "target_l is null or target_r is null"),
    comparison("killed", [("killed_l = killed_r", "same"), ("least(killed_l, killed_r) * 2 >= greatest(killed_l, killed_r)", "near")],
               "killed_l is null or killed_r is null"),
    comparison("words", [(f"len(list_intersect(words_l, words_r)) >= {n}", str(n)) for n in (4, 2, 1)]),
    comparison("names", [("len(list_intersect(names_l, names_r)) >= 1", "one")], "names_l is null or names_r is null"),
]  # fmt: skip


def scores(made: Sequence[Mention]) -> dict[Pair, float]:
    """Splink's match weights (binary logarithm of the odds) of all pairs that its blocking brings together."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    blocks = [block_on("day", "cell"), block_on("month", "cell"), block_on("day", "country"),
              block_on("month", "about", arrays_to_explode=["about"])]  # fmt: skip
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=COMPARISONS, blocking_rules_to_generate_predictions=blocks,
        probability_two_random_records_match=1e-4, retain_matching_columns=False, max_iterations=6,
    )  # fmt: skip
    api = DuckDBAPI()
    linker = Linker(api.register(pd.DataFrame([row(m) for m in made]), dataset_display_name="mentions"), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("subtype", "killed", "country"), block_on("day", "cell")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=-4).as_pandas_dataframe()
    return {
        pair(a, b): float(w)
        for a, b, w in zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True)
    }


def joined(made: Sequence[Mention], found: dict[Pair, float], linkage: bool) -> list[tuple[Mention, ...]]:
    """Incidents from pair scores: connected components, or our average linkage (pairs never compared count as vetoed)."""
    by_id = {m.id: m for m in made}
    edges = {k: s for k, s in found.items() if s >= 0}
    parts = components(by_id, edges)
    if not linkage:
        return [tuple(by_id[i] for i in ids) for ids in parts]
    home = {i: n for n, ids in enumerate(parts) for i in ids}
    known: dict[int, dict[Pair, float]] = defaultdict(dict)
    for k, s in edges.items():
        known[home[k[0]]][k] = s
    missing = float("-inf")
    groups = [
        g for n, ids in enumerate(parts)
        for g in cluster_ids(sorted(ids, key=lambda i: by_id[i].order), known[n], lambda a, b: found.get(pair(a, b), missing))
    ]  # fmt: skip
    return [tuple(by_id[i] for i in ids) for ids in groups]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, nargs="?", default=10_000)
    made, truth = mentions(parser.parse_args().size)
    start, busy = time.perf_counter(), time.process_time()
    say("own scoring", accuracy(link_all(made), truth), start, busy)
    start, busy = time.perf_counter(), time.process_time()
    found = scores(made)
    say("Splink, connected components", accuracy(joined(made, found, False), truth), start, busy)
    say("Splink, our average linkage", accuracy(joined(made, found, True), truth), start, busy)


def say(name: str, measured: tuple[float, float], start: float, busy: float) -> None:
    """One line of the outcome."""
    p, r = measured
    f = 2 * p * r / (p + r) if p + r else 0.0
    clock, used = time.perf_counter() - start, time.process_time() - busy
    print(
        f"{name:<30} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}  {clock:.0f} s ({used:.0f} s of processor)",
        flush=True,
    )


if __name__ == "__main__":
    main()
