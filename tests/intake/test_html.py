"""Web pages: the words a reader sees, and what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from warmonitor.intake.given import Given, Unreadable
from warmonitor.intake.html import read
from warmonitor.model import Report

PAGE = b"""<!DOCTYPE html><html><head><title>Ten hurt | The Wire</title>
<meta property="og:title" content="Ten hurt in blast"><meta property="article:published_time" content="2021-04-05T01:00:00Z">
<meta property="og:site_name" content="The Wire"><style>p {color: red}</style><script>var killed = 9;</script></head>
<body><nav>Home<a href=x>World</a></nav><article><h1>Ten hurt in blast</h1><p>A bomb &amp; a  <b>grenade</b>
went off.<br>Ten were hurt.</p><form>Subscribe</form></article><footer>1999 The Wire</footer></body></html>"""


def page(raw: bytes) -> Report:
    (report,) = read(raw, "p", Given())
    return report


def test_the_articles_words_are_kept_and_navigation_scripts_and_forms_are_not() -> None:
    assert page(PAGE).text == "Ten hurt in blast\n\nA bomb & a grenade went off.\nTen were hurt."


def test_the_pages_metadata_gives_title_day_and_outlet() -> None:
    got = page(PAGE)
    assert (got.title, got.published, got.outlet) == ("Ten hurt in blast", date(2021, 4, 5), "The Wire")


def test_a_page_without_an_article_gives_its_body_and_its_title_element() -> None:
    got = page(b"<title>Blast</title><p>One fell.<p>Two rose.")
    assert (got.text, got.title) == ("One fell.\n\nTwo rose.", "Blast")


def test_a_day_that_is_not_iso_is_unknown_not_guessed() -> None:
    assert page(b'<meta name="date" content="5 April 2021"><p>One fell.').published is None


def test_a_page_without_words_is_said_to_be_empty() -> None:
    with pytest.raises(Unreadable, match="no visible text"):
        page(b"<html><script>x()</script></html>")
