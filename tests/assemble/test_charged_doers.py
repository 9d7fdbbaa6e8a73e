"""Doers that a report names apart from the deed, as readers of whole records see them."""

from __future__ import annotations

import pytest
from tests.coded import doers, only

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
