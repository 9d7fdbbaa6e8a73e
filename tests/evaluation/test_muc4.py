"""Records as templates of the 1992 task: which acts count, and what their slots say."""

from __future__ import annotations

from functools import cache
from typing import Any

from evaluation.muc4 import predictions


@cache
def templates(body: str) -> list[dict[str, list[dict[str, Any]]]]:
    text = f"BOGOTA, 6 MAR 90 (NOTICIAS) -- [TEXT] {body}"
    (prediction,) = predictions([{"doc_id": "own", "date": "1990-03-06", "text": text}])
    return list(prediction["templates"])


def values(template: dict[str, list[dict[str, Any]]], slot: str) -> list[str]:
    return [f["value"] for f in template.get(slot, [])]


def test_a_bombing_has_its_day_instrument_and_target() -> None:
    (t,) = templates("GUERRILLAS TODAY EXPLODED A BOMB OUTSIDE A BANK IN CALI, COLOMBIA, WOUNDING TWO PEDESTRIANS.")
    assert (values(t, "inc_type"), values(t, "inc_date")) == (["BOMBING"], ["06 MAR 90"])
    assert values(t, "inc_instr_type") == ["BOMB"]
    assert values(t, "phys_tgt_type") == ["FINANCIAL"]
    assert (values(t, "hum_tgt_desc"), values(t, "hum_tgt_num"), values(t, "hum_tgt_effect")) == (
        ["PEDESTRIANS"],
        ["2"],
        ["INJURY"],
    )


def test_a_kidnapping_names_its_victim_and_its_doers() -> None:
    (t,) = templates("THREE GUNMEN KIDNAPPED SENATOR LUIS ARANGO IN CALI, COLOMBIA, YESTERDAY.")
    assert (values(t, "inc_type"), values(t, "inc_date")) == (["KIDNAPPING"], ["05 MAR 90"])
    assert values(t, "hum_tgt_name") == ["LUIS ARANGO"]
    assert values(t, "perp_ind_id") == ["THREE GUNMEN"]


def test_a_clash_of_soldiers_and_guerrillas_is_no_template() -> None:
    assert templates("TEN GUERRILLAS WERE KILLED IN A CLASH WITH ARMY TROOPS NEAR CALI, COLOMBIA, YESTERDAY.") == []


def test_an_act_of_years_ago_is_no_template() -> None:
    assert templates("GUERRILLAS KILLED TWO TEACHERS IN CALI, COLOMBIA, IN MAY 1985.") == []
