"""Attributions of one report, from its cues and quotations. The model and its reasons: docs/attribution.md."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from warmonitor.lexicon.speakers import is_mute
from warmonitor.model.naming import speaker_of, speakers_of
from warmonitor.model.reading import Attribution, Reading, Speaker
from warmonitor.model.source import DOCUMENTS, Source, noun_phrase
from warmonitor.model.span import Span
from warmonitor.read.speech.cue import Cue, find_cues
from warmonitor.read.speech.governed import Range
from warmonitor.read.speech.opening import announced_list, headline_cues, open_statements, publisher_statement
from warmonitor.read.speech.quoted import Quoted, assign, quoted, with_source_outside
from warmonitor.read.speech.relay import hearer, innermost
from warmonitor.read.speech.transcript import transcript_turns
from warmonitor.read.speech.unity import described, unified

Kind = Literal["direct", "indirect", "mixed", "according", "open"]
_NARRATOR = "narrator"
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_NOBODY = frozenset(["this", "that", "these", "those", "which", "what", "who", "you", "there", "one", "it"])
_FIRST = frozenset(["i", "we", "me", "us"])
_EDGES = frozenset([",", ".", "-", "--", "—", "–", ";", ":"])


def find_attributions(reading: Reading, *, attitudes: bool = False) -> tuple[Attribution, ...]:
    """All attributions in the order of their first content.

    Wants names, quotations and references of `reading`. With `attitudes` also what people are said to want, hope or feel,
    and what is thought by nobody named ("is believed to"), which the record does not need.
    """
    cues = find_cues(reading)
    quotations = quoted(reading)
    owner = assign(reading, cues, quotations)
    owned: dict[int, list[Quoted]] = {}
    for n in sorted(owner):
        owned.setdefault(owner[n], []).append(quotations[n])
    cues = tuple(with_source_outside(reading, c, owned.get(k, [])) for k, c in enumerate(cues))
    opened = open_statements(reading, cues, quotations)
    found: list[Attribution] = []
    for k, cue in enumerate(cues):
        if not attitudes and not _is_sourced(reading, cue):
            continue
        mine = owned.get(k, [])
        if k in opened:
            found.append(_attribution(reading, cue, [], (opened[k],), "open", found))
        elif mine or cue.content and (attitudes or not cue.attitude):
            wanted = cue.content if attitudes or not cue.attitude else ()
            clauses = tuple(_trimmed(reading, r) for r in wanted if r[1] > r[0])
            found.append(_attribution(reading, cue, mine, clauses, None, found))
    found = [a for a in found if a.content]
    found.extend(headline_cues(reading))
    found.extend(publisher_statement(reading, found))
    found.extend(announced_list(reading, found))
    found.extend(transcript_turns(reading))
    found = unified([_first_person(reading, a, found) for a in found], described(reading, cues, found))
    if not attitudes:
        found = [a for a in found if a.speaker.name.lower() not in _FIRST | _NOBODY]  # an outlet's own "we"
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end)))


def _is_sourced(reading: Reading, cue: Cue) -> bool:
    """Somebody says it, and somebody who can; what "no group" has claimed nobody says."""
    if cue.source is None:
        return False
    head = reading.tokens[cue.source.head]
    nobody = head.lower in ("nobody", "none", "neither") or any(
        d.lower in ("no", "neither") for d in reading.children(head.i, "det")
    )
    return not nobody and not is_mute(reading, head)


def _trimmed(reading: Reading, words: Range) -> Span:
    first, last = words
    tokens = reading.tokens
    while first < last - 1 and tokens[first].text in _EDGES:
        first += 1
    while last - 1 > first and tokens[last - 1].text in _EDGES:
        last -= 1
    return reading.span(first, last)


def _attribution(
    reading: Reading, cue: Cue, mine: list[Quoted], clauses: tuple[Span, ...], kind: Kind | None, before: list[Attribution]
) -> Attribution:  # fmt: skip
    source, relays = innermost(reading, cue)
    quotes = tuple(q.span for q in mine)
    speaker, *others = speakers_of(reading, source) if source is not None else (Speaker(_NARRATOR),)
    if (
        source is not None
        and reading.tokens[source.head].lemma in DOCUMENTS
        and speaker.name == _written(reading, speaker)
    ):
        speaker = _of_document(speaker, before)
    if source is not None and (author := _author(reading, source)) is not None:
        speaker = author
    if speaker.name.lower() in _PRONOUNS or source is not None and _points_back(reading, source):
        speaker = _of_document(speaker, before)
    via = tuple(speaker_of(reading, s) for s in relays)
    if (heard := hearer(reading, cue)) is not None:
        via = (*via, speaker_of(reading, heard))
    return Attribution(
        content=_union(reading.text, quotes + clauses),
        source=(reading.span(*source.words),) if source is not None and source.words else (),
        cue=(reading.span(*cue.words),),
        speaker=speaker,
        via=tuple(v for v in via if v.name != speaker.name),
        kind=_kind(cue, quotes, clauses) if kind is None else kind,
        verb=reading.tokens[cue.i].lemma,
        negated=cue.negated,
        others=tuple(o for o in dict.fromkeys(others) if o.name != speaker.name),
    )


_REPORTS = frozenset(["report", "study", "inquiry", "investigation", "survey"])


def _author(reading: Reading, source: Source) -> Speaker | None:
    """ "The report found": who issued the report that was named before, where one body did ("a report by X", "X's report")."""
    head = reading.tokens[source.head]
    if head.lemma not in _REPORTS or not any(d.lower in ("the", "this", "that") for d in reading.children(head.i, "det")):
        return None
    if any(reading.children(head.i, "prep", "acl", "poss", "compound")):
        return None
    for noun in reversed(reading.tokens[: head.i]):
        if noun.lemma == head.lemma and noun.tag == "NN":
            made = next((Source(noun_phrase(reading, o.i), o.i) for p in reading.children(noun.i, "prep", "acl", "agent")
                         if p.lower in ("by", "from") for o in reading.children(p.i, "pobj")), None)  # fmt: skip
            made = made or next((Source(noun_phrase(reading, c.i), c.i) for c in reading.children(noun.i, "poss")), None)
            if made is not None and reading.name_at(made.head) is not None:
                span = reading.span(*source.words) if source.words is not None else None
                return replace(speaker_of(reading, made, alone=True), span=span)
    return None


def _points_back(reading: Reading, source: Source) -> bool:
    """ "According to that garrison": whoever has just spoken, told again with another noun."""
    head = reading.tokens[source.head]
    pointing = any(d.lower in ("that", "this") for d in reading.children(head.i, "det"))
    return pointing and head.tag == "NN" and head.i not in reading.references and not any(reading.children(head.i, "prep", "appos"))


def _written(reading: Reading, speaker: Speaker) -> str:
    """The speaker's name if it is only the document's own word ("the statement"), else ""."""
    return speaker.name if speaker.name.lower() in DOCUMENTS else ""


def _of_document(speaker: Speaker, before: list[Attribution]) -> Speaker:
    """ "The statement said", "he said" where the references left it open: of whoever spoke last, where somebody did."""
    last = next((a.speaker for a in reversed(before) if a.speaker.name != _NARRATOR), None)
    return Speaker(last.name, speaker.span, last.entry) if last is not None else speaker


def _first_person(reading: Reading, a: Attribution, found: list[Attribution]) -> Attribution:
    """ "As I stated …" in someone's quotation: the one quoted."""
    if a.speaker.name.lower() not in _FIRST or not a.source:
        return a
    outer = [
        b for b in found
        if b is not a and b.kind in ("direct", "mixed", "open") and any(c.holds(a.source[0]) for c in b.content)
    ]  # fmt: skip
    if not outer:
        return a
    nearest = min(outer, key=lambda b: min(c.end - c.start for c in b.content if c.holds(a.source[0])))
    return replace(a, speaker=replace(nearest.speaker, span=a.source[0]))


def _kind(cue: Cue, quotes: tuple[Span, ...], clauses: tuple[Span, ...]) -> Kind:
    if cue.kind == "according":
        return "according"
    if not quotes:
        return "indirect"
    outside = [c for c in clauses if not any(q.start <= c.start + 1 and c.end <= q.end + 1 for q in quotes)]
    return "mixed" if outside else "direct"


def _union(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or have only white space and marks between them made one."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and (s.start <= out[-1].end or not any(ch.isalnum() for ch in text[out[-1].end : s.start])):
            out[-1] = replace(out[-1], end=max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)
