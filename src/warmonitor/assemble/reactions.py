"""Which happening is said to answer, bring about or follow which: by the words of reaction and their grammar.

A word of reaction ("in response to", "retaliated for", "sparked", "came days after") has an effect and a cause. Each is
looked for in its own place of the sentence; where that place holds a pronoun, a bare "the attack" or nothing ("In
retaliation, the army …"), the incident told last before stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.lexicon.hedges import hedges
from warmonitor.lexicon.reactions import reactions
from warmonitor.model.findings import Findings
from warmonitor.model.reading import Reading, Token

_FOR = frozenset("to for at against over of on after following".split())
_MOVES = frozenset("move step measure decision operation action".split())
_POINTING = frozenset(["it", "this", "that", "they", "which"])
_RECENT = 3
_LIGHT = frozenset("carry conduct launch stage mount take begin hold make order announce".split())


@dataclass(frozen=True, slots=True)
class Reaction:
    """Event `effect` answers (or only follows) event `cause`, said at token `at`; cause None where it is not told."""

    effect: int
    cause: int | None
    relation: str
    at: int
    hedged: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The events that belong to incidents: by token, and in text order."""

    findings: Findings
    incident_of: dict[int, str]
    by_token: dict[int, int]
    ordered: tuple[int, ...]

    @property
    def reading(self) -> Reading:
        return self.findings.reading

    def head(self, k: int) -> Token:
        return self.reading.tokens[self.findings.events[k].head]

    def at(self, token: Token) -> int | None:
        return self.by_token.get(token.i)

    def same(self, a: int | None, b: int | None) -> bool:
        return a is not None and b is not None and self.incident_of[a] == self.incident_of[b]


def told(findings: Findings, incident_of: dict[int, str]) -> Told:
    """The events of incidents, looked up by the tokens of their words and of the light verbs above them."""
    by_token: dict[int, int] = {}
    for k, e in enumerate(findings.events):
        if k in incident_of:
            for i in range(e.first, e.last):
                by_token.setdefault(i, k)
    for k, e in enumerate(findings.events):
        if k in incident_of:
            by_token.setdefault(e.clause, k)
    ordered = sorted(incident_of, key=lambda k: findings.events[k].head)
    return Told(findings, incident_of, by_token, tuple(ordered))


def reactions_told(findings: Findings, incident_of: dict[int, str]) -> Iterator[Reaction]:
    """Every word of reaction of the report with its effect and its cause, in text order."""
    t = told(findings, incident_of)
    for sentence in findings.reading.sentences:
        if sentence.kind in ("stamp", "dateline", "boilerplate"):
            continue
        for token in findings.reading.tokens[sentence.first : sentence.last]:
            pos = "noun" if token.tag[:2] == "NN" else "verb" if token.tag[:2] == "VB" else ""
            way = reactions().get((token.lemma, pos))
            if way is None or _is_unreal(t.reading, token):
                continue
            found = {"answers": _answer, "brings": _bringing, "follows": _following}[way](t, token)
            if found is not None:
                yield found
    yield from _vowed(t)


def _vowed(t: Told) -> Iterator[Reaction]:
    """ "The group vowed to avenge X. On Friday its fighters …": what an avenger does soon after he vowed it."""
    for m in t.findings.statements:
        if m.act != "threaten" or not any(w in m.rule for w in ("aveng", "reveng", "retaliat")):
            continue
        who = t.findings.speaker_identity.get(m.speaker.name)
        here = t.reading.sentence_of(m.evidence.start)
        vow = next(
            (x for x in t.reading.tokens[here.first : here.last] if (x.lemma, "verb") in reactions() and x.dep != "ROOT"),
            None,
        )
        below = _below(t.reading, vow) if vow is not None else None
        cause = _event_in(t, below, None)
        if vow is None or cause is None:
            continue
        for k in t.ordered:
            later = 0 < t.head(k).sentence - here.i <= _RECENT
            if later and not t.same(k, cause) and _is_by(t, k, who, m.speaker.name):
                yield Reaction(k, cause, "response-to", vow.i, False)
                break


def _is_by(t: Told, k: int, who: int | None, name: str) -> bool:
    """The event's doer is the speaker, or "its fighters"."""
    if who is not None and any(p.role == "agent" and p.identity == who for p in t.findings.parties[k]):
        return True
    owners = (
        o for a in t.findings.events[k].arguments if a.role == "agent" for o in t.reading.children(a.head, "poss")
    )
    return any(o.lower in ("its", "their") and t.reading.references.get(o.i, name) == name for o in owners)


def _is_unreal(reading: Reading, token: Token) -> bool:
    """ "vowed to avenge", "would retaliate", "did not respond"."""
    verb = token if token.tag[:2] == "VB" else None
    if verb is None:
        return any(d.lower == "no" for d in reading.children(token.i, "det"))
    if any(reading.children(verb.i, "neg")) or any(m.tag == "MD" for m in reading.children(verb.i, "aux")):
        return True
    to = any(m.tag == "TO" for m in reading.children(verb.i, "aux"))
    return to and verb.dep in ("xcomp", "ccomp", "acl") and reading.tokens[verb.head].lemma in _INTENDING


