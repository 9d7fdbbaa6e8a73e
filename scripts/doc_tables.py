"""Writes the tables of docs/notebook.md, docs/formats.md and docs/side_by_side.md anew: `python -m scripts.doc_tables`

A table stands between `<!-- table NAME -->` and `<!-- end -->` and comes from lexicon/exports, so that page and product agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from scripts.side_by_side import page as side_by_side

from warmonitor.lexicon import exports
from warmonitor.publish.columns import TABLES, columns

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("notebook.md", "formats.md")
_TABLE = re.compile(r"(<!-- table (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with all its tables anew. Raises KeyError for a table that is not known."""
    return _TABLE.sub(lambda m: m.group(1) + TABLE[m.group(2)]() + m.group(3), page)


def _markdown(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _ours() -> str:
    parts = []
    for name in TABLES:
        rows = [(f"`{c.name}`", c.type, c.unit, c.meaning) for c in columns(name)]
        parts.append(f"### {name}\n\n" + _markdown(("column", "type", "unit", "meaning"), rows))
    return "\n".join(parts)


def _columns(format_: str) -> str:
    rows = exports.rows(f"{format_}_columns", "column", "type", "from", "rule")
    return _markdown(("column", "from", "how"), [(f"`{r['column']}`", r["from"], r["rule"]) for r in rows])


def _types() -> str:
    """Our types beside those of ACLED and POLECAT."""
    polecat = {
        (r["type"], r["subtype"]): f"{r['event_type']} {r['mode']}".strip() or "left out"
        for r in exports.rows("polecat_types", "type", "subtype", "event_type", "mode", "contexts")
    }
    when = {"by-state": "a state wins", "by-others": "another wins", "deadly": "with dead", "": ""}
    rows = [
        (
            f"{r['type']}/{r['subtype']}",
            when[r["when"]],
            f"{r['event_type']}: {r['sub_event_type']}",
            polecat[r["type"], r["subtype"]],
        )
        for r in exports.rows("acled_types", "type", "subtype", "when", "event_type", "sub_event_type")
    ]
    return _markdown(("ours", "where", "ACLED", "POLECAT"), rows)


def _kinds() -> str:
    rows = exports.rows("actor_kinds", "kind", "acled", "ged", "polecat")
    return _markdown(("our kind", "ACLED inter", "UCDP side", "POLECAT sector"), [tuple(r.values()) for r in rows])


def _tags() -> str:
    rows = exports.rows("hxl_columns", "column", "tag", "type")
    return _markdown(("column", "tag"), [(f"`{r['column']}`", f"`{r['tag']}`") for r in rows])


def _codes() -> str:
    rows = exports.rows("acled_codes", "column", "code", "meaning")
    return _markdown(("column", "code", "meaning"), [tuple(r.values()) for r in rows])


def _losses() -> str:
    rows = exports.rows("losses", "format", "field", "why")
    return _markdown(("format", "not carried", "why"), [tuple(r.values()) for r in rows])


TABLE: dict[str, Callable[[], str]] = {
    "ours": _ours,
    "acled": lambda: _columns("acled"),
    "ged": lambda: _columns("ged"),
    "polecat": lambda: _columns("polecat"),
    "types": _types,
    "kinds": _kinds,
    "codes": _codes,
    "hxl": _tags,
    "losses": _losses,
}

if __name__ == "__main__":
    for name in PAGES:
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "side_by_side.md").write_text(side_by_side() + "\n", encoding="utf-8")
