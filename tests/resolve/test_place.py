"""Names are placed by their company."""

from collections.abc import Iterator

import pytest

from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.model.mention import Offset, PartOf, Place, PlaceMention
from warmonitor.model.span import Span
from warmonitor.resolve.place import resolve_places
from warmonitor.resolve.points import refined


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    yield open_gazetteer()


def mention(
    i: int, name: str, *, near: bool = False, within: int | None = None, kind: str = "", offset: Offset | None = None,
    between: int | None = None, part: PartOf | None = None,
) -> PlaceMention:  # fmt: skip
    place = Place(name, None, None, None, 2 if near else 1, kind=kind)
    span = Span(60 * i, 60 * i + len(name))
    return PlaceMention(10 * i, 10 * i + 1, span, name, "location", near, within, place, offset, between, part)


def test_alexandria_among_iraqi_towns_is_in_iraq(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Karbala"), mention(1, "Hillah"), mention(2, "Alexandria")], gazetteer)
    assert [p.place.country for p in places] == ["IQ", "IQ", "IQ"]


def test_alexandria_beside_virginia_is_in_the_united_states(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Alexandria", within=1), mention(1, "Virginia")], gazetteer)
    assert places[0].place.country == "US" and places[0].place.admin1 == "Virginia"


def test_stated_offset_moves_the_point_and_lowers_the_precision(gazetteer: Gazetteer) -> None:
    (p,) = resolve_places([mention(0, "Kabul", near=True, offset=Offset(50.0, 0.0))], gazetteer)
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


def test_capital_is_meant_before_the_state_of_its_name(gazetteer: Gazetteer) -> None:
    (p,) = resolve_places([mention(0, "Washington")], gazetteer)
    assert (p.place.kind, p.place.admin1) == ("town", "District of Columbia")


def test_small_namesake_far_from_the_report_stays_unresolved(gazetteer: Gazetteer) -> None:
    names = ["Herat", "Kabul", "Kandahar", "Lick Fork"]
    places = resolve_places([mention(i, n) for i, n in enumerate(names)], gazetteer)
    assert [p.place.country for p in places] == ["AF", "AF", "AF", None]


def test_name_told_by_its_distance_from_another_gets_a_computed_point(gazetteer: Gazetteer) -> None:
    told = mention(0, "Qarqaburra", within=1, offset=Offset(20.0, 180.0))
    (p, _) = resolve_places([told, mention(1, "Kirkuk")], gazetteer)
    assert p.place.lat == pytest.approx(35.29, abs=0.05) and (p.place.country, p.place.precision) == ("IQ", 2)


def test_listed_neighbours_do_not_nest(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Karbala", within=1), mention(1, "Najaf")], gazetteer)
    assert places[0].within is None


def test_quarter_nests_in_its_city(gazetteer: Gazetteer) -> None:
    places = resolve_places([mention(0, "Karrada", within=1), mention(1, "Baghdad")], gazetteer)
    assert places[0].within == 1 and places[0].place.kind == "quarter"


def test_same_mentions_give_the_same_places(gazetteer: Gazetteer) -> None:
    names = [mention(i, n) for i, n in enumerate(["Paris", "Springfield", "Tripoli", "Georgia", "Hama"])]
    assert resolve_places(names, gazetteer) == resolve_places(names, open_gazetteer())


def test_between_two_towns_is_halfway_with_precision_two(gazetteer: Gazetteer) -> None:
    told = [mention(0, "Kirkuk", near=True, between=1), mention(1, "Tikrit", near=True, between=0)]
    (p, q) = refined(resolve_places(told, gazetteer), gazetteer)
    assert (p.place.lat, p.place.lon) == (q.place.lat, q.place.lon) == pytest.approx((35.03, 44.04), abs=0.1)
    assert p.place.precision == 2


def test_northern_iraq_is_not_the_middle_of_iraq(gazetteer: Gazetteer) -> None:
    part = PartOf("northern Iraq", Span(0, 13), 0.0)
    (p,) = refined(resolve_places([mention(0, "Iraq", part=part)], gazetteer), gazetteer)
    assert p.name == "northern Iraq" and p.place.lat == pytest.approx(36.0, abs=0.8) and p.place.precision == 3


def test_part_of_a_town_stays_at_the_town(gazetteer: Gazetteer) -> None:
    part = PartOf("eastern Kirkuk", Span(0, 14), 90.0)
    (p,) = refined(resolve_places([mention(0, "Kirkuk", part=part)], gazetteer), gazetteer)
    assert p.name == "Kirkuk" and p.place.lat == pytest.approx(35.47, abs=0.05)


def test_unknown_village_of_a_known_district_takes_its_point_and_says_so(gazetteer: Gazetteer) -> None:
    told = [mention(0, "Zarbulaq", within=1, kind="village"), mention(1, "Garmsir", kind="district")]
    (p, d) = resolve_places(told, gazetteer)
    assert (p.place.lat, p.place.precision) == (d.place.lat, 2) and "not known by name" in p.place.why


def test_stated_country_rules_out_a_namesake_elsewhere(gazetteer: Gazetteer) -> None:
    (p, _) = resolve_places([mention(0, "Springfield", within=1), mention(1, "Iraq")], gazetteer)
    assert p.place.lat is None and p.place.country == "IQ"


def test_stated_distance_does_not_rule_a_known_town_out(gazetteer: Gazetteer) -> None:
    told = mention(0, "Mosul", within=1, offset=Offset(350.0, 315.0))
    (p, _) = resolve_places([told, mention(1, "Baghdad")], gazetteer)
    assert p.place.lat == pytest.approx(36.34, abs=0.05)


def test_the_capital_is_that_of_the_country_the_report_is_about(gazetteer: Gazetteer) -> None:
    told = [mention(0, "Kismayo"), mention(1, "Jowhar"), mention(2, "Nairobi"), mention(3, "capital", kind="capital")]
    p = refined([*resolve_places(told[:3], gazetteer), told[3]], gazetteer)[3]
    assert (p.place.country, p.place.precision) == ("SO", 1) and p.place.lat == pytest.approx(2.04, abs=0.1)


def test_the_north_is_that_of_the_country_the_report_is_about(gazetteer: Gazetteer) -> None:
    part = PartOf("north", Span(60, 65), 0.0)
    told = [mention(0, "Maiduguri"), mention(1, "north", kind="direction", part=part)]
    p = refined([*resolve_places(told[:1], gazetteer), told[1]], gazetteer)[1]
    assert (p.place.country, p.place.precision) == ("NG", 3) and (p.place.lat or 0) > 11


def test_a_town_stands_where_the_supplement_puts_it(gazetteer: Gazetteer) -> None:
    (p, _) = resolve_places([mention(0, "Banki"), mention(1, "Maiduguri")], gazetteer)
    assert p.place.lat == pytest.approx(11.28, abs=0.01)


def test_a_name_that_only_sounds_like_one_of_another_country_stays_unresolved(gazetteer: Gazetteer) -> None:
    names = ["Kastun", "Bogota", "Medellin", "Cali"]
    assert resolve_places([mention(i, n) for i, n in enumerate(names)], gazetteer)[0].place.country is None


def test_a_town_of_the_land_that_the_report_is_about_is_taken_before_a_stray_namesake(gazetteer: Gazetteer) -> None:
    names = ["Sousse", "Tunisia", "Syria", "Damascus", "Tunis", "Syria"]
    assert resolve_places([mention(i, n) for i, n in enumerate(names)], gazetteer)[0].place.country == "TN"
