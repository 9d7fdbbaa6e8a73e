"""Releases: a frozen data set in all formats, described, cited, hashed, and told apart from the one before.

A release depends on nothing but its incidents, its plan and the release before: built again, it has the same bytes.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from warmonitor.errors import BadInput, BadOption
from warmonitor.model.published import PublishedIncident
from warmonitor.publish import notes
from warmonitor.publish.datapackage import describe, sha256, write_dictionary
from warmonitor.publish.diff import REASONS, Change, as_markdown, compare
from warmonitor.publish.export import export, exports
from warmonitor.publish.policy import Policy, parse
from warmonitor.publish.withhold import Cleared, Withheld

MANIFEST = "manifest-sha256.txt"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a release is called and made by. `as_of` dates it and is the day on which the policy's delay is counted.

    `previous` is the folder of the release before, `reasons` a person's words on why an incident (by id) changed.
    """

    name: str
    as_of: date
    policy: Policy
    publisher: str = "warmonitor"
    previous: Path | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


def build(incidents: Iterable[PublishedIncident], plan: Plan, out: Path) -> Iterator[Cleared | Withheld]:
    """Writes the release to the new folder `out`; yields what became of each incident, for a progress bar.

    The folder appears only when all of it is there. Raises BadOption where the name cannot be one or the folder is not
    empty, BadInput where an incident comes twice.
    """
    if not plan.name or not all(c.isalnum() or c in ".-_" for c in plan.name) or plan.name == "verify":
        raise BadOption(
            f"release name {plan.name!r}: use letters, digits, points and hyphens (and not the word verify)"
        )
    if out.exists() and any(out.iterdir()):
        raise BadOption(f"{out}: is there already and not empty; a release is never written over")
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)  # of a build that was broken off
    yield from _fill(incidents, plan, part)
    if out.exists():
        out.rmdir()
    part.rename(out)


def _fill(incidents: Iterable[PublishedIncident], plan: Plan, out: Path) -> Iterator[Cleared | Withheld]:
    rules = plan.policy.on(plan.as_of)
    before, reasons = _ids(plan.previous), dict(plan.reasons)
    seen: set[str] = set()
    for outcome in export(incidents, out / "data", list(exports()), policy=rules, release=plan.name):
        id_ = outcome.id if isinstance(outcome, Withheld) else outcome.incident.id
        if id_ in seen:
            raise BadInput(f"incident {id_} comes twice; a release needs each once")
        seen.add(id_)
        if isinstance(outcome, Withheld) and id_ in before:
            reasons.setdefault(id_, outcome.why)
        yield outcome
    _describe(plan, rules, reasons, out)


def _describe(plan: Plan, rules: Policy, reasons: Mapping[str, str], out: Path) -> None:
    losses = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((out / "data").glob("*.loss.json"))]
    _write(out / "policy.toml", rules.toml())
    with (out / REASONS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("incident_id", "why"), *sorted(reasons.items())])
    write_dictionary(out / "dictionary.csv")
    _write(out / "CHANGELOG.md", _changelog(plan, out))
    _write(out / "METHOD.md", notes.method(plan.name, rules))
    _write(out / "LOSSES.md", notes.losses(losses))
    _write(out / "CITATION.cff", notes.citation(plan.name, plan.publisher, plan.as_of))
    _write(out / "README.md", notes.readme(plan.name, plan.as_of, rules, losses))
    title = f"Incidents of armed conflict and political violence, release {plan.name}"
    package = describe(out, name=plan.name.lower(), title=title, created=f"{plan.as_of}T00:00:00Z", policy=rules.mark)
    _write(out / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n")
    _write(out / MANIFEST, "".join(f"{sha256(p)}  {p.relative_to(out).as_posix()}\n" for p in _files(out)))


def _changelog(plan: Plan, out: Path) -> str:
    if plan.previous is None:
        return f"# Release {plan.name}\n\nThe first release: there is none to compare it with.\n"
    changes: list[Change] = list(compare(plan.previous, out))
    manifest = sha256(plan.previous / MANIFEST)
    return as_markdown(changes, heading=f"Release {plan.name}, changes since {_name(plan.previous)}") + (
        f"\nCompared with the release whose manifest has the SHA-256 {manifest}.\n"
    )


def _ids(previous: Path | None) -> frozenset[str]:
    if previous is None:
        return frozenset()
    path = previous / "data" / "csv" / "incidents.csv"
    if not path.is_file():
        raise BadInput(f"{previous}: is no release: {path.relative_to(previous)} is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(r["incident_id"] for r in csv.DictReader(file))


def _name(folder: Path) -> str:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)
    return sorted(found, key=lambda p: p.relative_to(folder).as_posix())


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def verify(folder: Path) -> list[str]:
    """What is wrong with a release; empty where all files are as they were frozen and agree with each other."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return [f"{folder}: is no release: {MANIFEST} is not there"]
    lines = (line.split("  ", 1) for line in manifest.read_text(encoding="utf-8").splitlines())
    frozen = {parts[1]: parts[0] for parts in lines if len(parts) == 2}
    there = {p.relative_to(folder).as_posix(): p for p in _files(folder)}
    problems = [f"{name}: missing" for name in sorted(frozen.keys() - there.keys())]
    problems += [f"{name}: not part of the release" for name in sorted(there.keys() - frozen.keys())]
    problems += [
        f"{name}: changed since the release"
        for name in sorted(frozen.keys() & there.keys())
        if sha256(there[name]) != frozen[name]
    ]
    return problems or _disagreements(folder)


def _disagreements(folder: Path) -> list[str]:
    """Where intact files contradict each other: the package, the policy, the loss reports and the tables."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    mark = parse((folder / "policy.toml").read_text(encoding="utf-8"), "policy.toml").mark
    problems = (
        [] if package["policy"] == mark else [f"datapackage.json: policy {package['policy']}, policy.toml is {mark}"]
    )
    for resource in package["resources"]:
        path = folder / resource["path"]
        if not path.is_file() or resource["hash"] != f"sha256:{sha256(path)}":
            problems.append(f"datapackage.json: {resource['path']} is not as described")
    for path in sorted((folder / "data").glob("*.loss.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["policy"] != mark:
            problems.append(f"{path.name}: made under the policy {told['policy']}")
        if told["incidents_read"] != told["incidents_written"] + sum(told["left_out"].values()):
            problems.append(f"{path.name}: incidents are not all accounted for")
    return problems
