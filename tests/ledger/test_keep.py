"""Custody: what is added stays, twice is once, changes are versions, tampering is found."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from tests.told import Event, Said, tell

from warmonitor.ledger import Asked, Coder, Ledger, Origin, schema
from warmonitor.ledger.store import writing

STRIKE = Event("air-strike", "Marib", "2021-02-09", (Said("killed", 4, "governor"),))


def test_adding_the_same_report_twice_changes_nothing(ledger: Ledger, coder: Coder) -> None:
    first = ledger.add(tell("r1", "2021-02-10", STRIKE), coder, Origin("wire", b"raw bytes"))
    before, counts = ledger.content(), ledger.counts()
    again = ledger.add(tell("r1", "2021-02-10", STRIKE), coder, Origin("wire", b"raw bytes"))
    assert (first.new_report, first.new_coding) == (True, True)
    assert (again.new_report, again.new_coding) == (False, False)
    assert again.incidents == first.incidents
    assert (ledger.content(), ledger.counts()) == (before, counts)


def test_original_bytes_and_origin_are_kept(ledger: Ledger, coder: Coder) -> None:
    record = tell("r1", "2021-02-10", STRIKE)
    ledger.add(record, coder, Origin("feed://wire", b"<p>raw</p>", "2021-02-10T08:00:00Z"))
    kept = ledger.report("r1")
    assert kept["raw"] == b"<p>raw</p>"
    assert (kept["source"], kept["published_at"]) == ("feed://wire", "2021-02-10T08:00:00Z")
    assert kept["sha256"] == record.report.sha256
    assert kept["record"].claims == record.claims


def test_changed_text_is_a_new_version_and_its_figures_count(ledger: Ledger, coder: Coder) -> None:
    ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    six = Event("air-strike", "Marib", "2021-02-09", (Said("killed", 6, "governor"),))
    added = ledger.add(tell("r1", "2021-02-10", six), coder)
    assert added.version == 2
    (incident,) = ledger.find()
    assert [(t.low, t.high) for t in incident.tolls] == [(6, 6)]
    assert ledger.counts() == {"reports": 2, "codings": 2, "claims": 2, "incidents": 1}


def test_recoding_adds_a_coding_keeps_the_old_claims_and_the_incident_id(ledger: Ledger, coder: Coder) -> None:
    before = ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    more = Event("air-strike", "Marib", "2021-02-09", (Said("killed", 4, "governor"), Said("injured", 9, "medics")))
    after = ledger.add(tell("r1", "2021-02-10", more, extra=""), Coder("0.2", "lexicon-2"))
    assert after.incidents == before.incidents
    assert ledger.counts()["claims"] == 3
    assert {t.kind for t in ledger.find()[0].tolls} == {"killed", "injured"}


def test_recoding_that_renumbers_incidents_keeps_their_ids(ledger: Ledger, coder: Coder) -> None:
    other = Event("abduction", "Gao", "2021-02-08", (Said("abducted", 3, "mayor"),))
    ledger.add(tell("r1", "2021-02-10", STRIKE, other), coder)
    ids = {i.subtype: i.id for i in ledger.find()}
    new = Event("shelling", "Taiz", "2021-02-09", (Said("killed", 1, "medics"),))
    ledger.add(tell("r1", "2021-02-10", new, other, STRIKE), Coder("0.2", "lexicon-1"))
    again = {i.subtype: i.id for i in ledger.find()}
    assert again["air-strike"] == ids["air-strike"]
    assert again["abduction"] == ids["abduction"]
    assert again["shelling"] not in ids.values()


def test_dropped_incident_leaves_the_view_but_stays_in_history(ledger: Ledger, coder: Coder) -> None:
    other = Event("abduction", "Gao", "2021-02-08", (Said("abducted", 3, "mayor"),))
    ledger.add(tell("r1", "2021-02-10", STRIKE, other), coder)
    ledger.add(tell("r1", "2021-02-10", STRIKE), Coder("0.2", "lexicon-1"))
    assert [i.subtype for i in ledger.find()] == ["air-strike"]
    assert ledger.counts()["claims"] == 3
    assert ledger.verify() == []


@pytest.mark.parametrize("table", ["entry", "report", "coding", "mention", "claim", "decision", "version"])
def test_kept_tables_refuse_change(ledger: Ledger, coder: Coder, table: str) -> None:
    ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    ledger.decide("accept", ledger.find()[0].id, "ana")
    column = {"entry": "at", "report": "text", "coding": "tool", "mention": "local", "claim": "speaker"}.get(
        table, "at"
    )
    column = "author" if table == "decision" else column
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="only adds"), writing(ledger.engine) as connection:
            connection.execute(text(statement))


def test_whole_ledger_verifies_and_a_changed_figure_is_found(ledger: Ledger, coder: Coder) -> None:
    ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    assert ledger.verify() == []
    _unlock(ledger, "coding")
    with writing(ledger.engine) as connection:
        record = connection.execute(select(schema.coding.c.record)).scalar_one()
        forged = record.replace('"value":4', '"value":1')
        assert forged != record
        connection.execute(schema.coding.update().values(record=forged))
    problems = ledger.verify()
    assert "coding 1 was changed after entry 2 was made" in problems
    assert "coding 1: the record does not fit its SHA-256" in problems


def test_changed_text_and_missing_entry_are_found(ledger: Ledger, coder: Coder) -> None:
    ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    ledger.add(tell("r2", "2021-02-11", STRIKE), coder)
    for table in ("report", "entry"):
        _unlock(ledger, table)
    with writing(ledger.engine) as connection:
        connection.execute(schema.report.update().where(schema.report.c.id == "r1").values(text="another text"))
        connection.execute(schema.entry.delete().where(schema.entry.c.seq == 3))
    problems = ledger.verify()
    assert "report r1 (key 1): the text does not fit its SHA-256" in problems
    assert "entry 3 is missing" in problems
    assert "report 2 stands in no entry" in problems


def test_figure_changed_in_the_view_alone_is_found(ledger: Ledger, coder: Coder) -> None:
    ledger.add(tell("r1", "2021-02-10", STRIKE), coder)
    with writing(ledger.engine) as connection:
        view = connection.execute(select(schema.incident.c.view)).scalar_one()
        connection.execute(schema.incident.update().values(view=view.replace('"low":4', '"low":40')))
    assert any("its view is not what its claims amount to" in p for p in ledger.verify())


def test_schema_of_the_migrations_is_the_schema_of_the_code(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda o, name, kind, *_: not str(name).startswith(("incident_text", "alembic"))},
        )
        assert compare_metadata(context, schema.metadata) == []


def test_report_without_incidents_is_kept(ledger: Ledger, coder: Coder) -> None:
    added = ledger.add(tell("quiet", "2021-02-10", extra="Nothing happened."), coder)
    assert added.incidents == ()
    assert ledger.find(Asked()) == []
    assert ledger.verify() == []


def _unlock(ledger: Ledger, table: str) -> None:
    """What a forger with the database in hand would do first."""
    with writing(ledger.engine) as connection:
        if ledger.engine.dialect.name == "postgresql":
            connection.execute(text(f"DROP TRIGGER {table}_only_adds ON {table}"))
        else:
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{verb}"))
