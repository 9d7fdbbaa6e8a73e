"""Toponyms of a geoparsing benchmark, found and placed: `python -m evaluation.geo DATA.jsonl PREDICTIONS.jsonl`.

DATA: one document a line, {doc_id, text, title, date, toponyms}; PREDICTIONS: {doc_id, toponyms: [{start, end, text, lat,
lon}]}, to be scored by the benchmark's own scorer. What is sub-national and lies in the Middle East, Africa or South Asia
is scored apart, within 161 km, on standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from warmonitor.find.places import find_places
from warmonitor.lexicon.actors import Actors, open_actors
from warmonitor.lexicon.gazetteer import Gazetteer, open_gazetteer
from warmonitor.lexicon.gazetteer.explain import distance_km
from warmonitor.model.reading import Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Parse, open_language
from warmonitor.read.names import find_names
from warmonitor.resolve.place import resolve_places

HIT_KM = 161.0
REGION = frozenset(
    [
        "IQ",
        "SY",
        "IR",
        "TR",
        "LB",
        "IL",
        "PS",
        "JO",
        "SA",
        "YE",
        "OM",
        "AE",
        "QA",
        "BH",
        "KW",
        "EG",
        "LY",
        "TN",
        "DZ",
        "MA",
        "EH",
        "SD",
        "SS",
        "TD",
        "NE",
        "ML",
        "MR",
        "SN",
        "GM",
        "GN",
        "GW",
        "SL",
        "LR",
        "CI",
        "BF",
        "GH",
        "TG",
        "BJ",
        "NG",
        "CM",
        "CF",
        "GQ",
        "GA",
        "CG",
        "CD",
        "RW",
        "BI",
        "UG",
        "KE",
        "SO",
        "DJ",
        "ER",
        "ET",
        "TZ",
        "MZ",
        "MW",
        "ZM",
        "ZW",
        "AO",
        "NA",
        "BW",
        "ZA",
        "LS",
        "SZ",
        "MG",
        "AF",
        "PK",
        "IN",
        "BD",
        "LK",
        "NP",
    ]
)
def reading_of(parse: Parse, actors: Actors, gazetteer: Gazetteer) -> Reading:
    """The reading that coding would make, as far as toponyms look at it."""
    return Reading(parse.report, parse.tokens, parse.sentences, names=find_names(parse, actors, gazetteer.has))


def reports(documents: Iterable[dict[str, Any]]) -> Iterator[Report]:
    """Benchmark documents as reports."""
    for d in documents:
        day = date.fromisoformat(d["date"][:10]) if d.get("date") else None
        yield Report(d["doc_id"], d["text"], published=day, title=d.get("title"))


def predict(reading: Reading, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """Every toponym of one report with its point, null where unresolved."""
    placed = resolve_places(find_places(reading, gazetteer), gazetteer)
    return [
        {"start": m.span.start, "end": m.span.end, "text": m.name, "lat": m.place.lat, "lon": m.place.lon, "role": m.role,
         "why": m.place.why}
        for m in placed
    ]  # fmt: skip


def regional(
    documents: Iterable[dict[str, Any]], predictions: dict[str, list[dict[str, Any]]], gazetteer: Gazetteer
) -> tuple[int, int]:
    """(hits, all) among sub-national gold toponyms of the Middle East, Africa and South Asia."""
    countries = {(round(e.lat), round(e.lon)) for c in REGION for e in gazetteer.country(c)}
    hits = total = 0
    for d in documents:
        for g in d["toponyms"]:
            if (
                g["lat"] is None
                or (round(g["lat"]), round(g["lon"])) in countries
                or not in_region(g["lat"], g["lon"], gazetteer)
            ):
                continue
            total += 1
            over = [
                p
                for p in predictions[d["doc_id"]]
                if p["start"] < g["end"] and g["start"] < p["end"] and p["lat"] is not None
            ]
            hits += any(distance_km(g["lat"], g["lon"], p["lat"], p["lon"]) <= HIT_KM for p in over)
    return hits, total


def in_region(lat: float, lon: float, gazetteer: Gazetteer) -> bool:
    """True where the nearest town of 500 people is in one of the region's countries."""
    return gazetteer.nearest_country(lat, lon) in REGION


def main(data: Path, out: Path) -> None:
    with open(data, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    language, actors, gazetteer = open_language(), open_actors(), open_gazetteer()
    predictions: dict[str, list[dict[str, Any]]] = {}
    with open(out, "w", encoding="utf-8") as f:
        for parse in language.parse(reports(documents)):
            found = predictions[parse.report.id] = predict(reading_of(parse, actors, gazetteer), gazetteer)
            f.write(json.dumps({"doc_id": parse.report.id, "toponyms": found}, ensure_ascii=False) + "\n")
    if all("toponyms" in d for d in documents):
        hits, total = regional(documents, predictions, gazetteer)
        share = f"{100 * hits / total:.1f}" if total else "none"
        print(
            f"sub-national, Middle East, Africa, South Asia: {hits}/{total} within {HIT_KM:.0f} km ({share})",
            file=sys.stderr,
        )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m evaluation.geo DATA.jsonl PREDICTIONS.jsonl")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
