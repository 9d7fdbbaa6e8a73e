"""Verbal acts; every act's own examples are tried, and who performs them."""

import pytest
from tests.reading_of import reading_of

from warmonitor.find.statements import find_statements
from warmonitor.lexicon.acts import acts

NAMES = {"Northland": "place", "Eastland": "place", "Ana Roe": "person", "Falcons Brigade": "armed-group"}
EXAMPLES = [(a.act, wanted, text) for a in acts() for wanted, texts in ((True, a.yes), (False, a.no)) for text in texts]


@pytest.mark.parametrize(("act", "wanted", "text"), EXAMPLES)
def test_examples_of_the_lexicon(act: str, wanted: bool, text: str) -> None:
    found = [s for s in find_statements(reading_of(text)) if s.act == act and not s.negated]
    assert bool(found) is wanted


def test_coordinated_speakers_each_perform_the_act() -> None:
    found = find_statements(
        reading_of("British and US officials condemned the attack.", {"British": "nationality", "US": "place"})
    )
    assert [(s.speaker.name, s.act) for s in found] == [("British officials", "condemn"), ("US officials", "condemn")]


def test_quoted_act_belongs_to_the_one_quoted_and_not_to_the_paper() -> None:
    found = find_statements(reading_of('"We welcome the truce," Ana Roe said.', dict(NAMES)))  # type: ignore[arg-type]
    assert [(s.speaker.name, s.act) for s in found] == [("Ana Roe", "praise")]


def test_accusation_names_its_target() -> None:
    found = find_statements(reading_of("Ana Roe accused the Falcons Brigade of burning the farm.", dict(NAMES)))  # type: ignore[arg-type]
    assert [(s.act, s.target) for s in found] == [("accuse", "Falcons Brigade")]


def test_what_nobody_did_is_no_statement_of_somebody() -> None:
    found = find_statements(reading_of("No group has claimed responsibility for the attack.", {}))
    assert [s for s in found if not s.negated] == []


def test_own_account_of_violence_is_a_claim_of_a_group_and_a_confirmation_of_an_army() -> None:
    group = find_statements(reading_of('"We shelled the base," the Falcons Brigade said.', {"Falcons Brigade": "armed-group"}))
    army = find_statements(reading_of("The Northland army said it had bombed two camps.", {"Northland army": "armed-group"}))
    others = find_statements(reading_of("The Northland army said rebels had bombed two camps.", {"Northland army": "armed-group"}))
    assert [(s.speaker.name, s.act) for s in group] == [("Falcons Brigade", "claim-responsibility")]
    assert [(s.speaker.name, s.act) for s in army] == [("Northland army", "confirm")]
    assert others == ()


def _acts(text: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(s.speaker.name, s.act, s.target) for s in find_statements(reading_of(text, names))]  # type: ignore[arg-type]


def test_an_army_confirms_what_its_bare_troops_did_and_not_what_others_troops_did() -> None:
    names = {"Northland army": "armed-group", "Eastland": "place"}
    assert _acts("The Northland army said troops shelled two camps.", names) == [("Northland army", "confirm", "")]
    assert _acts("The Northland army said Eastland troops shelled two camps.", names) == []


def test_whoever_tells_of_a_wrong_by_someone_named_accuses_him() -> None:
    said = "Northland said the Falcons Brigade violated the truce."
    assert _acts(said, dict(NAMES)) == [("Northland", "accuse", "Falcons Brigade")]


def test_residents_who_tell_who_shelled_them_accuse_nobody() -> None:
    assert _acts("Residents said the Falcons Brigade shelled the market.", dict(NAMES)) == []


def test_what_would_be_done_if_the_other_side_did_is_an_offer() -> None:
    said = "The Falcons Brigade said it would halt the shelling if Northland withdrew."
    assert _acts(said, dict(NAMES)) == [("Falcons Brigade", "offer", "")]


def test_what_is_not_confirmed_yet_is_not_confirmed() -> None:
    assert _acts("The Northland army has yet to confirm the attack.", {"Northland army": "armed-group"}) == []


