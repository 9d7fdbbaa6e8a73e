"""Event words: which word or phrase names which type of incident. Data in `lexicon/events/*.toml`, one file a subtype."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from warmonitor.errors import BadRule

FRAMES = frozenset(
    "agent-patient result undergo meet operation take fall device crowd foil formal goods move release captive displace anaphor repel".split()
)
_FILE_KEYS = frozenset({"type", "subtype", "generic", "yes", "no", "not", "words"})
_WORDS_KEYS = frozenset({"frame", "verbs", "nouns", "also", "not", "whom", "who", "made"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One event word or phrase. `lemmas` in order; `pos` verb or noun; `frame` says who stands where in its grammar.

    `also`: further subtypes that the word can name. `generic`: the word alone does not tell the means.
    `whom` and `who`: lemmas or classes of people (see find/company.py) of which one must be hit or act, for words that mean
    an incident only then ("disperse" crowds). `made`: verbs of which one must govern a noun ("impose" sanctions).
    """

    lemmas: tuple[str, ...]
    pos: str
    type: str
    subtype: str
    also: tuple[str, ...]
    generic: bool
    frame: str
    whom: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventWords:
    """`by_first[lemma]`: triggers that start with it, longest first; `blocked[lemma]`: phrases that are no event."""

    by_first: dict[str, tuple[Trigger, ...]]
    blocked: dict[str, tuple[tuple[str, ...], ...]]
    types: dict[str, str]
    examples: tuple[tuple[str, str, bool], ...]


@cache
def event_words() -> EventWords:
    """All event words of the package. Raises BadRule naming file, key and the known keys."""
    triggers: dict[str, list[Trigger]] = {}
    blocked: dict[str, list[tuple[str, ...]]] = {}
    types: dict[str, str] = {}
    examples: list[tuple[str, str, bool]] = []
    folder = files("warmonitor.lexicon").joinpath("events")
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name):
        data = _checked(path.name, path.read_text(encoding="utf-8"))
        if not data.get("generic"):
            types[data["subtype"]] = data["type"]
        for group in data["words"]:
            for pos, key in (("verb", "verbs"), ("noun", "nouns")):
                for phrase in group.get(key, ()):
                    t = Trigger(
                        tuple(phrase.lower().replace("-", " ").split()), pos, data["type"], data["subtype"],
                        tuple(group.get("also", ())), bool(data.get("generic")), group["frame"],
                        *(frozenset(group.get(needs, ())) for needs in ("whom", "who", "made")),
                    )  # fmt: skip
                    triggers.setdefault(t.lemmas[0], []).append(t)
        for phrase in [*data.get("not", ()), *(p for g in data["words"] for p in g.get("not", ()))]:
            lemmas = tuple(phrase.lower().replace("-", " ").split())
            blocked.setdefault(lemmas[0], []).append(lemmas)
        examples += [(data["subtype"], s, True) for s in data["yes"]] + [(data["subtype"], s, False) for s in data["no"]]
    return EventWords(
        {k: tuple(sorted(v, key=lambda t: (-len(t.lemmas), t.generic))) for k, v in triggers.items()},
        {k: tuple(v) for k, v in blocked.items()}, types, tuple(examples),
    )  # fmt: skip


def _checked(name: str, text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise BadRule(f"lexicon/events/{name}: {e}") from e
    for key in data:
        if key not in _FILE_KEYS:
            raise BadRule(f"lexicon/events/{name}: unknown key {key!r}; an event type has {', '.join(sorted(_FILE_KEYS))}")
    for key in ("type", "subtype", "yes", "no", "words"):
        if key not in data:
            raise BadRule(f"lexicon/events/{name}: no {key!r}; an event type has {', '.join(sorted(_FILE_KEYS))}")
    for group in data["words"]:
        for key in group:
            if key not in _WORDS_KEYS:
                raise BadRule(f"lexicon/events/{name}: unknown key {key!r}; [[words]] has {', '.join(sorted(_WORDS_KEYS))}")
        if group.get("frame") not in FRAMES:
            raise BadRule(f"lexicon/events/{name}: unknown frame {group.get('frame')!r}; known: {', '.join(sorted(FRAMES))}")
    return data
