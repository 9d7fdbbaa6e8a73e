"""ACLED's rules hold in the ACLED-shaped file."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.incidents import QASR, clash, day, killed, protest, said, shelling, three

from warmonitor.lexicon import exports as data
from warmonitor.model import When
from warmonitor.model.published import PublishedActor
from warmonitor.publish import acled
from warmonitor.publish.acled_rules import Party, days, event_type, fatalities, interaction, shares

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
    "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
    "geo_precision source source_scale notes fatalities tags timestamp"
).split()

KINDS = {r["kind"]: int(r["acled"]) for r in data.rows("actor_kinds", "kind", "acled", "ged", "polecat") if r["acled"]}


def rows_of(tmp_path: Path, *incidents) -> list[dict[str, str]]:
    acled.write(incidents, tmp_path / "acled.csv")
    with (tmp_path / "acled.csv").open(newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def test_the_file_has_the_31_columns_in_order(tmp_path: Path):
    acled.write(three(), tmp_path / "acled.csv")
    with (tmp_path / "acled.csv").open(encoding="utf-8") as f:
        assert f.readline().strip().split(",") == COLUMNS


def test_a_shelling_takes_the_lowest_figure_and_the_day_it_was(tmp_path: Path):
    (row,) = rows_of(tmp_path, shelling())
    assert {k: row[k] for k in ("event_date", "time_precision", "event_type", "sub_event_type", "disorder_type")} == {
        "event_date": "2021-05-06",
        "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "disorder_type": "Political violence",
    }
    assert (row["fatalities"], row["inter1"], row["inter2"], row["interaction"]) == ("3", "3", "1", "13")
    assert (row["iso"], row["region"], row["country"], row["admin1"]) == ("368", "Middle East", "Iraq", "Anbar")
    assert (row["source"], row["timestamp"], row["tags"]) == ("Harbour Wire; Plains Daily", "", "")
    assert "Killed, by speaker: Interior Ministry: 3; medics: 5" in row["notes"]


def test_three_known_days_at_two_places_are_six_rows_with_the_dead_divided_and_the_remainder_first(tmp_path: Path):
    rows = rows_of(tmp_path, clash())
    assert [(r["location"], r["event_date"]) for r in rows] == [
        (place, f"2021-05-0{n}") for place in ("Qasr Amij", "Tell Sufuk") for n in (2, 3, 4)
    ]
    assert [r["fatalities"] for r in rows] == ["3", "1", "1", "1", "1", "1"]
    assert len({r["event_id_cnty"] for r in rows}) == 6


def test_an_army_outside_its_country_is_an_external_force_and_rebels_come_first_in_the_pair(tmp_path: Path):
    rows = rows_of(tmp_path, clash())
    at_home, abroad = rows[0], rows[3]
    assert (at_home["inter1"], at_home["inter2"], at_home["interaction"]) == ("2", "1", "12")
    assert (abroad["country"], abroad["inter2"], abroad["interaction"]) == ("Syria", "8", "28")


def test_a_march_that_police_broke_up_has_protesters_first_and_is_deadly_only_with_dead(tmp_path: Path):
    (row,) = rows_of(tmp_path, protest())
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"]) == ("Protesters (Iraq)", "students", "police")
    assert (row["sub_event_type"], row["disorder_type"], row["interaction"]) == (
        "Protest with intervention",
        "Demonstrations",
        "16",
    )
    deadly = replace(protest(), casualties=(killed(2, 2, 2, "civilian"),))
    (row,) = rows_of(tmp_path, deadly)
    assert (row["sub_event_type"], row["disorder_type"]) == (
        "Excessive force against protesters",
        "Political violence; Demonstrations",
    )


def test_an_attack_on_civilians_by_nobody_known_is_by_an_unidentified_group(tmp_path: Path):
    attack = replace(
        shelling(),
        type="violence-against-civilians",
        subtype="attack",
        actors=(PublishedActor("farmers", "target", "stated", "civilians", "IQ"),),
    )
    (row,) = rows_of(tmp_path, attack)
    assert (row["actor1"], row["actor2"], row["assoc_actor_2"]) == (
        "Unidentified Armed Group (Iraq)",
        "Civilians (Iraq)",
        "farmers",
    )
    assert (row["interaction"], row["civilian_targeting"]) == ("37", "Civilian targeting")


def test_a_perpetrator_named_only_to_deny_it_is_no_actor(tmp_path: Path):
    denied = replace(shelling(), actors=(replace(shelling().actors[0], status="denied"), shelling().actors[1]))
    (row,) = rows_of(tmp_path, denied)
    assert row["actor1"] == "Unidentified Armed Group (Iraq)"
    assert "Falcons Brigade (denied by Falcons Brigade)" in row["notes"]


@pytest.mark.parametrize(
    ("winner", "sub_event"),
    [
        ("state-forces", "Government regains territory"),
        ("rebel-group", "Non-state actor overtakes territory"),
        ("unknown", "Armed clash"),
    ],
)
def test_who_gains_the_ground_decides_the_sub_event(winner: str, sub_event: str, tmp_path: Path):
    gained = replace(
        clash(),
        subtype="territory-gained",
        places=(QASR,),
        actors=(PublishedActor("A", "perpetrator", "stated", winner, "IQ"),),
    )
    assert {r["sub_event_type"] for r in rows_of(tmp_path, gained)} == {sub_event}


def test_a_week_is_one_row_at_its_middle_and_a_year_is_left_out(tmp_path: Path):
    week = replace(protest(), when=day("2021-04-26", "2021-05-02", "week"))
    assert [(r["event_date"], r["time_precision"]) for r in rows_of(tmp_path, week)] == [("2021-04-29", "2")]
    month = replace(protest(), when=day("2021-04-01", "2021-04-30", "month"))
    assert [(r["event_date"], r["time_precision"]) for r in rows_of(tmp_path, month)] == [("2021-04-15", "3")]
    loss = acled.write([replace(protest(), when=day("2020-01-01", "2020-12-31", "year"))], tmp_path / "a.csv")
    assert dict(loss.left_out) == {"the day is not known to a month": 1}


def test_a_night_is_one_row_within_a_week():
    assert days(day("2021-05-06", "2021-05-07")) == ((date(2021, 5, 6), 2),)
    assert days(When(None, date(2021, 5, 7), "unknown", "none")) == ()


@pytest.mark.parametrize(
    ("word", "figure"), [("dozens", 12), ("several", 3), ("hundreds", 100), ("tens of people", 10)]
)
def test_vague_words_count_as_acled_counts_them(word: str, figure: int):
    vague = replace(
        shelling(), casualties=(killed(2, None, None, "target", "c1"),), claims=(said("c1", "killed", word, "medics"),)
    )
    assert fatalities(vague) == figure


def test_an_exact_figure_beside_a_vague_one_wins():
    both = replace(
        shelling(),
        casualties=(killed(14, 14, 14, "target", "c1", "c2"),),
        claims=(said("c1", "killed", "dozens", "medics"), said("c2", "killed", 14, "police")),
    )
    assert fatalities(both) == 14


@given(st.integers(0, 5000), st.integers(1, 60))
def test_shares_add_up_and_only_the_first_may_be_larger(whole: int, parts: int):
    divided = list(shares(whole, parts))
    assert sum(divided) == whole
    assert set(divided[1:]) <= {whole // parts}


def test_the_notes_group_figures_by_speaker_and_keep_denials_and_bounds(tmp_path: Path):
    claims = (
        said("c1", "killed", 3, "medics"),
        said("c2", "killed", 5, "medics", bound="min"),
        said("c3", "killed", 5, "army", stance="denies"),
        said("c5", "killed", 4, "narrator", report="daily-2"),
        said("c4", "killed", 1, "medics", who="children"),
    )
    (row,) = rows_of(tmp_path, replace(protest(), claims=claims))
    assert row["notes"] == (
        "Police disperse a march in Dusty Wells. Killed, by speaker: medics: 3, at least 5; army: denies 5; Plains Daily itself: 4."
    )


def test_loss_report_counts_injured_claims_and_weapons_that_have_no_column(tmp_path: Path):
    report = acled.write([shelling()], tmp_path / "acled.csv").report()
    lost = {f["field"]: f["values"] for f in report["not_carried"]}
    assert (lost["injured"], lost["claims"], lost["weapons"], lost["clock time"]) == (1, 5, 1, 1)
    assert (tmp_path / "acled.csv.loss.json").read_text(encoding="utf-8").count('"why": ""') == 0


@given(st.sampled_from(sorted(KINDS)), st.none() | st.sampled_from(sorted(KINDS)))
def test_every_pair_of_kinds_has_a_code_of_acleds(first: str, second: str | None):
    codes = {r["code"] for r in data.rows("acled_codes", "column", "code", "meaning") if r["column"] == "interaction"}
    made = [Party("x", (), KINDS[k]) for k in (first, second) if k is not None]
    assert str(interaction(made[0], made[1] if len(made) > 1 else None)) in codes


def test_a_side_of_unknown_kind_has_no_interaction():
    assert interaction(Party("x", (), None), Party("y", (), 7)) is None
    assert interaction(None, None) is None


def test_every_type_of_ours_has_one_of_acleds_from_its_hierarchy():
    types = {
        (r["type"], r["subtype"])
        for r in data.rows("acled_types", "type", "subtype", "when", "event_type", "sub_event_type")
    }
    assert len(types) == 24
    found = {event_type(replace(protest(), type=t, subtype=s, actors=(), casualties=())) for t, s in types}
    assert None not in found
    assert {f.disorder for f in found if f} == {"Political violence", "Demonstrations", "Strategic developments"}
    assert event_type(replace(protest(), subtype="other")) is None
