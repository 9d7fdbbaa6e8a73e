"""Figures of people as toll mentions: coordinated people, parts of a whole, and others beside those told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.figures import PEOPLE, REFLEXIVE, Figure, figure, in_words, is_people, who
from warmonitor.find.phrases import coordinated, noun_phrase
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import number_words, quantities
from warmonitor.lexicon.toll_words import toll_words
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token

_SUBSET = re.compile(
    r"(?:including|included|among (?:them|whom|the dead|those|the victims|the wounded|the injured)(?: (?:were|are|was))?|"
    r"of (?:them|whom|those)(?: (?:were|are))?|whom,?|among (?:whom|which)),? ?(?:at least|some|about|as many as)?$"
)
_PART_OF = re.compile(
    r"\bof (?:them|whom|those)\b,? (?!(?:in|at|on|near|by|were|was|are)\b)[a-z]"
    r"|^(?:some|many|most|several|half|none) of the (?:victims|wounded|injured|dead|casualties)\b"
)
""" "Five of them policemen", "injuries of some of the victims"."""
_OF_BOTH = re.compile(r"\b(?:casualt\w+|losses|victims)\b")
"""The whole counts dead and wounded alike, so that a part is all of its kind ("40 casualties, including 12 dead")."""
_OTHERS = re.compile(r"\b(?:others?|another|more|additional|further)\b(?! than)")


def figures(reading: Reading, anchor: Token, head: int, kind: str) -> Iterator[TollMention]:
    """The figures of the coordinated phrase at `head`.

    Parts without a number of their own go with the number before them ("13 women and children"), a nationality with the
    noun that follows ("two Dutch and one Danish soldier": one figure of two numbers), and single people named without a
    number are one figure together ("a clerk, a guard and a cook").
    """
    pending: list[Figure] = []
    done: list[Figure] = []
    named, head = head, _behind_name(reading, head)
    for i in _listed(reading, head):
        if i != head and _harmed_apart(reading, i):
            continue
        here = figure(reading, i)
        if here is None and (kind in _BODILY or anchor.lemma in _OF_PEOPLE) and _is_somebody(reading, i, anchor):
            here = Figure(("one",), i, i + 1, i, True)
        if here is not None and i == head != named:
            here = replace(here, first=noun_phrase(reading, named)[0])
        if here is None:
            before = pending[-1] if pending else done[-1] if done else None
            if before is not None and before.last <= i and is_people(reading, i) and reading.tokens[i].lower not in REFLEXIVE and not before.implied:
                grown = replace(before, last=noun_phrase(reading, i)[1])
                (pending if pending else done)[-1] = grown
            continue
        if not here.implied and _only_describes(reading, here):
            pending.append(here)
        elif pending and not here.implied and not pending[-1].implied:
            done.append(Figure((*(q for p in pending for q in p.quantity), *here.quantity), pending[0].first, here.last, here.head, False))
            pending = []
        elif here.implied and done and done[-1].implied:
            done[-1] = Figure((*done[-1].quantity, "one"), done[-1].first, here.last, done[-1].head, True)
        else:
            done.append(here)
    for f in (*done, *pending):
        yield mention(reading, kind, f.quantity, anchor, f.first, f.last, f.head)


_BODILY = frozenset({"killed", "injured", "abducted"})
_OF_PEOPLE = frozenset({"arrest", "detain", "apprehend", "jail", "imprison"})


def _is_somebody(reading: Reading, i: int, verb: Token) -> bool:
    """ "killed Karsan and his driver", "Karsan was arrested": a bare name that is killed is a person's, whatever else it could name."""
    name = reading.name_at(i)
    t = reading.tokens[i]
    unknown = name is not None and name.kind == "place" and name.entry is None and name.last - name.first == 1
    done_to = t.dep == "dobj" and t.i == verb.i + 1 or t.dep == "nsubjpass" and t.i == verb.i - 2
    return unknown and t.tag == "NNP" and done_to and t.head == verb.i and verb.tag[:1] == "V"


def _behind_name(reading: Reading, head: int) -> int:
    """ "captured a Movement of Northland leader": the leader, not the body whose name stands before."""
    name = reading.name_at(head)
    if name is None or name.kind not in ("armed-group", "organisation") or name.last >= len(reading.tokens):
        return head
    behind = reading.tokens[name.last]
    return behind.i if behind.tag in ("NN", "NNS") and people_words().get(behind.lemma) in PEOPLE else head


def _harmed_apart(reading: Reading, i: int) -> bool:
    """ "killed nine guards and injured scores": another verb with its own number, where a parser sees a list of people."""
    harms = toll_words().adjectives
    return any(
        c.lower in harms and reading.tokens[c.i - 1].lower == "and" and (c.i + 1 == i or reading.tokens[c.i + 1].tag == "CD")
        and (in_words(reading.tokens[c.i + 1]) or reading.tokens[c.i + 1].tag == "CD")
        for c in reading.children(i, "amod")
    )


