"""Figures read off neighbouring words, where a parser hangs the number on something else: "killed at least a dozen on Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmonitor.find.figures import PEOPLE, bounded, in_words, is_measure, number_runs
from warmonitor.find.toll_mentions import mention
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.toll_words import TollWords
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token

_HARM = frozenset("kill injure wound hurt maim slaughter massacre behead arrest detain abduct kidnap".split())
_BOUNDING = frozenset("at least more than over about around some nearly almost up to as many approximately roughly an a estimated".split())
_PASSED_OVER = frozenset(
    "was were has have had been be is are immediately reported believed yet so far initially known seriously else "
    "feared said confirmed also".split()
)
_UNHURT = frozenset({"killed", "hurt", "injured", "wounded", "harmed"})


def by_neighbour(reading: Reading, words: TollWords, found: Iterable[TollMention]) -> Iterator[TollMention]:
    """Numbers right behind an active verb of harm that no other reading has, and "no one was reported hurt"."""
    known = list(found)
    for t in reading.tokens:
        if t.lower in _UNHURT and not any(m.anchor == t.i for m in known) and (first := _no_one_before(reading, t)) is not None:
            kind = "killed" if t.lower == "killed" else "injured"
            last = next(i for i in range(t.i, first, -1) if reading.tokens[i - 1].lower not in _PASSED_OVER)
            yield mention(reading, kind, ("none",), t, first, last, None)
            continue
        kinds = [k for lemmas, k in words.verbs.get(_verb(t), ()) if len(lemmas) == 1]
        if not kinds or t.lemma not in _HARM and _verb(t) not in _HARM:
            continue
        run = _number_behind(reading, t)
        if run is None or any(m.first < run[1] and run[0] < m.last and m.kind == kinds[0] for m in known):
            continue
        if any(m.anchor == t.i and m.first >= t.i for m in known):
            continue
        head = run[1] if run[1] < len(reading.tokens) and people_words().get(reading.tokens[run[1]].lemma) in PEOPLE else None
        last = head + 1 if head is not None else run[1]
        yield mention(reading, kinds[0], (bounded(reading, *run),), t, run[0], last, head)


def _verb(t: Token) -> str:
    """The lemma of a verb of harm, also where its form was taken for an adjective ("and injured scores")."""
    if t.tag == "JJ" and t.lower in ("injured", "wounded"):
        return {"injured": "injure", "wounded": "wound"}[t.lower]
    return t.lemma


def _number_behind(reading: Reading, t: Token) -> tuple[int, int] | None:
    """The number that begins right behind the verb, with nothing but words of bound between; None for a time or a measure."""
    sentence = reading.sentences[t.sentence]
    if t.tag not in ("VBD", "VBZ", "VBP", "VBG", "VBN", "JJ") or any(True for _ in reading.children(t.i, "auxpass")):
        return None
    i = t.i + 1
    while i < min(sentence.last, t.i + 5) and reading.tokens[i].lower in _BOUNDING and reading.tokens[i].tag != "CD":
        i += 1
    at = i - 1 if i < sentence.last and reading.tokens[i].lower in ("dozen", "hundred", "thousand") and reading.tokens[i - 1].lower == "a" else i
    if at >= sentence.last:
        return None
    x = reading.tokens[at]
    if not (x.tag == "CD" and not is_measure(reading, at) or in_words(x) and at == t.i + 1 or at < i):
        return None
    runs = number_runs(reading, at, min(sentence.last, at + 4))
    if not runs or runs[0][0] != at:
        return None
    following = reading.tokens[runs[0][1]] if runs[0][1] < sentence.last else None
    if following is not None and following.tag in ("NN", "NNS", "JJ") and people_words().get(following.lemma) not in PEOPLE:
        return None if following.lemma not in _DAYS and following.lower != "others" else runs[0]
    return runs[0]


_DAYS = frozenset("yesterday today tomorrow overnight night morning week month year".split())


def _no_one_before(reading: Reading, t: Token) -> int | None:
    """ "No one was immediately reported hurt": the token of "no" before, or None."""
    first = reading.sentences[t.sentence].first
    i = t.i - 1
    while i > first and reading.tokens[i].lower in _PASSED_OVER:
        i -= 1
    word = reading.tokens[i].lower
    if word in ("nobody", "no-one") or word == "none":
        return i
    if word == "one" and i - first > 1 and reading.tokens[i - 1].text == "-" and reading.tokens[i - 2].lower == "no":
        return i - 2
    if word in ("one", "person", "people", "civilians", "soldiers") and i > first and reading.tokens[i - 1].lower == "no":
        return i - 1
    return None
