"""Acts by a verb with its subject ("condemned the raid"), or by a noun ("voiced outrage", "drew praise from …")."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.acts.performer import PRONOUNS, aim, evidence, made, span_of, speakers
from warmonitor.find.own_side import is_organ
from warmonitor.lexicon.acts import ActWords
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.speakers import can_speak, is_happening
from warmonitor.model.mention import StatementMention
from warmonitor.model.naming import speaker_of
from warmonitor.model.reading import Reading, Token
from warmonitor.model.source import Source, subject_of

_SPARED = frozenset("death prison jail life years imprisonment".split())
_HOLD = frozenset(
    "express voice issue send draw win earn repeat reiterate renew make convey extend receive meet prompt spark".split()
)
_DRAWN = frozenset("draw win earn receive meet prompt spark".split())
_CONFIRMED = frozenset(
    "role involvement responsibility death loss participation presence report authenticity toll number identity".split()
)
_DENIED = frozenset(
    "allegation accusation claim report charge suggestion assertion criticism rumour rumor involvement responsibility role "
    "link wrongdoing complicity knowledge connection contact account version story this that it".split()
)
_NOT_OFFERED = frozenset(
    "view glimpse look chance shelter condolence sympathy prayer thank congratulation explanation detail comment report "
    "account version figure estimate clue insight evidence proof apology resistance reason excuse assessment toll number "
    "theory description response picture word".split()
)
_SOUGHT = frozenset(
    "investigation inquiry probe ceasefire truce release withdrawal halt end intervention explanation justice resolution "
    "extradition".split()
)


def by_verb(reading: Reading, verb: Token, words: ActWords) -> Iterator[tuple[int, StatementMention]]:
    """ "condemned the raid", "urged both sides to stop", "was praised by the mayor"."""
    heard = _hearer(reading, verb, words) if verb.lemma in words.hearers else None
    if heard is not None and heard.lower != "god":
        yield from made(reading, verb, words, f"hearer {verb.lemma}", heard, _asked(reading, verb))
        return
    if verb.lemma not in words.verbs or verb.dep == "amod":
        return
    passive = any(reading.children(verb.i, "auxpass", "nsubjpass"))
    for preposition in words.verbs[verb.lemma]:
        target = _object(reading, verb, preposition, passive)
        if target is not None and _fits(reading, verb, target, words):
            yield from made(reading, verb, words, f"verb {verb.lemma}", target, target)
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
    if verb.dep == "relcl" and any(c.lower not in PRONOUNS for c in reading.children(verb.i, "nsubj")):
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
        return any(
            reading.match(t.i, word.lemmas) is not None
            for t in _said_as_such(reading, target)
            for word in event_words().by_first.get(t.lemma, ())
        )
    return target.tag[:2] in ("VB", "MD", "JJ") or is_happening(target) or target.lemma in _CONFIRMED


def _said_as_such(reading: Reading, top: Token) -> Iterator[Token]:
    """A clause's words without what is only joined to it ("is tense, and says that …")."""
    yield top
    for c in reading.children(top.i):
        if c.dep not in ("conj", "advcl", "relcl", "parataxis"):
            yield from _said_as_such(reading, c)


def _is_own_act(reading: Reading, verb: Token, target: Token) -> bool:
    """ "announced that it had freed …": of what the speaker did himself."""
    source = subject_of(reading, verb)
    if target.tag[:2] == "NN":  # "the police announced the arrest of two men"
        doing = any(
            t.pos == "noun" and t.subtype in _OFFICIAL and reading.match(target.i, t.lemmas) is not None
            for t in event_words().by_first.get(target.lemma, ())
        )
        return doing and source is not None and is_organ(speaker_of(reading, source))
    subject = next(reading.children(target.i, "nsubj", "nsubjpass"), None)
    if target.tag[:2] != "VB" or subject is None:
        return False
    if subject.lower in ("it", "they", "we", "he", "she"):
        return True
    return source is not None and reading.tokens[source.head].lemma == subject.lemma


_OFFICIAL = frozenset("arrest release air-strike shelling territory-gained disrupted-attack".split())


def _is_spoken_for(reading: Reading, target: Token) -> bool:
    return target.lemma in _SOUGHT


def by_noun(reading: Reading, noun: Token, words: ActWords) -> Iterator[tuple[int, StatementMention]]:
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
    for speaker, via in speakers(reading, noun, source, words):
        yield (
            noun.i,
            StatementMention(
                speaker,
                words.act,
                aim(reading, about) if about else "",
                span_of(reading, about),
                evidence(reading, noun),
                f"noun {noun.lemma}",
                via,
            ),
        )
