"""One happening told by several is one incident with all its claims; near twins stay apart; order does not matter."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.adding import report
from tests.told import Event, Said, tell

from warmonitor import link
from warmonitor.ledger import Asked, Coder, Ledger, Origin, open_ledger
from warmonitor.model import Record


def strike(day: str = "2021-02-09", place: str | None = "Marib", *said: Said, **more: object) -> Event:
    return Event("air-strike", place, day, said, words="Jets bombed the grain market of the town.", **more)  # type: ignore[arg-type]


def five_reports() -> list[Record]:
    """Three outlets and two officials on one strike, over three days."""
    return [
        tell("wire-1", "2021-02-09", strike("2021-02-09", "Marib", Said("killed", 4, "governor")), outlet="Gulf Wire"),
        tell("post-1", "2021-02-10", strike("2021-02-09", "Marib", Said("killed", 7, "Red Crescent")), outlet="Post"),
        tell("radio-1", "2021-02-10", strike("2021-02-09", "Marib", Said("killed", 7, "Red Crescent", via=("Post",))),
             outlet="Radio"),
        tell("ministry-1", "2021-02-10", strike("2021-02-09", "Marib", Said("killed", 5, "defence ministry")), outlet="Ministry"),
        tell("wire-2", "2021-02-11", strike("2021-02-09", "Marib", Said("killed", 9, "Red Crescent")), outlet="Gulf Wire"),
    ]  # fmt: skip


def test_three_outlets_and_two_officials_make_one_incident_with_all_claims(ledger: Ledger, coder: Coder) -> None:
    for record in five_reports():
        ledger.add(record, coder)
    (incident,) = ledger.find()
    assert incident.reports == ("wire-1", "ministry-1", "post-1", "radio-1", "wire-2") or set(incident.reports) == {
        "wire-1", "post-1", "radio-1", "ministry-1", "wire-2",
    }  # fmt: skip
    (toll,) = incident.tolls
    assert (toll.low, toll.best, toll.high, toll.disputed) == (4, 9, 9, True)
    used = {(f.report, f.value): f.use for f in toll.figures}
    assert used == {
        ("wire-1", 4): "current", ("post-1", 7): "superseded", ("radio-1", 7): "superseded",
        ("ministry-1", 5): "current", ("wire-2", 9): "current",
    }  # fmt: skip
    assert incident.grade == "corroborated"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (strike("2021-02-09", "Marib"), strike("2021-02-10", "Marib")),
        (strike("2021-02-09", "Marib"), strike("2021-02-09", "Sirwah")),
        (strike("2021-02-09", "Marib", utc="2021-02-09T02:00"), strike("2021-02-09", "Marib", utc="2021-02-09T11:30")),
    ],
    ids=["same town next day", "same day next town", "same base hit twice"],
)
def test_near_twins_stay_apart(ledger: Ledger, coder: Coder, one: Event, two: Event) -> None:
    ledger.add(tell("a", "2021-02-10", one), coder)
    ledger.add(tell("b", "2021-02-10", two), coder)
    assert len(ledger.find()) == 2


def test_vague_report_joins_the_strike_it_recalls(ledger: Ledger, coder: Coder) -> None:
    ledger.add(five_reports()[0], coder)
    vague = strike("2021-02-01", "Marib", Said("killed", 4, "governor"), to="2021-02-12", precision="month")
    ledger.add(tell("later", "2021-02-12", vague), coder)
    (incident,) = ledger.find()
    assert (str(incident.start), str(incident.end), incident.precision) == ("2021-02-09", "2021-02-09", "day")


def test_two_incidents_of_one_report_are_never_joined(ledger: Ledger, coder: Coder) -> None:
    ledger.add(tell("a", "2021-02-10", strike(), strike()), coder)
    assert len(ledger.find()) == 2


def test_content_does_not_depend_on_the_order_of_arrival(
    tmp_path: Path, coder: Coder, clock: Callable[[], object]
) -> None:
    records = [
        *five_reports(),
        tell("next", "2021-02-11", strike("2021-02-10"), Event("shelling", "Taiz", "2021-02-10")),
    ]
    contents = set()
    for n, order in enumerate(itertools.islice(itertools.permutations(records), 0, 720, 97)):
        opened = open_ledger(str(tmp_path / f"{n}.db"), link, clock)  # type: ignore[arg-type]
        for record in order:
            opened.add(record, coder)
        assert opened.verify() == []
        contents.add(opened.content())
        opened.engine.dispose()
    assert len(contents) == 1


def test_earlier_report_that_comes_later_leads_the_old_id_on(ledger: Ledger, coder: Coder) -> None:
    reports = five_reports()
    (late,) = ledger.add(reports[4], coder).incidents
    (early,) = ledger.add(reports[0], coder).incidents
    assert early != late
    assert ledger.incident(late).id == ledger.incident(early).id == early
    moved = [e for e in ledger.history(early).changes if e.what == late and e.was]
    assert [e.now for e in moved] == [f"part of {early}"]


def test_queries_find_by_every_property(ledger: Ledger, coder: Coder) -> None:
    for record in five_reports():
        ledger.add(record, coder)
    clash = Event("armed-clash", "Gao", "2021-03-05", (Said("killed", 2, "army"),), by=(("Sand Front", "claimed"),),
                  words="Gunmen attacked the bridge checkpoint.")  # fmt: skip
    ledger.add(tell("gao", "2021-03-06", clash, outlet="Sahel News"), coder)

    def found(**asked: object) -> list[str]:
        return [i.subtype for i in ledger.find(Asked(**asked))]  # type: ignore[arg-type]

    assert found() == ["armed-clash", "air-strike"]
    assert found(since="2021-03-01") == found(kind="battle") == found(kind="armed-clash") == ["armed-clash"]
    assert found(until="2021-02-28") == found(country="ye") == found(place="mar") == ["air-strike"]
    assert found(box=(15.0, 45.0, 16.0, 46.0)) == found(around=(15.5, 45.3, 20)) == ["air-strike"]
    assert found(around=(15.5, 45.3, 2)) == []
    assert (
        found(actor="sand") == found(speaker="ARMY") == found(outlet="sahel") == found(report="gao") == ["armed-clash"]
    )
    assert found(toll=3) == found(grade="corroborated") == ["air-strike"]
    assert found(grade="claimed") == ["armed-clash"]
    assert found(words="grain market") == ["air-strike"]
    assert found(words="checkpoint bridge") == ["armed-clash"]
    assert found(words="grain checkpoint") == []
    assert found(limit=1) == ["armed-clash"]


def test_as_of_by_publication_shows_only_what_was_out(ledger: Ledger, coder: Coder) -> None:
    for record in five_reports():
        ledger.add(record, coder)
    (then,) = ledger.as_of("2021-02-10T09:00Z")
    assert then.reports == ("wire-1",)
    assert [(t.low, t.high) for t in then.tolls] == [(4, 4)]
    (later,) = ledger.as_of("2021-02-10")
    assert [(t.low, t.best, t.high) for t in later.tolls] == [(4, 7, 7)]
    assert ledger.as_of("2021-02-08") == []


def test_as_of_by_recording_shows_what_the_ledger_held(
    ledger: Ledger, coder: Coder, clock: Callable[[], object]
) -> None:
    reports = five_reports()
    ledger.add(reports[0], coder)
    between = clock()
    ledger.add(reports[1], coder)
    (then,) = ledger.as_of(str(between))
    assert [(t.low, t.high) for t in then.tolls] == [(4, 4)]
    assert then.reports == ("wire-1",)


def test_history_tells_every_figure_with_speaker_and_time(ledger: Ledger, coder: Coder) -> None:
    for record in five_reports():
        ledger.add(record, coder)
    past = ledger.history(ledger.find()[0].id)
    assert [(f.told, f.speaker, f.value) for f in past.figures] == [
        ("2021-02-09", "governor", 4), ("2021-02-10", "defence ministry", 5), ("2021-02-10", "Red Crescent", 7),
        ("2021-02-10", "Red Crescent", 7), ("2021-02-11", "Red Crescent", 9),
    ]  # fmt: skip
    assert [(e.was, e.now) for e in past.changes if e.what == "killed"] == [
        ("", "4"), ("4", "4 to 7, best 7"), ("4 to 7, best 7", "4 to 9, best 9"),
    ]  # fmt: skip


def test_history_goes_on_where_an_earlier_report_takes_the_place_of_a_later_one(ledger: Ledger, coder: Coder) -> None:
    """The incident gets the earlier report's id, but its figures changed from what the later one had told."""
    reports = five_reports()
    ledger.add(reports[4], coder)
    (early,) = ledger.add(reports[0], coder).incidents
    changes = [(e.was, e.now) for e in ledger.history(early).changes if e.what == "killed"]
    assert changes == [("", "9"), ("9", "4 to 9, best 9")]
    assert [e.what for e in ledger.history(early).changes].count("places") == 1


