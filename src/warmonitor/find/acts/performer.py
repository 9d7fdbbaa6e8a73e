"""Who performs a verbal act, at whom it is aimed, and whether it is performed at all."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.lexicon.acts import ActWords, acts
from warmonitor.lexicon.speakers import can_speak
from warmonitor.model.mention import StatementMention
from warmonitor.model.naming import describe, fullest, speaker_of, speakers_of
from warmonitor.model.reading import Attribution, Reading, Speaker, Token
from warmonitor.model.source import Source, subject_of
from warmonitor.model.span import Span

FIRST = frozenset(["i", "we", "us"])
PRONOUNS = frozenset(
    ["it", "they", "he", "she", "this", "that", "which", "who", "there", "what", "these", "those", "you"]
)
_SPEAKING_KINDS = frozenset(["person", "organisation", "armed-group", "place", "nationality", "facility"])
_STRONG = frozenset("condemn praise accuse deny call-for".split())


def made(
    reading: Reading, verb: Token, words: ActWords, rule: str, target: Token, about: Token | None
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """The statements that `verb` makes at `target` about `about`: one for each of its speakers, none where it is not real."""
    if not is_real(reading, verb):
        return
    source = subject_of(reading, verb)
    for speaker, via in speakers(reading, verb, source, words):
        aimed = aim(reading, target, right=words.act != "accuse")
        yield (
            verb.i,
            StatementMention(
                speaker,
                words.act,
                aimed,
                span_of(reading, about),
                evidence(reading, verb),
                rule,
                via,
                is_negated(reading, verb, source),
            ),
        )


def is_real(reading: Reading, verb: Token) -> bool:
    """Not planned, possible or asked for: "may condemn", "refused to condemn", "if the army denies"."""
    if any(m.lower == "yet" for m in reading.children(verb.head, "advmod")) and verb.dep == "xcomp":
        return False
    for m in reading.children(verb.i, "aux"):
        if m.tag == "MD" and m.lower in ("may", "might", "could", "would", "should", "must", "can", "will"):
            return False
        if m.tag == "TO" and reading.tokens[verb.head].lemma not in (
            "want",
            "like",
            "wish",
            "go",
            "continue",
            "force",
            "have",
        ):
            return False
    shared = verb.dep == "conj" and not any(reading.children(verb.i, "aux", "nsubj"))
    if shared and verb.tag == "VB" and not is_real(reading, reading.tokens[verb.head]):
        return False
    return not any(m.lower in ("if", "unless", "whether") for m in reading.children(verb.i, "mark"))


def is_negated(reading: Reading, verb: Token, source: Source | None) -> bool:
    """The act is said not to be done: "did not condemn", "no group condemned"."""
    if any(reading.children(verb.i, "neg")) or is_nor(reading, verb):
        return True
    return source is not None and is_nobody(reading, reading.tokens[source.head])


def is_nor(reading: Reading, verb: Token) -> bool:
    """ "neither claimed nor denied": both are said not to be done."""
    around = [*reading.children(verb.i), *(reading.children(verb.head) if verb.dep == "conj" else ())]
    return any(c.lower in ("neither", "nor") for c in around)


def is_nobody(reading: Reading, subject: Token) -> bool:
    """ "No group", "nobody", "neither"."""
    return subject.lower in ("nobody", "none", "no-one", "neither") or any(
        d.lower in ("no", "neither") for d in reading.children(subject.i, "det")
    )


def speakers(
    reading: Reading, verb: Token, source: Source | None, words: ActWords
) -> Iterator[tuple[Speaker, tuple[Speaker, ...]]]:  # fmt: skip
    """Each speaker of an act with his relays: the subject, or for "we" and what is cut off from its subject, who is quoted."""
    here = reading.attribution_at(verb.start, verb.end)
    outer = (here.speaker,) if here is not None else ()
    if source is None:
        return
    head = reading.tokens[source.head]
    if here is not None and here.kind in ("indirect", "mixed") and _is_sayers_participle(reading, verb, here):
        yield here.speaker, here.via
        return
    if head.lower in FIRST:
        here = quoted_at(reading, verb) or here
        if here is not None and here.kind in ("direct", "mixed", "open"):
            yield here.speaker, here.via
        elif here is None and (issuer := publisher(reading, verb)) is not None:
            yield issuer, ()
        return
    if head.lower in PRONOUNS and head.i not in reading.references:
        if (
            head.lower in ("it", "they", "he", "she")
            and here is not None
            and here.kind == "indirect"
            and head.lower != "it"
        ):
            yield here.speaker, here.via
        return
    if not may_act(reading, head, words):
        if verb.dep == "conj" and (main := _of_main_clause(reading, verb)) is not None and may_act(reading, reading.tokens[main.head], words):
            yield from ((s, outer) for s in speakers_of(reading, main))
            return
        if here is not None and here.kind in ("indirect", "mixed") and words.act == "accuse":
            yield here.speaker, here.via  # "said all was possible and pointed the finger at …", however it was parsed
        return
    for speaker in speakers_of(reading, source):
        if not (outer and outer[0].name == speaker.name):
            yield speaker, outer
        elif here is not None:
            yield here.speaker, here.via


def _of_main_clause(reading: Reading, verb: Token) -> Source | None:
    """ "condemned the raid that killed three and called on …": what a parser joined to the relative clause goes on above it."""
    chain = [verb, *reading.ancestors(verb.i)]
    clause = next((t for t in chain if t.dep in ("relcl", "acl")), None)
    above = next((t for t in reading.ancestors(clause.i) if t.tag[:2] == "VB"), None) if clause is not None else None
    return subject_of(reading, above) if above is not None and above.tag == verb.tag else None


def quoted_at(reading: Reading, verb: Token) -> Attribution | None:
    """Who is quoted directly at a verb: of a relay ("the agency quoted X as saying") the one whose words they are."""
    held = [
        a
        for a in reading.attributions
        if a.kind in ("direct", "mixed", "open") and any(c.start <= verb.start < c.end for c in a.content)
    ]
    return min(held, key=lambda a: (len(a.via) == 0, a.content[0].end - a.content[0].start), default=None)


def _is_sayers_participle(reading: Reading, verb: Token, here: Attribution) -> bool:
    """ "said that his deputy was well, urging the army to stop": a participle after a comma goes on with what the sayer does."""
    if verb.tag != "VBG" or verb.dep != "advcl" or reading.tokens[max(0, verb.i - 1)].text != ",":
        return False
    above = reading.tokens[verb.head]
    if above.lemma != "be":
        return False  # "said that the premier had met the rebels, urging them …": whose participle it is stays open
    return above.dep == "ccomp" and any(c.start <= above.start < c.end for c in here.content) and bool(here.cue)


def may_act(reading: Reading, head: Token, words: ActWords) -> bool:
    """The subject can perform the act: a person, a body, or a document in which one does."""
    if can_speak(reading, head):
        return True
    return words.act in _STRONG and head.lemma in (
        "report",
        "statement",
        "letter",
        "resolution",
        "declaration",
        "communique",
    )


def publisher(reading: Reading, verb: Token) -> Speaker | None:
    """In a statement without a named author "we" is who first performs an act in it by name ("Northland condemns … We call …")."""
    for token in reading.tokens[: verb.i]:
        if token.tag in ("VBZ", "VBP") and token.dep == "ROOT" and any(token.lemma in a.verbs for a in acts()):
            source = subject_of(reading, token)
            if source is not None and reading.name_at(source.head) is not None:
                return speaker_of(reading, source)
    return None


def aim(reading: Reading, target: Token, *, right: bool = True) -> str:
    """The target in words where it is someone who can act, else ""."""
    name = reading.name_at(target.i)
    if name is not None and name.kind in _SPEAKING_KINDS:
        return fullest(reading, name)
    if target.i in reading.references:
        return reading.references[target.i]
    return (
        describe(reading, target, right=right)
        if target.tag[:2] in ("NN", "DT") and can_speak(reading, target) or target.lower == "those"
        else ""
    )


def span_of(reading: Reading, about: Token | None) -> Span | None:
    """The words under a token, None for None."""
    return reading.span(*reading.subtree(about.i)) if about is not None else None


def evidence(reading: Reading, token: Token) -> Span:
    """The sentence of a token."""
    s = reading.sentences[token.sentence]
    return Span(s.start, s.end)
