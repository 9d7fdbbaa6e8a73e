"""A brief as one HTML file: map, timeline, tolls by speaker and over time, who says and who denies, sources. No network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

from warmonitor.model.published import PublishedClaim, PublishedIncident
from warmonitor.publish import brief as words
from warmonitor.publish.brief import Brief, Dispute, disputes
from warmonitor.publish.drawing import map as maps
from warmonitor.publish.drawing import said, speakers, timeline
from warmonitor.publish.figures import KINDS, figure
from warmonitor.publish.voices import voice

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_BARS = 60
"""More rows than this no reader follows: the timeline then shows the incidents with the highest toll."""


@dataclass(frozen=True, slots=True)
class View:
    """An incident with what the page shows of it."""

    incident: PublishedIncident
    mark: str
    disputes: tuple[Dispute, ...]
    charts: tuple[tuple[str, Markup], ...]


def render(brief: Brief) -> str:
    """The whole page."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("warmonitor.publish", "page")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    parts = resources.files("warmonitor.publish.page")
    return environment.get_template("period.html.j2").render(
        brief=brief,
        views=[View(i, str(n), disputes(i), tuple(_charts(i))) for n, i in enumerate(brief.incidents, start=1)],
        map=_safe(maps.draw(tuple(_spots(brief)), f"Map: {brief.title}")),
        timeline=_safe(timeline.draw(tuple(_bars(brief)), None, f"Timeline: {brief.title}")),
        few=len(brief.incidents) <= MOST_BARS,
        style=_safe((parts / "brief.css").read_text("utf-8") + (parts / "period.css").read_text("utf-8")),
        words=words,
    )


def _safe(markup: str) -> Markup:
    from markupsafe import Markup

    return Markup(markup)  # our own files and drawings, whose words are escaped where they are made


def _spots(brief: Brief) -> Iterator[maps.Spot]:
    for n, i in enumerate(brief.incidents, start=1):
        for p in i.places:
            if p.lat is not None and p.lon is not None:
                yield maps.Spot(p.lat, p.lon, p.name, str(n), p.precision, f"#i{n}")


def _bars(brief: Brief) -> Iterator[timeline.Bar]:
    numbered = list(enumerate(brief.incidents, start=1))
    if len(numbered) > MOST_BARS:
        deadliest = sorted(numbered, key=lambda x: (-(figure(x[1], "killed").low or 0), x[0]))[:MOST_BARS]
        numbered = sorted(deadliest, key=lambda x: x[0])
    for n, i in numbered:
        yield timeline.Bar(i.label, i.when.start, i.when.end, str(n), f"#i{n}", i.when.precision == "day")


def _charts(i: PublishedIncident) -> Iterator[tuple[str, Markup]]:
    """For each kind of toll with several figures: by speaker, and over time where they were said on several days."""
    replaced = {c.revises for c in i.claims if c.revises}
    for kind in KINDS:
        told = [c for c in i.claims if c.attribute == kind and isinstance(c.value, int)]
        if len(told) < 2:
            continue
        low, _, high, _ = figure(i, kind)
        title = f"{kind.capitalize()}, by speaker"
        yield (
            title,
            _safe(speakers.draw(kind, [_figure(c, i, replaced) for c in told], low, high, f"{title}: {i.label}")),
        )
        points = [p for c in told if not c.who and (p := _said(c, i))]
        over_time = f"{kind.capitalize()}, as it was told over time"
        if chart := said.draw(kind, points, f"{over_time}: {i.label}"):
            yield over_time, _safe(chart)


def _figure(c: PublishedClaim, i: PublishedIncident, replaced: set[str]) -> speakers.Figure:
    gone = c.id in replaced or c.stance == "denies"
    return speakers.Figure(voice(c, i), int(c.value), c.bound, c.stance == "hedges", gone, c.who or "")


def _said(c: PublishedClaim, i: PublishedIncident) -> said.Said | None:
    published = next((s.published for s in i.sources if s.id == c.report), None)
    try:
        day = date.fromisoformat(c.said_on) if c.said_on else published
    except ValueError:
        day = published  # Said "last week": the report's own day is the surer one.
    weak = c.stance in ("hedges", "denies")
    return said.Said(voice(c, i), day, int(c.value), c.bound, weak) if day else None
