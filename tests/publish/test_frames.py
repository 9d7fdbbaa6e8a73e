"""Frames for notebooks: typed, under a policy, and as docs/notebook.md says, whose code is run here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.publish.incidents import clash, protest, shelling, three

from warmonitor.errors import BadOption
from warmonitor.publish import jsonlines
from warmonitor.publish.frames import Incidents
from warmonitor.publish.policy import open_, strict

pytest.importorskip("pyarrow")


def test_pandas_frame_keeps_whole_numbers_whole_and_unknown_ones_unknown():
    pd = pytest.importorskip("pandas")
    frame = Incidents(three()).to_pandas()
    assert str(frame["killed_low"].dtype) == "Int64"
    assert frame["killed_low"].tolist()[:2] == [3, 8]
    assert frame["killed_high"].isna().tolist() == [False, True, True]
    assert frame["time_utc"][0] == pd.Timestamp(datetime(2021, 5, 6, 19, 30, tzinfo=UTC))
    assert frame["date_start"].dt.day.tolist() == [6, 2, 5]
    assert frame.attrs["policy"] == strict().mark


def test_frames_withhold_names_unless_the_open_policy_is_asked_for():
    pytest.importorskip("pandas")
    assert "Samir Haddad" not in Incidents(three()).to_pandas().to_csv()
    assert "Samir Haddad" in Incidents(three(), policy=open_()).to_pandas().to_csv()
    waiting = Incidents(three(), policy=replace(strict(), delay_days=1000))
    frame = waiting.to_pandas()
    assert (len(frame), frame.attrs["withheld"]) == (0, 3)


def test_polars_frame_of_links_and_sources_has_typed_columns():
    pl = pytest.importorskip("polars")
    links = Incidents(three()).to_polars("links")
    assert links.schema["hedged"] == pl.Boolean
    assert links.rows() == [
        (shelling().id, clash().id, "response-to", True, "It may have been revenge.", "wire-1"),
    ]
    assert Incidents(three()).to_polars("sources").height == 4


def test_geopandas_frame_has_the_geometry_of_all_places():
    pytest.importorskip("geopandas")
    frame = Incidents(three()).to_geopandas()
    assert [g.geom_type if g else None for g in frame.geometry] == ["Point", "MultiPoint", None]
    assert frame.crs.to_epsg() == 4326


def test_an_empty_stream_is_an_empty_frame_with_all_its_columns():
    pytest.importorskip("pandas")
    frame = Incidents([]).to_pandas("claims")
    assert frame.shape == (0, 14)


def test_another_table_is_an_error_that_names_the_choices():
    with pytest.raises(BadOption, match="incidents, claims, links, sources"):
        Incidents([protest()]).to_arrow("people")


def test_the_code_of_the_notebook_page_runs(tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]):
    for library in ("pandas", "polars", "geopandas"):
        pytest.importorskip(library)
    path = tmp_path / "incidents.jsonl"
    jsonlines.write(three(), path, policy=open_())
    page = (root / "docs" / "notebook.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    names: dict[str, object] = {"path": path}
    exec(compile(code, "docs/notebook.md", "exec"), names)
    assert "Interior Ministry asserts killed 3" in capsys.readouterr().out
    assert names["by_country"].to_dict() == {"Iraq": 11}
    assert names["tolls"].loc[shelling().id].dropna().to_dict() == {"Interior Ministry": "3", "medics": "5"}
    assert [r[0] for r in names["worst"].rows()] == [clash().id, shelling().id]
