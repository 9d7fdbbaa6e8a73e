"""Links that stand in what is told of the doers, in whole records."""

from __future__ import annotations

import pytest
from tests.coded import coded


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Police killed a teenager in Arda on Friday. Angered by the killing, residents torched a police station on Saturday.",
            ("mob-violence", "response-to", "attack"),
        ),
        (
            "The Israeli army killed two militants in Gaza on Sunday. A spokesman said the strike targeted a rocket squad that had fired "
            "rockets at Eshkol on Saturday.",
            ("air-strike", "response-to", "shelling"),
        ),
        (
            "Rebels abducted two policewomen in Patikul on April 29. Troops conducting an operation to rescue the policewomen clashed with "
            "the rebels in Patikul on Monday.",
            ("armed-clash", "response-to", "abduction"),
        ),
    ],
)
def test_who_did_it_tells_what_it_answers(text: str, link: tuple[str, str, str]) -> None:
    record = coded(text)
    kinds = {i.id: i.subtype for i in record.incidents}
    assert [(kinds[x.from_], x.relation, kinds[x.to]) for x in record.links] == [link]


def test_prisoners_let_go_for_hostages_are_part_of_the_exchange() -> None:
    text = "The Falcons Brigade freed six nurses in Borno on Thursday in exchange for two militants, who were released in Mubi on Wednesday."
    record = coded(text)
    names = {i.id: {a.name for a in i.actors} for i in record.incidents}
    (link,) = record.links
    assert link.relation == "part-of" and "militants" in names[link.from_] and "nurses" in names[link.to]


def test_a_search_for_a_rebel_leader_answers_no_abduction() -> None:
    text = "Rebels abducted two drivers in Arda on April 29. Troops arrested three rebels in Borsa on Monday during a search for a rebel leader."
    assert coded(text).links == ()
