"""Totals of a long span of time ("since the start of the war", "last year"), which are no single incident's toll."""

from __future__ import annotations

import re

from warmonitor.model.reading import Reading

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_SPAN = r"(?:year|month|decade|week|generation)s?"
_WAR = "war|conflict|insurgency|rebellion|uprising|campaign|struggle|revolt|siege|offensive"
_LONG = re.compile(
    r"\bsince (?:(?:the )?(?:start|beginning|outbreak|onset|launch|early|late|mid)\b|the (?!attack|blast|bombing|strike|raid|shelling)|19|20|"
    rf"(?:last )?(?:{_MONTH})\b|last\b|it\b(?! (?:has |had )?(?:erupt|beg[au]n|broke|start))|he\b|she\b|they\b|"
    r"fighting\b|violence\b|hostilities\b|independence\b|a\b|an\b|its\b)"
    r"|\bso far (?:this|in)\b|(?<!earlier )(?<!early )(?<!later )(?<!late )\bthis year\b|\bto date\b|\b(?:year|month)-to-date\b"
    rf"|\b(?:in|during|over|within|for) (?:the )?(?:past|last|previous|preceding|recent) (?:[\w-]+ ){{0,2}}{_SPAN}\b(?! of)"
    r"|\b(?:in|over|during|for) (?:(?:the|more than|nearly|almost|over|about|around|some|at least) )*(?:[\w-]+ )?(?:year|decade|month)s\b"
    r"(?! old| ago)"
    r"|\b(?:in|over) recent (?:year|month|week|day)s\b|\b(?:every|each|a|per) (?:day|week|month|year)\b(?! (?:ago|after|later|before|earlier|of))"
    rf"|\bin (?:19|20)\d\d alone\b|\b(?:during|throughout) the (?:[\w-]+ )?(?:war|insurgency|rebellion|uprising|intifada)\b"
    rf"|\b\w+-(?:year|month|decade)s?(?:-old|-long)? (?:\w+ )?(?:{_WAR})\b"
    r"|\byears of (?:\w+ ){0,2}(?:war|conflict|fighting|violence|insurgency|unrest|strife)\b|\boutbreak of (?:the )?(?:\w+ )?war\b"
    rf"|\bin the first \w+ (?:months|weeks)\b|\b(?:the|an|its|whose) (?:\w+ )?(?:{_WAR}) (?:has|had|that has|which has|that)\b"
)
_RANKED = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|latest|first|second|third|fourth|fifth|heaviest|highest|fiercest|greatest|gravest|"
    r"boldest|only|most \w+)\b(?: [\w-]+){0,4} (?:attack|strike|raid|incident|bombing|assault|clash|fighting|violence|day|killing|massacre|"
    r"blast|explosion|shooting|abduction|kidnapping|loss|toll|death|case|time|operation|battle|series|string|spate|wave|rash|spree)\w*\b[^,;]*$"
    r"|\b(?:series|string|spate|wave|rash|spree) of [^,;]*$"
)
"""What is ranked within a span is one happening: "the deadliest attack in the past two years"."""
_ONE_DAY = re.compile(
    r"\b(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btoday\b|\byesterday\b|\bovernight\b|\b(?:this|that) (?:morning|evening)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s| (?:morning|night|evening|afternoon))?\b"
)


def counts_a_campaign(reading: Reading, anchor: int, anchors: list[int]) -> bool:
    """True where the words of a long span belong to the figure whose casualty word is `anchor`.

    A span at the head of the sentence holds for all its figures; any other for those of its own clause and for the one
    whose casualty word (`anchors` are all of the sentence) stands nearest. A day named nearer than the span frees a figure
    of it, and a span that only ranks a happening counts nothing.
    """
    sentence = reading.sentences[reading.tokens[anchor].sentence]
    text = reading.text[sentence.start : sentence.end].lower().replace("\n", " ")
    here = reading.tokens[anchor].start - sentence.start
    nearest = [min((_gap(reading.tokens[a].start - sentence.start, m) for a in anchors), default=0) for m in _LONG.finditer(text)]
    for m, least in zip(_LONG.finditer(text), nearest, strict=True):
        if _RANKED.search(text[: m.start()]):
            continue
        between = text[min(here, m.end()) : max(here, m.start())]
        if m.start() > 4 and _gap(here, m) > least and any(c in between for c in ",;:–—"):
            continue
        if not any(_gap(here, d) <= _gap(here, m) and not m.start() <= d.start() < m.end() for d in _ONE_DAY.finditer(text)):
            return True
    return False


def _gap(at: int, m: re.Match[str]) -> int:
    return max(m.start() - at, at - m.end(), 0)
