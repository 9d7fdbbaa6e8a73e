"""Acts without a verb that betrays them: charges, threats and offers by what somebody is reported to say.

"The opposition says the army used napalm" accuses; "it said it would strike again" threatens; "they said they would halt
the shelling if …" offers. What is said, by whom and of whom makes the act; a plain report of who did what does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.find.acts.performer import FIRST, aim, evidence, span_of
from warmonitor.find.own_side import is_own_side
from warmonitor.lexicon.acts import ActWords, act_index, acts
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.organs import arms_of
from warmonitor.lexicon.speakers import can_speak
from warmonitor.model.mention import StatementMention
from warmonitor.model.reading import Attribution, Reading, Token

_FUTURE = frozenset(["will", "would", "shall", "'ll", "wo", "’ll"])
_UNSAID = frozenset("deny reject dispute refute doubt believe think fear hope ask wonder predict expect".split())
_VIOLENT = frozenset(["explosion", "battle", "violence-against-civilians"])
_UNKNOWN = frozenset("unidentified unknown unnamed suspected".split())


def by_what_is_said(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, StatementMention]]:
    """Charges, threats and offers in the words attributed to someone."""
    if attribution.speaker.name == "narrator" or attribution.negated or attribution.verb in _UNSAID:
        return
    for content in attribution.content:
        i = reading.token_at(content.start).i
        while i < len(reading.tokens) and reading.tokens[i].start < content.end:
            token = reading.tokens[i]
            i += 1
            if token.start < content.start or token.tag[:2] not in ("VB", "JJ", "NN"):
                continue
            inner = reading.attribution_at(token.start, token.end)
            if inner is None or inner.speaker.name != attribution.speaker.name:
                continue
            for words in act_index().charges.get(token.lemma, ()):
                yield from _charge(reading, attribution, token, words)
                yield from _wrong_of(reading, attribution, token, words)
            for words in act_index().menaces.get(token.lemma, ()):
                yield from _menace(reading, attribution, token, words)
            yield from _as_opponent(reading, attribution, token)
            yield from _offer(reading, attribution, token)


# charges ------------------------------------------------------------------------------------------------------------
def _charge(
    reading: Reading, attribution: Attribution, verb: Token, words: ActWords
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """ "said the army violated the truce", "the plot was hatched by the agency": someone named did what nobody may."""
    objects = words.charges[verb.lemma]
    if verb.tag[:2] != "VB":
        return
    if objects and not any(t.lemma in objects or t.lower in objects for t in _complement(reading, verb)):
        return
    doer = _doer(reading, verb)
    if doer is None or not _is_done(reading, verb) or not _is_chargeable(reading, attribution, doer):
        return
    yield _statement(reading, attribution, words, verb, aim(reading, doer, right=False), verb, f"charge {verb.lemma}")


def _wrong_of(
    reading: Reading, attribution: Attribution, noun: Token, words: ActWords
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """ "Northland's aggression", "the crimes of the regime", "Northland is the aggressor": a wrong with its owner."""
    if noun.tag[:2] != "NN" or words.charges[noun.lemma]:
        return
    owners = [*reading.children(noun.i, "poss")]
    if noun.dep == "attr" and not any(reading.children(noun.head, "neg")):
        owners.extend(reading.children(noun.head, "nsubj"))  # "Northland is the aggressor"
    for c in reading.children(noun.i, "relcl"):
        if c.lemma in ("have", "show"):  # "the disregard that the rebels have for …"
            owners.extend(reading.children(c.i, "nsubj"))
    for p in reading.children(noun.i, "prep"):
        if p.lower == "by" or p.lower == "of" and noun.lemma not in _DONE_TO:
            owners.extend(reading.children(p.i, "pobj"))
    for owner in owners:
        if _is_chargeable(reading, attribution, owner):
            yield _statement(
                reading, attribution, words, noun, aim(reading, owner, right=False), noun, f"wrong {noun.lemma}"
            )
            return


_DONE_TO = frozenset(
    "massacre slaughter torture violation breach genocide oppression persecution occupation repression invasion annexation incitement".split()
)
"""Wrongs whose "of" tells to whom they are done: "the massacre of the monks"."""


def _as_opponent(
    reading: Reading, attribution: Attribution, verb: Token
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """ "The rights group said the police shot ten people": what an accuser by calling tells of a state's or group's force."""
    words = next(a for a in acts() if a.act == "accuse")
    spoken = frozenset(attribution.speaker.name.lower().replace("-", " ").split())
    if (
        attribution.kind == "according"
        or spoken.isdisjoint(words.accusers)
        or not _is_done(reading, verb)
        or verb.tag[:2] != "VB"
    ):
        return
    forced = any(
        t.pos == "verb" and (t.type in _VIOLENT or t.subtype == "arrest")
        for t in event_words().by_first.get(verb.lemma, ())
    )
    if not forced and verb.lemma not in _ABUSES:
        return
    doer = _doer(reading, verb)
    if doer is not None and _is_chargeable(reading, attribution, doer, force=True):
        yield _statement(
            reading, attribution, words, verb, aim(reading, doer, right=False), verb, f"opponent {verb.lemma}"
        )


def _doer(reading: Reading, verb: Token) -> Token | None:
    """The subject, the agent of a passive, or the subject shared with the verb before."""
    for agent in reading.children(verb.i, "agent"):
        return next(reading.children(agent.i, "pobj"), None)
    if any(reading.children(verb.i, "nsubjpass", "auxpass")):
        return None
    if (subject := next(reading.children(verb.i, "nsubj"), None)) is not None:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            return reading.tokens[verb.head]
        return subject
    if verb.dep in ("conj", "xcomp", "advcl") and verb.head != verb.i:
        return _doer(reading, reading.tokens[verb.head]) if reading.tokens[verb.head].tag[:2] == "VB" else None
    return None


_ABUSES = frozenset("beat harass intimidate loot rape evict detain mistreat abuse disperse".split())


def _is_chargeable(reading: Reading, attribution: Attribution, doer: Token, *, force: bool = False) -> bool:
    """Someone named or (with `force`) any force of a state, not the speaker himself and not his own side."""
    if doer.lower in FIRST | {"you"} or not can_speak(reading, doer):
        return False
    if doer.tag[:3] == "PRP" and doer.i not in reading.references:
        return False
    if any(c.lower in _UNKNOWN for c in reading.children(doer.i)):
        return False
    meant = aim(reading, doer, right=False)
    if not meant or meant == attribution.speaker.name or is_own_side(reading, doer, attribution):
        return False
    if force and any(doer.lemma in arms or doer.lower in arms for arms in arms_of().values()):
        return True
    return doer.i in reading.references or reading.name_at(doer.i) is not None or _is_definite(reading, doer)


def _is_definite(reading: Reading, noun: Token) -> bool:
    return any(
        c.lower == "the" or c.dep == "poss" or reading.name_at(c.i) is not None
        for c in reading.children(noun.i, "det", "poss", "compound", "amod", "nmod")
    )


def _is_done(reading: Reading, verb: Token) -> bool:
    """Told as done: no modal, no negation, no condition."""
    if any(reading.children(verb.i, "neg")) or any(m.tag == "MD" for m in reading.children(verb.i, "aux")):
        return False
    if any(m.tag == "TO" for m in reading.children(verb.i, "aux")):
        return reading.tokens[verb.head].lemma in ("continue", "start", "begin", "keep", "try", "attempt", "seek")
    return not any(m.lower in ("if", "unless", "whether") for m in reading.children(verb.i, "mark"))


def _complement(reading: Reading, verb: Token) -> Iterator[Token]:
    first, last = reading.subtree(verb.i)
    yield from (t for t in reading.tokens[max(first, verb.i + 1) : last] if t.tag[:1] in ("N", "J", "V"))
    yield from reading.children(verb.i, "nsubjpass")
    if verb.dep == "acl":
        yield reading.tokens[verb.head]  # "a crime committed by …"


# threats ------------------------------------------------------------------------------------------------------------
def _menace(
    reading: Reading, attribution: Attribution, verb: Token, words: ActWords
) -> Iterator[tuple[int, StatementMention]]:  # fmt: skip
    """ "said it would strike again", "they will be crushed", "would not be tolerated"."""
    wants = words.menaces[verb.lemma]
    with_ = {*wants} - {"passive", "not", "they"}
    if with_ and not any(t.lemma in with_ for t in _complement(reading, verb)):
        return
    future = any(m.lower in _FUTURE for m in reading.children(verb.i, "aux")) or _going(reading, verb)
    negated = any(reading.children(verb.i, "neg"))
    if not future or negated is not ("not" in wants) or _under_condition(reading, verb):
        return
    passive = next(reading.children(verb.i, "nsubjpass"), None)
    if passive is not None:
        if "passive" not in wants or passive.lower in FIRST:
            return
        yield _statement(reading, attribution, words, verb, aim(reading, passive), passive, f"menace {verb.lemma}")
        return
    doer = _doer(reading, verb)
    if doer is None:
        return
    if "they" in wants:
        if doer.lower not in FIRST and not (doer.tag[:3] != "PRP" and _is_own(reading, attribution, doer)):
            yield _statement(reading, attribution, words, verb, aim(reading, doer), None, f"menace {verb.lemma}")
        return
    if not _is_own(reading, attribution, doer):
        return
    aimed = next(reading.children(verb.i, "dobj"), None)
    yield _statement(
        reading, attribution, words, verb, aim(reading, aimed) if aimed else "", aimed, f"menace {verb.lemma}"
    )


def _going(reading: Reading, verb: Token) -> bool:
    """ "are going to strike", "would continue to attack": the future stands with the verb above."""
    above = reading.tokens[verb.head]
    if verb.dep != "xcomp" or not any(m.tag == "TO" for m in reading.children(verb.i, "aux")):
        return False
    if above.lemma == "go" and above.tag == "VBG":
        return True
    return above.lemma in ("continue", "keep") and any(m.lower in _FUTURE for m in reading.children(above.i, "aux"))


def _under_condition(reading: Reading, verb: Token) -> bool:
    return any(m.lower in ("if", "when", "whether") for m in reading.children(verb.i, "mark", "advmod"))


def _is_own(reading: Reading, attribution: Attribution, doer: Token) -> bool:
    """The speaker himself or his side."""
    if doer.lower in FIRST:
        return attribution.kind in ("direct", "mixed", "open")
    if reading.references.get(doer.i) == attribution.speaker.name or aim(reading, doer) == attribution.speaker.name:
        return True
    if doer.lower in ("it", "they", "he", "she") and doer.i not in reading.references:
        return attribution.kind != "direct"
    owner = next(reading.children(doer.i, "poss"), None)
    if owner is not None and owner.lower in ("our", "its", "their", "his", "my"):
        return True
    return is_own_side(reading, doer, attribution)


# offers -------------------------------------------------------------------------------------------------------------
_READY = frozenset("willing ready prepared".split())
_YIELDING = frozenset(
    "stop halt cease suspend release free negotiate talk disarm withdraw swap exchange end pause".split()
)


def _offer(reading: Reading, attribution: Attribution, token: Token) -> Iterator[tuple[int, StatementMention]]:
    """ "We are ready to talk", "said they would stop the shelling if the other side did": what the speaker would do."""
    if token.lemma in _READY and token.dep in ("acomp", "oprd"):
        verb = next(reading.children(token.i, "xcomp"), None)
        copula = reading.tokens[token.head]
        subject = next(reading.children(copula.i, "nsubj"), None)
        if verb is None or subject is None or any(reading.children(copula.i, "neg")):
            return
    elif token.lemma in _YIELDING and any(m.lower in _FUTURE for m in reading.children(token.i, "aux")):
        conditions = (m for c in reading.children(token.i, "advcl") for m in reading.children(c.i, "mark"))
        if not any(m.lower in ("if", "provided", "once") for m in conditions) or any(reading.children(token.i, "neg")):
            return
        verb, subject = token, next(reading.children(token.i, "nsubj"), None)
    else:
        return
    if subject is None or not _is_own(reading, attribution, subject):
        return
    types = {t.type for t in event_words().by_first.get(verb.lemma, ()) if t.pos == "verb" and len(t.lemmas) == 1}
    hostile = verb.lemma not in _YIELDING and bool(types & _VIOLENT) or verb.lemma in _FIGHTING
    words = next(a for a in acts() if a.act == ("threaten" if hostile else "offer"))
    yield _statement(reading, attribution, words, token, "", verb, f"ready {verb.lemma}")


_FIGHTING = frozenset("fight defend respond retaliate strike attack die confront repel use".split())


def _statement(
    reading: Reading, attribution: Attribution, words: ActWords, token: Token, target: str, about: Token | None, rule: str
) -> tuple[int, StatementMention]:  # fmt: skip
    return (
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
