"""Who and what is named: lexicon, head nouns, titles, gazetteer, acronyms and grammar together.

spaCy's entities are one hint of several: on conflict reports it takes Taji and Kataib Hezbollah for persons. Candidates
come from the sources in `naming`, and of those that overlap the best is kept; see `_RANK` for the order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from warmonitor.lexicon.actorkey import plain
from warmonitor.lexicon.actors import Actors
from warmonitor.lexicon.people import people_words
from warmonitor.model.reading import Name
from warmonitor.read.language import Parse
from warmonitor.read.naming import described, lexical, runs
from warmonitor.read.naming.view import Candidate, View

_RANK = {"lexicon": 5, "acronym": 5, "body": 4, "state": 3, "nationality": 3}
"""An actor of the lexicon beats a described body, which beats a state or nationality inside it."""
_FOOTNOTE = re.compile(r"[,.;]?[\[(].*$")


def find_names(parse: Parse, actors: Actors, is_place: Callable[[str], bool]) -> tuple[Name, ...]:
    """All names of a report in text order, without overlap; articles and possessive 's stand outside the spans.

    `is_place(name)` says whether the gazetteer knows a place of that name.
    """
    if not parse.tokens:
        return ()
    view = View(parse, actors, is_place)
    candidates = [*lexical.actors(view), *lexical.nationalities(view), *described.bodies(view)]
    candidates += _acronyms(view, candidates)
    candidates = [_without_seat(view, c) for c in candidates]
    chosen = _best(candidates, len(parse.tokens))
    taken = [False] * len(parse.tokens)
    for c in chosen:
        taken[c.first : c.last] = [True] * (c.last - c.first)
    for first, last in runs.runs(view):
        chosen += runs.pieces(view, first, last, taken)
    names = _same_grounds(_same_persons(sorted(chosen, key=lambda c: c.first), view), view)
    names = _armed_by_their_men(names, view)
    return tuple(_name(view, c) for c in names)


def _without_seat(view: View, c: Candidate) -> Candidate:
    """ "London-based Monitoring Centre": where a body sits is no part of its name."""
    for i in range(c.first + 1, min(c.first + 5, c.last - 1)):
        t = view.tokens[i]
        if t.lower.endswith("based") and view.tokens[i - 1].text in ("-", "‑", "–") and view.tokens[i + 1].text[:1].isupper():
            return replace(c, first=i + 1)
    return c


def _same_grounds(names: list[Candidate], view: View) -> list[Candidate]:
    """One word is a place throughout a report that names a place or a facility by it ("the Bagram base … the Bagram attack")."""
    words = {view.tokens[c.first].text for c in names if c.kind == "place" and c.last == c.first + 1 or c.kind == "facility" and c.last > c.first + 1}
    words = {w for w in words if view.is_place(w)}
    return [
        replace(c, kind="place")
        if c.last == c.first + 1
        and view.tokens[c.first].text in words
        and (c.kind == "person" or c.kind in ("organisation", "other") and c.entry is None)
        else c
        for c in names
    ]


def _armed_by_their_men(names: list[Candidate], view: View) -> list[Candidate]:
    """Names that stand with fighters somewhere ("militants of Red Dawn", "Dawn gunmen") are armed groups wherever they stand."""
    armed = {view.phrase(c.first, c.last) for c in names if c.kind in ("organisation", "other", "facility") and c.entry is None and _has_men(view, c)}
    return [
        replace(c, kind="armed-group") if c.entry is None and c.kind != "person" and view.phrase(c.first, c.last) in armed else c for c in names
    ]


def _has_men(view: View, c: Candidate) -> bool:
    i = c.first - 1
    while i > 0 and view.lower(i) in ("the", "so", "called", "-", "self", "proclaimed"):
        i -= 1
    before = view.lower(i) in ("of", "from", "with") and _is_armed(view, i - 1) and view.together(i - 1, c.first)
    adjective = c.last == c.first + 1 and not view.tokens[c.first].text.isupper()  # "Islamist militants"
    return before or not adjective and c.last < len(view.tokens) and view.together(c.first, c.last) and _is_armed(view, c.last)


def _is_armed(view: View, i: int) -> bool:
    t = view.tokens[i] if i >= 0 else None
    return t is not None and t.tag == "NNS" and people_words().get(t.lemma) == "armed"


def _name(view: View, c: Candidate) -> Name:
    """The name at a candidate's tokens; a footnote mark glued to its last word is cut off."""
    start, end = view.tokens[c.first].start, view.tokens[c.last - 1].end
    glued = _FOOTNOTE.search(view.tokens[c.last - 1].text)
    if glued and glued.start():
        end -= len(glued[0])
    return Name(c.first, c.last, start, end, " ".join(view.text[start:end].split()), c.kind, c.entry, c.rule)


