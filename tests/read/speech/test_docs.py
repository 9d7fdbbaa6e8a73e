"""The tables of docs/attribution.md say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading_of import reading_of

from warmonitor.find.stance import stance_at
from warmonitor.find.statements import find_statements

DOCS = Path(__file__).resolve().parents[3] / "docs" / "attribution.md"


def rows(*header: str) -> list[tuple[str, ...]]:
    """The rows of all tables of the page with these column heads."""
    found, reading = [], False
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = tuple(c.strip() for c in line.strip().strip("|").split("|")) if line.startswith("|") else ()
        if cells == header:
            reading = True
        elif not cells:
            reading = False
        elif reading and not re.fullmatch(r"-+", cells[0]):
            found.append(cells)
    return found


@pytest.mark.parametrize(("text", "words", "speaker"), rows("sentence", "words", "speaker"))
def test_speaker_is_as_the_page_says(text: str, words: str, speaker: str) -> None:
    found = reading_of(text, {}).attribution_at(text.index(words), text.index(words) + len(words))
    assert (found.speaker.name if found else "narrator") == speaker


@pytest.mark.parametrize(("text", "words", "speaker", "via"), rows("sentence", "words", "speaker", "via"))
def test_relay_is_as_the_page_says(text: str, words: str, speaker: str, via: str) -> None:
    found = reading_of(text, {}).attribution_at(text.index(words), text.index(words) + len(words))
    assert found is not None
    assert found.speaker.name == speaker
    assert [v.name for v in found.via] == ([via] if via else [])


@pytest.mark.parametrize(("text", "word", "stance"), rows("sentence", "word", "stance"))
def test_stance_is_as_the_page_says(text: str, word: str, stance: str) -> None:
    reading = reading_of(text, {"Falcons Brigade": "armed-group"})
    assert stance_at(reading, next(t.i for t in reading.tokens if t.text == word))[0] == stance


@pytest.mark.parametrize(("text", "speaker", "act"), rows("sentence", "speaker", "act"))
def test_statement_is_as_the_page_says(text: str, speaker: str, act: str) -> None:
    assert (speaker, act) in [(s.speaker.name, s.act) for s in find_statements(reading_of(text, {}))]


def test_the_page_has_examples_of_every_kind() -> None:
    assert len(rows("sentence", "words", "speaker")) >= 10
    assert len(rows("sentence", "word", "stance")) >= 7
