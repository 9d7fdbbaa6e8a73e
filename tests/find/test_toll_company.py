"""Figures far from their word, people among the dead, passages that are nobody."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.tolls import find_tolls


def told(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(t.kind, t.quantity, t.part) for t in find_tolls(reading_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from Sunday's bombing at a market in Arbo has risen to 12.", ("12",)),
        ("The death toll of Sunday's raids on two bases in Arbo rose to 31.", ("31",)),
        ("Officials put the death toll from the blast at a bus station at nine.", ("nine",)),
    ],
)
def test_the_number_of_a_toll_is_found_behind_its_other_company(text: str, expected: tuple[str, ...]) -> None:
    assert [q for _, q, _ in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three children were among the dead.", [("killed", ("three",), "subset")]),
        ("There were many women among those killed.", [("killed", ("many",), "subset")]),
        ("Among the wounded were two policemen.", [("injured", ("two",), "subset")]),
        ("Two reporters were among the 300 guests.", []),
    ],
)
def test_people_among_the_dead_are_a_part_of_them(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert told(text) == expected


def test_people_granted_passage_are_displaced_and_the_passage_is_nobody() -> None:
    assert told("More than 2,000 people were granted safe passage out of the town.") == [("displaced", ("more than 2,000",), "total")]
