"""Verbal acts: who condemns, praises, accuses, threatens, denies, calls for, claims, disclaims, offers or confirms what.

Five ways to an act, all from `lexicon/statements.toml`: a verb with its subject, an idiom, a noun with its possessor, a
word of judgement in "called it …" or in someone's own words, and patterns searched in quotations only. Who speaks is the
verb's own subject; "we" and what stands in quotations belong to whoever is quoted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from warmonitor.lexicon.acts import ActWords, act_index, acts
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.speakers import can_speak, is_happening
from warmonitor.model.mention import StatementMention
from warmonitor.model.naming import describe, fullest, speaker_of, speakers_of
from warmonitor.model.reading import Attribution, Reading, Sentence, Speaker, Token
from warmonitor.model.source import Source, subject_of
from warmonitor.model.span import Span

_FIRST = frozenset(["i", "we", "us"])
_PRONOUNS = frozenset(
    ["it", "they", "he", "she", "this", "that", "which", "who", "there", "what", "these", "those", "you"]
)
_CALLING = frozenset(
    "call describe label brand term dub characterise characterize denounce condemn decry dismiss deem consider".split()
)
_SPEAKING_KINDS = frozenset(["person", "organisation", "armed-group", "place", "nationality", "facility"])
_STRONG = frozenset("condemn praise accuse deny call-for".split())
_SPARED = frozenset("death prison jail life years imprisonment".split())
_HOLD = frozenset(
    "express voice issue send draw win earn repeat reiterate renew make convey extend receive meet prompt spark".split()
)
_DRAWN = frozenset("draw win earn receive meet prompt spark".split())
_GAP = 4


def find_statements(reading: Reading) -> tuple[StatementMention, ...]:
    """All verbal acts of the report in text order, each speaker's act once for neighbouring sentences."""
    found: list[tuple[int, StatementMention]] = []
    for sentence in reading.sentences:
        if sentence.kind not in ("stamp", "dateline", "boilerplate"):
            found.extend(_in_sentence(reading, sentence))
    for attribution in reading.attributions:
        found.extend(_in_speech(reading, attribution))
    ordered = sorted(found, key=lambda p: (p[0], p[1].act, p[1].speaker.name, p[1].target))
    return _once(reading, [m for _, m in ordered])


def _once(reading: Reading, found: list[StatementMention]) -> tuple[StatementMention, ...]:
    """One statement for a speaker's act in one sentence or in sentences side by side, unless it aims at someone else."""
    kept: list[StatementMention] = []
    latest: dict[tuple[str, str, bool], list[int]] = {}
    for m in found:
        alike = latest.setdefault((m.act, m.speaker.name, m.negated), [])
        here = _number(reading, m.evidence)
        same = next((k for k in reversed(alike) if _is_same_aim(kept[k], m)), None)
        if same is None or here - _number(reading, kept[same].evidence) > 1:
            alike.append(len(kept))
            kept.append(m)
        elif not kept[same].target and m.target:
            kept[same] = replace(kept[same], target=m.target)
    disclaimed = {(m.speaker.name, m.evidence) for m in kept if m.act in ("disclaim", "claim-responsibility")}
    return tuple(m for m in kept if m.act not in ("deny", "confirm") or (m.speaker.name, m.evidence) not in disclaimed)


def _is_same_aim(old: StatementMention, new: StatementMention) -> bool:
    return old.target == new.target or not old.target or not new.target


def _number(reading: Reading, span: Span) -> int:
    return reading.token_at(span.start).sentence


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, StatementMention]]:
    index = act_index()
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.tag[:2] == "VB":
            for words in index.verbs.get(token.lemma, ()):
                yield from _by_verb(reading, token, words)
            if token.lemma in _CALLING:
                yield from _by_judgement(reading, token)
        elif token.tag[:2] == "NN":
            for words in index.nouns.get(token.lemma, ()):
                yield from _by_noun(reading, token, words)
        starts = index.idioms.get(token.lemma, ())
        if token.lower != token.lemma:
            starts = (*starts, *index.idioms.get(token.lower, ()))
        for words, idiom in starts:
            if (end := _matched(reading, token.i, sentence.last, idiom)) is not None:
                yield from _by_idiom(reading, token, end, words, idiom)


