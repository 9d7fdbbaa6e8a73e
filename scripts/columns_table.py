"""Writes the table of columns of docs/notebook.md anew from lexicon/exports/columns.csv: `python scripts/columns_table.py`."""

from __future__ import annotations

from pathlib import Path

from warmonitor.publish.columns import TABLES, columns

MARK = "<!-- columns -->\n"


def table() -> str:
    """The columns of all four tables in Markdown."""
    parts = []
    for name in TABLES:
        parts.append(f"### {name}\n\n| column | type | unit | meaning |\n|---|---|---|---|\n")
        parts += [f"| `{c.name}` | {c.type} | {c.unit} | {c.meaning} |\n" for c in columns(name)]
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    page = Path(__file__).parent.parent / "docs" / "notebook.md"
    head = page.read_text(encoding="utf-8").split(MARK)[0]
    page.write_text(f"{head}{MARK}\n{table()}", encoding="utf-8")
