"""From five texts to one incident: three outlets and two officials, coded, linked and reconciled as docs/ledger.md says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.coded import coded

from warmonitor.ledger import Coder, Ledger
from warmonitor.model import Record
from warmonitor.model.linked import LinkedIncident, Toll

REPORTS = {
    ("herald-1", "Lakeside Herald", "2021-06-14"): (
        "A car bomb exploded at a crowded market in the Nigerian city of Gombe on Monday, killing six people and wounding 20, "
        "police commissioner Musa Danladi said."
    ),
    ("courier-1", "Northern Courier", "2021-06-14"): (
        "At least nine people were killed and 31 injured when a car bomb went off at the market in Gombe, Nigeria, on Monday, a doctor "
        "at the Specialist Hospital said. Three children were among the dead, the doctor said."
    ),
    ("agency-1", "Sahel Agency", "2021-06-15"): (
        "The death toll from Monday's car bombing at a market in Gombe, Nigeria, has risen to 12, the state governor, Inuwa Bala, said "
        "on Tuesday. Boko Haram said in a statement that it carried out the attack and had killed 40 soldiers."
    ),
    ("courier-2", "Northern Courier", "2021-06-15"): (
        "Inuwa Bala, the governor, said that 12 people were killed when a car bomb exploded at a market in Gombe, Nigeria, on Monday."
    ),
    ("herald-2", "Lakeside Herald", "2021-06-16"): (
        "A second car bomb exploded at the market in Gombe, Nigeria, on Tuesday, killing two traders, the police said."
    ),
}


def records() -> list[Record]:
    """The five reports, coded by the program."""
    made = []
    for (name, outlet, day), text in REPORTS.items():
        record = coded(text, date.fromisoformat(day), outlet)
        made.append(replace(record, report=replace(record.report, id=name)))
    return made


def monday(ledger: Ledger, coder: Coder) -> LinkedIncident:
    for record in records():
        ledger.add(record, coder)
    second, first = ledger.find()
    assert (str(second.start), second.reports) == ("2021-06-15", ("herald-2",))  # the same market on the next day stays apart
    return first


def toll(view: LinkedIncident, kind: str) -> Toll:
    return next(t for t in view.tolls if t.kind == kind)


def test_four_reports_of_monday_are_one_incident_and_tuesdays_is_another(ledger: Ledger, coder: Coder) -> None:
    first = monday(ledger, coder)
    assert set(first.reports) == {"herald-1", "courier-1", "agency-1", "courier-2"}
    assert (str(first.start), str(first.end), first.grade) == ("2021-06-14", "2021-06-14", "claimed")


def test_every_figure_is_used_as_the_rules_say(ledger: Ledger, coder: Coder) -> None:
    killed = toll(monday(ledger, coder), "killed")
    used = {(f.speaker, f.value): f.use for f in killed.figures}
    assert used[("Musa Danladi", 6)] == "current"
    assert used[("doctor at the Specialist Hospital", 9)] == "current"
    assert used[("doctor", 3)] == "subset"  # the children among the dead
    assert used[("Boko Haram", 40)] == "boast"
    governor = [f.use for f in killed.figures if f.speaker == "Inuwa Bala"]
    assert sorted(governor) == ["current", "superseded"]  # one speaker in two outlets counts once


def test_the_range_is_of_what_stands_and_the_best_of_who_counts_the_dead(ledger: Ledger, coder: Coder) -> None:
    first = monday(ledger, coder)
    killed, injured = toll(first, "killed"), toll(first, "injured")
    assert (killed.low, killed.best, killed.high, killed.disputed) == (6, 9, 12, True)
    assert killed.because == "latest word of the best-placed body: doctor at the Specialist Hospital (counts the dead)"
    assert (injured.low, injured.best, injured.high) == (20, 31, 31)
