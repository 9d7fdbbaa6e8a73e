"""Hand-coded reports as records, so that linking can be measured apart from coding."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from warmonitor.model import Actor, Casualties, Claim, Incident, Located, Place, Record, Report, Span, Weapon, When

Json = dict[str, Any]


def record(folder: Path, name: str) -> Record:
    """NAME.json, NAME.txt, NAME.sents.json and NAME.meta.json of a folder as a record; incidents keep their gold keys."""
    gold = json.loads((folder / f"{name}.json").read_text("utf-8"))
    meta = json.loads((folder / f"{name}.meta.json").read_text("utf-8"))
    sentences = [Span(s[0], s[1]) for s in json.loads((folder / f"{name}.sents.json").read_text("utf-8"))]
    published = gold.get("published") or meta.get("published")
    report = Report(
        name, (folder / f"{name}.txt").read_text("utf-8"), date.fromisoformat(published[:10]) if published else None,
        meta.get("title"), meta.get("source"), meta.get("url"),
    )  # fmt: skip
    claims = tuple(_claim(f"c{n}", c, sentences) for n, c in enumerate(gold["claims"], 1))
    return Record(report, tuple(_incident(i, claims) for i in gold["incidents"]), claims)


def _incident(i: Json, claims: tuple[Claim, ...]) -> Incident:
    evidence = tuple(dict.fromkeys(c.evidence for c in claims if c.incident == i["key"]))
    d = i["date"]
    start, end = (date.fromisoformat(d[k]) if d.get(k) else None for k in ("start", "end"))
    return Incident(
        i["key"], i["type"], i["subtype"], "", When(start, end, d["precision"], "none"),
        tuple(Located(_place(p), ()) for p in i["places"]),
        tuple(Actor(a["name"], a["role"], a["status"], ()) for a in i["actors"]),
        tuple(Weapon(w, ()) for w in i["weapons"]),
        tuple(Casualties(c["kind"], c.get("who") or "", c["side"], c["low"], None, c["high"]) for c in i["casualties"]),
        evidence,
    )  # fmt: skip


def _place(p: Json) -> Place:
    return Place(p["name"], p.get("country"), p.get("lat"), p.get("lon"), p["precision"])


def _claim(id_: str, c: Json, sentences: list[Span]) -> Claim:
    return Claim(
        id_, c["incident"], c["attribute"], c["value"], c["speaker"], c["stance"], sentences[c["sentence"]], "by hand",
        c.get("bound"), c.get("who"), None, tuple(c.get("via") or ()),
    )  # fmt: skip
