"""Names: lexicon, head nouns, titles, gazetteer and acronyms over the parser's own guesses."""

from functools import cache

import pytest

from warmonitor.lexicon.actors import open_actors
from warmonitor.model.reading import Name
from warmonitor.model.report import Report
from warmonitor.read.language import Language, open_language
from warmonitor.read.names import aliases, find_names

PLACES = {"kirkuk", "taji", "lima", "san salvador", "deir al-balah"}


@cache
def language() -> Language:
    return open_language()


def names(text: str) -> tuple[Name, ...]:
    (parse,) = language().parse([Report("t", text)])
    return find_names(parse, open_actors(), lambda n: n.lower() in PLACES)


def found(text: str) -> set[tuple[str, str, str | None]]:
    return {(n.text, n.kind, n.entry) for n in names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rockets hit the Taji base on Monday.", ("Taji base", "facility", None)),
        (
            "The attack in Kirkuk was blamed on Kataib Hezbollah.",
            ("Kataib Hezbollah", "armed-group", "kataib-hezbollah"),
        ),
        ("Fighters of the Baratha militia fled.", ("Baratha militia", "armed-group", None)),
        ("Defence Minister Ana Roe denied it.", ("Ana Roe", "person", None)),
        ("On Monday Abu Hamid al-Kuwaiti, a commander, was killed.", ("Abu Hamid al-Kuwaiti", "person", None)),
        ("Lt. Gen. John Q. Roe spoke in Kirkuk.", ("John Q. Roe", "person", None)),
        (
            "Soldiers of the 4th Battalion, 9th Marines patrolled there.",
            ("4th Battalion, 9th Marines", "armed-group", None),
        ),
        ("The Chadian army’s spokesman said so.", ("Chadian army", "armed-group", "TD/army")),
        ("Troops loyal to the government of Chad left.", ("government of Chad", "organisation", "TD/government")),
        (
            "It was the Northern Observatory for Human Rights that counted.",
            ("Northern Observatory for Human Rights", "organisation", None),
        ),
        ("POLICE SAID THAT THE FARC BLEW UP A BRIDGE NEAR LIMA.", ("LIMA", "place", None)),
    ],
)
def test_a_name_is_found_with_its_kind(text: str, name: tuple[str, str, str | None]) -> None:
    assert name in found(text)


def test_an_acronym_defined_in_passing_is_a_name_of_the_same_actor() -> None:
    text = "The National Reform Brigade (NRB) attacked Kirkuk. Later the NRB left."
    (parse,) = language().parse([Report("t", text)])
    names_ = find_names(parse, open_actors(), lambda n: n.lower() in PLACES)
    assert aliases(names_, parse) == {"NRB": "National Reform Brigade"}
    assert [(n.text, n.kind) for n in names_ if n.text == "NRB"] == [("NRB", "armed-group")] * 2


def test_where_a_body_sits_is_no_part_of_its_name() -> None:
    *_, body = names("The London-based Conflict Monitoring Centre counted nine dead.")
    assert body.text == "Conflict Monitoring Centre"


def test_names_never_overlap_and_stand_in_text_order() -> None:
    text = (
        "Iraqi army commander Gen. Ali Roe told the Syrian Observatory for Human Rights "
        "that Kirkuk and the Taji base fell to IS."
    )
    spans = [(n.start, n.end) for n in names(text)]
    assert len(spans) >= 5
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


def test_the_word_is_is_no_islamic_state_in_an_upper_case_wire() -> None:
    text = "THE BRIDGE IS CLOSED AND THE POLICE ARE LOOKING FOR THE GUNMEN NEAR LIMA."
    assert "islamic-state" not in {n.entry for n in names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Near Kirkuk, shells fell.", ("Kirkuk", "place", None)),
        ("Col. Carlos “Chip” Roe denied it.", ("Carlos “Chip” Roe", "person", None)),
        ("The spokesman of Harakat al-Fajr denied it.", ("Harakat al-Fajr", "armed-group", None)),
        ("The Minister for the Middle East Ana Roe spoke.", ("Ana Roe", "person", None)),
        ("Clashes broke out in the town of Zarbatoun.", ("Zarbatoun", "place", None)),
        ("Troops took part in Operation Northern Light.", ("Operation Northern Light", "other", None)),
        ("The Iraqi army media cell confirmed it.", ("Iraqi army media cell", "organisation", None)),
    ],
)
def test_words_around_a_name_tell_its_kind(text: str, name: tuple[str, str, str | None]) -> None:
    assert name in found(text)


def test_a_common_word_at_the_start_of_a_sentence_is_no_place() -> None:
    PLACES.add("videos")
    assert "Videos" not in {n.text for n in names("Videos showed the blast. The videos were filmed in Kirkuk.")}


def test_a_word_that_the_report_also_writes_small_is_no_place() -> None:
    PLACES.add("health")
    text = "The clinic closed, Health officials said. They look after the health of villagers."
    assert ("Health", "place", None) not in found(text)
