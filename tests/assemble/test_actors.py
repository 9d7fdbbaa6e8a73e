"""Who did it to whom: from grammar, never from who speaks or where it was."""

from __future__ import annotations

import pytest
from tests.coded import coded, doers, only, targets


def test_the_speaker_is_not_the_attacker() -> None:
    incident = only("Gunmen attacked a checkpoint near Kirkuk on Tuesday, killing three officers, the army said.")
    assert doers(incident) == [("Gunmen", "attributed")]


def test_killed_in_a_country_does_not_make_the_country_the_killer() -> None:
    incident = only("Twelve soldiers were killed by a roadside bomb in Syria on Tuesday.")
    assert doers(incident) == []


def test_a_passive_names_its_doer_behind_by() -> None:
    incident = only("The mayor was shot dead by two hired gunmen in Soacha on Tuesday.")
    assert doers(incident) == [("hired gunmen", "stated")]


def test_a_nationality_before_a_strike_is_its_doer() -> None:
    assert doers(only("A US airstrike killed four militants in Somalia on Monday.")) == [("United States", "stated")]


def test_a_country_before_an_attack_is_its_place() -> None:
    assert doers(only("The Syria bombing on Monday killed four people.")) == []


def test_jets_stand_for_whose_they_are() -> None:
    assert doers(only("Israeli jets bombed a depot near Damascus on Monday.")) == [("Israel", "stated")]


def test_rockets_are_means_and_not_doers() -> None:
    incident = only("Twelve Grad rockets hit the Bagram base on Thursday, wounding four guards.")
    assert doers(incident) == []
    assert [w.name for w in incident.weapons] == ["Grad rocket"]


def test_members_of_a_group_are_the_group() -> None:
    incident = only("Members of the FMLN attacked a military post in San Miguel on Monday.")
    assert doers(incident) == [("FMLN", "stated")]


def test_two_sides_of_a_clash_take_part() -> None:
    incident = only("Soldiers clashed with rebels near Goma on Monday, leaving 22 dead.")
    assert {(a.name, a.role) for a in incident.actors} == {("Soldiers", "participant"), ("rebels", "participant")}


def test_crowds_that_clash_with_police_riot() -> None:
    assert only("Youths clashed with police in Athens on Sunday, burning cars.").subtype == "mob-violence"


def test_a_claim_of_responsibility_makes_a_claimed_doer_and_a_statement() -> None:
    record = coded("Islamic State claimed responsibility for Wednesday's bombing in Kabul, which killed 30 people.")
    assert doers(record.incidents[0]) == [("Islamic State", "claimed")]
    assert [(s.speaker, s.act) for s in record.statements] == [("Islamic State", "claim-responsibility")]


def test_an_army_that_tells_of_its_own_strike_claims_it() -> None:
    incident = only(
        "The Afghan army said it had carried out an air strike that killed 12 fighters in Kunduz on Monday."
    )
    assert doers(incident) == [("Afghan army", "claimed")]


def test_whom_somebody_accuses_is_attributed() -> None:
    incident = only("The Syrian army accused Israel of shelling the airport near Damascus on Friday.")
    assert doers(incident) == [("Israel", "attributed")]


@pytest.mark.parametrize("word", ["Suspected", "Alleged"])
def test_a_hedging_word_makes_a_suspect(word: str) -> None:
    incident = only(f"{word} militants killed 15 villagers near Maiduguri on Friday.")
    assert doers(incident) == [("militants", "suspected")]


def test_nobody_named_means_no_doer() -> None:
    assert doers(only("A car bomb exploded outside a mosque in Benghazi on Friday, killing 11 people.")) == []
    assert doers(only("Unidentified gunmen shot dead a journalist in Mogadishu on Tuesday.")) == []


def test_what_was_aimed_at_is_the_target_and_bystanders_are_not() -> None:
    incident = only("Jets bombed a hospital in Aleppo on Monday, killing two women.")
    assert targets(incident) == ["hospital"]


def test_who_foils_is_no_perpetrator() -> None:
    incident = only("Police defused a bomb near the town hall in Bremen on Thursday.")
    assert incident.subtype == "disrupted-attack"
    assert doers(incident) == []


