"""Placing mentions: which incident each belongs to, kept up to date at a cost that does not grow with the ledger.

Only the components that a change touches are clustered anew. Because clustering depends on the set of mentions alone,
the outcome is the same whatever the order in which reports arrived, and the same as linking everything from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from warmonitor.ledger import schema
from warmonitor.ledger.codec import load_mention
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.rows import delete_in, insert_all, portions, select_in
from warmonitor.ledger.ties import ties_among
from warmonitor.model.linked import Mention

Pair = tuple[str, str]

_FEATURES = select(schema.mention.c.features).join(
    schema.current,
    and_(
        schema.current.c.mention_id == schema.mention.c.id, schema.current.c.coding_key == schema.mention.c.coding_key
    ),
)


def mentions_of(connection: Connection, ids: Iterable[str]) -> list[Mention]:
    """Current mentions by id, in canonical order."""
    found = [load_mention(r.features) for r in select_in(connection, _FEATURES, schema.current.c.mention_id, ids)]
    return sorted(found, key=lambda m: m.order)


def exchange(
    connection: Connection, linker: Linker, gone: Collection[str], new: Sequence[Mention], coding_key: int
) -> set[str]:
    """Take mentions out, put others in, cluster what that touches; ids of the incidents whose members changed."""
    affected = _incidents_of(connection, gone)
    near = set(gone) | _neighbours(connection, gone)
    touched = _components_of(connection, near)
    _remove(connection, gone)
    for mention in new:
        _insert(connection, linker, mention, coding_key)
    ids = {m.id for m in new}
    near = (near - set(gone)) | ids | _neighbours(connection, ids)
    hung = _vague_ones(connection, near)
    _hang(connection, linker, hung)
    near |= _neighbours(connection, hung) | _tied_to(connection, ids)
    return affected | regroup(connection, linker, touched | _components_of(connection, near), ids)


def _neighbours(connection: Connection, ids: Iterable[str]) -> set[str]:
    return {x for key in _edges_of(connection, ids) for x in key}


def _edges_of(connection: Connection, ids: Iterable[str]) -> dict[Pair, tuple[float, int]]:
    """(score, live) of every edge of some mentions."""
    e, wanted = schema.edge.c, set(ids)
    query = select(e.a, e.b, e.score, e.live)
    rows = select_in(connection, query, e.a, wanted) + select_in(connection, query, e.b, wanted)
    return {(r.a, r.b): (r.score, r.live) for r in rows}


def _vague_ones(connection: Connection, ids: Iterable[str]) -> set[str]:
    query = select(schema.current.c.mention_id).where(schema.current.c.vague == 1)
    return {r.mention_id for r in select_in(connection, query, schema.current.c.mention_id, ids)}


def _hang(connection: Connection, linker: Linker, vague: set[str]) -> None:
    """Settle anew which edges of some vague mentions hold: those to the happening that each fits best."""
    own = _edges_of(connection, vague)
    others = _vague_ones(connection, {x for key in own for x in key}) | vague
    edges = own | _edges_of(connection, others)
    edges |= _edges_of(connection, {x for key in edges for x in key})
    scores = {key: score for key, (score, _) in edges.items()}
    live = linker.live_edges(vague, scores, _vague_ones(connection, {x for key in edges for x in key}))
    e = schema.edge
    changed = [
        {"x": a, "y": b, "holds": int((a, b) in live)}
        for (a, b), (_, was) in sorted(own.items())
        if ((a, b) in live) != was
    ]
    if changed:
        statement = update(e).where(e.c.a == bindparam("x"), e.c.b == bindparam("y")).values(live=bindparam("holds"))
        connection.execute(statement, changed)


def _components_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    query = select(schema.current.c.component)
    return {r.component for r in select_in(connection, query, schema.current.c.mention_id, ids)}


def _incidents_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    query = select(schema.current.c.incident_id)
    return {r.incident_id for r in select_in(connection, query, schema.current.c.mention_id, ids)}


def _remove(connection: Connection, gone: Iterable[str]) -> None:
    delete_in(connection, schema.block, schema.block.c.mention_id, gone)
    delete_in(connection, schema.edge, schema.edge.c.a, gone)
    delete_in(connection, schema.edge, schema.edge.c.b, gone)
    delete_in(connection, schema.current, schema.current.c.mention_id, gone)


def candidates(connection: Connection, linker: Linker, mention: Mention) -> list[Mention]:
    """Current mentions that share a block with this one."""
    query = select(schema.block.c.mention_id).distinct()
    near = {r.mention_id for r in select_in(connection, query, schema.block.c.block, linker.sought_keys(mention))}
    return mentions_of(connection, near - {mention.id})


def _insert(connection: Connection, linker: Linker, mention: Mention, coding_key: int) -> None:
    """Put one mention in with its blocks and edges, in a component of its own."""
    edges = []
    for other in candidates(connection, linker, mention):
        fit = linker.match(mention, other)
        if linker.joins(fit):
            a, b = sorted((mention.id, other.id))
            edges.append({"a": a, "b": b, "score": fit.score, "live": 1})
    insert_all(connection, insert(schema.edge), edges)
    keys = [{"block": k, "mention_id": mention.id} for k in linker.own_keys(mention)]
    insert_all(connection, insert(schema.block), keys)
    connection.execute(insert(schema.current), standing(linker, mention, coding_key, mention.id, ""))


def standing(linker: Linker, mention: Mention, coding_key: int, component: str, incident_id: str) -> dict[str, Any]:
    """A mention's row among the current ones."""
    return {
        "mention_id": mention.id, "coding_key": coding_key, "component": component, "incident_id": incident_id,
        "told": mention.told, "vague": int(linker.vague(mention)),
    }  # fmt: skip


