"""Incidents out of a ledger: several reports, one incident, each claim with its report, figures as reconciled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import warmonitor
from warmonitor import link
from warmonitor.ledger import Asked, Coder, Ledger, open_ledger
from warmonitor.model import Claim, Record, Report, Span
from warmonitor.publish.policy import open_
from warmonitor.publish.release import Plan, build, verify
from warmonitor.publish.withhold import Cleared, clear
from warmonitor.run_publish import incidents, incidents_of


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger in a file."""
    return open_ledger(str(tmp_path / "ledger.db"), link, lambda: datetime(2021, 6, 1, tzinfo=UTC))


def retold(record: Record) -> Record:
    """The same shelling by another outlet a day later, with a figure of its own."""
    text = "Shells hit Marib on Tuesday and seven people died, the mayor said."
    start = text.index("seven people")
    (first, _), claim = (
        record.incidents,
        Claim("c1", "i1", "killed", 7, "mayor", "asserts", Span(start, start + 12), "toll.verb"),
    )
    toll = replace(first.casualties[0], low=7, best=7, high=7, claims=("c1",))
    report = Report("marib-2", text, date(2021, 2, 12), "Seven dead in Marib", "River Post")
    return Record(report, (replace(first, actors=(), casualties=(toll,), evidence=(Span(0, 16),)),), (claim,))


def test_two_reports_of_one_incident_are_published_once_with_the_claims_of_both(ledger: Ledger, record: Record):
    coder = Coder("0.1", "lexicon")
    ledger.add(record, coder)
    ledger.add(retold(record), coder)
    found = {i.subtype: i for i in incidents_of(ledger)}
    assert sorted(found) == ["air-strike", "shelling"]
    shelling = found["shelling"]
    assert [s.outlet for s in shelling.sources] == ["The Gulf Wire", "River Post"]
    assert {(c.id, c.speaker, c.value) for c in shelling.claims if c.attribute == "killed"} == {
        ("marib/c1", "governor", 4),
        ("marib/c2", "Red Crescent", 6),
        ("marib-2/c1", "mayor", 7),
    }
    seven = next(c for c in shelling.claims if c.value == 7)
    assert seven.sentence == "Shells hit Marib on Tuesday and seven people died, the mayor said."
    view = ledger.incident(shelling.id)
    (killed,) = [t for t in shelling.casualties if t.kind == "killed"]
    (kept,) = [t for t in view.tolls if t.kind == "killed"]
    assert (killed.low, killed.best, killed.high) == (kept.low, kept.best, kept.high)
    assert killed.side == "civilian"
    assert set(killed.claims) <= {c.id for c in shelling.claims}
    assert (shelling.grade, shelling.grounds[: len(view.reasons)]) == (view.grade, view.reasons)


def test_links_lead_to_the_incident_that_the_other_end_belongs_to_now(ledger: Ledger, record: Record):
    ledger.add(record, Coder("0.1", "lexicon"))
    found = {i.subtype: i for i in incidents_of(ledger)}
    (reply,) = found["air-strike"].links
    assert (reply.to, reply.relation, reply.hedged) == (found["shelling"].id, "response-to", False)
    assert "in reply" in reply.sentence


def test_revision_counts_the_views_kept_and_a_rejected_incident_is_not_published(ledger: Ledger, record: Record):
    coder = Coder("0.1", "lexicon")
    ledger.add(record, coder)
    ledger.add(retold(record), coder)
    found = {i.subtype: i for i in incidents_of(ledger)}
    assert (found["shelling"].revision, found["air-strike"].revision) == (2, 1)
    ledger.decide("reject", found["air-strike"].id, "Rana", {"reason": "not-an-incident"})
    assert [i.subtype for i in incidents_of(ledger)] == ["shelling"]


def test_a_release_of_a_ledger_is_valid_and_the_same_again(ledger: Ledger, record: Record, tmp_path: Path):
    pytest.importorskip("pyarrow")
    ledger.add(record, Coder("0.1", "lexicon"))
    plan = Plan("a", date(2021, 6, 1), open_())
    for run in ("x", "y"):
        assert all(isinstance(o, Cleared) for o in build(incidents_of(ledger), plan, tmp_path / run))
        assert verify(tmp_path / run) == []
    assert (tmp_path / "x" / "manifest-sha256.txt").read_bytes() == (
        tmp_path / "y" / "manifest-sha256.txt"
    ).read_bytes()


def test_a_denial_stays_with_the_perpetrator_it_is_about(ledger: Ledger, record: Record):
    ledger.add(record, Coder("0.1", "lexicon"))
    shelling = next(i for i in incidents_of(ledger) if i.subtype == "shelling")
    cleared = clear(shelling, open_())
    assert isinstance(cleared, Cleared)
    (rebels,) = shelling.actors
    assert (rebels.status, rebels.deniers) == ("denied", ("rebels",))


def test_a_ledgers_incidents_become_a_frame_and_can_be_looped_over_again(ledger: Ledger, record: Record):
    pytest.importorskip("pandas")
    ledger.add(record, Coder("0.1", "lexicon"))
    kept = incidents(ledger, Asked(kind="explosion"), policy=open_())
    frame = kept.to_pandas()
    assert sorted(frame["subtype"]) == ["air-strike", "shelling"]
    assert frame["incident_id"].tolist() == [i.id for i in kept] == [i.id for i in kept]
    assert incidents(ledger, Asked(country="UA")).to_pandas().empty


def test_a_librarys_user_asks_the_ledger_and_gets_a_frame(ledger: Ledger, record: Record, tmp_path: Path) -> None:
    ledger.add(record, Coder("0.1", "lexicon"))
    shelf = warmonitor.open_ledger(str(tmp_path / "ledger.db"))
    frame = shelf.incidents(country="YE", policy=open_()).to_pandas()
    assert sorted(frame["subtype"]) == ["air-strike", "shelling"]
    assert shelf.incidents(country="FR", policy=open_()).to_pandas().empty
