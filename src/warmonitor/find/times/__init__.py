"""Time expressions: where they stand and what their words say, before any calendar.

A mention's `value` is its local value (a term of Mazur and Dale for the meaning of a time expression by itself): a full
TIMEX3 value ("2016-10-04", "P3D") or one that still needs a reference time, such as "XXXX-10-05" (a day without its year),
"ago:8D", "after:1D" (the day after the running date), "wd:4", "last:m11". `resolve.time` reads that language; rules.toml
in the lexicon writes it. "A..B" is an interval, "@since", "@late" … are modifiers, "T21:15", "TNI" a time of day.
"""

from __future__ import annotations

from warmonitor.find.times.join import joined
from warmonitor.find.times.match import found_in
from warmonitor.find.times.reporting import is_reporting
from warmonitor.model.mention import TimeMention
from warmonitor.model.reading import Reading

__all__ = ["find_times"]


def find_times(reading: Reading) -> tuple[TimeMention, ...]:
    """All time expressions of a report in text order, unresolved: `when` is None and `value` is a local value.

    `reporting` is True for datelines, stamps and times of saying, which are never the time of an event.
    """
    mentions = []
    for sentence in reading.sentences:
        for found in joined(found_in(reading, sentence)):
            mentions.append(found.mention(reading, reporting=is_reporting(reading, sentence, found)))
    return tuple(mentions)
