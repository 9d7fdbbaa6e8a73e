"""Questions that make no sense are refused by name; nothing found is an answer only where something could have been."""

from __future__ import annotations

import pytest

from warmonitor.errors import BadOption
from warmonitor.ledger import Asked
from warmonitor.ledger.asked import check


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked(since="yesterday"), "'yesterday' is no day"),
        (Asked(until="2021-02-30"), "'2021-02-30' is no day"),
        (Asked(kind="bombing"), "no type 'bombing'; known are battle, explosion"),
        (Asked(country="Yemen"), "'Yemen' is no code of ISO 3166-1"),
        (Asked(toll=3, toll_kind="kills"), "no toll 'kills'; known are killed, injured"),
        (Asked(grade="sure"), "no grade 'sure'; known are single-source"),
        (Asked(standing="open"), "no standing 'open'; known are new"),
        (Asked(box=(15.0, 43.0, 12.0, 46.0)), "south below north"),
        (Asked(around=(95.0, 44.0, 10.0)), "is no circle"),
        (Asked(words="?!"), "'\\?!' holds no word"),
    ],
)
def test_a_question_that_nothing_could_answer_is_refused_with_the_choices(asked: Asked, said: str) -> None:
    with pytest.raises(BadOption, match=said):
        check(asked)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(kind="battle"), Asked(kind="air-strike"), Asked(kind="explosion/air-strike"), Asked(country="ye"),
        Asked(box=(-10.0, 170.0, 10.0, -170.0)), Asked(around=(90.0, 0.0, 0.0)), Asked(since="2021-02-28"),
    ],
)  # fmt: skip
def test_sound_questions_pass(asked: Asked) -> None:
    assert check(asked) is None  # type: ignore[func-returns-value]
