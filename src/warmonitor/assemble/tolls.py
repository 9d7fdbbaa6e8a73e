"""Which claimed figures count for an incident's toll: whose they are, for which side, and whether they still stand."""

from __future__ import annotations

import re
from collections.abc import Collection

from warmonitor.assemble.casualties import Figure
from warmonitor.assemble.draft import Draft
from warmonitor.assemble.partlist import Part
from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import quantities
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TollMention
from warmonitor.model.record import Claim


def figures_of(
    findings: Findings, ordered: list[Draft], claims: list[Claim], parts: list[Part], subtype: str
) -> list[Figure]:
    """The figures that can set an incident's toll, of its claims in text order; `parts` are its participants."""
    doers = {p.party.identity for p in parts if p.role == "perpetrator"}
    names = {n for p in parts if p.role == "perpetrator" and p.party.named for n in (p.party.name, p.party.span.of(findings.reading.text))}
    entries = {p.party.entry for p in parts if p.role == "perpetrator" and p.party.entry}
    by_id = {x.id: x for x in claims}
    replaced = {x.revises for x in claims if x.revises and by_id[x.revises].speaker == x.speaker}
    replaced |= {x.id for d, x in zip(ordered, claims, strict=True) if d.toll is not None and _first_told(findings, d.toll, ordered)}
    summing = _of_several(findings, ordered)
    out: list[Figure] = []
    for d, claim in zip(ordered, claims, strict=True):
        t = d.toll
        if t is not None and (t in summing or _is_step(findings, t, ordered)):
            continue
        if subtype == "release" and t is not None and t.kind in ("captured", "abducted"):
            continue  # those let go are not taken
        if t is None or t.count is None or t.campaign or d.bound == "max" and t.count.low is not None:
            continue
        own = d.voice.number is not None and d.voice.number in doers or _beside(d.voice.speaker, names) or _organ(d.voice.entry, entries)
        boast = own and t.kind in ("killed", "injured") and _enemy(findings, t, parts)
        out.append(
            Figure(
                t.kind,
                t.count,
                t.who,
                _side(findings, t, parts),
                d.voice.speaker,
                findings.reading.tokens[t.anchor].sentence,
                t.part,
                t.quantity == ("one",) and not _number_stands(findings, t),
                boast,
                claim.id in replaced,
                d.stance == "denies",
                claim.id,
                any(w.lemma in _WHOLE for w in findings.reading.tokens[t.anchor : t.anchor + 2]) or t.replaces is not None,
                any(w.lower in _MORE for w in findings.reading.tokens[t.first : t.last]),
                _also(findings, t),
                _people(findings, t),
            )
        )
    return out


def _also(findings: Findings, t: TollMention) -> bool:
    """ "Was also killed", "also detained two men", "one additional suspect was detained"."""
    reading = findings.reading
    anchor = reading.tokens[t.anchor]
    verbs = [anchor.i, anchor.head] if anchor.dep == "conj" else [anchor.i]
    if any(c.lower in _ALSO for v in verbs for c in reading.children(v, "advmod")):
        return True
    words = [w.lower for w in reading.tokens[t.first : t.last]]
    of = words.index("of") if "of" in words else len(words)
    return "additional" in words or t.kind == "killed" and bool({"injured", "wounded"} & set(words[of:]))  # "one of the injured died"


def _is_step(findings: Findings, t: TollMention, ordered: list[Draft]) -> bool:
    """ "Two of the wounded died" between a toll of four and one of six: a step from one to the other."""
    words = [w.lower for w in findings.reading.tokens[t.first : t.last]]
    if t.count is None or t.kind != "killed" or "of" not in words or not {"injured", "wounded"} & set(words):
        return False
    told = {d.toll.count.low for d in ordered if d.toll is not None and d.toll is not t and d.toll.count is not None and d.toll.kind == t.kind}
    return any(n is not None and n + (t.count.low or 0) in told for n in told)


