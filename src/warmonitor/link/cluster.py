"""From matches to incidents: a clustering that does not chain unlike mentions together.

Mentions that match (score at or above the threshold, no veto) hang together in components; each component is clustered
for itself by constrained average linkage: the two groups whose mentions fit best on average are joined first, never
across a veto, and never below the threshold. A vague mention ("earlier this month", "in the north") that fits several
happenings which do not fit each other hangs on the one it fits best, and on none where two fit it alike (`live_edges`):
so it neither guesses nor ties a whole campaign into one component. The outcome depends only on the set of mentions and on
people's ties, not on the order in which reports arrived.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from warmonitor.link.match import match
from warmonitor.link.tables import weights
from warmonitor.model.linked import Match, Mention, Ties

Scorer = Callable[[Mention, Mention], Match]
Pair = tuple[str, str]
NEVER = float("-inf")
NO_TIES = Ties()


def pair(a: str, b: str) -> Pair:
    """Two ids in order: the key of their edge."""
    return (a, b) if a < b else (b, a)


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


def live_edges(of: Iterable[str], scores: Mapping[Pair, float], vague: Collection[str]) -> set[Pair]:
    """The edges of some mentions that hold a component together.

    `scores` has every edge of these mentions and of their neighbours. An edge between two precise mentions always holds.
    An edge between a vague and a precise one holds where the precise one belongs to the happening that the vague one fits
    best, by a clear lead over any other. One between two vague mentions holds where they share such a happening, or where
    one of them fits no precise mention at all.
    """
    near: dict[str, dict[str, float]] = {}
    for (a, b), score in scores.items():
        near.setdefault(a, {})[b] = score
        near.setdefault(b, {})[a] = score
    anchors: dict[str, frozenset[str] | None] = {}

    def anchor(v: str) -> frozenset[str] | None:
        if v not in anchors:
            anchors[v] = _anchor(v, near, vague)
        return anchors[v]

    live = set()
    for x in sorted(set(of)):
        for y in near.get(x, ()):
            if _holds(x, y, anchor, vague):
                live.add(pair(x, y))
    return live


def _holds(x: str, y: str, anchor: Callable[[str], frozenset[str] | None], vague: Collection[str]) -> bool:
    if x not in vague and y not in vague:
        return True
    if x in vague and y in vague:
        one, two = anchor(x), anchor(y)
        return one is None or two is None or bool(one & two)
    v, precise = (x, y) if x in vague else (y, x)
    return precise in (anchor(v) or ())


def _anchor(v: str, near: Mapping[str, Mapping[str, float]], vague: Collection[str]) -> frozenset[str] | None:
    """The precise neighbours of the happening that a vague mention fits best; empty where two fit alike, None without any."""
    precise = {p: s for p, s in near[v].items() if p not in vague}
    if not precise:
        return None
    edges = [(p, q) for p in precise for q in near[p] if q in precise]
    groups = sorted((-max(precise[p] for p in g), g) for g in components(precise, edges))
    clear = len(groups) == 1 or groups[1][0] - groups[0][0] >= weights().of("vague", "lead")
    return frozenset(groups[0][1]) if clear else frozenset()


def cluster(
    mentions: Sequence[Mention],
    ties: Ties = NO_TIES,
    *,
    scorer: Scorer = match,
    known: Mapping[Pair, float] | None = None,
) -> list[tuple[Mention, ...]]:
    """The incidents of one component: tuples of mentions in canonical order, the founding mention first.

    `known` are scores of pairs (by ids) that hold them together; without it every pair is scored. People's ties come
    first: `same` joins whatever the score or a veto says, `apart` keeps apart.
    """
    ordered = sorted(mentions, key=lambda m: m.order)
    by_id = {m.id: m for m in ordered}
    ids = [m.id for m in ordered]

    def score(a: str, b: str) -> float:
        fit = scorer(by_id[a], by_id[b])
        return NEVER if fit.veto is not None else fit.score

    if known is None:
        every = {pair(a, b): score(a, b) for n, b in enumerate(ids) for a in ids[:n]}
        known = {k: s for k, s in every.items() if s >= weights().threshold}
    return [tuple(by_id[i] for i in group) for group in cluster_ids(ids, known, score, ties)]


def cluster_ids(
    ids: Sequence[str], known: Mapping[Pair, float], score: Callable[[str, str], float], ties: Ties = NO_TIES
) -> list[list[str]]:
    """The same on ids alone, given in canonical order; `score` is asked only for pairs that a join would bring together."""
    place = {i: n for n, i in enumerate(ids)}
    joined = components(ids, ties.same)
    groups = sorted(sorted(place[i] for i in group) for group in joined)
    apart = {pair(a, b) for a, b in ties.apart}
    memo = {k: s for k, s in known.items() if k not in apart}

    def of(i: int, j: int) -> float:
        key = pair(ids[i], ids[j])
        if key in apart:
            return NEVER
        if key not in memo:
            memo[key] = score(*key)
        return memo[key]

    edges = [(place[a], place[b]) for a, b in memo if a in place and b in place]
    found = _Linkage(groups, edges, of).run()
    return [[ids[i] for i in sorted(group)] for group in sorted(found, key=min)]


class _Linkage:
    """Average linkage with a heap of candidate joins; groups are numbered by their first member.

    Only groups that some edge connects are ever compared: an average at or above the threshold needs one such pair.
    """

    def __init__(
        self, groups: list[list[int]], edges: Iterable[tuple[int, int]], score: Callable[[int, int], float]
    ) -> None:
        self.groups = {g[0]: g for g in groups}
        self.score = score
        self.near: dict[int, set[int]] = {g: set() for g in self.groups}
        self.sums: dict[tuple[int, int], float] = {}
        self.heap: list[tuple[float, int, int, int, int]] = []
        home = {i: g for g, members in self.groups.items() for i in members}
        for x, y in sorted({(min(home[i], home[j]), max(home[i], home[j])) for i, j in edges if home[i] != home[j]}):
            self.near[x].add(y)
            self.near[y].add(x)
            self._put(x, y)

    def _sum(self, x: int, y: int) -> float:
        """Sum of the scores between two groups; NEVER with any veto."""
        key = (min(x, y), max(x, y))
        if key not in self.sums:
            total = 0.0
            for i in self.groups[x]:
                for j in self.groups[y]:
                    total += self.score(i, j)
                    if total == NEVER:
                        break
            self.sums[key] = total
        return self.sums[key]

    def _put(self, x: int, y: int) -> None:
        size = len(self.groups[x]) * len(self.groups[y])
        average = self._sum(x, y) / size
        if average >= weights().threshold:
            heapq.heappush(self.heap, (-round(average, 6), min(x, y), max(x, y), *self._sizes(min(x, y), max(x, y))))

    def _sizes(self, x: int, y: int) -> tuple[int, int]:
        return len(self.groups[x]), len(self.groups[y])

    def run(self) -> list[list[int]]:
        """Join until no pair of groups is left at or above the threshold."""
        while self.heap:
            _, x, y, n, m = heapq.heappop(self.heap)
            if x in self.groups and y in self.groups and (n, m) == self._sizes(x, y):
                self._join(x, y)
        return list(self.groups.values())

    def _join(self, x: int, y: int) -> None:
        others = (self.near[x] | self.near.pop(y)) - {x, y}
        sums = {z: self._joint(x, y, z) for z in sorted(others)}
        self.groups[x] = sorted(self.groups[x] + self.groups.pop(y))
        self.near[x] = others
        for z in sorted(others):
            self.near[z] = (self.near[z] - {y}) | {x}
            self.sums[min(x, z), max(x, z)] = sums[z]
            self._put(x, z)

    def _joint(self, x: int, y: int, z: int) -> float:
        """The sum between x and y together and z; the second part is not looked at where the first is a veto."""
        first, second = (x, y) if z in self.near[x] else (y, x)
        one = self._sum(first, z)
        return NEVER if one == NEVER else one + self._sum(second, z)


def explain(title: str, fit: Match) -> str:
    """The waterfall of one match for a person: one line a part, the running sum beside it."""
    lines, running = [title], 0.0
    for part in fit.parts:
        running += part.points
        lines.append(f"  {part.name:<8} {part.points:+7.2f} {running:+8.2f}  {part.why}")
    verdict = f"veto: {fit.veto}" if fit.veto else f"probability {fit.probability:.3f}"
    return "\n".join([*lines, f"  {'total':<8} {'':>7} {fit.score:+8.2f}  {verdict}"])
