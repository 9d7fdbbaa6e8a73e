"""What an event word means by what is taken, who does it and in what company it stands."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.find.events import find_events


def told(text: str) -> list[tuple[str, str]]:
    """(First lemma, first subtype) of each mention that tells of something that happened."""
    reading = reading_of(text)
    return [(reading.tokens[e.first].lemma, e.subtypes[0]) for e in find_events(reading) if e.realis == "actual"]


def test_part_of_a_town_is_ground() -> None:
    assert ("capture", "territory-gained") in told("Rebel fighters captured the northern part of the town on Monday.")
    assert ("liberate", "territory-gained") in told("The militia liberated dozens of villages last week.")


def test_those_who_broke_out_are_arrested_when_recaptured() -> None:
    assert ("recapture", "arrest") in told("Police recaptured nine prisoners near the river on Sunday.")
    assert ("recapture", "territory-gained") in told("Troops recaptured the village on Sunday.")


def test_inmates_who_flee_a_jail_escape() -> None:
    reading = reading_of("About 60 inmates fled the county jail in Orvale on Friday after armed men attacked it.")
    flight = find_events(reading)[0]
    assert (flight.subtypes, flight.frame, flight.realis) == (("other",), "captive", "actual")
    assert [reading.words(a.first, a.last) for a in flight.arguments] == ["About 60 inmates"]


def test_gunmen_who_burn_houses_are_no_mob() -> None:
    assert told("Gunmen set fire to the church and two shops.") == [("set", "looting-destruction")]
    assert told("Youths set fire to the town hall.") == [("set", "mob-violence")]


def test_an_encounter_is_a_fight_where_fighters_are_told() -> None:
    assert ("encounter", "armed-clash") in told("Three militants were killed in an encounter in Sorra district on Monday.")
    assert told("The novel tells of an encounter with a stranger in a park.") == []


@pytest.mark.parametrize("text", ["The force executed a search warrant on Monday.", "Marchers set off for the capital on Monday."])
def test_carrying_out_and_setting_off_are_no_violence(text: str) -> None:
    assert not {s for _, s in told(text)} & {"attack", "remote-explosive"}


def test_a_bomb_taken_apart_is_a_disrupted_attack() -> None:
    assert told("Army engineers dismantled an explosive device on the road to Velm on Monday.") == [("dismantle", "disrupted-attack")]


def test_who_finds_bodies_is_not_who_died() -> None:
    reading = reading_of("Police found the bodies of two farmers in Orvale on Tuesday.")
    event = next(e for e in find_events(reading) if reading.tokens[e.first].lemma == "find")
    assert [reading.words(a.first, a.last) for a in event.arguments] == ["two farmers"]


def test_armies_take_prisoners_and_bandits_captives() -> None:
    assert ("take", "arrest") in told("The troops took 40 prisoners in the valley on Monday.")
