"""A cheap look at a text: can it hold an incident at all? What it rules out is never parsed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.causes import causes
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.relevance import everyday_words
from warmonitor.lexicon.weapon_words import weapon_words

_WORD = re.compile(r"[a-z]+")


def may_hold_incident(text: str) -> bool:
    """True where words of violence, capture, protest or settlement stand in `text`, in any inflection.

    Words that everyday texts use as well ("march", "seize") count only beside a word of arms or public affairs, deaths and
    injuries only beside a word of arms; two words of arms ("gunmen", "grenade") need nothing else.
    """
    lower = text.lower()
    words = set(_WORD.findall(lower))
    tests = _tests()
    if not words.isdisjoint(tests.strong) or _phrases().search(lower):
        return True
    if not words.isdisjoint(tests.harm) and not words.isdisjoint(tests.tools):
        return True
    arms = words & tests.force
    if arms:
        return len(arms) > 1 or not words.isdisjoint(tests.harm) or not words.isdisjoint(tests.everyday)
    return not words.isdisjoint(tests.public) and not words.isdisjoint(tests.everyday)


@cache
def _phrases() -> re.Pattern[str]:
    """Names of violence whose single words are everyday ones ("air strike", "gun battle")."""
    common = everyday_words()
    phrases = {
        t.lemmas
        for triggers in event_words().by_first.values()
        for t in triggers
        if t.pos == "noun" and len(t.lemmas) > 1 and all(w in common for w in t.lemmas) and t.subtype in _VIOLENT
    }
    nouns = "|".join(r"[ -]".join(map(re.escape, p)) for p in sorted(phrases))
    return re.compile(rf"\b(?:(?:{nouns})s?|{_VERBS})\b")


_VERBS = (
    r"shot dead|shot down|gunned down|torched|beheaded|tear[- ]gas\w*|hacked to death|beaten to death|truce|round(?:ed|s) up \d+|"
    r"opened fire|open fire|taken hostage|took hostage|held hostage|set fire to|civil war|martial law|sentenced to death|"
    r"peace (?:agreement|accord|deal|treaty)|blew (?:him|her|them)sel(?:f|ves) up"
)


_VIOLENT = frozenset({"air-strike", "shelling", "armed-clash", "remote-explosive", "grenade", "chemical", "suicide-bombing"})


@dataclass(frozen=True, slots=True)
class _Tests:
    """Inflected words: `strong` suffice alone, `harm` and `everyday` need `force` or (everyday only) `public` beside them.

    `tools` are arms with everyday uses too ("shell", "mine"): they count beside `harm` only.
    """

    strong: frozenset[str]
    harm: frozenset[str]
    everyday: frozenset[str]
    force: frozenset[str]
    tools: frozenset[str]
    public: frozenset[str]


@cache
def _tests() -> _Tests:
    common = everyday_words()
    strong: set[str] = set()
    harm: set[str] = set()
    everyday: set[str] = set()
    for triggers in event_words().by_first.values():
        for t in triggers:
            content = [w for w in t.lemmas if w not in common]
            group = harm if t.frame in ("result", "undergo") else strong
            for word in content:
                group |= _inflections(word)
            if not content:
                everyday |= _inflections(t.lemmas[0])
    arms = {w for w, c in causes().items() if c == "force" and w not in common}
    arms |= {w for w, cls in people_words().items() if cls == "armed" and " " not in w and w not in common}
    arms |= {
        lemmas[0]
        for phrases in weapon_words().values()
        for lemmas, weapon in phrases
        if not weapon.platform and len(lemmas) == 1 and lemmas[0] not in common
    }
    force = {x for w in arms for x in _inflections(w)} | _groups(common)
    tools = {
        lemmas[-1]
        for phrases in weapon_words().values()
        for lemmas, weapon in phrases
        if weapon.kind not in ("vehicle", "blunt") and (weapon.kind != "aircraft" or lemmas[-1] in ("jet", "warplane", "drone"))
    }
    tools |= {w for w, cls in people_words().items() if cls == "armed" and " " not in w} & {"raider", "attacker", "fighter", "bomber"}
    public = {x for w, c in causes().items() if c == "public" and w not in common for x in _inflections(w)}
    return _Tests(
        strong=frozenset(strong - harm),
        harm=frozenset(harm),
        everyday=frozenset(everyday),
        force=frozenset(force),
        tools=frozenset(x for w in tools for x in _inflections(w)),
        public=frozenset(public),
    )


def _groups(common: Collection[str]) -> set[str]:
    """Names of armed groups that are one word and no common one ("taliban", "hezbollah")."""
    names = (n.lower() for a in open_actors() if a.kind in _GROUPS for n in (a.name, *a.aliases))
    return {n for n in names if n.isascii() and n.isalpha() and len(n) >= _LONG and n not in common and n not in _NAMESAKES}


_GROUPS = frozenset({"rebel-group", "militia", "jihadist-group"})
_NAMESAKES = frozenset("model hashed shane wagner radwan kisan contras weathermen".split())
"""Names that other things and people bear more often."""
_LONG = 5
"""Letters; shorter names are acronyms, which mean too many other things."""


def _inflections(word: str) -> set[str]:
    """Regular English inflections of a lemma; irregular ones stand in the lexicon beside their lemma.

    >>> {"shelled", "shelling"} <= _inflections("shell"), "bombed" in _inflections("bomb"), "shot" in _inflections("shoot")
    (True, True, True)
    """
    stem = word[:-1] if word.endswith("e") else word
    out = {word, word + "s", word + "es", stem + "ed", stem + "ing", stem + "er", word + "er", stem + "ers"}
    if word[-1:] not in "aeiouwxy" and word[-2:-1] in "aeiou":
        out |= {word + word[-1] + "ed", word + word[-1] + "ing", word + word[-1] + "er"}
    if word.endswith("y"):
        out |= {word[:-1] + "ies", word[:-1] + "ied"}
    return {w for w in out if len(w) > 2} | _IRREGULAR.get(word, set())


_IRREGULAR = {
    "shoot": {"shot"}, "slay": {"slew", "slain"}, "strike": {"struck"}, "fight": {"fought"}, "flee": {"fled"},
    "seize": {"seized"}, "steal": {"stole", "stolen"}, "die": {"died", "dying", "dead", "death"}, "kill": {"killings"},
    "withdraw": {"withdrew", "withdrawn"}, "take": {"took", "taken"}, "hold": {"held"}, "break": {"broke", "broken"}, "set": {"setting"},
    "blow": {"blew", "blown"}, "drive": {"drove", "driven"}, "throw": {"threw", "thrown"}, "fall": {"fell", "fallen"},
    "overrun": {"overran"}, "retake": {"retook", "retaken"},
}  # fmt: skip
