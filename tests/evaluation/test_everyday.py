"""Everyday texts hold no incident."""

from __future__ import annotations

from evaluation.everyday import BAR, everyday_reports, false_incidents
from warmonitor.run import open_tools


def test_at_most_three_in_a_hundred_everyday_texts_give_an_incident() -> None:
    reports = everyday_reports()
    assert len(reports) >= 200
    wrong = [r.report.id for r in false_incidents(reports, open_tools())]
    assert len(wrong) <= BAR * len(reports), wrong
