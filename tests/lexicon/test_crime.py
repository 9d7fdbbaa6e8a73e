"""Ordinary crime is told from political violence by the words of the whole report."""

import pytest

from warmonitor.lexicon.crime import is_crime_story

CRIME = "Detectives have charged a man with the murder of his ex-girlfriend, who was stabbed in a parking lot, police said."


def test_a_police_report_of_a_murder_is_a_crime_story() -> None:
    assert is_crime_story(CRIME)


@pytest.mark.parametrize("more", ["The soldier had joined a rebel militia.", "Militants claimed the attack on the mosque, an army officer said."])
def test_words_of_conflict_make_it_something_else(more: str) -> None:
    assert not is_crime_story(f"{CRIME} {more}")


def test_a_report_without_words_of_crime_is_none() -> None:
    assert not is_crime_story("Three people were shot dead in Kirkuk on Monday.")
