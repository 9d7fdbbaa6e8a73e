"""Runs of capitalised words that nothing better claims, and what they are: person, place, body or other."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.lexicon.actorkey import plain
from warmonitor.lexicon.bodies import HeadNoun, given_names, head_noun
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.reading import NameKind
from warmonitor.read.naming.described import DIVISIONS, initial_noun, kind_of_noun
from warmonitor.read.naming.lexical import kind_of
from warmonitor.read.naming.view import Candidate, View

_LABELS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}
_LOCATIVE = frozenset(
    ["in", "at", "near", "outside", "from", "into", "around", "towards", "toward", "inside", "across"]
)
_NEVER_PLACES = frozenset(
    [
        "god",
        "allah",
        "lord",
        "christ",
        "prophet",
        "jesus",
        "mother",
        "father",
        "allies",
        "west",
        "east",
        "north",
        "south",
    ]
)
_PEOPLES = frozenset("ethnic religious minority linguistic tribal rock pop music age working".split())
_QUOTES = frozenset("\"“”'‘’")
_SIDES = frozenset(
    """north south east west northern southern eastern western central northwest northeast southwest southeast northwestern
    northeastern southwestern southeastern north-western north-eastern south-western south-eastern upper lower greater
    downtown""".split()
)
_PLACE_NOUNS = frozenset(
    """town city village region province district area neighbourhood neighborhood suburb valley county governorate island
    quarter enclave capital state mountains river municipality hamlet borough department areas towns villages cities
    provinces districts suburbs outskirts locality crossing border""".split()
)


def runs(view: View) -> Iterator[tuple[int, int]]:
    """Maximal sequences of capitalised words, broken at titles."""
    breaks = {i for a, b in view.titles for i in range(a, b)}
    i = 0
    while i < len(view.tokens):
        stamp = view.parse.sentences[view.tokens[i].sentence].kind in ("stamp", "boilerplate")
        if i in breaks or stamp or not (view.proper[i] or _begins(view, i)):
            i += 1
            continue
        j = i + 1
        while view.together(i, j) and j not in breaks:
            if view.proper[j] or view.particle(j) or _initial(view, j):
                j += 1
            elif _nickname(view, j):
                j += 3
            else:
                break
        yield i, j
        i = j


def pieces(view: View, first: int, last: int, taken: list[bool]) -> Iterator[Candidate]:
    """What is left of a run beside the names already chosen, classified."""
    a = first
    for i in range(first, last + 1):
        if i < last and not taken[i]:
            continue
        b = i
        while a < b and not (view.proper[a] or _begins(view, a)):
            a += 1
        while b > a and not (view.proper[b - 1] or _initial(view, b - 1)):
            b -= 1
        if a < b:
            found = classify(view, a, b)
            if found:
                yield found
        a = i + 1


def classify(view: View, a: int, b: int) -> Candidate | None:
    """Kind of the run [a, b) by title, lexicon, first and last noun, gazetteer, context, given name, recogniser; or None."""
    text, sentence = view.phrase(a, b), view.tokens[a].sentence
    if _titled(view, a):
        return Candidate(a, b, "person", None, "title")
    if _is_weapon(text) or (view.lower(a) == "operation" and b - a > 1):
        return Candidate(a, b, "other", None, "operation") if b - a > 1 else None
    entries = view.actors.find(text) if b - a > 1 else ()
    if len(entries) == 1 and entries[0].kind != "state":
        return Candidate(a, b, kind_of(entries[0]), entries[0].id, "transliteration")
    if b - a > 1 and (first := initial_noun(view.tokens[a].text)) and not view.is_place(text):
        return Candidate(a, b, kind_of_noun(first), None, "initial")
    if (before := _introduced(view, a)) is not None:
        return Candidate(a, b, kind_of_noun(before), None, "apposed")
    label = view.labels.get(b - 1, (0, 0, ""))[2]
    given = b - a > 1 and plain(view.tokens[a].text) in given_names()
    noun = head_noun(text)
    if b - a > 1 and view.lower(b - 1) in DIVISIONS and view.is_place(view.phrase(a, b - 1)):
        return Candidate(a, b, "place", None, "gazetteer")
    if noun and b - a == 1 and noun.body != "initial":
        common = noun.body == "facility" or (noun.body == "people" and view.upper[sentence])
        return None if common else Candidate(a, b, kind_of_noun(noun), None, "noun")
    if view.title_case[sentence] and not view.upper[sentence] and not given and not view.elsewhere(a, b):
        return Candidate(a, b, "place", None, "gazetteer") if label == "GPE" and view.is_place(text) else None
    if label in ("", "ORG" if view.upper[sentence] else "") and b - a == 1 and _chance_capital(view, a):
        return None
    if label not in ("GPE", "LOC", "PERSON") and b - a == 1 and view.common(a) and not _located(view, a, b):
        return Candidate(a, b, "other", None, "capitals")
    if view.is_place(text) and not (given and label == "PERSON") and not _no_place(view, a, b, label):
        return Candidate(a, b, "place", None, "gazetteer")
    if noun and noun.body != "initial" and not given and (noun.body != "people" or view.tokens[b - 1].tag == "NNPS"):
        return Candidate(a, b, kind_of_noun(noun), None, "noun")
    if given or (label == "PERSON" and _speaks(view, b) and not (view.lower(a - 1) in ("near", "outside") and _located(view, a, b))):
        return Candidate(a, b, "person", None, "given-name" if given else "entity")
    if _located(view, a, b):
        return Candidate(a, b, "place", None, "locative")
    if label in _LABELS:
        return Candidate(a, b, _LABELS[label], None, "entity")
    if view.upper[view.tokens[a].sentence] and b - a == 1:
        return None
    return Candidate(a, b, "other", None, "capitals")


def _introduced(view: View, a: int) -> HeadNoun | None:
    """The noun for bodies before token a: "the splinter group X", "state news agency X"; a people's "ethnic group" is none."""
    if not view.together(a, a - 1) or view.tokens[a - 1].tag != "NN" or view.proper[a - 1] or view.lower(a - 2) in _PEOPLES:
        return None
    noun = head_noun(view.lower(a - 1))
    return noun if noun is not None and noun.body in ("group", "body") and noun.kind != "community" else None


