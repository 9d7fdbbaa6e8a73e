"""Captives taken, held and let go; counts that are replaced; bodies found: what is one happening and what is not."""

from __future__ import annotations

from tests.coded import coded, only, tolls


def test_an_earlier_count_of_the_dead_is_no_happening_of_its_own() -> None:
    incident = only(
        "A car bomb exploded at a checkpoint in Herat on Monday, killing 40 people, the governor said. "
        "The previous death toll was 12 with 30 others injured."
    )
    assert tolls(incident)["injured"] == (30, 30)


def test_bodies_taken_away_are_no_abduction() -> None:
    record = coded("A car bomb exploded in Herat on Monday. Medics said they had taken away 25 bodies from the site of the blast.")
    assert [i.subtype for i in record.incidents] == ["remote-explosive"]


def test_people_herded_away_were_abducted_also_with_the_verb_and_its_preposition_apart() -> None:
    incident = only("Gunmen herded 40 boys from their beds at a school in Mopti on Monday -- a kidnapping that shook the region.")
    assert (incident.subtype, tolls(incident)) == ("abduction", {"abducted": (40, 40)})


def test_who_remains_captive_belongs_to_the_taking_and_not_to_the_release() -> None:
    record = coded(
        "Gunmen kidnapped 60 schoolgirls from a school in Mopti in April 2014. The rebels released 20 of the girls in Gao on Monday. "
        "Some 40 girls remain captive after the release."
    )
    by = {c.value: next(i.subtype for i in record.incidents if i.id == c.incident) for c in record.claims if c.attribute == "abducted"}
    assert by[40] == "abduction"


def test_fighters_set_free_in_exchange_are_another_release() -> None:
    record = coded(
        "The rebels released 20 schoolgirls in Gao on Monday. Four imprisoned militants were released in Mopti on Sunday."
    )
    assert [i.subtype for i in record.incidents] == ["release", "release"]


def test_where_the_speaker_travels_is_no_place_of_what_he_tells() -> None:
    incident = only("The rebels freed 20 girls on Monday. As I leave Bamako for Paris, I welcome the release of the girls.")
    assert "Bamako" not in [p.place.name for p in incident.places]
