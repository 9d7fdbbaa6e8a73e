"""Many incidents take no more memory than few, and the benchmark's incidents are the same each time."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from benchmarks.export_scale import incidents
from warmonitor.publish.export import export

TEXT = ["acled", "csv", "ged", "geojson", "hxl", "jsonl", "polecat"]


def peak(number: int, out: Path) -> int:
    """Bytes of Python objects at the highest point of an export."""
    tracemalloc.start()
    try:
        for _ in export(incidents(number), out, TEXT):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_more_incidents_take_less_memory_than_to_hold_a_third_of_them(tmp_path: Path):
    for _ in export(incidents(160), tmp_path / "warm", TEXT):  # tables and caches are filled once
        pass
    few, many = peak(40, tmp_path / "few"), peak(160, tmp_path / "many")
    tracemalloc.start()
    held = list(incidents(120))
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(held) == 120
    assert many - few < size / 3


def test_the_generator_gives_the_same_incidents_for_the_same_seed():
    assert list(incidents(20)) == list(incidents(20))
    assert list(incidents(20, seed=8)) != list(incidents(20))
