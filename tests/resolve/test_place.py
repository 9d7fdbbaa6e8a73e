"""Names are placed by their company."""

from collections.abc import Iterator

import pytest

from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.model.mention import Place, PlaceMention
from warmonitor.model.span import Span
from warmonitor.resolve.place import resolve_places


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    yield open_gazetteer()


def mention(
    i: int, name: str, *, near: bool = False, within: int | None = None, kind: str = "", why: str = ""
) -> PlaceMention:
    place = Place(name, None, None, None, 2 if near else 1, kind=kind, why=why)
    return PlaceMention(10 * i, 10 * i + 1, Span(60 * i, 60 * i + len(name)), name, "location", near, within, place)


def test_alexandria_among_iraqi_towns_is_in_iraq(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Karbala"), mention(1, "Hillah"), mention(2, "Alexandria")], gazetteer)
    assert [p.place.country for p in places] == ["IQ", "IQ", "IQ"]


def test_alexandria_beside_virginia_is_in_the_united_states(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Alexandria", within=1), mention(1, "Virginia")], gazetteer)
    assert places[0].place.country == "US" and places[0].place.admin1 == "Virginia"


def test_stated_offset_moves_the_point_and_lowers_the_precision(gazetteer: Gazetteer) -> None:
    (p,) = resolve_places([mention(0, "Kabul", near=True, why="50.0 km 0")], gazetteer)
    assert p.place.lat == pytest.approx(34.98, abs=0.05) and p.place.precision == 2


def test_unknown_name_keeps_its_name_and_takes_the_stated_country(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Qarqaburra", within=1), mention(1, "Iraq")], gazetteer)
    assert (
        places[0].place.lat is None and places[0].place.country == "IQ" and places[0].place.why.startswith("unresolved")
    )


def test_unknown_name_without_stated_nesting_has_no_country(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Qarqaburra"), mention(1, "Iraq")], gazetteer)
    assert places[0].place.country is None


def test_province_is_placed_with_precision_three(gazetteer: Gazetteer) -> None:
    (p,) = resolve_places([mention(0, "Helmand", kind="province")], gazetteer)
    assert (p.place.kind, p.place.precision) == ("province", 3)
