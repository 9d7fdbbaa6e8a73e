"""Who says what, in invented reports."""

from __future__ import annotations

import pytest
from tests.reading_of import reading_of

from warmonitor.model.reading import NameKind, Reading
from warmonitor.read.speech import find_attributions, narrator_inside

NAMES: dict[str, NameKind] = {
    "Ana Roe": "person", "Roe": "person", "Ivo Brand": "person", "Brand": "person", "Falcons Brigade": "armed-group",
    "State TV": "organisation", "Radio Coast": "organisation", "Marib": "place", "Northland": "place",
}  # fmt: skip


def speaker(reading: Reading, words: str) -> str:
    """Who speaks at the place where `words` stand."""
    start = reading.text.index(words)
    found = reading.attribution_at(start, start + len(words))
    return found.speaker.name if found else "narrator"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Rebels shelled the market, the governor said.", "shelled the market", "governor"),
        ("The governor said that rebels had shelled the market.", "shelled the market", "governor"),
        ("The blast, residents told Radio Coast, shook the town.", "shook the town", "residents"),
        ("According to medics, ten people died.", "ten people died", "medics"),
        ("Ten people died, according to medics.", "Ten people died", "medics"),
        ('"We left at night," said Ana Roe. "Nothing was left."', "Nothing was left", "Ana Roe"),
        ('Ana Roe wrote: "The town is free."', "The town is free", "Ana Roe"),
        ("State TV quoted the army as saying ten rebels had died.", "ten rebels had died", "army"),
        ("Another resident said the school was hit.", "the school was hit", "Another resident"),
        ("A source close to the talks said two men were freed.", "two men were freed", "source close to the talks"),
        ("A spokesman, Ivo Brand, said two men were freed.", "two men were freed", "Ivo Brand"),
        ("A spokesman for the mission said two men were freed.", "two men were freed", "mission"),
        ("The Falcons Brigade group said its men took the hill.", "took the hill", "Falcons Brigade"),
        ("Ten people died in Marib on Monday.", "Ten people died", "narrator"),
    ],
)
def test_speaker_of_words(text: str, words: str, who: str) -> None:
    assert speaker(reading_of(text, NAMES), words) == who


def test_relay_stands_in_via_nearest_first() -> None:
    reading = reading_of("State TV quoted the army as saying ten rebels had died.", NAMES)
    inner = reading.attribution_at(reading.text.index("ten rebels"))
    assert inner is not None
    assert [v.name for v in inner.via] == ["State TV"]


def test_quotation_without_a_cue_goes_on_with_the_last_speaker() -> None:
    text = '"The first shell fell at noon," said Ana Roe.\n\n"Then the second one came down."\n\nThe road was closed.'
    reading = reading_of(text, NAMES)
    assert speaker(reading, "the second one") == "Ana Roe"
    assert speaker(reading, "The road was closed") == "narrator"


def test_unclosed_paragraph_belongs_to_the_speaker_told_at_the_end() -> None:
    reading = reading_of('“The first shell fell at noon.\n\n“Then the second one came down,” Ana Roe said.', NAMES)
    assert speaker(reading, "first shell") == "Ana Roe"


def test_statement_after_a_colon_runs_to_its_end_without_marks() -> None:
    text = "The minister, Ana Roe, said:\n\nThe raid was a crime.\n\nThree guards were killed in it."
    reading = reading_of(text, NAMES)
    assert speaker(reading, "Three guards were killed") == "Ana Roe"


def test_innermost_speaker_wins() -> None:
    reading = reading_of("The mayor said residents had told her that the school was hit.", NAMES)
    assert speaker(reading, "the school was hit") == "residents"


def test_definite_description_inside_indirect_speech_is_the_narrators() -> None:
    reading = reading_of("The minister condemned the strike and said the raid that killed 30 people was a crime.", NAMES)
    killed = next(t for t in reading.tokens if t.text == "killed")
    crime = next(t for t in reading.tokens if t.text == "crime")
    assert narrator_inside(reading, killed.i)
    assert not narrator_inside(reading, crime.i)


