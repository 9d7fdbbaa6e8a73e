"""From a record to MUC-4 templates: which incidents are terrorist acts, and their 23 slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from evaluation.muc.perpetrators import Doer, doers
from evaluation.muc.targets import Target, targets, usable
from evaluation.muc.words import INSTRUMENTS, NAMED_INSTRUMENTS, NATIONS
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TollMention, When
from warmonitor.model.record import Actor, Incident, Record

Template = dict[str, list[dict[str, Any]]]
OLD = timedelta(days=62)
"""The task leaves out acts more than two months before the report."""
_EXPLOSIVE = frozenset({"remote-explosive", "suicide-bombing", "air-strike"})
_BOMBS = frozenset({"explosive-device", "car-bomb", "mine"})
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_ARSON = frozenset("burn torch arson blaze fire".split())
_SHOT = frozenset("shoot gun riddle machinegun bullet gunfire".split())


@dataclass(slots=True)
class Act:
    """Incidents of the record that the task would tell in one template: the first, with the events of those that retell it."""

    incident: Incident
    kind: str
    events: list[int]
    tolls: list[TollMention]
    actors: list[Actor]


def templates(record: Record, findings: Findings) -> list[Template]:
    """The templates of one report, in text order."""
    home = _home(findings)
    out = []
    for act in _acts(record, findings):
        hit = list(usable(targets(findings, act.events, act.tolls)))
        who = doers(findings, act.actors, act.events)
        if _relevant(act, hit):
            template = _slots(record, findings, act, hit, who, home)
            if template not in out:
                out.append(template)
    return out


def _acts(record: Record, findings: Findings) -> list[Act]:
    spans = {findings.reading.span(e.first, e.last): k for k, e in enumerate(findings.events)}
    out: list[Act] = []
    for incident in record.incidents:
        events = [spans[s] for s in incident.evidence if s in spans]
        kind = _type(findings, incident, events)
        if kind is None or _old(incident.when, record.report.published):
            continue
        act = Act(incident, kind, events, _tolls(record, findings, incident), list(incident.actors))
        same = next((a for a in reversed(out) if _retells(findings, a, act)), None)
        if same is None:
            out.append(act)
        else:
            same.events += act.events
            same.tolls += act.tolls
            same.actors += act.actors
            if same.incident.when.start is None and incident.when.start is not None or not same.incident.places:
                when = incident.when if same.incident.when.start is None else same.incident.when
                same.incident = replace(
                    same.incident,
                    when=when,
                    places=same.incident.places or incident.places,
                    weapons=same.incident.weapons or incident.weapons,
                )
    return out


def _retells(findings: Findings, old: Act, new: Act) -> bool:
    """An act of the same kind without day and place of its own is held to be the one told before."""
    if old.kind != new.kind or any(findings.events[k].fresh for k in new.events):
        return False
    return _open(old) or _open(new)


def _open(a: Act) -> bool:
    return (a.incident.when.start is None or a.incident.when.precision == "unknown") and not a.incident.places


# relevance --------------------------------------------------------------------------------------------------------------
def _type(findings: Findings, incident: Incident, events: list[int]) -> str | None:
    lemmas = {
        findings.reading.tokens[i].lemma
        for k in events
        for i in range(findings.events[k].first, findings.events[k].last)
    }
    if any(findings.events[k].subtypes[0] == "abduction" for k in events):
        return "KIDNAPPING"
    if (
        incident.subtype in _EXPLOSIVE
        or incident.subtype == "attack"
        and any(w.kind in _BOMBS for w in incident.weapons)
    ):
        return "BOMBING"
    if incident.subtype == "disrupted-attack":
        return (
            "BOMBING" if any(w.kind in ("explosive-device", "car-bomb", "mine") for w in incident.weapons) else "ATTACK"
        )
    if incident.subtype == "abduction":
        return "KIDNAPPING"
    if incident.subtype in ("looting-destruction", "mob-violence"):
        if lemmas & _ARSON:
            return "ARSON"
        return (
            None if incident.subtype == "mob-violence" else "ROBBERY" if lemmas & {"rob", "steal", "robbery"} else None
        )
    if incident.subtype in ("attack", "armed-clash", "shelling", "grenade", "chemical", "sexual-violence"):
        return "ATTACK"
    return None


def _old(when: When, published: date | None) -> bool:
    return published is not None and when.end is not None and published - when.end > OLD


def _relevant(act: Act, hit: list[Target]) -> bool:
    """The task wants acts against people or property outside a fight of two forces, told with something of their own."""
    if not hit or act.kind == "ATTACK" and _open(act) and not any(t.human for t in hit):
        return False
    if act.incident.subtype in ("armed-clash", "air-strike", "shelling"):
        return any(t.kind != "LAW ENFORCEMENT" for t in hit)
    return True


def _tolls(record: Record, findings: Findings, incident: Incident) -> list[TollMention]:
    """The figures behind the incident's claims."""
    mine = [(c.attribute, s) for c in record.claims if c.incident == incident.id for s in (c.evidence, *c.also)]
    spans = [findings.reading.span(min(t.first, t.anchor), max(t.last, t.anchor + 1)) for t in findings.tolls]
    return [t for t, s in zip(findings.tolls, spans, strict=True) if any(kind == t.kind and e.holds(s) for kind, e in mine)]


