"""Organs and those who act for them."""

from warmonitor.lexicon.organs import arms_of


def test_a_police_chief_has_officers_and_no_jets() -> None:
    assert "officer" in arms_of()["police"]
    assert "jet" not in arms_of()["police"]


def test_organs_of_one_line_share_their_arms() -> None:
    assert arms_of()["army"] is arms_of()["military"] or arms_of()["army"] == arms_of()["military"]
