"""The name of a speaker: the fullest name in the report of whoever the words of a source mean."""

from __future__ import annotations

import re

from warmonitor.model.reading import Name, Reading, Speaker, Token
from warmonitor.model.source import Source

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MOUTHPIECES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen speaker statement communique communiqué bulletin release "
    "tweet post message announcement briefing report".split()
)
"""Words for those who, and for that which, speak for a body and not for themselves."""

_GROUP_NOUNS = frozenset(
    "military group militia movement organisation organization party faction network agency government army forces force police "
    "ministry administration coalition alliance mission command campaign newspaper channel television tv radio website".split()
)
_KEPT_PREPOSITIONS = frozenset("of for from in at with to within inside near on".split())
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tuesday week month january february march april "
    "june july august september october november december morning evening afternoon night statement interview tweet".split()
)


def speaker_of(reading: Reading, source: Source, *, alone: bool = False) -> Speaker:
    """Who a source is. Its own name, else the name it refers to, else the description as it is written.

    `alone`: without those joined to it by "and".
    """
    head = reading.tokens[source.head]
    span = reading.span(*source.words) if source.words else None
    named = *_called(reading, head), *_explained(reading, source), *_own_names(reading, head), *_at_the_end(reading, source)
    for name in named:
        return Speaker(_titled(reading, name), span, name.entry)
    if (referred := reading.references.get(head.i)) is not None:
        return Speaker(referred, span, _entry_called(reading, referred))
    if head.lemma in _MOUTHPIECES and (body := _body_of(reading, head)) is not None:
        return Speaker(body, span, _entry_called(reading, body))
    return Speaker(describe(reading, head, joined=not alone), span)


def _called(reading: Reading, head: Token) -> list[Name]:
    """The name that a body is said to go by: "the mission in the region, known as X, said"."""
    if head.lemma not in _GROUP_NOUNS:
        return []
    for t in reading.tokens[head.i + 1 : head.i + 10]:
        if t.tag[:2] in ("VB", "MD") and t.tag != "VBN" or t.text in (".", ";"):
            break
        if t.lower in ("known", "called", "named", "dubbed") and t.i + 1 < len(reading.tokens):
            after = t.i + 2 if reading.tokens[t.i + 1].lower == "as" else t.i + 1
            name = reading.name_at(after) if after < len(reading.tokens) else None
            return [name] if name is not None and name.kind in ("organisation", "armed-group") else []
    return []


def _explained(reading: Reading, source: Source) -> list[Name]:
    """The name that a source set between commas explains: "the Falcons, a group from the hills, said"."""
    head = reading.tokens[source.head]
    if source.words is None or reading.name_at(head.i) is not None or head.tag not in ("NN", "NNS"):
        return []
    first, last = source.words
    articled = reading.tokens[first].lower in ("a", "an")
    if first < 2 or not articled or reading.tokens[first - 1].text != "," or last >= len(reading.tokens) or reading.tokens[last].text != ",":
        return []
    name = reading.name_at(first - 2)
    kinds = ("organisation", "armed-group") if head.lemma in _GROUP_NOUNS else ("person",)
    return [name] if name is not None and name.kind in kinds and name.last == first - 1 else []


def _at_the_end(reading: Reading, source: Source) -> list[Name]:
    """The person whose long title was not seen as one: "Acting Secretary for Roads and Bridges Ana Roe"."""
    if source.words is None or source.head not in range(*source.words):
        return []
    last = reading.name_at(source.words[1] - 1)
    if last is None or last.kind != "person" or last.first - 1 <= source.head:
        return []
    before = reading.tokens[last.first - 1]
    linked = {t.lower for t in reading.tokens[source.head : last.first]} & {"for", "under", "to", "of"}
    title = before.tag[:3] == "NNP" and before.lower not in _TITLES
    return [last] if title and linked and before.text[0].isupper() else []


_TITLES = frozenset(
    "president minister premier general colonel king queen prince senator sheikh mr mrs ms dr chancellor governor mayor pope "
    "ambassador captain major secretary chief commander bishop imam ayatollah judge".split()
)


