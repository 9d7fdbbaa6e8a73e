"""Figures by speaker: bounds, hedges and replaced figures look different."""

from __future__ import annotations

from warmonitor.publish.drawing.speakers import Figure, draw


def test_bounds_hedges_and_replaced_figures_are_told_apart() -> None:
    figures = [
        Figure("army", 9, replaced=True),
        Figure("army", 12),
        Figure("medics", 14, "min"),
        Figure("mayor", 3, hedged=True),
    ]
    markup = draw("killed", figures, 12, None, "Killed")
    assert 'class="figure replaced"' in markup
    assert 'class="figure hedged"' in markup
    assert markup.count('class="arrow"') == 1
    assert 'class="band"' in markup
    assert "medics: at least 14" in markup


def test_no_figures_no_chart() -> None:
    assert draw("killed", [], None, None, "Killed") == ""
