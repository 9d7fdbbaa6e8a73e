"""Who acts and speaks in conflict reports: states, their forces, bodies, groups, outlets, with their many spellings.

Data in `actors/*.csv`, one actor a line; a state's own bodies ("Iraqi army", "Iraq's Ministry of Defence") are made from
`nationalities.csv` × `statebodies.csv` when they are met.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from warmonitor.errors import BadRule
from warmonitor.lexicon.actorkey import bones, key, skeleton
from warmonitor.lexicon.nationalities import Nation, Nations, open_nations

COLUMNS = ("id", "name", "aliases", "kind", "country", "parent", "source")
KINDS = (
    "state", "state-forces", "police", "intelligence", "government", "parliament", "judiciary", "international-body",
    "coalition", "peacekeepers", "rebel-group", "militia", "jihadist-group", "criminal-group", "political-party", "monitor",
    "media", "ngo", "company", "religious-body", "community", "civilians", "person", "facility", "unknown",
)  # fmt: skip
ARMED = frozenset(
    [
        "state-forces",
        "police",
        "coalition",
        "peacekeepers",
        "rebel-group",
        "militia",
        "jihadist-group",
        "criminal-group",
    ]
)
"""Kinds that bear arms."""
_REMEMBERED = 50_000
"""Look-ups kept, so that a stream of reports does not fill the memory."""
_TRANSLITERATED = frozenset(["rebel-group", "militia", "jihadist-group", "political-party", "criminal-group", "person"])


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor of the lexicon. `country` is ISO 3166-1 alpha-2 or None, `parent` the id of the body it belongs to."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None = None
    parent: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Words [first, last) that name one of `entries` (several where the name is ambiguous).

    `qualified` are further actors of that name, meant only where their country is spoken of; `articled`: a name only with
    "The" before it ("The Hill").
    """

    first: int
    last: int
    entries: tuple[ActorEntry, ...]
    acronym: bool
    qualified: tuple[ActorEntry, ...] = ()
    articled: bool = False


@dataclass(frozen=True, slots=True)
class StateBody:
    """A kind of body that every state has: `words` as in "Iraqi <words>"."""

    suffix: str
    kind: str
    name: str


