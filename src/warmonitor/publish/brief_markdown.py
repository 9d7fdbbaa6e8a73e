"""A brief in Markdown: for mail, issue trackers and version control. Tables stand where the page has pictures."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.published import PublishedIncident
from warmonitor.publish.brief import (
    Brief,
    actor_words,
    disputes,
    figure_words,
    place_words,
    source_words,
    toll_words,
    when_words,
)
from warmonitor.publish.figures import KINDS
from warmonitor.publish.voices import voice


def render(brief: Brief) -> str:
    """The whole brief as one text."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_safe(brief.title)}"
    yield ""
    yield f"{len(brief.incidents)} incident(s). Every figure is what its speaker says. Policy: {brief.policy}."
    if brief.withheld:
        yield f"{brief.withheld} more are held back by the policy."
    yield ""
    for kind, total in brief.tolls:
        yield f"- **{kind}**: {figure_words(total)}"
    for number, incident in enumerate(brief.incidents, start=1):
        yield from _incident(number, incident)
    yield ""
    yield "## Sources"
    yield ""
    for source in brief.sources:
        link = f" <{source.url}>" if source.url and source.url.startswith(("https://", "http://")) else ""
        yield f"- {_safe(source_words(source))}{link}"


def _incident(number: int, i: PublishedIncident) -> Iterator[str]:
    yield ""
    yield f"## {number}. {_safe(i.label)}"
    yield ""
    roles = (("By", "perpetrator"), ("Between", "participant"), ("Against", "target"))
    facts = [
        ("When", when_words(i.when)),
        ("Where", place_words(i)),
        *((name, actor_words(a for a in i.actors if a.role == role)) for name, role in roles),
        ("With", ", ".join(w.name for w in i.weapons)),
        ("Toll", "; ".join(toll_words(i))),
        ("Grade", ": ".join(x for x in (i.grade, "; ".join(i.grounds)) if x)),
        ("Id", f"`{i.id}`, revision {i.revision}"),
    ]
    for name, words in facts:
        if words:
            yield f"- {name}: {words if name == 'Id' else _safe(words)}"
    yield from _figures(i)
    if i.claims:
        yield ""
        yield "| what | who says it | who denies or doubts it |"
        yield "|---|---|---|"
        for d in disputes(i):
            yield f"| {d.attribute} | {'; '.join(map(_safe, d.claimed))} | {'; '.join(map(_safe, d.denied))} |"


def _figures(i: PublishedIncident) -> Iterator[str]:
    """The toll by speaker over time, a row for each figure."""
    days = {s.id: s.published.isoformat() for s in i.sources if s.published}
    told = [c for c in i.claims if c.attribute in KINDS and isinstance(c.value, int)]
    if len(told) < 2:
        return
    yield ""
    yield "| said on | speaker | kind | figure |"
    yield "|---|---|---|---|"
    for c in sorted(told, key=lambda c: (c.attribute, c.said_on or days.get(c.report, ""), c.id)):
        bound = {"min": "at least ", "max": "up to ", "approx": "about "}.get(c.bound or "", "")
        part = f" ({c.who})" if c.who else ""
        day = c.said_on or days.get(c.report, "")
        yield f"| {day} | {_safe(voice(c, i))} | {c.attribute} | {_safe(bound + str(c.value) + part)} |"


def _safe(words: str) -> str:
    """Words that cannot become markup."""
    for sign in "\\`*_[]<>|#":
        words = words.replace(sign, f"\\{sign}")
    return " ".join(words.split())