@pytest.mark.parametrize(
    ("said", "doer"),
    [
        ("Residents blamed the attack on Houthi fighters.", "Houthi"),
        ("Police blamed the Juba Falcons, a militia.", "Juba Falcons"),
        ("The governor attributed the attack to the Popular Dawn Column.", "Popular Dawn Column"),
    ],
)
def test_who_blames_is_not_who_did_it(said: str, doer: str) -> None:
    record = coded(f"A bomb killed six people at a market in Garissa on Wednesday. {said}")
    assert doers(record.incidents[0]) == [(doer, "attributed")]
    claims = [(c.value, c.stance) for c in record.claims if c.attribute == "perpetrator"]
    assert claims == [(doer, "asserts")]


def test_blame_without_an_accuser_is_suspicion() -> None:
    record = coded("The bombing in Garissa on Wednesday, which killed six people, was blamed on the Juba Falcons.")
    assert doers(record.incidents[0]) == [("Juba Falcons", "suspected")]
    assert [(c.speaker, c.stance) for c in record.claims if c.attribute == "perpetrator"] == [("narrator", "hedges")]


@pytest.mark.parametrize(
    "text",
    [
        "Two guards killed in a raid on the depot in Karbala on Monday.",
        "The guards wounded in Monday's shooting in Karbala were flown to Basra.",
    ],
)
def test_a_past_form_without_its_object_is_undergone(text: str) -> None:
    assert doers(coded(text).incidents[0]) == []


def test_who_was_the_target_of_an_attack_is_its_target() -> None:
    incident = only("An army convoy was the target of a bomb attack near Basra on Monday.")
    assert targets(incident) == ["army convoy"]


def test_who_is_blamed_for_an_attack_is_a_suspected_doer() -> None:
    assert doers(only("The FARC is blamed for a bomb attack in Cali on Monday that killed six people.")) == [
        ("FARC", "suspected")
    ]


def test_they_that_act_are_the_armed_men_told_of_before() -> None:
    incident = coded("Insurgents entered the village of Dikwa on Monday, where they shot dead two farmers.").incidents[0]
    assert doers(incident) == [("Insurgents", "stated")]


def test_a_group_named_beside_its_noun_is_the_doer() -> None:
    assert doers(only("Four pupils were abducted by the militant group Boko Haram in Dapchi on Monday.")) == [
        ("Boko Haram", "stated")
    ]


def test_a_mere_bomber_is_no_actor() -> None:
    assert doers(only("A suicide bomber attacked a mosque in Kabul on Friday, killing nine worshippers.")) == []


def test_the_owner_of_a_murder_is_its_victim() -> None:
    incident = only("The murder of a judge in Cali on Monday was the second this week.")
    assert doers(incident) == []


def test_a_major_operation_is_no_majors_work() -> None:
    record = coded("A major operation was conducted in Tikrit on Monday, killing five militants.")
    assert [name for i in record.incidents for name, _ in doers(i)] == []


def test_a_state_and_its_army_are_one_doer() -> None:
    record = coded("An Israeli air strike killed two men in Rafah on Sunday. The Israeli military said it carried out the air strike.")
    assert [name for name, _ in doers(record.incidents[0])] == ["Israeli military"]


def test_a_place_before_shelling_is_where_it_was() -> None:
    assert [d for i in coded("Ukraine shelling kills six in Donetsk on Monday.").incidents for d in doers(i)] == []


def test_the_kind_of_violence_is_no_doer() -> None:
    record = coded("Two men were killed in Yala on Monday. It was the latest separatist violence in the region.")
    assert [d for i in record.incidents for d in doers(i)] == []


def test_a_spokesmans_claim_is_his_bodys() -> None:
    incident = only("Pakistani Taliban spokesman Ehsan Roe claimed responsibility for the bombing in Lahore on Sunday.")
    assert doers(incident) == [("Pakistani Taliban", "claimed")]