def test_those_suspected_are_not_accused() -> None:
    said = "Ana Roe said the Falcons Brigade was suspected of being responsible for the attack."
    assert [a for a in _acts(said, dict(NAMES)) if a[1] == "accuse"] == []


def test_who_claims_in_the_name_of_his_group_is_the_speaker() -> None:
    said = '"The Falcons Brigade takes full responsibility for the attack," Ana Roe said.'
    assert [(s, a) for s, a, _ in _acts(said, dict(NAMES))] == [("Ana Roe", "claim-responsibility")]


def test_a_body_is_called_by_the_name_it_is_known_by() -> None:
    names = {"UNNOR": "organisation", "Northland": "place"}
    said = "The mission in Northland, known as UNNOR, condemned the attack."
    assert _acts(said, names) == [("UNNOR", "condemn", "")]


def test_a_long_title_does_not_hide_the_person() -> None:
    said = "Acting Under Secretary for Roads and Public Works Ana Roe condemned the attack."
    assert [s for s, _, _ in _acts(said, {"Ana Roe": "person"})] == ["Ana Roe"]


def test_a_military_confirms_and_does_not_claim_the_strike_that_it_says_it_carried_out() -> None:
    said = "The Northland military said it carried out the strike."
    assert [(s, a) for s, a, _ in _acts(said, {"Northland military": "armed-group"})] == [("Northland military", "confirm")]


def test_the_work_of_somebody_is_laid_at_his_door() -> None:
    said = "Ana Roe said the attack was the work of the Falcons Brigade."
    assert _acts(said, dict(NAMES)) == [("Ana Roe", "accuse", "Falcons Brigade")]


def test_a_mayor_is_named_after_his_town() -> None:
    said = "The mayor of Northland, Ana Roe, said the attack was an act of evil."
    assert [(s, a) for s, a, _ in _acts(said, dict(NAMES))] == [("Ana Roe", "condemn")]


def test_a_minister_who_speaks_of_another_bodys_claim_makes_none() -> None:
    text = 'Trade Minister Ana Roe said: "It was the attack in Kirkuk for which the Nusra Front has claimed responsibility."'
    claims = [m for m in find_statements(reading_of(text, {"Ana Roe": "person", "Nusra Front": "armed-group"})) if m.act == "claim-responsibility"]
    assert [(m.speaker.name, [v.name for v in m.via]) for m in claims] == [("Nusra Front", ["Ana Roe"])]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"It was wrong then and it is wrong today," Ana Roe said.', "condemn"),
        ('Ana Roe said: "I am saddened and shocked by reports that the rebels killed ten men."', "condemn"),
        ('"The guilt for these killings is on the head of the Falcons Brigade," Ana Roe said.', "accuse"),
        ('Ana Roe said: "This attack is a sign of the Falcons Brigade\'s cowardice."', "accuse"),
    ],
)
def test_plain_words_that_judge(text: str, act: str) -> None:
    found = find_statements(reading_of(text, dict(NAMES)))  # type: ignore[arg-type]
    assert (act, "Ana Roe") in [(s.act, s.speaker.name) for s in found]


def test_those_massacred_are_not_accused_of_it() -> None:
    text = "Ana Roe said that two colonels took part in the massacre of the Carmelites."
    found = find_statements(reading_of(text, {**NAMES, "Carmelites": "organisation"}))  # type: ignore[arg-type, dict-item]
    assert "Carmelites" not in [s.target for s in found]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The Falcons Brigade denied that it had planted the bomb.", ["disclaim"]),
        ("The Falcons Brigade denied firing the rockets.", ["disclaim"]),
        ("The Falcons Brigade denied that soldiers had planted the bomb.", ["deny"]),
        ("The Falcons Brigade denied using napalm.", ["deny"]),
    ],
)
def test_who_denies_having_used_the_means_disclaims_the_deed(text: str, acts: list[str]) -> None:
    assert [m.act for m in find_statements(reading_of(text))] == acts
