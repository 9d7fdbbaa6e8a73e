"""The public form of a record: it fits its own schema, keeps its order, and says nothing that is not known."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import pytest

from warmonitor.model import Record, Report
from warmonitor.publish import json as form
from warmonitor.publish import jsonl


@pytest.fixture(scope="module")
def document(record: Record) -> dict[str, Any]:
    return form.to_dict(record)


def test_a_record_fits_its_schema(document: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(form.schema())
    validator.check_schema(form.schema())
    assert [e.message for e in validator.iter_errors(document)] == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("incidents", 0, "subtype"), "armed-clash"),  # a subtype of another type
        (("incidents", 0, "actors", 0, "role"), "speaker"),
        (("incidents", 0, "places", 0, "lat"), 91),
        (("claims", 0, "stance"), "maybe"),
        (("claims", 0, "evidence"), None),
        (("report", "published"), "yesterday"),
        (("schema",), "warmonitor/2"),
    ],
)
def test_the_schema_refuses_what_the_codebook_does_not_have(
    document: dict[str, Any], where: tuple[Any, ...], value: object
) -> None:
    broken = json.loads(json.dumps(document))
    inner = broken
    for key in where[:-1]:
        inner = inner[key]
    inner[where[-1]] = value
    assert not jsonschema.Draft202012Validator(form.schema()).is_valid(broken)


def test_names_are_those_of_the_published_form(document: dict[str, Any]) -> None:
    shelling = document["incidents"][0]
    assert list(document) == ["schema", "report", "incidents", "claims", "statements", "links"]
    assert shelling["time_utc"] == "2021-02-09T03:05Z"
    assert shelling["date"] == {"start": "2021-02-09", "end": "2021-02-09", "precision": "day", "basis": "relative"}
    assert (shelling["places"][0]["lat"], shelling["places"][0]["lon"]) == (15.46291, 45.3253)
    assert shelling["weapons"][0]["class"] == "shell" and shelling["weapons"][0]["count"] == 3
    assert document["claims"][3]["speaker"] == {"name": "army", "id": None}
    assert document["claims"][3]["via"] == ["State radio"]
    assert document["links"][0]["from"] == "i2"
    assert document["statements"][0]["speaker"] == {"name": "mission"}
    assert "time_utc" not in document["incidents"][1]


def test_evidence_points_at_the_words(record: Record, document: dict[str, Any]) -> None:
    span = document["claims"][1]["evidence"]
    assert record.report.text[span["start"] : span["end"]] == "put the toll at six"


def test_one_record_is_plain_json_and_its_bytes_do_not_change(record: Record) -> None:
    first, second = io.StringIO(), io.StringIO()
    form.write_records([record], first)
    form.write_records([record], second)
    assert json.loads(first.getvalue()) == form.to_dict(record)
    assert first.getvalue() == second.getvalue()


def test_json_lines_hold_one_record_each(record: Record) -> None:
    out = io.StringIO()
    jsonl.write_records([record, Record(Report("empty", "Nothing\nhappened.\u2028Indeed."))], out)
    lines = out.getvalue().split("\n")
    assert [json.loads(line)["report"]["id"] for line in lines[:-1]] == ["marib", "empty"]
    assert lines[-1] == ""