def _titled(view: View, a: int) -> bool:
    """A title stands before token a: "Minister X", "Minister for the Middle East X", "spokesman Mr X"."""
    if a in view.title_ends:
        return view.title_ends[a] == a - 1 or view.together(view.title_ends[a], a)
    i = a - 1
    while view.together(a, i) and view.proper[i]:
        i -= 1
    while view.lower(i) == "the":
        i -= 1
    if i >= a - 1 or view.lower(i) not in ("of", "for") or i not in view.title_ends:
        return False
    return view.tokens[view.title_ends[i]].text[0].isupper()


def _located(view: View, a: int, b: int) -> bool:
    """Words around the run say that it is a place: "in X", "eastern X", "the town of X", "X province"."""
    if view.phrase(a, b).lower() in _NEVER_PLACES:
        return False
    before = view.lower(a - 1)
    if before in _SIDES:
        return True
    if before in _LOCATIVE and view.together(a, a - 1) and not _in_headline(view, a - 1):
        return True
    if before == "of" and view.lower(a - 2) in _PLACE_NOUNS:
        return True
    return view.together(a, b) and view.lower(b) in _PLACE_NOUNS


def _in_headline(view: View, i: int) -> bool:
    """A preposition with a capital inside a sentence ("Blast Near Market"): there capitals tell nothing."""
    t = view.tokens[i]
    first = view.parse.sentences[t.sentence].first == i
    return t.text[0].isupper() and not first and not view.upper[t.sentence]


def located(view: View, c: Candidate) -> bool:
    """True for a name of the gazetteer whose context is that of a place."""
    return c.rule in ("gazetteer", "locative") and _located(view, c.first, c.last)


def _speaks(view: View, b: int) -> bool:
    """The person's name is followed by a verb, a comma with an age or role, or "who"."""
    return view.together(b - 1, b) and (view.tokens[b].tag[:2] in ("VB", "MD", "WP") or view.tokens[b].text == ",")


def _chance_capital(view: View, i: int) -> bool:
    """True for a word that has its capital only because a sentence begins with it, and never elsewhere."""
    t = view.tokens[i]
    if view.parse.sentences[t.sentence].first != i:
        return False
    return not view.elsewhere(i, i + 1)


def _no_place(view: View, a: int, b: int, label: str) -> bool:
    """Words that some hamlet is called too: "God", "the Liberation of"."""
    if view.phrase(a, b).lower() in _NEVER_PLACES:
        return True
    return b - a == 1 and view.lower(a - 1) == "the" and label not in ("GPE", "LOC", "FAC") and not _located(view, a, b)


def _is_weapon(text: str) -> bool:
    low = text.lower()
    first = low.split()[0]
    known = (*weapon_words().get(first, ()), *weapon_words().get(first.removesuffix("s"), ()))
    return any(" ".join(words) in (low, low.removesuffix("s")) for words, _ in known)


def _begins(view: View, i: int) -> bool:
    return view.lower(i) in ("al", "el", "abu", "bin", "ibn") and view.particle(i)


def _nickname(view: View, i: int) -> bool:
    """A nickname in quotation marks at tokens [i, i + 3), between two parts of a name: John "Jack" Roe."""
    if not view.together(i - 1, i + 3) or not view.proper[i + 3] or not view.proper[i - 1]:
        return False
    return (
        view.tokens[i].text in _QUOTES and view.tokens[i + 2].text in _QUOTES and view.tokens[i + 1].text[0].isupper()
    )


def _initial(view: View, i: int) -> bool:
    text = view.tokens[i].text
    return len(text) == 2 and text[1] == "." and text[0].isupper()
