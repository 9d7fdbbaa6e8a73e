"""Doers that a report names apart from the deed, as readers of whole records see them."""

from __future__ import annotations

import pytest
from tests.coded import coded, doers, only

_DEED = "Gunmen shot dead a councillor in Arda on Monday. "


@pytest.mark.parametrize(
    ("said", "doer"),
    [
        ("Police suspect the Red Brigades of carrying out the attack.", ("Red Brigades", "suspected")),
        ("Police suspect that criminal gangs killed him.", ("criminal gangs", "suspected")),
        ("Boko Haram is the prime suspect.", ("Boko Haram", "suspected")),
        ("Boko Haram is widely believed to have carried out the attack.", ("Boko Haram", "suspected")),
        ("Officials linked the attack to Boko Haram.", ("Boko Haram", "suspected")),
        ("The attack had all the signs of Boko Haram.", ("Boko Haram", "suspected")),
        ("Members of the Northland Front (NF) group were suspected of being responsible for the attack.", ("Northland Front", "suspected")),
    ],
)
def test_gunmen_give_way_to_whoever_is_suspected(said: str, doer: tuple[str, str]) -> None:
    assert doers(only(_DEED + said)) == [doer]


def test_men_believed_to_be_rebels_are_suspected_rebels() -> None:
    assert doers(only("Armed men believed to be members of Boko Haram killed six villagers in Arda on Monday.")) == [("Boko Haram", "suspected")]


def test_police_who_back_troops_do_it_with_them_and_jets_only_help() -> None:
    found = doers(only("Northland troops, backed by police, killed nine militants in Arda on Monday."))
    assert [name for name, _ in found] == ["Northland troops", "police"]


def test_several_bombings_claimed_before_are_not_this_killing() -> None:
    found = only("Gunmen killed six villagers in Arda on Monday. Officials blamed Boko Haram, which has claimed several attacks.")
    assert doers(found) == [("Boko Haram", "attributed")]


def test_troops_of_two_states_are_two_doers() -> None:
    found = doers(only("Somali and Kenyan troops killed nine militants in Arda on Monday."))
    assert [name for name, _ in found] == ["Somali troops", "Kenyan troops"]


def test_strikes_of_two_states_are_by_both() -> None:
    found = doers(only("Syrian and Russian air strikes killed nine civilians in Arda on Monday."))
    assert sorted(name for name, _ in found) == ["Russia", "Syria"]


def test_a_states_strike_is_its_armys_where_that_is_named() -> None:
    text = "An Israeli strike killed two men in Gaza on Monday. The Israeli military said it was checking the report."
    assert [name for name, _ in doers(only(text))] == ["Israeli military"]


def test_enemy_fighters_are_the_one_group_that_the_report_names() -> None:
    text = "Boko Haram raided a village in Borno on Sunday, killing two. Enemy fighters attacked an army camp in Gwoza on Monday."
    assert [doers(i) for i in coded(text).incidents] == [[("Boko Haram", "stated")]] * 2