# slots ------------------------------------------------------------------------------------------------------------------
def _slots(
    record: Record, findings: Findings, act: Act, hit: list[Target], who: list[Doer], home: str | None
) -> Template:  # fmt: skip
    incident, events, kind = act.incident, act.events, act.kind
    out: Template = {
        "inc_date": _one(_date(incident.when, record.report.published)),
        "inc_loc": _one(_location(findings, incident, home)),
        "inc_type": _one(kind),
        "inc_stage": _one(_stage(findings, incident, events)),
    }
    _instruments(out, findings, incident, events, kind)
    _perpetrators(out, who)
    country = out["inc_loc"][0]["value"].split(":")[0] if out["inc_loc"] else ""
    for t in hit:
        t.nation = None if t.nation == country else t.nation
    _things(out, [t for t in hit if not t.human], kind)
    _people(out, [t for t in hit if t.human])
    return {slot: fillers for slot, fillers in out.items() if fillers}


def _one(value: str | None) -> list[dict[str, Any]]:
    return [{"value": value}] if value else []


def _filler(value: str, xref: str | None = None) -> dict[str, Any]:
    return {"value": value, "xref": [xref]} if xref else {"value": value}


def _date(when: When, published: date | None) -> str | None:
    if when.start is None or when.precision == "unknown":
        last = when.end or published
        return f"- {_day(last)}" if last else None
    if when.end is not None and when.end != when.start:
        return f"{_day(when.start)} - {_day(when.end)}"
    return _day(when.start)


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def _home(findings: Findings) -> str | None:
    """The country that the report is about: named most, in any form; its dateline counts as three, a town as half."""
    named: Counter[str] = Counter()
    for p in findings.places:
        if p.place.country:
            named[p.place.country] += 6 if p.role == "dateline" else 2 if p.place.kind == "country" else 1
    return max(named, key=lambda c: named[c]) if named else None


def _location(findings: Findings, incident: Incident, home: str | None) -> str | None:
    """Towns of other countries than the one that the report is about are taken for misread."""
    if home is None:
        return None
    at = [x.place for x in incident.places if x.place.country == home]
    name = NATIONS.get(home, home)
    towns = [p for p in at if p.kind != "country"]
    if not towns:
        return name
    best = min(towns, key=lambda p: p.precision)
    return f"{name}: {best.name.upper()} (CITY)"


def _stage(findings: Findings, incident: Incident, events: Iterable[int]) -> str:
    return "ATTEMPTED" if incident.subtype == "disrupted-attack" else "ACCOMPLISHED"


def _instruments(out: Template, findings: Findings, incident: Incident, events: Iterable[int], kind: str) -> None:
    names, types = [], []
    for w in incident.weapons:
        if w.kind in ("vehicle", "aircraft", "armour"):
            continue
        words = " ".join(w.evidence[0].of(findings.reading.text).upper().split())
        names.append(_filler(words))
        types.append(_filler(_instrument(w.name, w.kind or ""), words))
    if not types:
        lemmas = {
            findings.reading.tokens[i].lemma
            for k in events
            for i in range(findings.events[k].first, findings.events[k].last)
        }
        if "dynamite" in lemmas:
            types.append(_filler("DYNAMITE", "-"))
        elif lemmas & _SHOT:
            types.append(_filler("GUN", "-"))
        elif kind == "BOMBING":
            types.append(_filler("BOMB", "-"))
    out["inc_instr_id"], out["inc_instr_type"] = names, types


def _instrument(name: str, kind: str) -> str:
    low = name.lower()
    return next((t for word, t in NAMED_INSTRUMENTS if word in low), INSTRUMENTS.get(kind, "GUN"))


def _perpetrators(out: Template, who: list[Doer]) -> None:
    if who:  # the keys of the tests leave it open where nobody is named
        out["perp_cat"] = _one("STATE-SPONSORED VIOLENCE" if all(d.state for d in who) else "TERRORIST ACT")
    people = [d for d in who if d.individual]
    bodies = [d for d in who if d.organisation]
    out["perp_ind_id"] = [_filler(w) for w in dict.fromkeys(d.individual for d in people)]
    seen: dict[str, str] = {}
    for d in bodies:
        seen.setdefault(d.organisation, d.confidence)
    out["perp_org_id"] = [_filler(w) for w in seen]
    out["perp_org_conf"] = [_filler(c, w) for w, c in seen.items()]


def _things(out: Template, things: list[Target], kind: str) -> None:
    for t in things:
        ref = t.reference
        _put(out, "phys_tgt_id", ref)
        _put(out, "phys_tgt_type", t.kind, ref)
        _put(out, "phys_tgt_num", t.number, ref)
        _put(out, "phys_tgt_nation", t.nation, ref)
        effect = t.effects[0] if t.effects else "SOME DAMAGE" if kind in ("BOMBING", "ARSON") else None
        _put(out, "phys_tgt_effect", effect, ref)


def _people(out: Template, people: list[Target]) -> None:
    for t in people:
        ref = t.reference
        if t.names:
            _put(out, "hum_tgt_name", t.names[0])
        for d in t.descriptions[:1]:
            _put(out, "hum_tgt_desc", d, t.names[0] if t.names else None)
        _put(out, "hum_tgt_type", t.kind, ref)
        _put(out, "hum_tgt_num", t.number, ref)
        _put(out, "hum_tgt_nation", t.nation, ref)
        effects = [e for e in ("DEATH", "INJURY") if e in t.effects][:1]
        for e in effects:
            _put(out, "hum_tgt_effect", e, ref)


def _put(out: Template, slot: str, value: str | None, xref: str | None = None) -> None:
    if value:
        out.setdefault(slot, []).append(_filler(value, xref))
