"""Figures by speaker: for one count, a row for each claim, so that a reader sees who differs from whom.

A point is what was said; an arrow is an open bound; hollow is hedged; struck through is a figure later replaced or denied;
the band behind is the range that the record gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from warmonitor.publish.drawing.svg import number, picture, shorten, tag, text

WIDTH, LABELS, ROW, TOP, ROOM = 640.0, 190.0, 22.0, 22.0, 190.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One speaker's figure. `note` is said beside it ("two of them children")."""

    speaker: str
    value: int
    bound: Literal["min", "max", "approx"] | None = None
    hedged: bool = False
    replaced: bool = False
    note: str = ""
    href: str | None = None


def draw(kind: str, figures: Sequence[Figure], low: int | None, high: int | None, title: str) -> str:
    """The chart of one kind of toll ("killed"); empty without figures."""
    if not figures:
        return ""
    most = max([f.value for f in figures] + [v for v in (low, high) if v is not None] + [1])
    scale = Scale(most * 1.15)
    height = TOP + ROW * len(figures) + 6
    content = [*_axis(scale, height), *_band(scale, low, high, height)]
    for i, f in enumerate(figures):
        content += _row(f, scale, TOP + ROW * i)
    described = f"{kind}; " + "; ".join(f"{f.speaker}: {words(f)}" for f in figures)
    return picture(WIDTH, height, title, described, content, class_="speakers")


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts from 0 to `most` along the width behind the labels."""

    most: float

    def at(self, value: float) -> float:
        return LABELS + value / self.most * (WIDTH - LABELS - ROOM)


def words(f: Figure) -> str:
    """A figure in words.

    >>> words(Figure("army", 9, "min", hedged=True))
    'at least 9, hedged'
    """
    bound = {"min": "at least ", "max": "up to ", "approx": "about "}.get(f.bound or "", "")
    return (
        f"{bound}{f.value}"
        + (f" ({f.note})" if f.note else "")
        + (", hedged" if f.hedged else "")
        + (", replaced" if f.replaced else "")
    )


def _axis(scale: Scale, height: float) -> Iterator[str]:
    step = next(
        (s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if scale.most / s <= 6), 100_000
    )
    for value in range(0, int(scale.most) + 1, step):
        x = scale.at(value)
        yield tag("line", x1=x, y1=TOP - 4, x2=x, y2=height - 4, class_="graticule")
        yield text(str(value), x=x, y=TOP - 8, class_="degrees", text_anchor="middle")


def _band(scale: Scale, low: int | None, high: int | None, height: float) -> Iterator[str]:
    if low is None and high is None:
        return
    a, b = scale.at(low or 0), scale.at(scale.most if high is None else high)
    yield tag("rect", x=a - 2, y=TOP - 4, width=b - a + 4, height=height - TOP, class_="band")


def _row(f: Figure, scale: Scale, y: float) -> Iterator[str]:
    x, middle = scale.at(f.value), y + ROW / 2
    kind = "figure" + (" hedged" if f.hedged else "") + (" replaced" if f.replaced else "")
    shapes = [tag("line", x1=scale.at(0), y1=middle, x2=x, y2=middle, class_="stem")]
    if f.bound == "min":
        shapes.append(_arrow(x, middle, 1))
    elif f.bound == "max":
        shapes.append(_arrow(x, middle, -1))
    shapes.append(tag("circle", cx=x, cy=middle, r=5, class_=kind))
    note = number(f.value) if f.bound is None and not f.note else words(Figure("", f.value, f.bound, note=f.note))
    aside = x + (30 if f.bound == "min" else 10)
    shapes.append(text(shorten(note, 26), x=aside, y=middle + 4, class_="value replaced" if f.replaced else "value"))
    label = text(shorten(f.speaker, 28), x=LABELS - 12, y=middle + 4, class_="name", text_anchor="end")
    row = tag("g", label + "".join(shapes))
    yield tag("a", row, href=f.href) if f.href else row


def _arrow(x: float, y: float, way: int) -> str:
    return tag("path", d=f"M{number(x)} {number(y)}h{20 * way}m{-4 * way} -4l{4 * way} 4l{-4 * way} 4", class_="arrow")
