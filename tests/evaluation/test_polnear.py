"""The adapter to the attribution benchmark, on documents of our own."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.polnear import main


def predictions(folder: Path, text: str) -> list[dict[str, list[list[int]]]]:
    data, target = folder / "data.jsonl", folder / "predictions.jsonl"
    data.write_text(json.dumps({"doc_id": "d1", "text": text}) + "\n", encoding="utf-8")
    assert main([str(data), str(target)]) == 0
    row = json.loads(target.read_text(encoding="utf-8"))
    assert row["doc_id"] == "d1"
    return list(row["attributions"])


def words(text: str, spans: list[list[int]]) -> list[str]:
    return [text[a:b] for a, b in spans]


def test_source_cue_and_content_are_spans_of_the_text(tmp_path: Path) -> None:
    text = "The mayor said that the bridge was closed."
    (only,) = predictions(tmp_path, text)
    assert words(text, only["source"]) == ["The mayor"]
    assert words(text, only["cue"]) == ["said"]
    assert words(text, only["content"]) == ["that the bridge was closed"]


def test_wishes_count_there(tmp_path: Path) -> None:
    text = "The miners want to leave the valley."
    (only,) = predictions(tmp_path, text)
    assert words(text, only["content"]) == ["to leave the valley"]


def test_wrong_arguments_are_answered_with_the_usage(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
