"""What a date is read against: the publication day or the running date of the story, chosen by the text.

A report is a narrative (a history, a chronology, an encyclopedia's page) where the dates it spells out with their year lie
far from its publication and outnumber its deictic words (yesterday, bare weekdays, "ago"). In news, a date without a year
still goes by the running date where the same paragraph has just named another year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading
from warmonitor.resolve.time.moment import Moment
from warmonitor.resolve.time.values import Context, Resolved

NEAR = 1
"""Years by which a bare year inside a sentence may move a story."""

FAR = 300
"""Days from publication beyond which a full date belongs to history."""

_FUTURE = frozenset(["will", "'ll", "shall", "wo"])
_AHEAD = frozenset("plan expect schedule due intend set hope slate".split())
_DEICTIC = re.compile(r"^(?:this:D|last:D|next:D|wd:|overnight|ago:|this:W|last:W|past:|last:wd|the:WE|last:M|last:WE)")
_FULL = re.compile(r"^(?:\d{4}|BC\d|XX\d\d)")
_ANAPHORIC = re.compile(r"^(?:after|before|same):")


@dataclass
class Story:
    """The state that goes along the text: the running date and where it was told. Lives within one call of resolve_times."""

    reading: Reading
    published: date | None
    narrative: bool
    day_first: bool | None
    running: Moment | None = None
    told: int = -1
    year_told: int = field(default=-1)

    @classmethod
    def of(cls, mentions: tuple[TimeMention, ...], reading: Reading, published: date | None) -> Story:
        """The story at its beginning."""
        return cls(reading, published, is_narrative(mentions, published), writes_day_first(mentions))

    def context(self, mention: TimeMention) -> Context:
        """What this mention is read against."""
        return Context(
            self.published, self.running, self._by_story(mention), is_future(self.reading, mention), self.day_first
        )

    def _by_story(self, mention: TimeMention) -> bool:
        if self.narrative:
            return True
        if self.published is None or self.running is None or not mention.value.startswith("XXXX-"):
            return False
        here = self.reading.sentences[self.reading.tokens[mention.first].sentence]
        same_place = (
            self.told >= 0 and self.reading.sentences[self.told].paragraph == here.paragraph and here.i - self.told <= 2
        )
        days = self.running.days()
        return same_place and self.year_told == self.told and days is not None and (self.published - days[1]).days > FAR

    def note(self, mention: TimeMention, found: Resolved) -> None:
        """The story goes on to what was just resolved."""
        if found.moment is None or mention.type in ("DURATION", "SET"):
            return
        sentence = self.reading.tokens[mention.first].sentence
        if self.reading.sentences[sentence].kind == "stamp":
            return
        if not self._goes_on(mention, found.moment):
            return
        self.running, self.told = found.moment, sentence
        if _FULL.match(mention.value):
            self.year_told = sentence


    def _goes_on(self, mention: TimeMention, moment: Moment) -> bool:
        """False for a year that is only looked at from the story: the same year again, or another one in mid-sentence.

        "In 1921 the army …" at the head of a sentence moves the story; "a treaty of 1815" inside one does not.
        """
        running = self.running
        if running is None or moment.size not in ("Y", "DE", "CE"):
            return True
        if moment.years > 1:
            return False
        if moment.year == running.year and running.years == 1:
            return False
        if _ANAPHORIC.match(mention.value):
            return moment.year - running.year == 1
        sentence = self.reading.sentences[self.reading.tokens[mention.first].sentence]
        leads = mention.first - sentence.first <= 2 or sentence.kind in ("heading", "headline")
        return leads or abs(moment.year - running.year) <= NEAR


def is_narrative(mentions: tuple[TimeMention, ...], published: date | None) -> bool:
    """True for a text that tells history: its full dates are many, far from publication, and outweigh deictic words."""
    full = [m for m in mentions if _FULL.match(m.value) and not m.reporting]
    deictic = sum(bool(_DEICTIC.match(m.value)) for m in mentions)
    if published is None:
        return len(full) >= 3 and len(full) > 2 * deictic
    far = [m for m in full if m.value.startswith("BC") or _far(m.value, published)]
    return len(far) >= 4 and len(far) > 2 * deictic and 2 * len(far) >= len(full)


def _far(value: str, published: date) -> bool:
    year = value[:4]
    if not year.isdigit():
        return False
    month = int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else 12
    return abs((published.year - int(year)) * 12 + published.month - month) * 30 > FAR


def writes_day_first(mentions: tuple[TimeMention, ...]) -> bool | None:
    """How the report writes its numeric dates, by those that allow one reading only; None where none tells."""
    ways = set()
    for m in mentions:
        if n := re.match(r"num:(\d+)[./-](\d+)", m.value):
            if int(n[1]) > 12 >= int(n[2]):
                ways.add(True)
            elif int(n[2]) > 12 >= int(n[1]):
                ways.add(False)
    return ways.pop() if len(ways) == 1 else None


def is_future(reading: Reading, mention: TimeMention) -> bool:
    """True where the verb that the expression modifies is in the future or tells of a plan."""
    token = reading.tokens[mention.last - 1]
    if reading.tokens[mention.first].head not in range(mention.first, mention.last):
        token = reading.tokens[mention.first]
    for head in reading.ancestors(token.i):
        if mention.first <= head.i < mention.last:
            continue
        if head.lemma in _AHEAD:
            return True
        if head.tag[:1] == "V":
            aux = [c.lower for c in reading.children(head.i, "aux")]
            if any(a in _FUTURE for a in aux):
                return True
            if head.tag != "VB" or "to" not in aux:
                return False
    return False
