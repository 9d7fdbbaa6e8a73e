"""Who is made the doer by what is said away from the deed: claims of responsibility, disclaimers, charges."""

from __future__ import annotations

from warmonitor.lexicon.event_words import event_words
from warmonitor.model.findings import Party
from warmonitor.model.mention import ChargeMention, StatementMention
from warmonitor.model.reading import Reading
from warmonitor.resolve.making import Namer
from warmonitor.resolve.party import meant
from warmonitor.resolve.wording import body_of_person, class_of_words

_LAYING = ("blame", "attribute", "responsib", "point", "pin", "behind", "finger")
"""Words of rules that lay a deed at somebody's door, where others may charge him with anything."""


def blamed(reading: Reading, m: StatementMention, namer: Namer) -> Party | None:
    """The doer that a statement names: its speaker for a claim or disclaimer of responsibility, its target for a charge."""
    name = m.speaker.name if m.act in ("claim-responsibility", "disclaim") else m.target if m.act == "accuse" else ""
    if (
        not name
        or name == "narrator"
        or name.lower().startswith(("no ", "nobody"))
        or m.act == "accuse"
        and not any(n.text in name for n in reading.names if n.kind != "other")
        and not (class_of_words(name) == "armed" and any(w in m.rule for w in _LAYING))
    ):
        return None
    if m.act == "accuse" and any(
        w.strip("'’,.").removesuffix("s") in event_words().by_first for w in (name.lower() if name.isupper() else name).split()
    ):
        return None  # "responsible for the assassination of X": X is no doer
    if m.act != "accuse":
        name = body_of_person(reading, name) or _claiming_body(reading, m) or name
    described = m.act == "accuse" and class_of_words(name) == "armed" and not any(w[:1].isupper() for w in name.split())
    who = namer(name)
    span = m.speaker.span if m.act != "accuse" and m.speaker.span is not None else m.evidence
    return Party(
        "claimant" if m.act == "claim-responsibility" else "blamed",
        who.name,
        who.number,
        "armed" if described else "unknown",
        not described,
        span,
        who.entry,
        who.kind,
        who.country,
    )


def _claiming_body(reading: Reading, m: StatementMention) -> str | None:
    """The armed group that a person claims for: "the NRF takes responsibility", Ana Roe said; else the only one named just before."""
    person = any(n.text == m.speaker.name and n.kind == "person" for n in reading.names)
    groups = [n for n in reading.names if n.kind == "armed-group" and m.evidence.start <= n.start < m.evidence.end]
    subjects = [n for n in groups if person and any(reading.tokens[i].dep == "nsubj" for i in range(n.first, n.last))]
    if not person or subjects:
        return subjects[0].text if subjects else None
    here = reading.token_at(m.evidence.start).sentence
    told = [n for n in reading.names if n.kind == "armed-group" and 0 <= here - reading.tokens[n.first].sentence <= 2]
    acting = [n for n in told if any(reading.tokens[i].dep == "nsubj" for i in range(n.first, n.last))]
    near = dict.fromkeys(n.text for n in acting or told)
    return next(iter(near)) if len(near) == 1 else None  # "their chief Ana Roe"


def charged(reading: Reading, charge: ChargeMention, namer: Namer) -> Party | None:
    """Whom the words of a charge mean, None where they name nobody."""
    return meant(reading, charge.head, "blamed", namer)
