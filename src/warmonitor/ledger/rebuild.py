"""Making the derived part anew from what is kept: after a change of the linking, or for many reports at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, func, insert, select

from warmonitor.ledger import schema
from warmonitor.ledger.codec import load_mention
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.placing import standing
from warmonitor.ledger.rows import insert_all
from warmonitor.ledger.ties import all_ties, standing_rows
from warmonitor.ledger.views import fill, refresh
from warmonitor.model.linked import Mention


def rebuild(connection: Connection, linker: Linker, at: str) -> None:
    """Link all current mentions from scratch and make every view anew; versions are kept of those that change."""
    seq = connection.execute(select(func.max(schema.entry.c.seq))).scalar()
    if seq is None:
        return
    before = set(connection.execute(select(schema.incident.c.id)).scalars())
    for table in (schema.current, schema.block, schema.edge, schema.tie):
        connection.execute(delete(table))
    insert_all(connection, insert(schema.tie), standing_rows(connection))
    coded = dict(_newest(connection))
    graph = linker.link_graph([m for m, _ in coded.values()], all_ties(connection))
    part = {i: ids[0] for ids in graph.components for i in ids}
    home = {i: ids[0] for ids in graph.groups for i in ids}
    insert_all(
        connection,
        insert(schema.current),
        [standing(linker, m, key, part[m.id], home[m.id]) for m, key in coded.values()],
    )
    edges = [{"a": a, "b": b, "score": s, "live": int(holds)} for (a, b), (s, holds) in sorted(graph.edges.items())]
    insert_all(connection, insert(schema.edge), edges)
    for portion in _blocks(linker, (m for m, _ in coded.values())):
        insert_all(connection, insert(schema.block), portion)
    if before or connection.execute(select(func.count()).select_from(schema.decision)).scalar():
        refresh(connection, linker, before | set(home.values()), seq, at)
    else:
        fill(connection, linker, seq, at)


def _newest(connection: Connection) -> Iterator[tuple[str, tuple[Mention, int]]]:
    """Mentions of the newest coding of the newest version of each report, with the coding's key."""
    r, c, m = schema.report.c, schema.coding.c, schema.mention.c
    versions = select(r.id, func.max(r.version).label("version")).group_by(r.id).subquery()
    reports = select(r.key).join(versions, (versions.c.id == r.id) & (versions.c.version == r.version))
    codings = select(func.max(c.key)).where(c.report_key.in_(reports)).group_by(c.report_key)
    for row in connection.execute(select(m.id, m.features, m.coding_key).where(m.coding_key.in_(codings))):
        yield row.id, (load_mention(row.features), row.coding_key)


def _blocks(linker: Linker, mentions: Iterable[Mention]) -> Iterator[list[dict[str, str]]]:
    rows: list[dict[str, str]] = []
    for mention in mentions:
        rows += [{"block": k, "mention_id": mention.id} for k in linker.own_keys(mention)]
        if len(rows) > 50_000:
            yield rows
            rows = []
    yield rows
