"""Tag lines, relays, several speakers and lists: who speaks where a parser alone would miss it."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.model.reading import NameKind, Reading
from warmonitor.read.speech import narrator_inside

NAMES: dict[str, NameKind] = {"Marib": "place", "Ana Roe": "person", "Roe": "person", "Radio Coast": "organisation"}


def speakers(reading: Reading, words: str) -> list[str]:
    """Everybody who says `words`, the first speaker first; nobody where the narrator does."""
    start = reading.text.index(words)
    found = reading.attribution_at(start, start + len(words))
    return [s.name for s in (found.speaker, *found.others)] if found else []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Shells killed six people in Marib, the council said Monday -- the worst week of the war.", "Shells killed six people", ["council"]),
        ("Shells killed six people in Marib, the council said Monday -- the worst week of the war.", "the worst week", []),
        ("A bomber hit a convoy in Marib, killing two women, a police officer was quoted as saying.", "killing two women", ["police officer"]),
        ("Jets killed nine people in Marib, two residents and a medic said.", "killed nine people", ["two residents", "medic"]),
        ("Crowds gathered in Marib, with one man shot by soldiers, resident Ana Roe said by phone.", "one man shot", ["Ana Roe"]),
        ("A shell hit a home in Marib, killing two men, a nurse, who feared for her life, told Radio Coast.", "killing two men", ["nurse"]),
        ('The raiders, in two "stolen" trucks, opened fire with rifles, said the mayor, Ana Roe.', "with rifles", ["Ana Roe"]),
        ("A shell hit the camp, according to a spokesman interviewed by Radio Coast.", "hit the camp", ["spokesman"]),
        ("Early reports from an aid group put the toll at 57.", "57", ["aid group"]),
    ],
)  # fmt: skip
def test_the_tag_line_holds_the_whole_clause_before_it(text: str, words: str, who: list[str]) -> None:
    assert speakers(reading_of(text, NAMES), words) == who


def test_a_surname_alone_speaks_under_the_full_name() -> None:
    reading = reading_of("Col. Ivo Brand said the town fell. Two men fled, Brand added. The bridge is gone, Col. Brand said.", {})
    assert [speakers(reading, words)[0].split()[-2:] for words in ("town fell", "Two men fled", "bridge is gone")] == [["Ivo", "Brand"]] * 3


def test_a_later_pronoun_for_a_spokesman_means_his_body() -> None:
    text = '"Two jets fell," an army spokeswoman said. "The pilots are safe," she said.'
    reading = reading_of(text, {})
    assert speakers(reading, "The pilots are safe") == speakers(reading, "Two jets fell") == ["army"]


def test_a_title_alone_means_whoever_bears_it() -> None:
    text = "Gunmen shot two men, according to the district prosecutor. They fled, said the prosecutor, Ana Roe."
    assert speakers(reading_of(text, NAMES), "Gunmen shot two men") == ["Ana Roe"]


def test_an_announced_list_is_its_announcers() -> None:
    text = (
        "Officials reported details of the raids.\n\n-- Near Marib, two raids destroyed a bridge.\n\n"
        "-- Near Taiz, a raid destroyed a depot.\n\nThe war began in May."
    )
    reading = reading_of(text, NAMES)
    assert speakers(reading, "destroyed a depot") == ["Officials"]
    assert speakers(reading, "The war began") == []


def test_what_was_done_then_is_no_background() -> None:
    reading = reading_of("Police raided a flat that was used by rebels, killing nine of them, the mayor said.", {})
    killing = next(t.i for t in reading.tokens if t.lower == "killing")
    assert not narrator_inside(reading, killing)
