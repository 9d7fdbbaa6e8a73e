"""Which names of an incident are of victims, of private persons and of sensitive facilities.

A record does not say that a name is a person's, so this goes by shape, and where it cannot tell it withholds: two to
five capitalised words, none of which marks a body, a place or a thing. Someone whom the report introduces with a
public office ("the interior minister, Ana Roe") is not private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

from warmonitor.lexicon import exports
from warmonitor.lexicon.bodies import open_headnouns, singular
from warmonitor.lexicon.nationalities import open_nations
from warmonitor.lexicon.people import people_words
from warmonitor.model.published import Privacy, PrivateName, PublishedActor, PublishedClaim, PublishedToll

_PARTICLES = r"(?:al|el|as|ash|bin|bint|ibn|abu|abd|ben|bou|van|von|der|den|de|da|di|du|la|le|dos|del|ul|ur)"
_WORD = r"[^\W\d_][\w'’`-]*"
_CAPITAL = r"(?:(?:al|el|as|ash|an|ar|at|az|ad|ed|ul)[-‑])?[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w'’`-]*\w|\.)?"
RUN = re.compile(rf"\b{_CAPITAL}(?:\s+(?:{_PARTICLES}\s+)*{_CAPITAL})+")
_SPLIT = re.compile(r"[\s\-‑]+")
_PERSON_KINDS = frozenset({"person", "civilian", "civilians", "unknown", "fighter"})
_OFFICE_REACH = 60  # characters on either side of a name in which an office is looked for: about ten words


@cache
def public_words() -> dict[str, str]:
    """Words that tell a name is no private person's -> body, calendar or office."""
    return exports.lookup("public_words", "word", "kind")


@cache
def _collective() -> frozenset[str]:
    """Nouns for bodies, facilities and vehicles, from the lexicon; nouns for people are not among them."""
    bodies = {noun for noun, head in open_headnouns().items() if head.body != "people"}
    things = {noun for noun, class_ in people_words().items() if class_ in ("facility", "vehicle")}
    return frozenset(n for n in bodies | things if " " not in n)


@cache
def _impersonal(word: str) -> bool:
    """True for a word that a private person's name does not hold: a body, a day, an office, a nation, a plural of people."""
    plain = word.strip(".,'’\"“”").lower()
    one = singular(plain)
    return (
        plain in public_words()
        or plain in _collective()
        or one in _collective()
        or (one != plain and one in people_words())
        or open_nations().adjective(plain) is not None
    )


def looks_personal(name: str) -> bool:
    """True for two to five capitalised words without any that marks a body, a place, a day, a nation or an office.

    >>> [looks_personal(n) for n in ("Ana Roe", "abu Omar al-Tikriti", "JUAN ROE", "Falcons Brigade", "three farmers", "Hamas")]
    [True, True, True, False, False, False]
    """
    if name.isupper():
        name = name.title()  # an upper-case wire
    words = name.split()
    capitals = [w for w in words if w[:1].isupper() or w[:3].lower() in ("al-", "el-", "as-", "ad-", "ar-", "an-")]
    small = [w for w in words if w not in capitals]
    if not 2 <= len(words) <= 5 or not capitals or any(c.isdigit() for c in name):
        return False
    if any(not re.fullmatch(_PARTICLES, w.lower()) for w in small) or open_nations().land(name):
        return False
    return not any(_impersonal(p) for w in words for p in dict.fromkeys([w, *_SPLIT.split(w)]))


