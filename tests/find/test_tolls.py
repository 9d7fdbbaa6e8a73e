"""Figures of people harmed: what counts, who is counted, and what only looks like a toll."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading_of import reading_of

from warmonitor.find.tolls import find_tolls
from warmonitor.model.mention import TollMention


def tolls(text: str) -> list[TollMention]:
    return list(find_tolls(reading_of(text)))


def told(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(t.kind, t.quantity, t.part) for t in tolls(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed nine villagers.", [("killed", ("nine",), "total")]),
        ("Nine villagers were killed by shells.", [("killed", ("nine",), "total")]),
        ("Nine villagers died.", [("killed", ("nine",), "total")]),
        ("The blast left 12 dead and 40 wounded.", [("killed", ("12",), "total"), ("injured", ("40",), "total")]),
        ("Rescuers pulled 20 bodies from the rubble.", [("killed", ("20",), "total")]),
        ("Police arrested 30 protesters.", [("captured", ("30",), "total")]),
        (
            "Eighty people were hurt, among them 21 soldiers and six policemen.",
            [("injured", ("eighty",), "total"), ("injured", ("21",), "subset"), ("injured", ("six",), "subset")],
        ),
        ("The mayor still gives the toll as 16.", [("killed", ("16",), "total")]),
        ("Police put the number of arrests at 32.", [("captured", ("32",), "total")]),
        ("The raid killed nine soldiers and six Houthis.", [("killed", ("nine",), "total"), ("killed", ("six",), "total")]),
        ("Gunmen kidnapped six nurses.", [("abducted", ("six",), "total")]),
        ("Some 400 families fled their homes.", [("displaced", ("some 400",), "total")]),
    ],
)
def test_each_kind_is_read_from_its_own_words(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert told(text) == expected


def test_nationalities_side_by_side_make_one_figure() -> None:
    (toll,) = tolls("Two French and one Dutch soldier were killed.")
    assert (toll.quantity, toll.who) == (("two", "one"), "Two French and one Dutch soldier")


def test_groups_with_numbers_of_their_own_stay_apart() -> None:
    assert [(t.quantity, t.who) for t in tolls("Two soldiers and 16 gunmen were killed.")] == [
        (("two",), "soldiers"),
        (("16",), "gunmen"),
    ]


def test_a_number_counts_all_nouns_joined_behind_it() -> None:
    (toll,) = tolls("The raid killed at least 13 women and children.")
    assert (toll.quantity, toll.who) == (("at least 13",), "women and children")


def test_named_dead_are_counted_together() -> None:
    (toll,) = tolls("Ana Roe and Ben Sol were killed.")
    assert (toll.kind, toll.quantity, toll.who) == ("killed", ("one", "one"), "Ana Roe and Ben Sol")


def test_the_bomber_is_not_among_his_victims() -> None:
    assert told("The bomber detonated his vest, killing himself and six others.") == [("killed", ("six",), "others")]


def test_including_names_a_part_of_the_dead() -> None:
    parts = {
        t.who: t.part
        for t in tolls("Among the dead were a nurse and two guards. Four people died, including two children.")
    }
    assert parts["people"] == "total"
    assert "total" not in {part for who, part in parts.items() if who == "children"}


def test_the_dead_included_names_a_part() -> None:
    assert [(t.who, t.part) for t in tolls("The dead included three children.")] == [("children", "subset")]


def test_twelve_others_are_more_than_those_told_before() -> None:
    assert told("Twelve others were hurt.") == [("injured", ("twelve",), "others")]


def test_no_casualties_means_none_killed_and_none_injured() -> None:
    assert told("There were no casualties.") == [("injured", ("no",), "total"), ("killed", ("no",), "total")]


def test_nobody_is_zero() -> None:
    assert told("Nobody was killed in the blast.") == [("killed", ("none",), "total")]


def test_an_unknown_number_is_no_figure() -> None:
    assert told("An unknown number of people were hurt.") == []


def test_how_many_is_a_question_and_no_figure() -> None:
    assert told("It is not known how many people died.") == []


def test_raised_to_a_figure_from_an_older_one_keeps_both() -> None:
    (toll,) = tolls("The governor raised the toll to 18 from 12.")
    assert (toll.quantity, toll.replaces) == (("18",), "12")


def test_raised_by_gives_the_older_figure() -> None:
    (toll,) = tolls("The ministry said 14 people were injured, increasing the number of injured by two.")
    assert (toll.quantity, toll.replaces) == (("14",), "12")


def test_a_figure_since_june_belongs_to_no_single_day() -> None:
    (toll,) = tolls("More than 2,000 people have been killed since June.")
    assert toll.campaign


def test_captives_who_remain_are_a_part_of_those_taken() -> None:
    (toll,) = tolls("Hundreds of girls remain in captivity.")
    assert (toll.kind, toll.part, toll.who) == ("abducted", "subset", "girls who remain in captivity")


def test_respectively_gives_two_figures() -> None:
    assert [t.quantity for t in tolls("Ten and fourteen died respectively in the two blasts.")] == [
        ("ten",),
        ("fourteen",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 19th Division fired 40 rounds at the ridge.",
        "Jets destroyed 14 tanks near the bridge.",
        "The soldier, 31, drove 20 km to the base.",
        "The rebels captured 12 vehicles.",
        "The firm lost 3 million dollars.",
    ],
)
def test_rounds_tanks_ages_distances_and_money_are_no_tolls(text: str) -> None:
    assert told(text) == []


def test_an_age_is_not_the_number_of_the_injured() -> None:
    (toll,) = tolls("Shrapnel wounded a 12-year-old boy.")
    assert toll.quantity == ("one",)


@settings(max_examples=25, deadline=None)
@given(n=st.integers(2, 1899), kind=st.sampled_from([("killed", "killed"), ("wounded", "injured")]))
def test_any_number_in_digits_is_found_as_written(n: int, kind: tuple[str, str]) -> None:
    (toll,) = tolls(f"Rockets {kind[0]} {n:,} soldiers in the valley.")
    assert (toll.kind, toll.quantity) == (kind[1], (f"{n:,}",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten guards were killed and over 30 wounded.", [("killed", ("ten",), "total"), ("injured", ("over 30",), "total")]),
        ("Two cooks suffered burns in the attack.", [("injured", ("two",), "total")]),
        ("Three rangers lost their lives in the raid.", [("killed", ("three",), "total")]),
        ("The garrison lost nine men in the ambush.", [("killed", ("nine",), "total")]),
        ("The blast left 14 shoppers, among them two nurses, dead.", [("killed", ("14",), "total")]),
        ("The shell killed a cook and injured another.", [("killed", ("one",), "total"), ("injured", ("one",), "others")]),
        ("The army admitted 40 casualties, including 12 dead.", [("killed", ("12",), "total")]),
        ("The strike caused injuries to 18 pupils.", [("injured", ("18",), "total")]),
        ("The hospital received 14 bodies and 60 wounded.", [("killed", ("14",), "total"), ("injured", ("60",), "total")]),
    ],
)
def test_tolls_are_told_in_many_ways(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["Troops killed and wounded 18 rebels.", "Eighteen rebels were killed or wounded.", "The raid left 18 dead and wounded."]
)
def test_one_number_for_dead_and_wounded_bounds_both(text: str) -> None:
    assert {(t.kind, t.quantity[0].split()[-1].lower(), t.quantity[0].startswith("up to")) for t in tolls(text)} <= {
        ("killed", "18", True), ("injured", "18", True), ("killed", "eighteen", True), ("injured", "eighteen", True),
    }  # fmt: skip
    assert [t.kind for t in tolls(text)] == ["injured", "killed"]


def test_at_least_so_many_killed_and_wounded_tells_neither() -> None:
    assert tolls("At least 40 villagers were killed and injured.") == []


@pytest.mark.parametrize(
    ("text", "campaign"),
    [
        ("More than 80 people have been killed in the province since April.", True),
        ("During the past six months, 12 mayors have been killed.", True),
        ("Forty people have died in the eight-year insurgency.", True),
        ("A bomb killed nine guards in the deadliest attack in the past two years.", False),
        ("A bomb killed nine guards on Monday.", False),
        ("Nine guards were killed in the latest of a series of attacks this year.", False),
    ],
)
def test_figures_of_a_long_span_are_no_incidents_toll(text: str, campaign: bool) -> None:
    assert [t.campaign for t in tolls(text)] == [campaign]


def test_a_span_belongs_to_the_figure_of_its_own_clause() -> None:
    here, all_ = tolls("A mine killed three farmers on Monday, and 60 people have been killed since January.")
    assert (here.campaign, all_.campaign) == (False, True)


def test_people_spared_are_nobody_hurt_only_where_nobody_else_is_counted() -> None:
    assert told("The 19 lodgers were not injured in the fire bombing.") == [("injured", ("none",), "total")]
    assert told("A shell wounded two cooks. The guard was not wounded.") == [("injured", ("two",), "total")]


def test_the_wounds_of_those_who_died_count_no_injured() -> None:
    assert told("Two guards died while being treated for injuries.") == [("killed", ("two",), "total")]


def test_a_breakdown_behind_the_toll_is_a_part_of_it() -> None:
    assert told("Medics put the death toll at 57, with 32 people killed in Dar and the rest in Or.") == [
        ("killed", ("57",), "total"), ("killed", ("32",), "subset"),
    ]  # fmt: skip


def test_a_participle_without_its_object_tells_of_its_subject() -> None:
    assert told("He saw at least four people shot dead near the bridge.") == [("killed", ("at least four",), "total")]


def test_tens_of_thousands_is_one_number() -> None:
    assert told("The raids displaced tens of thousands of villagers.") == [("displaced", ("tens of thousands",), "total")]


def test_an_attempted_murder_killed_nobody() -> None:
    assert told("Police spoke of the attempted murder of two officers.") == []


def test_a_zero_of_other_attacks_is_none_of_this_one() -> None:
    (zero,) = {t.part for t in tolls("A bomb went off, but nobody was killed in the other attacks.") if t.quantity[0] != "one"}
    assert zero == "subset"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 40 pupils whom gunmen abducted are still missing.", ("abducted", ("40",), "total")),
        ("The shell killed a man and injured dozens others.", ("injured", ("dozens",), "total")),
        ("Raiders killed 15 soldiers, a doctor and two nurses.", ("killed", ("two",), "total")),
        ("Police arrested two men in their 20s and a woman in her 40s.", ("captured", ("one",), "total")),
        ("Two officers escaped injury when a bomb hit their car.", ("injured", ("none",), "total")),
        ("Nine people were treated for smoke inhalation.", ("injured", ("nine",), "total")),
    ],
)
def test_people_counted_away_from_their_verb(text: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    assert expected in told(text)


def test_a_figure_told_in_detail_is_not_counted_twice() -> None:
    assert told("Two brothers, a student and a teacher, were shot dead.") == [("killed", ("two",), "total")]


def test_people_taken_who_are_let_go_are_a_part_of_those_taken() -> None:
    (toll,) = (t for t in tolls("Nine pupils kidnapped by raiders were released on Monday.") if t.kind == "abducted")
    assert toll.part == "subset"


def test_the_second_of_two_is_one_more() -> None:
    assert ("injured", ("one",), "total") in told("A drone hit two fighters, killing one and wounding the second.")


def test_murders_pointed_back_to_are_not_counted_again() -> None:
    assert told("Nobody claimed these two murders.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heavy fighting killed at least a dozen yesterday.", [("killed", ("at least a dozen",), "total")]),
        ("The army killed dozens of rebels and injured scores.", [("killed", ("dozens",), "total"), ("injured", ("scores",), "total")]),
        ("Officials put the number of Georgian dead at ten.", [("killed", ("ten",), "total")]),
        ("No one was immediately reported hurt.", [("injured", ("none",), "total")]),
        ("Both men died.", [("killed", ("two",), "total")]),
        ("A couple were shot dead in their home.", [("killed", ("two",), "total")]),
        ("The blast led to the wounding of seven farmers.", [("injured", ("seven",), "total")]),
        ("Three bullet-riddled bodies were found.", [("killed", ("three",), "total")]),
        ("More than 200 people - many of them civilians - have been killed.", [("killed", ("more than 200",), "total")]),
        ("The rebels tried to kill the general.", []),
        ("She was picking up her daughter from school.", []),
        ("Last year 24 animal deaths were recorded.", []),
    ],
)
def test_numbers_beside_the_word_of_harm(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert told(text) == expected


def test_one_number_for_the_killed_and_the_injured_is_neither() -> None:
    assert told("Raiders claimed the attack, in which more than 60 civilians were killed and injured.") == []


def test_someone_confirmed_killed_is_killed() -> None:
    assert told("A rebel commander was confirmed killed today.") == [("killed", ("one",), "total")]


def test_killings_counted_elsewhere_are_no_toll() -> None:
    assert told("They investigate the 56 killings in this valley.") == []


def test_those_taken_with_someone_named_are_counted_with_him() -> None:
    assert [t.quantity for t in tolls("Gunmen kidnapped the village head, Musa Bello, and 49 others.")] == [("one",), ("49",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 100 people, including 20 children, are feared dead.", [("killed", ("more than 100",), "total")]),
        ("The ambush left nine guards and their driver dead.", [("killed", ("nine",), "total"), ("killed", ("one",), "total")]),
        ("Three of the injured later died.", [("killed", ("three",), "total")]),
        ("Fourteen of the wounded are children.", [("injured", ("fourteen",), "subset")]),
        ("Victims included a mother and her two sons.", [("killed", ("one",), "subset"), ("killed", ("two",), "subset")]),
        ("No deaths or injuries were reported.", [("killed", ("no",), "total"), ("injured", ("no",), "total")]),
        ("Police said four suspects were in custody.", [("captured", ("four",), "total")]),
        ("Also killed in the strike were 15 rebels.", [("killed", ("15",), "total")]),
        ("No-one was injured.", [("injured", ("none",), "total")]),
        ("Blasts killed 13 worshippers and injured scores.", [("killed", ("13",), "total"), ("injured", ("scores",), "total")]),
        ("The death toll of the clashes reached two civilians and nine army members.",
         [("killed", ("two",), "total"), ("killed", ("nine",), "total")]),
        ("The raid led to the capture of five men.", [("captured", ("five",), "total")]),
        ("Police put the number of people kidnapped at only five.", [("abducted", ("five",), "total")]),
        ("The blast injured more than ten, three of them seriously.", [("injured", ("more than ten",), "total"), ("injured", ("three",), "subset")]),
        ("Troops captured a Red Movement of Northland leader.", [("captured", ("one",), "total")]),
    ],
)  # fmt: skip
def test_the_harmed_are_read_off_predicates_parts_and_inverted_clauses(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert told(text) == expected


def test_a_toll_since_a_clash_broke_out_is_its_own() -> None:
    (toll,) = tolls("The death toll of the clashes since it has erupted reached 12.")
    assert not toll.campaign
    (toll,) = tolls("The army has killed 400 people since the war began.")
    assert toll.campaign
