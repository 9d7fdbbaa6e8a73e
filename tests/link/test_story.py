"""Reports of one story: what is left over in both as the only one of its kind is one happening; otherwise nothing is gained."""

from __future__ import annotations

from dataclasses import replace

from tests.told import Event, Said, tell

from warmonitor.link.match import joins, match
from warmonitor.link.mention import tellings
from warmonitor.link.story import MOST_BESIDE
from warmonitor.model.linked import Mention

RAID = Event(
    "armed-clash", "Ansongo", "2021-03-05", (Said("killed", 6, "army"),), by=(("Sand Front", "stated"),),
    words="Gunmen overran the bridge checkpoint at dawn.",
)  # fmt: skip
SEIZURE = Event(
    "abduction",
    "Gao",
    "2021-02-11",
    words="Four drivers of a grain convoy were led away.",
    by=(("Sand Front", "stated"),),
)
FREED = Event("release", None, None, words="Two of the drivers have come home since.")
LET_GO = Event("release", "Gao", "2021-03-03", words="A pair of captives walked into the garrison.")
OTHER_LET_GO = Event("release", None, None, words="The governor spoke of pardons for a boatman.")


def told(report: str, *events: Event) -> list[Mention]:
    return [t.mention for t in tellings(tell(report, "2021-03-06", *events))]


def points(a: Mention, b: Mention) -> float:
    return next(p.points for p in match(a, b).parts if p.name == "story")


def test_only_one_of_its_kind_left_over_in_two_reports_of_one_story_is_one_happening() -> None:
    a, b = told("a", RAID, SEIZURE, FREED)[2], told("b", RAID, SEIZURE, LET_GO)[2]
    assert joins(match(a, b))
    alone = match(told("a", FREED)[0], told("b", LET_GO)[0])
    assert not joins(alone)


def test_two_of_a_kind_left_over_in_one_report_say_nothing() -> None:
    a, b = told("a", RAID, SEIZURE, FREED, OTHER_LET_GO)[2], told("b", RAID, SEIZURE, LET_GO)[2]
    assert points(a, b) == 0.0


def test_another_of_the_kind_on_days_of_its_own_is_no_rival() -> None:
    earlier = Event("release", "Gao", "2021-01-20", words="In January a nurse was let go.")
    a, b = told("a", RAID, SEIZURE, earlier, FREED)[3], told("b", RAID, SEIZURE, LET_GO)[2]
    assert points(a, b) > 0


def test_one_story_needs_another_happening_told_alike() -> None:
    elsewhere = replace(RAID, place="Kobani", day="2021-03-04", by=())
    a, b = told("a", RAID, FREED)[1], told("b", elsewhere, LET_GO)[1]
    assert points(a, b) == 0.0


def test_the_same_story_does_not_reach_across_days_that_do_not_meet() -> None:
    later = replace(LET_GO, day="2021-03-04")
    assert match(told("a", RAID, SEIZURE, LET_GO)[2], told("b", RAID, SEIZURE, later)[2]).veto is not None


def test_a_list_of_incidents_is_no_story() -> None:
    many = [replace(RAID, day=f"2021-02-{n:02}") for n in range(1, MOST_BESIDE + 3)]
    assert {m.beside for m in told("a", *many)} == {()}
