"""Who is meant by "Esper", "he", "the group", "the war monitor", "a spokesman": each one name or none.

One antecedent by a stated rule, in this order: a longer form of the same name anywhere in the report; for descriptions the
one name whose words fit the noun, else the one name of a fitting kind in the last two sentences; for pronouns the subject
of the sentence before or of the clause around, where kind and number agree. Where two fit alike, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.lexicon.descriptions import Description, descriptions
from warmonitor.lexicon.sayings import sayings
from warmonitor.lexicon.speakers import speaker_words
from warmonitor.model.naming import bare
from warmonitor.model.reading import Name, Reading, Sentence, Token

_BODIES = frozenset(["organisation", "armed-group"])
_HE = frozenset(["he", "she"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_MR = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir".split())
_FEMALE = frozenset("mrs mrs. ms ms. spokeswoman chairwoman congresswoman queen lady sister".split())
_MALE = frozenset("mr mr. sir spokesman chairman king brother".split())
_SHORT = re.compile(r"^(?:[A-Z]\.?){2,7}$")
_MEMORY = 3
"""Sentences back in which the antecedent of a pronoun is sought."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name (or a description already resolved) with its head token and the fullest form of it."""

    head: int
    text: str
    kind: str
    subject: bool


def find_references(reading: Reading) -> dict[int, str]:
    """Head token of a short name, pronoun or description -> fullest name in the report of who is meant."""
    found = dict(_same_names(reading))
    mentions = [_mention(reading, n, found) for n in reading.names if n.kind != "nationality"]
    roles = _roles(reading, found)
    by_head = {m.head: m for m in mentions}
    history: list[_Mention] = []
    for token in reading.tokens:
        if token.i in by_head:
            history.append(by_head[token.i])
            continue
        meant = _meant(reading, token, history, mentions, roles)
        if meant is not None:
            found[token.i] = meant.text
            history.append(_Mention(token.i, meant.text, meant.kind, token.dep in _SUBJECTS))
    return found


def _mention(reading: Reading, name: Name, found: dict[int, str]) -> _Mention:
    head = name.last - 1
    top = next(
        (
            reading.tokens[i]
            for i in range(name.first, name.last)
            if not name.first <= reading.tokens[i].head < name.last
        ),
        reading.tokens[head],
    )
    subject = top.dep in _SUBJECTS or top.dep == "appos" and reading.tokens[top.head].dep in _SUBJECTS
    if top.dep in ("compound", "nmod") and reading.tokens[top.head].dep in _SUBJECTS and top.head == name.last:
        subject = True  # "the Falcons group said"
    return _Mention(head, found.get(head, bare(name.text)), name.kind, subject)


# longer and shorter forms of one name ------------------------------------------------------------------------------
def _same_names(reading: Reading) -> Iterator[tuple[int, str]]:
    forms: dict[str, Name] = {}
    for n in reading.names:
        forms.setdefault(bare(n.text), n)
    for n in reading.names:
        own = bare(n.text)
        longer = _longer_form(own, n, forms)
        if longer is not None and longer != own:
            yield n.last - 1, longer


def _longer_form(own: str, name: Name, forms: dict[str, Name]) -> str | None:
    fits = [text for text, other in forms.items() if len(text) > len(own) and _is_same(own, name, text, other)]
    if name.entry is not None:
        same = [t for t in fits if forms[t].entry == name.entry]
        fits = same or fits
    if not fits:
        return None
    best = max(fits, key=len)
    if all(f == best or _within(f, best) or name.entry is not None for f in fits):
        return best
    return None


def _within(short: str, long: str) -> bool:
    words = long.lower().split()
    return all(w in words for w in short.lower().split())


def _is_same(own: str, name: Name, text: str, other: Name) -> bool:
    if name.entry is not None and name.entry == other.entry and name.kind == other.kind:
        return True
    if name.kind == "person" and other.kind == "person":
        a, b = _without_title(own), _without_title(text)
        return bool(a) and a != b and (b[-len(a) :] == a or (len(a) == 1 and a[0] in b and len(a[0]) > 3))
    if name.kind in _BODIES and other.kind in _BODIES:
        return _is_acronym(own, text) or (len(own.split()) > 1 and text.lower().endswith(" " + own.lower()))
    return False


def _without_title(text: str) -> list[str]:
    return [w for w in text.lower().split() if w not in _MR]


def _is_acronym(short: str, long: str) -> bool:
    if not _SHORT.match(short):
        return False
    letters = short.replace(".", "").lower()
    words = [w for w in re.split(r"[\s-]+", long.lower()) if w]
    every = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in ("of", "for", "the", "and", "in", "to", "de", "la"))
    return letters in (every, content)


# pronouns and descriptions -----------------------------------------------------------------------------------------
def _meant(
    reading: Reading, token: Token, history: list[_Mention], everything: list[_Mention], roles: dict[str, list[str]]
) -> _Mention | None:  # fmt: skip
    if token.lower in _HE and token.tag == "PRP":
        return _pronoun(reading, token, history, {"person"}, roles)
    if token.lower in ("it", "its") and token.tag in ("PRP", "PRP$"):
        return _it(reading, token, history)
    if token.tag in ("NN", "NNS") and _is_definite(reading, token):
        description = descriptions().get(token.lower)
        if description is not None:
            return _described(reading, token, description, history, everything)
    if token.tag in ("NN", "NNS") and speaker_words().get(token.lower) == "person":
        return _role(reading, token, roles)
    return None


