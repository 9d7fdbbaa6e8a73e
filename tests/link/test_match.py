"""The match score: parts that explain themselves, vetoes, symmetry."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.told import Event, Said, tell

from warmonitor.link.cluster import explain
from warmonitor.link.match import joins, match
from warmonitor.link.mention import tellings
from warmonitor.link.names import fold, same_actor, same_place_name
from warmonitor.model.linked import Mention, Point


def mention(report: str, published: str, event: Event) -> Mention:
    return tellings(tell(report, published, event))[0].mention


STRIKE = Event(
    "air-strike", "Marib", "2021-02-09", (Said("killed", 4, "governor"),), words="Jets bombed the grain market."
)


def test_same_day_same_town_same_kind_is_one_happening() -> None:
    fit = match(mention("a", "2021-02-09", STRIKE), mention("b", "2021-02-10", STRIKE))
    assert fit.veto is None
    assert fit.probability > 0.95


def test_waterfall_adds_up_and_says_why() -> None:
    fit = match(mention("a", "2021-02-09", STRIKE), mention("b", "2021-02-10", STRIKE))
    assert sum(p.points for p in fit.parts) == pytest.approx(fit.score)
    text = explain("a ~ b", fit)
    assert "the same day" in text
    assert "marib and marib: one name, 0 km" in text
    assert text.splitlines()[-1].split()[1] == f"{fit.score:+.2f}"


@pytest.mark.parametrize(
    ("other", "veto"),
    [
        (Event("air-strike", "Marib", "2021-02-10"), "1 days between them"),
        (Event("air-strike", "Taiz", "2021-02-09"), "marib and taiz: 252 km, too far for their precision"),
        (Event("peaceful", "Marib", "2021-02-09"), "air-strike and peaceful are different happenings"),
    ],
)
def test_vetoes_say_what_cannot_be(other: Event, veto: str) -> None:
    fit = match(mention("a", "2021-02-11", STRIKE), mention("b", "2021-02-12", other))
    assert fit.veto == veto
    assert not joins(fit)


def test_night_told_as_two_days_meets_either_day() -> None:
    night = Event("air-strike", "Marib", "2021-02-08", to="2021-02-09", words=STRIKE.words)
    assert joins(match(mention("a", "2021-02-09", STRIKE), mention("b", "2021-02-09", night)))


def test_figures_that_differ_count_against_but_do_not_veto() -> None:
    many = Event("air-strike", "Marib", "2021-02-09", (Said("killed", 40, "rebels"),), words=STRIKE.words)
    assert joins(match(mention("a", "2021-02-09", STRIKE), mention("b", "2021-02-09", many)))


def test_quarter_far_from_the_centre_may_be_the_big_city_but_not_the_small_town() -> None:
    quarter = Point("quarter", "YE", 15.46, 45.42, 1)
    for radius, veto in ((12.0, False), (2.0, True)):
        city = Point("centre", "YE", 15.46, 45.325, 1, radius)
        a, b = (
            Mention(f"i{n}", f"r{n}", 737825, "explosion", "air-strike", 737824, 737824, "day", (p,))
            for n, p in enumerate((city, quarter))
        )
        assert (match(a, b).veto is not None) is veto


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("al-Rawda", "Rawda", True), ("Kefraya", "Kafraya", True), ("Khan Shaykhun", "Khan Sheikhoun", True),
        ("North Kivu", "South Kivu", False), ("Gao", "Goma", False), ("Marib", "Taiz", False),
    ],
)  # fmt: skip
def test_place_names_across_spellings(a: str, b: str, same: bool) -> None:
    assert same_place_name(fold(a), fold(b)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("International Committee of the Red Cross", "ICRC", True), ("Nigerian army", "Nigeria's army", True),
        ("the rebels", "rebels", True), ("Sand Front", "Stone Front", False), ("army", "police", False),
    ],
)  # fmt: skip
def test_names_of_bodies_across_forms(a: str, b: str, same: bool) -> None:
    assert same_actor(a, b) is same


DAYS = st.integers(date(2021, 1, 1).toordinal(), date(2021, 3, 1).toordinal())
POINTS = st.builds(
    Point,
    st.sampled_from(["marib", "gao", "taiz"]),
    st.just("YE"),
    st.floats(10, 20),
    st.floats(40, 50),
    st.integers(1, 3),
)
MENTIONS = st.builds(
    lambda n, told, start, length, subtype, points: Mention(
        f"i{n}", f"r{n}", told, "explosion", subtype, start, start + length, "day" if length < 2 else "month", tuple(points)
    ),
    st.integers(0, 99), DAYS, DAYS, st.integers(0, 40), st.sampled_from(["air-strike", "shelling", "attack"]),
    st.lists(POINTS, max_size=2),
)  # fmt: skip


@given(MENTIONS, MENTIONS)
def test_match_is_symmetric(a: Mention, b: Mention) -> None:
    assume(a.id != b.id)
    assert match(a, b) == match(b, a)


def test_people_of_one_telling_kind_speak_for_one_happening() -> None:
    one = Event("release", "Gao", "2021-02-09", against=("Gao schoolgirls",))
    girls, guards = (Event("release", "Gao", "2021-02-09", against=(x,)) for x in ("freed girls", "guards"))
    first = mention("a", "2021-02-10", one)
    like, other = (match(first, mention("b", "2021-02-10", x)) for x in (girls, guards))
    assert next(p.why for p in like.parts if p.name == "actors").startswith("targets: ")
    assert like.score > other.score
