"""The policy cannot be forgotten, and does what it says in every format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.incidents import clash, said, shelling, three

from warmonitor.errors import BadInput, BadOption
from warmonitor.model import Place
from warmonitor.model.published import PrivateName, PublishedActor
from warmonitor.publish.export import exports
from warmonitor.publish.policy import load, open_, parse, strict
from warmonitor.publish.withhold import WITHHELD, Cleared, Withheld, clear, mask, worded


def cleared(incident, policy=None) -> Cleared:
    found = clear(incident, policy or strict())
    assert isinstance(found, Cleared)
    return found


def all_text(path: Path) -> str:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return "\n".join(f.read_bytes().decode("utf-8", errors="replace") for f in files)


@pytest.mark.parametrize("name", sorted(exports()))
def test_no_format_lets_a_victims_name_out_without_a_policy(name: str, tmp_path: Path):
    if "parquet" in name:
        pytest.importorskip("pyarrow")
    out = exports()[name].path(tmp_path)
    loss = exports()[name].write(three(), out)
    assert loss.policy == strict().mark
    assert loss.rows > 0
    text = all_text(out)
    assert "Haddad" not in text
    assert "33.50123" not in text


@pytest.mark.parametrize("name", ["acled", "ged", "polecat", "hxl", "csv", "geojson", "jsonl"])
def test_every_text_format_words_a_blamed_perpetrator_with_its_speaker(name: str, tmp_path: Path):
    out = exports()[name].path(tmp_path)
    exports()[name].write([shelling()], out)
    assert "Falcons Brigade (alleged by Interior Ministry, denied by Falcons Brigade)" in all_text(out)


def test_open_policy_publishes_the_name_and_five_decimals(tmp_path: Path):
    found = cleared(shelling(), open_()).incident
    assert [a.printed for a in found.actors] == ["Falcons Brigade", "Iraqi army", "Samir Haddad"]
    assert (found.places[0].lat, found.places[0].lon) == (33.50123, 42.98765)


def test_coordinates_are_cut_to_the_same_value_every_time_and_never_moved_further_than_half_a_unit():
    found = cleared(shelling()).incident.places[0]
    assert (found.lat, found.lon) == (33.5, 42.99)
    assert cleared(shelling()).incident.places[0] == found


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 5))
def test_cutting_twice_is_cutting_once(lat: float, lon: float, decimals: int):
    place = Place("Somewhere", "IQ", lat, lon, 1)
    once = cleared(replace(clash(), places=(place,)), replace(strict(), decimals=decimals))
    twice = cleared(once.incident, replace(strict(), decimals=decimals))
    assert once.content == twice.content
    assert once.incident.places[0].lat is not None
    assert abs(once.incident.places[0].lat - lat) <= 0.5 * 10**-decimals + 1e-9


def test_clearing_what_is_cleared_changes_nothing():
    for incident in three():
        once = cleared(incident)
        assert cleared(once.incident).content == once.content


def test_last_name_alone_is_withheld_too_and_the_quoted_sentence_keeps_the_rest():
    named = replace(
        shelling(),
        label="Rockets kill Haddad",
        claims=(said("c1", "killed", 1, "medics", "Haddad, 24, died, medics said."),),
    )
    found = cleared(named).incident
    assert found.label == f"Rockets kill {WITHHELD}"
    assert found.claims[0].sentence == f"{WITHHELD}, 24, died, medics said."


def test_an_address_that_spells_a_withheld_name_and_grounds_that_name_it_are_withheld():
    urls = ("https://example.org/2021/samir-haddad-dies", "https://example.org/2021/army_base%20hit")
    named = replace(
        shelling(),
        sources=tuple(replace(s, url=u) for s, u in zip(shelling().sources, urls, strict=True)),
        grounds=("Samir Haddad spoke",),
    )
    found = cleared(named).incident
    assert [s.url for s in found.sources] == [None, urls[1]]
    assert found.grounds == (f"{WITHHELD} spoke",)
    assert cleared(named, open_()).incident.sources == named.sources


def test_an_unknown_personal_name_in_a_quoted_sentence_is_masked_but_bodies_and_places_stay():
    words = "Rana Aziz and Omar al-Jundi died near Wadi Hajar, the Red Crescent and Ana Roe said."
    assert mask(words, "ana roe") == (
        f"{WITHHELD} and {WITHHELD} died near Wadi Hajar, the Red Crescent and Ana Roe said."
    )


def test_an_incident_of_today_waits_until_a_day_has_passed():
    fresh = replace(strict(), as_of=date(2021, 5, 6))
    assert isinstance(clear(shelling(), fresh), Withheld)
    assert isinstance(clear(shelling(), replace(strict(), as_of=date(2021, 5, 7))), Cleared)


def test_without_a_day_to_count_on_the_newest_report_is_the_latest_known_day():
    same_day = replace(shelling(), sources=tuple(replace(s, published=date(2021, 5, 6)) for s in shelling().sources))
    assert isinstance(clear(same_day, strict()), Withheld)
    assert isinstance(clear(shelling(), strict()), Cleared)


def test_a_hospital_is_coarsened_unnamed_and_still_published():
    hit = replace(
        shelling(),
        label="Rockets hit Al-Noor Hospital",
        places=(Place("Al-Noor Hospital", "IQ", 33.5123, 42.9876, 1, admin1="Anbar", kind="hospital"),),
        actors=(PublishedActor("Al-Noor Hospital", "target", "stated", "facility"),),
        private_names=(PrivateName("Al-Noor Hospital", "facility", "a hospital"),),
    )
    found = cleared(hit).incident
    assert found.label == "Rockets hit a hospital"
    assert (found.places[0].name, found.places[0].lat, found.places[0].precision) == ("Anbar", 33.5, 3)
    assert found.actors[0].name == "a hospital"
    kept_back = clear(hit, replace(strict(), sensitive_action="withhold"))
    assert isinstance(kept_back, Withheld)
    assert kept_back.why == "policy: a sensitive kind of place"


def test_a_claimed_attack_needs_no_alleged_wording_and_a_denied_one_says_so():
    assert worded(PublishedActor("A", "perpetrator", "claimed")) == ""
    assert worded(PublishedActor("A", "perpetrator", "denied", deniers=("A",))) == "A (denied by A)"
    assert (
        worded(PublishedActor("A", "perpetrator", "suspected", speakers=("police",)))
        == "A (suspected, according to police)"
    )


def test_policy_reads_back_from_its_own_toml_and_changes_its_mark_with_its_content():
    changed = replace(strict(), decimals=1, as_of=date(2021, 1, 2))
    assert parse(changed.toml(), "x.toml") == changed
    assert changed.mark.split("@")[0] == strict().mark.split("@")[0]
    assert changed.mark != strict().mark


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x"\n[names]\nvictim = "publish"', "it has victims, private_persons, excerpts"),
        ('name = "x"\n[names]\nvictims = "maybe"', "choose one of withhold, withhold-private, publish"),
        ('name = "x"\n[sensitive]\nkinds = ["castle"]', "the known kinds are"),
        ('name = "x"\n[coordinates]\ndecimals = "two"', "must be a whole number"),
        ("decimals = 2", "needs a name"),
    ],
)
def test_a_mistake_in_a_policy_names_the_choices(text: str, told: str):
    with pytest.raises(BadInput, match=told):
        parse(text, "mine.toml")


def test_a_policy_that_is_not_there_is_an_error_and_not_the_open_one():
    with pytest.raises(BadOption, match="no such file"):
        load("nowhere.toml")
    assert load(None) == strict()
