"""Names that the lexicon knows: actors, states and their bodies, nationalities."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.lexicon.actors import ARMED, ActorEntry, Match
from warmonitor.model.reading import NameKind
from warmonitor.read.naming.view import ARTICLES, HYPHENS, Candidate, View

_OF_STATES = frozenset(["state-forces", "police", "government", "parliament", "intelligence", "judiciary"])
_WORLD_KNOWN = frozenset(["US", "GB", "IL", "RU"])
"""Countries whose short acronyms need no company ("CIA", "IDF")."""


def actors(view: View) -> Iterator[Candidate]:
    """Actors of the lexicon; one that may be several stays without an entry, or is left out where the kinds differ."""
    for m in view.actors.scan(view.words):
        if not _is_name(view, m):
            continue
        entry = _choose(view, m)
        kinds = {kind_of(e) for e in (*m.entries, *m.qualified)}
        if entry is None and (len(m.entries) < 2 or len(kinds) > 1):
            continue
        derived = entry is not None and (entry.kind == "state" or _national(view, m.first, entry))
        kind = kind_of(entry) if entry else kind_of(m.entries[0])
        yield Candidate(
            _with_article(view, m.first), m.last, kind, entry.id if entry else None, "state" if derived else "lexicon"
        )


def nationalities(view: View) -> Iterator[Candidate]:
    """Adjectives of nations and names of peoples."""
    words, lands = view.actors.nations.words, view.actors.nations.lands
    for t in view.tokens:
        word = view.words[t.i]
        if (
            not word
            or not t.text[0].isupper()
            or t.tag == "PRP"
            or (view.upper[t.sentence] and t.tag[:2] not in ("JJ", "NN"))
            or _is_nisba(view, t.i)
        ):
            continue
        two = f"{word} {view.words[t.i + 1]}" if view.together(t.i, t.i + 1) else ""
        if two in words:
            yield Candidate(t.i, t.i + 2, "nationality", None, "nationality")
        elif word in words and (word not in lands or t.tag == "JJ"):
            yield Candidate(t.i, t.i + 1, "nationality", None, "nationality")


_ARTICLES = frozenset("al el ad an ar as ash at az".split())


def _is_nisba(view: View, i: int) -> bool:
    """ "al-Kuwaiti": with the Arabic article an adjective of a nation is a byname of a person."""
    tokens = view.tokens
    return i > 1 and tokens[i - 1].text in "-‑–" and tokens[i - 2].lower in _ARTICLES and tokens[i - 1].start == tokens[i - 2].end


def kind_of(entry: ActorEntry) -> NameKind:
    """What a name of this actor is."""
    if entry.kind == "state":
        return "place"
    if entry.kind == "facility":
        return "facility"
    if entry.kind == "person":
        return "person"
    return "armed-group" if entry.kind in ARMED else "organisation"


def _is_name(view: View, m: Match) -> bool:
    """Capitals tell a name from common words; in upper-case text the tagger does."""
    tokens = [t for t in view.tokens[m.first : m.last] if view.words[t.i]]
    if not view.together(m.first, m.last - 1):
        return False
    if m.articled and (m.first == 0 or view.tokens[m.first - 1].text != "The"):
        return False
    if view.upper[tokens[0].sentence]:
        if len(tokens) == 1 and view.words[tokens[0].i] in view.actors.homographs and "." not in tokens[0].text:
            return False
        return any(t.tag in ("NNP", "NNPS") for t in tokens) or len(tokens) > 2
    if m.acronym and len(tokens) == 1:
        letters = [c for c in tokens[0].text if c.isalpha()]
        small = sum(c.islower() for c in letters)
        return small == 0 or (len(letters) >= 4 and letters[0].isupper() and tokens[0].tag in ("NNP", "NNPS"))
    if len(tokens) == 1 and tokens[0].tag not in ("NNP", "NNPS", "NN", "NNS", "JJ"):
        return False
    return any(t.text[0].isupper() for t in tokens)


def _choose(view: View, m: Match) -> ActorEntry | None:
    """The one candidate that fits the countries the report names, or None: ambiguous stays open."""
    if len(m.entries) == 1 and not m.qualified:
        return m.entries[0] if _known_here(view, m, m.entries[0]) else None
    fitting = [e for e in (*m.entries, *m.qualified) if e.country in view.countries]
    if len(fitting) == 1:
        return fitting[0]
    unqualified = [e for e in m.entries if e in fitting]
    if len(unqualified) == 1:
        return unqualified[0]
    alone = len(m.entries) == 1 and not fitting and _known_here(view, m, m.entries[0])
    return m.entries[0] if alone else None


def _known_here(view: View, m: Match, entry: ActorEntry) -> bool:
    """False for an acronym of three letters ("PDF") whose actor's country the report never speaks of."""
    short = len(view.words[m.first]) <= 3 and not any(c.isdigit() for c in view.words[m.first])
    if not m.acronym or entry.kind == "media" or not short:
        return True
    return entry.country is None or entry.country in view.countries or entry.country in _WORLD_KNOWN


def _national(view: View, first: int, entry: ActorEntry) -> bool:
    """True for a state's body named after its state ("Iraqi security forces", of which "… media cell" is more)."""
    if "/" in entry.id:
        return True
    nation = view.actors.nations.words.get(view.words[first])
    return nation is not None and nation.code is not None and nation.code == entry.country and entry.kind in _OF_STATES


def _with_article(view: View, i: int) -> int:
    """i moved left over "al-" or "Al " that belongs to the name."""
    j = i
    while j > 0 and not view.words[j - 1] and view.together(i, j - 1):
        t = view.tokens[j - 1]
        if not (t.lower in ARTICLES or (t.text in HYPHENS and j > 1 and view.tokens[j - 2].lower in ARTICLES)):
            break
        j -= 1
    return j
