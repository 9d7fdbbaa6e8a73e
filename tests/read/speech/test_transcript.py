"""Turns of a transcript are the words of whom their labels name."""

from tests.reading_of import reading_of

from warmonitor.read.speech.transcript import transcript_turns


def turns(text: str, names: dict[str, str]) -> list[tuple[str, str]]:
    return [(a.speaker.name, a.content[0].of(text)) for a in transcript_turns(reading_of(text, names))]  # type: ignore[arg-type]


def test_labels_in_brackets_open_turns_that_end_with_the_recording() -> None:
    text = "PRESIDENT ANA ROE SPOKE. [BEGIN RECORDING] [ROE] THE REBELS KILLED FOUR. [END RECORDING] THE ARMY [FAS] IS SILENT."
    assert turns(text, {"ANA ROE": "person"}) == [("ANA ROE", "THE REBELS KILLED FOUR.")]


def test_labelled_lines_make_a_transcript_where_speakers_come_again() -> None:
    text = "Col. Roe: Two camps were struck.\nReporter: Was anyone killed?\nCol. Roe: We know of nobody."
    assert turns(text, {}) == [
        ("Col. Roe", "Two camps were struck."),
        ("Reporter", "Was anyone killed?"),
        ("Col. Roe", "We know of nobody."),
    ]


def test_a_lone_line_with_a_colon_is_no_turn() -> None:
    assert turns("Kirkuk: Two camps were struck.\nNobody was killed.", {}) == []
