"""The fullest form of an actor's name, its kind and country."""

import pytest

from warmonitor.resolve.actor import expand_coordination, fullest, kind_and_country

NAMES = [
    "United States",
    "Northern Observatory for Human Rights",
    "US-led coalition",
    "Mark Rowe",
    "Iraqi army",
    "Iraqi presidency",
]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("the Observatory", "Northern Observatory for Human Rights"),
        ("coalition", "US-led coalition"),
        ("Rowe", "Mark Rowe"),
        ("the US", "United States"),
        ("the army", "Iraqi army"),
        ("the group", "group"),
        ("Col. Rowe", "Mark Rowe"),
    ],
)
def test_the_fullest_form_in_the_report_is_found(short: str, long: str) -> None:
    assert fullest(NAMES, short) == long


def test_a_short_form_that_fits_two_actors_stays_as_it_is() -> None:
    assert fullest(["Iraqi army", "Syrian army"], "the army") == "army"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("British and US officials", ("British officials", "US officials")),
        ("Bosnia and Herzegovina", ("Bosnia and Herzegovina",)),
        ("Boko Haram and the Islamic State", ("Boko Haram", "Islamic State")),
        ("Carlos and Maria Rowe", ("Carlos Rowe", "Maria Rowe")),
        ("shepherds and their families", ("shepherds and their families",)),
    ],
)
def test_coordinated_names_are_expanded(text: str, names: tuple[str, ...]) -> None:
    assert expand_coordination(text) == names


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Iraqi Shiite militiamen", (None, "militia", "IQ")),
        ("Iranian-backed militia", (None, "militia", None)),
        ("Baratha militia", (None, "militia", None)),
        ("Chadian army", ("TD/army", "state-forces", "TD")),
        ("gunmen", (None, "unknown", None)),
        ("Houthi rebels", ("houthis", "rebel-group", "YE")),
        ("Syrian rebels", (None, "rebel-group", "SY")),
    ],
)
def test_unknown_actors_are_typed_by_their_head_noun(name: str, found: tuple[str | None, str, str | None]) -> None:
    assert kind_and_country(name) == found
