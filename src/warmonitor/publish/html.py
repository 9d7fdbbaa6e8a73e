"""Records as one page for reading: the report with its evidence marked, incidents, map, timeline, figures by speaker.

One file, no network: style, script and pictures are inside. Readable without the script, by keyboard and on paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TextIO

from warmonitor.model import Casualties, Claim, Incident, Record, Statement
from warmonitor.publish import wording as words
from warmonitor.publish.drawing import map as maps
from warmonitor.publish.drawing import speakers, timeline
from warmonitor.publish.evidence import Piece, pieces

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SUFFIX = ".html"


def write_records(records: Iterable[Record], out: TextIO) -> None:
    """One page for all records, in order."""
    views = [view(record, f"r{n}") for n, record in enumerate(records, 1)]
    parts = resources.files("warmonitor.publish.page")
    title = views[0].title if len(views) == 1 else f"{len(views)} reports"
    for piece in _template().generate(
        views=views,
        title=title,
        overview=_overview(views),
        style=_safe((parts / "brief.css").read_text("utf-8")),
        script=_safe((parts / "brief.js").read_text("utf-8")),
        words=words,
    ):
        out.write(piece)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("warmonitor.publish", "page")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(
        "brief.html.j2"
    )


def _safe(markup: str) -> Markup:
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - our own files and drawings, whose words are escaped where they are made


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with what the page shows beside it."""

    incident: Incident
    id: str
    mark: str
    claims: list[tuple[str, list[Claim]]]
    disputed: frozenset[str]
    statements: list[tuple[int, Statement]]
    charts: list[tuple[str, Markup]]


@dataclass(frozen=True, slots=True)
class View:
    """A record as the page shows it; `id` begins all its anchors."""

    record: Record
    id: str
    title: str
    text: list[Piece]
    incidents: list[IncidentView]
    loose: list[tuple[int, Statement]]
    map: Markup
    timeline: Markup


def view(record: Record, id: str) -> View:
    """What the page shows of one record."""
    report = record.report
    numbered = list(enumerate(record.statements, 1))
    known = {i.id for i in record.incidents}
    return View(
        record,
        id,
        report.title or report.id,
        pieces(record, id),
        [_incident(i, record, id, str(n)) for n, i in enumerate(record.incidents, 1)],
        [(n, s) for n, s in numbered if s.about not in known],
        _safe(maps.draw(_spots(record, id), f"Places of the incidents of {report.id}")),
        _safe(timeline.draw(_bars(record, id), report.published, f"Days of the incidents of {report.id}")),
    )


def _incident(i: Incident, record: Record, id: str, mark: str) -> IncidentView:
    claims = [c for c in record.claims if c.incident == i.id]
    return IncidentView(
        i,
        f"{id}-{i.id}",
        mark,
        words.by_speaker(claims),
        words.disputed(claims),
        [(n, s) for n, s in enumerate(record.statements, 1) if s.about == i.id],
        [(title, _safe(chart)) for title, chart in _charts(i, claims, id)],
    )


def _charts(i: Incident, claims: list[Claim], id: str) -> Iterable[tuple[str, str]]:
    """A chart for each kind of toll on which there is more than one figure."""
    replaced = {c.revises for c in claims if c.revises}
    for kind in dict.fromkeys(c.attribute for c in claims):
        figures = [_figure(c, replaced, id) for c in claims if c.attribute == kind and isinstance(c.value, int)]
        if len(figures) > 1:
            low, high = _whole([c for c in i.casualties if c.kind == kind])
            title = f"{kind.capitalize()}, by speaker"
            yield title, speakers.draw(kind, figures, low, high, title)


def _figure(c: Claim, replaced: set[str], id: str) -> speakers.Figure:
    gone = c.id in replaced or c.stance == "denies"
    return speakers.Figure(c.speaker, int(c.value), c.bound, c.stance == "hedges", gone, c.who or "", f"#{id}-{c.id}")


def _whole(tolls: list[Casualties]) -> tuple[int | None, int | None]:
    """The range over all sides; a side that is open leaves it open."""
    lows, highs = [t.low for t in tolls], [t.high for t in tolls]
    return (
        sum(v for v in lows if v is not None) if any(v is not None for v in lows) else None,
        sum(v for v in highs if v is not None) if highs and None not in highs else None,
    )


def _spots(record: Record, id: str, mark: str = "") -> list[maps.Spot]:
    return [
        maps.Spot(p.place.lat, p.place.lon, p.place.name, mark or str(n), p.place.precision, f"#{id}-{i.id}")
        for n, i in enumerate(record.incidents, 1)
        for p in i.places
        if p.place.lat is not None and p.place.lon is not None
    ]


def _bars(record: Record, id: str) -> list[timeline.Bar]:
    return [
        timeline.Bar(_named(i), i.when.start, i.when.end, str(n), f"#{id}-{i.id}", i.when.precision == "day")
        for n, i in enumerate(record.incidents, 1)
    ]


def _named(i: Incident) -> str:
    where = i.places[0].place.name if i.places else ""
    return f"{words.kind_words(i.subtype)}{', ' if where else ''}{where}"


def _overview(views: list[View]) -> Markup:
    """A map of all reports, where there are several."""
    if len(views) < 2:
        return _safe("")
    spots = [s for n, v in enumerate(views, 1) for s in _spots(v.record, v.id, str(n))]
    first: dict[tuple[str, str], maps.Spot] = {}
    for s in spots:
        first.setdefault((s.mark, s.name), s)
    return _safe(maps.draw(list(first.values()), "Places of all reports, numbered by report", named=False))