# verbs --------------------------------------------------------------------------------------------------------------
def _by_verb(reading: Reading, verb: Token, words: ActWords) -> Iterator[tuple[int, StatementMention]]:
    heard = _hearer(reading, verb, words) if verb.lemma in words.hearers else None
    if heard is not None and heard.lower != "god":
        yield from _made(reading, verb, words, f"hearer {verb.lemma}", heard, _asked(reading, verb))
        return
    if verb.lemma not in words.verbs or verb.dep == "amod":
        return
    passive = any(reading.children(verb.i, "auxpass", "nsubjpass"))
    for preposition in words.verbs[verb.lemma]:
        target = _object(reading, verb, preposition, passive)
        if target is not None and _fits(reading, verb, target, words):
            yield from _made(reading, verb, words, f"verb {verb.lemma}", target, target)
            return


def _object(reading: Reading, verb: Token, preposition: str, passive: bool) -> Token | None:
    if preposition:
        for p in reading.children(verb.i, "prep", "dative"):
            if p.lower == preposition:
                return next(reading.children(p.i, "pobj", "pcomp"), None)
        return None
    if passive:
        return next(reading.children(verb.i, "nsubjpass"), None)
    if verb.tag == "VBN" and verb.dep == "acl" and any(reading.children(verb.i, "agent")):
        return reading.tokens[verb.head]  # "a claim denied by the army"
    after = next((c for c in reading.children(verb.i, "dobj", "ccomp", "xcomp") if c.i > verb.i), None)
    if after is not None:
        return after
    if verb.dep == "relcl" and any(c.lower not in _PRONOUNS for c in reading.children(verb.i, "nsubj")):
        return reading.tokens[verb.head]  # "allegations the government denies"
    return next(reading.children(verb.i, "ccomp"), None)  # "…, the army confirmed"


def _hearer(reading: Reading, verb: Token, words: ActWords) -> Token | None:
    """The one who is asked to do something, where an infinitive says what."""
    for preposition in words.hearers[verb.lemma]:
        if preposition == "for":
            asked = _asked(reading, verb)
            if asked is not None and any(m.lower == "for" for m in reading.children(asked.i, "mark")):
                return next(reading.children(asked.i, "nsubj", "nsubjpass"), None)
        elif preposition:
            for p in reading.children(verb.i, "prep"):
                if p.lower == preposition and (who := next(reading.children(p.i, "pobj"), None)) is not None:
                    return (
                        who
                        if _asked(reading, verb) is not None or any(reading.children(who.i, "acl", "relcl"))
                        else None
                    )
        else:
            asked = _asked(reading, verb)
            if asked is None:
                continue
            who = next(reading.children(verb.i, "dobj"), None) or next(reading.children(asked.i, "nsubj"), None)
            if who is not None and who.i > verb.i:
                return who
    return None


def _asked(reading: Reading, verb: Token) -> Token | None:
    return next(
        (c for c in reading.children(verb.i, "xcomp", "ccomp", "advcl")
         if c.i > verb.i and any(a.tag == "TO" for a in reading.children(c.i, "aux"))),
        None,
    )  # fmt: skip


def _fits(reading: Reading, verb: Token, target: Token, words: ActWords) -> bool:
    """The object makes the verb the act: no sentence "to death", no one welcomed at a door, nothing unspoken sought."""
    if words.act == "condemn" and any(
        c.lower in _SPARED
        for p in reading.children(verb.i, "prep")
        if p.lower == "to"
        for c in reading.children(p.i, "pobj")
    ):
        return False
    if words.act == "praise" and verb.lemma in ("welcome", "celebrate", "bless"):
        return not (target.tag == "PRP" or can_speak(reading, target) and not is_happening(target))
    if words.act == "deny":
        return target.tag[:2] in ("VB", "MD", "JJ") or is_happening(target) or target.lemma in _DENIED
    if verb.lemma in ("seek", "request") and not _is_spoken_for(reading, target):
        return False
    if words.act == "offer" and target.lemma in _NOT_OFFERED:
        return False
    if words.act == "confirm" and not _is_confirmed(reading, verb, target):
        return False
    return True