def test_the_positions_of_a_group_are_the_group() -> None:
    assert targets(only("Turkish warplanes bombed PKK positions in northern Iraq on Monday.")) == ["PKK"]


def test_what_stands_where_a_bomb_explodes_is_hit() -> None:
    incident = only("A bomb exploded inside a church in Cairo on Sunday, killing 25 people.")
    assert targets(incident) == ["church"]


def test_a_bystander_is_no_target_beside_one() -> None:
    incident = only("A bomb at a police station in Cali on Monday killed five policemen and a child.")
    assert "child" not in targets(incident)


def test_the_army_beside_its_state_is_that_states() -> None:
    incident = only(
        "An Israeli airstrike killed two Hamas militants in Gaza on Monday, and the army confirmed it had carried out the strike."
    )
    assert doers(incident) == [("Israel", "claimed")]


def test_what_goes_off_in_a_headline_is_no_one_who_was_killed() -> None:
    record = coded("Guard killed as car bombs blow up in Baghdad\n\nA guard was killed when car bombs blew up in Baghdad on Monday.")
    assert [doers(i) for i in record.incidents] == [[]]


def test_platforms_of_a_force_are_the_force() -> None:
    incident = only("On Monday helicopters of the Syrian army targeted the town of Saraqib with rockets, killing four people.")
    assert doers(incident) == [("Syrian army", "stated")]


def test_a_state_that_wages_an_offensive_does_it() -> None:
    assert doers(only("Turkey's artillery attack on the village of Ain Dara on Tuesday killed three people.")) == [("Turkey", "stated")]
    assert doers(only("Somalia's deadliest attack on Monday killed forty people in Mogadishu.")) == []


def test_whoever_may_be_responsible_is_suspected() -> None:
    incident = only(
        "A bomb exploded beside a patrol in Strabane on Thursday, wounding two officers. The police chief said detectives were "
        "looking at whether the New IRA was responsible."
    )
    assert doers(incident) == [("New IRA", "suspected")]


def test_attackers_that_are_identified_are_the_doers() -> None:
    incident = only(
        "Two men stormed a hotel in Mogadishu on Monday and killed six guests. The attackers were identified as members of al-Shabab."
    )
    assert ("al-Shabab", "stated") in doers(incident)


def test_who_attacks_in_a_clash_is_its_perpetrator_and_who_answers_takes_part() -> None:
    incident = only("Rebels attacked the town of Goma on Monday and clashed with soldiers, leaving 22 dead.")
    assert {(a.name, a.role) for a in incident.actors if a.name in ("Rebels", "soldiers")} == {("Rebels", "perpetrator"), ("soldiers", "participant")}


def test_crowds_and_police_at_a_protest_take_part() -> None:
    incident = only("Police fired tear gas at opposition demonstrators in Harare on Friday.")
    assert {a.role for a in incident.actors} == {"participant", "target"} or doers(incident) == []


def test_forces_that_confirm_an_arrest_made_it() -> None:
    incident = only("The army confirmed the arrest of the rebel commander Jon Roe in Goma on Monday.")
    assert [name for name, _ in doers(incident)] == ["army"]


def test_a_charge_of_killing_makes_the_charged_the_doer() -> None:
    incident = only("Russia accused the US-led coalition of killing sixty civilians in air strikes in Mosul on Monday.")
    assert doers(incident) == [("US-led coalition", "attributed")]


def test_what_a_force_fires_is_its_deed() -> None:
    assert doers(only("A Hamas-fired rocket hit a house in Sderot on Monday, wounding two people.")) == [("Hamas", "stated")]
    assert doers(only("A farmer was killed by Israeli fire near Nablus on Monday.")) == [("Israel", "stated")]


def test_gunmen_suspected_of_belonging_to_a_group_make_it_suspected() -> None:
    incident = only("Gunmen suspected of belonging to Boko Haram killed 12 people in Kuda on Monday.")
    assert doers(incident) == [("Boko Haram", "suspected")]


