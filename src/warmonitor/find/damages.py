"""Damage to things: verbs of destroying, burning, looting and seizing with what they were done to.

The words are cut as they stand: from the verb through its object where it is active ("destroyed two shops and a bus"),
from its subject through the verb where it is passive ("several houses were burned").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.lexicon.damage import damage_verbs
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import DamageMention
from warmonitor.model.reading import Reading, Token

_PEOPLE = frozenset({"armed", "state", "civilian", "official"})
_GOODS = frozenset(
    "weapon weaponry arm ammunition munition materiel material equipment cache explosive money cash gold food cattle livestock goat "
    "cow sheep camel fuel vehicle truck car motorcycle drug heroin opium cocaine supply medicine phone document uniform "
    "property good belonging".split()
)
_ABSTRACT = frozenset(
    "fire gunfire salvo ceasefire cease-fire truce deal talk record square street power control opportunity chance moment "
    "initiative life hope trust economy image reputation peace".split()
)
_LONGEST = 30


def find_damages(reading: Reading) -> tuple[DamageMention, ...]:
    """All damage told in the body, in text order; nothing wished, planned or merely possible."""
    out = []
    for token in reading.tokens:
        if token.tag[:2] == "VB" and reading.sentences[token.sentence].kind == "body" and _is_told(reading, token):
            found = _damage(reading, token)
            if found is not None:
                out.append(found)
        elif token.lemma == "damage" and token.tag[:2] == "NN" and (noun := _noun(reading, token)) is not None:
            out.append(noun)
    return tuple(_joined(reading, out))


def _joined(reading: Reading, found: list[DamageMention]) -> Iterator[DamageMention]:
    """ "Destroyed two vehicles, damaged a bridge and burned a depot" is one telling: verbs joined by commas and "and"."""
    held: DamageMention | None = None
    for d in sorted(found, key=lambda d: (d.first, d.last)):
        if held is None:
            held = d
            continue
        between = reading.tokens[held.last : d.first]
        same = reading.tokens[held.head].sentence == reading.tokens[d.head].sentence
        if d.first < held.last or same and len(between) <= 3 and all(t.tag in ("CC", ",", "RB") for t in between):
            held = replace(held, last=max(held.last, d.last))
            continue
        yield held
        held = d
    if held is not None:
        yield held


def _damage(reading: Reading, token: Token) -> DamageMention | None:
    for rest, takes in damage_verbs().get(token.lemma, ()):
        last = _further(reading, token, rest)
        if last is None:
            continue
        passive = token.tag == "VBN" and not any(c.lemma == "have" for c in reading.children(token.i, "aux"))
        passive = passive or any(reading.children(token.i, "auxpass", "nsubjpass"))
        if takes == "subject":
            thing = next(reading.children(token.i, "nsubj"), None)
        elif passive:
            thing = next(reading.children(token.i, "nsubjpass"), None) or _modified(reading, token)
        else:
            thing = next(reading.children(token.i, "dobj"), None) or _behind(reading, token)
        if thing is None or not _is_thing(reading, thing, goods=takes == "goods"):
            continue
        first, end = reading.subtree(thing.i)
        if first <= token.i < end:  # "houses burned by raiders": the phrase holds its own verb
            first, end = _noun_phrase(reading, thing)
        first, end = min(first, token.i), max(end, last)
        return DamageMention(token.i, first, min(end, first + _LONGEST))
    return None


def _further(reading: Reading, token: Token, rest: tuple[str, ...]) -> int | None:
    """Past-last token of a verb's further words, which may stand behind its object ("set cars on fire"); None without them."""
    if not rest:
        return token.i + 1
    at = token.i
    for word in rest:
        at = next(
            (i for i in range(at + 1, min(at + 9, len(reading.tokens))) if word in (reading.tokens[i].lemma, reading.tokens[i].lower)),
            -1,
        )
        if at < 0 or reading.tokens[at].sentence != token.sentence:
            return None
    return at + 1


def _modified(reading: Reading, token: Token) -> Token | None:
    """The noun that a participle hangs on ("houses burned by raiders"), or the subject of the verb it is joined to."""
    head = reading.tokens[token.head]
    if token.dep == "acl" and head.tag[:2] == "NN":
        return head
    if token.dep == "conj" and head.tag == "VBN":
        return next(reading.children(head.i, "nsubjpass"), None)
    return None


def _behind(reading: Reading, token: Token) -> Token | None:
    """ "set fire to a kiosk", "two of them on fire": the thing in the phrase behind."""
    for c in reading.children(token.i, "dobj", "prep", "dative"):
        for p in (c, *reading.children(c.i, "prep")):
            if p.lower == "to":
                return next(reading.children(p.i, "pobj"), None)
    return None


def _noun(reading: Reading, token: Token) -> DamageMention | None:
    """ "caused heavy damage to the market": damage as a noun, with what it was done to."""
    verb = reading.tokens[token.head]
    if token.dep not in ("dobj", "nsubjpass", "nsubj", "conj") or verb.tag[:2] != "VB" or not _is_told(reading, verb):
        return None
    if any(d.lower in ("no", "any") for d in reading.children(token.i, "det")):
        return None
    first, last = reading.subtree(token.i)
    return DamageMention(verb.i, first, min(last, first + _LONGEST)) if last - first > 1 else None


def _is_told(reading: Reading, verb: Token) -> bool:
    """The verb tells of something that took place: not "to destroy", not "will burn", not a gerund of habit after a noun."""
    if verb.tag == "VB":
        return False
    auxiliaries = [c.lower for c in reading.children(verb.i, "aux")]
    if "to" in auxiliaries or any(a in ("will", "would", "could", "may", "might", "can", "should", "must") for a in auxiliaries):
        return False
    return not any(reading.children(verb.i, "neg"))


def _is_thing(reading: Reading, noun: Token, *, goods: bool) -> bool:
    if noun.tag[:2] not in ("NN", "CD", "DT") or noun.lemma in _ABSTRACT or people_words().get(noun.lemma) in _PEOPLE:
        return False
    if not goods:
        name = reading.name_at(noun.i)
        return name is None or name.kind not in ("person", "armed-group")
    nouns = [noun, *(t for t in reading.tokens[slice(*reading.subtree(noun.i))] if t.tag[:2] == "NN")]
    return any(t.lemma in _GOODS or t.lemma in weapon_words() for t in nouns)


def _noun_phrase(reading: Reading, noun: Token) -> tuple[int, int]:
    """The noun with what stands before it."""
    return min((c.i for c in reading.children(noun.i) if c.i < noun.i), default=noun.i), noun.i + 1
