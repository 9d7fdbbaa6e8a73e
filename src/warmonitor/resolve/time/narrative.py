"""What a date is read against: the publication day or the running date of the story, chosen by the text.

A report is a narrative (a history, a chronology, an encyclopedia's page) where the dates it spells out with their year lie
far from its publication and outnumber its deictic words (yesterday, bare weekdays, "ago"). In news, a date without a year
goes by the running date only where the sentences just before have spelt out a date of another year shortly before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading
from warmonitor.resolve.time.context import Context, Resolved
from warmonitor.resolve.time.moment import Moment
from warmonitor.resolve.time.values import resolve_value

FAR = 300
"""Days from publication beyond which a full date belongs to history."""

LEAD, RECURS = 3, 8
"""Sentences that make up a lead; full dates for each deictic word up to which a text is news however much history it tells."""

SOON = 1
"""Months by which a date without a year may follow a date of another year, in news, and still go with it."""

_FUTURE = frozenset(["will", "'ll", "shall", "wo"])
_AHEAD = frozenset(["plan", "expect", "schedule", "due", "intend", "set", "hope", "slate"])
_DEICTIC = re.compile(r"^(?:(?:this|last|next):(?:D|W|M|wd)|wd:|overnight|ago:|past:|the:WE|last:WE)")
_FULL = re.compile(r"^(?:\d{4}|BC\d|XX\d\d)")
_DATE = re.compile(r"^(?:(?:\d{4}|XX\d\d|XXXX)-(?:\d\d|SP|SU|FA|WI)|\d{4}$|wd:|last:|num:|hol:)")
_ANAPHORIC = re.compile(r"^(?:after|before|same):")
_CLOCK_ALONE = re.compile(r"^T\d")


@dataclass
class Story:
    """The state that goes along the text: the running date and where it was told. Lives within one call of resolve_times."""

    mentions: tuple[TimeMention, ...]
    reading: Reading
    published: date | None
    narrative: bool
    day_first: bool | None
    running: Moment | None = None
    told: int = -1
    year_told: int = -1
    aside: int | None = None
    hour: int | None = None

    @classmethod
    def of(cls, mentions: tuple[TimeMention, ...], reading: Reading, published: date | None) -> Story:
        """The story at its beginning."""
        narrative, day_first = is_narrative(mentions, published), writes_day_first(mentions)
        return cls(mentions, reading, published, narrative, day_first)

    def context(self, mention: TimeMention) -> Context:
        """What this mention is read against."""
        published, running = self.published, self.running
        if mention.value.startswith("overnight"):
            published = self._said_in(mention) or published
        if mention.value.startswith("streak:"):
            published = self._named_behind(mention) or published
        if mention.value.startswith(("after:", "before:")):
            running = self._counted_from(mention) or running
            if running is self.running and not self.narrative and self._hangs_on_event(mention):
                published = running = None
        future = is_future(self.reading, mention)
        return Context(published, running, self._by_story(mention), future, self.day_first, self.aside, self.hour)

    def note(self, mention: TimeMention, found: Resolved) -> None:
        """The story goes on to what was just resolved."""
        if found.moment is None or mention.type in ("DURATION", "SET") or _CLOCK_ALONE.match(mention.value):
            return
        sentence = self._sentence(mention)
        if self.reading.sentences[sentence].kind == "stamp" or self.narrative and self._tied_to_publication(mention):
            return
        if not self._goes_on(mention, found.moment):
            self.aside = found.moment.year if found.moment.size == "Y" else None
            return
        self.aside = None
        self.running, self.told = found.moment, sentence
        self.hour = _hour(mention)
        if _FULL.match(mention.value):
            self.year_told = sentence

    def _sentence(self, mention: TimeMention) -> int:
        return self.reading.tokens[mention.first].sentence

    def _by_story(self, mention: TimeMention) -> bool:
        if self.narrative:
            return not self._tied_to_publication(mention)
        running = self.running
        if self.published is None or running is None or not mention.value.startswith("XXXX-") or running.month is None:
            return False
        here = self.reading.sentences[self._sentence(mention)]
        month, days = mention.value[5:7], running.days()
        if self.year_told < 0 or here.i - self.year_told > 3 or here.i - self.told > 2 or days is None:
            return False
        if self.reading.sentences[self.told].paragraph != here.paragraph or (self.published - days[1]).days <= FAR:
            return False
        return month.isdigit() and 0 <= (int(month) - running.month) % 12 <= SOON

    def _tied_to_publication(self, mention: TimeMention) -> bool:
        """True for "on Friday" and "yesterday" of a feature that tells much history but is news itself.

        It is news if such words stand in its lead or recur; and a day just told keeps them ("on 3 May … on Friday").
        """
        if not _DEICTIC.match(mention.value):
            return False
        sentence = self._sentence(mention)
        if self.running is not None and self.running.exact and sentence - self.told <= 1:
            return False
        deictic = [m for m in self.mentions if _DEICTIC.match(m.value)]
        full = sum(bool(_FULL.match(m.value)) for m in self.mentions)
        return RECURS * len(deictic) >= full or self._sentence(deictic[0]) < LEAD

    def _said_in(self, mention: TimeMention) -> date | None:
        """The day on which the sentence's words were said: "overnight" ends on it."""
        sentence = self._sentence(mention)
        said = [m for m in self.mentions if m.reporting and m is not mention and self._sentence(m) == sentence]
        found = [resolve_value(m.value, Context(self.published)).moment for m in said]
        days = {m.exact for m in found if m is not None and m.exact}
        return days.pop() if len(days) == 1 else None

    def _named_behind(self, mention: TimeMention) -> date | None:
        """The day named right behind: "for a third day on Monday"."""
        following = next((m for m in self.mentions if m.first >= mention.last), None)
        if following is None or following.first - mention.last > 1 or following.type not in ("DATE", "TIME"):
            return None
        found = resolve_value(following.value, Context(self.published, self.running, self.narrative)).moment
        return found.exact if found is not None else None

    def _counted_from(self, mention: TimeMention) -> Moment | None:
        """The date that "two days after the 5 May vote" counts from: the next one in the clause."""
        if not mention.text.lower().endswith(("after", "before", "following", "prior")):
            return None
        following = next((m for m in self.mentions if m.first >= mention.last), None)
        if following is None or self._sentence(following) != self._sentence(mention):
            return None
        between = self.reading.text[mention.span.end : following.span.start]
        if len(between) > 60 or set(between) & set(",;:.") or not _DATE.match(following.value):
            return None
        context = Context(self.published, self.running, self._by_story(following), day_first=self.day_first)
        return resolve_value(following.value, context).moment

    def _hangs_on_event(self, mention: TimeMention) -> bool:
        """True for "two weeks after he fled": it counts from an event whose day the sentence does not tell.

        "a day after the raid", right after a date, is taken to mean that date's raid.
        """
        if not mention.text.lower().endswith(("after", "before", "following", "prior")):
            return False
        follows = self.reading.tokens[mention.last] if mention.last < len(self.reading.tokens) else None
        if follows is None or follows.tag in (".", ",", ":", "''", "``", "CC") or follows.tag in ("VBD", "VBZ"):
            return False
        return not (follows.lower in ("the", "that", "this") and 0 <= self._sentence(mention) - self.told <= 1)

    def _goes_on(self, mention: TimeMention, moment: Moment) -> bool:
        """False for a year that is only looked at from the story: the same year again, or another one in mid-sentence.

        "In 1921 the army …" at the head of a sentence moves the story; "a treaty of 1815" inside one is kept aside.
        """
        running = self.running
        if running is None or moment.size not in ("Y", "DE", "CE"):
            return True
        if moment.years > 1 or moment.year == running.year and running.years == 1:
            return False
        if _ANAPHORIC.match(mention.value):
            return moment.year - running.year == 1
        sentence = self.reading.sentences[self._sentence(mention)]
        return mention.first - sentence.first <= 2 or sentence.kind in ("heading", "headline")