def _is_confirmed(reading: Reading, verb: Token, target: Token) -> bool:
    """A clause or a happening; what is announced must be the speaker's own doing."""
    if any(m.lower in ("will", "would") for m in reading.children(target.i, "aux")):
        return False
    if verb.lemma == "announce":
        return _is_own_act(reading, verb, target)
    if target.tag[:2] == "VB":
        return any(t.lemma in event_words().by_first for t in reading.tokens[slice(*reading.subtree(target.i))])
    return target.tag[:2] in ("VB", "MD", "JJ") or is_happening(target) or target.lemma in _CONFIRMED


_CONFIRMED = frozenset("role involvement responsibility death loss participation presence report".split())


def _is_own_act(reading: Reading, verb: Token, target: Token) -> bool:
    """ "announced that it had freed …": of what the speaker did himself."""
    subject = next(reading.children(target.i, "nsubj", "nsubjpass"), None)
    if target.tag[:2] != "VB" or subject is None:
        return False
    source = subject_of(reading, verb)
    if subject.lower in ("it", "they", "we", "he", "she"):
        return True
    return source is not None and reading.tokens[source.head].lemma == subject.lemma


_DENIED = frozenset(
    "allegation accusation claim report charge suggestion assertion criticism rumour rumor involvement responsibility role "
    "link wrongdoing complicity knowledge connection contact account version story this that it".split()
)
_NOT_OFFERED = frozenset(
    "view glimpse look chance shelter condolence sympathy prayer thank congratulation explanation detail comment".split()
)


def _is_spoken_for(reading: Reading, target: Token) -> bool:
    return target.lemma in _SOUGHT


_SOUGHT = frozenset(
    "investigation inquiry probe help aid ceasefire truce release withdrawal halt end intervention assistance explanation "
    "justice resolution support action protection access extradition".split()
)