def test_filled_at_once_is_the_same_as_added_one_by_one(
    ledger: Ledger, coder: Coder, tmp_path: Path, clock: Callable[[], object]
) -> None:
    records = [
        *five_reports(),
        tell("next", "2021-02-11", strike("2021-02-10"), Event("shelling", "Taiz", "2021-02-10")),
    ]
    again = tell(
        "wire-1", "2021-02-12", strike("2021-02-09", "Marib", Said("killed", 12, "governor")), outlet="Gulf Wire"
    )
    ledger.load([(r, Origin("wire")) for r in [*records, again]], coder)
    other = open_ledger(str(tmp_path / "other.db"), link, clock)  # type: ignore[arg-type]
    for record in [*records, again]:
        other.add(record, coder, Origin("wire"))
    assert ledger.verify() == other.verify() == []
    assert ledger.content() == other.content()
    content = ledger.content()
    ledger.relink()
    assert ledger.content() == content
    later = tell("later", "2021-02-13", Event("shelling", "Taiz", "2021-02-12"))
    assert ledger.add(later, coder).incidents == other.add(later, coder).incidents
    other.engine.dispose()


def test_taking_incidents_out_again_leaves_what_linking_from_scratch_would_make(ledger: Ledger, coder: Coder) -> None:
    """Reports of crowded days, many of them vague; every third is coded again without its first incident."""
    for n in range(60):
        ledger.add(report(n), coder)
    for n in range(0, 60, 3):
        record = report(n)
        ledger.add(replace(record, incidents=record.incidents[1:]), Coder("0.2", "lexicon-1"))
    assert ledger.verify() == []
    content = ledger.content()
    ledger.relink()
    assert ledger.content() == content
