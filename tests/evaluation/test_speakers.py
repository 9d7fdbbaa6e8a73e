"""No one is a perpetrator for having spoken: the check itself, and the reports of this project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.coding import coded
from evaluation.speakers import check, reports
from warmonitor.model import Actor, Incident, Record, Report, Span, When
from warmonitor.run import open_tools


def test_speakers_of_the_samples_are_not_made_perpetrators(root: Path) -> None:
    tally = check(coded(reports([root / "samples"]), open_tools()))
    assert tally.only_spoke == ()
    assert tally.perpetrators > 0


def test_a_speaker_coded_as_perpetrator_is_reported() -> None:
    text = "Rebels shelled the market in Marib on Monday, killing ten people. The army said two shops were burnt."
    ((record, findings),) = coded([Report("r", text, date(2024, 5, 8))], open_tools())
    army = Span(text.index("army"), text.index("army") + 4)
    when = When(None, None, "unknown", "none")
    wrong = Incident(
        "i1", "explosion", "shelling", "", when, (), (Actor("army", "perpetrator", "stated", (army,)),), (), (), (army,)
    )  # fmt: skip
    broken: Record = replace(record, incidents=(wrong,))
    assert [(r, name) for r, name, _ in check([(broken, findings)]).only_spoke] == [("r", "army")]