_PARTS = {"MO": 6, "MI": 12, "AF": 15, "EV": 19, "NI": 21}


def _hour(mention: TimeMention) -> int | None:
    """The hour that an expression tells, roughly for a part of day; None where it tells none."""
    if mention.clock is not None:
        return mention.clock[0]
    if "midnight" in mention.text.lower():
        return 24
    part = re.search(r"T([A-Z]{2})(?:@|$)", mention.value)
    return _PARTS.get(part[1]) if part else None


def is_narrative(mentions: tuple[TimeMention, ...], published: date | None) -> bool:
    """True for a text that tells history: its full dates are many, far from publication, and outweigh deictic words."""
    full = [m for m in mentions if _FULL.match(m.value) and not m.reporting]
    deictic = sum(bool(_DEICTIC.match(m.value)) for m in mentions)
    if published is None:
        return len(full) >= 3 and len(full) > 2 * deictic
    far = [m for m in full if m.value.startswith("BC") or _far(m.value, published)]
    if far == full and far and not deictic and re.match(r"\d{4}-\d\d", full[0].value):
        return True  # a date of long ago, and nothing that ties the text to its own day
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
    inside = range(mention.first, mention.last)
    top = next((i for i in inside if reading.tokens[i].head not in inside), mention.last - 1)
    for head in reading.ancestors(top):
        if head.i in inside:
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
