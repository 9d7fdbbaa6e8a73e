"""Linking many mentions at once, from scratch: the same outcome as placing them one by one, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from warmonitor.link.candidates import own_keys, sought_keys
from warmonitor.link.cluster import NO_TIES, Scorer, cluster, components, tie_edges
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


def link_all(mentions: Sequence[Mention], ties: Ties = NO_TIES, *, scorer: Scorer = match) -> list[tuple[Mention, ...]]:
    """The incidents of a set of mentions: tuples in canonical order, ordered by their founding mentions."""
    ordered = sorted(mentions, key=lambda m: m.order)
    edges = []
    for a, b in candidate_pairs(ordered):
        if joins(scorer(a, b)):
            edges.append((a.id, b.id))
    by_id = {m.id: m for m in ordered}
    found: list[tuple[Mention, ...]] = []
    for ids in components(by_id, edges + tie_edges(ties)):
        members = [by_id[i] for i in ids]
        found += [(members[0],)] if len(members) == 1 else cluster(members, ties, scorer=scorer)
    return sorted(found, key=lambda group: group[0].order)
