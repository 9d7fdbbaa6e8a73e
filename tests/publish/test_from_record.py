"""A record of one report gives incidents with permanent ids, claims with their sentences, and names to withhold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from warmonitor.model import Claim, Record, Report, Span
from warmonitor.publish.from_record import excerpt, from_record, permanent_id
from warmonitor.publish.names import holds_person
from warmonitor.publish.policy import strict
from warmonitor.publish.privacy import holds_office, sensitive_kind
from warmonitor.publish.withhold import Cleared, clear


def test_ids_are_ours_and_the_same_for_the_same_report(record: Record):
    first, second = from_record(record)
    assert first.id == permanent_id(record, "i1")
    assert first.id.startswith("WM-")
    assert first.id != second.id
    assert [i.id for i in from_record(record)] == [first.id, second.id]
    assert permanent_id(replace(record, report=replace(record.report, id="other")), "i1") != first.id


def test_claims_keep_speaker_relay_and_the_whole_sentence(record: Record):
    first, second = from_record(record)
    assert [(c.speaker, c.value) for c in first.claims][:2] == [("governor", 4), ("Red Crescent", 6)]
    assert first.claims[0].sentence == "Shells hit Marib on Tuesday, killing four people, the governor said."
    assert second.claims[0].via == ("State radio",)
    assert second.claims[0].sentence == "State radio quoted the army as saying it bombed a depot near Sirwah in reply."


def test_who_denies_stands_with_the_perpetrator(record: Record):
    first, _ = from_record(record)
    (rebels,) = first.actors
    assert (rebels.status, rebels.speakers, rebels.deniers) == ("denied", (), ("rebels",))


def test_links_point_at_permanent_ids_and_one_report_is_a_single_source(record: Record):
    first, second = from_record(record)
    assert [(k.to, k.relation, k.hedged) for k in second.links] == [(first.id, "response-to", False)]
    assert (first.grade, first.sources[0].outlet, first.told()) == (
        "single-source",
        "The Gulf Wire",
        (date(2021, 2, 11),),
    )


def test_a_named_victim_and_a_named_resident_are_private_and_a_minister_is_not(record: Record):
    text = "Shells killed Tariq Nouri, said Lina Barakat, who lives nearby. The interior minister, Omar Selim, confirmed it."
    claims = tuple(
        Claim(f"c{n}", "i1", "killed", 1, speaker, "asserts", Span(0, 6), "r", who=who)
        for n, (speaker, who) in enumerate([("Lina Barakat", "Tariq Nouri"), ("Omar Selim", None)])
    )
    told = Record(Report("r", text, date(2021, 2, 11)), record.incidents[:1], claims)
    (incident,) = from_record(told)
    assert {(n.name, n.why) for n in incident.private_names} == {("Tariq Nouri", "victim"), ("Lina Barakat", "private")}


def test_a_victim_in_public_office_is_told_apart_and_the_policy_chooses(record: Record):
    text = "A bomb killed the governor, Omar Selim, and Tariq Nouri, his driver."
    start = text.index("Omar")
    claim = Claim(
        "c1", "i1", "target", "Omar Selim and Tariq Nouri", "narrator", "asserts", Span(start, start + 4), "r"
    )
    told = Record(Report("r", text, date(2021, 2, 11)), record.incidents[:1], (claim,))
    (incident,) = from_record(told)
    assert {n.name: n.why for n in incident.private_names} == {"Omar Selim": "official-victim", "Tariq Nouri": "victim"}
    printed = {}
    for choice in ("withhold", "withhold-private", "publish"):
        cleared = clear(incident, replace(strict(), victims=choice))
        assert isinstance(cleared, Cleared)
        printed[choice] = (cleared.incident.claims[0].value, cleared.incident.claims[0].sentence)
    hidden = "[name withheld]"
    assert printed == {
        "withhold": (f"{hidden} and {hidden}", f"A bomb killed the governor, {hidden}, and {hidden}, his driver."),
        "withhold-private": (
            f"Omar Selim and {hidden}",
            f"A bomb killed the governor, Omar Selim, and {hidden}, his driver.",
        ),
        "publish": ("Omar Selim and Tariq Nouri", text),
    }


def test_a_very_long_sentence_is_cut_around_its_evidence_between_words():
    text = "word " * 300 + "the evidence " + "word " * 300
    start = text.index("the evidence")
    cut = excerpt(text, Span(start, start + 12))
    assert "the evidence" in cut
    assert len(cut) < 450
    assert set(cut.split()) == {"…", "word", "the", "evidence"}


@pytest.mark.parametrize("name", ["Ana Roe", "Abu Bakr al-Tamimi", "Jean de la Croix"])
def test_a_persons_name_looks_personal(name: str):
    assert holds_person(name)


@pytest.mark.parametrize(
    "name", ["Plains Liberation Front", "three soldiers", "HAMAS WING", "Saudi Arabia", "Friday March", "Taji"]
)
def test_a_bodys_or_places_name_does_not(name: str):
    assert not holds_person(name)


def test_office_is_looked_for_near_the_name_only():
    far = "The minister spoke. " + "Rain fell on the plain and nothing else was heard all day. " * 3 + "Ana Roe ran."
    assert not holds_office("Ana Roe", far)
    assert holds_office("Ana Roe", "Governor Ana Roe ran.")
    assert sensitive_kind("the maternity ward") == ("hospital", "a hospital")
    assert sensitive_kind("the market") is None
