"""What the records of the samples get wrong, against their hand coding, in words: samples/KNOWN.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from evaluation.sameness import Json, days, matched, same_name, same_place
from evaluation.score import align, toll

HEAD = """# Known mistakes

Where the records of the samples differ from their hand coding. Written by `make snapshots`; a test notices when it is stale.
A snapshot says what the program does, this page what it ought to do instead.
"""


def page(pairs: Iterable[tuple[Json, Json]]) -> str:
    """The page over (gold, record) pairs."""
    parts = [HEAD]
    for gold, record in pairs:
        wrong = list(mistakes(gold, record))
        parts.append(
            f"\n## {gold['id']}\n\n" + ("".join(f"- {w}\n" for w in wrong) or "None at the level of incidents.\n")
        )
    return "".join(parts)


def mistakes(gold: Json, record: Json) -> Iterator[str]:
    """Missed incidents, those that are too many, and the fields of the others that differ."""
    aligned = align(gold, record)
    found = record.get("incidents", [])
    for i, g in enumerate(gold["incidents"]):
        if i in aligned:
            yield from (f"{g['key']}: {w}" for w in _fields(g, found[aligned[i]]))
        else:
            yield f"{g['key']}: missed ({g['subtype']})"
    for j, f in enumerate(found):
        if j not in aligned.values():
            yield f"{f['id']}: no incident of the report, but coded as {f['label']!r}"


def _fields(g: Json, f: Json) -> Iterator[str]:
    if g["subtype"] != f["subtype"]:
        yield f"is {g['subtype']}, coded as {f['subtype']}"
    if days(g["date"]) != days(f["date"]):
        yield f"days are {_days(g)}, coded as {_days(f)}"
    yield from _items("place", g["places"], f["places"], same_place, lambda p: str(p["name"]))
    for role in ("perpetrator", "target"):
        golds, found = ([a for a in i["actors"] if a["role"] == role] for i in (g, f))
        yield from _items(role, golds, found, _same_actor, lambda a: str(a["name"]))
    for kind in ("killed", "injured", "captured", "abducted"):
        if toll(g, kind) != toll(f, kind):
            yield f"{kind} is {_range(toll(g, kind))}, coded as {_range(toll(f, kind))}"


def _items(
    what: str, golds: list[Json], found: list[Json], same: Callable[[Json, Json], bool], name: Callable[[Json], str]
) -> Iterator[str]:
    for g in golds:
        if not matched([g], found, same):
            yield f"{what} {name(g)!r} is missed"
    for f in found:
        if not matched(golds, [f], same):
            yield f"{name(f)!r} is no {what}"


def _same_actor(a: Json, b: Json) -> bool:
    return same_name(a["name"], b["name"])


def _days(i: Json) -> str:
    start, end = (i["date"].get(k) or "open" for k in ("start", "end"))
    return str(start) if start == end else f"{start} to {end}"


def _range(of: Any) -> str:
    if of is None:
        return "not told"
    low, high = of
    return f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
