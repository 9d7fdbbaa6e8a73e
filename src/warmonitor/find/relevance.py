"""A cheap look at a text: can it hold an incident at all? What it rules out is never parsed."""

from __future__ import annotations

import re
from functools import cache

from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.relevance import everyday_words
from warmonitor.lexicon.weapon_words import weapon_words

_WORD = re.compile(r"[a-z]+")


def may_hold_incident(text: str) -> bool:
    """True where a word of violence, capture, protest or settlement stands in `text`, in any inflection.

    Words that everyday texts use as well ("hit", "deal", "fire") do not suffice alone.
    """
    strong = _strong()
    return any(w in strong for w in set(_WORD.findall(text.lower())))


@cache
def _strong() -> frozenset[str]:
    everyday = everyday_words()
    out: set[str] = set()
    for triggers in event_words().by_first.values():
        for t in triggers:
            content = [w for w in t.lemmas if w not in everyday]
            for word in content:
                out.update(_inflections(word))
    for word, cls in people_words().items():
        if cls == "armed" and " " not in word and word not in everyday:
            out.update(_inflections(word))
    for phrases in weapon_words().values():
        for lemmas, weapon in phrases:
            if not weapon.platform and len(lemmas) == 1 and lemmas[0] not in everyday:
                out.update(_inflections(lemmas[0]))
    return frozenset(out)


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
    "overrun": {"overran"}, "retake": {"retook", "retaken"},
}  # fmt: skip
