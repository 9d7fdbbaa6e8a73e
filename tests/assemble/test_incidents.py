"""What happened, once: mentions joined and kept apart, tolls, places, days and links."""

from __future__ import annotations

from datetime import date

from tests.coded import coded, only, tolls


def test_lead_and_detail_are_one_incident() -> None:
    incident = only(
        "A suicide bomber killed nine people at a market in Baghdad on Monday. "
        "The attack took place as shoppers queued for bread. The blast also wounded 20 people."
    )
    assert incident.subtype == "suicide-bombing"
    assert tolls(incident) == {"killed": (9, 9), "injured": (20, 20)}


def test_a_separate_attack_stays_apart() -> None:
    record = coded(
        "A car bomb killed nine people in Baghdad on Monday. In a separate attack, gunmen killed two soldiers in Mosul on Monday."
    )
    assert [sorted(p.place.name for p in i.places) for i in record.incidents] == [["Baghdad"], ["Mosul"]]


def test_a_sentence_that_turns_elsewhere_tells_of_another_incident() -> None:
    record = coded(
        "A roadside bomb killed nine policemen in Kabul on Monday. Elsewhere, a roadside bomb struck a car in Herat, killing two farmers."
    )
    assert [tolls(i)["killed"] for i in record.incidents] == [(9, 9), (2, 2)]


def test_a_victim_not_heard_of_before_speaks_for_another_incident() -> None:
    record = coded(
        "A car bomb exploded in Herat on Monday, wounding four soldiers. The rebels shelled two bakeries on Monday."
    )
    assert len(record.incidents) == 2


def test_the_same_town_on_another_day_is_another_incident() -> None:
    record = coded(
        "Rebels shelled Goma on Monday, killing four people. Rebels shelled Goma on Thursday, killing two people."
    )
    assert [i.when.start for i in record.incidents] == [date(2016, 5, 16), date(2016, 5, 19)]


def test_an_air_strike_is_not_the_rocket_attack_that_it_answers() -> None:
    record = coded(
        "Mortar shells hit a base near Kirkuk on Tuesday, killing five guards. "
        "On Thursday, jets carried out air strikes near Mosul in retaliation for the mortar attack."
    )
    assert [i.subtype for i in record.incidents] == ["shelling", "air-strike"]
    assert [(x.from_, x.to, x.relation) for x in record.links] == [("i2", "i1", "response-to")]


def test_sources_that_differ_give_a_range_and_keep_both_claims() -> None:
    record = coded(
        "A bomb hit a market in Kabul on Monday. The army said 12 people were killed in the blast. "
        "The health ministry said the blast had killed 14 people."
    )
    assert tolls(record.incidents[0]) == {"killed": (12, 14)}
    assert sorted((c.value, c.speaker) for c in record.claims if c.attribute == "killed") == [
        (12, "army"),
        (14, "health ministry"),
    ]


def test_side_by_side_figures_are_summed() -> None:
    incident = only(
        "Two American soldiers and one British soldier were killed by a roadside bomb near Basra on Monday."
    )
    assert sum(c.low or 0 for c in incident.casualties if c.kind == "killed") == 3


def test_a_subset_stays_out_of_the_total() -> None:
    incident = only("Eleven people, including three children, were killed in an air strike on Idlib on Monday.")
    assert tolls(incident) == {"killed": (11, 11)}


def test_at_least_leaves_the_top_open() -> None:
    assert tolls(only("At least 12 people were killed in a bombing in Baghdad on Wednesday.")) == {"killed": (12, None)}


def test_a_campaign_total_belongs_to_no_incident() -> None:
    record = coded(
        "A mine killed a farmer near Kandahar on Monday. Mines have killed 2,000 people in the country since 2001."
    )
    assert tolls(record.incidents[0]) == {"killed": (1, 1)}


def test_an_accident_is_no_incident() -> None:
    assert coded("Nine passengers were killed when a bus crashed near Lyon on Tuesday.").incidents == ()


def test_background_without_place_or_day_is_no_incident() -> None:
    assert coded("The army has been fighting a years-long insurgency.").incidents == ()


def test_a_place_that_locates_another_is_not_where_it_was() -> None:
    incident = only("Mortars hit a barracks in Bagram, just outside Kabul, on Tuesday, killing five guards.")
    assert [p.place.name for p in incident.places] == ["Bagram"]


def test_the_time_of_saying_is_not_the_time_of_the_event() -> None:
    incident = only("The ministry said on Thursday that gunmen had killed four people in Kirkuk.")
    assert incident.when.start is None and incident.when.end == date(2016, 5, 19)


def test_without_a_day_the_date_is_open_and_bounded_by_publication() -> None:
    incident = only("Gunmen killed four people in Kirkuk.")
    assert (incident.when.start, incident.when.end, incident.when.precision) == (None, date(2016, 5, 20), "unknown")


def test_police_who_use_tear_gas_make_a_protest_with_intervention() -> None:
    incident = only("Police fired tear gas at protesters in Athens on Sunday.")
    assert (incident.type, incident.subtype) == ("protest", "with-intervention")
    assert [w.name for w in incident.weapons] == ["tear gas"]


def test_every_published_value_has_words_in_the_report() -> None:
    text = "Rebels shelled the town of Nubl on Thursday, wounding four residents, the army said."
    record = coded(text)
    for claim in record.claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text) and claim.rule
    for incident in record.incidents:
        assert all(a.evidence for a in incident.actors) and all(p.evidence for p in incident.places)


