"""Items of strike lists, which open with "Near"."""

from __future__ import annotations

from tests.coded import coded


def test_near_opens_no_name() -> None:
    text = (
        "On Jan. 10, coalition military forces conducted eight airstrikes against ISIL terrorists in Syria.\n"
        "Near Ayn Isa, three strikes destroyed a vehicle.\n\nNear Dayr Az Zayr, five strikes destroyed three oil well heads and an excavator.\n"
    )
    places = [p.place.name for i in coded(text).incidents for p in i.places]
    assert len(places) == 2 and places[0] == "Ayn Isa" and places[1].startswith("Dayr Az")
