"""What counts as the means of a deed, in whole records."""

from __future__ import annotations

import pytest
from tests.coded import only


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("Two guards died in a dynamite attack on a union hall in Arda on Monday.", ["dynamite"]),
        ("Rebels killed two soldiers with mortar shells in Arda on Monday. The mortar rounds hit the barracks.", ["mortar shell"]),
        ("Clashes between stone pelters and police in Arda on Monday left two dead.", []),
        ("Rebels attacked a camp in Arda on Monday with heavy weapons and a rocket-propelled grenade.", ["rocket-propelled grenade"]),
    ],
)
def test_means_by_their_plain_names(text: str, weapons: list[str]) -> None:
    assert [w.name for w in only(text).weapons] == weapons


def test_bombs_that_a_commander_had_placed_are_no_means_of_his_death() -> None:
    text = "Soldiers killed a rebel commander in Arda on Monday. He directed the placement of improvised explosive devices."
    assert only(text).weapons == ()


def test_a_launcher_in_a_list_of_what_was_destroyed_is_no_means() -> None:
    text = (
        "Coalition jets destroyed four fighting positions, two vehicles, an ISIL-held building, and a rocket-propelled grenade launcher "
        "near Mosul on Monday."
    )
    assert only(text).weapons == ()
