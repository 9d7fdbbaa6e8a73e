"""The grade of an incident: how well what is told of it is supported, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.link.names import fold, same_actor
from warmonitor.link.tolls import speaker_key
from warmonitor.model.linked import Grade, Telling

SUBSTANCE = frozenset(
    {"occurred", "perpetrator", "killed", "injured", "captured", "abducted", "displaced", "damage", "weapon"}
)


def voices(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Independent voices: every original speaker once, however often relayed; an outlet's own voice counts as one."""
    found = set()
    for t in tellings:
        spoken = [c for c in t.claims if c.stance in ("asserts", "hedges", "claims-responsibility")]
        found |= {speaker_key(c, t.report.outlet, t.report.id) for c in spoken if c.attribute in SUBSTANCE}
        if not spoken:
            found.add(f"narrator of {fold(t.report.outlet) if t.report.outlet else t.report.id}")
    return tuple(sorted(found))


def outlets(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The outlets that tell it; a report without an outlet stands for itself."""
    return tuple(sorted({fold(t.report.outlet) if t.report.outlet else t.report.id for t in tellings}))


def grade(tellings: Sequence[Telling]) -> tuple[Grade, tuple[str, ...]]:
    """The grade and all reasons for it.

    disputed: someone denies that it happened or that the named perpetrator did it; claimed: a perpetrator claims or admits
    it; corroborated: two outlets that do not merely relay one and the same speaker; else single-source.
    """
    denials = _denials(tellings)
    claims = _claims(tellings)
    told_by, heard = outlets(tellings), voices(tellings)
    support = (
        f"{len(told_by)} outlet{'s' * (len(told_by) != 1)}, {len(heard)} independent voice{'s' * (len(heard) != 1)}"
    )
    reasons = [support, *denials, *claims]
    if denials:
        return "disputed", tuple(reasons)
    if claims:
        return "claimed", tuple(reasons)
    return ("corroborated" if len(told_by) > 1 and len(heard) > 1 else "single-source"), tuple(reasons)


def _claims(tellings: Sequence[Telling]) -> list[str]:
    """Who claims it in which report; an actor only where the report has no claim in that actor's own words."""
    said = {(t.report.id, c.speaker) for t in tellings for c in t.claims if c.stance == "claims-responsibility"}
    done = {
        (t.report.id, a.name)
        for t in tellings for a in t.incident.actors
        if a.status == "claimed" and not any(r == t.report.id and same_actor(s, a.name) for r, s in said)
    }  # fmt: skip
    return sorted(f"{who} claims responsibility ({report})" for report, who in said | done)


def _denials(tellings: Sequence[Telling]) -> list[str]:
    denied = {
        f"{c.speaker} denies {c.attribute}: {c.value} ({t.report.id})"
        for t in tellings for c in t.claims
        if c.stance == "denies" and c.attribute in ("occurred", "perpetrator")
    }  # fmt: skip
    return sorted(denied)