class Actors:
    """The lexicon, indexed. Made by `open_actors`."""

    def __init__(
        self, entries: Iterable[ActorEntry], bodies: dict[str, StateBody], nations: Nations, homographs: frozenset[str]
    ) -> None:
        self.nations = nations
        self.homographs = homographs
        """Acronyms that are common words too ("IS", "WHO"): in upper-case text they name nobody."""
        self._bodies = bodies
        self._by_id: dict[str, ActorEntry] = {}
        for nation in nations.all:
            if nation.name:
                entry = _state(nation)
                self._by_id.setdefault(entry.id, entry)
        for entry in entries:
            self._by_id[entry.id] = entry
        self._index: dict[str, tuple[str, ...]] = {}
        self._qualified: dict[str, tuple[str, ...]] = {}
        self._found: dict[str, tuple[ActorEntry, ...]] = {}
        self._articled: set[str] = set()
        self._acronyms: set[str] = set()
        self._longest: dict[str, int] = {}
        for entry in self._by_id.values():
            for name in (entry.name, *entry.aliases):
                self._add(name, entry.id)

    def _add(self, name: str, ident: str) -> None:
        """Index one name. "FLN (Rwanda)" counts only beside its country; "The Hill" only with its article."""
        index = self._index
        if name[-1] == ")" and " (" in name:
            name, index = name[: name.rindex(" (")], self._qualified
        k = key(name)
        if not k:
            return
        first, _, rest = k.partition(" ")
        words = rest.count(" ") + 2 if rest else 1
        if words > self._longest.get(first, 0):
            self._longest[first] = words
        known = index.get(k)
        if known is None:
            index[k] = (ident,)
        elif ident not in known:
            index[k] = (*known, ident)
        if len(name) <= 9 and " " not in name and name.isupper():
            self._acronyms.add(k)
        elif words == 1 and name[:4] == "The " and known is None:
            self._articled.add(k)
        elif k in self._articled:
            self._articled.discard(k)

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self._by_id.values())

    def get(self, ident: str) -> ActorEntry | None:
        """The entry with this id; ids like "IQ/army" name a body that every state has."""
        found = self._by_id.get(ident)
        if found is None and "/" in ident:
            code, _, suffix = ident.partition("/")
            body = next((b for b in self._bodies.values() if b.suffix == suffix), None)
            nation = next((n for n in self.nations.all if n.name and _state_id(n) == code), None)
            if body and nation:
                return _body_entry(nation, body)
        return found

    def find(self, name: str) -> tuple[ActorEntry, ...]:
        """All actors that `name` may mean, in the lexicon's order; () for an unknown name.

        Spelling, articles, diacritics, hyphens, plural s and, for names of two words and more, vowels do not matter.
        """
        found = self._found.get(name)
        if found is None:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            found = self._found[name] = self._find(name)
        return found

    def _find(self, name: str) -> tuple[ActorEntry, ...]:
        k = key(name)
        found = self._lookup(k)
        if found and not (k in self._articled and name[:4].lower() != "the "):
            return found
        body = self._state_body(k.split(), 0) if k.strip() else None
        if body and body[0] == len(k.split()):
            return (body[1],)
        if " " in k and len(k) > 8:
            return tuple(self._by_id[i] for i in self._skeletons.get(skeleton(name), ()))
        return ()

    def _lookup(self, k: str) -> tuple[ActorEntry, ...]:
        ids = self._index.get(k)
        if ids is None and k.endswith("s") and len(k) > 4 and k[:-1] not in self._acronyms:
            ids = self._index.get(k[:-1])
        return tuple(self._by_id[i] for i in ids) if ids else ()

    @cached_property
    def _skeletons(self) -> dict[str, tuple[str, ...]]:
        """Skeletons of the names that may be transliterations: two words and more, of bodies that are not outlets."""
        out: dict[str, tuple[str, ...]] = {}
        bones_of = cache(bones)
        for k, ids in self._index.items():
            if " " not in k or self._by_id[ids[0]].kind not in _TRANSLITERATED:
                continue
            whole = " ".join([bones_of(w) for w in k.split()])
            if len(whole) >= 7:
                out[whole] = tuple(dict.fromkeys((*out.get(whole, ()), *ids)))
        return out

    def scan(self, words: Sequence[str]) -> Iterator[Match]:
        """Longest matches over `words`, left to right, without overlap.

        `words` are the keys of a text's tokens (`key(token)`), "" for tokens that carry nothing (hyphen, apostrophe, article).
        """
        i = 0
        while i < len(words):
            word = words[i].partition(" ")[0]
            match = self._match_at(words, i) if word and (word in self._starts or word[:-1] in self._starts) else None
            if match:
                yield match
                i = match.last
            else:
                i += 1

    @cached_property
    def _starts(self) -> frozenset[str]:
        """First words of all names, nations and bodies."""
        return frozenset(self._longest) | self._nation_starts | self._body_starts

    def _match_at(self, words: Sequence[str], i: int) -> Match | None:
        first = words[i].partition(" ")[0]  # one token may hold two words: "M-19"
        reach = max(self._longest.get(first, 0), self._longest.get(first[:-1], 0) if first[-1] == "s" else 0)
        best: Match | None = None
        joined, count, j = "", 0, i
        while j < len(words) and count < reach:
            if words[j]:
                joined = f"{joined} {words[j]}" if joined else words[j]
                count += words[j].count(" ") + 1
                found = self._lookup(joined)
                qualified = self._qualified.get(joined)
                if found or qualified:
                    others = tuple(self._by_id[x] for x in qualified) if qualified else ()
                    best = Match(i, j + 1, found, joined in self._acronyms, others, joined in self._articled)
            j += 1
        state = self._state_body(words, i)
        if state and (best is None or state[0] > best.last):
            return Match(i, state[0], (state[1],), False)
        return best

    def _state_body(self, words: Sequence[str], i: int) -> tuple[int, ActorEntry] | None:
        """ "Iraqi army", "Iraq defence ministry", "Ministry of Defence of Iraq": (past-last position, entry) or None."""
        nation, j = self._nation_at(words, i) if words[i] in self._nation_starts else (None, i)
        if nation:
            body, k = self._body_at(words, j)
            return (k, _body_entry(nation, body)) if body else None
        body, j = self._body_at(words, i)
        if body:
            while j < len(words) and not words[j]:
                j += 1
            if j < len(words) and words[j] == "of":
                j += 1
                while j < len(words) and not words[j]:
                    j += 1
                nation, k = self._nation_at(words, j)
                if nation and self.nations.words.get(words[j]) is not nation:
                    return k, _body_entry(nation, body)
        return None

    def _nation_at(self, words: Sequence[str], i: int) -> tuple[Nation | None, int]:
        found: Nation | None = None
        end, joined, j, count = i, "", i, 0
        while j < len(words) and count < 4:
            if words[j]:
                joined = f"{joined} {words[j]}" if joined else words[j]
                count += 1
                nation = self.nations.words.get(joined) or self.nations.lands.get(joined)
                if nation and nation.name:
                    found, end = nation, j + 1
                elif count == 1 and words[j] not in self._nation_starts:
                    break
            j += 1
        return found, end

    @cached_property
    def _nation_starts(self) -> frozenset[str]:
        return frozenset(k.split()[0] for k in (*self.nations.words, *self.nations.lands) if k)

    @cached_property
    def _body_starts(self) -> frozenset[str]:
        return frozenset(k.split()[0] for k in self._bodies)

    def _body_at(self, words: Sequence[str], i: int) -> tuple[StateBody | None, int]:
        while i < len(words) and not words[i]:
            i += 1
        if i >= len(words) or words[i] not in self._body_starts:
            return None, i
        found, end, joined = None, i, ""
        for j in range(i, min(i + 7, len(words))):
            if words[j]:
                joined = f"{joined} {words[j]}" if joined else words[j]
                if joined in self._bodies:
                    found, end = self._bodies[joined], j + 1
        return found, end


