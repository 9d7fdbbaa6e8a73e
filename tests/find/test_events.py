"""What is an event, and what only sounds like one."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.events import find_events


def actual(text: str) -> list[str]:
    """First subtype of each mention that tells of something that happened."""
    return [e.subtypes[0] for e in find_events(reading_of(text)) if e.realis == "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "The group threatened to attack the embassy.",
        "Rebels plan to bomb the bridge.",
        "The army will shell the town.",
        "If militants attack the dam, the valley floods.",
        "Officials warned of further attacks.",
        "The minister said the country will not tolerate attacks on its troops.",
        "A delegation will leave for the coast to negotiate the release of four hostages.",
        "The mayor pushes for a withdrawal from the town.",
        "The army moved in with the aim of retaking the hill and killing the warlord.",
        "This militia is capable of shelling the capital.",
        "The drill simulated a rocket attack on the port.",
    ],
)
def test_what_is_planned_threatened_or_feared_has_not_happened(text: str) -> None:
    assert actual(text) == []


def test_a_denied_happening_is_told_as_negated() -> None:
    assert [e.realis for e in find_events(reading_of("The army did not shell the town on Monday."))] == ["negated"]


def test_a_standing_habit_is_no_event() -> None:
    assert actual("The militants continue to attack bases in the province.") == []


def test_a_body_described_by_what_it_does_is_no_event() -> None:
    assert actual("The coalition fighting the insurgents met in Geneva.") == []


def test_definite_nouns_point_back_and_fresh_ones_forward() -> None:
    first, second = find_events(reading_of("The attack came a day after another bombing."))
    assert (first.definite, first.fresh) == (True, False)
    assert (second.definite, second.fresh) == (False, True)


def test_what_somebody_negotiated_came_about() -> None:
    assert actual("The mayor negotiated the release of four hostages in Kirkuk on Monday.") == ["release"]


def test_what_this_was_points_back() -> None:
    (_, attack) = find_events(reading_of("A bomb exploded in Kirkuk. This was an attack on all of us."))
    assert attack.definite


def test_what_had_happened_to_people_is_no_part_of_what_happened_then() -> None:
    struck, shot = find_events(reading_of("The bomber struck mourners of a judge who had been shot in the town."))
    assert (struck.bond, shot.bond) == ("", "after")


@pytest.mark.parametrize(("text", "count"), [("A bomb ripped through a bus in Kirkuk.", 1), ("Panic ripped through the army in Kirkuk.", 0)])
def test_only_blasts_rip_through_people(text: str, count: int) -> None:
    assert len(actual(text)) == count


def test_a_result_and_its_cause_in_one_clause_are_one_happening() -> None:
    killed, attack = find_events(reading_of("Two soldiers were killed in a rocket attack."))
    assert (attack.under, attack.bond) == (0, "same")
    assert killed.under is None


def test_after_keeps_two_attacks_apart() -> None:
    _, second = find_events(reading_of("Jets bombed the camp after gunmen attacked a convoy."))
    assert second.bond == "after"


@pytest.mark.parametrize(
    "text",
    [
        "The guard is the fourth person to die in 25 attacks so far this year.",
        "There have been several cases of lynchings in the hills over the past year.",
        "The militia committed atrocities in the valley.",
    ],
)
def test_sums_over_a_year_and_words_that_only_judge_are_no_one_happening(text: str) -> None:
    assert [e.realis for e in find_events(reading_of(text)) if e.plural] == ["generic"]


def test_what_a_unit_launched_is_told_even_over_a_span() -> None:
    assert "air-strike" in actual("The alliance launched 300 air strikes since the start of the operation.")


def test_deaths_after_an_attack_are_that_attack() -> None:
    _, attack = find_events(reading_of("Three villagers were killed after gunmen attacked their bus."))
    assert attack.bond == "same"


def test_retaliation_names_what_it_answers() -> None:
    strikes, rockets = find_events(reading_of("The air strikes were carried out in retaliation for the rocket attack."))
    assert strikes.cause is None and rockets.cause == 0


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Rebels captured the town of Sela.", "territory-gained"),
        ("Troops seized two trucks.", "looting-destruction"),
        ("Police captured three gunmen.", "arrest"),
        ("Schoolgirls were captured by militants in the village.", "abduction"),
        ("The army captured the eastern part of the town.", "territory-gained"),
        ("The militants set fire to the clinic.", "looting-destruction"),
        ("Villagers caught two raiders, who were handed over to the police.", "arrest"),
    ],
)
def test_taking_means_what_is_taken(text: str, subtype: str) -> None:
    assert find_events(reading_of(text))[0].subtypes[0] == subtype


def test_an_attempt_with_explosives_that_fails_is_a_disrupted_attack() -> None:
    assert "disrupted-attack" in actual("A man tried to bomb the station on Monday.")


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Stones had been thrown at officers in Kano.", "mob-violence"),
        ("Tear gas was fired at marchers in Kano.", "with-intervention"),
        ("A ceasefire was signed in Kano on Monday.", "agreement"),
    ],
)
def test_a_phrase_is_known_in_its_passive_too(text: str, subtype: str) -> None:
    assert subtype in [e.subtypes[0] for e in find_events(reading_of(text))]


def test_what_is_expected_of_others_has_not_happened() -> None:
    assert actual("The army expects the rebels to burn trucks in the coming days.") == []


def test_a_man_for_attacks_in_a_district_is_background() -> None:
    assert actual("He is the commander for attacks in the Velm district.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they would stop firing rockets at the city.",
        "Fighting militants is a priority for the government.",
        "The boycott would be accompanied by attacks on power lines, the report said.",
    ],
)
def test_what_would_be_begun_ended_or_accompanied_has_not_happened(text: str) -> None:
    assert actual(text) == []
