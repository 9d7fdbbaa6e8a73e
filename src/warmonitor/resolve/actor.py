"""Names of actors → which of them are one, their fullest form, kind and country. Plain functions on strings.

Coordinated and possessive forms are untangled here too ("British and US officials"). Unknown names are typed by their head
noun; "Iranian-backed" says nothing of the country of the body itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from warmonitor.lexicon.actorkey import key, plain, skeleton
from warmonitor.lexicon.actors import ActorEntry, Actors, open_actors
from warmonitor.lexicon.bodies import given_names, head_noun, open_roles

_ARTICLE = re.compile(r"^(?:(?:the|a|an|so-called|this|that|these|those|its|their|his|her)\s+)+", re.IGNORECASE)
_SUPPORT = re.compile(
    r"[-‑–](?:backed|led|allied|aligned|linked|supported|sponsored|funded|trained|made|built|supplied|armed|affiliated|"
    r"controlled|held|based|inspired|born|run|owned|occupied|speaking|friendly|proxy)\b.*?(?=\s|$)",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\s(?:of|for|against|in|to|at|on|under|from)\s")
_JOIN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_STATE_BODIES = frozenset(["state-forces", "police", "government", "parliament", "intelligence"])
_GROUPS = frozenset(["rebel-group", "militia", "jihadist-group", "criminal-group"])
_FIGHTERS = _GROUPS | {"unknown", "state-forces"}
_NOT_INITIAL = frozenset(
    ["of", "the", "and", "for", "in", "to", "a", "an", "al", "el", "de", "del", "la", "las", "los", "y", "e"]
)


@lru_cache(maxsize=16_384)
def without_article(name: str) -> str:
    """`name` without leading article or pronoun, possessive 's and "so-called"; line breaks folded."""
    name = " ".join(name.split()).strip("\"“”'‘’ ")
    return re.sub(r"['’]s?$", "", _ARTICLE.sub("", name)) or name


def fullest(names: Sequence[str], name: str, *, actors: Actors | None = None) -> str:
    """The fullest form of `name` among all `names` of one report (articles dropped); `name` itself where nothing is fuller.

    A short form ("the Observatory", "Esper") is given to a longer one only where exactly one actor fits.
    """
    name = without_article(name)
    bare = _without_titles(name)
    forms = list(dict.fromkeys(without_article(n) for n in names))
    same = [f for f in forms if same_actor(f, name, actors=actors) and not _short_form(bare, f)]
    groups = [f for f in forms if _short_form(bare, f)]
    if not same or all(f == name for f in same):
        ones = _distinct(groups, actors)
        if len(ones) == 1:
            same = groups
    order = {f: -i for i, f in enumerate([*forms, name])}
    return max([*same, name], key=lambda f: (_fullness(f), order[f]))


def _fullness(form: str) -> tuple[int, int]:
    return (0 if _acronym(form) else 1, len(form))


def _distinct(forms: list[str], actors: Actors | None) -> list[str]:
    out: list[str] = []
    for form in sorted(forms, key=len, reverse=True):
        if not any(same_actor(form, other, actors=actors) or _short_form(form, other) for other in out):
            out.append(form)
    return out


def same_actor(a: str, b: str, *, actors: Actors | None = None) -> bool:
    """True where both names mean one actor: aliases, acronyms, transliterations, surname and full name, head and full name.

    Names with different nationalities are never one ("Iraqi army", "Syrian army").
    """
    a, b = _without_titles(without_article(a)), _without_titles(without_article(b))
    if key(a) == key(b):
        return True
    actors = actors or open_actors()
    a, b = _without_fighters(a, actors), _without_fighters(b, actors)
    one, two = actors.find(a), actors.find(b)
    if one and two:
        return bool({e.id for e in one} & {e.id for e in two}) or _same_state_body(one, two, a, b)
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 3:
        return True
    if _acronym(a) != _acronym(b):
        short, long = (a, b) if _acronym(a) else (b, a)
        return _initials_fit(short, long)
    if _nations(a, actors) != _nations(b, actors) and _nations(a, actors) and _nations(b, actors):
        return False
    return _short_form(a, b) or _short_form(b, a)


