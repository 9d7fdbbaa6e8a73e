"""Whether the one who acts is of the speaker's own side: his forces, jets or police, named without anybody else's flag."""

from __future__ import annotations

from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.organs import arms_of
from warmonitor.model.reading import Attribution, Reading, Speaker, Token


def is_own_side(reading: Reading, actor: Token, here: Attribution) -> bool:
    """ "The army said troops battled …", "police raided a house, the police chief said": a bare force of the speaker's own.

    An actor under another nation's name, a guerrilla's or somebody else's unit is not.
    """
    words = speaker_words(reading, here)
    if not any(actor.lemma in arms_of()[w] or actor.lower in arms_of()[w] for w in words & arms_of().keys()):
        return False
    nations = _nations(words)
    for c in reading.children(actor.i):
        if c.dep in ("amod", "compound", "nmod", "poss", "nummod") and c.tag[:2] in ("JJ", "NN"):
            nation = open_nations().adjective(c.lower) or open_nations().land(c.text)
            if nation is not None and nation.name not in nations:
                return False
            if nation is None and c.lower not in _BARE and c.lower not in words:
                return False
        if c.dep == "prep" and c.lower == "from":
            return False
    return not any(
        d.lower in ("some", "other", "rival", "enemy", "no", "any") for d in reading.children(actor.i, "det", "amod")
    )


def is_organ(speaker: Speaker) -> bool:
    """An army, a police, a ministry: what it says of its own doings it confirms, and does not claim."""
    words = speaker.name.lower().replace("-", " ").replace("’s", " ").replace("'s", " ").split()
    state = speaker.entry is not None and "/" in speaker.entry
    return state or not arms_of().keys().isdisjoint(words)


_BARE = frozenset(
    "security special ground government air naval armed military army navy police local anti-terrorist riot elite combat "
    "fighter federal national joint regular state border".split()
)


def speaker_words(reading: Reading, here: Attribution) -> frozenset[str]:
    """The words by which the speaker is called, by name and in the source, in lower case; plurals also without "s"."""
    said = [here.speaker.name, *(reading.text[s.start : s.end] for s in here.source)]
    words = " ".join(said).lower().replace("’", "'").replace("'s", " ").replace("-", " ").replace(",", " ").split()
    return frozenset(words) | frozenset(w[:-1] for w in words if w.endswith("s") and len(w) > 4)


def _nations(words: frozenset[str]) -> frozenset[str]:
    found = (open_nations().adjective(w) or open_nations().land(w) for w in words)
    return frozenset(n.name for n in found if n is not None)