def _listed(reading: Reading, head: int) -> Iterator[int]:
    """The heads of a list, with those that a parser hangs elsewhere: on an apposition ("two Dutch, one Danish and three Afghan
    soldiers", "15 soldiers, a doctor and two nurses"), or on what describes the first ("two men in their 20s and a woman")."""
    yield from coordinated(reading, head)
    listed = any(True for _ in reading.children(head, "nummod"))
    people = people_words().get(reading.tokens[head].lemma) in PEOPLE
    for c in reading.children(head, "appos"):
        parts = list(coordinated(reading, c.i))
        if listed and len(parts) > 1 and (any(True for _ in reading.children(c.i, "nummod")) if not people else _adds_to(reading, head, parts)):
            yield from parts
        elif not listed and people and len(parts) > 1 and any(True for _ in reading.children(c.i, "poss")):
            yield from parts  # "detained a commander, his deputy and several others"
        elif not listed and people:  # "kidnapped the village head, Musa Bello, and 49 others"
            yield from (i for i in parts[1:] if any(True for _ in reading.children(i, "nummod")))
    for p in reading.tokens[head + 1 : head + 2] if people else ():
        for o in reading.children(p.i, "pobj"):
            for c in reading.children(o.i, "conj") if p.dep == "prep" and people_words().get(o.lemma) not in PEOPLE else ():
                if people_words().get(c.lemma) in PEOPLE and any(d.lower in ("a", "an") for d in reading.children(c.i, "det")):
                    yield from coordinated(reading, c.i)


def _adds_to(reading: Reading, head: int, parts: list[int]) -> bool:
    """True for parts with articles or numbers of their own that are not the first figure told in detail."""
    if reading.name_at(parts[0]) is not None:
        return False
    counts = [_number(reading, i) for i in (head, *parts)]
    return None not in counts and counts[0] != sum(n for n in counts[1:] if n is not None)


def _number(reading: Reading, i: int) -> int | None:
    for c in reading.children(i, "nummod", "det"):
        if c.lower in ("a", "an"):
            return 1
        if c.tag == "CD":
            return int(c.text) if c.text.isdigit() else number_words().get(c.lower)
    return None


def _only_describes(reading: Reading, f: Figure) -> bool:
    """ "three French" in "three French and two Malian soldiers": the noun is still to come."""
    t = reading.tokens[f.head]
    if people_words().get(t.lemma) in PEOPLE or t.tag == "CD" or t.tag in ("NNS", "NNPS"):
        return False
    name = reading.name_at(f.head)
    return t.tag in ("JJ", "NNP") and (name is None or name.kind in ("nationality", "place", "other", "organisation", "armed-group"))


def mention(
    reading: Reading, kind: str, quantity: tuple[str, ...], anchor: Token, first: int, last: int, head: int | None
) -> TollMention:  # fmt: skip
    sentence = reading.sentences[anchor.sentence]
    before = reading.words(max(sentence.first, first - 6), first).lower() if first > sentence.first else ""
    phrase = reading.words(first, last).lower()
    part = "total"
    if _PART_OF.search(phrase) or _SUBSET.search(before) and not _OF_BOTH.search(before):
        part = "subset"
    elif _OTHERS.search(phrase) or before.endswith("another"):
        part = "others"
    people = _sides(reading, quantity, first, last) or who(reading, first, last, head)
    return TollMention(kind, quantity, anchor.i, first, last, head, people, part, False)  # type: ignore[arg-type]


def at_most(m: TollMention) -> TollMention | None:
    """The same number as an upper bound, for a figure that counts two kinds together; None where it has a lower end only."""
    words = m.quantity[0].split()
    if words[0] in ("no", "none", "nobody", "zero"):
        return m
    if len(m.quantity) != 1 or m.quantity == ("one",) or " ".join(words[:2]) in _OPEN or words[0] == "over":
        return None
    if (q := quantities().get(words[-1])) is not None and (not q.exact or q.high == 0):
        return None
    return replace(m, quantity=(f"up to {words[-1]}",))


_OPEN = frozenset({"at least", "more than", "no fewer", "no less", "not less", "upwards of", "upward of", "in excess", "well over"})


def _sides(reading: Reading, quantity: tuple[str, ...], first: int, last: int) -> str:
    """Several numbers in one figure: the words with their numbers ("two Dutch and one Danish soldier")."""
    return reading.words(first, last) if len(quantity) > 1 and any(q != "one" for q in quantity) else ""
