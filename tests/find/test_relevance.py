"""The cheap test before the parse: it keeps whatever can hold an incident, and rules out everyday texts fast."""

from __future__ import annotations

import json
import time
from pathlib import Path

from warmonitor.find.relevance import may_hold_incident
from warmonitor.lexicon.event_words import event_words


def everyday(root: Path) -> list[str]:
    return [
        t
        for p in sorted((root / "tests" / "everyday").glob("*.txt"))
        for t in p.read_text(encoding="utf-8").splitlines()
        if t
    ]


def test_no_example_of_an_event_file_is_ruled_out() -> None:
    assert [text for _, text, yes in event_words().examples if yes and not may_hold_incident(text)] == []


def test_no_hand_coded_report_with_an_incident_is_ruled_out(gold: Path) -> None:
    lost = []
    for path in sorted(gold.glob("*.txt")):
        coding = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if coding["incidents"] and not may_hold_incident(path.read_text(encoding="utf-8")):
            lost.append(path.stem)
    assert lost == []


def test_300_everyday_reports_a_cpu_second_are_looked_at(root: Path) -> None:
    texts = everyday(root)
    may_hold_incident(texts[0])  # the lexicon is loaded once
    began = time.process_time()
    for text in texts:
        may_hold_incident(text * 5)  # the length of a short report
    assert len(texts) / (time.process_time() - began) > 300


def test_three_in_five_everyday_texts_are_never_parsed(root: Path) -> None:
    texts = everyday(root)
    assert sum(may_hold_incident(t) for t in texts) <= 0.4 * len(texts)


def test_upper_case_does_not_hide_an_event() -> None:
    assert may_hold_incident("GUNMEN KIDNAPPED A JUDGE NEAR THE PORT.")


def test_a_recipe_is_ruled_out() -> None:
    assert not may_hold_incident("Beat the eggs with the sugar, fold in the flour, and bake for 40 minutes.")


def test_a_group_known_by_one_word_makes_a_capture_worth_reading() -> None:
    assert may_hold_incident("The force captured a Haqqani leader and two of his associates in Sarobi district.")
    assert not may_hold_incident("The painter captured the harbour in two of his pictures.")
