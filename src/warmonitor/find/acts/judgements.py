"""Acts by words of judgement: "called it a crime", and what somebody says in his own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.acts.performer import FIRST, PRONOUNS, aim, evidence, made, span_of
from warmonitor.lexicon.acts import ActWords, act_index, acts
from warmonitor.lexicon.speakers import can_speak, is_happening
from warmonitor.model.mention import StatementMention
from warmonitor.model.reading import Attribution, Reading, Token
from warmonitor.model.span import Span

CALLING = frozenset(
    "call describe label brand term dub characterise characterize denounce condemn decry dismiss deem consider".split()
)
_ACTS = frozenset(
    "act action deed crime murder incident event use behaviour behavior practice tactic violence treatment".split()
)


def by_judgement(reading: Reading, verb: Token) -> Iterator[tuple[int, StatementMention]]:
    """ "called the attack a terrorist act", "described it as heinous", "what the envoy called a heinous murder"."""
    first, last = verb.i + 1, reading.subtree(verb.i)[1]
    for word in reading.tokens[first:last]:
        for words in act_index().predicates.get(word.lower, ()):
            if not _is_complement(reading, word, verb):
                continue
            target = next(reading.children(verb.i, "dobj"), None) or next(
                (c for k in reading.children(verb.i, "ccomp", "oprd") for c in reading.children(k.i, "nsubj")), None
            )
            for i, m in made(reading, verb, words, f"judgement {word.lower}", target or verb, target):
                yield i, replace(m, target="" if words.act == "condemn" else m.target)


def _is_complement(reading: Reading, word: Token, verb: Token) -> bool:
    """The word stands in what something is called ("a crime", "as an act of terror"), not beside it ("to look into the murder")."""
    if any(p.lower in ("on", "upon", "for") for p in reading.children(verb.i, "prep")):
        return False
    for t in (word, *reading.ancestors(word.i)):
        if t.i == verb.i:
            return True
        if t.dep in ("relcl", "acl", "advcl") or t.dep == "prep" and t.lower not in ("as", "of"):
            return False
    return True


def in_speech(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, StatementMention]]:
    """Words of judgement and patterns in someone's own words; in indirect speech, only what is predicated as a whole."""
    if attribution.speaker.name == "narrator" or attribution.negated or attribution.kind == "according":
        return
    index = act_index()
    for span in _own_words(reading, attribution):
        for words in acts():
            for pattern in words.quoted:
                for m in pattern.finditer(reading.text, span.start, span.end):
                    token = reading.token_at(m.start())
                    if _speaks_here(reading, attribution, token):
                        yield from _uttered(reading, attribution, token, words, f"quoted {m[0].lower()}")
        for token in _tokens(reading, span):
            if token.lower in index.predicates and _speaks_here(reading, attribution, token):
                found = (
                    index.predicates
                    if _is_predicated(reading, token)
                    else index.judgements
                    if _is_judging(reading, token)
                    else {}
                )
                for words in found.get(token.lower, ()):
                    yield from _uttered(reading, attribution, token, words, f"judgement {token.lower}")
    if attribution.kind in ("indirect", "mixed"):
        for content in attribution.content:
            for token in _tokens(reading, content):
                if (
                    token.lower in index.predicates
                    and _is_main_predicate(reading, token)
                    and _speaks_here(reading, attribution, token)
                ):
                    for words in index.predicates[token.lower]:
                        yield from _uttered(reading, attribution, token, words, f"judgement {token.lower}")


def _is_main_predicate(reading: Reading, token: Token) -> bool:
    """ "said the truce is welcome", "said the raid was a crime": the whole of what is said."""
    verb = reading.tokens[token.head]
    if any(reading.children(verb.i, "neg")) or _is_only_possible(reading, verb):
        return False
    if token.dep == "pobj" and verb.lower == "of":  # "was an act of evil"
        act = reading.tokens[verb.head]
        return act.lemma in _ACTS and act.dep == "attr" and reading.tokens[act.head].dep == "ccomp"
    if token.tag == "VBN" and token.dep == "ccomp":  # "said she was appalled"
        return any(reading.children(token.i, "auxpass")) and not any(reading.children(token.i, "neg"))
    return token.dep in ("acomp", "attr") and verb.dep == "ccomp"


