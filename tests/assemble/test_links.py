"""Links between incidents: which words make them, in which direction, and which words do not."""

from __future__ import annotations

import pytest
from tests.coded import coded

from warmonitor.lexicon.reactions import reactions

BOMBED = "Jets bombed a village near Sarmada on Monday, killing four people. "


def links(text: str) -> list[tuple[str, str, str, bool]]:
    return [(x.from_, x.to, x.relation, x.hedged) for x in coded(text).links]


@pytest.mark.parametrize(
    "text",
    [
        BOMBED + "The attack came in response to a rocket attack on an army base in Hama on Sunday, the ministry said.",
        "Gunmen killed five farmers in Benue on Tuesday. "
        "It was in retaliation for the killing of a herder in Makurdi on Sunday, police said.",
        "Thousands of people marched in Karachi on Sunday to protest against the murder of a journalist in Hyderabad.",
    ],
)
def test_the_answer_points_at_what_it_answers_also_across_sentences(text: str) -> None:
    assert links(text) == [("i1", "i2", "response-to", False)]


def test_what_appeared_to_be_revenge_is_a_hedged_answer() -> None:
    found = links(
        "Militants shot dead three soldiers in Quetta on Friday in what appeared to be revenge for the killing of their "
        "commander in Peshawar on Wednesday."
    )
    assert found == [("i1", "i2", "response-to", True)]


def test_a_response_without_its_cause_answers_what_was_told_last() -> None:
    found = links(
        "Rebels ambushed a convoy near Goma on Saturday and killed six soldiers. "
        "In response, the army shelled rebel positions around Rutshuru on Sunday."
    )
    assert found == [("i2", "i1", "response-to", False)]


def test_a_killing_that_sparked_riots_is_what_they_answer() -> None:
    found = links(
        "A police officer shot and killed a student in Nairobi on Monday. "
        "The killing sparked riots in Kisumu on Tuesday in which two people died."
    )
    assert found == [("i2", "i1", "response-to", False)]


def test_those_who_vowed_revenge_take_it_when_they_strike_soon_after() -> None:
    found = links(
        "The group vowed to avenge its leader, who was killed in a drone strike in Khost on Monday. "
        "On Friday its fighters shelled an army base in Gardez, killing two soldiers."
    )
    assert found == [("i2", "i1", "response-to", False)]


def test_what_came_days_after_only_follows() -> None:
    found = links("The arrests in Istanbul on Tuesday came a day after a bomb killed three people in Ankara.")
    assert found == [("i1", "i2", "follows", False)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed three people in Ankara on Monday. A day after, police arrested a man in Izmir.",
        "The group vowed to retaliate for the killing of its leader in Khost on Monday.",
        "Ambulances responded to the bombing in Ankara on Monday. On Tuesday gunmen shot a man in Izmir.",
    ],
)
def test_bare_time_vows_and_help_make_no_link(text: str) -> None:
    assert links(text) == []


def test_the_same_word_may_be_noun_and_verb_of_reaction() -> None:
    assert reactions()["revenge", "noun"] == reactions()["revenge", "verb"] == "answers"


def test_fights_of_one_side_told_after_its_operation_are_parts_of_it() -> None:
    text = (
        "Operation Long Spear was a military operation executed by Northland forces in May 2015 in Anbar province. The operation was the "
        "largest of the year. On 4 May Northland forces attacked Hit and took it. Then on 9 May Northland forces began to attack Rawa."
    )
    assert {(b, relation) for _, b, relation, _ in links(text)} == {("i1", "part-of")}
