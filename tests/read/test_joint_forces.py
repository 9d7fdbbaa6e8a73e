"""Forces of two sides, told once in full and then in short."""

from __future__ import annotations

from tests.coded import coded


def test_the_combined_force_is_the_joint_force_told_before() -> None:
    text = "An Afghan and coalition security force arrested a rebel in Logar province on Monday. The combined force also detained two insurgents."
    (incident,) = coded(text).incidents
    assert [a.name for a in incident.actors if a.role == "perpetrator"] == ["Afghan and coalition security force"]
