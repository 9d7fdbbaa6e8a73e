"""Which claims a report makes: value by value, speaker by speaker."""

from __future__ import annotations

from tests.coded import coded


def said(text: str, attribute: str) -> list[tuple[object, str, str]]:
    """(value, speaker, stance) of the claims of one attribute."""
    return [(c.value, c.speaker, c.stance) for c in coded(text).claims if c.attribute == attribute]


def test_what_was_destroyed_is_a_claim_of_whoever_says_so() -> None:
    text = "Rebels shelled Marib on Monday, killing two men and destroying a bakery, residents said."
    assert said(text, "damage") == [("destroying a bakery", "residents", "asserts")]


def test_a_reason_is_a_claim_with_its_leading_words() -> None:
    text = "Gunmen killed four farmers near Goma on Monday in retaliation for a cattle raid, the governor said."
    assert said(text, "motive") == [("in retaliation for a cattle raid", "governor", "asserts")]


def test_what_a_crowd_calls_for_is_its_motive() -> None:
    text = "Thousands of students marched in Harare on Monday, demanding free elections."
    assert said(text, "motive") == [("demanding free elections", "narrator", "asserts")]


def test_a_shorter_wording_of_the_same_value_is_no_second_claim() -> None:
    text = "Gunmen with assault rifles attacked a post in Kirkuk on Monday. They fired rifles at the guards, killing two."
    assert [value for value, _, _ in said(text, "weapon")] == ["assault rifles"]


def test_a_place_is_cut_with_what_it_is() -> None:
    text = "Gunmen killed four farmers in the northern village of Torwa on Monday."
    assert [value for value, _, _ in said(text, "location")] == ["northern village of Torwa"]


def test_a_weapon_keeps_its_number_in_words() -> None:
    text = "Rebels fired three mortars at a market in Marib on Monday, killing two men."
    assert [value for value, _, _ in said(text, "weapon")] == ["three mortars"]


def test_who_only_speaks_of_the_attack_does_not_claim_that_it_occurred() -> None:
    text = "Gunmen killed four farmers near Goma on Monday. The governor said the attack showed the need for more police."
    assert [c.speaker for c in coded(text).claims if c.attribute == "occurred"] == []


def test_each_of_two_speakers_has_the_claim() -> None:
    text = "A bomb killed two soldiers in Kirkuk on Monday, police and the army said."
    assert said(text, "killed") == [(2, "police", "asserts"), (2, "army", "asserts")]


def test_its_troops_are_the_army_that_says_so() -> None:
    text = "The Chadian army said on Monday its troops had killed 12 rebels near Bol."
    assert said(text, "perpetrator") == [("Chadian army", "Chadian army", "claims-responsibility")]
    assert [stance for _, _, stance in said(text, "killed")] == ["asserts"]


def test_those_fought_by_whoever_speaks_claim_nothing() -> None:
    text = "The Chadian army said it had clashed with rebels near Bol on Monday, leaving four dead."
    assert ("rebels", "Chadian army", "claims-responsibility") not in said(text, "perpetrator")


def test_what_a_means_was_used_for_is_the_motive() -> None:
    text = "The army used artillery on Monday near Goma to push the rebels out, killing two."
    assert [str(value)[:24] for value, _, _ in said(text, "motive")] == ["to push the rebels out, "]


def test_a_motive_that_is_not_known_is_said_to_be_unknown() -> None:
    text = "Gunmen killed four farmers near Goma on Monday. The motive for the killing was unclear, police said."
    assert [(speaker, stance) for _, speaker, stance in said(text, "motive")] == [("police", "unknown")]


def test_nobodys_reports_are_the_outlets_own_hedge() -> None:
    text = "Rebels attacked Goma on Monday, with reports suggesting that four men were killed."
    assert said(text, "killed") == [(4, "narrator", "hedges")]


def test_those_killed_beside_what_was_aimed_at_are_no_target_claim() -> None:
    text = "Rebels shelled a barracks in Goma on Monday, killing four villagers, residents said."
    assert said(text, "target") == [("barracks", "residents", "asserts")]


def test_soldiers_killed_with_nothing_else_aimed_at_are_the_target() -> None:
    text = "Gunmen killed three soldiers near Goma on Monday, the army said."
    assert [value for value, _, _ in said(text, "target")] == ["soldiers"]


def test_a_target_is_the_thing_that_a_name_describes() -> None:
    text = "Near Raqqa on Monday, a coalition strike destroyed an ISIL vehicle."
    assert [value for value, _, _ in said(text, "target")] == ["ISIL vehicle"]


def test_a_suicide_bomber_is_claimed_as_doer_though_nobody_is_named() -> None:
    text = "A suicide bomber attacked a market in Goma on Monday, killing six people, police said."
    assert said(text, "perpetrator") == [("suicide bomber", "police", "asserts")]


