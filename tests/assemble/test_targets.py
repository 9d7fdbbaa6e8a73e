"""Whom an attack was meant for: each body once, and neither bystanders nor things of a force that is named."""

from __future__ import annotations

from tests.coded import coded, only, targets


def test_two_descriptions_of_one_body_are_one_target() -> None:
    record = coded(
        "Rebels killed nine Chadian soldiers near Bol on Monday. The army announced the death of the nine troops on Tuesday."
    )
    assert [targets(i) for i in record.incidents] == [["Chadian soldiers"]]


def test_officers_beside_a_named_police_are_its_own() -> None:
    incident = only("A bomb targeted the Ardal Police in Garissa on Monday. Two officers were wounded in the attack.")
    assert targets(incident) == ["Ardal Police"]


def test_what_a_named_group_fights_with_is_no_target_beside_it() -> None:
    incident = only("On Monday near Raqqa, a strike engaged ISIL fighters and destroyed a vehicle and two mortar systems.")
    assert targets(incident) == ["ISIL"]


def test_those_in_a_place_that_was_hit_are_targets_and_relatives_are_not() -> None:
    incident = only("A rocket hit a mosque in Zabid on Friday, killing nine worshippers.")
    assert targets(incident) == ["mosque", "worshippers"]
    assert targets(only("A rocket hit a mosque in Zabid on Friday, killing two brothers.")) == ["mosque"]


def test_demonstrators_put_down_by_police_take_part() -> None:
    incident = only("Police fired tear gas at protesters in Nairobi on Monday.")
    assert targets(incident) == []


def test_a_building_where_the_attack_took_place_is_hit() -> None:
    assert targets(only("The UN condemned the terrorist attack that took place in a hotel in Bamako on Friday.")) == ["hotel"]


def test_a_residence_is_hit_for_the_person_whose_it_is() -> None:
    assert targets(only("Gunmen attacked the residence of Senator Ana Roe in Soacha on Monday.")) == ["Ana Roe"]


def test_a_captured_leader_is_told_as_such_and_not_as_his_group() -> None:
    assert targets(only("Soldiers captured a Taliban leader in Zabul province on Monday.")) == ["Taliban leader"]


def test_a_place_held_by_a_force_is_attacked_for_it() -> None:
    assert targets(only("Troops attacked insurgent-held Karsa in Iraq on Monday.")) == ["insurgents"]


def test_an_attack_of_fighters_is_theirs() -> None:
    incident = only("The army repelled an attack of forty rebel fighters near Goma on Monday.")
    assert targets(incident) == ["army"]


def test_a_definite_noun_takes_up_the_named_building() -> None:
    incident = only("Gunmen fired at Dar District Jail in Kidapawan on Monday. Three guards died when they stormed the compound.")
    assert "compound" not in targets(incident)


def test_some_of_the_people_are_the_people() -> None:
    assert targets(only("Some of the fishermen were killed in an air strike near Lamu on Monday.")) == ["fishermen"]


def test_who_the_victims_were_is_told_in_a_sentence_of_its_own() -> None:
    incident = only("Insurgents beheaded four people near Macomia on Tuesday. The victims were fishermen.")
    assert targets(incident) == ["fishermen"]
    incident = only("Two men were killed in an air strike on Rafah on Sunday. The ministry named the victims as Adam Nasser and Omar Reed.")
    assert targets(incident) == ["Adam Nasser", "Omar Reed"]


def test_the_noun_above_a_relative_clause_is_its_object() -> None:
    incident = only("The army returned to the base, which rebels attacked on Monday near Goma.")
    assert targets(incident) == ["base"]


def test_goods_are_taken_from_whoever_held_them() -> None:
    incident = only("On Monday militants stole two trucks from a police post near Bol.")
    assert "police post" in targets(incident)
    assert incident.subtype == "looting-destruction"


def test_a_car_is_no_state_of_like_letters() -> None:
    assert targets(only("Gunmen attacked a car near Goma on Monday, killing a judge.")) == ["judge"]


def test_a_lorry_that_was_hijacked_is_the_target_and_one_that_was_driven_into_it_the_means() -> None:
    assert targets(only("Rebels hijacked two fuel trucks near Kunduz on Monday.")) == ["fuel trucks"]
    assert targets(only("A suicide bomber drove a truck into a police station in Kabul on Monday, killing six.")) == ["police", "police station"]


def test_a_suicide_bomber_as_doer_tells_the_means() -> None:
    assert only("A suicide bomber killed nine soldiers in Aden on Monday.").subtype == "suicide-bombing"


def test_who_passed_when_the_device_went_off_is_hit() -> None:
    incident = only("An explosive device went off as a Dutch patrol was passing in Kandahar on Monday, killing one soldier.")
    assert targets(incident) == ["Dutch patrol"]
    assert [a.name for a in incident.actors if a.role == "perpetrator"] == []


def test_shells_fired_on_a_neighbourhood_hit_those_who_live_there() -> None:
    incident = only("Rebel groups fired several rocket shells on residential neighborhoods in Aleppo on Monday.")
    assert targets(incident) == ["residential neighborhoods"]


def test_countrymen_are_people_and_not_their_state() -> None:
    assert targets(only("Gunmen kidnapped three Italians near Kunduz on Monday.")) == ["Italians"]


def test_several_persons_behind_one_noun_are_each_a_target() -> None:
    incident = only("The two engineers, Adam Nasser and Omar Reed, were taken hostage in Medellin on Thursday.")
    assert targets(incident) == ["Adam Nasser", "Omar Reed"]


def test_a_lorry_that_ploughed_into_a_crowd_is_the_means() -> None:
    assert targets(only("A lorry ploughed into a crowd in Nice on Thursday, killing 84 people.")) == ["crowd"]


def test_a_killing_told_for_itself_has_its_own_target() -> None:
    incident = only("Bandits killed the district head of Yantum and kidnapped his wife on Monday.")
    assert targets(incident) == ["district head", "wife"]


def test_a_force_that_fights_a_group_named_in_its_sentence_has_it_for_target() -> None:
    incident = only("Coalition jets conducted thirty air strikes near Raqqa in Syria on Monday to speed the defeat of ISIL.")
    assert targets(incident) == ["ISIL"]


def test_gunmen_who_burn_cars_are_no_mob() -> None:
    incident = only("Gunmen raided a village near Katsina on Saturday, killing ten farmers and burning cars.")
    assert incident.subtype == "attack"


def test_hostage_may_stand_behind_those_who_were_taken() -> None:
    record = coded("Rebels took nine aid workers hostage near Goma on Monday. The rebels fled to the hills.")
    assert targets(record.incidents[0]) == ["aid workers"]
    assert record.incidents[0].subtype == "abduction"


def test_a_blast_beside_a_bus_convoy_was_meant_for_it_and_those_in_it() -> None:
    incident = only("A blast occurred near a bus convoy evacuating residents in Aleppo on Saturday. The attack killed 20 people.")
    assert targets(incident) == ["bus convoy", "residents"]


def test_military_alone_is_nobody_at_a_military_airport() -> None:
    assert targets(only("Israeli missiles struck the military airport near Damascus on Friday.")) == ["military airport"]