_ALSO = frozenset({"also", "additionally", "likewise", "too"})
_ANYONE = frozenset(
    "people person man men woman child boy girl individual victim life soul body corpse national foreigner "
    "member element youth adult human leader suspect associate supporter hostage captive detainee".split()
)
"""Words for people on any side."""
_SIDES = {"armed": "armed", "state": "state", "civilian": "civilian", "official": "civilian"}


def _people(findings: Findings, t: TollMention) -> str:
    """Whose people a figure counts by their own word; "" where the word leaves it open, or there are several."""
    if t.head is None or len(t.quantity) > 1:
        return ""
    tokens = findings.reading.tokens
    lemma = tokens[t.last - 1 if tokens[t.head].lower in quantities() else t.head].lemma  # "dozens of citizens"
    if lemma in ("other", "another", "more"):  # "one rebel was killed and five others wounded"
        before = [x for x in findings.tolls if x.anchor < t.anchor and _sentence(findings, x) == _sentence(findings, t)]
        return _people(findings, before[-1]) if before else ""
    if lemma == "member" and t.head > t.first:  # "army members"
        lemma = tokens[t.head - 1].lemma
    if tokens[t.head].tag == "CD" and (whole := _whole_of(findings, t.head)) is not None:
        lemma = tokens[whole].lemma
        if lemma == "side" and any(c.lower in _OPPOSED for c in findings.reading.children(whole, "amod", "compound")):
            return "armed"
    return "" if lemma in _ANYONE else _SIDES.get(people_words().get(lemma, ""), "")


_OPPOSED = frozenset({"attacking", "opposing", "enemy", "other", "rebel"})


def _whole_of(findings: Findings, number: int) -> int | None:
    """The people of "seven of the gunmen", "four from the attacking side"."""
    tokens = findings.reading.tokens
    behind = tokens[number + 1] if number + 1 < len(tokens) else None
    if behind is None or behind.dep != "prep" or behind.lower not in ("of", "from", "among"):
        return None
    return next((o.i for o in findings.reading.children(behind.i, "pobj")), None)


def _of_several(findings: Findings, ordered: list[Draft]) -> list[TollMention]:
    """Figures that sum up several happenings, or stand in a headline, where a later sentence counts this one alone."""
    tolls = [d.toll for d in ordered if d.toll is not None and d.toll.count is not None]
    out = []
    for t in tolls:
        own = [o for o in tolls if o.kind == t.kind and o.part != "subset" and _sentence(findings, o) > _sentence(findings, t)]
        elsewhere = [o for o in findings.tolls if o.kind == t.kind and o not in tolls and _sentence(findings, o) > _sentence(findings, t)]
        headline = findings.reading.sentences[_sentence(findings, t)].kind == "headline"
        own = own if headline else [o for o in own if not _in_plural(findings, o) or (o.count and o.count.low or 0) > 1]
        smaller = [o for o in own if (o.count and o.count.low or 0) < (t.count and t.count.low or 0)]
        several = _in_plural(findings, t) and len(smaller) == len(own) > 0 and bool(elsewhere)
        if headline and own or several or smaller and _adds_up(t, [x for x in (*smaller, *elsewhere) if not _is_step(findings, x, ordered)]):
            out.append(t)
    return out


def _adds_up(whole: TollMention, parts: list[TollMention]) -> bool:
    """ "Some 50 were abducted … 19 in Arda … about 30 in Borsa": the first is what the others come to, or nearly."""
    total = whole.count.low if whole.count else None
    if total is None or whole.replaces is not None:
        return False
    lows = {(p.count.low, p.first): p.count.low for p in parts if p.count is not None and p.count.low and p.part != "subset"}
    values = list(dict.fromkeys(lows.values()))
    return len(values) > 1 and abs(sum(values) - total) <= total // 20 and max(values) < total


def _sentence(findings: Findings, t: TollMention) -> int:
    return findings.reading.tokens[t.anchor].sentence


def _in_plural(findings: Findings, t: TollMention) -> bool:
    """ "A series of attacks killed 40": all that the sentence tells of is more than one happening, and no pair of blasts."""
    s = findings.reading.sentences[_sentence(findings, t)]
    here = [e for e in findings.events if s.first <= e.head < s.last and e.frame not in ("result", "undergo", "anaphor")]
    if any(e.count == 2 or not _PAIRED.isdisjoint(findings.reading.words(e.first, e.last).lower().split()) for e in here):
        return False
    return bool(here) and all(e.plural and e.form == "noun" for e in here if e.realis == "actual" and e.form == "noun") and any(
        e.plural and e.form == "noun" for e in here
    )


