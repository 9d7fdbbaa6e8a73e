"""A timeline: one row for each happening, a bar from its first to its last possible day, open ends fading out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.publish.drawing.svg import picture, shorten, tag, text

WIDTH, LABELS, ROW, TOP = 640.0, 210.0, 24.0, 26.0
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Bar:
    """A happening from `start` to `end`; None is open."""

    label: str
    start: date | None
    end: date | None
    mark: str
    href: str | None = None
    sure: bool = True


def draw(bars: Sequence[Bar], published: date | None, title: str) -> str:
    """The timeline; empty where no happening has a day."""
    days = [d for b in bars for d in (b.start, b.end) if d] + ([published] if published else [])
    if not any(b.start or b.end for b in bars):
        return ""
    first, last = min(days), max(days)
    room = max(1, (last - first).days // 12)
    axis = Axis(first - timedelta(days=room), last + timedelta(days=room + 1))
    height = TOP + ROW * len(bars) + 8
    content = [*_ticks(axis, height)]
    if published:
        x = axis.at(published)
        content.append(tag("line", x1=x, y1=TOP - 4, x2=x, y2=height, class_="published"))
        late = x > WIDTH - 60
        content.append(
            text(
                "published",
                x=x - 3 if late else x + 3,
                y=height - 1,
                class_="degrees",
                text_anchor="end" if late else None,
            )
        )
    for i, bar in enumerate(bars):
        content += _bar(bar, axis, TOP + ROW * i)
    described = "; ".join(f"{b.mark} {b.label}: {b.start or 'open'} to {b.end or 'open'}" for b in bars)
    return picture(WIDTH, height, title, described, content, class_="timeline")


@dataclass(frozen=True, slots=True)
class Axis:
    """Days [first, last) along the width behind the labels."""

    first: date
    last: date

    @property
    def day(self) -> float:
        return (WIDTH - LABELS - 8) / max(1, (self.last - self.first).days)

    def at(self, when: date) -> float:
        """Where a day begins."""
        return LABELS + (when - self.first).days * self.day


def _ticks(axis: Axis, height: float) -> Iterator[str]:
    free = 0.0
    for when, words in ticks(axis.first, axis.last):
        x = axis.at(when)
        yield tag("line", x1=x, y1=TOP - 6, x2=x, y2=height - 8, class_="graticule")
        if free <= x < WIDTH - 34:
            yield text(words, x=x + 2, y=TOP - 11, class_="degrees")
            free = x + 6.5 * len(words) + 8


def ticks(first: date, last: date) -> list[tuple[date, str]]:
    """At most about eight days to name, with their names.

    >>> ticks(date(2021, 3, 9), date(2021, 3, 11))
    [(datetime.date(2021, 3, 9), '9 Mar 2021'), (datetime.date(2021, 3, 10), '10')]
    """
    span = (last - first).days
    if span <= 400:
        step = max(1, -(-span // 7))
        days = [first + timedelta(days=i) for i in range(0, span, step)]
        words = [_day(d, days[i - 1] if i else None) for i, d in enumerate(days)]
        return list(zip(days, words, strict=True))
    step = max(1, -(-(last.year - first.year) // 8))
    years = [date(y, 1, 1) for y in range(first.year + 1, last.year + 1, step)]
    return [(d, str(d.year)) for d in years]


def _day(d: date, before: date | None) -> str:
    if before is None or before.year != d.year:
        return f"{d.day} {MONTHS[d.month - 1]} {d.year}"
    return f"{d.day}" if before.month == d.month else f"{d.day} {MONTHS[d.month - 1]}"


def _bar(bar: Bar, axis: Axis, y: float) -> Iterator[str]:
    start, end = bar.start or axis.first, bar.end or bar.start
    label = text(f"{bar.mark}  {shorten(bar.label, 30)}", x=0, y=y + 15, class_="name")
    if bar.start is None and bar.end is None:
        shape = text("day unknown", x=LABELS + 4, y=y + 15, class_="degrees")
    else:
        x = axis.at(start)
        wide = max(3.0, axis.at((end or start) + timedelta(days=1)) - x)
        kind = "bar" if bar.sure and bar.start else "bar unsure"
        shape = tag("rect", x=x, y=y + 4, width=wide, height=ROW - 10, rx=3, class_=kind)
    row = tag("g", label + shape)
    yield tag("a", row, href=bar.href) if bar.href else row
