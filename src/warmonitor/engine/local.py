"""Work on many items in the processes of this machine, in order. Knows nothing of what the work is."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
State = TypeVar("State")

AHEAD = 3
"""Chunks waiting for each process: enough to keep it busy, few enough to keep memory flat."""

_state: list[Any] = []
"""What a worker process opened at its start; empty in the process that starts them."""


def run(
    items: Iterable[Item],
    start: Callable[[], State],
    work: Callable[[list[Item], State], list[Result]],
    *,
    jobs: int = 1,
    chunk: int = 24,
) -> Iterator[Result]:
    """`work(chunk of items, state)` for all items, results in the order of the items, whatever `jobs` is.

    `start()` opens what the work needs, once in each process. `start` and `work` must be picklable where jobs > 1.
    Chunks are the same for any number of jobs, so the results are too. Exceptions of `work` come out here.
    """
    chunks = _chunks(items, chunk)
    if jobs <= 1:
        state = start()
        for part in chunks:
            yield from work(part, state)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=partial(_begin, start))
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for part in chunks:
            waiting.append(pool.submit(_call, work, part))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    items = iter(items)
    while part := list(islice(items, size)):
        yield part


def _begin(start: Callable[[], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes.
    _state[:] = [start()]


def _call(work: Callable[[list[Item], Any], list[Result]], part: list[Item]) -> list[Result]:
    return work(part, _state[0])
