"""UCDP's rules hold in the GED-shaped file."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.incidents import QASR, TELL, clash, day, killed, protest, shelling, three

from warmonitor.model import Place
from warmonitor.model.published import PublishedActor
from warmonitor.publish import ged
from warmonitor.publish.ged import date_precision, where_precision

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end "
    "deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
FOREIGN = [
    c
    for c in COLUMNS
    if c.endswith(("dset_id", "new_id")) or c in ("relid", "priogrid_gid", "country_id", "gwnoa", "gwnob")
]


def rows_of(tmp_path: Path, *incidents) -> list[dict[str, str]]:
    ged.write(incidents, tmp_path / "ged.csv")
    with (tmp_path / "ged.csv").open(newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def test_the_file_has_the_49_columns_in_order_and_no_id_of_another_project(tmp_path: Path):
    rows = rows_of(tmp_path, *three())
    assert list(rows[0]) == COLUMNS
    assert len(FOREIGN) == 13
    assert {row[c] for row in rows for c in FOREIGN} == {""}


def test_an_incident_without_a_certain_death_is_left_out_and_said_so(tmp_path: Path):
    loss = ged.write([replace(shelling(), casualties=(killed(None, None, 20),)), protest()], tmp_path / "ged.csv")
    assert loss.rows == 0
    assert dict(loss.left_out) == {
        "no death that is certain": 1,
        "no two sides of which one is a state or an organised actor": 1,
    }


def test_a_militia_against_an_army_is_state_based_with_the_state_as_side_a_and_its_dead_there(tmp_path: Path):
    (row,) = rows_of(tmp_path, shelling())
    assert (row["type_of_violence"], row["side_a"]) == ("1", "Iraqi army")
    assert row["side_b"] == "Falcons Brigade (alleged by Interior Ministry, denied by Falcons Brigade)"
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")] == ["4", "0", "0", "0"]
    assert [row[c] for c in ("low", "best", "high")] == ["3", "4", "5"]
    assert (row["number_of_sources"], row["source_original"]) == ("2", "Interior Ministry; medics")


def test_the_parts_always_add_up_to_best_and_low_best_high_are_in_order(tmp_path: Path):
    mixed = replace(
        shelling(),
        casualties=(
            killed(2, 2, 2, "target"),
            killed(1, None, None, "civilian"),
            killed(3, 4, 9, "perpetrator"),
            killed(1, 1, 1, "unknown"),
        ),
    )
    (row,) = rows_of(tmp_path, mixed)
    parts = [int(row[c]) for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert parts == [2, 4, 1, 1]
    assert sum(parts) == int(row["best"]) == 8
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


def test_killing_of_civilians_by_a_group_is_one_sided(tmp_path: Path):
    attack = replace(
        shelling(),
        actors=(
            PublishedActor("Plains Front", "perpetrator", "claimed", "rebel-group"),
            PublishedActor("farmers", "target", "stated", "civilians"),
        ),
    )
    (row,) = rows_of(tmp_path, attack)
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["deaths_civilians"]) == (
        "3",
        "Plains Front",
        "Civilians",
        "4",
    )


def test_two_groups_without_a_state_are_non_state(tmp_path: Path):
    feud = replace(
        clash(),
        actors=(
            PublishedActor("A Front", "participant", "stated", "rebel-group"),
            PublishedActor("B Militia", "participant", "stated", "militia"),
        ),
    )
    (row,) = rows_of(tmp_path, feud)
    assert (row["type_of_violence"], row["dyad_name"]) == ("2", "A Front - B Militia")


def test_the_dead_of_a_clash_without_a_known_attacker_are_of_an_unknown_side(tmp_path: Path):
    (row,) = rows_of(tmp_path, replace(clash(), casualties=(killed(1, 1, 1, "target"), killed(2, 2, 2, "civilian"))))
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")] == ["0", "0", "2", "1"]


def test_an_open_best_figure_is_the_low_one_and_several_places_cannot_be_undone(tmp_path: Path):
    (row,) = rows_of(tmp_path, clash())
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("8", "8", "8", "8")
    assert (row["event_clarity"], row["where_prec"], row["where_description"]) == ("2", "5", "Qasr Amij; Tell Sufuk")
    assert (row["date_prec"], row["date_start"], row["date_end"]) == ("2", "2021-05-02", "2021-05-04")
    assert row["geom_wkt"] == "POINT (42.99 33.5)"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2021-01-01", "2021-01-01", 1),
        ("2021-01-01", "2021-01-06", 2),
        ("2021-01-04", "2021-01-10", 3),
        ("2021-01-01", "2021-01-31", 4),
        ("2021-01-01", "2021-12-31", 5),
        ("2021-01-01", "2022-12-31", None),
    ],
)
def test_date_precision_by_the_length_of_the_stretch(first: str, last: str, code: int | None):
    assert date_precision(day(first, last)) == code


def test_where_precision_follows_ours_and_the_kind_of_place():
    assert [where_precision(p) for p in (QASR, TELL)] == [1, 2]
    wide = Place("Wide", "IQ", 33.0, 43.0, 3)
    assert [where_precision(replace(wide, kind=k)) for k in ("town", "district", "province", "river", "country")] == [
        4,
        3,
        4,
        5,
        6,
    ]
