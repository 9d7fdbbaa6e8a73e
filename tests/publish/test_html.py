"""The page for reading: whole, offline, escaped, and tied both ways between words and claims."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Claim, Record, Report, Span
from warmonitor.publish import html
from warmonitor.publish.evidence import pieces


def page(*records: Record) -> str:
    out = io.StringIO()
    html.write_records(records, out)
    return out.getvalue()


class Structure(HTMLParser):
    """Ids, links and open elements of a page."""

    VOID = frozenset(["meta", "br", "link", "img", "hr"])

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def structure(record: Record) -> Structure:
    return Structure(page(record, replace(record, report=replace(record.report, id="again"))))


def test_elements_close_in_order_and_ids_are_unique(structure: Structure) -> None:
    assert structure.open == []
    assert len(structure.ids) == len(set(structure.ids))


def test_every_link_on_the_page_leads_somewhere(structure: Structure) -> None:
    here = [link[1:] for link in structure.links if link.startswith("#")]
    assert here
    assert set(here) <= set(structure.ids)


def test_the_page_fetches_nothing(record: Record) -> None:
    markup = page(record)
    assert not re.search(r"<(?:link|img|iframe|script)[^>]+(?:src|href)=|@import|url\(", markup)
    assert re.findall(r'(?:href|src)="(https?:[^"]+)"', markup) == ["https://example.org/1"]


def test_words_of_a_report_are_never_markup(record: Record) -> None:
    nasty = "</script><img src=x onerror=alert(1)> & “quotes”"
    odd = replace(record, report=replace(record.report, title=nasty, url="javascript:alert(1)"))
    markup = page(odd)
    assert "<img" not in markup and "javascript:" not in markup
    assert "&lt;/script&gt;&lt;img src=x" in markup


def test_claims_and_their_words_point_at_each_other(record: Record) -> None:
    markup = page(record)
    assert re.search(
        r'<a class="ev claim" href="#r1-c2"[^>]*data-ids="r1-c2"[^>]*>(?:<span id="r1-c2-text"></span>)?put the toll at six</a>',
        markup,
    )
    assert 'data-tie="r1-c2"' in markup


def test_pictures_have_words_for_those_who_cannot_see_them(record: Record) -> None:
    markup = page(record)
    svgs = re.findall(r"<svg[^>]*>.{0,80}", markup)
    assert len(svgs) == 3
    assert all('role="img"' in s and "<title>" in s for s in svgs)
    assert "governor: 4; Red Crescent: 6" in markup


def test_a_report_without_incidents_says_so() -> None:
    assert "No incident in this report." in page(Record(Report("quiet", "All was quiet.")))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
@settings(max_examples=50, deadline=None)
def test_pieces_joined_are_the_text_whatever_overlaps(bounds: list[tuple[int, int]]) -> None:
    text = "Ünïcode “text” of thirty signs"
    spans = [Span(min(b), max(b)) for b in bounds]
    claims = tuple(Claim(f"c{n}", "i1", "occurred", "x", "narrator", "asserts", s, "rule") for n, s in enumerate(spans))
    cut = pieces(Record(Report("r", text), claims=claims), "r1")
    assert "".join(p.text for p in cut) == text
    for piece in cut:
        assert bool(piece.ids) == bool(piece.target)
