"""Verbal acts: who condemns, praises, accuses, threatens, denies, calls for, claims, disclaims, offers or confirms what.

Six ways to an act, all from `lexicon/statements.toml`: a verb with its subject, an idiom, a noun with its possessor, a
word of judgement in "called it …" or in someone's own words, patterns searched in quotations only, and what somebody is
reported to say of others' wrongs or of his own plans. Who speaks is the verb's own subject; "we" and what stands in
quotations belong to whoever is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.acts.idioms import by_idiom, matched
from warmonitor.find.acts.judgements import CALLING, by_judgement, in_speech
from warmonitor.find.acts.own import by_denied_means, by_own_account
from warmonitor.find.acts.spoken import by_what_is_said
from warmonitor.find.acts.verbs import by_noun, by_verb
from warmonitor.lexicon.acts import act_index
from warmonitor.model.mention import StatementMention
from warmonitor.model.reading import Reading, Sentence
from warmonitor.model.span import Span


def find_statements(reading: Reading) -> tuple[StatementMention, ...]:
    """All verbal acts of the report in text order, each speaker's act once for neighbouring sentences."""
    found: list[tuple[int, StatementMention]] = []
    for sentence in reading.sentences:
        if sentence.kind not in ("stamp", "dateline", "boilerplate"):
            found.extend(_in_sentence(reading, sentence))
    for attribution in reading.attributions:
        found.extend(in_speech(reading, attribution))
        found.extend(by_own_account(reading, attribution))
        found.extend(by_denied_means(reading, attribution))
        found.extend(by_what_is_said(reading, attribution))
    ordered = sorted(found, key=lambda p: (p[0], p[1].act, p[1].speaker.name, p[1].target))
    return _once(reading, [m for _, m in ordered])


def _once(reading: Reading, found: list[StatementMention]) -> tuple[StatementMention, ...]:
    """One statement for a speaker's act in one sentence or in sentences side by side, unless it aims at someone else."""
    kept: list[StatementMention] = []
    latest: dict[tuple[str, str, bool], list[int]] = {}
    for m in found:
        alike = latest.setdefault((m.act, m.speaker.name, m.negated), [])
        same = next((k for k in reversed(alike) if _is_same_aim(kept[k], m)), None)
        if same is None or not _may_repeat(reading, kept[same], m):
            alike.append(len(kept))
            kept.append(m)
        elif not kept[same].target and m.target:
            kept[same] = replace(kept[same], target=m.target)
    disclaimed = {(m.speaker.name, m.evidence) for m in kept if m.act in ("disclaim", "claim-responsibility")}
    return tuple(m for m in kept if m.act not in ("deny", "confirm") or (m.speaker.name, m.evidence) not in disclaimed)


def _may_repeat(reading: Reading, old: StatementMention, new: StatementMention) -> bool:
    """In one sentence, or in the next by a word of judgement only; a headline is no sentence of the text."""
    one, two = (reading.sentences[_number(reading, m.evidence)] for m in (old, new))
    if one.i == two.i:
        return True
    soft = not new.rule.startswith(("verb", "idiom", "hearer", "own"))
    return two.i - one.i == 1 and (one.kind == "headline") is (two.kind == "headline") and (soft or old.object is None)


def _is_same_aim(old: StatementMention, new: StatementMention) -> bool:
    return old.target == new.target or not old.target or not new.target


def _number(reading: Reading, span: Span) -> int:
    return reading.token_at(span.start).sentence


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, StatementMention]]:
    index = act_index()
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.tag[:2] == "VB":
            for words in index.verbs.get(token.lemma, ()):
                yield from by_verb(reading, token, words)
            if token.lemma in CALLING:
                yield from by_judgement(reading, token)
        elif token.tag[:2] == "NN":
            for words in index.nouns.get(token.lemma, ()):
                yield from by_noun(reading, token, words)
        starts = index.idioms.get(token.lemma, ())
        if token.lower != token.lemma:
            starts = (*starts, *index.idioms.get(token.lower, ()))
        for words, idiom in starts:
            if (end := matched(reading, token.i, sentence.last, idiom)) is not None:
                yield from by_idiom(reading, token, end, words, idiom)