def _state_id(nation: Nation) -> str:
    return nation.code or "land/" + key(nation.name).replace(" ", "-")


def _state(nation: Nation) -> ActorEntry:
    return ActorEntry(_state_id(nation), nation.name, nation.aliases, "state", nation.code, None, "nationalities.csv")


def _body_entry(nation: Nation, body: StateBody) -> ActorEntry:
    adjective = nation.adjectives[0] if nation.adjectives else nation.name
    name = body.name.format(adj="US" if nation.code == "US" else adjective)
    ident = _state_id(nation)
    return ActorEntry(f"{ident}/{body.suffix}", name, (), body.kind, nation.code, ident, "statebodies.csv")


def read_actors(lines: Iterable[str], source: str) -> Iterator[ActorEntry]:
    """Entries of a CSV with the columns COLUMNS, in order. Raises BadRule naming `source`, line and what was expected."""
    rows = csv.reader(lines)
    header = tuple(next(rows, ()))
    for column in header:
        if column not in COLUMNS:
            raise BadRule(f"{source}:1: unknown column {column!r}; an actor has {', '.join(COLUMNS)}")
    missing = [c for c in ("id", "name", "kind") if c not in header]
    if missing:
        raise BadRule(f"{source}:1: no column {missing[0]!r}; an actor has {', '.join(COLUMNS)}")
    at = [header.index(c) if c in header else None for c in COLUMNS]
    for row in rows:
        if not row or row[0].startswith("#"):
            continue
        if len(row) != len(header):
            raise BadRule(f"{source}:{rows.line_num}: {len(row)} cells for {len(header)} columns ({', '.join(header)})")
        ident, name, aliases, kind, country, parent, note = (row[i] if i is not None else "" for i in at)
        if kind not in KINDS:
            raise BadRule(f"{source}:{rows.line_num}: unknown kind {kind!r}; the kinds are {', '.join(KINDS)}")
        if not ident or not name:
            raise BadRule(f"{source}:{rows.line_num}: an actor needs an id and a name")
        yield ActorEntry(
            ident, name, tuple(filter(None, aliases.split("|"))), kind, country or None, parent or None, note
        )


@cache
def open_actors(extra: Path | None = None) -> Actors:
    """The lexicon of actors; `extra` is a user's CSV with the same columns, whose ids replace ours and whose names add to them.

    Raises BadRule for a malformed line of either.
    """
    folder = resources.files("warmonitor.lexicon").joinpath("actors")
    entries: list[ActorEntry] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".csv"):
            entries += read_actors(file.read_text("utf-8").splitlines(), f"actors/{file.name}")
    if extra is not None:
        entries += read_actors(extra.read_text("utf-8-sig").splitlines(), extra.name)
    homographs = resources.files("warmonitor.lexicon").joinpath("homographs.txt").read_text("utf-8").split()
    return Actors(entries, _open_bodies(), open_nations(), frozenset(homographs))


def _open_bodies() -> dict[str, StateBody]:
    text = resources.files("warmonitor.lexicon").joinpath("statebodies.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines())
    if next(rows) != ["words", "suffix", "kind", "name"]:
        raise BadRule("statebodies.csv:1: the columns are words, suffix, kind, name")
    return {key(words): StateBody(suffix, kind, name) for words, suffix, kind, name in rows}