def test_who_is_arrested_is_the_target_of_the_arrest() -> None:
    text = "Police arrested a rebel commander in Goma on Monday."
    assert [value for value, _, _ in said(text, "target")] == ["rebel commander"]


def test_a_place_told_by_the_governor_is_not_told_again_by_the_outlet() -> None:
    text = (
        "Gunmen attacked a convoy in Torwa on Monday, the governor said. "
        "Four drivers were killed in the attack in Torwa."
    )
    assert [speaker for value, speaker, _ in said(text, "location")] == ["governor"]


def test_that_nobody_claimed_it_is_said_of_the_doer() -> None:
    text = "A bomb killed two soldiers in Kirkuk on Monday. No group has claimed responsibility for the blast."
    assert said(text, "perpetrator") == [("none claimed", "narrator", "unknown")]


def test_who_tells_of_his_own_violence_claims_it_and_not_that_it_occurred() -> None:
    text = "The Chadian army said on Monday its troops had killed 12 rebels near Bol."
    assert said(text, "occurred") == []


def test_planes_that_struck_are_no_means_unless_they_are_counted() -> None:
    assert said("On Monday, warplanes bombed a depot in Torwa.", "weapon") == []
    counted = said("On Monday, three planes bombed a depot in Torwa.", "weapon")
    assert [value for value, _, _ in counted] == ["three planes"]


def test_what_a_means_did_is_no_motive() -> None:
    text = "Police used batons to beat several students in Harare on Monday."
    assert said(text, "motive") == []


def test_who_condemns_two_attacks_condemns_each() -> None:
    text = (
        "Gunmen killed four farmers near Goma on Monday. A bomb killed two nurses in Kirkuk on Tuesday. "
        "The envoy condemned the shooting near Goma and the bombing in Kirkuk."
    )
    about = [s.about for s in coded(text).statements if s.act == "condemn"]
    assert len(about) == len(set(about)) == 2


def test_each_part_of_a_figure_is_claimed_and_the_toll_stays() -> None:
    record = coded("A bomb killed 16 people, including three children and a nurse, in Kirkuk on Monday, police said.")
    killed = [(c.value, c.speaker) for c in record.claims if c.attribute == "killed"]
    assert killed == [(16, "police"), (3, "police"), (1, "police")]
    assert [(c.low, c.high) for c in record.incidents[0].casualties if c.kind == "killed"] == [(16, 16)]


def test_people_counted_side_by_side_are_one_figure() -> None:
    text = "A shell killed a woman and two children in Torwa on Monday."
    assert [value for value, _, _ in said(text, "killed")] == [3]


def test_losses_of_two_sides_are_two_figures() -> None:
    text = "Two soldiers and 16 gunmen were killed in a battle in Torwa on Monday."
    assert [value for value, _, _ in said(text, "killed")] == [2, 16]


def test_what_officials_confirm_is_theirs_and_an_aside_the_outlets() -> None:
    text = "Officials on Friday confirmed the arrest of a rebel leader in Kirkuk province."
    assert [speaker for _, speaker, _ in said(text, "location")] == ["Officials"]
    text = "Officials condemned the arrest of a rebel leader in Kirkuk province on Monday."
    assert [speaker for _, speaker, _ in said(text, "location")] == ["narrator"]


def test_what_was_said_to_be_hit_is_claimed_also_where_those_in_it_are_the_target() -> None:
    text = "A shell hit a home in Torwa on Monday, killing Ana Roe, a resident said."
    assert "home" in [value for value, _, _ in said(text, "target")]


def test_troops_that_fought_are_the_army_that_tells_of_it() -> None:
    text = "The Chadian army said troops battled rebels near Bol on Monday, killing four of them."
    told = said(text, "perpetrator")
    assert ("Chadian army", "Chadian army", "claims-responsibility") in told
    assert ("rebels", "Chadian army", "asserts") in told


def test_a_toll_that_is_not_known_is_claimed_as_unknown_and_sets_no_toll() -> None:
    record = coded("Gunmen abducted ten monks in Torwa on Monday. It is not known how many of them have died, a bishop said.")
    assert ("bishop", "unknown") in [(c.speaker, c.stance) for c in record.claims if c.attribute == "killed"]
    assert [c for c in record.incidents[0].casualties if c.kind == "killed"] == []


def test_parts_told_behind_the_figure_are_claims_of_their_own() -> None:
    text = "Rebels attacked a market in Goma on Monday, wounding 20 people, seven of them critically, the mayor said."
    assert said(text, "injured") == [(20, "mayor", "asserts"), (7, "mayor", "asserts")]
    text = "A blast in Goma on Monday killed 15 people, among them four nurses and two guards, the mayor said."
    assert (4, "mayor", "asserts") in said(text, "killed")