def personal_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of capitalised words in a text look like a person's name; small words at a run's head are not part of it.

    >>> [slice(*r) and "Near Ana Roe, the Qasr Amij group met Omar Selim."[slice(*r)] for r in
    ...  personal_runs("Near Ana Roe, the Qasr Amij group met Omar Selim.")]
    ['Ana Roe', 'Omar Selim']
    """
    for match in RUN.finditer(text):
        start = match.start()
        while (word := _FIRST_WORD.match(text, start, match.end())) and word.group().strip().lower() in _small_words():
            start = word.end()
        if not _ARTICLE.search(text, max(0, start - 5), start) and looks_personal(text[start : match.end()]):
            yield start, match.end()


_FIRST_WORD = re.compile(r"[\w'’.-]+\s+")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")


@cache
def _small_words() -> frozenset[str]:
    """Words that are capitalised only because they begin a sentence."""
    lines = (resources.files("warmonitor.lexicon") / "function_words.txt").read_text(encoding="utf-8").splitlines()
    words = {w for line in lines if not line.startswith("#") for w in line.split()}
    return frozenset(words | set(exports.text("sentence_starts.txt").split()))


def unmaskable(sentence: str) -> bool:
    """True for headlines in title case and upper-case wires, where capitals do not tell names from other words."""
    words = [w for w in sentence.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.85 * len(words)


def private_names(
    actors: Iterable[PublishedActor],
    casualties: Iterable[PublishedToll],
    claims: Iterable[PublishedClaim],
    text: str = "",
) -> tuple[PrivateName, ...]:
    """The names of an incident that a policy may withhold, longest first; `text` is the report, where it is at hand."""
    actors, claims = tuple(actors), tuple(claims)
    context = " ".join(dict.fromkeys([text, *(c.sentence for c in claims)]))
    found: dict[str, PrivateName] = {}
    why: Privacy
    for why, names in (("victim", _victims(actors, casualties, claims)), ("private", _others(actors, claims))):
        for name in names:
            if not holds_office(name, context) and not _with_article(name, context):
                found.setdefault(name, PrivateName(name, why))
    for place in _facilities(actors, context):
        found.setdefault(place.name, place)
    return tuple(sorted(found.values(), key=lambda n: (-len(n.name), n.name)))


def _victims(
    actors: Iterable[PublishedActor], casualties: Iterable[PublishedToll], claims: Iterable[PublishedClaim]
) -> Iterator[str]:
    for actor in actors:
        if actor.role == "target" and _a_person(actor):
            yield actor.name
    told = [c.who for c in casualties] + [c.who or "" for c in claims]
    told += [c.value for c in claims if c.attribute == "target" and isinstance(c.value, str)]
    for words in told:
        yield from (words[slice(*run)] for run in personal_runs(words))


def _others(actors: Iterable[PublishedActor], claims: Iterable[PublishedClaim]) -> Iterator[str]:
    for actor in actors:
        if actor.role != "target" and _a_person(actor):
            yield actor.name
    for claim in claims:
        if claim.attribute == "perpetrator" and isinstance(claim.value, str) and looks_personal(claim.value):
            yield claim.value
        if not claim.speaker_id and looks_personal(claim.speaker):
            yield claim.speaker
        yield from (v for v in claim.via if looks_personal(v))


def _a_person(actor: PublishedActor) -> bool:
    if actor.entry is not None:
        return False  # The lexicon of actors lists public figures and bodies only.
    return actor.kind == "person" or (actor.kind in _PERSON_KINDS and looks_personal(actor.name))


_ENDED = re.compile(r"\b(?:[a-z]\w*|\w{5,}|\d+)[.!?][\"'”’)]*\s")
"""The end of a sentence; capitalised short words with a point are titles ("Gen.")."""


def _with_article(name: str, context: str) -> bool:
    """True where "the" stands before the name wherever it occurs: then it is a body's."""
    found = [m.start() for m in re.finditer(re.escape(name), context)]
    return bool(found) and all(_ARTICLE.search(context, max(0, at - 5), at) for at in found)


def holds_office(name: str, context: str) -> bool:
    """True where a public office stands near the name in the same sentence, anywhere in the context.

    >>> holds_office("Ana Roe", "The interior minister, Ana Roe, said so."), holds_office("Ana Roe", "Ana Roe fell.")
    (True, False)
    """
    for match in re.finditer(re.escape(name), context):
        before = _ENDED.split(context[max(0, match.start() - _OFFICE_REACH) : match.start()])[-1]
        after = _ENDED.split(context[match.end() : match.end() + _OFFICE_REACH])[0]
        words = {w.lower() for w in re.findall(_WORD, f"{before} {after}")}
        if any(public_words().get(w) == "office" for w in words):
            return True
    return False


@cache
def _sensitive() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = sorted(exports.rows("sensitive_words", "word", "kind", "instead"), key=lambda r: -len(r["word"]))
    return tuple((re.compile(rf"\b{re.escape(r['word'])}s?\b", re.IGNORECASE), r["kind"], r["instead"]) for r in rows)


@lru_cache(maxsize=16384)
def sensitive_kind(words: str) -> tuple[str, str] | None:
    """The kind of sensitive place that the words name, and the words to print instead; None where there is none."""
    return next(((kind, instead) for pattern, kind, instead in _sensitive() if pattern.search(words)), None)


_FACILITY = re.compile(rf"\b{_CAPITAL}(?:[\s-]+(?:{_PARTICLES}[\s-]+)*{_CAPITAL})*(?:\s+[a-z]+)?")


def _facilities(actors: Iterable[PublishedActor], context: str) -> Iterator[PrivateName]:
    """Proper names of sensitive facilities: as targets, and as capitalised runs in the sentences."""
    for actor in actors:
        found = sensitive_kind(actor.name) if actor.role == "target" else None
        if found and any(w[:1].isupper() for w in actor.name.split()):
            yield PrivateName(actor.name, "facility", found[1])
    for match in _FACILITY.finditer(context):
        found = sensitive_kind(match.group())
        if found and any(_proper(w) for w in match.group().split()):
            yield PrivateName(match.group(), "facility", found[1])


def _proper(word: str) -> bool:
    plain = word.strip(".,'’").lower()
    return word[:1].isupper() and plain not in _NO_NAME and sensitive_kind(word) is None


_NO_NAME = frozenset("the a an one two three four five several many some another this that its their his her".split())
