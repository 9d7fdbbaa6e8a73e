"""Programs that are not ours open what is exported: pandas, DuckDB, geopandas, shapely, libhxl."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from tests.publish.incidents import clash, protest, shelling, three

from warmonitor.publish import acled, geojson, geoparquet, hxl, parquet, tables


def test_pandas_reads_the_parquet_with_its_types_and_nested_claims(tmp_path: Path):
    pytest.importorskip("pyarrow")
    pd = pytest.importorskip("pandas")
    parquet.write(three(), tmp_path / "i.parquet")
    frame = pd.read_parquet(tmp_path / "i.parquet")
    assert frame["killed_low"].tolist()[:2] == [3, 8]
    assert pd.isna(frame["killed_low"][2])
    assert str(frame["time_utc"].dtype).endswith("UTC]")
    assert [c["speaker"] for c in frame["claims_list"][0]][:2] == ["Interior Ministry", "medics"]


def test_duckdb_sums_the_toll_by_speaker_out_of_the_parquet(tmp_path: Path):
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    parquet.write(three(), tmp_path / "i.parquet")
    query = f"""select c.speaker, sum(try_cast(c.value as int)) from (select unnest(claims_list) c from '{tmp_path}/i.parquet')
        where c.attribute = 'killed' group by 1 order by 1"""
    assert duckdb.sql(query).fetchall() == [("Interior Ministry", 3), ("army", 8), ("medics", 5)]


def test_geopandas_reads_the_geoparquet_as_wgs84_points(tmp_path: Path):
    pytest.importorskip("pyarrow")
    gpd = pytest.importorskip("geopandas")
    geoparquet.write(three(), tmp_path / "i.parquet")
    frame = gpd.read_parquet(tmp_path / "i.parquet")
    assert frame.crs.to_string() == "OGC:CRS84"
    assert [g.geom_type if g else None for g in frame.geometry] == ["Point", "MultiPoint", None]
    assert (frame.geometry[0].x, frame.geometry[0].y) == (42.99, 33.5)


def test_geopandas_and_shapely_read_the_geojson(tmp_path: Path):
    shapely = pytest.importorskip("shapely")
    gpd = pytest.importorskip("geopandas")
    geojson.write(three(), tmp_path / "i.geojson")
    document = json.loads((tmp_path / "i.geojson").read_text(encoding="utf-8"))
    shapes = [shapely.geometry.shape(f["geometry"]) for f in document["features"] if f["geometry"]]
    assert [s.geom_type for s in shapes] == ["Point", "MultiPoint"]
    assert document["policy"].startswith("strict@")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frame = gpd.read_file(tmp_path / "i.geojson")
    assert frame["killed_low"].tolist()[:2] == [3, 8]
    assert frame["incident_id"].tolist() == [i.id for i in three()]


def test_libhxl_reads_the_tags_and_filters_by_them(tmp_path: Path):
    reader = pytest.importorskip("hxl")
    hxl.write([shelling(), clash()], tmp_path / "h.csv")
    with (tmp_path / "h.csv").open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = reader.data(file)
        assert data.display_tags[:3] == ["#event+code", "#event+type", "#cause+type"]
        assert len(data.columns) == len(hxl.columns()) == 31
        found = [r.get("#event+code") for r in data.with_rows("#affected+killed+min > 5")]
    assert found == [clash().id]


def test_pandas_reads_the_acled_file_by_its_documented_columns(tmp_path: Path):
    pd = pytest.importorskip("pandas")
    acled.write([shelling(), clash(), protest()], tmp_path / "a.csv")
    frame = pd.read_csv(tmp_path / "a.csv", parse_dates=["event_date"])
    assert len(frame.columns) == 31
    assert frame["fatalities"].sum() == 11
    assert set(frame["event_type"]) == {"Battles", "Explosions/Remote violence", "Protests"}


def test_duckdb_joins_the_flat_tables(tmp_path: Path):
    duckdb = pytest.importorskip("duckdb")
    tables.write(three(), tmp_path / "csv")
    counted = duckdb.sql(
        f"""select i.incident_id, count(*) from '{tmp_path}/csv/incidents.csv' i join '{tmp_path}/csv/claims.csv' c
        using (incident_id) group by 1 order by 1"""
    ).fetchall()
    assert counted == [(shelling().id, 5), (clash().id, 1)]
