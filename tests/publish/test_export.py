"""Formats are found by name, several are written in one go, and what is lost is told."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.incidents import clash, killed, said, shelling, three

import warmonitor.publish
from warmonitor.errors import BadInput, BadOption
from warmonitor.lexicon import exports as data
from warmonitor.model import Place
from warmonitor.model.published import PublishedSource
from warmonitor.publish import jsonlines, tables
from warmonitor.publish.columns import TABLES, columns
from warmonitor.publish.export import export, exports, find
from warmonitor.publish.loss import FIELDS, carried_not
from warmonitor.publish.plain import from_plain, to_plain
from warmonitor.publish.policy import open_
from warmonitor.publish.withhold import Cleared


def test_every_format_of_the_field_is_found_by_name():
    assert sorted(exports()) == ["acled", "csv", "ged", "geojson", "geoparquet", "hxl", "jsonl", "parquet", "polecat"]
    with pytest.raises(BadOption, match="choose one of: acled, csv, ged"):
        find("excel")


def test_all_formats_in_one_go_give_the_same_bytes_twice(tmp_path: Path):
    pytest.importorskip("pyarrow")
    for run in ("a", "b"):
        outcomes = list(export(three(), tmp_path / run, list(exports())))
        assert [type(o) for o in outcomes] == [Cleared] * 3
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    assert len(files) == 9 + 3 + 9
    assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_json_lines_read_back_to_the_same_incidents(tmp_path: Path):
    jsonlines.write(three(), tmp_path / "i.jsonl", policy=open_())
    back = list(jsonlines.read(tmp_path / "i.jsonl"))
    expected = [replace(i, private_names=(), places=tuple(replace(p, why="") for p in i.places)) for i in three()]
    assert back == expected


def test_a_broken_line_names_its_number(tmp_path: Path):
    path = tmp_path / "i.jsonl"
    jsonlines.write([clash()], path)
    path.write_text(path.read_text(encoding="utf-8") + '{"schema": "warmonitor-incident/1"}\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"i\.jsonl:2"):
        list(jsonlines.read(path))


def test_rows_of_each_table_have_as_many_values_as_the_dictionary_has_columns(tmp_path: Path):
    tables.write(three(), tmp_path / "csv")
    for table in TABLES:
        with (tmp_path / "csv" / f"{table}.csv").open(newline="", encoding="utf-8") as f:
            lines = list(csv.reader(f))
        assert lines[0] == [c.name for c in columns(table)]
        assert {len(line) for line in lines} == {len(columns(table))}
        assert all(c.meaning for c in columns(table))


def test_each_format_says_why_it_cannot_carry_a_field():
    for row in data.rows("losses", "format", "field", "why"):
        assert row["format"] in exports()
        assert row["field"] in FIELDS
        assert row["why"]
    assert "injured" in carried_not("acled")
    assert "injured" in carried_not("ged")
    assert carried_not("jsonl") == {}


def test_the_loss_report_accounts_for_every_incident_read(tmp_path: Path):
    pytest.importorskip("pyarrow")
    list(export(three(), tmp_path, list(exports())))
    for path in tmp_path.glob("*.loss.json"):
        report = json.loads(path.read_text(encoding="utf-8"))
        assert report["incidents_read"] == 3
        assert report["incidents_written"] + sum(report["left_out"].values()) == 3
        assert report["policy"].startswith("strict@")


def test_a_row_with_too_few_cells_in_a_mapping_is_an_error_that_names_the_line(monkeypatch):
    from warmonitor.errors import BadRule

    monkeypatch.setattr(data, "text", lambda name: "a,b\n1,2\n3\n")
    with pytest.raises(BadRule, match=r"made-up\.csv:3"):
        data.rows("made-up", "a", "b")


def test_semicolons_inside_a_value_do_not_split_a_list(tmp_path: Path):
    odd = replace(shelling(), sources=tuple(replace(s, outlet="News; Views") for s in shelling().sources))
    tables.write([odd], tmp_path / "csv")
    with (tmp_path / "csv" / "incidents.csv").open(newline="", encoding="utf-8") as f:
        assert next(csv.DictReader(f))["outlets"] == "News, Views"


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe = st.none() | words
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(
    words, maybe, st.none() | days, st.none() | st.integers(0, 10**6), st.none() | st.floats(-90, 90),
    st.sampled_from(["day", "week", "month", "year", "unknown"]),
)  # fmt: skip
def test_any_incident_reads_back_from_its_plain_form(text, other, day, number, degrees, precision):
    made = replace(
        shelling(),
        label=text,
        when=replace(shelling().when, start=day, precision=precision),
        places=(Place(text, other, degrees, degrees, 1, admin1=other, geonameid=number),),
        casualties=(killed(number, None, number),),
        claims=(said("c", "damage", text, text, sentence=text, who=other, said_on=other, via=(text,)),),
        sources=(PublishedSource(text, other, other, day, other),),
        grade=other,
    )
    assert from_plain(json.loads(json.dumps(to_plain(made)))) == made


NEW_FORMAT = '''"""Identifiers only, one a line."""

from pathlib import Path

from warmonitor.publish.loss import Loss
from warmonitor.publish.sink import Edition, write_with

FORMAT = "ids"
FILE = "ids.txt"


class Ids:
    def __init__(self, out, edition):
        self.loss, self.file = Loss(FORMAT, edition.policy), Path(out).open("w")

    def add(self, cleared):
        if cleared.incident.type == "protest":
            return "no protests here"
        self.file.write(cleared.incident.id + "\\n")
        return 1

    def close(self):
        self.file.close()


def open_sink(out, edition):
    return Ids(out, edition)


def write(incidents, out, *, policy=None):
    return write_with(open_sink, incidents, out, policy)
'''


def test_a_new_format_is_one_file_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "ids_format.py").write_text(NEW_FORMAT, encoding="utf-8")
    monkeypatch.setattr(warmonitor.publish, "__path__", [*warmonitor.publish.__path__, str(tmp_path)])
    exports.cache_clear()
    try:
        loss = find("ids").write(three(), tmp_path / "ids.txt")
    finally:
        exports.cache_clear()
    assert (tmp_path / "ids.txt").read_text(encoding="utf-8").split() == [shelling().id, clash().id]
    assert (loss.rows, dict(loss.left_out)) == (2, {"no protests here": 1})
    assert (tmp_path / "ids.txt.loss.json").exists()
