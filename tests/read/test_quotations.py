"""Quotation marks of all sorts, nested, doubled, reopened and forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.read.quotations import is_closed, quoted_spans


def quotes(text: str) -> list[str]:
    return [s.of(text) for s in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hit it," he said. "It burned."', ['"We hit it,"', '"It burned."']),
        ("“We hit [the depot],” he said.", ["“We hit [the depot],”"]),
        ("''We hit it,'' he said.", ["''We hit it,''"]),
        ('He called it ""a lie"" twice.', ['""a lie""']),
        ('"An opening that is straight,” he said.', ['"An opening that is straight,”']),
        ("Its 'so-called' victory was the army's.", ["'so-called'"]),
        ("He said: 'The rebels' camp is gone.'", ["'The rebels' camp is gone.'"]),
        ('"He said “leave now” and they left," she said.', ['"He said “leave now” and they left,"']),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_apostrophes_and_inches_open_nothing() -> None:
    assert quotes("It's the army's camp; the '90s war left a 6'2\" wall.") == []


def test_quotation_over_two_paragraphs_is_one_span_for_each() -> None:
    text = "“The first.\n\n“The second,” she said."
    assert quotes(text) == ["“The first.", "“The second,”"]
    assert [is_closed(text, s) for s in quoted_spans(text)] == [False, True]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quotes('He said "the town is\nempty.\n\nNobody else spoke.') == ['"the town is\nempty.']


@given(st.text(alphabet="ab .,\n\"'“”‘’«»[]", max_size=60))
def test_spans_are_in_order_apart_and_hold_words(text: str) -> None:
    spans = quoted_spans(text)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(any(c.isalnum() for c in s.of(text)) for s in spans)
