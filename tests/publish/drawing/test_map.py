"""Maps show their places, and outlines cut to the frame."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.publish.drawing.map import WIDTH, Box, Spot, around, clip, draw, outlines

TAJI = Spot(33.52, 44.26, "Taji", "1")
LIMA = Spot(-12.05, -77.04, "Lima", "2", 2)


def test_all_places_lie_inside_the_frame() -> None:
    for spots in ([TAJI], [TAJI, LIMA], [Spot(-17.7, 178.1, "Suva", "1"), Spot(71.0, -8.0, "Jan Mayen", "2")]):
        box = around(spots)
        for s in spots:
            x, y = box.at(s.lon, s.lat)
            assert 0 <= x <= WIDTH and 0 <= y <= box.height


def test_a_map_names_its_places_and_the_country_around_them() -> None:
    markup = draw([TAJI], "Places")
    assert ">1  Taji</text>" in markup
    assert ">IRAQ</text>" in markup
    assert "1: Taji at 33.52, 44.26" in markup


def test_places_that_fall_together_share_one_mark() -> None:
    markup = draw([TAJI, Spot(33.52, 44.26, "Taji", "3")], "Places")
    assert len(re.findall(r"<circle", markup)) == 1
    assert ">1, 3  Taji</text>" in markup


def test_no_place_no_map() -> None:
    assert draw([], "Places") == ""


def test_outlines_hold_the_countries_of_the_world() -> None:
    codes = {code for code, _, _ in outlines()}
    assert {"IQ", "SY", "YE", "PE", "NE", "KE", "PH", "TN", "CF", "UA", "SD", "MM"} <= codes
    assert len(outlines()) > 230


@given(st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=3, max_size=12))
def test_a_clipped_ring_never_leaves_the_box(points: list[tuple[float, float]]) -> None:
    box = Box(-10, -10, 10, 10)
    ring = [v for p in points for v in p]
    for x, y in clip(ring, box):
        assert -10 - 1e-6 <= x <= 10 + 1e-6 and -10 - 1e-6 <= y <= 10 + 1e-6


def test_no_outline_runs_right_across_the_map() -> None:
    for _, name, rings in outlines():
        for ring in rings:
            xs, ys = ring[::2], ring[1::2]
            assert name == "Antarctica" or all(abs(a - b) < 180 for a, b in zip(xs, xs[1:], strict=False)), name
            assert max(map(abs, ys)) <= 90
