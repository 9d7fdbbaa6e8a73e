"""Briefs: the right incidents, every claim with its speaker, pictures with words, and nothing from the network."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from tests.publish.incidents import clash, protest, said, shelling, three

from warmonitor.model import When
from warmonitor.publish import brief_html, brief_markdown
from warmonitor.publish.brief import Brief, Scope, claim_words, disputes, make, when_words
from warmonitor.publish.drawing.said import Said, draw
from warmonitor.publish.policy import strict


def titles(brief: Brief) -> list[str]:
    return [i.id for i in brief.incidents]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), [clash(), protest(), shelling()]),
        (Scope(incident=clash().id), [clash()]),
        (Scope(country="SY"), [clash()]),
        (Scope(since=date(2021, 5, 4), until=date(2021, 5, 5)), [clash(), protest()]),
        (Scope(since=date(2021, 5, 6)), [shelling()]),
        (Scope(country="UA"), []),
    ],
)
def test_a_scope_holds_what_overlaps_it_and_the_brief_is_in_order_of_days(scope: Scope, expected: list):
    assert titles(make(three(), scope)) == [i.id for i in expected]


def test_an_incident_without_a_day_is_in_no_period_but_in_its_country():
    undated = replace(shelling(), when=When(None, None, "unknown", "none"))
    assert not Scope(since=date(2000, 1, 1)).holds(undated)
    assert Scope(country="IQ").holds(undated)


def test_the_policy_holds_in_a_brief_too():
    for render in (brief_html.render, brief_markdown.render):
        page = render(make(three(), Scope()))
        assert "Haddad" not in page
        assert "alleged by Interior Ministry, denied by Falcons Brigade" in page
        assert strict().mark in page


def test_what_the_policy_holds_back_is_counted_not_hidden():
    made = make(three(), Scope(), policy=replace(strict(), as_of=date(2021, 5, 6)))
    assert (titles(made), made.withheld) == ([clash().id, protest().id], 1)
    assert "1 more held back by the policy" in brief_html.render(made)
    assert "1 more are held back by the policy" in brief_markdown.render(made)


def test_tolls_over_all_incidents_stay_open_where_one_is_open():
    tolls = dict(make(three(), Scope()).tolls)
    assert tolls["killed"][:3] == (11, None, None)
    assert tolls["injured"][:3] == (7, 7, None)
    assert "- **killed**: at least 11" in brief_markdown.render(make(three(), Scope()))


def test_who_says_and_who_denies_stand_apart():
    blamed = next(d for d in disputes(shelling()) if d.attribute == "perpetrator")
    assert blamed.claimed == ("Interior Ministry: Falcons Brigade",)
    assert blamed.denied == ("Falcons Brigade: Falcons Brigade (denies)",)


def test_a_relayed_hedged_lower_bound_reads_so():
    claim = said("c", "killed", 3, "army", bound="min", who="children", stance="hedges", via=("State radio",))
    assert claim_words(claim, shelling()) == "army (via State radio): at least 3 (children) (hedged)"


def test_the_own_voices_of_two_outlets_are_two_speakers():
    own = [said(f"c{n}", "killed", n, "narrator", report=r) for n, r in ((3, "wire-1"), (5, "daily-2"), (6, "gone"))]
    assert [claim_words(c, shelling()) for c in own] == [
        "Harbour Wire itself: 3",
        "Plains Daily itself: 5",
        "the outlet itself: 6",
    ]
    page = brief_html.render(make([replace(shelling(), claims=tuple(own[:2]))], Scope()))
    assert "2021-05-08 Harbour Wire itself: 3; 2021-05-09 Plains Daily itself: 5" in page


def test_days_are_told_with_what_is_not_known():
    assert when_words(When(None, date(2021, 5, 7), "unknown", "published")) == "by 7 May 2021"
    assert when_words(shelling().when) == "6 May 2021, 19:30 UTC"
    assert (
        when_words(When(date(2021, 5, 3), date(2021, 5, 9), "week", "relative"))
        == "3 May 2021 to 9 May 2021 (within a week)"
    )


class Page(HTMLParser):
    """What a page is made of: tags with attributes, open elements, ids and inner links."""

    VOID = frozenset({"meta", "br", "img", "link", "circle", "rect", "line", "path"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def read(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    assert parser.stack == []
    return parser


def test_the_page_is_well_formed_stands_alone_and_every_inner_link_leads_somewhere():
    page = brief_html.render(make(three(), Scope()))
    found = read(page)
    ids = [a["id"] for _, a in found.tags if "id" in a]
    assert len(ids) == len(set(ids))
    links = [a["href"] for t, a in found.tags if t == "a" and a.get("href", "").startswith("#")]
    assert {link[1:] for link in links} <= set(ids)
    assert {f"i{n}" for n in (1, 2, 3)} <= {link[1:] for link in links}
    assert not [t for t, a in found.tags if t in ("script", "link", "img", "iframe") or "src" in a]
    assert re.findall(r"url\(", page) == []


def test_every_picture_has_a_title_and_says_in_words_what_it_shows():
    page = brief_html.render(make(three(), Scope()))
    found = read(page)
    pictures = [a for t, a in found.tags if t == "svg"]
    assert [a["class"] for a in pictures] == ["map", "timeline", "speakers", "said"]
    assert all(a["role"] == "img" and a["aria-label"] for a in pictures)
    assert sum(t == "title" for t, _ in found.tags) == 1 + len(pictures)
    assert "2021-05-08 Interior Ministry: 3; 2021-05-09 medics: 5" in page


def test_tables_have_headings_for_rows_and_columns_and_the_page_a_language_and_one_main_heading():
    found = read(brief_html.render(make(three(), Scope())))
    assert {a.get("scope") for t, a in found.tags if t == "th"} == {"col", "row"}
    assert [a["lang"] for t, a in found.tags if t == "html"] == ["en"]
    assert sum(t == "h1" for t, _ in found.tags) == 1
    assert sum(t == "main" for t, _ in found.tags) == 1


def test_markup_in_a_report_stays_words():
    evil = replace(shelling(), label="<script>alert(1)</script> | *x*")
    assert "<script>" not in brief_html.render(make([evil], Scope()))
    assert r"\<script\>alert(1)\</script\> \| \*x\*" in brief_markdown.render(make([evil], Scope()))


def test_a_toll_told_on_one_day_only_needs_no_chart_over_time():
    one_day = [Said("a", date(2021, 1, 1), 3), Said("b", date(2021, 1, 1), 5)]
    assert draw("killed", one_day, "x") == ""
    assert draw("killed", [*one_day, Said("a", date(2021, 1, 3), 9, "min", weak=True)], "x").count("<circle") == 2


def test_the_same_incidents_give_the_same_page():
    pages = {brief_html.render(make(three(), Scope())) for _ in range(2)}
    assert len(pages) == 1


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" or "#rgb" (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_their_ground_by_four_and_a_half_to_one_in_light_dark_and_print():
    page = brief_html.render(make(three(), Scope()))
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    ]
    assert len(schemes) == 3
    for colours in schemes:
        for words, ground in (
            ("ink", "paper"),
            ("ink", "card"),
            ("faint", "paper"),
            ("faint", "card"),
            ("accent", "card"),
        ):
            light, dark = sorted((luminance(colours[words]), luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (words, ground, colours)