def _is_only_possible(reading: Reading, verb: Token) -> bool:
    return any(m.lower in ("could", "may", "might", "can") for m in reading.children(verb.i, "aux"))


def _own_words(reading: Reading, attribution: Attribution) -> Iterator[Span]:
    """Quoted stretches of the content; all of it in an open statement."""
    for content in attribution.content:
        if attribution.kind == "open":
            yield content
            continue
        for q in reading.quotations[max(0, bisect_left(reading.quotations, content) - 1) :]:
            if q.start >= content.end:
                break
            if q.overlaps(content):
                yield Span(max(q.start, content.start), min(q.end, content.end))


def _speaks_here(reading: Reading, attribution: Attribution, token: Token) -> bool:
    inner = reading.attribution_at(token.start, token.end)
    return inner is None or inner.speaker.name == attribution.speaker.name


def _tokens(reading: Reading, span: Span) -> Iterator[Token]:
    i = reading.token_at(span.start).i
    while i < len(reading.tokens) and reading.tokens[i].start < span.end:
        if reading.tokens[i].start >= span.start:
            yield reading.tokens[i]
        i += 1


def _is_judging(reading: Reading, token: Token) -> bool:
    """The word judges a happening or act that it stands before ("this cowardly attack")."""
    head = reading.tokens[token.head]
    if token.dep not in ("amod", "advmod") or any(reading.children(token.i, "neg")):
        return False
    return is_happening(head) or head.lemma in _ACTS


def _is_predicated(reading: Reading, token: Token) -> bool:
    """The word is said of something ("the raid was a crime", "this aggression …"), not denied of it."""
    head = reading.tokens[token.head]
    if any(reading.children(token.i, "neg")) or any(reading.children(head.i, "neg")) or _is_only_possible(reading, head):
        return False
    if token.dep in ("amod", "compound"):  # "is a terrorist act"
        return head.dep in ("attr", "oprd", "ROOT") and head.lemma in _ACTS
    if token.dep == "nsubj":
        return any(d.lower in ("this", "these", "such") for d in reading.children(token.i, "det"))
    if any(d.lower == "the" for d in reading.children(token.i, "det")):
        return False  # "what harmed us is the murder of …" names it, and does not judge it so
    felt = head.dep in ("acomp", "oprd") or any(reading.children(head.i, "auxpass"))
    if token.dep == "conj" and felt:  # "I am saddened and shocked by …"
        return token.tag[:2] in ("JJ", "VB")
    return token.dep in ("acomp", "attr", "oprd")


def _is_wondered(reading: Reading, verb: Token) -> bool:
    """ "I do not see why the raids should stop" asks for nothing of the kind."""
    if any(c.lower in ("why", "whether", "how", "if") for c in reading.children(verb.i)):
        return True
    above = reading.tokens[verb.head]
    return verb.dep == "ccomp" and any(reading.children(above.i, "neg"))


def _uttered(
    reading: Reading, attribution: Attribution, token: Token, words: ActWords, rule: str
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    target = ""
    about: Token | None = None
    verb = token if token.tag[:2] == "VB" else next((t for t in reading.ancestors(token.i) if t.tag[:2] == "VB"), None)
    subject = next(reading.children(verb.i, "nsubj", "nsubjpass"), None) if verb is not None else None
    if words.act == "call-for":
        if verb is None or _is_wondered(reading, verb):
            return
        if subject is None or subject.lower != "those" and not (can_speak(reading, subject) or is_happening(subject)):
            return
        if subject.lower in FIRST | PRONOUNS - {"those"} or subject.lower == "god":
            return
        target, about = aim(reading, subject), verb
    elif subject is not None:
        about = subject
    yield (
        token.i,
        StatementMention(
            attribution.speaker,
            words.act,
            target,
            span_of(reading, about),
            evidence(reading, token),
            rule,
            attribution.via,
        ),
    )
