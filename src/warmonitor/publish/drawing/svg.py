"""Small pieces of SVG, with attributes escaped and numbers short."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def tag(name: str, content: str = "", **attributes: object) -> str:
    """An element; `content` is markup. `class_` gives class, `_` in names becomes `-`, None leaves an attribute out.

    >>> tag("circle", r=2.50, class_="dot", stroke_width=1)
    '<circle r="2.5" class="dot" stroke-width="1"/>'
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None:
            parts.append(f' {key.rstrip("_").replace("_", "-")}="{escape(_words(value))}"')
    return "".join(parts) + (f">{content}</{name}>" if content else "/>")


def text(words: str, **attributes: object) -> str:
    """A text element; its words are escaped."""
    return tag("text", escape(words), **attributes)


def picture(
    width: float, height: float, title: str, described: str, content: Iterable[str], **attributes: object
) -> str:
    """A whole SVG with a title and a description for those who cannot see it."""
    inside = tag("title", escape(title)) + (tag("desc", escape(described)) if described else "") + "".join(content)
    return tag(
        "svg", inside, viewBox=f"0 0 {number(width)} {number(height)}", role="img", aria_label=title, **attributes
    )


def number(value: float) -> str:
    """At most one decimal, no trailing zeros.

    >>> number(3.04), number(3.16), number(-0.01)
    ('3', '3.2', '0')
    """
    words = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if words in ("-0", "") else words


def _words(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def shorten(words: str, most: int) -> str:
    """The words, cut with an ellipsis where they are longer than `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
