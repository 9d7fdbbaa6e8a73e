"""The pages of a release for people: how it was made, what each format loses, how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from warmonitor import __version__
from warmonitor.publish.export import exports
from warmonitor.publish.parquet import arrow
from warmonitor.publish.policy import Policy

Json = dict[str, Any]


def method(name: str, policy: Policy) -> str:
    """METHOD.md: what an incident is here, where figures come from, and the policy in words."""
    return f"""# How release {name} was made

Made with warmonitor {__version__} from dated reports. An incident is one bounded happening of political violence, hostile
military action, protest, riot, arrest, abduction, change of territory, agreement or formal act. Each figure is somebody's
claim: `data/csv/claims.csv` gives the speaker, the stance and the sentence of every one, and low, best and high in
`data/csv/incidents.csv` are a view over those claims. An empty cell means that nobody said it, or that the sources leave it
open; nothing is filled in.

Parquet files were written by pyarrow {arrow().__version__}; another version may give other bytes for the same values.

Dates are days of the place's own calendar, first and last included. Coordinates are degrees in WGS 84.

## Policy: {policy.mark}

{policy_in_words(policy)}
"""


def policy_in_words(policy: Policy) -> str:
    """A list that a reader of the data can follow."""
    day = f", counted on {policy.as_of}" if policy.as_of else ""
    kinds = ", ".join(policy.sensitive_kinds) or "none"
    names = {
        "withhold": "withheld",
        "withhold-private": "withheld, but for holders of a public office",
        "publish": "published",
    }
    excerpts = {
        "mask": "quoted, with names masked that are not known to be public ones",
        "publish": "quoted whole",
        "omit": "left out",
    }
    alleged = {
        "alleged": "printed with who alleges it, unless the report states it or the perpetrator claims it",
        "plain": "printed by name",
    }
    return "\n".join(
        [
            f"- Names of victims: {names[policy.victims]}. Names of private persons: {names[policy.private_persons]}.",
            f"- Sentences of reports: {excerpts[policy.excerpts]}.",
            f"- Coordinates: rounded to {policy.decimals} digits after the point, never jittered.",
            f"- Delay: {policy.delay_days} whole day(s) since the incident's last day{day}.",
            f"- Sensitive kinds of place ({kinds}): action {policy.sensitive_action}, {policy.sensitive_decimals} digit(s).",
            f"- A perpetrator whom somebody blames or suspects: {alleged[policy.perpetrators]}.",
        ]
    )


def losses(reports: Sequence[Json]) -> str:
    """LOSSES.md: for each format what was left out and what it cannot carry, counted."""
    parts = ["# What each format leaves behind\n"]
    for r in reports:
        parts.append(f"## {r['format']}\n")
        parts.append(f"{r['incidents_written']} of {r['incidents_read']} incidents, {r['rows']} rows.\n")
        parts += [f"- left out: {count} incidents: {why}" for why, count in r["left_out"].items()]
        parts += [f"- {f['field']}: {f['values']} values not carried: {f['why']}" for f in r["not_carried"]]
        parts.append("")
    return "\n".join(parts)


def citation(name: str, publisher: str, released: date) -> str:
    """CITATION.cff, version 1.2.0."""
    quoted = publisher.replace("\\", "\\\\").replace('"', '\\"')
    return f"""cff-version: 1.2.0
message: "Please cite this data set by its release."
type: dataset
title: "Incidents of armed conflict and political violence, release {name}"
version: "{name}"
date-released: {released.isoformat()}
authors:
  - name: "{quoted}"
references:
  - type: software
    title: warmonitor
    version: "{__version__}"
    authors:
      - name: "The warmonitor authors"
"""


def readme(name: str, released: date, policy: Policy, reports: Sequence[Json]) -> str:
    """README.md: what is in the folder."""
    made = [(exports()[r["format"]], r["rows"]) for r in reports]
    lines = [f"| `data/{e.file}` | {e.about} | {rows} |" for e, rows in made]
    return f"""# Release {name}, {released.isoformat()}

Published under the policy {policy.mark} (`policy.toml`, in words in `METHOD.md`).

| file | what it is | rows |
|---|---|---|
{chr(10).join(lines)}

Every column is described in `dictionary.csv`, for machines in `datapackage.json`. `LOSSES.md` tells what each format cannot
carry, `CHANGELOG.md` what changed since the release before, `CITATION.cff` how to cite. Check that nothing was altered:
`sha256sum -c manifest-sha256.txt`, or `warmonitor release verify FOLDER`.
"""
