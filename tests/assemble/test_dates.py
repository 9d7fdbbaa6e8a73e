"""The days of incidents, by the codebook: one sentence or two in, (first day, last day, precision) of each incident out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coded import coded

FRIDAY = date(2016, 5, 20)
MONDAY = date(2018, 3, 5)
THURSDAY = date(2021, 9, 9)
SUNDAY = date(2012, 11, 25)
WEDNESDAY = date(2003, 4, 2)


def days(text: str, published: date) -> list[str]:
    """ "2016-05-19..2016-05-20 day" of each incident in text order; "?" for an open start."""
    return [
        f"{i.when.start or '?'}..{i.when.end} {i.when.precision}"
        if i.when.start != i.when.end
        else f"{i.when.start} {i.when.precision}"
        for i in coded(text, published).incidents
    ]


FARMERS = "Gunmen killed four farmers near Maiduguri"
BAGHDAD = "A car bomb killed nine people in Baghdad on Monday."


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (f"{FARMERS} overnight, police said on Friday.", FRIDAY, ["2016-05-19..2016-05-20 day"]),
        (f"{FARMERS} last night.", FRIDAY, ["2016-05-19 day"]),
        (f"{FARMERS} this week, police said.", FRIDAY, ["2016-05-16..2016-05-20 week"]),
        (f"Earlier in the week, {FARMERS.lower()}.", FRIDAY, ["2016-05-16..2016-05-20 week"]),
        (f"{FARMERS} last week.", FRIDAY, ["2016-05-09..2016-05-15 week"]),
        (f"{FARMERS} this month.", FRIDAY, ["2016-05-01..2016-05-20 month"]),
        (f"{FARMERS} in August.", FRIDAY, ["2015-08-01..2015-08-31 month"]),
        (f"{FARMERS} on Friday.", FRIDAY, ["2016-05-20 day"]),
        (f"{FARMERS} last Friday.", FRIDAY, ["2016-05-13 day"]),
        (f"{FARMERS} on the 4th.", FRIDAY, ["2016-05-04 day"]),
        (f"{FARMERS} over the weekend.", FRIDAY, ["2016-05-14..2016-05-15 day"]),
        (f"{FARMERS} late on Thursday.", FRIDAY, ["2016-05-19 day"]),
        (f"{FARMERS} in late 2014.", FRIDAY, ["2014-09-01..2014-12-31 year"]),
        ("Two years ago, gunmen stormed a school in Peshawar and killed 20 pupils.", FRIDAY, ["2014-01-01..2014-12-31 year"]),
    ],
)  # fmt: skip
def test_a_time_expression_gives_the_days_that_the_codebook_says(
    text: str, published: date, expected: list[str]
) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen have killed four farmers near Maiduguri.", "?..2016-05-20 unknown"),
        ("Authorities said Thursday that insurgents kidnapped six teachers near Maiduguri.", "?..2016-05-19 unknown"),
        ("Gunmen kidnapped six teachers near Maiduguri, the governor told reporters on Wednesday.", "?..2016-05-18 unknown"),
        ("The army said in January it had killed 40 insurgents near Marib.", "?..2016-01-31 unknown"),
        ("Police found the bodies of four farmers near Maiduguri on Wednesday, shot dead by gunmen.", "?..2016-05-18 unknown"),
        ("Insurgents kidnapped six teachers near Maiduguri on Tuesday, authorities said Thursday.", "2016-05-17 day"),
    ],
)  # fmt: skip
def test_the_day_of_telling_or_finding_only_bounds_the_day_of_the_event(text: str, expected: str) -> None:
    assert days(text, FRIDAY) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Air strikes on Aleppo over the past three days have killed 40 civilians.", FRIDAY, "2016-05-18..2016-05-20 day"),
        ("Rebels have been shelling Taiz since Tuesday, killing 12 civilians.", FRIDAY, "2016-05-17..2016-05-20 day"),
        ("Rebels shelled Taiz for a third straight day, killing 12 civilians.", FRIDAY, "2016-05-18..2016-05-20 day"),
        ("Rebels shelled Taiz for the third day on Thursday, killing 12 civilians.", FRIDAY, "2016-05-17..2016-05-19 day"),
        ("Five people were killed in clashes in Bambari on Thursday and Friday.", MONDAY, "2018-03-01..2018-03-02 day"),
        ("Between 9 and 11 May, militants attacked villages near Beni, killing 14.", FRIDAY, "2016-05-09..2016-05-11 day"),
        ("Gunmen killed nine people in Komanda in the past 24 hours.", THURSDAY, "2021-09-08..2021-09-09 day"),
        ("Since August, gunmen have abducted 100 pupils in Zamfara state.", THURSDAY, "2021-08-01..2021-09-09 month"),
    ],
)  # fmt: skip
def test_what_lasts_has_its_first_and_last_day(text: str, published: date, expected: str) -> None:
    assert days(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            f"{BAGHDAD} A day later, gunmen shot dead two policemen in Mosul.",
            FRIDAY,
            ["2016-05-16 day", "2016-05-17 day"],
        ),
        (
            f"{BAGHDAD} The same day, gunmen shot dead two policemen in Mosul.",
            FRIDAY,
            ["2016-05-16 day", "2016-05-16 day"],
        ),
        (
            "Troops shot dead six protesters in Conakry on Thursday, a day after soldiers arrested the opposition leader in Labe.",
            FRIDAY,
            ["2016-05-19 day", "2016-05-18 day"],
        ),
        (
            "Two days after a car bomb killed nine people in Baghdad, gunmen shot dead two policemen in Mosul on Thursday.",
            FRIDAY,
            ["2016-05-17 day", "2016-05-19 day"],
        ),
        (
            "Jihadists attacked the town of Djibo on Saturday. The raid left seven soldiers dead. "
            "It came three days after gunmen killed a priest in Dori.",
            THURSDAY,
            ["2021-09-04 day", "2021-09-01 day"],
        ),
    ],
)
def test_a_happening_counts_its_day_from_another(text: str, published: date, expected: list[str]) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "A bomb exploded in Kabul on Saturday, killing five. In Ghazni, the Taliban attacked a checkpoint and killed "
            "three policemen.",
            MONDAY,
            ["2018-03-03 day", "2018-03-03 day"],
        ),
        (
            "A POLICEMAN WAS MURDERED YESTERDAY IN MEDELLIN. MEANWHILE, IN CALI, UNIDENTIFIED MEN SHOT DEAD A JUDGE.",
            WEDNESDAY,
            ["2003-04-01 day", "2003-04-01 day"],
        ),
        (
            "A bomb exploded in Kabul on Saturday, killing five. In Ghazni, bombs have hit three schools in the past few days.",
            MONDAY,
            ["2018-03-03 day", "?..2018-03-05 unknown"],
        ),
    ],
)
def test_an_item_of_a_round_up_has_the_day_of_the_item_before(text: str, published: date, expected: list[str]) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighting between rival militias in Tripoli has left 13 dead. Officials said late Sunday that 52 people were hurt in "
            "the fighting, which flared up on Thursday.",
            "2018-03-01..2018-03-04 day",
        ),
        ("Clashes between rival militias erupted in Tripoli on Thursday and left 13 dead.", "2018-03-01 day"),
        (
            "On 2 February the army began its assault on Harim and had taken the town from the rebels three days later.",
            "2018-02-02..2018-02-05 day",
        ),
        ("The rebels shelled Zintan on Friday, Saturday and Sunday, killing four.", "2018-03-02..2018-03-04 day"),
    ],
)  # fmt: skip
def test_what_is_told_as_going_on_lasts_until_the_day_of_telling(text: str, expected: str) -> None:
    assert days(text, MONDAY) == [expected]


def test_items_of_a_list_of_strikes_have_the_day_named_above_it() -> None:
    text = (
        "Coalition forces continued to attack insurgents in Iraq yesterday, officials said today.\n\n"
        "-- Near Mosul, three strikes hit insurgents and destroyed two mortars.\n\n-- Near Ramadi, a strike killed two insurgents."
    )
    assert days(text, MONDAY) == ["2018-03-04 day", "2018-03-04 day"]


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("just before midnight on Saturday", "About four hours later", "2018-03-04 day"),
        ("late on Saturday night", "Several hours later", "2018-03-03..2018-03-04 day"),
        ("on Saturday morning", "Several hours later", "2018-03-03 day"),
        ("at 11 pm on Saturday", "Three hours later", "2018-03-04 day"),
    ],
)
def test_hours_later_may_be_the_next_day(first: str, later: str, expected: str) -> None:
    text = f"A car bomb killed nine people in Baghdad {first}. {later}, gunmen shot dead two policemen in Mosul."
    assert days(text, MONDAY) == ["2018-03-03 day", expected]


def test_two_days_in_one_sentence_are_two_happenings() -> None:
    text = "M23 rebels, who captured Goma on Tuesday, shot dead two civilians in Sake on Saturday."
    assert days(text, SUNDAY) == ["2012-11-20 day", "2012-11-24 day"]


def test_the_last_week_of_a_month_is_known_to_the_week() -> None:
    assert days("A landmine killed three people in Mopti in the last week of August.", THURSDAY) == [
        "2021-08-25..2021-08-31 week"
    ]


def test_the_body_wins_over_the_headline() -> None:
    text = (
        "Overnight attacks on shelters\n\nEarlier in the week, a mob attacked a refugee shelter in Suhl, injuring six."
    )
    assert days(text, FRIDAY) == ["2016-05-16..2016-05-20 week"]


def test_the_year_in_a_clause_about_somebody_is_not_the_days_of_the_event() -> None:
    text = "The general, who took office in 2009, was shot dead by gunmen in Herat. Officials gave no further details."
    assert days(text, MONDAY) == ["?..2018-03-05 unknown"]


TELLING = ["on Tuesday", "last night", "overnight", "this week", "over the weekend", "four days ago", "since Sunday",
           "on Monday and Tuesday", "for a third straight day", "in the past three days"]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(TELLING), st.dates(date(1995, 1, 1), date(2029, 1, 1)))
def test_a_report_of_a_week_later_has_its_incident_a_week_later(telling: str, published: date) -> None:
    text = f"Rebels shelled the town of Taiz {telling}, killing 12 civilians."
    week = timedelta(days=7)
    (now,), (later,) = (coded(text, d).incidents for d in (published, published + week))
    assert now.when.start and now.when.end and now.when.start <= now.when.end <= published
    assert (later.when.start, later.when.end) == (now.when.start + week, now.when.end + week)


def test_days_after_count_from_a_happening_that_was_dated_before() -> None:
    record = coded(
        "A bomb exploded in Kabul on Wednesday, killing six people. "
        "The blast came two days after police raided a house in Herat and arrested five men."
    )
    assert [(i.subtype, i.when.start) for i in record.incidents] == [
        ("remote-explosive", date(2016, 5, 18)),
        ("arrest", date(2016, 5, 16)),
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Gunmen abducted 30 pupils from a school in Kankara in April last year.", FRIDAY, ["2015-04-01..2015-04-30 month"]),
        ("Rebels shelled Aleppo on Wednesday, and on Thursday they attacked Hama.", FRIDAY,
         ["2016-05-18 day", "2016-05-19 day"]),
        ("Gunmen ambushed a convoy in Mosul on Tuesday. Shortly after the ambush, helicopters bombed the village of Badush.",
         FRIDAY, ["2016-05-17 day", "2016-05-17 day"]),
        ("In Yala, two teachers were shot dead on Wednesday, while in Pattani a soldier was killed by a bomb.", FRIDAY,
         ["2016-05-18 day", "2016-05-18 day"]),
        ("Fighting between troops and rebels has raged in Taiz since Tuesday, killing 45.", FRIDAY, ["2016-05-17..2016-05-20 day"]),
        ("Overnight on Tuesday, rebels shelled the village of Kirovske, killing two civilians.", FRIDAY, ["2016-05-17 day"]),
    ],
)  # fmt: skip
def test_days_told_beside_another_day(text: str, published: date, expected: list[str]) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers concluded a six-day operation against insurgents in Chak district yesterday, killing 30 insurgents.",
         ["2016-05-14..2016-05-19 day"]),
        ("Three days of clashes between troops and rebels in Taiz that ended on Friday killed 45 people.",
         ["2016-05-18..2016-05-20 day"]),
        ("It has been four days since the killing of the judge by gunmen in Cali.", ["2016-05-16 day"]),
        ("The second bomb attack occurred in La Paz at 2335 [0335 GMT on 20 May] outside the ministry.", ["2016-05-19 day"]),
        ("The mayor met reporters on Thursday about the bomb attack in Cali that killed two soldiers.", ["?..2016-05-20 unknown"]),
    ],
)  # fmt: skip
def test_how_long_it_lasted_or_ago_it_was_and_whose_day_it_is(text: str, expected: list[str]) -> None:
    assert days(text, FRIDAY) == expected


def test_a_month_further_down_narrows_the_year_told_first() -> None:
    text = (
        "Gunmen abducted 30 pupils from a school in Kankara two years ago. The governor visited the town. "
        "He met parents there. Shops were closed. The 30 pupils were abducted by the gunmen in April 2014."
    )
    assert days(text, FRIDAY) == ["2014-04-01..2014-04-30 month"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the village of Dulab on Tuesday, killing two. Meanwhile, jets bombed a market in Masna town.",
         ["2016-05-17 day", "2016-05-17 day"]),
        ("Rebels shelled the village of Dulab in March, killing two. Meanwhile, jets bombed a market in Masna town.",
         ["2016-03-01..2016-03-31 month", "?..2016-05-20 unknown"]),
        ("Insurgents have killed the mayor of Colmena and two farmers. The insurgents came to Colmena last Monday and rang the bell.",
         ["2016-05-16 day"]),
        ("The raid on the Dulab camp on Thursday followed a car bomb attack on a police barracks in Masna on Tuesday.",
         ["2016-05-19 day", "2016-05-17 day"]),
        ("Troops today confirmed the arrest of a rebel commander in Dulab district yesterday.", ["2016-05-19 day"]),
        ("On 13 and 14 May, during incidents in Aleppo, the mission gave protection to 200 civilians who sought refuge at its base.",
         ["2016-05-13..2016-05-14 day"]),
        ("Troops came under heavy small-arms fire in Dulab province on Wednesday.", ["2016-05-18 day"]),
        ("Police detained a rebel leader who specializes in mines in Dulab district, today.", ["2016-05-20 day"]),
        ("A rebel commander was confirmed killed today in a recent operation by troops in Dulab district.",
         ["?..2016-05-20 unknown"]),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_item_before_of_the_scene_told_next_or_of_what_was_followed(text: str, expected: list[str]) -> None:
    assert days(text, FRIDAY) == expected


def test_a_deal_under_which_people_left_was_made_by_then() -> None:
    text = "Dozens of families left Dulab on Tuesday under a truce reached between the army and the rebels."
    assert "?..2016-05-17 unknown" in days(text, FRIDAY)




def test_the_eve_of_a_feast_told_in_its_week_is_the_one_to_come() -> None:
    text = "Norland welcomes the truce between the army and the rebels on the eve of New Year."
    assert days(text, date(2016, 12, 30)) == ["?..2016-12-30 unknown"]


def test_an_operation_of_months_is_none_with_a_raid_told_before() -> None:
    text = (
        "Militants attacked a police checkpoint in Sinai, killing four policemen. Egyptian troops have since January been "
        "conducting a major operation targeting militants behind attacks on troops in Sinai."
    )
    assert days(text, FRIDAY) == ["?..2016-05-20 unknown", "2016-01-01..2016-05-20 month"]


def test_a_phase_lasts_until_the_fighting_after_which_the_next_began() -> None:
    text = (
        "Operation Long Tide\n\nOperation Long Tide was an offensive by Norland troops in early May 2009. "
        "On 6 May, troops began their assault on rebel-held Dulab and had captured the town three days later. "
        "Then on 10 May troops began to attack rebels in the city of Masna. "
        "After five more days of fighting in Masna, the troops launched a raid on rebels in Colmena."
    )
    found = days(text, FRIDAY)
    assert "2009-05-06..2009-05-09 day" in found
    assert "2009-05-10..2009-05-15 day" in found
