"""Placing mentions: which incident each belongs to, kept up to date at a cost that does not grow with the ledger.

Only the components that a change touches are clustered anew. Because clustering depends on the set of mentions alone,
the outcome is the same whatever the order in which reports arrived, and the same as linking everything from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from warmonitor.ledger import schema
from warmonitor.ledger.codec import load_mention
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.rows import delete_in, insert_all, portions, select_in
from warmonitor.model.linked import Mention, Ties

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
    touched = _components_of(connection, gone)
    affected = _incidents_of(connection, gone)
    _remove(connection, gone)
    for mention in new:
        touched |= _insert(connection, linker, mention, coding_key)
    tied = _tied_to(connection, [m.id for m in new])
    return affected | regroup(connection, linker, touched | _components_of(connection, tied), {m.id for m in new})


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


def _insert(connection: Connection, linker: Linker, mention: Mention, coding_key: int) -> set[str]:
    """Put one mention in with its blocks and edges; the components that it may join."""
    edges = []
    for other in candidates(connection, linker, mention):
        fit = linker.match(mention, other)
        if linker.joins(fit):
            a, b = sorted((mention.id, other.id))
            edges.append({"a": a, "b": b, "score": fit.score})
    insert_all(connection, insert(schema.edge), edges)
    keys = [{"block": k, "mention_id": mention.id} for k in linker.own_keys(mention)]
    insert_all(connection, insert(schema.block), keys)
    row = {"mention_id": mention.id, "coding_key": coding_key, "component": mention.id, "incident_id": ""}
    connection.execute(insert(schema.current), row)
    return {mention.id} | _components_of(connection, {x for e in edges for x in (str(e["a"]), str(e["b"]))})


def _tied_to(connection: Connection, ids: Iterable[str]) -> set[str]:
    t, found = schema.tie.c, set()
    for some in portions(ids):
        for row in connection.execute(select(t.a, t.b).where(t.same == 1, or_(t.a.in_(some), t.b.in_(some)))):
            found |= {row.a, row.b}
    return found


def ties_among(connection: Connection, ids: Iterable[str]) -> Ties:
    """What people decided about pairs of these mentions."""
    members, query = set(ids), select(schema.tie)
    rows = [r for r in select_in(connection, query, schema.tie.c.a, members) if r.b in members]
    return Ties(frozenset((r.a, r.b) for r in rows if r.same), frozenset((r.a, r.b) for r in rows if not r.same))


def regroup(connection: Connection, linker: Linker, touched: Iterable[str], new: Collection[str] = ()) -> set[str]:
    """Cluster the mentions of some components anew; ids of the incidents whose members changed."""
    c = schema.current.c
    query = select(c.mention_id, c.component, c.incident_id)
    before = {r.mention_id: (r.component, r.incident_id) for r in select_in(connection, query, c.component, touched)}
    edges = select_in(connection, select(schema.edge.c.a, schema.edge.c.b), schema.edge.c.a, before)
    ties = ties_among(connection, before)
    after: dict[str, tuple[str, str]] = {}
    for ids in linker.components(before, [*((e.a, e.b) for e in edges), *sorted(ties.same)]):
        for group in _groups(connection, linker, ids, ties):
            after |= dict.fromkeys(group, (ids[0], group[0]))
    changed = [i for i in sorted(after) if after[i] != before[i]]
    moved = [{"m": i, "component_": after[i][0], "incident_": after[i][1]} for i in changed]
    statement = update(schema.current).where(c.mention_id == bindparam("m"))
    if moved:
        connection.execute(
            statement.values(component=bindparam("component_"), incident_id=bindparam("incident_")), moved
        )
    homes = {
        x
        for i in [*changed, *new]
        if before.get(i, ("", ""))[1] != after[i][1] or i in new
        for x in (before[i][1], after[i][1])
    }
    return homes - {""}


def _groups(connection: Connection, linker: Linker, ids: Sequence[str], ties: Ties) -> list[list[str]]:
    if len(ids) == 1:
        return [list(ids)]
    return [[m.id for m in group] for group in linker.cluster(mentions_of(connection, ids), ties)]
