"""Deaths, blasts and attacks in which nobody used force: by nature, mishap or disease, and in words only.

Most words of violence have a harmless use: a storm kills, a bus explodes, a critic attacks a plan. What tells them apart is
who does it, to what, and whether the report speaks of force at all (arms, fighters, a massacre).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmonitor.find.subjects import subject_of
from warmonitor.find.triggers import Found
from warmonitor.lexicon.accidents import tells_of_accident
from warmonitor.lexicon.causes import causes
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.reading import Reading, Token

_HARM = frozenset({"result", "undergo", "device"})
_HARMLESS_DOERS = frozenset({"nature", "mishap", "flames", "illness", "animal"})
_IN_WORDS = frozenset({"abstract", "flames", "illness"})
_VIOLENT = frozenset({"battle", "explosion", "violence-against-civilians"})
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_TELLING = frozenset("show tell depict follow portray trace feature see open describe recount stage".split())
_RENDING = frozenset({"rip", "tear"})
_BLASTS = frozenset("blast explosion bomb bombing bomber detonation device shrapnel shell round bullet gunfire attack volley fire".split())
"""What rips through people; panic and scandals do so in words only."""
_SPARED = frozenset({"vehicle", "aircraft", "blunt"})


def with_force(reading: Reading, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The triggers that can be violence, in order."""
    armed = speaks_of_force(reading) or any(_unmistakable(f) for f in found)
    play = not armed and any(causes().get(t.lemma) in ("game", "work") for t in reading.tokens)
    left = [
        f
        for f in found
        if not _harmless(reading, f, armed=armed)
        and not _told(reading, f)
        and not ((play or _played(reading, f)) and (f.trigger.type in _VIOLENT or f.trigger.frame in ("foil", "crowd")))
    ]
    gone = {f.head for f in found} - {f.head for f in left}
    return tuple(f for f in left if not any(c.i in gone for c in reading.children(f.head, "dobj")))


def _unmistakable(f: Found) -> bool:
    """A name of violence of two words ("air strike", "gun battle") has no harmless use left once figures of speech are out."""
    return f.trigger.pos == "noun" and len(f.trigger.lemmas) > 1 and not f.trigger.generic and f.trigger.type in ("explosion", "battle")


def _played(reading: Reading, f: Found) -> bool:
    """True in a sentence of sport (a score, a striker, a season) without a word of arms, whatever else the report holds."""
    sentence = reading.sentences[reading.tokens[f.head].sentence]
    tokens = reading.tokens[sentence.first : sentence.last]
    if any(causes().get(t.lemma) == "force" for t in tokens):
        return False
    words = reading.text[sentence.start : sentence.end]
    return _SCORE.search(words) is not None and "win" in words or any(causes().get(t.lemma) == "game" for t in tokens)


def speaks_of_force(reading: Reading) -> bool:
    """True where arms, armed people or an unmistakable crime stand anywhere in the report."""
    weapons = weapon_words()
    for t in reading.tokens:
        if causes().get(t.lemma) == "force" and t.tag[:2] in ("NN", "JJ", "VB") and not _in_sport(reading, t):
            return True
        for lemmas, weapon in weapons.get(t.lemma, ()):
            if weapon.kind not in _SPARED and len(lemmas) > 1 and reading.match(t.i, lemmas) is not None:
                return True
    return False


def _in_sport(reading: Reading, t: Token) -> bool:
    """A name of a club or product ("the Rockets") speaks of no arms."""
    return t.tag in ("NNP", "NNPS") and reading.sentences[t.sentence].first != t.i and not t.text.isupper()


def _harmless(reading: Reading, f: Found, *, armed: bool) -> bool:
    frame = f.trigger.frame
    if f.trigger.subtype in ("formal-act", "arrest") and not armed and _for_an_ordinary_crime(reading, f):
        return True
    sentence = reading.sentences[reading.tokens[f.head].sentence]
    words = reading.text[sentence.start : sentence.end].lower()
    if f.trigger.subtype == "arrest" and tells_of_accident(words) and not _by_weapon(reading, f):
        return True
    if f.trigger.lemmas[0] in _RENDING and f.trigger.pos == "verb":
        return not any(w in _BLASTS or w in weapon_words() for i in _doers(reading, f) for w in _names(reading, i))
    if frame == "formal":
        return any(causes().get(w) in _IN_WORDS for i in _hit(reading, f) for w in _names(reading, i))
    if frame in ("crowd", "agreement", "release", "anaphor"):
        return False
    doing = list(_doers(reading, f))
    doers = [causes().get(w) for i in doing if not _is_gunfire(reading, i) for w in _names(reading, i)]
    armed = armed or any(people_words().get(reading.tokens[i].lemma) == "armed" or _is_gunfire(reading, i) for i in doing)
    if any(c in _HARMLESS_DOERS for c in doers) and not _by_weapon(reading, f):
        return True
    if frame in ("agent-patient", "meet", "take", "result", "foil") and any(
        causes().get(w) in _IN_WORDS for i in _hit(reading, f) for w in _names(reading, i)
    ):
        return True
    if armed:
        return False
    if frame in _HARM or f.trigger.also or f.trigger.generic:
        return frame in ("result", "undergo") or "vehicle" in doers or tells_of_accident(words)
    return (
        frame == "displace"
        or f.trigger.subtype == "armed-clash"
        or f.trigger.type in _VIOLENT
        and _SCORE.search(words) is not None
    )


