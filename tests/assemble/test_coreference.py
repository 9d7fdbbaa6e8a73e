"""Which mentions are one incident: by what stands beside them, who tells them, and how."""

from __future__ import annotations

from tests.coded import coded, only, tolls

from warmonitor.lexicon.coreference import weights


def test_harm_told_beside_harm_is_of_one_incident() -> None:
    incident = only(
        "Clashes between rebels near Goma on Monday claimed the lives of 12 villagers while leaving 30 others wounded, medics said."
    )
    assert tolls(incident) == {"killed": (12, 12), "injured": (30, 30)}


def test_the_previous_toll_is_of_the_same_attack() -> None:
    incident = only(
        "A car bomb killed 26 people in Baghdad on Monday. The previous death toll was 20 with 50 others injured."
    )
    assert incident.subtype == "remote-explosive"


def test_what_was_also_done_is_another_incident() -> None:
    record = coded(
        "Rebels shelled a barracks in Herat on Monday, wounding four soldiers. The rebels also shelled two bakeries in Farah."
    )
    assert len(record.incidents) == 2


def test_pointing_back_speaks_for_and_another_doer_against_one_incident() -> None:
    known = weights()
    assert known["points back"] > 0 > known["other doer"]
    assert {"told apart at first", "seldom done twice"} <= set(weights("merging")) - set(known)


def test_the_force_that_hits_back_is_in_the_same_fight() -> None:
    incident = only(
        "Seventeen soldiers were killed in an attack near Menaka on Sunday, medics said. "
        "The army said it killed seven from the attacking side."
    )
    assert tolls(incident)["killed"][0] == 17


def test_what_happened_before_the_ambush_is_no_part_of_it() -> None:
    record = coded(
        "Rebels ambushed a convoy near Huanta on Thursday, killing 12 soldiers. "
        "Before the ambush, the army said five rebels had died in clashes."
    )
    assert [tolls(i) for i in record.incidents] == [{"killed": (12, 12)}]


def test_harm_during_the_operation_is_of_the_operation_that_made_arrests() -> None:
    incident = only(
        "Troops concluded an operation against insurgents in the Chak district of Wardak province on Monday. "
        "Nine insurgents were detained during the operation. "
        "One soldier was killed during the operation and a civilian was wounded by small-arms fire."
    )
    assert tolls(incident) == {"captured": (9, 9), "killed": (1, 1), "injured": (1, 1)}


def test_captors_freed_in_exchange_are_another_release() -> None:
    text = (
        "Militants released nine nurses in Mubi on Thursday. The nurses were handed to officials. "
        "Four jailed commanders were freed in exchange on Wednesday night, a source said."
    )
    freed = [[a.name for a in i.actors if a.role == "target"] for i in coded(text).incidents if i.subtype == "release"]
    assert freed == [["nurses"], ["jailed commanders"]]


def test_the_sum_above_a_list_of_places_is_no_incident_beside_its_items() -> None:
    record = coded(
        "Coalition planes continued to attack the Islamic State yesterday. Strikes in Iraq\n\n"
        "Bomber and fighter aircraft conducted three strikes in Iraq:\n"
        "-- Near Mosul, two strikes destroyed a bunker.\n"
        "-- Near Kirkuk, a strike hit a boat."
    )
    assert [p.place.name for i in record.incidents for p in i.places] == ["Mosul", "Kirkuk"]


def test_what_fighters_loot_in_a_raid_is_done_at_its_scene() -> None:
    incident = only("Gunmen attacked a church in Jos on Monday, killing six people. The gunmen then ransacked the clinic, which they also looted.")
    assert incident.subtype == "attack" and tolls(incident) == {"killed": (6, 6)}


def test_the_country_whose_bureau_acts_is_no_other_place_of_the_attack() -> None:
    incident = only(
        "Bombs on trains in Mumbai killed 20 people on Monday. Prosecutors said the attack was planned by Kenya's Directorate of Intelligence."
    )
    assert [p.place.country for p in incident.places] == ["IN"]
