"""Acts by words in a row ("pointed the finger at", "claimed responsibility", "said it was not responsible")."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.acts.performer import (
    FIRST,
    aim,
    evidence,
    is_negated,
    is_nor,
    is_real,
    quoted_at,
    span_of,
    speakers,
)
from warmonitor.find.own_side import is_organ, is_own_side
from warmonitor.lexicon.acts import ActWords
from warmonitor.lexicon.speakers import can_speak
from warmonitor.model.mention import StatementMention
from warmonitor.model.naming import speaker_of, speakers_of
from warmonitor.model.reading import Attribution, Reading, Sentence, Speaker, Token
from warmonitor.model.source import Source, subject_of

_AT = frozenset("at on against to upon for with".split())
_GAP = 4
_PREDICATES = frozenset(["be", "not", "have"])
"""First words of idioms that say what someone is or has: who says so is the speaker, not the subject."""


def by_idiom(
    reading: Reading, token: Token, end: int, words: ActWords, idiom: tuple[str, ...]
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """The statements that the matched words, tokens [token, end), make: by the subject of their verb."""
    verb = token if token.tag[:2] == "VB" else reading.tokens[token.head]
    if verb.tag[:2] not in ("VB", "MD") or not is_real(reading, verb):
        return
    source = subject_of(reading, verb)
    if idiom[0] in _PREDICATES:
        yield from _by_predicate(reading, token, end, words, idiom)
        return
    negated = is_nor(reading, verb) if words.act == "disclaim" else is_negated(reading, verb, source)
    if negated and words.act == "claim-responsibility":
        return
    last = reading.tokens[end - 1]
    if last.lemma in ("responsible", "accountable") and reading.tokens[end - 2].lower == "those":
        return  # "hold those responsible to account"
    about = next((o for p in reading.children(last.i, "prep") for o in reading.children(p.i, "pobj", "pcomp")), None)
    if about is None and words.act == "claim-responsibility":  # "took credit for a bombing", the preposition hung on the verb
        behind = (p for p in reading.children(verb.i, "prep") if p.i >= end and p.lower == "for")
        about = next((o for p in behind for o in reading.children(p.i, "pobj")), None)
    if about is None:
        about = next((c for c in reading.children(verb.i, "dobj") if c.i > verb.i), None)
    target = _after(reading, end, reading.sentences[token.sentence]) if words.act in ("accuse", "threaten") else ""
    if idiom[0] == "hold" and (held := next(reading.children(verb.i, "dobj"), None)) is not None:
        target = aim(reading, held)
    for speaker, via in _idiom_speakers(reading, verb, source, words):
        plain = words.act == "claim-responsibility" and idiom[0] == "say" and is_organ(speaker)
        yield (
            token.i,
            StatementMention(
                speaker,
                "confirm" if plain else words.act,
                target,
                span_of(reading, about),
                evidence(reading, token),
                "idiom " + " ".join(idiom),
                via,
                negated,
            ),
        )


def _by_predicate(
    reading: Reading, token: Token, end: int, words: ActWords, idiom: tuple[str, ...]
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """ "said the rebels were behind it" accuses, "said it was not responsible" disclaims: by whether subject and speaker are one."""
    verb = token if token.tag[:2] == "VB" else reading.tokens[token.head]
    here = reading.attribution_at(verb.start, verb.end) or _opened_before(reading, verb)
    source = subject_of(reading, verb)
    if here is None or source is None or here.speaker.name == "narrator":
        return
    subject = reading.tokens[source.head]
    meant = reading.references.get(subject.i) or (
        speaker_of(reading, source).name if can_speak(reading, subject) else ""
    )
    own = subject.lower in FIRST or subject.lower in ("it", "they", "he", "she") and meant in ("", here.speaker.name)
    own = own or meant == here.speaker.name
    if here.kind in ("direct", "open") and subject.lower not in FIRST:
        own = meant == here.speaker.name
    if words.act == "accuse" and _is_suspected(reading, verb):
        return
    denied = any(reading.children(verb.i, "neg"))
    about = next(
        (o for p in reading.children(reading.tokens[end - 1].i, "prep") for o in reading.children(p.i, "pobj")), None
    )
    if idiom[-1] == "of":  # "was the work of the rebels"
        doer = next(reading.children(reading.tokens[end - 1].i, "pobj"), None)
        if doer is None or denied or not (target := aim(reading, doer)):
            return
        said = "idiom " + " ".join(idiom)
        yield (
            token.i,
            StatementMention(
                here.speaker, words.act, target, span_of(reading, subject), evidence(reading, token), said, here.via
            ),
        )
        return
    if words.act == "accuse" and is_own_side(reading, subject, here):
        return
    they = here.kind in ("direct", "open") and subject.lower in ("they", "he", "she", "you")
    if words.act == "accuse" and not own and not denied and (meant or they) or words.act == "disclaim" and own:
        target = meant if words.act == "accuse" else ""
        yield (
            token.i,
            StatementMention(
                here.speaker,
                words.act,
                target,
                span_of(reading, about),
                evidence(reading, token),
                "idiom " + " ".join(idiom),
                here.via,
            ),
        )


def _is_suspected(reading: Reading, verb: Token) -> bool:
    """ "are suspected of being responsible", "is believed to be behind it": doubt about the doer and no charge."""
    return any(
        a.lemma in ("suspect", "believe", "think") and any(reading.children(a.i, "auxpass", "nsubjpass"))
        for a in list(reading.ancestors(verb.i))[:3]
    )


def _opened_before(reading: Reading, verb: Token) -> Attribution | None:
    """The attribution of the same sentence whose words end right before the clause: a parser cut it short."""
    first = reading.tokens[reading.subtree(verb.i)[0]]
    ends = [
        a
        for a in reading.attributions
        for c in a.content
        if 0 <= first.start - c.end <= 2 and a.cue and a.cue[0].start < c.start
    ]
    return ends[-1] if ends and reading.token_at(ends[-1].cue[0].start).sentence == verb.sentence else None


def _idiom_speakers(
    reading: Reading, verb: Token, source: Source | None, words: ActWords
) -> Iterator[tuple[Speaker, tuple[Speaker, ...]]]:  # fmt: skip
    """As for verbs; "it was not responsible" and "it was behind" inside someone's speech are that one's."""
    here = reading.attribution_at(verb.start, verb.end)
    quoted = quoted_at(reading, verb)
    if quoted is not None and words.act in ("claim-responsibility", "disclaim") and quoted.speaker.name != "narrator":
        if not _is_of_others(reading, verb, source, quoted.speaker):
            yield quoted.speaker, quoted.via  # "The Brigade takes responsibility," its commander said
            return
    if source is not None and here is not None:
        head = reading.tokens[source.head]
        if (
            head.lower in ("it", "they", "we", "he", "she")
            and reading.references.get(head.i, here.speaker.name) == here.speaker.name
        ):
            yield here.speaker, here.via
            return
    yield from speakers(reading, verb, source, words)


def _is_of_others(reading: Reading, verb: Token, source: Source | None, quoted: Speaker) -> bool:
    """ "An attack that the Brigade has claimed," the minister said: told of another body; who claims in its name says "claims"."""
    return (
        source is not None
        and verb.tag not in ("VBZ", "VBP")
        and reading.name_at(source.head) is not None
        and not quoted.name[:1].islower()
        and quoted.name not in {s.name for s in speakers_of(reading, source)}
    )


def matched(reading: Reading, start: int, stop: int, idiom: tuple[str, ...]) -> int | None:
    """Past-last token where the idiom's lemmas follow from `start`; adverbs, articles and auxiliaries may stand between."""
    i = start
    if reading.tokens[i].lemma != idiom[0] and reading.tokens[i].lower != idiom[0]:
        return None
    i += 1
    gap = 0
    for word in idiom[1:]:
        if word == "*":
            gap = _GAP
            continue
        while i < stop and reading.tokens[i].lemma != word and reading.tokens[i].lower != word:
            t = reading.tokens[i]
            if t.dep == "neg" and gap == 0:
                return None
            small = t.tag in ("DT", "RB", "PRP$") or t.lemma in ("have", "be", "that", "to")
            if gap == 0 and not small:
                return None
            gap -= 0 if small and gap == 0 else 1
            i += 1
        if i >= stop:
            return None
        i += 1
        gap = 0
    return i


def _after(reading: Reading, i: int, sentence: Sentence) -> str:
    """The name or description right after an idiom ("pointed the finger at Northland")."""
    for t in reading.tokens[i : min(i + 8, sentence.last)]:
        if t.tag[:2] == "NN" and t.dep in ("pobj", "dobj"):
            near = t.dep == "dobj" or reading.tokens[t.head].i <= i and reading.tokens[t.head].lower in _AT
            return aim(reading, t) if near else ""
    return ""
