"""From what each source says to the toll of one incident."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.assemble.casualties import Figure, reconcile
from warmonitor.model.mention import Count


def figure(low: int | None, high: int | None, speaker: str = "narrator", sentence: int = 0) -> Figure:
    value = low if low is not None else high
    assert value is not None
    return Figure("killed", Count(low, high, value), "people", "unknown", speaker, sentence, "total", False, False, False, False, f"c{sentence}")


def killed(*figures: Figure) -> list[tuple[int | None, int | None]]:
    return [(c.low, c.high) for c in reconcile(figures)]


def test_sources_that_differ_make_a_range() -> None:
    assert killed(figure(12, 12, "police"), figure(15, 15, "medics", 1)) == [(12, 15)]


def test_figures_of_one_source_side_by_side_are_summed() -> None:
    assert killed(figure(3, 3), figure(2, 2)) == [(5, 5)]


def test_a_boast_alone_sets_no_toll() -> None:
    assert killed(replace(figure(60, 60, "rebels"), boast=True)) == []


def test_a_boast_does_not_widen_what_others_say() -> None:
    assert killed(replace(figure(60, 60, "rebels"), boast=True), figure(12, 12, "army", 1)) == [(12, 12)]


def test_parts_of_a_whole_stay_out() -> None:
    assert killed(figure(9, 9), replace(figure(2, 2, sentence=1), part="subset")) == [(9, 9)]


def test_others_who_died_later_come_on_top_of_those_just_told() -> None:
    assert killed(figure(5, 5), replace(figure(4, 4, sentence=1), part="others")) == [(9, 9)]


def test_two_more_after_the_whole_toll_are_no_lower_figure() -> None:
    assert killed(replace(figure(11, 11), whole=True), replace(figure(2, 2, "doctor", 1), part="others", more=True)) == [(11, 11)]


def test_others_counted_by_a_second_source_are_the_same_people() -> None:
    assert killed(replace(figure(12, 12), part="others"), replace(figure(15, 15, "police", 1), part="others")) == [(12, 15)]


def test_the_dead_of_two_sides_told_apart_add_up() -> None:
    rebels, police = replace(figure(4, 4, "army"), people="armed"), replace(figure(3, 3, "clinic", 1), people="state")
    assert killed(rebels, police) == [(4, 4), (3, 3)]


def test_a_count_of_people_of_any_kind_is_no_third_side() -> None:
    rebels, people = replace(figure(4, 4, "army"), people="armed"), figure(9, 9, "clinic", 1)
    assert killed(rebels, replace(people, people="")) == [(4, 9)]


def test_a_guard_who_was_also_killed_comes_on_top_of_the_mayor_named_before() -> None:
    mayor = replace(figure(1, 1), implied=True)
    assert killed(mayor, replace(figure(1, 1, sentence=1), also=True)) == [(2, 2)]


def test_one_person_told_of_beside_many_is_no_lower_figure() -> None:
    assert killed(figure(30, 30), figure(1, 1, "lawyer", 3)) == [(30, 30)]


def test_no_casualties_of_one_side_is_no_lower_figure() -> None:
    assert killed(figure(5, 5), figure(0, 0, "rebels", 2)) == [(5, 5)]


def test_more_others_than_were_told_before_cannot_be_among_them() -> None:
    leaders, others = figure(2, 2, "a doctor"), replace(figure(16, 16, "a leader", 9), part="others")
    assert killed(leaders, figure(2, 2, "a leader"), others) == [(18, 18)]


def test_one_also_killed_comes_on_top_of_those_counted_just_before() -> None:
    assert killed(figure(5, 5, "mayor"), replace(figure(1, 1, "mayor", 1), implied=True, also=True)) == [(6, 6)]


def test_an_exact_figure_and_a_vague_one_side_by_side_have_a_firm_low_end() -> None:
    guards = replace(figure(2, None, "agency", 1), count=Count(2, None, "several", "min"))
    assert killed(figure(1, 1), figure(2, 2, "agency", 1), guards) == [(4, None)]
