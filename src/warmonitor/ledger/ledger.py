"""The ledger as its users hold it: one object over one database, each method one transaction."""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, select

from warmonitor.errors import BadOption
from warmonitor.ledger import postgis, schema
from warmonitor.ledger.asked import Asked
from warmonitor.ledger.asof import Clock, as_of, instant, stamp
from warmonitor.ledger.bulk import store_all
from warmonitor.ledger.codec import load_incident, load_record
from warmonitor.ledger.decide import decide, resolve
from warmonitor.ledger.decisions import Decision, decisions_on
from warmonitor.ledger.history import History, history
from warmonitor.ledger.keep import Added, Coder, Origin, keep, known
from warmonitor.ledger.linker import Linker
from warmonitor.ledger.placing import mentions_of
from warmonitor.ledger.query import find, fitting
from warmonitor.ledger.rebuild import rebuild
from warmonitor.ledger.store import open_engine, reading, writing
from warmonitor.ledger.verify import verify
from warmonitor.model import Record, Report
from warmonitor.model.linked import LinkedIncident, Match, Mention

NO_ORIGIN = Origin()


class Ledger:
    """A place where coded reports are kept. `now` gives the time of recording; it is the only clock the ledger reads."""

    def __init__(self, engine: Engine, linker: Linker, now: Callable[[], datetime]) -> None:
        self.engine, self.linker, self.now = engine, linker, now
        weakref.finalize(
            self, engine.dispose
        )  # Pooled connections are closed with the ledger, not left to the collector.

    def add(self, record: Record, coder: Coder, origin: Origin = NO_ORIGIN) -> Added:
        """Keep one coded report, whole or not at all. The same again changes nothing."""
        with writing(self.engine) as connection:
            return keep(connection, self.linker, record, coder, origin, stamp(self.now()))

    def knows(self, report: Report, coder: Coder) -> bool:
        """Whether this very text is kept under its id, and coded by this coder."""
        with reading(self.engine) as connection:
            return known(connection, report, coder)

    def load(self, records: Iterable[tuple[Record, Origin]], coder: Coder) -> None:
        """Keep many coded reports in one transaction and link everything from scratch: for filling a ledger."""
        with writing(self.engine) as connection:
            at = stamp(self.now())
            store_all(connection, self.linker, records, coder, at)
            rebuild(connection, self.linker, at)

    def relink(self) -> None:
        """Link everything from scratch and make every view anew: after a change of the linking."""
        with writing(self.engine) as connection:
            rebuild(connection, self.linker, stamp(self.now()))

    def find(self, asked: Asked | None = None) -> list[LinkedIncident]:
        """The incidents that fit, latest first."""
        with reading(self.engine) as connection:
            return find(connection, asked or Asked())

    def incident(self, incident_id: str) -> LinkedIncident:
        """The incident that an id stands for now, through every merge and split. BadOption where there is none."""
        with reading(self.engine) as connection:
            home = resolve(connection, incident_id)
            kept = connection.execute(select(schema.incident.c.view).where(schema.incident.c.id == home)).scalar_one()
            return load_incident(kept)

    def as_of(self, when: str, clock: Clock = "auto", asked: Asked | None = None) -> list[LinkedIncident]:
        """The incidents as they were known at an instant (ISO 8601), latest first, those that then fitted `asked`."""
        with reading(self.engine) as connection:
            return fitting(as_of(connection, self.linker, instant(when), clock), asked or Asked())

    def history(self, incident_id: str) -> History:
        """How an incident came to be what it is."""
        with reading(self.engine) as connection:
            return history(connection, incident_id)

    def decide(self, action: str, incident_id: str, author: str, payload: dict[str, Any] | None = None) -> int:
        """Keep a person's decision (see decisions.ACTIONS) and carry it out; its number."""
        with writing(self.engine) as connection:
            return decide(connection, self.linker, action, incident_id, author, payload or {}, stamp(self.now()))

    def decisions(self, incident_id: str) -> list[Decision]:
        """All decisions on an incident and on those that became part of it, with those since taken back."""
        with reading(self.engine) as connection:
            home = resolve(connection, incident_id)
            members = connection.execute(
                select(schema.current.c.mention_id).where(schema.current.c.incident_id == home)
            )
            return decisions_on(connection, members.scalars())

    def undo(self, decision: int, author: str) -> int:
        """Take a decision back, by another one."""
        with writing(self.engine) as connection:
            mention = connection.execute(
                select(schema.decision.c.mention_id).where(schema.decision.c.key == decision)
            ).scalar()
            if mention is None:
                raise BadOption(f"no decision {decision} to undo; `history` lists them by number")
            return decide(connection, self.linker, "undo", mention, author, {"decision": decision}, stamp(self.now()))

    def verify(self, *, derived: bool = True) -> list[str]:
        """What is wrong, in words; empty where the ledger is whole."""
        with reading(self.engine) as connection:
            return verify(connection, self.linker if derived else None)

    def matches(self, incident_id: str) -> list[tuple[Mention, Mention, Match]]:
        """Every pair of an incident's mentions with its match, for explaining why they are one."""
        with reading(self.engine) as connection:
            home = resolve(connection, incident_id)
            ids = connection.execute(select(schema.current.c.mention_id).where(schema.current.c.incident_id == home))
            members = mentions_of(connection, ids.scalars())
            return [(a, b, self.linker.match(a, b)) for n, b in enumerate(members) for a in members[:n]]

    def report(self, report_id: str) -> dict[str, Any]:
        """The newest version of a report and its newest record, with where it came from. BadOption where there is none."""
        r, c = schema.report.c, schema.coding.c
        with reading(self.engine) as connection:
            row = (
                connection.execute(select(schema.report).where(r.id == report_id).order_by(r.version.desc()).limit(1))
                .mappings()
                .first()
            )
            if row is None:
                raise BadOption(f"{report_id}: no report of this ledger has that id")
            codings = (
                connection.execute(select(schema.coding).where(c.report_key == row["key"]).order_by(c.key))
                .mappings()
                .all()
            )
            made = [{k: x[k] for k in ("key", "tool", "lexicon", "sha256")} for x in codings]
            return {**row, "codings": made, "record": load_record(codings[-1]["record"]) if codings else None}

    def content(self) -> str:
        """All that the ledger says, without when and in which order it was recorded: equal contents, equal texts."""
        r, c = schema.report.c, schema.coding.c
        with reading(self.engine) as connection:
            query = select(r.id, r.version, r.sha256, c.tool, c.lexicon, c.sha256.label("coded")).join(
                schema.coding, c.report_key == r.key, isouter=True
            )
            reports = sorted([str(x) for x in row] for row in connection.execute(query))
            views = sorted(connection.execute(select(schema.incident.c.view)).scalars())
            placed = sorted(
                [*row] for row in connection.execute(select(schema.current.c.mention_id, schema.current.c.incident_id))
            )
            return json.dumps({"reports": reports, "placed": placed, "incidents": views}, ensure_ascii=False)

    def counts(self) -> dict[str, int]:
        """Rows of each table that a user asks about."""
        tables = {
            "reports": schema.report,
            "codings": schema.coding,
            "claims": schema.claim,
            "incidents": schema.incident,
        }
        with reading(self.engine) as connection:
            return {
                n: int(connection.execute(select(func.count()).select_from(t)).scalar_one()) for n, t in tables.items()
            }


def open_ledger(place: str, linker: Linker, now: Callable[[], datetime], *, create: bool = True) -> Ledger:
    """The ledger at a file or PostgreSQL URL, made or migrated as needed; raises BadOption, MissingPart."""
    engine = open_engine(place, create=create)
    postgis.prepare(engine)
    return Ledger(engine, linker, now)
