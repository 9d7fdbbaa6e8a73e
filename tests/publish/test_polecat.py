"""The POLECAT-shaped file: columns, codes, and the word for what is missing."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from tests.publish.incidents import protest, shelling, three

from warmonitor.lexicon import exports
from warmonitor.publish import polecat

COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Event Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|"
    "Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
    "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")


def rows_of(tmp_path: Path, *incidents) -> list[dict[str, str]]:
    polecat.write(incidents, tmp_path / "polecat.tsv")
    with (tmp_path / "polecat.tsv").open(newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def test_40_tab_separated_columns_and_the_word_none_for_what_is_missing(tmp_path: Path):
    rows = rows_of(tmp_path, *three())
    assert list(rows[0]) == COLUMNS
    assert len(rows) == 3
    assert {(r["Actor COW"], r["Wikipedia Actor ID"], r["Feature Type"]) for r in rows} == {("None", "None", "None")}
    assert not any(value == "" for r in rows for value in r.values())


def test_a_shelling_is_an_assault_with_heavy_weapons_at_its_intensity(tmp_path: Path):
    (row,) = rows_of(tmp_path, shelling())
    assert [row[c] for c in ("Event Type", "Event Mode", "Event Intensity", "Quad Code")] == [
        "ASSAULT", "heavy-weapons", "-9.5", "MATERIAL CONFLICT",
    ]  # fmt: skip
    assert (row["Primary Actor Sector"], row["Actor Country"], row["Recipient Sectors"]) == ("PRM", "IRQ", "MIL; CVL")
    assert row["Recipient Name"] == "Iraqi army; [name withheld]"


def test_every_type_and_mode_of_the_mapping_has_a_score_and_a_quad_class():
    scores = exports.lookup("polecat_scores", "code", "score")
    quads = exports.lookup("polecat_quad", "event_type", "quad")
    mapped = [
        r for r in exports.rows("polecat_types", "type", "subtype", "event_type", "mode", "contexts") if r["event_type"]
    ]
    assert len(mapped) == 20
    assert all((f"{r['event_type']}:{r['mode']}" if r["mode"] else r["event_type"]) in scores for r in mapped)
    assert all(r["event_type"] in quads for r in mapped)


def test_an_act_that_plover_has_no_type_for_is_left_out_with_the_reason(tmp_path: Path):
    act = replace(protest(), type="strategic", subtype="formal-act")
    loss = polecat.write([act], tmp_path / "p.tsv")
    assert dict(loss.left_out) == {"no event type of PLOVER's for strategic/formal-act": 1}
