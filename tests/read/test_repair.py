"""Complements hang on the noun that they complete."""

from warmonitor.model.report import Report
from warmonitor.read.language import open_language


def heads(text: str, *words: str) -> list[str]:
    """The word on which each of the words hangs."""
    (parse,) = open_language().parse([Report("t", text)])
    return [parse.tokens[next(t.head for t in parse.tokens if t.lower == w)].lower for w in words]


def test_a_complement_behind_two_nouns_belongs_to_the_second() -> None:
    text = "The mayor has condemned the ambush and killing of four guards by gunmen."
    assert heads(text, "of", "by") == ["killing", "killing"]


def test_a_doer_behind_a_victim_belongs_to_the_deed() -> None:
    assert heads("The mayor condemned the killing of four guards by gunmen.", "by") == ["killing"]


def test_people_behind_a_verb_of_harm_are_its_object() -> None:
    text = "A suicide bomber killed at least nine soldiers gathered to receive their monthly pay in Aden on Sunday, officials said."
    assert heads(text, "soldiers", "gathered") == ["killed", "soldiers"]


def test_a_state_behind_a_comma_tells_where_the_place_before_it_is() -> None:
    text = "Minister: reports that the militia has murdered 70 tribesmen in Anbar, Iraq"
    assert heads(text, "iraq") == ["anbar"]


def test_a_clause_of_harm_behind_a_place_is_told_of_the_deed() -> None:
    text = "The mayor condemned the militia's bomb attacks in the town of Northford in East Province, which killed dozens of civilians."
    assert heads(text, "killed") == ["attacks"]


def test_the_second_of_two_subjects_says_who_the_first_is() -> None:
    text = "Two members of the mayor's escort, members of the secret police, were wounded during the attack, the sources added."
    (parse,) = open_language().parse([Report("t", text)])
    members = [t for t in parse.tokens if t.lower == "members"]
    assert [(t.dep, parse.tokens[t.head].lower) for t in members] == [("nsubjpass", "wounded"), ("appos", "members")]


def test_what_an_editor_explains_in_square_brackets_speaks_not() -> None:
    text = "BAYTOWN, 3 MAY 89 (ABC) -- [TEXT] THE FREE NORTHLAND FRONT [FNF] REPORTS THAT ITS UNITS ATTACKED THE BARRACKS."
    assert heads(text, "front") == ["reports"]


def test_he_who_shot_dead_is_no_shot() -> None:
    assert heads("A sniper shot dead a boy in Hays, his family said.", "sniper", "boy", "dead", "shot") == ["shot", "shot", "shot", "said"]


def test_the_mark_of_a_list_is_no_word_of_its_item() -> None:
    (parse,) = open_language().parse([Report("t", "• Gunmen shot dead a teacher in Hays.")])
    assert parse.tokens[0].dep == "punct"


def test_a_second_province_is_no_subject() -> None:
    text = "In Northtown district, Helmand province, a combined force conducted an operation today."
    assert heads(text, "force", "province") == ["conducted", "district"]


def test_a_second_object_is_no_second_verb() -> None:
    assert heads("Rebels killed a priest and five parishioners during Mass on Sunday.", "parishioners") == ["priest"]


def test_a_passive_takes_no_object_from_the_clause_behind_it() -> None:
    text = "At least 19 people, including 12 soldiers, were killed when suspected Red Front rebels ambushed a convoy in a remote region."
    assert heads(text, "rebels") == ["ambushed"]


def test_a_participle_goes_with_the_participle_before_it() -> None:
    text = "A bomber struck a market, killing at least 11, including a mayor believed to be the target of the attack, and injuring 36."
    assert heads(text, "injuring") == ["killing"]
