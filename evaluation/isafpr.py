"""Official statements of one side: python -m evaluation.isafpr DATA.jsonl PREDICTIONS.jsonl

DATA has one press release a line: doc_id, date (of release, or null), text. Written is one flat row a release: day, type,
province, insurgents killed and captured. The data set codes one operation a release and only the releasing side's count,
gives vague numbers and bare plurals as three ("several", "insurgents"), and dates a release without a day by its text.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.coding import coded, told
from warmonitor.model import Claim, Incident, Record, Report
from warmonitor.model.findings import Findings
from warmonitor.model.mention import Place, When
from warmonitor.run import open_tools

VAGUE = {"numerous": 4, "dozens": 24, "many": 4}
SEVERAL = 3
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_STATED = re.compile(r"\b(?:KABUL|KANDAHAR)[^()]{0,40}\((\w{3,9})\.? (\d{1,2})(?:, (\d{4}))?", re.I)
_NUMBER = re.compile(r"\b(20[01]\d)-(\d\d)-(?:CA|S|IS)\b")
_PUBLISHED = re.compile(r"\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:, (\d{4}))?\b")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z•“\"])|\n\s*\n")
_OTHERS = re.compile(
    r"\b(?:civilian|soldier|police|child|wom[ae]n|service|official|u\.?s|american|troops?|villager|afghan nation|citizen|elder|"
    r"local (?:m[ae]n|nationals?|residents?)|m[ae]n in uniform|governor|isaf|coalition|member of the force)",
    re.I,
)
_ENEMY = re.compile(r"\b(?:taliban|haqqani|insurgents?|militants?)(?: \w+)?$", re.I)
_LEADER = re.compile(r"\b(?:leader|commander|facilitator|emir|chief|governor|sub-commander|coordinator|specialist|financier)s?\b", re.I)
_SUBSET = re.compile(r"\b(?:including|one of whom|one of them|among (?:them|whom)|one of those|identified (?:as|one))\W*(?:\w+\W+){0,3}$", re.I)
_FURTHER = re.compile(r"\b(?:also|additional|additionally|other|another|along with|associates?)\b", re.I)
_ALSO = re.compile(r"\b(?:also|additional|additionally)\b", re.I)
_SUMMARY = re.compile(
    r"\b(?:separate|this (?:month|year|week)|so far|(?:last|past) 24 hours|(?:two|three|four|five|six|multiple|several) operations|"
    r"since (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
    re.I,
)
"""Sentences that add up several operations: not the one that is coded."""
_PLURAL = re.compile(r"\b(?:insurgents|militants|suspects|individuals|fighters|associates|men|members|leaders|facilitators)\b", re.I)
_GROUPS = {
    "haqqani": r"haqqani", "hig": r"hezb-e-islami|gulbuddin|\bHIG\b", "imu": r"islamic movement of uzbekistan|\bIMU\b",
    "let": r"lashkar-e", "aq": r"al[- ]qa", "taliban": r"taliban",
}  # fmt: skip
_FOUNDERS = re.compile(r"\b(?:did not fire|no shots|without (?:the use of force|firing)|not fire (?:a|any))", re.I)


def release_day(text: str, given: str | None) -> date | None:
    """The day of release: as given, else the dateline's day with the year of the release number."""
    if given:
        return date.fromisoformat(given)
    number = _NUMBER.search(text)
    m = _STATED.search(text) or _PUBLISHED.search(text[:600])
    if m is None or not (m[3] or number):
        return None
    month = _MONTHS.index(m[1][:3].lower()) + 1 if m[1][:3].lower() in _MONTHS else 0
    try:
        return date(int(m[3] or number[1]), month, int(m[2]))  # type: ignore[index]
    except ValueError:
        return None


def row(record: Record, findings: Findings | None) -> dict[str, Any]:
    """The flat row of one release."""
    text = record.report.text
    main = _main(record)
    killed, leaders_killed = _figure(record, "killed")
    captured, leaders_captured = _figure(record, "captured")
    air = any(i.subtype == "air-strike" for i in record.incidents)
    kind = (
        "captureandkill" if killed and captured else "airstrike" if killed and air else "insurgentskilled" if killed
        else "detention" if captured or not air else "airstrike"
    )  # fmt: skip
    start = _day(main.when) if main is not None and main.when.start is not None else record.report.published
    groups = [g for g, pattern in _GROUPS.items() if re.search(pattern, text, re.I)]
    return {
        "doc_id": record.report.id,
        "start_date": start.isoformat() if start else None,
        "event_type": [kind],
        "province": _provinces(record, findings),
        "target_group": groups[:1],
        "min_killed": killed,
        "min_captured": captured,
        "min_leaders_killed": leaders_killed,
        "min_leaders_captured": leaders_captured,
        "killq": killed > 0,
        "captureq": captured > 0,
        "killcaptureraid": bool(re.search(r"\b(?:leader|commander|facilitator|target(?:ed|ing))\b", text)),
        "airstrike": air,
        "noshotsfired": bool(_FOUNDERS.search(text)),
    }


def _day(when: When) -> date | None:
    """The data set dates what happened "overnight" by its morning."""
    return when.end if when.start and when.end and (when.end - when.start).days == 1 else when.start


def _main(record: Record) -> Incident | None:
    """The incident that the release is about: with figures of insurgents, placed and dated, told of most; the first of equals."""
    def weight(i: Incident) -> tuple[int, int, int]:
        figures = [c for c in record.claims if c.incident == i.id and c.attribute in ("killed", "captured") and _insurgents(c, record)]
        return (bool(figures) + bool(i.places) + bool(i.when.start), len(figures), len(i.evidence))

    return max(record.incidents, key=weight, default=None)


