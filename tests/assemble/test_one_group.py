"""One group of people under several descriptions, and victims whose names stand elsewhere in the report."""

from __future__ import annotations

from tests.coded import coded, only, targets


def test_girls_and_schoolgirls_of_a_place_are_one_group_by_the_fuller_name() -> None:
    record = coded(
        "Militants released 14 Karsa schoolgirls on Thursday near the Nigerian town of Mubi, an official said. "
        "The Karsa girls were freed before dawn."
    )
    assert [targets(i) for i in record.incidents if i.subtype == "release"] == [["Karsa schoolgirls"]]


def test_evacuees_and_residents_on_their_buses_are_one_group() -> None:
    incident = only(
        "A car bomb hit buses carrying residents of two besieged villages near Taiz on Sunday. "
        "The attack on the bus convoy killed 12 evacuees."
    )
    assert len([t for t in targets(incident) if t in ("residents", "evacuees")]) == 1
    assert len([t for t in targets(incident) if "bus" in t]) == 1


def test_a_commander_told_by_name_later_is_that_man() -> None:
    incident = only(
        "A rebel commander was killed by troops near Karsa on Monday. The rebel commander, Asad, led a cell of bombers."
    )
    assert targets(incident) == ["Asad"]


def test_whom_a_description_is_apposed_to_is_the_victim() -> None:
    incident = only("Police in Kenya spoke. The parents of Ana Roe — an unarmed teenager shot by gunmen near Garissa on Monday — wept.")
    assert targets(incident) == ["Ana Roe"]


def test_some_are_of_the_people_told_before() -> None:
    incident = only(
        "The talks go on. The rebels showed a video of the schoolgirls, saying that some were killed in air strikes near Bol in Nigeria on Monday."
    )
    assert targets(incident) == ["schoolgirls"]


def test_who_holds_the_ground_is_fought_for_it() -> None:
    incident = only("Government troops captured the village of Karsa on Tuesday after heavy shelling of the rebel stronghold.")
    assert "rebels" in targets(incident)


def test_buses_are_not_displaced() -> None:
    record = coded("A convoy of 75 buses evacuated 5,000 residents from Madaya to Aleppo on Friday.")
    assert all("buses" not in t and "convoy" not in t for i in record.incidents for t in targets(i))


def test_a_market_in_which_a_car_is_blown_up_is_hit() -> None:
    assert targets(only("A suicide bomber blew up a car filled with explosives in the market in Kohat on Friday.")) == ["market"]


def test_civilians_caught_in_a_clash_are_no_targets() -> None:
    incident = only("Three civilians were killed by troops during fighting with insurgents near Sangin on Monday.")
    assert targets(incident) == []


def test_who_escapes_takes_part_and_who_is_found_is_a_target() -> None:
    record = coded("Nine inmates escaped from Dar prison in Goma on Monday.")
    assert all(targets(i) == [] for i in record.incidents)


def test_the_woman_identified_behind_is_the_victim() -> None:
    incident = only(
        "A gunman shot a woman in an office in Detroit on Monday. The woman, identified by police as Ana Roe, died at the scene."
    )
    assert targets(incident) == ["Ana Roe"]


def test_gas_is_used_against_people() -> None:
    incident = only("The regime used chemical weapons against villagers near Idlib in Syria on Monday.")
    assert targets(incident) == ["villagers"]


def test_a_bomb_set_under_a_car_is_meant_for_whose_it_is() -> None:
    incident = only("A bomb planted under the car of a senior judge went off in Cairo on Monday, wounding his driver.")
    assert targets(incident) == ["senior judge"]


def test_a_soldier_of_a_battalion_is_a_soldier() -> None:
    incident = only("A British soldier from 1st Battalion was killed by a roadside bomb near Sangin on Wednesday.")
    assert targets(incident) == ["British soldier"]


def test_whom_troops_rescue_from_fighters_are_the_rescued() -> None:
    incident = only("Nigerian troops rescued 200 girls and 93 women from Boko Haram camps near Bama on Tuesday, the army said.")
    assert targets(incident) == ["girls", "women"]


def test_whom_police_disperse_take_part() -> None:
    incident = only("Police used tear gas to disperse opposition supporters in Kinshasa on Monday.")
    assert targets(incident) == []
