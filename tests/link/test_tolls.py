"""Reconciling numbers by the stated rule: who stands, what is apart, what is disputed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.told import Event, Said, tell

from warmonitor.link.grade import grade
from warmonitor.link.mention import tellings
from warmonitor.link.reconcile import reconcile
from warmonitor.link.tolls import rank, tolls
from warmonitor.model import Casualties
from warmonitor.model.linked import Telling, Toll


def told(*reports: tuple[str, tuple[Said, ...]], by: tuple[tuple[str, str], ...] = ()) -> list[Telling]:
    """One strike told by several reports: (publication day, claims)."""
    made = []
    for n, (published, said) in enumerate(reports):
        event = Event("air-strike", "Marib", "2021-02-09", said, by=by)
        made += tellings(tell(f"r{n}", published, event, outlet=f"Outlet {n}"))
    return made


def killed(*reports: tuple[str, tuple[Said, ...]], by: tuple[tuple[str, str], ...] = ()) -> Toll:
    return next(t for t in tolls(told(*reports, by=by)) if t.kind == "killed")


def K(value: int | str, speaker: str = "narrator", bound: str | None = None, **more: object) -> Said:
    return Said("killed", value, speaker, bound, **more)  # type: ignore[arg-type]


def ends(t: Toll) -> tuple[int | None, int | None, int | None]:
    return t.low, t.best, t.high


def test_later_figure_of_one_speaker_revises_but_keeps_the_first() -> None:
    t = killed(("2021-02-09", (K(3, "governor"),)), ("2021-02-11", (K(5, "governor"),)))
    assert ends(t) == (5, 5, 5)
    assert [(f.value, f.use) for f in t.figures] == [(3, "superseded"), (5, "current")]
    assert not t.disputed


def test_relayed_reports_of_one_speaker_count_once() -> None:
    many = [(f"2021-02-1{n}", (K(8, "Red Crescent", via=("state radio",)),)) for n in range(4)]
    t = killed(*many)
    assert ends(t) == (8, 8, 8)
    assert [f.use for f in t.figures].count("current") == 1


def test_best_is_the_word_of_the_best_placed_body_not_the_mean() -> None:
    t = killed(("2021-02-10", (K(4, "rebel spokesman"), K(6, "hospital"), K(11, "residents"))))
    assert ends(t) == (4, 6, 11)
    assert t.disputed
    assert t.because.startswith("latest word of the best-placed body: hospital")


def test_boast_of_a_perpetrator_stands_apart() -> None:
    t = killed(("2021-02-10", (K(60, "Sand Front"), K(2, "army"))), by=(("Sand Front", "claimed"),))
    assert ends(t) == (2, 2, 2)
    assert [f.use for f in t.figures if f.value == 60] == ["boast"]


def test_subset_stands_apart() -> None:
    t = killed(("2021-02-10", (K(9, "medics"), K(3, "medics", who="children"))))
    assert ends(t) == (9, 9, 9)
    assert [f.because for f in t.figures if f.who] == ["about a part only: children"]


def test_figure_that_a_reports_own_total_rests_on_is_no_part_whoever_it_names() -> None:
    (t,) = told(("2021-02-10", (K(4, "medics", who="farmers"),)))
    own = replace(t, incident=replace(t.incident, casualties=(Casualties("killed", "farmers", "civilian", 4, 4, 4, ("c1",)),)))
    assert [(f.value, f.use) for f in tolls([own])[0].figures] == [(4, "current")]
    summed = Casualties("killed", "farmers; drivers", "civilian", 6, 6, 6, ("c1", "c2"))
    (t,) = told(("2021-02-10", (K(4, "medics", who="farmers"), K(2, "medics", who="drivers"))))
    figures = tolls([replace(t, incident=replace(t.incident, casualties=(summed,)))])[0].figures
    assert sorted((f.value, f.use) for f in figures) == [(2, "subset"), (4, "subset"), (6, "current")]


def test_at_least_does_not_widen_an_exact_figure_that_fits_it() -> None:
    assert ends(killed(("2021-02-10", (K(276, "ministry"), K(200, "narrator", "min"))))) == (276, 276, 276)


def test_at_least_above_the_exact_figure_opens_the_end_and_is_a_dispute() -> None:
    t = killed(("2021-02-10", (K(15), K(17, "observatory", "min"))))
    assert (t.low, t.high, t.disputed) == (15, None, True)


def test_larger_at_least_of_one_day_is_the_newer() -> None:
    t = killed(
        ("2021-02-10", (K(112, "observatory", "min"),)),
        ("2021-02-10", (K(126, "observatory", "min"), K(100, "civil defence", "min"))),
    )
    assert (t.low, t.high, t.disputed) == (126, None, False)


def test_vague_words_never_replace_a_number() -> None:
    t = killed(("2021-02-10", (K(130, "source", "min"),)), ("2021-02-11", (K("hundreds", "observatory"),)))
    assert (t.low, t.high) == (130, None)


def test_denied_and_unknown_figures_set_nothing() -> None:
    t = killed(("2021-02-10", (K(5, "coalition", stance="denies"),)))
    assert ends(t) == (None, None, None)
    assert t.because == "no figure stands"


def test_hedged_figure_stands_only_alone() -> None:
    assert ends(killed(("2021-02-10", (K(7, "witnesses", stance="hedges"),)))) == (7, 7, 7)
    assert ends(killed(("2021-02-10", (K(7, "witnesses", stance="hedges"), K(5, "police"))))) == (5, 5, 5)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [("hospital director", 1), ("Red Crescent", 1), ("War Observatory", 2), ("interior ministry", 3), ("narrator", 4),
     ("Ana Roe", 5), ("witnesses", 6), ("police source", 6)],
)  # fmt: skip
def test_rank_of_speakers(speaker: str, expected: int) -> None:
    assert rank(speaker) == expected


def test_grades_with_reasons() -> None:
    one = told(("2021-02-09", (K(3, "governor"),)))
    assert grade(one)[0] == "single-source"
    relayed = told(("2021-02-09", (K(3, "governor"),)), ("2021-02-10", (K(3, "governor"),)))
    assert grade(relayed) == ("single-source", ("2 outlets, 1 independent voice",))
    two = told(("2021-02-09", (K(3, "governor"),)), ("2021-02-10", (K(3, "medics"),)))
    assert grade(two)[0] == "corroborated"
    denial = Said("occurred", "the strike", "coalition", stance="denies")
    denied = told(("2021-02-09", (K(3, "governor"), denial)))
    assert grade(denied)[0] == "disputed"
    assert "coalition denies occurred: the strike (r0)" in grade(denied)[1]
    admitted = told(("2021-02-09", (K(3, "governor"),)), by=(("coalition", "claimed"),))
    assert grade(admitted)[0] == "claimed"


def test_days_that_differ_are_shown_earliest_to_latest() -> None:
    a = tellings(tell("a", "2021-02-12", Event("air-strike", "Marib", "2021-02-09")))
    b = tellings(tell("b", "2021-02-12", Event("air-strike", "Marib", "2021-02-10")))
    view = reconcile([*a, *b])
    assert (str(view.start), str(view.end)) == ("2021-02-09", "2021-02-10")
    assert view.disagreements == ("days differ: 2021-02-09, 2021-02-10",)


def test_a_boast_about_soldiers_is_a_boast_before_it_is_a_part() -> None:
    said = (K(12, "governor"), K(40, "Falcons Brigade", who="soldiers"))
    t = killed(("2021-02-10", said), by=(("Falcons Brigade", "claimed"),))
    assert [(f.value, f.use) for f in t.figures] == [(12, "current"), (40, "boast")]


def test_the_label_tells_what_was_reconciled_and_not_what_was_told_first() -> None:
    view = reconcile(told(("2021-02-09", (K(3, "governor"),)), ("2021-02-11", (K(5, "governor"),))))
    assert view.label == "Air strike at Marib, 2021-02-09: 5 killed"
