"""Names of actors → their fullest form, kind and country. Plain functions on strings; which are one: lexicon/actornames.py.

Coordinated and possessive forms are untangled here too ("British and US officials"). Unknown names are typed by their head
noun; "Iranian-backed" says nothing of the country of the body itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warmonitor.lexicon.actorkey import key, plain
from warmonitor.lexicon.actornames import (
    BACKED,
    COMPLEMENT,
    group_of_fighters,
    is_acronym,
    nations_in,
    same_actor,
    short_form,
    without_article,
    without_backers,
    without_fighters,
    without_titles,
)
from warmonitor.lexicon.actors import ActorEntry, Actors, open_actors
from warmonitor.lexicon.bodies import given_names, head_noun

_JOIN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")

_CREED = re.compile(r"\w+(?:ist|ite|ic)|Sunni|Shia|Shi'a|Muslim|Christian|Hindu|Sikh|Buddhist|Jihadi", re.IGNORECASE)
"""One adjective of faith or conviction: "Islamist militants" are of no group of that name."""


def fullest(names: Sequence[str], name: str, *, actors: Actors | None = None) -> str:
    """The fullest form of `name` among all `names` of one report (articles dropped); `name` itself where nothing is fuller.

    A short form ("the Observatory", "Esper") is given to a longer one only where exactly one actor fits.
    """
    name = without_article(name)
    bare = without_titles(name)
    forms = list(dict.fromkeys(without_article(n) for n in names))
    group = group_of_fighters(bare, soldiers=False)
    if group is not None and not nations_in(group, actors or open_actors()) and any(
        f == group and not _CREED.fullmatch(f) or short_form(group, f) for f in forms
    ):
        name = bare = group  # "Falcons gunmen" of the Northern Falcons
    same = [f for f in forms if same_actor(f, name, actors=actors) and not short_form(bare, f)]
    groups = [f for f in forms if short_form(bare, f)]
    if not same or all(f == name for f in same):
        ones = _distinct(groups, actors)
        if len(ones) == 1:
            same = groups
    order = {f: -i for i, f in enumerate(dict.fromkeys([*forms, name]))}
    return max([*same, name], key=lambda f: (_fullness(f), order[f]))


def _fullness(form: str) -> tuple[int, int]:
    return (0 if is_acronym(form) else 1, len(form))


def _distinct(forms: list[str], actors: Actors | None) -> list[str]:
    out: list[str] = []
    for form in sorted(forms, key=len, reverse=True):
        if not any(same_actor(form, other, actors=actors) or short_form(form, other) for other in out):
            out.append(form)
    return out


def expand_coordination(text: str, *, actors: Actors | None = None) -> tuple[str, ...]:
    """The actors that a coordination names: "British and US officials" → ("British officials", "US officials").

    A name that holds an "and" of its own ("Bosnia and Herzegovina") and descriptions without names stay whole.
    """
    text = without_article(text)
    actors = actors or open_actors()
    parts = [p for p in _JOIN.split(text) if p]
    if len(parts) < 2 or actors.find(text):
        return (text,)
    parts = [without_article(p) for p in parts]
    modifier, head = _modifier(parts[-1], actors)
    if modifier and head and all(_is_nation(p, actors) for p in parts[:-1]):
        return tuple(f"{m} {head}" for m in (*parts[:-1], modifier))
    if all(p[0].isupper() for p in parts) and not COMPLEMENT.search(parts[0]):
        return _one_family(parts) or tuple(parts)
    return (text,)


def _one_family(parts: list[str]) -> tuple[str, ...]:
    """ "Ana and Luis Roe" are Ana Roe and Luis Roe; () where the parts are no given names before one surname."""
    last = parts[-1].split()
    given = given_names()
    if len(last) < 2 or plain(last[0]) not in given or not all(plain(p) in given for p in parts[:-1]):
        return ()
    return tuple(f"{p} {' '.join(last[1:])}" for p in parts[:-1]) + (parts[-1],)


def _modifier(part: str, actors: Actors) -> tuple[str, str]:
    """The nation's word at the start of `part`, and what follows it."""
    words = part.split()
    for size in (3, 2, 1):
        if len(words) > size and _is_nation(" ".join(words[:size]), actors):
            return " ".join(words[:size]), " ".join(words[size:])
    return "", ""


def _is_nation(word: str, actors: Actors) -> bool:
    return actors.nations.adjective(word) is not None or actors.nations.land(word) is not None


def kind_and_country(name: str, *, actors: Actors | None = None) -> tuple[str | None, str, str | None]:
    """(lexicon id or None, kind, ISO 3166-1 alpha-2 country or None) of an actor.

    Unknown names are typed by their head noun ("the Baratha militia" is a militia), else "unknown". An ambiguous name has no
    id, and kind and country only where all its candidates agree.
    """
    actors = actors or open_actors()
    name = without_fighters(without_article(name), actors)
    entries = actors.find(name)
    if len(entries) == 1:
        return entries[0].id, entries[0].kind, entries[0].country
    if entries:
        return None, _agreed([e.kind for e in entries]) or "unknown", _agreed([e.country for e in entries])
    noun = head_noun(COMPLEMENT.split(BACKED.sub("", name))[0])
    inner = _inner_entry(name, actors)
    country = _country(name, actors)
    if inner and not (noun and noun.kind in ("media", "civilians", "facility")):
        return (
            None,
            inner.kind if inner.kind != "state" else (noun.kind if noun else "unknown"),
            country or inner.country,
        )
    return None, noun.kind if noun else "unknown", country


def _inner_entry(name: str, actors: Actors) -> ActorEntry | None:
    """The one non-state actor that stands inside a longer description ("Kataib Hezbollah fighters")."""
    words = without_backers(name).split()
    found = [m.entries[0] for m in actors.scan([key(w) for w in words]) if len(m.entries) == 1]
    found = [e for e in found if e.kind != "state"]
    return found[0] if len(found) == 1 else None


def _agreed(values: list[str] | list[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def _country(name: str, actors: Actors) -> str | None:
    codes = [n for n in sorted(nations_in(name, actors)) if len(n) == 2]
    return codes[0] if len(codes) == 1 else None
