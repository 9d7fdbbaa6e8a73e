"""Who is in the reports, and whom the lexicon does not know."""

from __future__ import annotations

from warmonitor.roster import Named, gaps


def named(report: str, name: str, entry: str | None = None, kind: str = "armed-group", times: int = 1) -> Named:
    return Named(report, name, kind, entry, "head noun", times, f"The {name} came.")


def test_unknown_names_of_most_reports_come_first_and_known_ones_and_persons_do_not_come() -> None:
    found = [
        named("a", "Falcons", times=9),
        named("a", "Hill Brigade"),
        named("b", "Hill Brigade"),
        named("b", "Pentagon", "us-dod", "organisation"),
        named("b", "Ana Roe", kind="person"),
    ]
    assert [(g.name, g.reports, g.times) for g in gaps(found)] == [("Hill Brigade", 2, 2), ("Falcons", 1, 9)]
