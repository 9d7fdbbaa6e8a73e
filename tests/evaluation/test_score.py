"""The scorer: full marks for the gold itself, and each kind of mistake costs what it must."""

from __future__ import annotations

import copy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import below, coded, evidence, hand_coded
from evaluation.sameness import closeness, same_name, same_place
from evaluation.score import FIGURES, compare, record_score

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def as_record(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold in the form of a record."""
    record = copy.deepcopy(gold)
    for i in record["incidents"]:
        i["id"] = i["key"]
    return record


@pytest.fixture(scope="module")
def golds() -> dict[str, dict[str, Any]]:
    return dict(hand_coded(SAMPLES))


@pytest.fixture
def wire(golds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return copy.deepcopy(golds["garissa-wire"])


def figures(gold: dict[str, Any], record: dict[str, Any]) -> dict[str, float | None]:
    return {f: t.f1 for f, t in compare([(gold, record)]).items()}


def test_the_gold_itself_has_full_marks(golds: dict[str, dict[str, Any]]) -> None:
    score = compare([(g, as_record(g)) for g in golds.values()])
    assert {f: t.f1 for f, t in score.items()} == dict.fromkeys(FIGURES, 1.0)
    assert record_score(score) == 1.0


def test_a_missing_record_has_none(wire: dict[str, Any]) -> None:
    assert record_score(compare([(wire, {})])) == 0.0


def test_a_report_without_incidents_and_none_found_changes_no_figure() -> None:
    empty: dict[str, Any] = {"incidents": [], "claims": [], "statements": [], "links": []}
    assert set(figures(empty, empty).values()) == {None}


def test_a_missed_incident_costs_its_date_and_its_toll_too(wire: dict[str, Any]) -> None:
    record = as_record(wire)
    record["incidents"] = record["incidents"][:2]
    got = figures(wire, record)
    assert got["incidents F1"] == pytest.approx(0.8)
    assert got["date"] == pytest.approx(2 / 3)
    assert got["toll"] == pytest.approx(0.8)


def test_a_wrong_status_leaves_the_perpetrator(wire: dict[str, Any]) -> None:
    record = as_record(wire)
    record["incidents"][0]["actors"][0]["status"] = "stated"
    got = figures(wire, record)
    assert (got["perpetrators F1"], got["status"]) == (1.0, 0.5)


def test_a_claim_of_another_speaker_or_stance_is_no_match(wire: dict[str, Any]) -> None:
    for key, value in (("speaker", "the weather office"), ("stance", "hedges"), ("value", 77)):
        record = as_record(wire)
        record["claims"][0][key] = value
        count = len(wire["claims"])
        assert figures(wire, record)["claims F1"] == pytest.approx((count - 1) / count)


def test_names_places_and_days_are_the_same_within_reason() -> None:
    assert same_name("US", "United States") and same_name("al-Nusra Front", "Nusra Front")
    assert not same_name("", "army") and not same_name("Falcons", "Eagles")
    taji = {"name": "Taji", "country": "IQ", "lat": 33.52, "lon": 44.26, "precision": 1}
    assert same_place(taji, {**taji, "lat": 33.6}) and not same_place(taji, {**taji, "lat": 34.0})
    assert same_place({**taji, "precision": 3}, {**taji, "lat": 34.4})
    assert closeness({"start": "2021-03-01"}, {"start": "2021-03-04"}) == 0.5


def test_words_that_are_not_in_the_report_are_a_mistake_of_the_coder() -> None:
    with pytest.raises(ValueError, match="not in the report"):
        evidence({"words": "nine"}, "Eight fell.", [])
    assert evidence({"sentence": 1}, "One. Two.", [[0, 4], [5, 9]]) == {"start": 5, "end": 9}


def test_a_figure_below_its_floor_and_an_incident_where_there_is_none_are_named(wire: dict[str, Any]) -> None:
    score = compare([(wire, as_record(wire))])
    assert list(below("samples", score, [], {"record score": 1.0, "date": 1.0})) == []
    (line,) = below("samples", score, [], {"toll": 1.01})
    assert line == "samples: toll is 1.000, its floor 1.010"
    quiet: dict[str, Any] = {"incidents": []}
    (line,) = below("samples", score, [(quiet, {"report": {"id": "q"}, "incidents": [{}]})], {})
    assert "q has no incident, but 1 were coded" in line
    with pytest.raises(ValueError, match="unknown figures"):
        list(below("samples", score, [], {"tolls": 0.5}))


def test_the_figures_are_those_of_the_reference_scorer(gold: Path, tmp_path: Path) -> None:
    import json

    reference = gold.parent / "score" / "score.py"
    if not reference.is_file():
        pytest.skip("the reference scorer is not on this machine")
    pairs = list(coded(gold))
    for g, record in pairs:
        (tmp_path / f"{g['id']}.json").write_text(json.dumps(record))
    command = [sys.executable, str(reference), "--gold", str(gold), "--predicted", str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    score = compare(pairs)
    for figure in FIGURES:
        assert score[figure].f1 == pytest.approx(theirs[figure], abs=1e-9), figure
    assert record_score(score) == pytest.approx(theirs["record score"], abs=1e-4)
