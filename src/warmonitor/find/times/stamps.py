"""Times of printing: update stamps, bylines and datelines."""

from __future__ import annotations

import re

from warmonitor.find.times.match import Found
from warmonitor.model.reading import Reading, Sentence

_STAMPED = re.compile(r"(?:updated|published|posted|modified|created|accessed|retrieved)(?: on| at)?[\W\d]*$|@\w+\) ?$")
_DATELINE = re.compile(r"(?:^|[^\w-])[A-Z][A-Z'’-]{2,}(?:,? [A-Z][\w.'’-]+){0,3},? ?[(\[]$")
_WIRE = re.compile(r"\s*(?:[(\[][^)\]]{2,60}[)\]]\s*){0,2}--\s")
"""What follows the day in the dateline of a monitored wire: the agency in brackets and two dashes."""
_UPDATED = re.compile(r"\W{0,3}(?:updated|published|posted)\b")
_STAMP = re.compile(
    r"\W*(?:last )?(?:updated|published|posted|modified|created|filed|accessed|retrieved)\b(?: on| at)?\W*"
)


def is_stamp(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """True where the expression tells when the report was made: a dateline, a stamp, the hour of a running log."""
    lower, start, end = found.lower, found.start, found.end
    if sentence.kind in ("stamp", "dateline") or _STAMP.match(lower) and start < 60:
        return True
    if _STAMPED.search(lower[max(0, start - 60) : start]) or _dateline(reading, sentence, found):
        return True
    if start < 80 and found.value.startswith("XX") and _WIRE.match(lower, end):
        return True
    if found.value.startswith("num:") and _UPDATED.match(lower[end : end + 14]):
        return True
    return found.value.startswith("T") and not re.search(r"\w", lower[:start] + lower[end:])


def _dateline(reading: Reading, sentence: Sentence, found: Found) -> bool:
    """ "KABUL, Afghanistan (Jan. 10)": a town in capitals, its country, and the day in brackets."""
    before = reading.text[max(sentence.start, found.offset + found.start - 60) : found.offset + found.start]
    closed = reading.text[found.offset + found.end : found.offset + found.end + 1] in (")", "]")
    return closed and not _is_upper(reading, sentence) and _DATELINE.search(before) is not None


def _is_upper(reading: Reading, sentence: Sentence) -> bool:
    """True where capitals say nothing."""
    text = reading.text[sentence.start : sentence.end]
    return text.upper() == text
