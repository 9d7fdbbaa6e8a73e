"""Who did it, as MUC-4 wants it: individuals by their words, bodies by their name with the confidence of the blame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.find.phrases import bare, noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.model.findings import Findings
from warmonitor.model.record import Actor

_CONFIDENCE = {
    "stated": "REPORTED AS FACT", "claimed": "CLAIMED OR ADMITTED", "attributed": "SUSPECTED OR ACCUSED", "suspected": "SUSPECTED OR ACCUSED",
}  # fmt: skip
_ARMED = frozenset(
    "guerrilla rebel terrorist gunman subversive assassin extremist commando insurgent kidnapper trafficker".split()
)
_ANYONE = frozenset(
    "individual person man men people group member unknown element stranger subject youth gunman woman trafficker hitman".split()
)


@dataclass(frozen=True, slots=True)
class Doer:
    """`individual` or `organisation` is empty where only the other is named; `state` for a government's forces."""

    individual: str
    organisation: str
    confidence: str
    state: bool


def doers(findings: Findings, actors: Iterable[Actor], events: Iterable[int]) -> list[Doer]:
    """Doers in the order of the report: those of the record, then people too vague for it ("three individuals")."""
    found = [d for a in actors if a.role == "perpetrator" and a.status != "denied" for d in _of_actor(findings, a)]
    for k in events:
        for argument in findings.events[k].arguments:
            if argument.role == "agent" and findings.events[k].frame != "undergo":
                found += _vague(findings, argument.head)
    found = list(dict.fromkeys(found or _nearby(findings, events)))
    return [
        d
        for d in found
        if not any(
            d is not o and d.individual and not d.organisation and o.individual.endswith(" " + d.individual)
            for o in found
        )
    ]


def _nearby(findings: Findings, events: Iterable[int]) -> Iterator[Doer]:
    """Nobody named as the doer: armed people or an armed group in the sentences that tell of the act, or in the next."""
    reading = findings.reading
    told = {reading.tokens[findings.events[k].head].sentence for k in events}
    wide = told | {s + 1 for s in told if s + 1 < len(reading.sentences)}
    hit = {
        i
        for k in events
        for a in findings.events[k].arguments
        if a.role in ("patient", "of")
        for i in range(a.first, a.last)
    }
    for sentence in sorted(wide):
        s = reading.sentences[sentence]
        for t in reading.tokens[s.first : s.last]:
            name = reading.name_at(t.i)
            if t.i in hit:
                continue
            if name is not None and name.kind == "armed-group" and name.last == t.i + 1 and not _official(name.text):
                yield Doer("", name.text.upper(), "REPORTED AS FACT", False)
                return
            if name is None and t.lemma in _ARMED and t.tag[:2] == "NN" and t.dep not in ("compound", "amod", "nmod"):
                yield Doer(
                    " ".join(reading.words(*bare(reading, *noun_phrase(reading, t.i, of=False))).upper().split()),
                    "",
                    "",
                    False,
                )
                return


def _official(words: str) -> bool:
    low = words.lower()
    return any(
        w in low
        for w in (
            "army",
            "police",
            "brigade",
            "battalion",
            "armed forces",
            "military",
            "guard",
            "navy",
            "air force",
            "infantry",
        )
    )


def _of_actor(findings: Findings, actor: Actor) -> Iterator[Doer]:
    reading = findings.reading
    confidence = _CONFIDENCE.get(actor.status, "REPORTED AS FACT")
    state = actor.kind in ("state-forces", "state", "coalition", "police", "military")
    token = reading.token_at(actor.evidence[0].end - 1)
    name = reading.name_at(token.i)
    cls = people_words().get(token.lemma)
    span = actor.evidence[0]
    bodies = (
        n
        for n in reading.names
        if n.kind in ("armed-group", "organisation") and n.start >= span.start and n.end <= span.end + 60
    )
    organisation = next((n.text.upper() for n in bodies if _linked(findings, token.i, n.first)), "")
    if name is not None and name.kind in ("armed-group", "organisation"):
        yield Doer("", name.text.upper(), confidence, state)
    elif cls == "state" and token.lemma in ("army", "military", "police", "force", "government", "air force", "navy"):
        yield Doer(
            "",
            " ".join(reading.words(*bare(reading, *noun_phrase(reading, token.i))).upper().split()),
            confidence,
            True,
        )
    elif cls in ("armed", "state") or token.lemma in _ANYONE or name is not None and name.kind == "person":
        yield Doer(actor.name.upper(), organisation, confidence, state)


def _linked(findings: Findings, head: int, other: int) -> bool:
    """True where the name hangs on the head: "terrorists of the Front", "Front guerrillas"."""
    reading = findings.reading
    return any(a.i == head for a in reading.ancestors(other))


def _vague(findings: Findings, head: int) -> Iterator[Doer]:
    reading = findings.reading
    t = reading.tokens[head]
    if t.lemma in _ANYONE and t.tag[:2] == "NN" and reading.name_at(head) is None:
        yield Doer(reading.words(*bare(reading, *noun_phrase(reading, head))).upper(), "", "", False)