def _best(candidates: Iterable[Candidate], size: int) -> list[Candidate]:
    """Candidates without overlap: by rank, then length, then place in the text."""
    taken = [False] * size
    chosen = []
    for c in sorted(candidates, key=lambda c: (-_RANK[c.rule], c.first - c.last, c.first)):
        if not any(taken[c.first : c.last]):
            taken[c.first : c.last] = [True] * (c.last - c.first)
            chosen.append(c)
    return chosen


def _acronyms(view: View, known: list[Candidate]) -> Iterator[Candidate]:
    """Acronyms defined in passing ("the National Reform Force (NRF)"), wherever they stand."""
    ends = {c.last: c for c in known}
    defined: dict[str, Candidate] = {}
    for t in view.tokens[:-1]:
        if t.text in "([" and t.i in ends:
            short, long = view.tokens[t.i + 1].text, ends[t.i]
            if short_for(short, view.phrase(long.first, long.last)):
                defined.setdefault(short, long)
    for t in view.tokens:
        if t.text in defined:
            yield Candidate(t.i, t.i + 1, defined[t.text].kind, defined[t.text].entry, "acronym")


def _same_persons(names: list[Candidate], view: View) -> list[Candidate]:
    """Names that are part of a person's named in full become persons too: "Roe" or "Gomez Roe" beside "Ana Gomez Roe"."""
    parts = {view.lower(c.last - 1) for c in names if c.rule == "title"}
    for c in names:
        if c.kind == "person" and c.last - c.first > 1:
            lower = [t.lower for t in view.tokens[c.first : c.last]]
            parts |= {lower[0]} | {" ".join(lower[i:]) for i in range(1, len(lower))}
    single = {view.lower(c.first) for c in names if c.kind == "person" and c.last == c.first + 1}
    parts |= {w for c in names if c.rule == "entity" and c.kind == "organisation" and (w := view.lower(c.first)) in single and c.last == c.first + 1}
    out = []
    for c in names:
        whole = " ".join(t.lower for t in view.tokens[c.first : c.last])
        open_kind = c.entry is None and c.kind in ("place", "other", "organisation", "facility")
        if open_kind and whole in parts and not runs.located(view, c):
            c = Candidate(c.first, c.last, "person", None, "surname")
        out.append(c)
    return out


def aliases(names: tuple[Name, ...], parse: Parse) -> dict[str, str]:
    """Acronyms that the report itself defines, with the long form: {"NRF": "National Reform Force"}."""
    ends = {n.last: n for n in names}
    out: dict[str, str] = {}
    for t in parse.tokens[:-1]:
        short = parse.tokens[t.i + 1].text
        if t.text in "([" and t.i in ends and short_for(short, ends[t.i].text):
            out.setdefault(short, ends[t.i].text)
    return out


def short_for(short: str, long: str) -> bool:
    """True where `short` is an acronym whose letters open words of `long`, in order.

    >>> short_for("NRF", "National Reform Force"), short_for("SMG", "Iranian-backed Shia militia groups")
    (True, True)
    >>> short_for("CNN", "Northland government")
    False
    """
    if not 2 <= len(short) <= 9 or not short[0].isupper() or not short.replace("-", "").isalnum():
        return False
    if sum(c.isupper() for c in short) < 2:
        return False
    initials = "".join(w[0] for w in re.findall(r"\w+", plain(long)))
    letters = re.sub(r"\W", "", plain(short[:-1] if short[-1] == "s" else short))
    found = 0
    for c in initials:
        found += found < len(letters) and c == letters[found]
    return found == len(letters) or (len(letters) > 2 and initials.endswith(letters[1:]))