_PAIRED = frozenset({"twin", "double", "dual", "two"})


def _beside(speaker: str, names: set[str]) -> bool:
    """True for a body named after the doer ("an X-affiliated group"): its count of the enemy's dead is the doer's."""
    return any(re.search(rf"\b{re.escape(n)}[- ](?:affiliated|linked|aligned|backed|run|allied|controlled)\b", speaker) for n in names if len(n) > 2)


def _organ(speaker: str | None, doers: Collection[str]) -> bool:
    """True for the outlet of the doer, which counts as its own word."""
    entry = open_actors().get(speaker) if speaker else None
    return entry is not None and entry.kind == "media" and entry.parent in doers


_AT_FIRST = frozenset({"initially", "originally", "preliminary", "provisionally", "provisional"})
_OLDER = frozenset({"previous", "earlier", "initial", "preliminary", "provisional", "first"})
_TALLY = frozenset({"death", "toll", "number", "count", "tally", "injury", "casualty"})
_TURNS = frozenset({"but", "while", "although", "whereas", ";"})
_BEFORE = frozenset({"earlier", "previously", "first"})


def _first_told(findings: Findings, toll: TollMention, ordered: list[Draft]) -> bool:
    """True for a figure told as the first one ("initially said 14", "had earlier put the toll at 4") where there is another."""
    tokens = findings.reading.tokens
    sentence = findings.reading.sentences[tokens[toll.anchor].sentence]
    before = tokens[max(sentence.first, toll.first - 6) : toll.first]
    others = [d.toll for d in ordered if d.toll is not None and d.toll.kind == toll.kind and d.toll.part == "total"]
    clause = max((t.i + 1 for t in tokens[sentence.first : toll.first] if t.lower in _TURNS), default=sentence.first)
    words = {t.lower for t in tokens[clause : max(toll.first, toll.anchor)]}
    older = any(c.lower in _OLDER for i in (toll.anchor, toll.anchor + 1) for c in findings.reading.children(i, "amod"))
    first = older and tokens[toll.anchor].lemma in _TALLY or any(t.lower in _AT_FIRST for t in before) or bool(words & _BEFORE) and "had" in words
    return first and any(o.count != toll.count for o in others)


_MORE = frozenset({"more", "another", "additional", "further"})
_WHOLE = frozenset({"toll", "number", "count", "tally", "total"})


def _number_stands(findings: Findings, t: TollMention) -> bool:
    return any(findings.reading.tokens[i].lower in ("a", "an", "one", "another") for i in range(t.first, t.last))


def _side(findings: Findings, t: TollMention, parts: list[Part]) -> str:
    span = findings.reading.span(t.first, t.last)
    for p in parts:
        if p.party.span.overlaps(span):
            if p.role == "perpetrator":
                return "perpetrator"
            if p.role == "target":
                return "civilian" if p.party.cls == "civilian" else "target"
    if t.head is not None:
        cls = people_words().get(findings.reading.tokens[t.head].lemma)
        if cls == "civilian":
            return "civilian"
        if cls in ("state", "armed"):
            return "target" if any(p.role == "perpetrator" for p in parts) else "unknown"
    return "unknown"


def _enemy(findings: Findings, t: TollMention, parts: list[Part]) -> bool:
    return _side(findings, t, parts) in ("target", "unknown")


def other_people(findings: Findings, a: TollMention | None, b: TollMention | None) -> bool:
    """True for equal figures of other people: "four militants" and "four policemen", one killed and one "also killed"."""
    if a is None or b is None or a is b:
        return False
    if (_also(findings, b) or b.part == "others" and b.part != a.part) and a.first < b.first and a.who.lower() != b.who.lower():
        return True
    return bool(x := _people(findings, a)) and bool(y := _people(findings, b)) and x != y
