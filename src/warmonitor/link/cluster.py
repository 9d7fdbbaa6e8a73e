"""From matches to incidents: a clustering that does not chain unlike mentions together.

Mentions that match (score at or above the threshold, no veto) hang together in components; each component is clustered
for itself by constrained average linkage: the two groups whose mentions fit best on average are joined first, never
across a veto, and never below the threshold. The outcome depends only on the set of mentions and on people's ties, not
on the order in which reports arrived; so a component may be clustered anew whenever one of its mentions changes.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

from warmonitor.link.match import match
from warmonitor.link.tables import weights
from warmonitor.model.linked import Match, Mention, Ties

Scorer = Callable[[Mention, Mention], Match]
NEVER = float("-inf")
NO_TIES = Ties()


def components(ids: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Connected components, each sorted, in the order of their least id."""
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in edges:
        if a in parent and b in parent:
            ra, rb = sorted((root(a), root(b)))
            parent[rb] = ra
    groups: dict[str, list[str]] = {}
    for i in sorted(parent):
        groups.setdefault(root(i), []).append(i)
    return [groups[r] for r in sorted(groups)]


def cluster(mentions: Sequence[Mention], ties: Ties = NO_TIES, *, scorer: Scorer = match) -> list[tuple[Mention, ...]]:
    """The incidents of one component: tuples of mentions in canonical order, the founding mention first.

    People's ties come first: `same` joins whatever the score or a veto says, `apart` keeps apart.
    """
    ordered = sorted(mentions, key=lambda m: m.order)
    groups = _tied(ordered, ties)
    scores = _scores(ordered, ties, scorer)
    linkage = _Linkage(groups, scores)
    return sorted((tuple(ordered[i] for i in sorted(g)) for g in linkage.run()), key=lambda g: g[0].order)


def _tied(ordered: Sequence[Mention], ties: Ties) -> list[list[int]]:
    place = {m.id: i for i, m in enumerate(ordered)}
    joined = components(place, ties.same)
    return sorted(sorted(place[i] for i in group) for group in joined)


def _scores(ordered: Sequence[Mention], ties: Ties, scorer: Scorer) -> dict[tuple[int, int], float]:
    apart = {frozenset(pair) for pair in ties.apart}
    scores = {}
    for j, b in enumerate(ordered):
        for i in range(j):
            held = frozenset((ordered[i].id, b.id)) in apart
            fit = None if held else scorer(ordered[i], b)
            scores[i, j] = NEVER if fit is None or fit.veto is not None else fit.score
    return scores


class _Linkage:
    """Average linkage with a heap of candidate joins; groups are numbered by their first member."""

    def __init__(self, groups: list[list[int]], scores: Mapping[tuple[int, int], float]) -> None:
        self.groups = {g[0]: g for g in groups}
        self.sums: dict[tuple[int, int], float] = {}
        self.heap: list[tuple[float, int, int, int, int]] = []
        names = sorted(self.groups)
        for y in names:
            for x in names:
                if x < y:
                    pairs = [scores[min(i, j), max(i, j)] for i in self.groups[x] for j in self.groups[y]]
                    self._put(x, y, sum(pairs))

    def _put(self, x: int, y: int, total: float) -> None:
        self.sums[x, y] = total
        size = len(self.groups[x]) * len(self.groups[y])
        if total / size >= weights().threshold:
            heapq.heappush(self.heap, (-round(total / size, 6), x, y, len(self.groups[x]), len(self.groups[y])))

    def run(self) -> list[list[int]]:
        """Join until no pair of groups is left at or above the threshold."""
        while self.heap:
            _, x, y, n, m = heapq.heappop(self.heap)
            current = x in self.groups and y in self.groups
            if current and (n, m) == (len(self.groups[x]), len(self.groups[y])):
                self._join(x, y)
        return list(self.groups.values())

    def _join(self, x: int, y: int) -> None:
        self.groups[x] = sorted(self.groups[x] + self.groups.pop(y))
        self.sums.pop((x, y))
        for z in sorted(self.groups):
            if z != x:
                moved = self.sums.pop((min(y, z), max(y, z)))
                self._put(min(x, z), max(x, z), self.sums[min(x, z), max(x, z)] + moved)


def tie_edges(ties: Ties) -> list[tuple[str, str]]:
    """The pairs that people joined: they hold a component together as matches do."""
    return sorted(ties.same)


def explain(title: str, fit: Match) -> str:
    """The waterfall of one match for a person: one line a part, the running sum beside it."""
    lines, running = [title], 0.0
    for part in fit.parts:
        running += part.points
        lines.append(f"  {part.name:<8} {part.points:+7.2f} {running:+8.2f}  {part.why}")
    verdict = f"veto: {fit.veto}" if fit.veto else f"probability {fit.probability:.3f}"
    return "\n".join([*lines, f"  {'total':<8} {'':>7} {fit.score:+8.2f}  {verdict}"])
