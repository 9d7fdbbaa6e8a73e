"""Which names of an incident are of victims, of private persons and of sensitive facilities.

Someone whom the report introduces with a public office ("the interior minister, Ana Roe") is not private; as a victim such a
person is told apart, so that a policy can choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from warmonitor.lexicon import exports
from warmonitor.model.published import Privacy, PrivateName, PublishedActor, PublishedClaim, PublishedToll
from warmonitor.publish.names import FACILITY, occurrences, personal_names, persons_in, public_words, with_article

_WORD = r"[^\W\d_][\w'’`-]*"
_PERSON_KINDS = frozenset({"person", "civilian", "civilians", "unknown", "fighter", "facility"})
_OFFICE_REACH = 60  # characters on either side of a name in which an office is looked for: about ten words


def private_names(
    actors: Iterable[PublishedActor],
    casualties: Iterable[PublishedToll],
    claims: Iterable[PublishedClaim],
    text: str = "",
) -> tuple[PrivateName, ...]:
    """The names of an incident that a policy may withhold, longest first; `text` is the report, where it is at hand."""
    actors, claims = tuple(actors), tuple(claims)
    context = " ".join(text.split()) or " ".join(dict.fromkeys(c.sentence for c in claims))
    found: dict[str, PrivateName] = {}
    for name in _victims(actors, casualties, claims):
        if not with_article(name, context):
            why: Privacy = "official-victim" if holds_office(name, context) else "victim"
            found.setdefault(name, PrivateName(name, why))
    for actor in actors:
        if actor.role == "target" and actor.kind == "person" and actor.entry:
            found.setdefault(actor.name, PrivateName(actor.name, "official-victim"))
    for name in _others(actors, claims):
        if not holds_office(name, context) and not with_article(name, context):
            found.setdefault(name, PrivateName(name, "private"))
    for place in _facilities(actors, context):
        found.setdefault(place.name, place)
    return tuple(sorted(found.values(), key=lambda n: (-len(n.name), n.name)))


def _victims(
    actors: Iterable[PublishedActor], casualties: Iterable[PublishedToll], claims: Iterable[PublishedClaim]
) -> Iterator[str]:
    yield from _persons_among(a for a in actors if a.role == "target")
    told = [c.who for c in casualties] + [c.who or "" for c in claims]
    told += [c.value for c in claims if c.attribute == "target" and isinstance(c.value, str)]
    for words in told:
        yield from (words[a:b] for a, b in personal_names(words))


def _others(actors: Iterable[PublishedActor], claims: Iterable[PublishedClaim]) -> Iterator[str]:
    yield from _persons_among(a for a in actors if a.role != "target")
    for claim in claims:
        if claim.attribute == "perpetrator" and isinstance(claim.value, str):
            yield from persons_in(claim.value)
        for speaker in (*(() if claim.speaker_id else (claim.speaker,)), *claim.via):
            yield from persons_in(speaker)


def _persons_among(actors: Iterable[PublishedActor]) -> Iterator[str]:
    """Names of persons among actors whom the lexicon does not list: it has public figures and bodies only."""
    for actor in actors:
        if actor.entry is None and actor.kind == "person":
            yield actor.name
        elif actor.entry is None and actor.kind in _PERSON_KINDS:
            yield from persons_in(actor.name)


_ENDED = re.compile(r"\b(?:[a-z]\w*|\w{5,}|\d+)[.!?][\"'”’)]*\s")
"""The end of a sentence; capitalised short words with a point are titles ("Gen.")."""


def holds_office(name: str, context: str) -> bool:
    """True where a public office stands near the name in the same sentence, anywhere in the context.

    >>> holds_office("Ana Roe", "The interior minister, Ana Roe, said so."), holds_office("Ana Roe", "Ana Roe fell.")
    (True, False)
    """
    for start in occurrences(name, context):
        end = start + len(name)
        before = _ENDED.split(context[max(0, start - _OFFICE_REACH) : start])[-1]
        after = _ENDED.split(context[end : end + _OFFICE_REACH])[0]
        others_before, others_after = list(personal_names(before)), list(personal_names(after))
        before = (
            before[others_before[-1][1] :] if others_before else before
        )  # another's office stands before their name
        after = after[: others_after[0][0]] if others_after else after
        words = {w.lower() for w in re.findall(_WORD, f"{before} {after}")}
        if any(public_words().get(w) == "office" for w in words):
            return True
    return False


@cache
def _sensitive() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = sorted(exports.rows("sensitive_words", "word", "kind", "instead"), key=lambda r: -len(r["word"]))
    return tuple((re.compile(rf"\b{re.escape(r['word'])}s?\b", re.IGNORECASE), r["kind"], r["instead"]) for r in rows)


@cache
def _sensitive_words() -> tuple[str, ...]:
    return tuple(r["word"].lower() for r in exports.rows("sensitive_words", "word", "kind", "instead"))


@lru_cache(maxsize=16384)
def sensitive_kind(words: str) -> tuple[str, str] | None:
    """The kind of sensitive place that the words name, and the words to print instead; None where there is none."""
    return next(((kind, instead) for pattern, kind, instead in _sensitive() if pattern.search(words)), None)


def _facilities(actors: Iterable[PublishedActor], context: str) -> Iterator[PrivateName]:
    """Proper names of sensitive facilities: as targets, and as capitalised runs in the sentences."""
    for actor in actors:
        found = sensitive_kind(actor.name) if actor.role == "target" else None
        if found and any(w[:1].isupper() for w in actor.name.split()):
            yield PrivateName(actor.name, "facility", found[1])
    lower = context.lower()
    for match in FACILITY.finditer(context) if any(word in lower for word in _sensitive_words()) else ():
        found = sensitive_kind(match.group())
        if found and any(_proper(w) for w in match.group().split()):
            yield PrivateName(match.group(), "facility", found[1])


def _proper(word: str) -> bool:
    plain = word.strip(".,'’").lower()
    return word[:1].isupper() and plain not in _NO_NAME and sensitive_kind(word) is None


_NO_NAME = frozenset("the a an one two three four five several many some another this that its their his her".split())