def _is_definite(reading: Reading, token: Token) -> bool:
    if any(
        c.dep in ("appos", "relcl") or c.dep == "prep" and c.lower in ("of", "for") for c in reading.children(token.i)
    ):
        return False
    determiners = [d.lower for d in reading.children(token.i, "det")]
    if any(d in ("the", "this", "that") for d in determiners):
        return True
    # the army of a headline, a wire, or "police said"
    return (
        not determiners
        and token.lower in ("police", "army", "military", "parliament")
        and not any(reading.children(token.i, "amod", "compound", "poss"))
    )


def _described(
    reading: Reading, token: Token, description: Description, history: list[_Mention], everything: list[_Mention]
) -> _Mention | None:  # fmt: skip
    modifiers = {
        t.lower for c in reading.children(token.i, "amod", "compound", "nmod", "poss")
        for t in reading.tokens[slice(*reading.subtree(c.i))]
    }  # fmt: skip
    if any(reading.name_at(c.i) is not None for c in reading.children(token.i, "compound", "nmod", "poss")):
        return None  # it names itself: "the Falcons group", "Northland's army"
    if description.words:
        fits = _one(
            m for m in everything if m.kind in description.kinds and _has_word(m.text, description.words, modifiers)
        )
        if fits is not None or description.noun in ("police", "army", "military", "government", "parliament", "forces"):
            return fits
    return _recent(reading, token, history, description.kinds)


def _has_word(text: str, words: tuple[str, ...], modifiers: set[str]) -> bool:
    low = text.lower().split()
    plain = {
        "war",
        "group",
        "rights",
        "state",
        "local",
        "own",
        "same",
        "official",
        "armed",
        "militant",
        "jihadist",
        "rebel",
    }
    if any(m not in low for m in modifiers - plain if m.isalpha() and len(m) > 2):
        return False
    return any(w in words for w in low)


def _one(mentions: Iterable[_Mention]) -> _Mention | None:
    """The one name among mentions, or None for none and for several."""
    by_text = {m.text: m for m in mentions}
    return next(iter(by_text.values())) if len(by_text) == 1 else None


def _recent(reading: Reading, token: Token, history: list[_Mention], kinds: Iterable[str]) -> _Mention | None:
    """The nearest subject of a fitting kind, else the only fitting name, in this sentence before `token` or the two before."""
    kinds = frozenset(kinds)
    for back in range(_MEMORY):
        here = [
            m for m in history
            if m.kind in kinds and reading.tokens[m.head].sentence == token.sentence - back and m.head < token.i
        ]  # fmt: skip
        if not here:
            continue
        subjects = [m for m in here if m.subject]
        if subjects:
            return subjects[-1] if len({m.text for m in subjects}) == 1 or back == 0 else _one(subjects[:1])
        return _one(here)
    return None


def _pronoun(
    reading: Reading, token: Token, history: list[_Mention], kinds: Iterable[str], roles: dict[str, list[str]]
) -> _Mention | None:  # fmt: skip
    wrong = _MALE if token.lower == "she" else _FEMALE
    fits = [m for m in history if not wrong & set(roles.get(m.text, ()))]
    return _recent(reading, token, fits, kinds)


def _it(reading: Reading, token: Token, history: list[_Mention]) -> _Mention | None:
    """ "It" as the subject of saying, or right after a body spoke: the last body that was a subject."""
    if token.lower == "its" or token.dep not in _SUBJECTS:
        return None
    verb = reading.tokens[token.head]
    says = (verb.lemma, "verb") in sayings() and "quote" in sayings()[verb.lemma, "verb"].frames
    if not says or verb.tag not in ("VBD", "VBZ", "VBN", "VBP"):
        return None
    fit = _recent(reading, token, [m for m in history if m.subject], _BODIES)
    return fit or _recent(reading, token, [m for m in history if m.subject], {"place", "facility"})


# roles: "a spokesman", "the governor" ------------------------------------------------------------------------------
def _roles(reading: Reading, found: dict[int, str]) -> dict[str, list[str]]:
    """Fullest person name -> role and title words that stand with it somewhere in the report."""
    roles: dict[str, list[str]] = {}
    for n in reading.names:
        if n.kind != "person":
            continue
        text = found.get(n.last - 1, bare(n.text))
        words = roles.setdefault(text, [])
        for t in _beside(reading, n):
            if speaker_words().get(t.lower) == "person" or t.lower in _MALE or t.lower in _FEMALE:
                words.append(t.lower)
    return roles


def _beside(reading: Reading, name: Name) -> Iterator[Token]:
    yield from reading.tokens[name.first : name.last]
    sentence: Sentence = reading.sentences[reading.tokens[name.first].sentence]
    for i in range(name.first - 1, max(sentence.first, name.first - 4) - 1, -1):
        token = reading.tokens[i]
        if token.tag[:2] not in ("NN", "JJ") and token.text != ",":
            break
        yield token
    for i in range(name.first, name.last):
        token = reading.tokens[i]
        for c in reading.children(i, "appos"):
            yield c
        if token.dep == "appos":
            yield reading.tokens[token.head]


def _role(reading: Reading, token: Token, roles: dict[str, list[str]]) -> _Mention | None:
    """ "The governor" and "a spokesman" where one person of the report holds that role; its own name beside it goes first."""
    own = next(
        (
            n
            for c in reading.children(token.i, "appos")
            if (n := reading.name_at(c.i)) is not None and n.kind == "person"
        ),
        None,
    )
    if own is not None or not any(d.lower == "the" for d in reading.children(token.i, "det")):
        return None
    if any(reading.children(token.i, "compound", "amod", "nmod", "poss", "prep", "relcl")):
        return None
    fits = [text for text, words in roles.items() if token.lower in words]
    return _Mention(token.i, fits[0], "person", token.dep in _SUBJECTS) if len(fits) == 1 else None
