"""Words that mean an incident only in company: crowds are dispersed, sanctions are imposed, ground is retaken."""

from __future__ import annotations

import pytest
from tests.coded import coded, only, tolls


@pytest.mark.parametrize(
    "text, subtypes",
    [
        ("Rebel shelling of Herat on Monday killed two people after the truce was violated.", ["shelling"]),
        ("The government and the rebels signed a truce in Herat on Monday.", ["agreement"]),
        ("The army retook the town of Sabha from the militants on Monday.", ["territory-gained"]),
        ("Soldiers opened fire in Herat on Monday, and police dispersed the protesters with tear gas.", ["with-intervention"]),
    ],
)
def test_a_word_in_its_company_is_an_incident_and_out_of_it_is_none(text: str, subtypes: list[str]) -> None:
    assert [i.subtype for i in coded(text).incidents][-1:] == subtypes[-1:]


def test_sanctions_that_are_called_for_were_not_imposed() -> None:
    record = coded("Gunmen killed two people in Herat on Monday. The minister called on Tuesday for sanctions against the rebels.")
    assert [i.subtype for i in record.incidents] == ["attack"]


def test_a_sum_over_years_is_no_incident() -> None:
    assert not coded("Insurgents have killed 900 soldiers in Herat since 2014.").incidents


def test_arrests_at_the_scene_are_captured_people_of_the_protest() -> None:
    incident = only("Police fired tear gas at protesters in Harare on Monday. Seven people were hurt and 80 were arrested.")
    assert incident.subtype == "with-intervention"
    assert tolls(incident)["captured"] == (80, 80)