def test_the_same_text_gives_the_same_record() -> None:
    text = "Two bombs exploded in Lima overnight, wounding three guards, police said."
    assert coded(text) == coded.__wrapped__(text)


def test_who_passes_a_law_takes_part_in_it() -> None:
    incident = only("The National Assembly approved an amnesty law in Bangui on Tuesday.")
    assert [(a.name, a.role) for a in incident.actors] == [("National Assembly", "participant")]


def test_people_joined_by_and_are_harmed_in_one_happening() -> None:
    incident = only("At least 15 farmers were killed and ten others injured in an air strike near Herat on Monday.")
    assert tolls(incident) == {"killed": (15, None), "injured": (10, 10)}


def test_a_lead_without_an_event_word_belongs_to_what_comes_next() -> None:
    incident = only(
        "Two officers escaped injury when their car was damaged by a homemade bomb. The attack took place in Omagh on Monday night."
    )
    assert tolls(incident) == {"injured": (0, 0)}
    assert [w.name for w in incident.weapons] == ["homemade bomb"]


def test_the_sick_who_died_are_no_toll_of_the_protest() -> None:
    incident = only(
        "Police dispersed a protest in Delmas on Monday with rubber bullets. Officials say four people have died of typhoid. "
        "An aid group says that 49 have died."
    )
    assert "killed" not in tolls(incident)


def test_who_foils_an_attack_and_seizes_arms_takes_part_and_makes_no_second_incident() -> None:
    incident = only(
        "The Northland navy thwarted an attack by sea brigands on merchant vessels off Aden on Monday, arresting 26 pirates and "
        "seizing arms, in the fifth successful operation since March."
    )
    assert incident.subtype == "disrupted-attack"
    assert tolls(incident) == {"captured": (26, 26)}
    assert [(a.name, a.role) for a in incident.actors][0] == ("sea brigands", "perpetrator")
    assert incident.when.start == incident.when.end


def test_soldiers_killed_on_a_stated_day_need_no_place() -> None:
    record = coded("Two soldiers were killed on Tuesday, the army said.")
    assert [i.when.start for i in record.incidents] == [date(2016, 5, 17)]


def test_a_placed_and_dated_peace_is_an_incident_whoever_made_it() -> None:
    incident = only("A peace agreement that ended the civil war was signed in Guatemala in 1996.")
    assert incident.subtype == "agreement"


def test_goods_seized_at_the_scene_are_no_incident_beside_the_raid() -> None:
    incident = only(
        "Troops arrested four militants in Herat on Monday. The troops also seized several rifles during the operation."
    )
    assert incident.subtype == "arrest"


def test_the_force_that_also_detained_others_goes_on_with_its_arrest() -> None:
    incident = only(
        "A security force arrested a rebel leader in Logar province on Monday. The leader moved weapons. "
        "The security force also detained two suspected rebels."
    )
    assert tolls(incident) == {"captured": (3, 3)}


def test_arrests_in_two_provinces_are_two() -> None:
    record = coded(
        "Troops arrested two rebels in Logar province on Monday. Troops arrested two rebels in Khost province on Monday."
    )
    assert [tolls(i) for i in record.incidents] == [{"captured": (2, 2)}, {"captured": (2, 2)}]


def test_two_killed_in_one_clause_with_another_are_two() -> None:
    incident = only("A rebel leader was killed along with another rebel by troops in Logar province on Monday.")
    assert sum(c.low or 0 for c in incident.casualties) == 2


def test_a_lead_that_adds_up_what_follows_is_no_figure_of_the_first() -> None:
    record = coded(
        "Bandits abducted about 50 villagers on Monday. They attacked Arlit village on Monday and abducted 19 people. "
        "Elsewhere, gunmen abducted about 30 people in Dosso village on Monday."
    )
    assert 50 not in [tolls(i)["abducted"][1] for i in record.incidents if "abducted" in tolls(i)]


def test_bodies_at_one_hospital_are_some_of_the_dead() -> None:
    incident = only(
        "A suicide bomber killed 11 people in Peshawar on Friday. Six bodies were received at the city hospital after the attack."
    )
    assert tolls(incident) == {"killed": (11, 11)}


def test_fighters_who_fire_on_the_troops_told_of_fight_the_same_clash() -> None:
    incident = only(
        "Three rebels were killed by Afghan troops during an operation in Logar on Monday. During the search, five rebels "
        "armed with assault rifles opened fire on the troops. The troops returned fire, killing three."
    )
    assert tolls(incident) == {"killed": (3, 3)}
    assert [w.name for w in incident.weapons] == ["assault rifle"]


def test_a_figure_that_its_own_source_withdraws_leaves_the_later_zero() -> None:
    incident = only(
        "A bomb exploded near a bus in Lahore on Friday. Police earlier stated that two people had been killed in the blast, "
        "but the city's police chief Khalid Awan said there were no deaths."
    )
    assert tolls(incident)["killed"] == (0, 0)


def test_what_was_done_when_belongs_to_what_came_before() -> None:
    text = "The march followed a night of rioting in Siliana on Saturday, when youths set fire to a tax office."
    assert [(i.subtype, [a.name for a in i.actors if a.role == "perpetrator"]) for i in coded(text).incidents if i.places] == [
        ("mob-violence", ["youths"])
    ]