def _tied_to(connection: Connection, ids: Iterable[str]) -> set[str]:
    t, found = schema.tie.c, set()
    for some in portions(ids):
        for row in connection.execute(select(t.a, t.b).where(t.same == 1, or_(t.a.in_(some), t.b.in_(some)))):
            found |= {row.a, row.b}
    return found


def regroup(connection: Connection, linker: Linker, touched: Iterable[str], new: Collection[str] = ()) -> set[str]:
    """Cluster the mentions of some components anew; ids of the incidents whose members changed."""
    c = schema.current.c
    query = select(c.mention_id, c.component, c.incident_id, c.told)
    rows = select_in(connection, query, c.component, touched)
    before = {r.mention_id: (r.component, r.incident_id) for r in rows}
    ordered = [r.mention_id for r in sorted(rows, key=lambda r: (r.told, r.mention_id))]
    after = _placed(connection, linker, ordered)
    changed = [i for i in sorted(after) if after[i] != before[i]]
    moved = [{"m": i, "component_": after[i][0], "incident_": after[i][1]} for i in changed]
    if moved:
        values: dict[str, Any] = {"component": bindparam("component_"), "incident_id": bindparam("incident_")}
        connection.execute(update(schema.current).where(c.mention_id == bindparam("m")).values(**values), moved)
    elsewhere = [i for i in changed if before[i][1] != after[i][1]]
    return {x for i in {*elsewhere, *new} for x in (before[i][1], after[i][1])} - {""}


def _placed(connection: Connection, linker: Linker, ordered: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Mention -> (component, incident), for whole components in canonical order."""
    edges = _edges_of(connection, ordered)
    ties = ties_among(connection, ordered)
    score = _Scores(connection, linker, ordered, {key: s for key, (s, _) in edges.items()})
    rank = {i: n for n, i in enumerate(ordered)}
    live = {key: s for key, (s, holds) in edges.items() if holds and key[0] in rank and key[1] in rank}
    placed: dict[str, tuple[str, str]] = {}
    parts = linker.components(ordered, [*live, *sorted(ties.same)])
    home = {i: n for n, ids in enumerate(parts) for i in ids}
    known: list[dict[Pair, float]] = [{} for _ in parts]
    for key, s in live.items():
        known[home[key[0]]][key] = s
    for n, ids in enumerate(parts):
        inside = sorted(ids, key=rank.__getitem__)
        groups = linker.cluster_ids(inside, known[n], score, ties) if len(ids) > 1 else [inside]
        placed |= {i: (ids[0], group[0]) for group in groups for i in group}  # noqa: C420 - one tuple a group, not one for all
    return placed


class _Scores:
    """Scores of pairs of mentions: kept ones as kept, others matched when asked for; mentions are read at the first need."""

    def __init__(self, connection: Connection, linker: Linker, ids: Sequence[str], kept: dict[Pair, float]) -> None:
        self._connection, self._linker, self._ids, self._kept = connection, linker, ids, kept
        self._mentions: dict[str, Mention] = {}

    def __call__(self, a: str, b: str) -> float:
        key = (a, b) if a < b else (b, a)
        if key not in self._kept:
            if not self._mentions:
                self._mentions = {m.id: m for m in mentions_of(self._connection, self._ids)}
            fit = self._linker.match(self._mentions[a], self._mentions[b])
            self._kept[key] = float("-inf") if fit.veto is not None else fit.score
        return self._kept[key]
