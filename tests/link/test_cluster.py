"""Clustering: unlike incidents are not chained, order does not matter, people's ties come first."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.link.batch import candidate_pairs, link_all
from warmonitor.link.candidates import own_keys, sought_keys
from warmonitor.link.cluster import cluster
from warmonitor.link.match import joins, match
from warmonitor.model.linked import Match, Mention, Point, Ties

DAY = 737825


def at(n: int, day: int = DAY, length: int = 0, lat: float = 15.46, precision: int = 1, name: str = "marib") -> Mention:
    point = Point(name, "YE", lat, 45.3, precision)
    label = "day" if length < 2 else "month"
    return Mention(f"i{n:02}", f"r{n:02}", DAY + 20, "explosion", "air-strike", day, day + length, label, (point,))


def ids(groups: list[tuple[Mention, ...]]) -> list[list[str]]:
    return [[m.id for m in g] for g in groups]


def test_vague_mention_between_two_days_does_not_chain_them() -> None:
    first, second, vague = at(1, DAY), at(2, DAY + 3), at(3, DAY - 5, 20)
    groups = ids(cluster([first, second, vague]))
    assert len(groups) == 2
    assert ["i01", "i02"] not in [g[:2] for g in groups]


def test_average_and_not_the_best_single_match_decides() -> None:
    """a fits b and b fits c, but a and c do not fit at all: three in a row are not one."""
    scores = {("i01", "i02"): 3.0, ("i02", "i03"): 2.0, ("i01", "i03"): -9.0}

    def scorer(a: Mention, b: Mention) -> Match:
        return Match(scores[tuple(sorted((a.id, b.id)))], ())  # type: ignore[index]

    assert ids(cluster([at(1), at(2), at(3)], scorer=scorer)) == [["i01", "i02"], ["i03"]]


def test_people_join_across_a_veto_and_hold_apart_against_the_score() -> None:
    one, two, three = at(1, DAY), at(2, DAY), at(3, DAY + 9)
    assert ids(link_all([one, two, three])) == [["i01", "i02"], ["i03"]]
    ties = Ties(frozenset({("i01", "i03")}), frozenset({("i01", "i02")}))
    assert ids(link_all([one, two, three], ties)) == [["i01", "i03"], ["i02"]]


def test_founder_is_the_earliest_told_not_the_first_given() -> None:
    assert [g[0].id for g in link_all([at(5), at(2), at(9)])] == ["i02"]


MENTIONS = st.lists(
    st.builds(
        at, st.integers(1, 40), st.integers(DAY, DAY + 6), st.sampled_from([0, 0, 0, 1, 12]),
        st.sampled_from([15.46, 15.48, 15.8]), st.sampled_from([1, 1, 2, 3]), st.sampled_from(["marib", "sirwah"]),
    ),
    max_size=14, unique_by=lambda m: m.id,
)  # fmt: skip


@given(MENTIONS, st.randoms(use_true_random=False))
def test_outcome_depends_on_the_set_alone(mentions: list[Mention], shuffled: random.Random) -> None:
    other = list(mentions)
    shuffled.shuffle(other)
    assert link_all(other) == link_all(mentions)


@given(MENTIONS)
def test_every_mention_stands_in_exactly_one_incident(mentions: list[Mention]) -> None:
    assert sorted(m.id for g in link_all(mentions) for m in g) == sorted(m.id for m in mentions)


@given(MENTIONS)
def test_blocking_loses_no_pair_that_would_match(mentions: list[Mention]) -> None:
    found = {frozenset((a.id, b.id)) for a, b in candidate_pairs(sorted(mentions, key=lambda m: m.order))}
    for i, b in enumerate(mentions):
        for a in mentions[:i]:
            if joins(match(a, b)):
                vague = not (set(own_keys(a)) & set(sought_keys(b)))
                assert frozenset((a.id, b.id)) in found or (vague and (len(a.about) == 0 or len(b.about) == 0))
