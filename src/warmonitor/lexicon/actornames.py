"""Whether two names mean one actor: aliases, acronyms, transliterations, short and full forms. For every stage that asks it."""

from __future__ import annotations

import re
from functools import lru_cache

from warmonitor.lexicon.actorkey import key, plain, skeleton
from warmonitor.lexicon.actors import ActorEntry, Actors, open_actors
from warmonitor.lexicon.bodies import head_noun, open_roles

_ARTICLE = re.compile(r"^(?:(?:the|a|an|so-called|this|that|these|those|its|their|his|her)\s+)+", re.IGNORECASE)
BACKED = re.compile(
    r"[-‑–](?:backed|led|allied|aligned|linked|supported|sponsored|funded|trained|made|built|supplied|armed|affiliated|"
    r"controlled|held|based|inspired|born|run|owned|occupied|speaking|friendly|proxy)\b.*?(?=\s|$)",
    re.IGNORECASE,
)
COMPLEMENT = re.compile(r"\s(?:of|for|against|in|to|at|on|under|from)\s")
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


def same_actor(a: str, b: str, *, actors: Actors | None = None) -> bool:
    """True where both names mean one actor: aliases, acronyms, transliterations, surname and full name, head and full name.

    Names with different nationalities are never one ("Iraqi army", "Syrian army").
    """
    a, b = without_titles(without_article(a)), without_titles(without_article(b))
    if key(a) == key(b):
        return True
    actors = actors or open_actors()
    a, b = without_fighters(a, actors), without_fighters(b, actors)
    one, two = actors.find(a), actors.find(b)
    if one and two:
        return bool({e.id for e in one} & {e.id for e in two}) or _same_state_body(one, two, a, b)
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 3:
        return True
    if is_acronym(a) != is_acronym(b):
        short, long = (a, b) if is_acronym(a) else (b, a)
        return _initials_fit(short, long)
    if nations_in(a, actors) != nations_in(b, actors) and nations_in(a, actors) and nations_in(b, actors):
        return False
    return short_form(a, b) or short_form(b, a)


def without_fighters(name: str, actors: Actors) -> str:
    """ "Boko Haram militants" are Boko Haram; of a name that is no known group's the word stays."""
    group = group_of_fighters(name)
    if group is None or actors.find(name):
        return name
    found = actors.find(group)
    return group if len(found) == 1 and found[0].kind in _GROUPS else name


def group_of_fighters(name: str, *, soldiers: bool = True) -> str | None:
    """The words before a noun for fighters, with `soldiers` for soldiers too: "Falcons" of "Falcons gunmen"; None for other names."""
    group, _, last = name.rpartition(" ")
    if not group or not last.islower() and not name.isupper():
        return None
    noun = head_noun(last)
    kinds = _FIGHTERS if soldiers else _FIGHTERS - {"state-forces"}
    return group if noun is not None and noun.body in ("people", "group") and noun.kind in kinds else None


def _same_state_body(one: tuple[ActorEntry, ...], two: tuple[ActorEntry, ...], a: str, b: str) -> bool:
    """True for "Peruvian police" and "Peruvian National Police": one state, one kind, one name's words among the other's."""
    if len(one) != 1 or len(two) != 1 or one[0].country is None:
        return False
    if (one[0].country, one[0].kind) != (two[0].country, two[0].kind) or one[0].kind not in _STATE_BODIES:
        return False
    words, others = set(key(a).split()), set(key(b).split())
    return "/" in one[0].id + two[0].id and (words <= others or others <= words)


@lru_cache(maxsize=65_536)
def short_form(short: str, long: str) -> bool:
    """True where `short` is what remains of `long` without its modifiers or complement: surname, head noun, first words."""
    s, full = key(short).split(), key(long).split()
    if not s or len(s) >= len(full):
        return False
    head = key(COMPLEMENT.split(BACKED.sub("", long))[0]).split()
    titled = key(without_titles(long)).split()
    return head[-len(s) :] == s or (titled[-len(s) :] == s and head_noun(long) is None)


@lru_cache(maxsize=16_384)
def without_titles(name: str) -> str:
    """`name` without the titles at its start: "Lt. Gen. John Roe" → "John Roe"."""
    words, roles = name.split(), open_roles()
    for n in range(min(4, len(words) - 1), 0, -1):
        if plain(" ".join(words[:n])) in roles:
            return without_titles(" ".join(words[n:]))
    return name


def is_acronym(name: str) -> bool:
    """True for one short word with two capitals or more: "ICRC", "HTS", "U.N."."""
    letters = name.replace("-", "").replace(".", "")
    return len(name) <= 9 and " " not in name and sum(c.isupper() for c in name) >= 2 and letters.isalnum()


def _initials_fit(short: str, long: str) -> bool:
    """True where `short` is made of the initials of `long`'s words (or its last words), small words counted or not."""
    words = [w for w in re.findall(r"[\w]+", plain(long)) if w]
    letters = re.sub(r"\W", "", plain(short))
    content = "".join(w[0] for w in words if w not in _NOT_INITIAL)
    return letters in ("".join(w[0] for w in words), content) or (len(letters) > 2 and content.endswith(letters))


def nations_in(name: str, actors: Actors) -> frozenset[str]:
    """Keys of the nations whose adjective or name stands in `name`, "X-backed" left out."""
    found = set()
    words = key(without_backers(name)).split()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            phrase = " ".join(words[i : i + size])
            nation = actors.nations.words.get(phrase) or actors.nations.lands.get(phrase)
            if nation and nation.name:
                found.add(nation.code or nation.name)
    return frozenset(found)


def without_backers(name: str) -> str:
    """`name` without "Iranian-backed" and the like."""
    return " ".join(w for w in name.split() if not BACKED.search(w))