def _made(
    reading: Reading, verb: Token, words: ActWords, rule: str, target: Token, about: Token | None
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    if not _is_real(reading, verb):
        return
    source = subject_of(reading, verb)
    for speaker, via in _speakers(reading, verb, source, words):
        aimed = _aim(reading, target, right=words.act != "accuse")
        yield (
            verb.i,
            StatementMention(
                speaker,
                words.act,
                aimed,
                _span(reading, about),
                _evidence(reading, verb),
                rule,
                via,
                _is_negated(reading, verb, source),
            ),
        )


def _is_real(reading: Reading, verb: Token) -> bool:
    """Not planned, possible or asked for: "may condemn", "refused to condemn", "if the army denies"."""
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
    if shared and verb.tag == "VB" and not _is_real(reading, reading.tokens[verb.head]):
        return False
    return not any(m.lower in ("if", "unless", "whether") for m in reading.children(verb.i, "mark"))


def _is_negated(reading: Reading, verb: Token, source: Source | None) -> bool:
    if any(reading.children(verb.i, "neg")) or _is_nor(reading, verb):
        return True
    return source is not None and _is_nobody(reading, reading.tokens[source.head])


def _is_nor(reading: Reading, verb: Token) -> bool:
    """ "neither claimed nor denied": both are said not to be done."""
    around = [*reading.children(verb.i), *(reading.children(verb.head) if verb.dep == "conj" else ())]
    return any(c.lower in ("neither", "nor") for c in around)


def _is_nobody(reading: Reading, subject: Token) -> bool:
    return subject.lower in ("nobody", "none", "no-one", "neither") or any(
        d.lower in ("no", "neither") for d in reading.children(subject.i, "det")
    )


# who speaks ---------------------------------------------------------------------------------------------------------
def _speakers(
    reading: Reading, verb: Token, source: Source | None, words: ActWords
) -> Iterator[tuple[Speaker, tuple[Speaker, ...]]]:  # fmt: skip
    here = reading.attribution_at(verb.start, verb.end)
    outer = (here.speaker,) if here is not None else ()
    if source is None:
        return
    head = reading.tokens[source.head]
    if head.lower in _FIRST:
        if here is not None and here.kind in ("direct", "mixed", "open"):
            yield here.speaker, here.via
        elif here is None and (publisher := _publisher(reading, verb)) is not None:
            yield publisher, ()
        return
    if head.lower in _PRONOUNS and head.i not in reading.references:
        if (
            head.lower in ("it", "they", "he", "she")
            and here is not None
            and here.kind == "indirect"
            and head.lower != "it"
        ):
            yield here.speaker, here.via
        return
    if not _can_speak(reading, head, words):
        if here is not None and here.kind in ("indirect", "mixed") and words.act == "accuse":
            yield here.speaker, here.via  # "said all was possible and pointed the finger at …", however it was parsed
        return
    for speaker in speakers_of(reading, source):
        if not (outer and outer[0].name == speaker.name):
            yield speaker, outer
        elif here is not None:
            yield here.speaker, here.via


def _can_speak(reading: Reading, head: Token, words: ActWords) -> bool:
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


def _publisher(reading: Reading, verb: Token) -> Speaker | None:
    """In a statement without a named author "we" is who first performs an act in it by name ("Northland condemns … We call …")."""
    for token in reading.tokens[: verb.i]:
        if token.tag in ("VBZ", "VBP") and token.dep == "ROOT" and any(token.lemma in a.verbs for a in acts()):
            source = subject_of(reading, token)
            if source is not None and reading.name_at(source.head) is not None:
                return speaker_of(reading, source)
    return None


def _aim(reading: Reading, target: Token, *, right: bool = True) -> str:
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


def _span(reading: Reading, about: Token | None) -> Span | None:
    return reading.span(*reading.subtree(about.i)) if about is not None else None


def _evidence(reading: Reading, token: Token) -> Span:
    s = reading.sentences[token.sentence]
    return Span(s.start, s.end)


# nouns --------------------------------------------------------------------------------------------------------------
def _by_noun(reading: Reading, noun: Token, words: ActWords) -> Iterator[tuple[int, StatementMention]]:
    """ "its condemnation of …", "voiced outrage", "drew praise from …"."""
    about = next(
        (
            o
            for p in reading.children(noun.i, "prep")
            if p.lower in ("of", "for", "at", "against")
            for o in reading.children(p.i, "pobj", "pcomp")
        ),
        None,
    )
    source: Source | None = None
    verb = reading.tokens[noun.head]
    if noun.lemma in ("call", "appeal", "demand", "threat", "offer") and about is None:
        return  # a telephone call, a threat to the harvest
    from_ = next(
        (
            o
            for h in (noun, verb)
            for p in reading.children(h.i, "prep")
            if p.lower in ("from", "by")
            for o in reading.children(p.i, "pobj")
        ),
        None,
    )
    if verb.tag[:2] == "VB" and verb.lemma in _HOLD and noun.dep in ("dobj", "nsubjpass"):
        if verb.lemma in _DRAWN:
            source = Source(reading.subtree(from_.i), from_.i) if from_ is not None else None
        else:
            source = subject_of(reading, verb)
    elif from_ is not None and words.act in ("condemn", "praise", "call-for"):
        source = Source(reading.subtree(from_.i), from_.i)
    if source is None:
        return
    for speaker, via in _speakers(reading, noun, source, words):
        yield (
            noun.i,
            StatementMention(
                speaker,
                words.act,
                _aim(reading, about) if about else "",
                _span(reading, about),
                _evidence(reading, noun),
                f"noun {noun.lemma}",
                via,
            ),
        )


# idioms -------------------------------------------------------------------------------------------------------------
def _by_idiom(
    reading: Reading, token: Token, end: int, words: ActWords, idiom: tuple[str, ...]
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    verb = token if token.tag[:2] == "VB" else reading.tokens[token.head]
    if verb.tag[:2] not in ("VB", "MD") or not _is_real(reading, verb):
        return
    source = subject_of(reading, verb)
    if idiom[0] in _PREDICATES:
        yield from _by_predicate(reading, token, end, words, idiom)
        return
    negated = _is_nor(reading, verb) if words.act == "disclaim" else _is_negated(reading, verb, source)
    if negated and words.act == "claim-responsibility":
        return
    last = reading.tokens[end - 1]
    if last.lemma in ("responsible", "accountable") and reading.tokens[end - 2].lower == "those":
        return  # "hold those responsible to account"
    about = next((o for p in reading.children(last.i, "prep") for o in reading.children(p.i, "pobj", "pcomp")), None)
    if about is None:
        about = next((c for c in reading.children(verb.i, "dobj") if c.i > verb.i), None)
    target = _after(reading, end, reading.sentences[token.sentence]) if words.act in ("accuse", "threaten") else ""
    for speaker, via in _idiom_speakers(reading, verb, source, words):
        yield (
            token.i,
            StatementMention(
                speaker,
                words.act,
                target,
                _span(reading, about),
                _evidence(reading, token),
                "idiom " + " ".join(idiom),
                via,
                negated,
            ),
        )


_PREDICATES = frozenset(["be", "not", "have"])
"""First words of idioms that say what someone is or has: who says so is the speaker, not the subject."""


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
    own = subject.lower in _FIRST or subject.lower in ("it", "they", "he", "she") and meant in ("", here.speaker.name)
    own = own or meant == here.speaker.name
    denied = any(reading.children(verb.i, "neg"))
    about = next(
        (o for p in reading.children(reading.tokens[end - 1].i, "prep") for o in reading.children(p.i, "pobj")), None
    )
    if words.act == "accuse" and not own and not denied and meant or words.act == "disclaim" and own:
        target = meant if words.act == "accuse" else ""
        yield (
            token.i,
            StatementMention(
                here.speaker,
                words.act,
                target,
                _span(reading, about),
                _evidence(reading, token),
                "idiom " + " ".join(idiom),
                here.via,
            ),
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
    if source is not None and here is not None:
        head = reading.tokens[source.head]
        if (
            head.lower in ("it", "they", "we", "he", "she")
            and reading.references.get(head.i, here.speaker.name) == here.speaker.name
        ):
            yield here.speaker, here.via
            return
    yield from _speakers(reading, verb, source, words)


def _matched(reading: Reading, start: int, stop: int, idiom: tuple[str, ...]) -> int | None:
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
            return _aim(reading, t)
    return ""


# judgements ---------------------------------------------------------------------------------------------------------
def _by_judgement(reading: Reading, verb: Token) -> Iterator[tuple[int, StatementMention]]:
    """ "called the attack a terrorist act", "described it as heinous", "what the envoy called a heinous murder"."""
    first, last = verb.i + 1, reading.subtree(verb.i)[1]
    for word in reading.tokens[first:last]:
        for words in act_index().predicates.get(word.lower, ()):
            if any(t.dep == "relcl" for t in reading.ancestors(word.i) if verb.i < t.i < word.i):
                continue
            target = next(reading.children(verb.i, "dobj"), None) or next(
                (c for k in reading.children(verb.i, "ccomp", "oprd") for c in reading.children(k.i, "nsubj")), None
            )
            for i, m in _made(reading, verb, words, f"judgement {word.lower}", target or verb, target):
                yield i, replace(m, target="" if words.act == "condemn" else m.target)


def _in_speech(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, StatementMention]]:
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
    return token.dep in ("acomp", "attr") and verb.dep == "ccomp" and not any(reading.children(verb.i, "neg"))


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
    if any(reading.children(token.i, "neg")) or any(reading.children(head.i, "neg")):
        return False
    if token.dep in ("amod", "compound"):  # "is a terrorist act"
        return head.dep in ("attr", "oprd", "ROOT") and head.lemma in _ACTS
    if token.dep == "nsubj":
        return any(d.lower in ("this", "these", "such") for d in reading.children(token.i, "det"))
    if any(d.lower == "the" for d in reading.children(token.i, "det")):
        return False  # "what harmed us is the murder of …" names it, and does not judge it so
    return token.dep in ("acomp", "attr", "oprd")


_ACTS = frozenset(
    "act action deed crime murder incident event use behaviour behavior practice tactic violence treatment".split()
)


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
        if subject.lower in _FIRST | _PRONOUNS - {"those"} or subject.lower == "god":
            return
        target, about = _aim(reading, subject), verb
    elif subject is not None:
        about = subject
    yield (
        token.i,
        StatementMention(
            attribution.speaker,
            words.act,
            target,
            _span(reading, about),
            _evidence(reading, token),
            rule,
            attribution.via,
        ),
    )
