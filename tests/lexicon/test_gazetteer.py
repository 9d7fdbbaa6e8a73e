"""The built index knows the places that reports name, quickly and in a fixed order."""

import time
from collections.abc import Iterator

import pytest

from warmonitor.lexicon.gazetteer import Gazetteer, explain_lookup, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    yield open_gazetteer()


def test_translated_exonym_offers_the_local_town(gazetteer: Gazetteer) -> None:
    assert {"EG", "IQ", "US"} <= {e.country for e in gazetteer.lookup("Alexandria")}


def test_spelling_with_bou_finds_the_town_with_abu(gazetteer: Gazetteer) -> None:
    assert [e.country for e in gazetteer.lookup("al-Bou Kamal") if e.kind == "town"] == ["SY"]


def test_unknown_name_is_unknown(gazetteer: Gazetteer) -> None:
    assert not gazetteer.has("Zzyzyxville") and gazetteer.lookup("Zzyzyxville") == ()


def test_province_has_its_own_entry_and_a_radius(gazetteer: Gazetteer) -> None:
    province = next(e for e in gazetteer.lookup("Helmand") if e.kind == "province")
    assert province.country == "AF" and province.precision == 3 and province.radius > 50


def test_nationality_names_its_country(gazetteer: Gazetteer) -> None:
    assert (
        gazetteer.demonym("Iraqis") == "IQ"
        and gazetteer.demonym("Congolese") == "CD"
        and gazetteer.demonym("brick") is None
    )


def test_index_opens_in_a_fifth_of_a_second(gazetteer: Gazetteer) -> None:
    start = time.perf_counter()
    open_gazetteer()
    assert time.perf_counter() - start < 0.2


def test_order_of_candidates_is_fixed(gazetteer: Gazetteer) -> None:
    again = open_gazetteer().lookup("Springfield")
    assert [e.id for e in again] == [e.id for e in gazetteer.lookup("Springfield")]


def test_explanation_prefers_the_place_beside_the_named_one(gazetteer: Gazetteer) -> None:
    best = explain_lookup(gazetteer, "Alexandria", near="Najaf")[0]
    assert best.entry.country == "IQ" and any("km from" in r for r in best.reasons)
