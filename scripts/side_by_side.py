"""Writes docs/side_by_side.md anew: samples coded by hand, and their rows in each format. `python -m scripts.doc_tables`

The records are those beside the samples (`*.gold.json`), not the program's, so the page shows the formats and not the coding.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from warmonitor.model import (
    Actor,
    Casualties,
    Claim,
    Incident,
    Link,
    Located,
    Place,
    Record,
    Report,
    Span,
    Weapon,
    When,
)
from warmonitor.model.published import PublishedIncident
from warmonitor.publish.export import export, exports
from warmonitor.publish.from_record import from_record
from warmonitor.publish.policy import strict

ROOT = Path(__file__).parent.parent
SAMPLES = ("garissa-wire", "toll-revised")
KINDS = {
    "Juba Falcons": "militia", "market": "facility", "army engineers": "state-forces", "police": "police", "men": "civilians",
    "Black Lagoon Brigade": "militia", "troops": "state-forces", "gunmen": "militia", "army truck": "state-forces",
    "soldier": "state-forces",
}  # fmt: skip
"""Kinds of the actors of these samples, which hand coding does not give."""
Json = dict[str, Any]


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            "# Side by side: a report, its record, and its row in each format",
            "",
            "Made by `python -m scripts.doc_tables` from two samples that were coded by hand; a test keeps it current.",
            f"The policy is {strict().name}: names of private persons are withheld, coordinates rounded to two digits, and a",
            "perpetrator whom somebody blames is printed with who does. Empty cells are left out.",
            *(line for name in SAMPLES for line in _sample(name)),
        ]
    )


def _sample(name: str) -> Iterator[str]:
    record = record_of(name)
    yield ""
    yield f"## {record.report.title}"
    yield ""
    yield f"{record.report.outlet}, published {record.report.published}."
    yield ""
    yield from (f"> {line}" if line else ">" for line in record.report.text.strip().splitlines())
    incidents = list(from_record(record))
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        for _ in export(incidents, out, list(exports())):
            pass
        yield from _record(incidents)
        for format_, delimiter in (("acled", ","), ("ged", ","), ("polecat", "\t"), ("hxl", ",")):
            yield from _rows(out, format_, delimiter)
        yield from _own(out)
        yield from _losses(out)


def record_of(name: str) -> Record:
    """The hand-coded record of a sample."""
    text = (ROOT / "samples" / f"{name}.txt").read_text(encoding="utf-8")
    meta = json.loads((ROOT / "samples" / f"{name}.meta.json").read_text(encoding="utf-8"))
    gold = json.loads((ROOT / "samples" / f"{name}.gold.json").read_text(encoding="utf-8"))
    report = Report(name, text, date.fromisoformat(meta["published"]), meta["title"], meta["source"])
    claims = tuple(_claim(n, c, text) for n, c in enumerate(gold["claims"], start=1))
    links = tuple(Link(k["from"], k["to"], k["relation"], k["hedged"], _span(k, text)) for k in gold.get("links", ()))
    return Record(report, tuple(_incident(i, claims) for i in gold["incidents"]), claims, (), links)


def _incident(i: Json, claims: tuple[Claim, ...]) -> Incident:
    when = i["date"]
    start, end = (date.fromisoformat(when[k]) if when.get(k) else None for k in ("start", "end"))
    return Incident(
        i["key"], i["type"], i["subtype"], i["key"].replace("-", " ").capitalize(),
        When(start, end, when["precision"], "relative"),
        tuple(Located(Place(p["name"], p["country"], p.get("lat"), p.get("lon"), p["precision"]), ()) for p in i["places"]),
        tuple(Actor(a["name"], a["role"], a["status"], (), None, KINDS.get(a["name"], "unknown")) for a in i["actors"]),
        tuple(Weapon(w, ()) for w in i["weapons"]),
        tuple(_toll(c, i["key"], claims) for c in i["casualties"]),
        (),
    )  # fmt: skip


def _toll(c: Json, incident: str, claims: tuple[Claim, ...]) -> Casualties:
    rests = tuple(k.id for k in claims if k.incident == incident and k.attribute == c["kind"] and not k.who)
    best = c.get("low") if c.get("low") == c.get("high") else None
    return Casualties(c["kind"], c.get("who", ""), c["side"], c.get("low"), best, c.get("high"), rests)


def _claim(number: int, c: Json, text: str) -> Claim:
    return Claim(
        f"c{number}", c["incident"], c["attribute"], c["value"], c["speaker"], c["stance"], _span(c, text), "by hand",
        c.get("bound"), c.get("who"), None, tuple(c.get("via", ())),
    )  # fmt: skip


def _span(coded: Json, text: str) -> Span:
    start = text.index(coded["words"])
    return Span(start, start + len(coded["words"]))


def _record(incidents: list[PublishedIncident]) -> Iterator[str]:
    yield ""
    yield "### The record"
    yield ""
    yield "| incident | attribute | value | speaker | stance |"
    yield "|---|---|---|---|---|"
    for i in incidents:
        private = {n.name for n in i.private_names}
        for c in i.claims:
            bound = {"min": "at least ", "max": "up to ", "approx": "about "}.get(c.bound or "", "")
            value = f"{bound}{c.value}{f' ({c.who})' if c.who else ''}"
            via = f" (via {', '.join(c.via)})" if c.via else ""
            speaker = "[name withheld]" if c.speaker in private else c.speaker
            yield f"| {i.label} | {c.attribute} | {value} | {speaker}{via} | {c.stance} |"


def _rows(out: Path, format_: str, delimiter: str) -> Iterator[str]:
    made = exports()[format_]
    with made.path(out).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    tags = rows.pop(0) if format_ == "hxl" else {}
    yield ""
    yield f"### {format_}: {len(rows)} row{'' if len(rows) == 1 else 's'}"
    yield ""
    yield "| column | " + " | ".join(f"row {n}" for n in range(1, len(rows) + 1)) + " |"
    yield "|---|" + "---|" * len(rows)
    for column in rows[0] if rows else ():
        cells = [r[column] for r in rows]
        if any(c not in ("", "None") for c in cells):
            tag = f" {tags[column]}" if tags else ""
            yield f"| `{column}`{tag} | " + " | ".join(c.replace("|", "/") for c in cells) + " |"


def _own(out: Path) -> Iterator[str]:
    """Our own table of incidents, which CSV, Parquet, GeoParquet and GeoJSON share."""
    with (exports()["csv"].path(out) / "incidents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    yield ""
    yield f"### csv, parquet, geoparquet, geojson: {len(rows)} incidents"
    yield ""
    yield "| column | " + " | ".join(f"row {n}" for n in range(1, len(rows) + 1)) + " |"
    yield "|---|" + "---|" * len(rows)
    for column in rows[0]:
        if any(r[column] for r in rows) and column != "content_sha256":
            yield f"| `{column}` | " + " | ".join(r[column] for r in rows) + " |"


def _losses(out: Path) -> Iterator[str]:
    yield ""
    yield "### What was lost"
    yield ""
    yield "| format | incidents left out | not carried |"
    yield "|---|---|---|"
    for path in sorted(out.glob("*.loss.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        left = "; ".join(f"{n}: {why}" for why, n in told["left_out"].items())
        lost = "; ".join(f"{f['field']} ({f['values']})" for f in told["not_carried"])
        yield f"| {told['format']} | {left or 'none'} | {lost or 'nothing'} |"
