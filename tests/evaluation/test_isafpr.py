"""Releases of one side as flat rows."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from evaluation.isafpr import predictions, release_day


@cache
def row(body: str) -> dict[str, Any]:
    text = f"For Immediate Release KABUL, Afghanistan (June 7, 2011) - {body}"
    (prediction,) = predictions([{"doc_id": "own", "date": "2011-06-07", "text": text}])
    return dict(prediction)


def test_detentions_are_dated_placed_and_counted() -> None:
    found = row("A patrol detained two suspected insurgents during an operation in Logar province yesterday.")
    assert (found["start_date"], found["event_type"], found["province"]) == ("2011-06-06", ["detention"], ["logar"])
    assert (found["min_killed"], found["min_captured"]) == (0, 2)


def test_several_count_as_three() -> None:
    assert row("Coalition forces killed several insurgents in Khost province today.")["min_killed"] == 3


def test_the_leader_is_counted_with_those_taken_later() -> None:
    found = row(
        "A patrol captured a Taliban leader in Ghazni province today. Two additional suspected insurgents were detained."
    )
    assert found["min_captured"] == 3


def test_own_losses_are_not_counted() -> None:
    assert row("Insurgents killed two coalition soldiers in Zabul province today.")["min_killed"] == 0


def test_the_day_of_release_is_read_from_the_dateline() -> None:
    assert release_day("KABUL, Afghanistan (June 7, 2011) - A patrol", None) == date(2011, 6, 7)
