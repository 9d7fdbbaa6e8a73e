"""Bodies by their head noun: "the Baratha militia", "Ministry of Defence", "3rd Battalion, 6th Marines", "Liwa al-X"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from warmonitor.lexicon.actorkey import plain
from warmonitor.lexicon.actors import ARMED
from warmonitor.lexicon.bodies import HeadNoun, head_noun, open_headnouns, singular
from warmonitor.model.reading import NameKind
from warmonitor.read.naming.view import HYPHENS, UNIT_NUMBER, Candidate, View

_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CD", "AFX"])
DIVISIONS = frozenset(
    ["state", "department", "province", "district", "region", "county", "governorate", "prefecture", "territory"]
)
_JOINERS = frozenset(["of", "for", "and", "the", "to", "in", "&"])


def bodies(view: View) -> Iterator[Candidate]:
    """Named or numbered bodies; unnamed ones ("the militia") are no names."""
    ends = _last_words()
    for t in view.tokens:
        if t.tag[:2] != "NN" or singular(t.lower) not in ends:
            continue
        if view.together(t.i, t.i + 1) and view.tokens[t.i + 1].tag[:2] == "NN" and _head_at(view, t.i + 1):
            continue
        noun = _head_at(view, t.i)
        if noun and noun.body != "initial" and (found := _body(view, t.i, noun)):
            yield found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(singular(noun.split()[-1]) for noun in open_headnouns())


def initial_noun(word: str) -> HeadNoun | None:
    """The noun of a body that stands first in its language ("Liwa al-X", "Frente X"), or None."""
    noun = open_headnouns().get(plain(word).replace("’", "'"))
    return noun if noun and noun.body == "initial" else None


def kind_of_noun(noun: HeadNoun) -> NameKind:
    """What a name with this head noun is."""
    return "facility" if noun.body == "facility" else "armed-group" if noun.kind in ARMED else "organisation"


def _head_at(view: View, i: int) -> HeadNoun | None:
    first = max(view.parse.sentences[view.tokens[i].sentence].first, i - 2)
    return head_noun(" ".join(t.lower for t in view.tokens[first : i + 1]))


def _body(view: View, head: int, noun: HeadNoun) -> Candidate | None:
    start = view.parse.sentences[view.tokens[head].sentence].first
    first = head
    while first > start and _modifies(view, first - 1):
        first -= 1
    while first < head and not _opens_name(view, first):
        first += 1
    last = _complement(view, head + 1) if view.proper[head] else head + 1
    if noun.body == "unit":
        last = _higher_unit(view, last)
    if not _counts(view, first, head, last, noun):
        return None
    entry = view.actors.find(view.phrase(first, last))
    if view.title_case[view.tokens[head].sentence] and not entry and not view.elsewhere(first, last):
        return None  # in a headline any word has a capital
    if entry and entry[0].kind == "state":
        return None
    if (
        view.lower(head) in DIVISIONS
        and first < head
        and (noun.kind == "state" or view.is_place(view.phrase(first, head)))
    ):
        return None  # "Borno state", "Arauca department": ground, not a body
    return Candidate(first, last, kind_of_noun(noun), entry[0].id if len(entry) == 1 else None, "body")


def _counts(view: View, first: int, head: int, last: int, noun: HeadNoun) -> bool:
    """True where something names the body: a proper word, a complement, a unit's number."""
    people = noun.body == "people" and (not view.proper[head] or view.upper[view.tokens[head].sentence])
    if first == head == last - 1 or people:
        return False
    named = any(view.proper[i] for i in range(first, head))
    numbered = noun.body == "unit" and any(UNIT_NUMBER.match(view.tokens[i].text) for i in range(first, head))
    return named or numbered or (last > head + 1 and noun.body != "facility")


def _modifies(view: View, i: int) -> bool:
    t = view.tokens[i]
    if t.text in HYPHENS:
        return True
    if t.tag == "POS" or i in view.title_ends and view.title_ends[i] == i:
        return False
    hyphened = view.tokens[i + 1].text in HYPHENS or (i > 0 and view.tokens[i - 1].text in HYPHENS)
    return (
        t.tag in _NOMINAL
        or (hyphened and t.tag[:2] in ("VB", "RB", "IN"))
        or (view.proper[i] and t.lower not in _JOINERS)
    )


def _opens_name(view: View, i: int) -> bool:
    """A described body's name begins with something proper, a hyphened word or a unit's number."""
    t = view.tokens[i]
    if t.text in HYPHENS:
        return False
    if view.proper[i] or (view.words[i] in view.actors.nations.words and t.text[0].isupper()):
        return True
    if view.together(i, i + 1) and view.tokens[i + 1].text in HYPHENS and t.tag != "CD":
        return True
    return bool(UNIT_NUMBER.match(t.text))


def _complement(view: View, last: int) -> int:
    """ "of Defence", "for the Liberation of Palestine", "of Iraq and the Levant" after a capitalised head noun."""
    end = last
    while view.together(last - 1, end) and view.lower(end) in (
        ("of", "for") if end == last else ("of", "for", "and", "&")
    ):
        j = end + 1
        while view.lower(j) in ("the", "and", "al"):
            j += 1
        if not view.together(last - 1, j) or not view.proper[j]:
            break
        while (
            view.together(last - 1, j)
            and (view.proper[j] or view.particle(j))
            and not (j > end + 1 and _title_of_person(view, j))
        ):
            j += 1
        end = j
    return end


def _title_of_person(view: View, i: int) -> bool:
    """A title at i with a proper word behind it: there the body's name ends and a person's begins."""
    end = next((b for a, b in view.titles if a == i), None)
    return end is not None and view.together(i, end) and view.proper[end]


def _higher_unit(view: View, last: int) -> int:
    """ ", 6th Marines" behind "3rd Battalion"."""
    while (
        view.together(last - 1, last + 2)
        and view.tokens[last].text == ","
        and UNIT_NUMBER.match(view.tokens[last + 1].text)
        and view.proper[last + 2]
    ):
        last += 2
        while view.together(last - 1, last) and view.proper[last]:
            last += 1
    return last