def test_who_lets_captives_go_had_taken_them() -> None:
    record = coded(
        "Boko Haram freed 14 schoolgirls in Bama on Thursday, the army said. The girls were kidnapped from their dormitory in Kankara in April 2014."
    )
    taken = next(i for i in record.incidents if i.subtype == "abduction")
    assert [name for name, _ in doers(taken)] == ["Boko Haram"]


def test_planes_without_an_owner_are_those_of_whose_planes_the_report_tells() -> None:
    record = coded(
        "The Turkish air force bombed two villages near Afrin on Monday, killing six people. "
        "On Tuesday warplanes hit a convoy in Manbij, killing four."
    )
    assert [[name for name, _ in doers(i)] for i in record.incidents] == [["Turkish air force"], ["Turkish air force"]]


def test_civilians_do_not_kill_by_being_killed_in_a_list() -> None:
    incident = only("More than sixty civilians were killed and injured in bombings that hit a market in Homs on Monday.")
    assert doers(incident) == []


def test_a_force_that_shoots_its_attackers_takes_part() -> None:
    incident = only("Islamist militants stormed a hotel in Bannu on Monday, killing three guests before police shot dead all five attackers.")
    assert [(a.name, a.role) for a in incident.actors if a.role != "target"] == [
        ("Islamist militants", "perpetrator"),
        ("police", "participant"),
    ]


def test_planes_that_somebody_sent_are_his() -> None:
    incident = only(
        "The strike on a house near Arhab on Monday, which killed nine, was carried out by military aircraft deployed by a Saudi-led coalition."
    )
    assert [name for name, _ in doers(incident)] == ["Saudi-led coalition"]


def test_claims_of_other_attacks_claim_nothing_here() -> None:
    incident = only(
        "Gunmen killed four officers in Dera Ismail Khan on Tuesday. Suspicion fell on Pakistani militants who have claimed previous attacks."
    )
    assert "claimed" not in [status for _, status in doers(incident)]


def test_the_force_behind_the_places_made_the_arrest() -> None:
    incident = only("Today, in Shah Wali Kot district, Kandahar province, an Afghan and coalition security force arrested two rebels.")
    assert [name for name, _ in doers(incident)] == ["Afghan and coalition security force"]


def test_an_army_that_tells_of_a_liberation_army_is_another() -> None:
    incident = only("Colombia's National Liberation Army killed four soldiers near Tibu on Tuesday, the army said.")
    assert doers(incident) == [("National Liberation Army", "attributed")]


def test_a_spokesman_of_the_group_claims_for_it() -> None:
    incident = only(
        "An attack on a barracks in Kabul on Monday killed at least 20 people. "
        "The Taliban are responsible for it, said Zabi Roe, a Taliban spokesman."
    )
    assert doers(incident) == [("Taliban", "claimed")]


def test_guards_who_stop_a_bomber_take_part() -> None:
    incident = only("A suicide bombing outside a ministry in Kabul on Monday killed one clerk after security guards shot the attacker.")
    assert doers(incident) == []


def test_those_whose_fire_a_patrol_comes_under_are_the_doers() -> None:
    incident = only("A patrol came under fire from gunmen near Goma on Monday, leaving two dead.")
    assert doers(incident) == [("gunmen", "stated")]


def test_fighters_blamed_without_a_name_are_attributed() -> None:
    incident = only("Fourteen villagers were massacred in Soum on Monday. The governor blamed jihadists.")
    assert doers(incident) == [("jihadists", "attributed")]


def test_what_a_body_says_its_planes_did_it_did() -> None:
    incident = only("The coalition said its warplanes had struck 18 vehicles in Sirwah on Thursday.")
    assert doers(incident) == [("coalition", "claimed")]


def test_whom_a_ministry_believes_responsible_is_suspected() -> None:
    text = "A bomb killed 18 people in Kano on Friday. The army would go after the Black Brigade, which the ministry believes was responsible."
    assert doers(only(text)) == [("Black Brigade", "suspected")]


def test_men_named_by_a_short_form_are_of_their_group() -> None:
    text = "Fighters of the Northern Falcons attacked a base near Agadez on Tuesday. Falcons gunmen killed two soldiers there."
    assert doers(only(text)) == [("Northern Falcons", "stated")]
