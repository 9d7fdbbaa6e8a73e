"""Words to numbers of people: the codebook's rules, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model.mention import Count
from warmonitor.resolve.quantity import count, number, total


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("26", 26, 26),
        ("twenty-six", 26, 26),
        ("two hundred and six", 206, 206),
        ("1,200", 1200, 1200),
        ("5 thousand", 5000, 5000),
        ("a", 1, 1),
        ("three dozen", 36, 36),
        ("at least 26", 26, None),
        ("more than 90", 90, None),
        ("up to 15", None, 15),
        ("as many as 40", None, 40),
        ("about 30", 30, 30),
        ("some 30", 30, 30),
        ("30 or so", 30, 30),
        ("between 20 and 25", 20, 25),
        ("three to five", 3, 5),
        ("three or four", 3, 4),
        ("several", 2, None),
        ("some", 2, None),
        ("tens", 20, None),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("no", 0, 0),
        ("none", 0, 0),
    ],
)
def test_words_give_the_bounds_of_the_codebook(words: str, low: int | None, high: int | None) -> None:
    found = count(words)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("words", ["people", "", "the guards"])
def test_words_without_a_number_give_none(words: str) -> None:
    assert count(words) is None


def test_a_bound_is_kept_with_its_number() -> None:
    assert count("at least 26") == Count(26, None, 26, "min")
    assert count("up to 15") == Count(None, 15, 15, "max")
    assert count("around 30") == Count(30, 30, 30, "approx")


def test_figures_side_by_side_are_summed() -> None:
    assert total([Count(2, 2, 2), Count(1, 1, 1)]) == Count(3, 3, 3)


def test_a_sum_with_an_open_part_is_open() -> None:
    assert total([Count(2, None, 2, "min"), Count(1, 1, 1)]) == Count(3, None, 3, "min")


@given(st.integers(0, 9_999_999))
def test_digits_with_and_without_commas_are_the_same_number(n: int) -> None:
    assert number(f"{n:,}") == number(str(n)) == n


@given(st.integers(1, 100_000), st.sampled_from(["at least", "more than", "no fewer than"]))
def test_a_lower_bound_is_open_above(n: int, bound: str) -> None:
    found = count(f"{bound} {n}")
    assert found is not None
    assert (found.low, found.high, found.bound) == (n, None, "min")


@given(st.lists(st.integers(1, 500), min_size=1, max_size=5))
def test_a_total_of_exact_figures_is_their_sum(ns: list[int]) -> None:
    found = total([Count(n, n, n) for n in ns])
    assert (found.low, found.high) == (sum(ns), sum(ns))


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_a_range_runs_from_the_smaller_to_the_larger(a: int, b: int) -> None:
    low, high = min(a, b), max(a, b) + 1
    found = count(f"between {low} and {high}")
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "low", "value"),
    [("several hundred", 200, "several hundred"), ("tens of thousands", 20000, "tens of thousands"), ("a few dozen", 24, "few dozen"),
     ("large number", 2, "large number"), ("hundreds", 200, "hundreds")],
)  # fmt: skip
def test_vague_words_of_a_scale_have_its_low_end(words: str, low: int, value: str) -> None:
    got = count(words)
    assert got is not None and (got.low, got.high, got.value, got.bound) == (low, None, value, "min")
