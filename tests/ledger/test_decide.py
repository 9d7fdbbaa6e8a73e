"""People decide: every decision is an event, survives re-coding, and is taken back by another event."""

from __future__ import annotations

import pytest
from tests.told import Event, Said, tell

from warmonitor.errors import BadOption
from warmonitor.ledger import Asked, Coder, Ledger

STRIKE = Event(
    "air-strike", "Marib", "2021-02-09", (Said("killed", 4, "governor"),), words="Jets bombed the grain market."
)
OTHER = Event(
    "shelling", "Taiz", "2021-02-09", (Said("killed", 2, "medics"),), words="Shells fell on the cement works."
)


def two(ledger: Ledger, coder: Coder) -> tuple[str, str]:
    (a,) = ledger.add(tell("a", "2021-02-10", STRIKE), coder).incidents
    (b,) = ledger.add(tell("b", "2021-02-10", OTHER), coder).incidents
    return a, b


def test_accept_reject_and_undo_set_the_standing(ledger: Ledger, coder: Coder) -> None:
    a, _ = two(ledger, coder)
    ledger.decide("accept", a, "ana")
    assert ledger.incident(a).standing == "accepted"
    rejected = ledger.decide("reject", a, "ben", {"reason": "not-an-incident"})
    assert ledger.incident(a).standing == "rejected"
    assert a not in [i.id for i in ledger.find()]
    assert [i.id for i in ledger.find(Asked(standing="rejected"))] == [a]
    undone = ledger.undo(rejected, "ana")
    assert ledger.incident(a).standing == "accepted"
    ledger.undo(undone, "ben")
    assert ledger.incident(a).standing == "rejected"
    assert [(d.author, d.action) for d in ledger.decisions(a)] == [
        ("ana", "accept"), ("ben", "reject"), ("ana", "undo"), ("ben", "undo"),
    ]  # fmt: skip


def test_correction_overrules_survives_recoding_and_keeps_the_claims(ledger: Ledger, coder: Coder) -> None:
    a, _ = two(ledger, coder)
    number = ledger.decide("correct", a, "ana", {"field": "killed", "value": 3, "reason": "wrong-toll"})
    more = Event(
        "air-strike",
        "Marib",
        "2021-02-09",
        (Said("killed", 4, "governor"), Said("injured", 8, "medics")),
        words=STRIKE.words,
    )
    ledger.add(tell("a", "2021-02-10", more), Coder("0.2", "lexicon-2"))
    view = ledger.incident(a)
    killed = next(t for t in view.tolls if t.kind == "killed")
    assert (killed.low, killed.best, killed.high) == (3, 3, 3)
    assert [f.value for f in killed.figures] == [4]
    assert killed.because == "corrected by ana: wrong-toll"
    assert "injured" in {t.kind for t in view.tolls}
    ledger.undo(number, "ana")
    assert next(t.low for t in ledger.incident(a).tolls if t.kind == "killed") == 4


def test_merge_and_unmerge_keep_both_ids_alive(ledger: Ledger, coder: Coder) -> None:
    a, b = two(ledger, coder)
    merged = ledger.decide("merge", a, "ana", {"with": b})
    (one,) = ledger.find()
    assert set(one.reports) == {"a", "b"}
    assert ledger.incident(a) == ledger.incident(b) == one
    ledger.undo(merged, "ana")
    assert ledger.incident(a).reports == ("a",)
    assert ledger.incident(b).reports == ("b",)
    assert ledger.verify() == []


def test_split_holds_against_the_match_and_against_new_reports(ledger: Ledger, coder: Coder) -> None:
    (a,) = ledger.add(tell("a", "2021-02-10", STRIKE), coder).incidents
    assert ledger.add(tell("b", "2021-02-11", STRIKE), coder).incidents == (a,)
    split = ledger.decide("split", a, "ana", {"mentions": ["b"], "reason": "two-incidents"})
    assert sorted(i.reports for i in ledger.find()) == [("a",), ("b",)]
    ledger.add(tell("c", "2021-02-12", STRIKE), coder)
    assert len(ledger.find()) == 2
    ledger.undo(split, "ana")
    assert [i.reports for i in ledger.find()] == [("a", "b", "c")]
    assert ledger.verify() == []


def test_decisions_follow_an_incident_into_a_merge(ledger: Ledger, coder: Coder) -> None:
    a, b = two(ledger, coder)
    ledger.decide("comment", b, "ben", {"text": "seen on video"})
    ledger.decide("merge", a, "ana", {"with": b})
    assert [(d.author, d.action) for d in ledger.decisions(a)] == [("ben", "comment"), ("ana", "merge")]
    assert any(e.by == "ben" and "seen on video" in e.now for e in ledger.history(b).changes)


@pytest.mark.parametrize(
    ("action", "payload", "message"),
    [
        ("accepting", {}, "known are accept, correct"),
        ("correct", {"field": "colour", "value": 1, "reason": "other"}, "known are type, label"),
        ("correct", {"field": "killed", "value": 1, "reason": "because"}, "known are wrong-kind"),
        ("correct", {"field": "killed", "value": "many", "reason": "wrong-toll"}, "give a number"),
        ("correct", {"field": "start", "value": "Tuesday", "reason": "wrong-date"}, "give YYYY-MM-DD"),
        ("reject", {}, "reject needs a reason"),
        ("comment", {"text": " "}, "needs words"),
        ("merge", {"with": "nowhere"}, "no incident of this ledger"),
        ("split", {"mentions": ["a"]}, "name some, not all"),
        ("undo", {"decision": 99}, "no decision 99"),
    ],
)
def test_what_is_no_decision_is_refused_with_the_choices(
    ledger: Ledger, coder: Coder, action: str, payload: dict[str, object], message: str
) -> None:
    a, _ = two(ledger, coder)
    before = ledger.content()
    with pytest.raises(BadOption, match=message):
        ledger.decide(action, a, "ana", payload)
    assert ledger.content() == before
    assert ledger.decisions(a) == []


def test_correcting_fields_of_every_form(ledger: Ledger, coder: Coder) -> None:
    a, _ = two(ledger, coder)
    place = {"name": "Sirwah", "country": "YE", "lat": 15.45, "lon": 45.02, "precision": 1}
    for field, value, reason in (
        ("type", "explosion/shelling", "wrong-kind"), ("place", place, "wrong-place"), ("start", "2021-02-08", "wrong-date"),
        ("perpetrator", "coalition", "wrong-actor"), ("weapons", ["rocket"], "wrong-weapon"),
        ("label", "Rockets on Sirwah", "other"),
    ):  # fmt: skip
        ledger.decide("correct", a, "ana", {"field": field, "value": value, "reason": reason})
    (view,) = ledger.find(Asked(place="sirwah", kind="shelling", actor="coalition"))
    assert (view.id, view.label, view.weapons, str(view.start)) == (a, "Rockets on Sirwah", ("rocket",), "2021-02-08")
    assert len(view.corrections) == 6
    assert ledger.verify() == []
