"""How well records agree with hand-coded ones: thirteen figures over all items, and their mean, the record score.

A figure counts every gold item, so that a missed incident also misses its date, its toll and its claims. Gold is coded by the
codebook (docs/codebook.md): an incident has a `key`; a claim, statement or link points at its words by `evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.sameness import ALIGN_AT, Json, days, likeness, matched, same_name, same_place

FIGURES = (
    "incidents F1", "subtype", "date", "places F1", "placed", "perpetrators F1", "status", "targets F1", "weapons F1",
    "toll", "claims F1", "statements F1", "links F1",
)  # fmt: skip
TOLLS = frozenset(["killed", "injured", "captured", "abducted", "displaced"])

Span = tuple[int, int]


@dataclass
class Tally:
    """Right ones among gold and found ones."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, right: int, gold: int, found: int) -> None:
        self.right, self.gold, self.found = self.right + right, self.gold + gold, self.found + found

    @property
    def f1(self) -> float | None:
        """None where there was nothing to find and nothing was found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


Score = dict[str, Tally]


def record_score(score: Score) -> float:
    """The mean of the figures that have anything to find."""
    known = [t.f1 for t in score.values() if t.f1 is not None]
    return sum(known) / len(known) if known else 0.0


def compare(pairs: Iterable[tuple[Json, Json]]) -> Score:
    """The figures over (gold, record) pairs; a record that is missing is {}."""
    score = {f: Tally() for f in FIGURES}
    for gold, record in pairs:
        _one(gold, record, score)
    return score


def align(gold: Json, record: Json) -> dict[int, int]:
    """Gold incident -> found incident, the likest first, each used once."""
    golds, found = gold.get("incidents", []), record.get("incidents", [])
    g_spans = [list(_spans(gold, g.get("key"))) for g in golds]
    f_spans = [list(_spans(record, f.get("id"))) for f in found]
    ranked = sorted(
        (-likeness(g, f, _meet(g_spans[i], f_spans[j])), i, j) for i, g in enumerate(golds) for j, f in enumerate(found)
    )
    out: dict[int, int] = {}
    for minus, i, j in ranked:
        if -minus >= ALIGN_AT and i not in out and j not in out.values():
            out[i] = j
    return out


def _one(gold: Json, record: Json, score: Score) -> None:
    pairs = align(gold, record)
    golds, found = gold.get("incidents", []), record.get("incidents", [])
    score["incidents F1"].add(len(pairs), len(golds), len(found))
    for i, g in enumerate(golds):
        _incident(g, found[pairs[i]] if i in pairs else {}, score)
    ids = {golds[i].get("key"): found[j].get("id") for i, j in pairs.items()}
    _claims(gold, record, ids, score)
    gs, fs = gold.get("statements", []), record.get("statements", [])
    score["statements F1"].add(matched(gs, fs, _same_statement), len(gs), len(fs))
    gl, fl = gold.get("links", []), record.get("links", [])
    right = matched(
        gl,
        fl,
        lambda a, b: ids.get(a["from"]) == b["from"] and ids.get(a["to"]) == b["to"] and a["relation"] == b["relation"],
    )
    score["links F1"].add(right, len(gl), len(fl))


def _incident(g: Json, f: Json, score: Score) -> None:
    score["subtype"].add(bool(f) and g["subtype"] == f["subtype"], 1, 1)
    score["date"].add(bool(f) and days(g.get("date")) == days(f.get("date")), 1, 1)
    gp, fp = g.get("places") or [], f.get("places") or []
    score["places F1"].add(matched(gp, fp, same_place), len(gp), len(fp))
    known, shown = ([p for p in places if p.get("lat") is not None] for places in (gp, fp))
    score["placed"].add(matched(known, shown, same_place), len(known), len(known))
    for role, figure in (("perpetrator", "perpetrators F1"), ("target", "targets F1")):
        ga, fa = ([a for a in x.get("actors", []) if a["role"] == role] for x in (g, f))
        score[figure].add(matched(ga, fa, _same_actor), len(ga), len(fa))
        if role == "perpetrator":
            right = matched(ga, fa, lambda a, b: _same_actor(a, b) and a.get("status") == b.get("status"))
            score["status"].add(right, len(ga), len(fa))
    gw, fw = ([_name(w) for w in x.get("weapons", [])] for x in (g, f))
    score["weapons F1"].add(matched(gw, fw, same_name), len(gw), len(fw))
    for kind in ("killed", "injured", "captured", "abducted"):
        gt, ft = toll(g, kind), toll(f, kind)
        score["toll"].add(gt is not None and gt == ft, gt is not None, ft is not None)


def toll(incident: Json, kind: str) -> tuple[int | None, int | None] | None:
    """(low, high) of one kind over all sides, None where it has none."""
    rows = [c for c in incident.get("casualties", []) if c["kind"] == kind]
    lows, highs = [c.get("low") for c in rows], [c.get("high") for c in rows]
    if not rows:
        return None
    low = sum(v for v in lows if v is not None) if any(v is not None for v in lows) else None
    return low, None if None in highs else sum(v for v in highs if v is not None)


def _claims(gold: Json, record: Json, ids: dict[str, str], score: Score) -> None:
    def same(a: Json, b: Json) -> bool:
        return (
            ids.get(a["incident"]) == b["incident"]
            and a["attribute"] == b["attribute"]
            and a["stance"] == b["stance"]
            and same_name(_name(a["speaker"]), _name(b["speaker"]))
            and same_value(a["attribute"], a.get("value"), b.get("value"))
        )

    gc, fc = (list(_each_value(x.get("claims", []))) for x in (gold, record))
    score["claims F1"].add(matched(gc, fc, same), len(gc), len(fc))


def same_value(attribute: str, a: object, b: object) -> bool:
    """Figures by number, all else by name; that something occurred is always the same."""
    if attribute == "occurred":
        return True
    x, y = _number(a), _number(b)
    return x == y if attribute in TOLLS and x is not None and y is not None else same_name(a, b)


def _number(value: object) -> int | None:
    m = re.fullmatch(r"\D*(\d+)\D*", str(value).replace(",", ""))
    return int(m[1]) if m else None


def _each_value(claims: Iterable[Json]) -> Iterator[Json]:
    """Claims with one value each: "Najaf; Basra" is two."""
    for c in claims:
        value = c.get("value")
        for part in value.split("; ") if isinstance(value, str) else [value]:
            yield {**c, "value": part}


def _same_actor(a: Json, b: Json) -> bool:
    return same_name(a.get("name"), b.get("name"))


def _same_statement(a: Json, b: Json) -> bool:
    x, y = _evidence(a), _evidence(b)
    return (
        a["act"] == b["act"] and same_name(_name(a["speaker"]), _name(b["speaker"])) and (not x or not y or _meet(x, y))
    )


def _spans(record: Json, key: object) -> Iterator[Span]:
    for c in record.get("claims", []):
        if c["incident"] == key:
            yield from _evidence(c)
    for i in record.get("incidents", []):
        if (i.get("key") or i.get("id")) == key:
            yield from ((e["start"], e["end"]) for e in i.get("evidence", []))


def _evidence(item: Json) -> list[Span]:
    e = item.get("evidence")
    return [(e["start"], e["end"])] if isinstance(e, dict) else []


def _meet(a: Iterable[Span], b: list[Span]) -> bool:
    return any(s[0] < t[1] and t[0] < s[1] for s in a for t in b)


def _name(item: object) -> object:
    return item.get("name") if isinstance(item, dict) else item
