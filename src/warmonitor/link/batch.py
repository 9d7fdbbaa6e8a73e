"""Linking many mentions at once, from scratch: the same outcome as placing them one by one, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warmonitor.link.candidates import own_keys, sought_keys, vague
from warmonitor.link.cluster import NEVER, NO_TIES, Pair, Scorer, cluster_ids, components, live_edges, pair
from warmonitor.link.match import joins, match
from warmonitor.model.linked import Mention, Ties


def candidate_pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Every pair that shares a block, once, in a fixed order."""
    standing: dict[str, list[int]] = defaultdict(list)
    for j, mention in enumerate(mentions):
        near = {i for key in sought_keys(mention) for i in standing.get(key, ())}
        for i in sorted(near):
            yield mentions[i], mention
        for key in own_keys(mention):
            standing[key].append(j)


@dataclass(frozen=True, slots=True)
class Graph:
    """Linking from scratch: `edges` are (score, holds its component together); `components` and `groups` are of ids."""

    edges: dict[Pair, tuple[float, bool]]
    components: list[list[str]]
    groups: list[list[str]]


def link_all(mentions: Sequence[Mention], ties: Ties = NO_TIES, *, scorer: Scorer = match) -> list[tuple[Mention, ...]]:
    """The incidents of a set of mentions: tuples in canonical order, ordered by their founding mentions."""
    by_id = {m.id: m for m in mentions}
    return [tuple(by_id[i] for i in ids) for ids in link_graph(mentions, ties, scorer=scorer).groups]


def link_graph(mentions: Sequence[Mention], ties: Ties = NO_TIES, *, scorer: Scorer = match) -> Graph:
    """The same with all edges and components, as a ledger keeps them."""
    ordered = sorted(mentions, key=lambda m: m.order)
    by_id = {m.id: m for m in ordered}
    scores: dict[Pair, float] = {}
    for a, b in candidate_pairs(ordered):
        fit = scorer(a, b)
        if joins(fit):
            scores[pair(a.id, b.id)] = fit.score
    live = live_edges(by_id, scores, {m.id for m in ordered if vague(m)})
    parts = components(by_id, [*live, *ties.same])
    groups = _groups(parts, by_id, scores, live, ties, scorer)
    return Graph({key: (s, key in live) for key, s in scores.items()}, parts, groups)


def _groups(
    parts: Sequence[list[str]],
    by_id: Mapping[str, Mention],
    scores: Mapping[Pair, float],
    live: set[Pair],
    ties: Ties,
    scorer: Scorer,
) -> list[list[str]]:
    held: dict[str, dict[Pair, float]] = defaultdict(dict)
    home = {i: g[0] for g in parts for i in g}
    for edge in live:
        held[home[edge[0]]][edge] = scores[edge]

    def score(a: str, b: str) -> float:
        if pair(a, b) in scores:
            return scores[pair(a, b)]
        fit = scorer(by_id[a], by_id[b])
        return NEVER if fit.veto is not None else fit.score

    found: list[list[str]] = []
    for part in parts:
        ids = sorted(part, key=lambda i: by_id[i].order)
        found += cluster_ids(ids, held[part[0]], score, _within(ids, ties)) if len(ids) > 1 else [ids]
    return sorted(found, key=lambda group: by_id[group[0]].order)


def _within(ids: Sequence[str], ties: Ties) -> Ties:
    """The ties among some mentions."""
    if not ties.same and not ties.apart:
        return ties
    inside = set(ids)
    same, apart = (frozenset(p for p in ps if inside.issuperset(p)) for ps in (ties.same, ties.apart))
    return Ties(same, apart)
