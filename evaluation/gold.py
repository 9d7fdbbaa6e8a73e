"""`make eval`: score the program on hand-coded reports, print a table, and fail below the floors.

    python -m evaluation.gold [--gold DIR] [--errors] [--json]

Scored are the project's samples (samples/NAME.gold.json) and, where it is there, a folder of hand-coded reports beside the
project. The floors stand in evaluation/floors.toml; a figure below its floor, or an incident in a report that has none,
fails.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from evaluation.sameness import Json
from evaluation.score import FIGURES, Score, align, compare, record_score

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
TABLE = re.compile(r"(?s)(<!-- accuracy -->\n).*?(<!-- end of accuracy -->)")
SETS = {"samples": ROOT / "samples", "gold": ROOT.parent / "shared" / "gold"}

Pair = tuple[Json, Json]


def main() -> int:
    """Scores all sets that are there; the exit code."""
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--gold", type=Path, metavar="DIR", help="a folder of hand-coded reports, instead of the usual ones")
    a.add_argument("--errors", action="store_true", help="name the missed and the extra incidents")
    a.add_argument("--show", metavar="ID", help="gold and record of one report side by side")
    a.add_argument("--readme", action="store_true", help="write the table into README.md")
    a.add_argument("--json", action="store_true", help="the figures as JSON")
    given = a.parse_args()
    sets = {"gold": given.gold} if given.gold else {n: d for n, d in SETS.items() if d.is_dir()}
    pairs = {name: list(coded(folder)) for name, folder in sets.items()}
    scores = {name: compare(p) for name, p in pairs.items()}
    if given.json:
        print(
            json.dumps(
                {n: {**{f: t.f1 for f, t in s.items()}, "record score": record_score(s)} for n, s in scores.items()}
            )
        )
    else:
        print(table(scores, {n: len(p) for n, p in pairs.items()}))
    if given.readme:
        page = README.read_text("utf-8")
        README.write_text(
            TABLE.sub(lambda m: m[1] + table(scores, {n: len(p) for n, p in pairs.items()}) + "\n" + m[2], page),
            "utf-8",
        )
    if given.show:
        for gold, record in (p for of in pairs.values() for p in of if p[0]["id"] == given.show):
            print("\n".join(side_by_side(gold, record)))
    if given.errors:
        for line in (line for p in pairs.values() for line in errors(p)):
            print(line)
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
    broken = [b for n in scores for b in below(n, scores[n], pairs[n], floors.get(n, {}))]
    for line in broken:
        print(f"FAIL  {line}", file=sys.stderr)
    return 1 if broken else 0


def coded(folder: Path) -> Iterator[Pair]:
    """(gold, record) of each hand-coded report of a folder, in name order. Nothing is read from the gold but its labels."""
    from warmonitor.intake.given import Given
    from warmonitor.intake.reader import read
    from warmonitor.model import Report
    from warmonitor.publish.json import to_dict
    from warmonitor.run import code_reports, open_tools

    golds = dict(hand_coded(folder))
    sources = [str(folder / f"{name}.txt") for name in golds]
    reports = [r for r in read(sources, Given(), lambda: b"") if isinstance(r, Report)]
    records = {r.report.id: to_dict(r) for r in code_reports(reports, open_tools())}
    for name, g in golds.items():
        yield g, records.get(name, {})


def hand_coded(folder: Path) -> Iterator[tuple[str, Json]]:
    """(report id, gold) of a folder: NAME.gold.json, or NAME.json with NAME.sents.json, where words are given by sentence."""
    for path in sorted(folder.glob("*.json")):
        name = path.name.split(".")[0]
        text = folder / f"{name}.txt"
        own = path.name.endswith(".gold.json")
        if not text.is_file() or not (own or path.name == f"{name}.json"):
            continue
        gold = json.loads(path.read_text("utf-8"))
        sentences = folder / f"{name}.sents.json"
        starts = json.loads(sentences.read_text("utf-8")) if sentences.is_file() else []
        for item in [*gold["claims"], *gold["statements"], *gold["links"]]:
            item["evidence"] = evidence(item, text.read_text("utf-8"), starts)
        yield name, gold


def evidence(item: Json, text: str, sentences: list[list[int]]) -> Json | None:
    """Where the words of an item stand: by `words` as written, or by the number of its sentence."""
    if "words" in item:
        start = text.find(item["words"])
        if start < 0:
            raise ValueError(f"the words {item['words']!r} are not in the report")
        return {"start": start, "end": start + len(item["words"])}
    n = item.get("sentence")
    return {"start": sentences[n][0], "end": sentences[n][1]} if isinstance(n, int) and n < len(sentences) else None


def table(scores: dict[str, Score], sizes: dict[str, int]) -> str:
    """The figures of all sets side by side, as Markdown."""
    names = list(scores)
    lines = ["| | " + " | ".join(f"{n} ({sizes[n]} reports)" for n in names) + " |", "|---|" + "---|" * len(names)]
    for f in FIGURES:
        lines.append(f"| {f} | " + " | ".join(_figure(scores[n][f].f1) for n in names) + " |")
    return "\n".join(
        [*lines, "| **record score** | " + " | ".join(f"**{record_score(scores[n]):.3f}**" for n in names) + " |"]
    )


def errors(pairs: list[Pair]) -> Iterator[str]:
    """The incidents that were missed and those that are too many."""
    for gold, record in pairs:
        aligned = align(gold, record)
        name = record.get("report", {}).get("id", gold.get("id"))
        for i, g in enumerate(gold["incidents"]):
            if i not in aligned:
                yield f"missed  {name}: {g['key']} {g['type']}/{g['subtype']}"
        for j, f in enumerate(record.get("incidents", [])):
            if j not in aligned.values():
                yield f"extra   {name}: {f['id']} {f['type']}/{f['subtype']} {f['label']}"


def side_by_side(gold: Json, record: Json) -> Iterator[str]:
    """Each hand-coded incident over the one that was paired with it, then those that are too many."""
    aligned = align(gold, record)
    found = record.get("incidents", [])
    for i, g in enumerate(gold["incidents"]):
        yield f"gold    {g['key']}: {_brief(g)}"
        yield f"record  {_brief(found[aligned[i]])}" if i in aligned else "record  –"
    yield from (f"extra   {_brief(f)}" for j, f in enumerate(found) if j not in aligned.values())


def _brief(i: Json) -> str:
    actors = ", ".join(f"{a['role'][:4]} {a['name']} ({a['status']})" for a in i["actors"])
    tolls = ", ".join(f"{c['kind']} {c['low']}..{c['high']}" for c in i["casualties"])
    places = ", ".join(p["name"] for p in i["places"])
    weapons = ", ".join(w if isinstance(w, str) else w["name"] for w in i["weapons"])
    return f"{i['subtype']} {i['date']['start']}..{i['date']['end']} | {places} | {actors} | {weapons} | {tolls}"


def below(name: str, score: Score, pairs: list[Pair], floors: dict[str, float]) -> Iterator[str]:
    """What falls short of its floor, and incidents where the gold has none."""
    unknown = floors.keys() - set(FIGURES) - {"record score"}
    if unknown:
        raise ValueError(f"floors.toml: [{name}] has unknown figures {sorted(unknown)}; known are {', '.join(FIGURES)}")
    for figure, floor in floors.items():
        value = record_score(score) if figure == "record score" else score[figure].f1
        if value is None or value < floor:
            yield f"{name}: {figure} is {_figure(value)}, its floor {floor:.3f}"
    for gold, record in pairs:
        if not gold["incidents"] and record.get("incidents"):
            yield f"{name}: {record['report']['id']} has no incident, but {len(record['incidents'])} were coded"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
