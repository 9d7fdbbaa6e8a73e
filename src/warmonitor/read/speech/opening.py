"""Speech without quotation marks: "X said:" and on to its end, headlines of the form "X: …", a publisher's own "I"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmonitor.model.naming import fullest, speaker_of
from warmonitor.model.reading import Attribution, Name, Reading, Sentence, Speaker
from warmonitor.model.source import Source, subject_of
from warmonitor.model.span import Span
from warmonitor.read.speech.cue import Cue
from warmonitor.read.speech.quoted import Quoted

_OFFICIAL = re.compile(
    r"\b(?:ministry|department|government|command|army|navy|air force|armed forces|defen[cs]e|foreign office|joint command|"
    r"external action|white house|embassy|presidency|parliament|council|commission|secretariat|police|mission|"
    r"home office|state department|pentagon|nato|united nations)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?i)^\W*(?:ends|notes? (?:to|for) editors?|further information|media enquiries|contact|background)\b"
)
_SOURCE_NOUN = re.compile(
    r"(?i)\b(?:report|sources?|officials?|police|army|poll|survey|witness(?:es)?|ministry|spokes\w+|monitor|observatory|"
    r"study|minister|president|governor|media|un|government)\b"
)


def open_statements(reading: Reading, cues: tuple[Cue, ...], quotations: tuple[Quoted, ...]) -> dict[int, Span]:
    """Index of cue -> the statement that it opens with a colon and that has no quotation marks."""
    found: dict[int, Span] = {}
    for k, cue in enumerate(cues):
        colon = _colon_after(reading, cue)
        if colon is None or colon + 1 >= len(reading.tokens):
            continue
        if any(q.first <= colon + 2 and colon < q.last for q in quotations):
            continue
        start = reading.tokens[colon + 1].start
        end = _end_of_statement(reading, cues, k, colon)
        if end > start:
            found[k] = Span(start, end)
    return found


def _colon_after(reading: Reading, cue: Cue) -> int | None:
    if "quote" not in cue.saying.frames or cue.saying.pos != "verb" or cue.source is None:
        return None
    sentence = reading.sentences[reading.tokens[cue.i].sentence]
    if sentence.kind == "headline" or reading.tokens[cue.source.head].tag == "CD":
        return None  # "Over 40 feared dead: ministry"
    for i in range(cue.words[1], min(sentence.last, cue.words[1] + 9)):
        token = reading.tokens[i]
        if token.text == ":":
            return i
        if token.tag[:2] in ("VB", "MD") and token.dep != "amod":
            return None
    return None


def _end_of_statement(reading: Reading, cues: tuple[Cue, ...], k: int, colon: int) -> int:
    """The paragraph's end; where the colon ends a paragraph, the next opening, an end mark, or the report's end."""
    sentence = reading.sentences[reading.tokens[colon].sentence]
    rest = list(reading.sentences[sentence.i + 1 :])
    inline = colon + 1 < sentence.last
    if inline:
        same = [s for s in rest if s.paragraph == sentence.paragraph and s.kind == "body"]
        return same[-1].end if same else sentence.end
    stops = {reading.tokens[c.i].sentence for c in cues[k + 1 :] if _colon_after(reading, c) is not None}
    end = sentence.end
    for s in rest:
        if s.i in stops or s.kind in ("stamp", "boilerplate", "caption") or _END.match(reading.text[s.start : s.end]):
            break
        end = s.end
    return end


def headline_cues(reading: Reading) -> Iterator[Attribution]:
    """ "X: such a thing happened" as a headline or heading, where X is a name or a word for a source."""
    for s in reading.sentences[:2]:
        words = reading.tokens[s.first : s.last]
        colon = next((t for t in words if t.text == ":"), None)
        if colon is None or not 1 <= colon.i - s.first <= 6 or s.last - colon.i < 4:
            continue
        if any(t.tag[:2] in ("VB", "MD") for t in words[: colon.i - s.first]):
            continue
        name = reading.name_at(colon.i - 1)
        if name is None and not _SOURCE_NOUN.search(reading.text[s.start : colon.start]):
            continue
        if name is not None and name.kind not in ("person", "organisation"):
            continue
        span = reading.span(s.first, colon.i)
        speaker = (
            Speaker(fullest(reading, name), span, name.entry)
            if name is not None
            else Speaker(reading.words(s.first, colon.i), span)
        )
        yield Attribution(
            (reading.span(colon.i + 1, s.last),),
            (span,),
            (Span(colon.start, colon.end),),
            speaker,
            (),
            "indirect",
            "say",
        )


def publisher_statement(reading: Reading, found: list[Attribution]) -> Iterator[Attribution]:
    """ "Statement by Ana Roe on …", put out by her own office, in which she says "I": her words from there to the end."""
    report = reading.report
    if not (report.outlet and _OFFICIAL.search(report.outlet)) or any(a.kind == "open" for a in found):
        return
    person = _titled_person(reading)
    if person is None:
        return
    body = [s for s in reading.sentences if s.first >= person.last and s.kind == "body"]
    if not body or not any(_first_person(reading, s) for s in body):
        return
    span = Span(person.start, person.end)
    speaker = Speaker(fullest(reading, person), span, person.entry)
    yield Attribution((Span(body[0].start, body[-1].end),), (span,), (), speaker, (), "open", "")


def _titled_person(reading: Reading) -> Name | None:
    """The person whom the headline gives as the author of a statement."""
    heads = [s for s in reading.sentences[:3] if s.kind in ("headline", "heading")]
    for s in heads:
        if re.match(
            r"(?i)\W*(?:statement|remarks|message|comments?|letter|speech|press statement|declaration)\b",
            reading.text[s.start : s.end],
        ):
            for name in reading.names:
                if s.first <= name.first < s.last and name.kind == "person":
                    return name
    return None


def _first_person(reading: Reading, sentence: Sentence) -> bool:
    quoted = reading.quotations
    return any(
        t.lower in ("i", "we")
        and t.dep in ("nsubj", "nsubjpass")
        and not any(q.start <= t.start < q.end for q in quoted)
        for t in reading.tokens[sentence.first : sentence.last]
    )


_DETAILS = re.compile(
    r"(?i)\b(?:gave|reported|released|announced|provided|issued|published|listed)\b[^.;:]{0,40}?\b"
    r"(?:details|list|breakdown|summary|account|following|latest)\b"
)
_ITEM = re.compile(r"(?i)^\W*(?:[-•*–—]|\d{1,2}[.)]|(?:near|in|at|outside|around)\b[^.]{2,40},)")
_ITEMS_AT_LEAST = 2


def announced_list(reading: Reading, found: list[Attribution]) -> Iterator[Attribution]:
    """ "Officials gave details of the raids." and then items: the list, with the lines that lead in to it, is the officials'."""
    for s in reading.sentences:
        if s.kind != "body" or not _DETAILS.search(reading.text[s.start : s.end]):
            continue
        source = _announcer(reading, s)
        lines = _list_below(reading, s)
        if source is None or len(lines) < _ITEMS_AT_LEAST:
            continue
        speaker = speaker_of(reading, source)
        span = reading.span(*source.words) if source.words else None
        content = tuple(Span(x.start, x.end) for x in lines if not any(c.start <= x.start < c.end for a in found for c in a.content))
        if content:
            yield Attribution(content, (span,) if span else (), (), speaker, (), "open", "announce")
        return


def _announcer(reading: Reading, s: Sentence) -> Source | None:
    for t in reading.tokens[s.first : s.last]:
        if t.dep == "ROOT" and t.tag[:2] == "VB":
            return subject_of(reading, t)
    return None


def _list_below(reading: Reading, opening: Sentence) -> list[Sentence]:
    """The items below a sentence and the lines ending in a colon between them, up to the last item."""
    held: list[Sentence] = []
    items = last = 0
    for s in reading.sentences[opening.i + 1 :]:
        text = reading.text[s.start : s.end].strip()
        line_start = max(0, s.start - 4)
        is_item = bool(_ITEM.match(text)) or bool(re.search(r"[-•*–—]\s*$", reading.text[line_start : s.start]))
        if s.kind != "body":
            continue
        if is_item:
            items += 1
        elif not text.endswith(":"):
            break
        held.append(s)
        last = len(held) if is_item else last
    return held[:last] if items >= _ITEMS_AT_LEAST else []
