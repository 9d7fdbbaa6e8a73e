"""A toll as it was told over time: for one count, each speaker's figures by the day on which they were said.

Speakers differ by the shape of their marks and by their dashes, not by colour alone, and are named beside their last mark.
A hollow mark is hedged or denied; an arrow is an open bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from warmonitor.publish.drawing.svg import number, picture, shorten, tag, text
from warmonitor.publish.drawing.timeline import Axis, ticks

WIDTH, LEFT, RIGHT, TOP, BOTTOM, HEIGHT = 640.0, 40.0, 170.0, 14.0, 28.0, 240.0
_DASHES = (None, "6 3", "2 3", "9 3 2 3")


@dataclass(frozen=True, slots=True)
class Said:
    """One figure by one speaker on a day."""

    speaker: str
    day: date
    value: int
    bound: Literal["min", "max", "approx"] | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Days along the width, counts up the height."""

    axis: Axis
    most: int

    def x(self, day: date) -> float:
        """Where a day stands: the middle of its stretch."""
        inner = WIDTH - LEFT - RIGHT
        return LEFT + ((day - self.axis.first).days + 0.5) * inner / max(1, (self.axis.last - self.axis.first).days)

    def y(self, value: float) -> float:
        """Where a count stands."""
        return HEIGHT - BOTTOM - value / self.most * (HEIGHT - TOP - BOTTOM)


def draw(kind: str, said: Sequence[Said], title: str) -> str:
    """The chart; empty where all was said on one day, which a chart by speaker shows better."""
    days = sorted({s.day for s in said})
    if len(days) < 2:
        return ""
    frame = Frame(Axis(days[0], days[-1] + timedelta(days=1)), max(1, *(s.value for s in said)))
    series = {
        name: sorted((s for s in said if s.speaker == name), key=lambda s: s.day)
        for name in dict.fromkeys(s.speaker for s in said)
    }
    content = [*_grid(frame)]
    labels = _labels(frame, series)
    for n, (speaker, told) in enumerate(series.items()):
        content += _series(n, speaker, told, frame, labels[speaker])
    described = f"{kind}; " + "; ".join(
        f"{s.day} {s.speaker}: {_words(s)}" for s in sorted(said, key=lambda s: (s.day, s.speaker))
    )
    return picture(WIDTH, HEIGHT, title, described, content, class_="said")


def _words(s: Said) -> str:
    return (
        {"min": "at least ", "max": "up to ", "approx": "about "}.get(s.bound or "", "")
        + str(s.value)
        + (", hedged or denied" if s.weak else "")
    )


def _grid(frame: Frame) -> Iterator[str]:
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if frame.most / s <= 5), 10_000)
    for value in range(0, frame.most + 1, step):
        yield tag("line", x1=LEFT, y1=frame.y(value), x2=WIDTH - RIGHT, y2=frame.y(value), class_="graticule")
        yield text(str(value), x=LEFT - 6, y=frame.y(value) + 4, class_="degrees", text_anchor="end")
    for day, words in ticks(frame.axis.first, frame.axis.last):
        yield text(words, x=frame.x(day), y=HEIGHT - 8, class_="degrees", text_anchor="middle")


def _labels(frame: Frame, series: dict[str, list[Said]]) -> dict[str, float]:
    """Height of each speaker's name, pushed apart where they would overlap."""
    placed: dict[str, float] = {}
    lowest = TOP - 6
    for speaker, told in sorted(series.items(), key=lambda item: frame.y(item[1][-1].value)):
        lowest = max(lowest + 15, frame.y(told[-1].value) + 4)
        placed[speaker] = lowest
    return placed


def _series(n: int, speaker: str, told: list[Said], frame: Frame, label: float) -> Iterator[str]:
    points = [(frame.x(s.day), frame.y(s.value)) for s in told]
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    yield tag("path", d=path, class_="told", stroke_dasharray=_DASHES[n % len(_DASHES)])
    for s, (x, y) in zip(told, points, strict=True):
        yield _mark(n, x, y, "figure hedged" if s.weak else "figure")
        if s.bound in ("min", "max"):
            way = -1 if s.bound == "min" else 1
            yield tag(
                "path", d=f"M{number(x)} {number(y)}v{16 * way}m-4 {-4 * way}l4 {4 * way}l4 {-4 * way}", class_="arrow"
            )
    x, y = points[-1]
    end = WIDTH - RIGHT + 12
    yield tag("path", d=f"M{number(x + 7)} {number(y)}L{number(end - 3)} {number(label - 4)}", class_="stem")
    yield text(f"{told[-1].value}  {shorten(speaker, 22)}", x=end, y=label, class_="name")


def _mark(n: int, x: float, y: float, kind: str) -> str:
    """Circle, square, diamond or triangle."""
    if n % 4 == 0:
        return tag("circle", cx=x, cy=y, r=5.0, class_=kind)
    shapes = {1: "M-5 -5h10v10h-10Z", 2: "M0 -6.5L6.5 0L0 6.5L-6.5 0Z", 3: "M0 -6L6 5H-6Z"}
    return tag("path", d=shapes[n % 4], transform=f"translate({number(x)} {number(y)})", class_=kind)
