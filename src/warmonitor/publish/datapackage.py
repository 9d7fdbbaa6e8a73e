"""The description of a release for machines: Frictionless Data Package (https://specs.frictionlessdata.io) and dictionary."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmonitor.lexicon import exports
from warmonitor.publish import acled, ged, hxl, polecat
from warmonitor.publish.columns import TABLES, columns

Json = dict[str, Any]
_KEYS = {"incidents": ["incident_id"], "claims": ["incident_id", "claim_id"], "sources": ["incident_id", "report_id"]}
_MEDIA = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".geojson": "application/geo+json",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
}


def describe(folder: Path, *, name: str, title: str, created: str, policy: str) -> Json:
    """The package of a release folder whose data is written: one resource a file, tables with their schema."""
    files = sorted(p for p in (folder / "data").rglob("*") if p.is_file() and not p.name.endswith(".loss.json"))
    return {
        "name": name,
        "title": title,
        "profile": "data-package",
        "version": name,
        "created": created,
        "policy": policy,
        "resources": [_resource(p, folder) for p in files],
    }


def _resource(path: Path, folder: Path) -> Json:
    where = path.relative_to(folder)
    name = "-".join(where.parts[1:]).lower().removesuffix(where.suffix)
    resource: Json = {
        "name": name if _fields(name) else "-".join(where.parts[1:]).lower(),
        "path": where.as_posix(),
        "format": where.suffix[1:],
        "mediatype": _MEDIA[where.suffix],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
    }
    fields = _fields(name)
    if fields is None:
        return resource | {"type": "file"}
    table: Json = {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": {"fields": fields} | _keys(name)}
    if name == polecat.FORMAT:
        table["dialect"] = {"delimiter": "\t"}
        table["schema"]["missingValues"] = [polecat.MISSING]
    if name == hxl.FORMAT:
        table["dialect"] = {"headerRows": [1], "commentRows": [2]}
    return resource | table


def _fields(name: str) -> list[Json] | None:
    if name.startswith("csv-"):
        found = columns(name.removeprefix("csv-"))
        return [_field(c.name, c.type, f"{c.meaning}{f' ({c.unit})' if c.unit else ''}") for c in found]
    if name == hxl.FORMAT:
        return [_field(n, type_, tag) for n, tag, type_ in hxl.columns()]
    if name in (acled.FORMAT, ged.FORMAT, polecat.FORMAT):
        rows = exports.rows(f"{name}_columns", "column", "type", "from", "rule")
        return [_field(r["column"], r["type"], r["rule"]) for r in rows]
    return None


def _field(name: str, type_: str, description: str) -> Json:
    plain: Json = {"name": name, "type": type_, "description": description}
    return plain | ({"format": "%Y-%m-%dT%H:%MZ"} if type_ == "datetime" else {})


def _keys(name: str) -> Json:
    table = name.removeprefix("csv-") if name.startswith("csv-") else ""
    keys: Json = {"primaryKey": _KEYS[table]} if table in _KEYS else {}
    if table and table != "incidents":
        keys["foreignKeys"] = [
            {"fields": ["incident_id"], "reference": {"resource": "csv-incidents", "fields": ["incident_id"]}}
        ]
    return keys


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def write_dictionary(path: Path) -> None:
    """dictionary.csv: every column of every table of a release, with its type, unit and meaning."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["file", "column", "type", "unit", "meaning"])
        writer.writerows(_dictionary())


def _dictionary() -> Iterator[tuple[str, str, str, str, str]]:
    for table in TABLES:
        for c in columns(table):
            yield f"csv/{table}.csv", c.name, c.type, c.unit, c.meaning
    for format_, file in ((acled.FORMAT, acled.FILE), (ged.FORMAT, ged.FILE), (polecat.FORMAT, polecat.FILE)):
        for r in exports.rows(f"{format_}_columns", "column", "type", "from", "rule"):
            yield file, r["column"], r["type"], "", r["rule"]
    for name, tag, type_ in hxl.columns():
        yield hxl.FILE, name, type_, tag, f"tagged {tag}"
