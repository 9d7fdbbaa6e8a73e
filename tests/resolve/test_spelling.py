"""A name spelled another way is one place near the others of the report, or none."""

from __future__ import annotations

from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.resolve.spelling import letters_apart, spelled_alike


def entry(id_: int, name: str, lat: float, lon: float) -> Entry:
    return Entry(id_, name, "XX", "", lat, lon, "town", 1, 100, None, 5.0, "geonames", matched=name)


NEIGHBOUR = entry(1, "Port Alba", 10.0, 20.0)


def test_one_place_near_the_others_that_sounds_like_the_name_is_meant() -> None:
    found = spelled_alike("Qamenas", "XX", [NEIGHBOUR], lambda _n, _c: [entry(2, "Qmenas", 10.1, 20.1)])
    assert found is not None and found.id == 2


def test_two_such_places_or_a_distant_one_give_none() -> None:
    two = [entry(2, "Qmenas", 10.1, 20.1), entry(3, "Qamnas", 10.4, 20.3)]
    assert spelled_alike("Qamenas", "XX", [NEIGHBOUR], lambda _n, _c: two) is None
    assert spelled_alike("Qamenas", "XX", [NEIGHBOUR], lambda _n, _c: [entry(2, "Qmenas", 13.0, 20.1)]) is None


def test_letters_apart() -> None:
    assert [letters_apart(a, b) for a, b in (("alba", "alba"), ("alba", "elba"), ("alba", "albany"), ("", "ab"))] == [0, 1, 2, 2]
