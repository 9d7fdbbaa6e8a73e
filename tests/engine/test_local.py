"""Work in one process and in several gives the same results in the same order."""

from __future__ import annotations

import os

import pytest

from warmonitor.engine.local import run


def start() -> int:
    return 100


def work(part: list[int], state: int) -> list[tuple[int, int]]:
    if -1 in part:
        raise ArithmeticError("minus one")
    return [(i, i + state) for i in part]


def where(part: list[int], state: int) -> list[int]:
    return [os.getpid() for _ in part]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    assert list(run(range(70), start, work, jobs=jobs, chunk=8)) == [(i, i + 100) for i in range(70)]


def test_several_jobs_work_in_other_processes() -> None:
    pids = set(run(range(12), start, where, jobs=2, chunk=2))
    assert os.getpid() not in pids


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_work_comes_out(jobs: int) -> None:
    with pytest.raises(ArithmeticError, match="minus one"):
        list(run([1, 2, -1], start, work, jobs=jobs))


def test_items_are_taken_as_they_are_needed_so_that_a_stream_may_be_endless() -> None:
    taken: list[int] = []

    def endless() -> object:
        i = 0
        while True:
            taken.append(i)
            yield i
            i += 1

    results = run(endless(), start, work, jobs=1, chunk=4)  # type: ignore[arg-type]
    assert [next(results)[0] for _ in range(5)] == [0, 1, 2, 3, 4]
    assert len(taken) <= 9