_INTENDING = frozenset("vow pledge promise threaten swear plan intend want need prepare call urge order refuse right".split())


# answers ------------------------------------------------------------------------------------------------------------
def _answer(t: Told, marker: Token) -> Reaction | None:
    """ "strikes in response to X", "retaliated for X with Y", "the raid was revenge for X", "protesting against X"."""
    if marker.tag[:2] == "NN" and not _is_adjunct_or_predicate(t.reading, marker):
        return None
    below = _below(t.reading, marker)
    effect = _effect_of_answer(t, marker)
    if effect is None and below is not None and marker.lemma in _STRIKING_BACK:
        cause = _event_in(t, below, None)
        effect = _told_before(t, marker, cause) if cause is not None else None
    if effect is None:
        return None
    cause = _event_in(t, below, effect) if below is not None else None
    if cause is None and (below is None or _is_vague(t, below)):
        cause = _told_before(t, marker, effect, like=below)
    return Reaction(effect, cause, "response-to", marker.i, _is_hedged(t.reading, marker))


_STRIKING_BACK = frozenset("retaliate react avenge revenge".split())


def _is_adjunct_or_predicate(reading: Reading, noun: Token) -> bool:
    """ "in response", "as revenge", "was a reprisal"; not "the response of the crowd"."""
    above = reading.tokens[noun.head]
    if noun.dep == "conj":
        return _is_adjunct_or_predicate(reading, above) if above.i != noun.i else False
    if noun.dep == "pobj":
        return above.lower in ("in", "as", "by", "of", "for", "out")
    return noun.dep in ("attr", "oprd", "appos", "npadvmod", "dobj") or above.lemma == "be"


def _effect_of_answer(t: Told, marker: Token) -> int | None:
    reading = t.reading
    if marker.tag[:2] == "VB":
        for p in reading.children(marker.i, "prep"):
            if p.lower in ("with", "by"):
                for o in reading.children(p.i, "pobj", "pcomp"):
                    if (k := _event_in(t, o, None)) is not None:
                        return k
        if (own := t.at(marker)) is not None:
            return own
    for a in reading.ancestors(marker.i):
        if a.sentence != marker.sentence:
            break
        if (k := t.at(a)) is not None:
            return k
        if a.tag[:2] in ("VB", "MD"):
            k = _of_clause(t, a, marker)
            if k is not None or a.dep in ("ROOT", "ccomp", "relcl"):
                return k
    return None


def _of_clause(t: Told, verb: Token, marker: Token) -> int | None:
    """The event that a clause is about: its subject or object, or what a pointing subject means."""
    for c in t.reading.children(verb.i, "nsubj", "nsubjpass", "dobj", "oprd", "conj", "xcomp", "advcl"):
        if c.i == marker.i or marker in t.reading.ancestors(c.i):
            continue
        if (k := t.at(c)) is not None:
            return k
        if c.dep in ("nsubj", "nsubjpass", "dobj"):
            if (k := _event_in_noun(t, c)) is not None:
                return k
    for c in t.reading.children(verb.i, "nsubj", "nsubjpass"):
        if c.lower in _POINTING or c.lemma in _MOVES:
            return _told_before(t, c, None)
    return None


def _event_in_noun(t: Told, noun: Token) -> int | None:
    """ "a series of raids", "Monday's wave of attacks"."""
    for p in t.reading.children(noun.i, "prep"):
        if p.lower == "of":
            for o in t.reading.children(p.i, "pobj"):
                if (k := t.at(o)) is not None:
                    return k
    return None


def _below(reading: Reading, marker: Token) -> Token | None:
    """The complement of a word of reaction: its object, or what stands after "to", "for", "over" …"""
    for c in reading.children(marker.i, "dobj"):
        if c.i > marker.i:
            return c
    for c in reading.children(marker.i, "prep"):
        if c.lower in _FOR and c.i > marker.i:
            return next(reading.children(c.i, "pobj", "pcomp"), None)
    if marker.tag[:2] == "VB":
        return None
    above = reading.tokens[marker.head]  # "in response" + "to …" hung one word too high
    for holder in (above, reading.tokens[above.head]):
        for c in reading.children(holder.i, "prep"):
            if marker.i < c.i <= marker.i + 2 and c.lower in ("to", "for"):
                return next(reading.children(c.i, "pobj", "pcomp"), None)
    return None