def _titled(reading: Reading, name: Name) -> str:
    """The fullest name; a person known by one word only keeps the title that stands before it ("Pope Gregory")."""
    text = fullest(reading, name)
    if name.kind != "person" or " " in text or name.first == 0:
        return text
    before = reading.tokens[name.first - 1]
    titled = before.tag in ("NNP", "NN") and before.text[0].isupper() and before.head in range(name.first, name.last)
    return f"{before.text} {text}" if titled and before.lower.rstrip(".") not in ("mr", "mrs", "ms", "sir") else text


def fullest(reading: Reading, name: Name) -> str:
    """The longest form of `name` in the report, leading article dropped."""
    return reading.references.get(name.last - 1) or bare(name.text)


def bare(text: str) -> str:
    """A name without leading article, possessive ending or line breaks."""
    text = " ".join(text.split())
    return re.sub(r"['’‘]s?$", "", _ARTICLE.sub("", text)) if len(text) > 4 else text


def _own_names(reading: Reading, head: Token) -> list[Name]:
    """Names that are the head itself, its apposition, or ("the X group") its modifier; persons first."""
    here = reading.name_at(head.i)
    found: list[Name] = []
    if here is not None and here.kind not in ("nationality", "other") and not _is_role_of_body(head, here):
        found.append(here)
    plain = here is None or here.text.split()[-1][0].islower()  # "the British newspaper The Herald"
    if here is None or here.kind != "person":
        for c in reading.children(head.i, "appos"):
            name = reading.name_at(c.i)
            if name is not None and (name.kind == "person" or plain and name.kind in ("organisation", "armed-group")):
                if here is not None and name.kind != "person" and here in found:
                    found.remove(here)
                found.insert(0, name) if name.kind == "person" else found.append(name)
    if not found and here is None:  # "the mayor of Eastport, Ana Roe": the town is no person
        for p in reading.children(head.i, "prep"):
            for o in reading.children(p.i, "pobj"):
                for c in reading.children(o.i, "appos"):
                    name = reading.name_at(c.i)
                    if name is not None and name.kind == "person" and (
                        not _is_person(reading, o) or head.lemma[:5] == "spoke" and o.i < c.i - 1
                    ):
                        found.append(name)
    if not found and head.lemma in _GROUP_NOUNS:
        for c in reading.children(head.i, "compound", "nmod", "appos"):
            name = reading.name_at(c.i)
            hyphen = name is not None and reading.tokens[name.last].text == "-"  # "the UN-backed government"
            if name is not None and name.kind in ("organisation", "armed-group") and not hyphen:
                found.append(name)
    return sorted(found, key=lambda n: n.kind != "person")


def _is_person(reading: Reading, token: Token) -> bool:
    name = reading.name_at(token.i)
    return name is None or name.kind == "person"


def _is_role_of_body(head: Token, name: Name) -> bool:
    """A body's name that swallowed the role noun ("Pentagon spokesman") is not the speaker as it stands."""
    return name.kind != "person" and head.lemma in _MOUTHPIECES


def _body_of(reading: Reading, head: Token) -> str | None:
    """Whose spokesman, whose statement: "for X", "X's", "the X spokesman", else None."""
    for c in reading.children(head.i, "acl") if head.lemma[:5] not in ("spoke", "speak") else ():
        for agent in reading.children(c.i, "agent"):
            for noun in reading.children(agent.i, "pobj"):  # "a report published by X"
                name = reading.name_at(noun.i)
                return fullest(reading, name) if name is not None else describe(reading, noun)
    for c in reading.children(head.i, "amod"):
        if c.lower in _GROUP_NOUNS:
            return reading.references.get(c.i) or _before_head(reading, head, c)  # "a military statement"
    for c in reading.children(head.i, "poss", "compound", "nmod", "prep"):
        if c.dep != "prep":
            if (name := reading.name_at(c.i)) is not None and name.kind in (
                "organisation",
                "armed-group",
                "place",
                "facility",
            ):
                return fullest(reading, name)
            if c.dep == "compound" and c.tag[:2] == "NN" and (c.i in reading.references or c.lower in _GROUP_NOUNS):
                return reading.references.get(c.i) or _before_head(reading, head, c)
            if c.dep == "poss":
                return reading.references.get(c.i) or (describe(reading, c) if c.tag[:2] == "NN" else None)
        elif c.lower in ("for", "of", "from", "by"):
            for noun in reading.children(c.i, "pobj"):
                if (name := reading.name_at(noun.i)) is not None:
                    if name.kind == "place" and head.lemma == "report":
                        return None  # "reports from the capital" are nobody's
                    return fullest(reading, name)
                return reading.references.get(noun.i) or describe(reading, noun)
    return None


