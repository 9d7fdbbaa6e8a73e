"""Local values on the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.resolve.time import clock_contradiction, utc_instant, zone_of
from warmonitor.resolve.time.context import Context
from warmonitor.resolve.time.feasts import easter, feast, orthodox_easter
from warmonitor.resolve.time.moment import Moment
from warmonitor.resolve.time.values import resolve_value

THURSDAY = date(2018, 8, 16)
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
RELATIVE = [
    "this:D", "last:D", "next:D", "overnight", "ago:8D", "ago:3W", "hence:2D", "past:3D", "past:2W", "this:W@since", "last:W",
    "the:WE", "last:WE", *(f"{turn}wd{d}" for turn in ("last:", "next:") for d in range(1, 8)), *(f"wd:{d}" for d in range(1, 8)),
]  # fmt: skip


def days(local: str, published: date | None = THURSDAY, **context: object) -> tuple[str, str] | None:
    when = resolve_value(local, Context(published, **context)).when  # type: ignore[arg-type]
    return None if when is None else (str(when.start), str(when.end))


@pytest.mark.parametrize(
    ("local", "start", "end"),
    [
        ("overnight", "2018-08-15", "2018-08-16"),
        ("last:DTNI", "2018-08-15", "2018-08-15"),
        ("this:W", "2018-08-13", "2018-08-16"),
        ("last:W", "2018-08-06", "2018-08-12"),
        ("this:M", "2018-08-01", "2018-08-16"),
        ("this:Y@earlier", "2018-01-01", "2018-08-16"),
        ("wd:4", "2018-08-16", "2018-08-16"),
        ("last:wd4", "2018-08-09", "2018-08-09"),
        ("wd:5", "2018-08-10", "2018-08-10"),
        ("wd:7TMO", "2018-08-12", "2018-08-12"),
        ("wd:6@since", "2018-08-11", "2018-08-16"),
        ("XXXX-11", "2017-11-01", "2017-11-30"),
        ("XXXX-08", "2018-08-01", "2018-08-16"),
        ("XXXX-08-17", "2017-08-17", "2017-08-17"),
        ("last:m11", "2017-11-01", "2017-11-30"),
        ("ago:8D", "2018-08-08", "2018-08-08"),
        ("ago:2Y", "2016-01-01", "2016-12-31"),
        ("past:3D", "2018-08-14", "2018-08-16"),
        ("this:sSP", "2018-03-01", "2018-05-31"),
        ("XXXX-12-11..XXXX-12-13", "2017-12-11", "2017-12-13"),
        ("the:WE", "2018-08-11", "2018-08-12"),
        ("weekend:XXXX-06-17", "2018-06-16", "2018-06-17"),
        ("eve:NEWYEAR:XXXX", "2017-12-31", "2017-12-31"),
        ("XX89-10-04", "1989-10-04", "1989-10-04"),
        ("198", "1980-01-01", "1989-12-31"),
    ],
)
def test_news_dates_go_by_the_publication_day(local: str, start: str, end: str) -> None:
    assert days(local) == (start, end)


def test_without_a_publication_day_only_absolute_dates_resolve() -> None:
    assert days("2017-04-15", None) == ("2017-04-15", "2017-04-15")
    assert [days(v, None) for v in ("wd:5", "XXXX-11-05", "last:D", "overnight", "ago:3D", "the:WE")] == [None] * 6


def test_anaphora_goes_by_the_running_date() -> None:
    running = Moment(2014, 3, 30)
    assert days("after:1D", running=running) == ("2014-03-31", "2014-03-31")
    assert days("before:1W", running=running) == ("2014-03-23", "2014-03-23")
    assert days("after:2M", running=running) == ("2014-05-01", "2014-05-31")
    assert days("same:Y", running=running) == ("2014-01-01", "2014-12-31")


def test_a_narrative_turns_the_year_where_months_run_back() -> None:
    december = Moment(1967, 12, 9)
    assert days("XXXX-01", narrative=True, running=december) == ("1968-01-01", "1968-01-31")
    assert days("XXXX-11", narrative=True, running=december) == ("1967-11-01", "1967-11-30")


def test_ambiguous_numeric_dates_go_by_the_reports_own_way_or_stay_open() -> None:
    assert days("num:15.04.2017") == ("2017-04-15", "2017-04-15")
    assert days("num:11/15/89") == ("1989-11-15", "1989-11-15")
    assert days("num:05/06/2011") is None
    assert days("num:05/06/2011", day_first=True) == ("2011-06-05", "2011-06-05")
    assert days("num:05/06/2011", day_first=False) == ("2011-05-06", "2011-05-06")


def test_years_before_our_era_keep_their_value_and_have_no_days() -> None:
    found = resolve_value("after:1Y", Context(date(2010, 1, 1), running=Moment(-491), narrative=True))
    assert (found.value, found.when) == ("BC0490", None)


@given(DAYS, st.sampled_from(RELATIVE))
def test_a_week_later_published_moves_relative_dates_by_a_week(published: date, local: str) -> None:
    now, later = (resolve_value(local, Context(d)).when for d in (published, published + timedelta(days=7)))
    assert now is not None and later is not None
    for a, b in ((now.start, later.start), (now.end, later.end)):
        assert a is not None and b is not None and b - a == timedelta(days=7)


@given(DAYS, st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_day_without_a_year_is_the_latest_not_after_publication(
    published: date, month: int, day: int, future: bool
) -> None:
    when = resolve_value(f"XXXX-{month:02d}-{day:02d}", Context(published, future=future)).when
    assert when is not None and when.start is not None and when.start == when.end
    gap = (published - when.start).days
    assert -366 <= gap <= 0 if future else 0 <= gap <= 366


def test_the_stated_gmt_hour_may_lie_on_the_day_before_or_after() -> None:
    assert utc_instant(date(2021, 2, 5), (0, 40), (21, 40), None) == datetime(2021, 2, 4, 21, 40, tzinfo=UTC)
    assert utc_instant(date(2021, 2, 5), (20, 30), (1, 30), None) == datetime(2021, 2, 6, 1, 30, tzinfo=UTC)
    assert utc_instant(date(2021, 2, 5), None, (1, 30), None) == datetime(2021, 2, 5, 1, 30, tzinfo=UTC)


def test_a_local_hour_needs_the_zone_of_its_place() -> None:
    assert utc_instant(date(2019, 7, 2), (23, 0), None, None) is None
    assert utc_instant(date(2019, 7, 2), (23, 0), None, "Africa/Tripoli") == datetime(2019, 7, 2, 21, 0, tzinfo=UTC)


def test_clocks_that_contradict_each_other_are_told() -> None:
    note = clock_contradiction(date(2021, 2, 5), (12, 0), (12, 0), "Asia/Kabul")
    assert note is not None and "disagree by 270 minutes in Asia/Kabul" in note
    assert clock_contradiction(date(2021, 2, 5), (16, 30), (12, 0), "Asia/Kabul") is None


def test_zone_is_the_nearest_zone_point_of_the_country() -> None:
    assert zone_of("IQ", None, None) == "Asia/Baghdad"
    assert zone_of("CD", -4.3, 15.3) == "Africa/Kinshasa"
    assert zone_of("CD", -11.7, 27.5) == "Africa/Lubumbashi"
    assert zone_of("US", None, None) is None
    assert zone_of(None, 33.0, 44.0) is None


def test_feasts_fall_on_their_days() -> None:
    assert (easter(2016), easter(2019), orthodox_easter(2019)) == (
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2019, 4, 28),
    )
    fitr = feast("hijri 10-01", 2019)
    assert fitr is not None and fitr[0] <= date(2019, 6, 4) <= fitr[1]