def _without_fighters(name: str, actors: Actors) -> str:
    """ "Boko Haram militants" are Boko Haram; of a name that is no known group's the word stays."""
    group, _, last = name.rpartition(" ")
    if not group or not last.islower() and not name.isupper() or actors.find(name):
        return name
    noun = head_noun(last)
    if noun is None or noun.body != "people" or noun.kind not in _FIGHTERS:
        return name
    found = actors.find(group)
    return group if len(found) == 1 and found[0].kind in _GROUPS else name


def _same_state_body(one: tuple[ActorEntry, ...], two: tuple[ActorEntry, ...], a: str, b: str) -> bool:
    """True for "Peruvian police" and "Peruvian National Police": one state, one kind, one name's words among the other's."""
    if len(one) != 1 or len(two) != 1 or one[0].country is None:
        return False
    if (one[0].country, one[0].kind) != (two[0].country, two[0].kind) or one[0].kind not in _STATE_BODIES:
        return False
    words, others = set(key(a).split()), set(key(b).split())
    return "/" in one[0].id + two[0].id and (words <= others or others <= words)


@lru_cache(maxsize=65_536)
def _short_form(short: str, long: str) -> bool:
    """True where `short` is what remains of `long` without its modifiers or complement: surname, head noun, first words."""
    s, full = key(short).split(), key(long).split()
    if not s or len(s) >= len(full):
        return False
    head = key(_COMPLEMENT.split(_SUPPORT.sub("", long))[0]).split()
    titled = key(_without_titles(long)).split()
    return head[-len(s) :] == s or (titled[-len(s) :] == s and head_noun(long) is None)


@lru_cache(maxsize=16_384)
def _without_titles(name: str) -> str:
    """`name` without the titles at its start: "Lt. Gen. John Roe" → "John Roe"."""
    words, roles = name.split(), open_roles()
    for n in range(min(4, len(words) - 1), 0, -1):
        if plain(" ".join(words[:n])) in roles:
            return _without_titles(" ".join(words[n:]))
    return name


def _acronym(name: str) -> bool:
    letters = name.replace("-", "").replace(".", "")
    return len(name) <= 9 and " " not in name and sum(c.isupper() for c in name) >= 2 and letters.isalnum()


def _initials_fit(short: str, long: str) -> bool:
    """True where `short` is made of the initials of `long`'s words (or its last words), small words counted or not."""
    words = [w for w in re.findall(r"[\w]+", plain(long)) if w]
    letters = re.sub(r"\W", "", plain(short))
    content = "".join(w[0] for w in words if w not in _NOT_INITIAL)
    return letters in ("".join(w[0] for w in words), content) or (len(letters) > 2 and content.endswith(letters))


def _nations(name: str, actors: Actors) -> frozenset[str]:
    """Keys of the nations whose adjective or name stands in `name`, "X-backed" left out."""
    found = set()
    words = key(_drop_backers(name)).split()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            phrase = " ".join(words[i : i + size])
            nation = actors.nations.words.get(phrase) or actors.nations.lands.get(phrase)
            if nation and nation.name:
                found.add(nation.code or nation.name)
    return frozenset(found)


def _drop_backers(name: str) -> str:
    """`name` without "Iranian-backed" and the like."""
    return " ".join(w for w in name.split() if not _SUPPORT.search(w))


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
    if all(p[0].isupper() for p in parts) and not _COMPLEMENT.search(parts[0]):
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
    name = _without_fighters(without_article(name), actors)
    entries = actors.find(name)
    if len(entries) == 1:
        return entries[0].id, entries[0].kind, entries[0].country
    if entries:
        return None, _agreed([e.kind for e in entries]) or "unknown", _agreed([e.country for e in entries])
    noun = head_noun(_COMPLEMENT.split(_SUPPORT.sub("", name))[0])
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
    words = _drop_backers(name).split()
    found = [m.entries[0] for m in actors.scan([key(w) for w in words]) if len(m.entries) == 1]
    found = [e for e in found if e.kind != "state"]
    return found[0] if len(found) == 1 else None


def _agreed(values: list[str] | list[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def _country(name: str, actors: Actors) -> str | None:
    codes = [n for n in sorted(_nations(name, actors)) if len(n) == 2]
    return codes[0] if len(codes) == 1 else None