def _before_head(reading: Reading, head: Token, body: Token) -> str:
    """The body in "a Northland army statement", with its adjectives."""
    lefts = [t.i for t in reading.children(head.i, "amod", "compound", "nmod") if t.i <= body.i]
    return bare(reading.words(min([body.i, *lefts]), body.i + 1))


def describe(reading: Reading, head: Token, *, right: bool = True, joined: bool = True) -> str:
    """A description as it stands: article and relative clauses dropped, short prepositional phrases kept (with `right`),
    and what is coordinated with it (with `joined`)."""
    first, last = head.i, head.i + 1
    stop = max((c.i for c in reading.children(head.i, "det") if c.i < head.i), default=0)
    for c in reading.children(head.i):
        if c.i < stop:
            continue  # "at least 112 a group said": a figure that lost its comma
        if c.i < head.i and c.dep in ("det", "predet", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "neg"):
            first = min(first, reading.subtree(c.i)[0])
        elif right and c.i >= last and c.dep in ("prep", "amod", "acl", "conj", "cc"):
            if c.dep == "acl" or c.dep == "prep" and not _is_kept(reading, c) or c.dep in ("conj", "cc") and not joined:
                break
            if c.dep == "conj" and c.tag[:2] not in ("NN", "CD"):
                break
            last = max(last, _short(reading, c))
    while first < head.i and not reading.tokens[first].text[0].isalnum() and reading.tokens[first].text[0] not in "#@":
        first += 1
    return bare(reading.words(first, last))


def _is_kept(reading: Reading, preposition: Token) -> bool:
    """ "a source in the palace", but not "his lawyer on Sunday", "the army in a statement"."""
    nouns = reading.children(preposition.i, "pobj")
    return preposition.lower in _KEPT_PREPOSITIONS and not any(n.lower in _TIME_WORDS for n in nouns)


def _short(reading: Reading, token: Token) -> int:
    """Past-last token of a modifier, cut before clauses and punctuation inside it."""
    _, last = reading.subtree(token.i)
    for t in reading.tokens[token.i : last]:
        if (
            t.text in (",", "--", "—", "–", "(", ":", ";")
            or t.dep in ("relcl", "acl", "advcl")
            or t.lower in ("who", "which")
        ):
            return max(t.i, token.i + 1) if t.dep != "relcl" else _start_of(reading, t)
    return last


def _start_of(reading: Reading, clause: Token) -> int:
    return reading.subtree(clause.i)[0]


def _entry_called(reading: Reading, text: str) -> str | None:
    return next((n.entry for n in reading.names if n.entry is not None and bare(n.text) == text), None)


def speakers_of(reading: Reading, source: Source) -> tuple[Speaker, ...]:
    """The speakers of a coordinated source, each by itself: "Northland and Eastland", "British and US officials"."""
    head = reading.tokens[source.head]
    parts = [c for c in reading.children(head.i, "conj") if c.tag[:2] in ("NN", "CD")]
    if parts:
        heads = [head, *parts]
        while more := [c for p in heads[-1:] for c in reading.children(p.i, "conj") if c.tag[:2] == "NN"]:
            heads.extend(more)
        return tuple(speaker_of(reading, Source(_own_words(reading, h), h.i), alone=True) for h in heads)
    adjectives = [c for c in reading.children(head.i, "amod", "compound", "nmod") if c.tag[:2] in ("JJ", "NN")]
    for a in adjectives:
        others = [c for c in reading.children(a.i, "conj") if c.tag[:2] in ("JJ", "NN")]
        if others and reading.name_at(head.i) is None:
            span = reading.span(*source.words) if source.words else None
            return tuple(Speaker(f"{adjective.text} {head.text}", span) for adjective in (a, *others))
    return (speaker_of(reading, source),)


def _own_words(reading: Reading, head: Token) -> tuple[int, int]:
    first = min(
        (reading.subtree(c.i)[0] for c in reading.children(head.i) if c.i < head.i and c.dep not in ("punct", "cc")),
        default=head.i,
    )
    return first, head.i + 1