def _provinces(record: Record, findings: Findings | None) -> list[str]:
    """The first-order division where the main incident took place, by its name in the gazetteer; else the first one named."""
    main = _main(record)
    at = [p.place for i in ([main] if main else []) + list(record.incidents) for p in i.places]
    named = [p.place for p in findings.places if p.role == "location"] if findings else []
    home = Counter(p.country for p in named if p.country).most_common(1)
    for places in (_provinces_beside(main, findings), at, [p for p in named if p.kind == "province"], named):
        found = [p.admin1 for p in places if p.admin1 and home and p.country == home[0][0]]
        if found:
            return [_province(found[0])]
    return []


def _provinces_beside(main: Incident | None, findings: Findings | None) -> list[Place]:
    """Provinces named in a sentence that tells of the incident: better than what a homonym of a village suggests."""
    if main is None or findings is None:
        return []
    reading = findings.reading
    told = {reading.sentence_of(s.start).i for s in (*main.evidence, *(s for p in main.places for s in p.evidence))}
    return [p.place for p in findings.places if p.place.kind == "province" and p.role == "location" and reading.tokens[p.first].sentence in told]


def _province(name: str) -> str:
    """The data set's spelling of a province."""
    plain = re.sub(r"\b(?:province|wilayat|velayat)\b", "", name.lower()).strip().replace("’", "'")
    return {"paktia": "paktya", "sar-e-pol": "sar-e pul", "sar-e pol": "sar-e pul", "sare pol": "sar-e pul", "sar-i pul": "sar-e pul",
            "herat": "hirat", "oruzgan": "uruzgan", "urozgan": "uruzgan", "jawzjan": "jowzjan", "kondoz": "kunduz", "konar": "kunar",
            "nimruz": "nimroz", "wardag": "wardak", "maidan wardak": "wardak", "lowgar": "logar", "khowst": "khost",
            "badghes": "badghis", "nangrahar": "nangarhar"}.get(plain, plain)  # fmt: skip


# figures ----------------------------------------------------------------------------------------------------------------
def _insurgents(c: Claim, record: Record) -> bool:
    """True for a figure of the side that the releasing body fights."""
    who = c.who or c.evidence.of(record.report.text)
    return c.stance not in ("denies", "unknown") and (bool(_ENEMY.search(who)) or not _OTHERS.search(who))


def _figure(record: Record, attribute: str) -> tuple[int, int]:
    """(People, leaders among them): the largest sum that one sentence gives."""
    sums: dict[int, int] = {}
    leaders: dict[int, int] = {}
    starts = [0, *(m.end() for m in _SENTENCE.finditer(record.report.text))]
    seen: set[tuple[int, int]] = set()
    further: set[int] = set()
    also: set[int] = set()
    single: set[int] = set()
    for c in record.claims:
        here = (c.evidence.start, c.evidence.end)
        if c.attribute != attribute or here in seen or not _insurgents(c, record):
            continue
        seen.add(here)
        for span in (c.evidence, *c.also):
            sentence = sum(s <= span.start for s in starts)
            n = c.value if isinstance(c.value, int) else VAGUE.get(c.value, SEVERAL)
            if c.bound == "min" and isinstance(c.value, int):
                n += bool(re.search(r"\b(?:more than|over)\b", span.of(record.report.text), re.I))
            near = record.report.text[max(0, span.start - 60) : span.end]
            if _FURTHER.search(near):
                further.add(sentence)
            if _ALSO.search(near):
                also.add(sentence)
            words = span.of(record.report.text)
            if _LEADER.search(words.rsplit(" and ", 1)[-1]) and not _FURTHER.search(words):
                leaders[sentence] = leaders.get(sentence, 0) + n
            elif n == 1 and not _FURTHER.search(words):
                single.add(sentence)
            if not _SUBSET.search(record.report.text[max(0, span.start - 40) : span.start]):
                sums[sentence] = sums.get(sentence, 0) + n
    whole = {s for s in sums if _SUMMARY.search(_sentence(record.report.text, starts, s))}
    if set(sums) - whole:
        sums = {s: n for s, n in sums.items() if s not in whole}
    led = max(leaders.values(), default=0)
    alone = led and max(sums.get(s, 0) for s in leaders) == led  # else the sentence of the leader tells of the others too
    more = [n for s, n in sums.items() if alone and s not in leaders and (s in further or s > min(leaders))]
    if not led and single and sums.get(min(single)) == 1:  # one man taken, then others as well
        led, more = 1, [n for s, n in sums.items() if s in also and s > min(single)]
    return max([*sums.values(), *(led + n for n in more)], default=0) or _bare_plural(record, attribute), max(leaders.values(), default=0)


def _sentence(text: str, starts: list[int], number: int) -> str:
    return text[starts[number - 1] : starts[number] if number < len(starts) else len(text)]


def _bare_plural(record: Record, attribute: str) -> int:
    """Three for insurgents taken without a number ("detained suspected insurgents"), else 0."""
    wanted = {"captured": ("arrest",), "killed": ()}[attribute]
    for i in record.incidents:
        if i.subtype in wanted and any(a.role == "target" and _PLURAL.search(a.name) for a in i.actors):
            return SEVERAL
    return 0


def predictions(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row a release, in order."""
    reports = [Report(r["doc_id"], r["text"], release_day(r["text"], r.get("date"))) for r in rows]
    for record, findings in coded(reports, open_tools(), told):
        yield row(record, findings)


def main(arguments: list[str]) -> int:
    """Write the predictions."""
    if len(arguments) != 2:
        print("usage: python -m evaluation.isafpr DATA.jsonl PREDICTIONS.jsonl", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").split("\n") if line]
    with Path(arguments[1]).open("w", encoding="utf-8") as out:
        for prediction in predictions(rows):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
