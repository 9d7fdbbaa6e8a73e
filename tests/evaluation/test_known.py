"""Known mistakes are told in words."""

from __future__ import annotations

import copy
from pathlib import Path

from evaluation.gold import hand_coded
from evaluation.known import mistakes

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def test_differences_of_fields_missed_and_extra_incidents_are_named() -> None:
    gold = dict(hand_coded(SAMPLES))["garissa-wire"]
    record = copy.deepcopy(gold)
    for i in record["incidents"]:
        i |= {"id": i["key"], "label": "a label"}
    assert list(mistakes(gold, record)) == []
    bomb, device, arrests = record["incidents"]
    bomb["casualties"][0]["low"] = 4
    bomb["actors"][0]["name"] = "police"
    device |= {"subtype": "shelling", "type": "explosion", "date": {"start": "2011-01-01"}, "places": [], "actors": []}
    for c in record["claims"]:
        c["evidence"] = None
    assert list(mistakes(gold, record)) == [
        "market-bomb: perpetrator 'Juba Falcons' is missed",
        "market-bomb: 'police' is no perpetrator",
        "market-bomb: killed is 6, coded as 4..6",
        "second-device: missed (disrupted-attack)",
        "second-device: no incident of the report, but coded as 'a label'",
    ]
    assert arrests["subtype"] == "arrest"
