"""Web pages: the text that a reader sees, and what the page's own metadata says of it.

The report's text is the extracted text, and offsets count that. Which part of a page is the article is decided simply: an
`article` or `main` element where there is one, else the body, always without navigation, forms, scripts and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from warmonitor.intake.decode import decode
from warmonitor.intake.given import Given, Unreadable
from warmonitor.intake.txt import from_parts, sidecar
from warmonitor.model import Report

ENDINGS = (".html", ".htm", ".xhtml")

_UNSEEN = frozenset(
    "script style noscript template svg iframe form nav aside footer button select textarea head".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BREAKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote figure figcaption table tr hr pre".split()
)
_ARTICLE = ("article", "main", "body")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_META = {
    "og:title": "title", "article:published_time": "published", "datepublished": "published", "dc.date": "published",
    "date": "published", "pubdate": "published", "og:site_name": "outlet", "og:url": "url",
}  # fmt: skip


def read(raw: bytes, name: str, given: Given, path: Path | None = None) -> Iterator[Report]:
    """The one report of a page. Raises Unreadable."""
    page = _Page()
    page.feed(decode(raw))
    page.close()
    text = page.article()
    if not text:
        raise Unreadable("empty", "holds no visible text")
    yield from_parts(name, text, page.about | (sidecar(path) if path else {}), given)


class _Page(HTMLParser):
    """Collects visible text for each kind of container it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.about: dict[str, Any] = {}
        self._heading = ""
        self._open: list[str] = []
        self._texts: dict[str, list[str]] = {kind: [] for kind in (*_ARTICLE, "all")}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "meta":
            self._meta(given)
        if tag == "time":
            self._say("published", given.get("datetime", ""))
        if tag not in _VOID:
            self._open.append(tag)
        if tag in _BREAKS:
            self._add("\n\n")
        elif tag == "br":
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self._add("\n\n")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self._heading += data
            return
        self._add(re.sub(r"\s+", " ", data) if "pre" not in self._open else data)

    def article(self) -> str:
        """The words of the innermost kind of container that holds any."""
        for kind in (*_ARTICLE, "all"):
            text = re.sub(r" *\n *", "\n", "".join(self._texts[kind]))
            text = re.sub(r"[ \t\xa0]+", " ", re.sub(r"\n{3,}", "\n\n", text)).strip()
            if text:
                break
        self.about.setdefault("title", self._heading)
        return text

    def _meta(self, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if key := _META.get(name):
            self._say(key, given.get("content", ""))

    def _say(self, key: str, value: str) -> None:
        """The first usable word on `key` stays; a page's day in another form than ISO is as good as none."""
        if value and key not in self.about and (key != "published" or _ISO.match(value)):
            self.about[key] = value

    def _add(self, text: str) -> None:
        if _UNSEEN.intersection(self._open):
            return
        self._texts["all"].append(text)
        for kind in _ARTICLE:
            if kind in self._open:
                self._texts[kind].append(text)
