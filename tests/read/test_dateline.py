"""A dateline is told from the sentence behind it, in the many forms that agencies give it."""

import pytest

from warmonitor.model import Report
from warmonitor.read.dateline import dateline
from warmonitor.read.layout import blocks

BEHIND = "Gunmen raided a village on Friday."


@pytest.mark.parametrize(
    "opening",
    [
        "TARVIN (Reuters) - ", "Tarvin (AFP) - ", "TARVIN, Norland, Sept. 3 (Xinhua) -- ", "Tarvin/Oslo (ICRC) – ",
        "TARVIN/OSLO (AP) _ ", "Beirut, Lebanon — ", "BEIRUT — ", "New Delhi, Dec 15 (ANI): ", "TARVIN: ", "Tarvin, Apr 23: ",
        "Abuja, Nigeria | AFP | ", "(CNN) — ", "(CNN)", "Damascus, SANA- ", "TARVIN (Pajhwok): ", "27 March 2017 – ",
        "WASHINGTON, DC, May 3, 2016 - ", "Mexico City (EFE).- ", "Tegucigalpa, 3 Mar (ACAN-EFE) -- [TEXT] ", "Tehran, IRNA – ",
        "Kyiv. 12 March. Interfax-Ukraine – ", "MOSCOW, August 3. /TASS/. ", "GAZA, (WAFA) - ", "March 3, 2014 (JUBA) – ",
        "Tarvin, Nov 11 -\n", "Tarvin/Ostra, Jun 12 : ",
        "HEBRON, Monday, May 3, 2010 (WAFA) - ", "YEREVAN, APRIL 28, ARMENPRESS. ", "MOSCOW, Russia (A.W.)—", "Tarvin – ", "Tarvin : ",
    ],
)  # fmt: skip
def test_town_country_day_and_agency_in_many_orders(opening: str) -> None:
    assert dateline(opening + BEHIND, lead=True) == len(opening)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarvin - once the seat of kings - was raided by gunmen.", "The army - backed by jets - attacked the town.",
        "NATO: nine soldiers were killed.", "Syria: 20 killed in an air raid.", "Clashes in Kirkuk: nine killed.",
        "ISIS (Daesh) - the group that attacked - fled.", "Monday, May 3: nine soldiers were killed in a raid.",
        "Sen. Ann Lee (R-Ohio) — The vote was late.", "Police: nine killed in a raid.",
        "DSP (city) Ann Lee said nine were killed.",
    ],
)  # fmt: skip
def test_sentences_with_a_colon_or_a_dash_are_no_datelines(sentence: str) -> None:
    assert dateline(sentence, lead=True) == 0


def test_a_town_and_a_mark_alone_head_an_item_further_down() -> None:
    assert dateline("Tarvin – Gunmen raided a village.", lead=False) == 0
    assert dateline("TARVIN (AP) – Gunmen raided a village.", lead=False) > 0


def test_the_dateline_is_a_block_of_its_own() -> None:
    text = "Village raided\n\nTarvin/Oslo (ICRC) – Gunmen raided a village."
    found = [(b.kind, text[b.start : b.end]) for b in blocks(Report("r", text, None, "Village raided"))]
    assert found == [
        ("headline", "Village raided"), ("dateline", "Tarvin/Oslo (ICRC) –"), ("body", "Gunmen raided a village."),
    ]  # fmt: skip


def test_a_title_further_down_is_a_headline_and_a_standfirst_is_none() -> None:
    text = (
        "Shells hit two towns\n\nA round-up of what was told on Monday by the agency\n\nShells fell on Arda.\n\n"
        "Rocket attack claims life of citizen in Borsa\n\nRockets fell on Borsa, killing one."
    )
    kinds = [b.kind for b in blocks(Report("r", text, None, "Shells hit two towns"))]
    assert kinds == ["headline", "body", "body", "headline", "body"]
