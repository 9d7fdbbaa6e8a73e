"""The samples: whole records compared with their snapshots, and what holds for every record."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from evaluation.snapshots import KNOWN, README, SAMPLES, kept, known, records, shown
from warmonitor.publish.json import schema

NAMES = sorted(p.stem for p in SAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def coded() -> dict[str, str]:
    return dict(records())


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_what_it_was(name: str, coded: dict[str, str]) -> None:
    before = kept(name)
    if before is None and not list(SAMPLES.glob("*.record.json")):
        pytest.skip("the snapshots are not frozen yet: make snapshots")
    assert before is not None, "a sample without a snapshot: make snapshots"
    assert json.loads(coded[name]) == json.loads(before)
    assert coded[name] == before


@pytest.mark.parametrize("name", NAMES)
def test_the_record_fits_the_schema(name: str, coded: dict[str, str]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    assert [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(json.loads(coded[name]))] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_what_points_at_something_points_at_something(name: str, coded: dict[str, str]) -> None:
    record = json.loads(coded[name])
    incidents = [i["id"] for i in record["incidents"]]
    claims = [c["id"] for c in record["claims"]]
    assert len(set(incidents + claims)) == len(incidents + claims)
    assert {c["incident"] for c in record["claims"]} <= set(incidents)
    assert {c["revises"] for c in record["claims"] if c["revises"]} <= set(claims)
    assert {n for i in record["incidents"] for c in i["casualties"] for n in c["claims"]} <= set(claims)
    assert {s["about"] for s in record["statements"]} <= {*incidents, ""}
    assert {e for link in record["links"] for e in (link["from"], link["to"])} <= set(incidents)


@pytest.mark.parametrize("name", NAMES)
def test_all_evidence_lies_in_the_text_and_holds_words(name: str, coded: dict[str, str]) -> None:
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    for span in _spans(json.loads(coded[name])):
        assert text[span["start"] : span["end"]].strip(), span


def _spans(value: Any) -> list[dict[str, int]]:
    if isinstance(value, list):
        return [s for v in value for s in _spans(v)]
    if isinstance(value, dict):
        return (
            [value]
            if value.keys() == {"start", "end"} and isinstance(value["start"], int)
            else _spans(list(value.values()))
        )
    return []


def test_every_sample_is_hand_coded_and_described() -> None:
    assert {p.name.split(".")[0] for p in SAMPLES.glob("*.gold.json")} == set(NAMES)
    described = (SAMPLES / "README.md").read_text("utf-8")
    assert [n for n in NAMES if f"| {n} |" not in described] == []


def test_the_readme_shows_what_the_program_prints() -> None:
    if not list(SAMPLES.glob("*.record.json")):
        pytest.skip("the snapshots are not frozen yet: make snapshots")
    page = README.read_text("utf-8")
    assert "REMOTE EXPLOSIVE" in page
    assert shown(page) == page


def test_known_mistakes_are_those_that_are_made() -> None:
    if not KNOWN.is_file():
        pytest.skip("the snapshots are not frozen yet: make snapshots")
    assert KNOWN.read_text("utf-8") == known()