def _is_gunfire(reading: Reading, i: int) -> bool:
    """ "killed by Northland fire", "by rebel fire", "by friendly fire": not what burns."""
    if reading.tokens[i].lemma != "fire":
        return False
    return any(
        people_words().get(c.lemma) in ("armed", "state")
        or causes().get(c.lemma) == "force"
        or c.lower in ("hostile", "enemy", "friendly", "live", "heavy", "intense", "cross")
        or (n := reading.name_at(c.i)) is not None
        and n.kind in ("nationality", "armed-group", "organisation")
        for c in reading.children(i, "amod", "compound", "nmod", "poss")
    )


def _told(reading: Reading, f: Found) -> bool:
    """True for what a work tells: "the film shows a massacre", "in the novel a gang kidnaps a judge"."""
    sentence = reading.sentences[reading.tokens[f.head].sentence]
    works = [t for t in reading.tokens[sentence.first : sentence.last] if causes().get(t.lemma) == "work"]
    for t in works:
        verb = reading.tokens[t.head]
        first, last = reading.subtree(verb.i)
        if t.dep == "nsubj" and verb.lemma in _TELLING and first <= f.head < last:
            return True
        if (
            verb.dep == "prep"
            and verb.lower == "in"
            and t.i < f.head
            and reading.tokens[f.head].tag in ("VBZ", "VBP", "VBG")
        ):
            return True
    return False


def _names(reading: Reading, i: int) -> Iterator[str]:
    """The lemma of token i, and with the noun before it; nothing for a proper name ("the Desert Wolves" are no wolves)."""
    t = reading.tokens[i]
    name = reading.name_at(i)
    if name is not None and (name.kind == "armed-group" or name.entry is not None):
        return
    yield t.lemma
    if i and reading.tokens[i - 1].tag[:1] in ("N", "J"):
        yield f"{reading.tokens[i - 1].lemma} {t.lemma}"


def _doers(reading: Reading, f: Found) -> Iterator[int]:
    if f.trigger.pos == "verb":
        subject, passive = subject_of(reading, f.head)
        if subject is not None and (not passive or f.trigger.frame == "device"):
            yield subject
        if subject is not None and f.trigger.frame == "undergo":
            return
        for c in reading.children(f.head, "agent", "prep"):
            if c.lower in ("by", "in", "from"):
                yield from (o.i for o in reading.children(c.i, "pobj"))
    else:
        for i in range(f.first, f.last):
            yield from (c.i for c in reading.children(i, "compound", "amod", "nmod", "poss"))


def _hit(reading: Reading, f: Found) -> Iterator[int]:
    if f.trigger.pos == "verb":
        yield from (c.i for c in reading.children(f.head, "dobj") if c.i >= f.last)  # not the fire that is opened
        subject, passive = subject_of(reading, f.head)
        if passive and subject is not None:
            yield subject
    for c in reading.children(f.head, "prep"):
        if c.lower in ("on", "against", "at", "over", "with"):
            yield from (o.i for o in reading.children(c.i, "pobj"))


def _for_an_ordinary_crime(reading: Reading, f: Found) -> bool:
    """ "arrested for driving without a licence", "sentenced to three years for fraud": no political or state actor in it."""
    return any(
        causes().get(o.lemma) == "ordinary" or causes().get(o.lower) == "ordinary"
        for c in reading.tokens[f.head : reading.sentences[reading.tokens[f.head].sentence].last]
        if c.lower in ("for", "of", "on")
        for o in reading.children(c.i, "pobj", "pcomp")
    )


def _by_weapon(reading: Reading, f: Found) -> bool:
    """ "set the house on fire with a petrol bomb", "in a fire started by rebels": arms in the same clause."""
    first, last = reading.subtree(f.head)
    return any(
        causes().get(reading.tokens[i].lemma) == "force" or people_words().get(reading.tokens[i].lemma) == "armed"
        for i in range(first, last)
    )
