"""Time expressions in running text: what is found, and what it comes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.find.times import find_times
from warmonitor.find.times.grammar import Compiled, compiled
from warmonitor.find.times.guards import GUARDS
from warmonitor.find.times.match import _found, fold
from warmonitor.lexicon import times as lexicon
from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Language, open_language
from warmonitor.resolve.time import resolve_times

FRIDAY = date(2015, 5, 22)
Read = Callable[..., tuple[TimeMention, ...]]


@pytest.fixture(scope="module")
def language() -> Language:
    return open_language()


@pytest.fixture(scope="module")
def read(language: Language) -> Read:
    def times(text: str, published: date | None = FRIDAY) -> tuple[TimeMention, ...]:
        parse = next(language.parse([Report("r", text, published)]))
        reading = Reading(parse.report, parse.tokens, parse.sentences)
        return resolve_times(find_times(reading), reading, published)

    return times


def hits(rule: Compiled, text: str) -> list[str]:
    lower = fold(text)
    tried = (rule.pattern.match(lower, w.start()) for w in re.finditer(r"(?<!\w)['’]?\w", lower))
    found = (_found(rule.rule, m, 0) for m in tried if m)
    return [f.value for f in found if f]


@pytest.mark.parametrize("rule", [c for rules in compiled().values() for c in rules], ids=lambda c: c.rule.name)
def test_every_time_rule_keeps_its_own_examples(rule: Compiled) -> None:
    for text, value in rule.rule.yes.items():
        assert value in hits(rule, text), f"{rule.rule.name} on {text!r}"
    if rule.rule.guard is None:
        for text in rule.rule.no:
            assert hits(rule, text) == [], f"{rule.rule.name} on {text!r}"


def test_every_guard_named_in_the_rules_exists() -> None:
    assert {r.guard for r in lexicon.rules() if r.guard} == set(GUARDS)


def days(mentions: tuple[TimeMention, ...], *, saying: bool = False) -> list[tuple[str, str]]:
    return [(str(m.when.start), str(m.when.end)) for m in mentions if m.when and m.reporting == saying]


def test_the_day_of_saying_is_not_the_day_of_the_event(read: Read) -> None:
    found = read("The governor said on Thursday that gunmen had raided the depot on Tuesday.")
    assert days(found) == [("2015-05-19", "2015-05-19")]
    assert days(found, saying=True) == [("2015-05-21", "2015-05-21")]


def test_a_statement_of_a_day_is_reporting(read: Read) -> None:
    found = read("Rebels shelled the port, the navy confirmed in a statement on Wednesday.")
    assert [(m.text, m.reporting) for m in found] == [("Wednesday", True)]


def test_an_attack_on_a_day_that_police_report_keeps_its_day(read: Read) -> None:
    found = read("A bomb killed two guards in the old town on Monday, police said.")
    assert [(m.text, m.reporting) for m in found] == [("Monday", False)]


def test_local_day_and_utc_hour_stand_in_one_mention(read: Read) -> None:
    (found,) = read("Missiles struck the depot at 12:40 am (2140 GMT) on Friday.")
    assert (found.clock, found.clock_utc) == ((0, 40), (21, 40))
    assert found.when is not None and str(found.when.utc) == "2015-05-21 21:40:00+00:00"


def test_upper_case_wires_are_read(read: Read) -> None:
    found = read(
        "[TEXT] A BOMB EXPLODED ON 3 MAY 89 NEAR THE BANK. IT MAY HAVE BEEN PLACED LAST NIGHT.", date(1989, 5, 4)
    )
    assert [(m.text, m.value) for m in found] == [("3 MAY 89", "1989-05-03"), ("LAST NIGHT", "1989-05-03TNI")]


def test_may_and_march_as_verbs_are_no_months(read: Read) -> None:
    assert read("Protesters may march on the palace again.") == ()
    assert [m.value for m in read("In March they met.")] == ["2015-03"]


def test_counted_things_are_no_years(read: Read) -> None:
    assert read("Some 2000 soldiers and 1900 civilians crossed the river.") == ()


def test_a_history_goes_by_its_running_date(read: Read) -> None:
    text = (
        "The war began on 3 June 1921. In August the army crossed the river. Two days after the 9 August battle it fell back. "
        "On 11 November 1921 a truce was signed. In January fighting resumed. The following month the capital fell. "
        "On 7 October 1922 peace was made, and in 1923 the border was drawn."
    )
    values = [m.value for m in read(text, date(2012, 1, 1))]
    assert values[:2] == ["1921-06-03", "1921-08"]
    assert values[-5:] == ["1921-11-11", "1922-01", "1922-02", "1922-10-07", "1923"]


def test_news_goes_by_publication(read: Read) -> None:
    found = read("The camp was overrun in November. Overnight, jets hit the road. Fighting has gone on since Saturday.")
    assert days(found) == [("2014-11-01", "2014-11-30"), ("2015-05-21", "2015-05-22"), ("2015-05-16", "2015-05-22")]


def test_the_following_day_counts_from_the_last_date_told(read: Read) -> None:
    found = read("On Monday the bridge was hit. The following day medics reached it.")
    assert days(found) == [("2015-05-18", "2015-05-18"), ("2015-05-19", "2015-05-19")]


def test_an_overnight_attack_ends_on_the_day_it_was_told(read: Read) -> None:
    found = read("Nine guards died in an overnight raid, the union said on Wednesday.")
    assert days(found) == [("2015-05-19", "2015-05-20")]


def test_days_after_a_named_date_count_from_it(read: Read) -> None:
    found = read("On 2 May the port was hit. Three days before the 18 May vote a mine went off.")
    assert days(found)[1:] == [("2015-05-15", "2015-05-15"), ("2015-05-18", "2015-05-18")]


def test_jets_reported_to_have_struck_struck_on_that_day(read: Read) -> None:
    assert [m.reporting for m in read("On Tuesday, jets were reported to have hit the depot.")] == [False]


def test_shot_on_thursday_police_said_is_the_day_of_the_shooting(read: Read) -> None:
    found = read("A guard was shot in West Harbour Thursday, police said.")
    assert days(found) == [("2015-05-21", "2015-05-21")]


def test_weeks_after_an_event_without_a_date_stay_unknown(read: Read) -> None:
    assert days(read("On Monday he left. It came two weeks after rebels fled.")) == [("2015-05-18", "2015-05-18")]


def test_what_a_country_condemns_today_may_be_of_today(read: Read) -> None:
    assert [m.reporting for m in read("Norland condemns the attacks today in the port.")] == [False]


def test_hours_may_reach_into_the_day_before(read: Read) -> None:
    assert days(read("In the past few hours two guards were shot.")) == [("2015-05-21", "2015-05-22")]


def test_a_streak_ends_on_the_day_named_or_on_publication(read: Read) -> None:
    assert days(read("Shells fell for the third straight day.")) == [("2015-05-20", "2015-05-22")]
    assert days(read("Shells fell for a third straight day on Monday."))[0] == ("2015-05-16", "2015-05-18")


def test_a_video_made_public_on_a_day_shows_what_happened_before(read: Read) -> None:
    assert [m.reporting for m in read("In a video made public on Monday, gunmen shot two men.")] == [True]
    assert [m.reporting for m in read("The captives released on Monday are well.")] == [False]


def test_dawn_on_sunday_is_one_expression(read: Read) -> None:
    assert [(m.text, m.value) for m in read("Jets struck at dawn on Sunday.")] == [("dawn on Sunday", "2015-05-17TMO")]


def test_stamps_and_bylines_are_reporting(read: Read) -> None:
    found = read("Port blast kills nine\n\nMay 22, 2015\n\nNine people died in the port. Updated: 22 May 2015")
    assert [m.reporting for m in found] == [True, True]


def test_a_dateline_with_its_year_stands_in_for_the_publication_day(read: Read) -> None:
    found = read("MOPTI, Mali (Jan. 9, 2014) - Gunmen raided a depot on Tuesday.", None)
    assert days(found) == [("2014-01-07", "2014-01-07")]


def test_a_date_in_the_name_of_a_body_is_no_time(read: Read) -> None:
    assert read("The 9 June Brigade claimed the raid.") == ()


def test_what_is_to_come_looks_ahead(read: Read) -> None:
    assert days(read("The envoys will meet on Monday.")) == [("2015-05-25", "2015-05-25")]


PIECES = [t for rule in lexicon.rules() for t in (*rule.yes, *rule.no)]
PIECES += [
    "on",
    "at",
    "from",
    "to",
    "and",
    "-",
    "ago",
    "since",
    "overnight",
    "midnight",
    "hours later",
    "four hours later",
    "earlier in the week",
    "for the third day",
    "and",
    "the",
    "31",
    "2400",
    "99.99.99",
    "30 Feb",
    "0000",
    "(",
    ")",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    st.sampled_from([None, date(1, 1, 1), date(2016, 2, 29), date(9999, 12, 31)]),
)
def test_whatever_is_found_stands_in_the_text_and_runs_forward(
    read: Read, pieces: list[str], published: date | None
) -> None:
    text = f"They came {' '.join(pieces)}."
    last = 0
    for found in read(text, published):
        assert found.span.start >= last and " ".join(found.span.of(text).split()) == found.text
        last = found.span.end
        if found.when and found.when.start and found.when.end:
            assert found.when.start <= found.when.end


MONTHS = "January February March April May June July August September October November December".split()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        ["{d} {m} {y}", "{m} {d}, {y}", "{d} {m}", "{m} {d}", "{m} {y}", "{d} to {e} {m}", "between {d} and {e} {m} {y}", "{y}"]
    ),
    st.integers(1, 30), st.integers(1, 30), st.sampled_from(MONTHS), st.integers(1900, 2030),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)  # fmt: skip
def test_every_accepted_date_is_an_interval_that_runs_forward(
    read: Read, shape: str, d: int, e: int, m: str, y: int, published: date
) -> None:
    for found in read(f"The fort fell in {shape.format(d=d, e=max(d, e), m=m, y=y)}.", published):
        if found.when and found.when.start and found.when.end:
            assert found.when.start <= found.when.end


def test_a_feature_full_of_history_still_has_its_own_friday(read: Read) -> None:
    text = (
        "Guards shot two men on Thursday. The fort was built in March 1921. It fell on 3 June 1944, and again on 8 May 1958. "
        "In July 1975 it burned. The town rebuilt it in May 1980. Nobody was hurt in the second clash, on Wednesday."
    )
    found = {m.text: m.value for m in read(text)}
    assert (found["Thursday"], found["Wednesday"]) == ("2015-05-21", "2015-05-20")


def test_the_ends_of_a_season_stand_in_order(read: Read) -> None:
    assert days(read("The rains last from June through November.")) == [("2014-06-01", "2014-11-30")]
    assert days(read("They fought between November and February.")) == [("2014-11-01", "2015-02-28")]


def test_four_digits_behind_at_are_an_hour_and_no_year(read: Read) -> None:
    found = read("The attack took place in Bogota at 2030.")
    assert [(t.clock, t.when) for t in found] == [((20, 30), None)]
