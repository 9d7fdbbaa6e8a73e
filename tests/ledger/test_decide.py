"""People decide: every decision is an event, survives re-coding, and is taken back by another event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete
from tests.told import Event, Said, tell

from warmonitor.errors import BadOption
from warmonitor.ledger import Asked, Coder, Ledger, schema
from warmonitor.ledger.store import writing

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


def groups(ledger: Ledger) -> list[list[str]]:
    """The reports of each incident."""
    return sorted(sorted(i.reports) for i in ledger.find())


def crowded(ledger: Ledger, coder: Coder) -> tuple[str, str]:
    """Three reports of one strike and one of another of the next day, which no score would join: the days are a veto."""
    first = [ledger.add(tell(f"a{n}", "2021-02-11", STRIKE), coder).incidents[0] for n in range(3)]
    next_day = replace(STRIKE, day="2021-02-10", said=(Said("killed", 6, "medics"),))
    (other,) = ledger.add(tell("b", "2021-02-11", next_day), coder).incidents
    return ledger.incident(first[0]).id, other


def test_merge_brings_all_reports_of_both_together_also_across_a_veto(ledger: Ledger, coder: Coder) -> None:
    a, b = crowded(ledger, coder)
    assert groups(ledger) == [["a0", "a1", "a2"], ["b"]]
    merged = ledger.decide("merge", a, "ana", {"with": b})
    assert groups(ledger) == [["a0", "a1", "a2", "b"]]
    ledger.add(tell("a3", "2021-02-12", STRIKE), coder)
    assert ledger.verify() == []
    ledger.undo(merged, "ana")
    assert groups(ledger) == [["a0", "a1", "a2", "a3"], ["b"]]
    assert ledger.verify() == []


def test_undo_of_undo_of_undo_takes_a_merge_back_again(ledger: Ledger, coder: Coder) -> None:
    a, b = crowded(ledger, coder)
    number = ledger.decide("merge", a, "ana", {"with": b})
    seen = []
    for _ in range(4):
        number = ledger.undo(number, "ana")
        seen.append(len(groups(ledger)))
        assert ledger.verify() == []
    assert seen == [2, 1, 2, 1]


def test_a_later_split_takes_out_what_an_earlier_merge_put_in(ledger: Ledger, coder: Coder) -> None:
    a, b = crowded(ledger, coder)
    ledger.decide("merge", a, "ana", {"with": b})
    split = ledger.decide("split", a, "ben", {"mentions": ["b", "a2"]})
    assert groups(ledger) == [["a0", "a1"], ["a2", "b"]]
    ledger.undo(split, "ben")
    assert groups(ledger) == [["a0", "a1", "a2", "b"]]
    ledger.decide("split", a, "ben", {"mentions": ["b"]})
    ledger.decide("merge", a, "ana", {"with": b})
    assert groups(ledger) == [["a0", "a1", "a2", "b"]]
    assert ledger.verify() == []


def test_ties_that_are_lost_are_named_and_made_anew(ledger: Ledger, coder: Coder) -> None:
    a, b = crowded(ledger, coder)
    number = ledger.decide("merge", a, "ana", {"with": b})
    with writing(ledger.engine) as connection:
        connection.execute(delete(schema.tie))
    assert any(line.startswith(f"decision {number} stands, but its tie") for line in ledger.verify())
    ledger.relink()
    assert ledger.verify() == []
    assert groups(ledger) == [["a0", "a1", "a2", "b"]]


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
        ("correct", {"field": "killed", "value": -3, "reason": "wrong-toll"}, "give a number"),
        ("correct", {"field": "killed", "value": {"low": 9, "best": 5, "high": 3}, "reason": "wrong-toll"}, "must rise"),
        ("correct", {"field": "type", "value": "war/big", "reason": "wrong-kind"}, "known are battle/armed-clash"),
        ("correct", {"field": "place", "value": {"name": "X", "lat": 99}, "reason": "wrong-place"}, "off the map"),
        ("merge", {}, "needs the other incident"),
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


def test_history_tells_decisions_and_a_split_in_plain_words(ledger: Ledger, coder: Coder) -> None:
    a, b = two(ledger, coder)
    said = ledger.decide("comment", a, "ben", {"text": "see the map"})
    merged = ledger.decide("merge", a, "ana", {"with": b})
    undone = ledger.undo(merged, "ana")
    told = [(c.what, c.now) for c in ledger.history(a).changes if c.what.startswith("decision")]
    assert told == [
        (f"decision {said}", "comment (text: see the map)"), (f"decision {merged}", f"merge (with: {b})"),
        (f"decision {undone}", f"undo of {merged}"),
    ]  # fmt: skip


def test_a_corrected_toll_keeps_its_place_and_stands_in_the_label(ledger: Ledger, coder: Coder) -> None:
    said = (Said("killed", 4, "governor"), Said("injured", 9, "governor"))
    (a,) = ledger.add(tell("c", "2021-02-10", replace(STRIKE, said=said)), coder).incidents
    ledger.decide("correct", a, "ana", {"field": "killed", "value": 5, "reason": "wrong-toll"})
    view = ledger.incident(a)
    assert ([t.kind for t in view.tolls], view.label) == (["killed", "injured"], "Air strike at Marib, 2021-02-09: 5 killed, 9 injured")