# brings and follows -------------------------------------------------------------------------------------------------
def _bringing(t: Told, verb: Token) -> Reaction | None:
    """ "The killing sparked riots", "clashes triggered by the arrest"."""
    reading = t.reading
    agent = next((o for a in reading.children(verb.i, "agent") for o in reading.children(a.i, "pobj")), None)
    if agent is not None:
        cause = _event_in(t, agent, None)
        noun = next(reading.children(verb.i, "nsubjpass"), None) or reading.tokens[verb.head]
        effect = t.at(noun)
    else:
        subject = next(reading.children(verb.i, "nsubj"), None)
        thing = next(reading.children(verb.i, "dobj"), None)
        if subject is None and verb.dep in ("advcl", "conj") and verb.tag == "VBG":
            cause = t.at(reading.tokens[verb.head])  # "shot a man, sparking riots"
        elif subject is None:
            return None
        elif subject.lower in _POINTING and subject.lower != "they":
            above = reading.tokens[verb.head]
            cause = t.at(above) if verb.dep == "relcl" else _told_before(t, subject, None)
        else:
            cause = _event_in(t, subject, None)
        effect = _event_in(t, thing, cause) if thing is not None else None
    if cause is None or effect is None:
        return None
    return Reaction(effect, cause, "response-to", verb.i, _is_hedged(reading, verb))


def _following(t: Told, verb: Token) -> Reaction | None:
    """ "The strikes came days after X", "the move follows X": a reaction is implied."""
    reading = t.reading
    subject = next(reading.children(verb.i, "nsubj"), None)
    if subject is None or subject.lemma in _SUMMING or verb.lemma in ("begin", "start", "erupt") and subject.lower in _POINTING:
        return None
    effect = t.at(subject)
    if effect is None:
        effect = _event_in_noun(t, subject)
    if effect is None and (subject.lemma in _MOVES or subject.lower in ("it", "this")):
        effect = _told_before(t, subject, None)
    if effect is None:
        return None
    for below in _after(reading, verb):
        cause = _event_in(t, below, effect)
        if cause is not None:
            return Reaction(effect, cause, "follows", verb.i, _is_hedged(reading, verb))
    return None


_SUMMING = frozenset("violence fighting unrest tension hostility toll report news".split())


def _after(reading: Reading, verb: Token) -> Iterator[Token]:
    if verb.lemma == "follow" and verb.tag != "VBG":
        yield from reading.children(verb.i, "dobj")
        return
    for c in reading.children(verb.i, "prep", "advcl"):
        if c.dep == "prep" and c.lower in ("after", "following"):
            yield from reading.children(c.i, "pobj", "pcomp")
        elif c.dep == "advcl" and any(m.lower == "after" for m in reading.children(c.i, "mark")):
            yield c
            if c.lemma in ("say", "report", "announce", "claim", "confirm"):
                yield from reading.children(c.i, "ccomp")


# who stands for what is not said ------------------------------------------------------------------------------------
def _event_in(t: Told, top: Token | None, other: int | None) -> int | None:
    """The event of another incident that stands highest below `top`, the first of equals."""
    if top is None:
        return None
    first, last = t.reading.subtree(top.i)
    best: tuple[int, int] | None = None
    for i in range(first, last):
        k = t.by_token.get(i)
        if k is None or t.same(k, other):
            continue
        depth = 0 if i == top.i else sum(1 for a in t.reading.ancestors(i) if first <= a.i < last)
        if best is None or depth < best[0]:
            best = depth, k
    return best[1] if best is not None else None


def _is_vague(t: Told, below: Token) -> bool:
    """ "for the incident", "to it", "for Monday's raid": words that point at something told."""
    return below.lower in ("it", "this", "that", "them") or below.lemma in _NAMING


_NAMING = frozenset(
    "attack killing raid strike death incident assault bombing shelling violence ambush operation murder blast explosion "
    "shooting massacre fire provocation bombardment assassination abduction kidnapping arrest".split()
)


def _told_before(t: Told, token: Token, other: int | None, like: Token | None = None) -> int | None:
    """The event told last before a token, of another incident, a few sentences back at most.

    Where `like` names a happening ("for the shelling"), only an event that can be one.
    """
    wanted = next((e.subtypes for e in t.findings.events if like is not None and e.first <= like.i < e.last), ())
    before = [
        k
        for k in t.ordered
        if t.head(k).i < token.i
        and 0 <= token.sentence - t.head(k).sentence <= _RECENT
        and not t.same(k, other)
        and (not wanted or not {*wanted}.isdisjoint(t.findings.events[k].subtypes))
    ]
    return before[-1] if before else None


def _is_hedged(reading: Reading, marker: Token) -> bool:
    """ "in apparent retaliation", "what appeared to be revenge", "likely mounted by jets retaliating"."""
    chain = [marker]
    for a in reading.ancestors(marker.i):
        if len(chain) > 4 or a.sentence != marker.sentence:
            break
        chain.append(a)
        if a.dep in ("ROOT", "ccomp"):
            break
    words = hedges()
    return any(
        words.get((c.lower, pos)) == "hedges"
        for a in chain
        for c in (a, *reading.children(a.i, "amod", "advmod", "aux", "acomp"))
        for pos in ("adverb", "adjective", "modal")
    ) or any(words.get((a.lemma, "verb")) == "hedges" for a in chain[1:])