def test_official_statement_with_its_author_in_the_title_is_the_authors() -> None:
    title = "Statement by Minister Ana Roe on the attack in Marib"
    text = title + "\n\nI condemn the attack in Marib. Ten guards were killed in it."
    reading = reading_of(text, NAMES, title=title, outlet="Northland Ministry of Defence")
    assert speaker(reading, "Ten guards were killed") == "Ana Roe"


def test_official_statement_in_a_newspaper_stays_the_narrators() -> None:
    title = "Statement by Minister Ana Roe on the attack in Marib"
    text = title + "\n\nI visited Marib. Ten guards were killed in it."
    reading = reading_of(text, NAMES, title=title, outlet="The Coast Herald")
    assert speaker(reading, "Ten guards were killed") == "narrator"


def test_wishes_are_attributions_only_on_request() -> None:
    reading = reading_of("The rebels want to leave the town.", NAMES)
    assert reading.attributions == ()
    wishes = find_attributions(reading, attitudes=True)
    assert [a.content[0].of(reading.text) for a in wishes] == ["to leave the town"]


def test_same_report_gives_the_same_attributions() -> None:
    text = 'Ana Roe said the raid failed. "It was late," she added. State TV reported ten deaths, citing Ivo Brand.'
    assert reading_of(text, NAMES).attributions == reading_of(text, NAMES).attributions


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("State TV, quoting a nurse, said ten rebels had died.", "ten rebels had died", "nurse"),
        ("The ministry said a bomb had killed a judge, adding that two men were held.", "two men were held", "ministry"),
        ("A military statement said two men were held.", "two men were held", "military"),
        ("The Northland-backed government blamed the rebels for the raid.", "the rebels for the raid", "Northland-backed government"),
        ("Residents said soldiers burned houses; the army said it was hunting rebels.", "it was hunting rebels", "army"),
        ("The toll was put at 17 by the Red Crescent.", "at 17", "Red Crescent"),
        ("No group has claimed responsibility for the raid.", "the raid", "narrator"),
        ("We reported last week that ten rebels had died.", "ten rebels had died", "narrator"),
    ],
)
def test_speaker_where_a_simple_reading_errs(text: str, words: str, who: str) -> None:
    assert speaker(reading_of(text, NAMES), words) == who


@pytest.mark.parametrize(
    "text, words, who",
    [
        ("Ana Roe, the town’s police chief, said at a news briefing that troops found rifles in the house.", "found rifles", "Ana Roe"),
        ("The strikes came after the Falcons Brigade, a group from the hills, said it would stop firing.", "stop firing", "Falcons Brigade"),
        (
            "The army, on the other hand, bombed with heavy artillery the village of Torwa, causing the flight of many families "
            "towards the hills, eyewitnesses reported on Sunday evening.",
            "bombed",
            "eyewitnesses",
        ),
        ("A man stood at a house hit by what activists said were barrel bombs dropped by the army.", "barrel bombs", "activists"),
        ("John Roe was told by the rebels that he had been kidnapped to stop the vote.", "kidnapped", "rebels"),
        (
            "The panel saw a report by the Organization for Peace. The report found that the army was responsible for the raids.",
            "responsible for",
            "Organization for Peace",
        ),
        (
            "The Arda Battalion reported that rebels took ten men. According to that garrison, the raid took place on Monday.",
            "took place",
            "Arda Battalion",
        ),
    ],
)
def test_speaker_of_words_that_the_parse_loses(text: str, words: str, who: str) -> None:
    reading = reading_of(text)
    start = text.index(words)
    found = reading.attribution_at(start, start + len(words))
    assert found is not None and found.speaker.name == who


def test_a_verb_that_only_carries_quotations_says_nothing_in_a_clause_of_time() -> None:
    text = "Two men were killed in Torwa as the army continued to shell the valley, the council said."
    reading = reading_of(text)
    found = reading.attribution_at(text.index("killed"))
    assert found is not None and found.speaker.name == "council"
