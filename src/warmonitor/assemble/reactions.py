"""Which happening is said to answer, bring about or follow which: by the words of reaction and their grammar.

A word of reaction ("in response to", "retaliated for", "sparked", "came days after") has an effect and a cause. Each is
looked for in its own place of the sentence; where that place holds a pronoun, a bare "the attack" or nothing ("In
retaliation, the army …"), the incident told last before stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.assemble.told import NAMING, RECENT, Told, event_in, event_in_noun, is_vague, told, told_before
from warmonitor.lexicon.hedges import hedges
from warmonitor.lexicon.reactions import reactions
from warmonitor.model.findings import Findings
from warmonitor.model.reading import Reading, Token

_FOR = frozenset("to for at against over of on after following".split())
_MOVES = frozenset("move step measure decision operation action".split())
_POINTING = frozenset(["it", "this", "that", "they", "which"])
_CROWDS = frozenset(["peaceful", "with-intervention", "mob-violence"])


@dataclass(frozen=True, slots=True)
class Reaction:
    """Event `effect` answers (or only follows) event `cause`, said at token `at`; cause None where it is not told."""

    effect: int
    cause: int | None
    relation: str
    at: int
    hedged: bool


def reactions_told(findings: Findings, incident_of: dict[int, str]) -> Iterator[Reaction]:
    """Every word of reaction of the report with its effect and its cause, in text order."""
    t = told(findings, incident_of)
    for sentence in findings.reading.sentences:
        if sentence.kind in ("stamp", "dateline", "boilerplate"):
            continue
        for token in findings.reading.tokens[sentence.first : sentence.last]:
            if (grown := _by_itself(t, token) or _rescue(t, token)) is not None:
                yield grown
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
            (
                x
                for x in t.reading.tokens[here.first : here.last]
                if (x.lemma, "verb") in reactions() and x.dep != "ROOT"
            ),
            None,
        )
        below = _below(t.reading, vow) if vow is not None else None
        cause = event_in(t, below, None)
        if vow is None or cause is None:
            continue
        for k in t.ordered:
            later = 0 < t.head(k).sentence - here.i <= RECENT
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


def _by_itself(t: Told, token: Token) -> Reaction | None:
    """ "Retaliatory strikes", "a counterattack": the event's own words say that it answers; protests and sanctions "over X"."""
    k = t.by_token.get(token.i)
    if k is None or t.head(k).i != token.i:
        return None
    reading = t.reading
    striking_back = token.lemma.startswith("counter") or any(
        c.lower in _RETALIATORY for c in reading.children(token.i, "amod", "compound", "nmod")
    )
    feared = any(a.lemma in _FEARED for a in reading.ancestors(token.i))
    if striking_back and not feared and t.findings.events[k].realis == "actual":
        below = next(
            (
                o
                for p in reading.children(token.i, "prep")
                if p.lower in ("for", "to", "over")
                for o in reading.children(p.i, "pobj")
            ),
            None,
        )
        cause = event_in(t, below, k) or told_before(t, token, k)
        return Reaction(k, cause, "response-to", token.i, _is_hedged(reading, token)) if cause is not None else None
    if _ANSWERING.isdisjoint(t.findings.events[k].subtypes) and token.lemma not in _UNREST:
        return None
    verb = reading.tokens[t.findings.events[k].clause]
    for holder in (token, verb):
        for p in reading.children(holder.i, "prep"):
            if p.i > token.i and p.lower in (("over",) if token.lemma in _UNREST else ("over", "against", "at", "because")):
                for o in reading.children(p.i, "pobj", "pcomp"):
                    if (cause := event_in(t, o, k)) is not None:
                        return Reaction(k, cause, "response-to", token.i, _is_hedged(reading, token))
    for below in _after(reading, verb):
        cause = event_in(t, below, k)
        if cause is not None and _is_outcry(t, k, cause):
            return Reaction(k, cause, "response-to", token.i, _is_hedged(reading, token))
    return None


def _rescue(t: Told, token: Token) -> Reaction | None:
    """Captives rescued by soldiers or police: an answer to their abduction, where the report tells that one too."""
    k = t.by_token.get(token.i)
    if k is None or token.lemma != "rescue" or t.findings.events[k].realis != "actual":
        return None
    if not any(p.role == "agent" and p.cls == "state" for p in t.findings.parties[k]):
        return None
    taken = [j for j in t.ordered if "abduction" in t.findings.events[j].subtypes[:1] and not t.same(j, k)]
    if len({t.incident_of[j] for j in taken}) != 1:
        return None
    return Reaction(k, taken[0], "response-to", token.i, False)


_FEARED = frozenset("anticipation fear threat risk warning prevent avoid avert possibility concern warn expect".split())
_RETALIATORY = frozenset("retaliatory reprisal revenge retaliation punitive tit-for-tat counter vengeance".split())
_UNREST = frozenset("violence unrest rioting clash".split())
_ANSWERING = _CROWDS | {"formal-act"}


def _is_unreal(reading: Reading, token: Token) -> bool:
    """ "vowed to avenge", "would retaliate", "did not respond"."""
    verb = token if token.tag[:2] == "VB" else None
    if verb is None:
        return any(d.lower == "no" for d in reading.children(token.i, "det"))
    if any(reading.children(verb.i, "neg")) or any(m.tag == "MD" for m in reading.children(verb.i, "aux")):
        return True
    to = any(m.tag == "TO" for m in reading.children(verb.i, "aux"))
    return to and verb.dep in ("xcomp", "ccomp", "acl") and reading.tokens[verb.head].lemma in _INTENDING


_INTENDING = frozenset(
    "vow pledge promise threaten swear plan intend want need prepare call urge order refuse right".split()
)


# answers ------------------------------------------------------------------------------------------------------------
def _answer(t: Told, marker: Token) -> Reaction | None:
    """ "strikes in response to X", "retaliated for X with Y", "the raid was revenge for X", "protesting against X"."""
    if marker.tag[:2] == "NN" and not _is_adjunct_or_predicate(t.reading, marker):
        return None
    below = _below(t.reading, marker)
    effect = _effect_of_answer(t, marker)
    if effect is None and below is not None and marker.lemma in _STRIKING_BACK:
        cause = event_in(t, below, None)
        effect = told_before(t, marker, cause) if cause is not None else None
    if effect is None:
        return None
    cause = event_in(t, below, effect) if below is not None else None
    if cause is None and (below is None or is_vague(t, below)) and marker.lemma not in _NEEDING:
        cause = told_before(t, marker, effect, like=below)
    return Reaction(effect, cause, "response-to", marker.i, _is_hedged(t.reading, marker))


_NEEDING = frozenset("protest counter punish punishment answer reply".split())
"""Words that answer only what stands with them: whoever protests does so of old."""
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
                    if (k := event_in(t, o, None)) is not None:
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
            if (k := event_in_noun(t, c)) is not None:
                return k
    for c in t.reading.children(verb.i, "nsubj", "nsubjpass"):
        if c.lower in _POINTING or c.lemma in _MOVES:
            return told_before(t, c, None)
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
        cause = event_in(t, agent, None)
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
            cause = t.at(above) if verb.dep == "relcl" else told_before(t, subject, None)
        else:
            cause = event_in(t, subject, None)
        effect = event_in(t, thing, cause) if thing is not None else None
    if cause is None or effect is None:
        return None
    return Reaction(effect, cause, "response-to", verb.i, _is_hedged(reading, verb))


def _following(t: Told, verb: Token) -> Reaction | None:
    """ "The strikes came days after X", "the move follows X": a reaction is implied."""
    reading = t.reading
    subject = next(reading.children(verb.i, "nsubj"), None)
    if (
        subject is None
        or subject.lemma in _SUMMING
        or verb.lemma in ("begin", "start", "erupt")
        and subject.lower in _POINTING
    ):
        return None
    effect = t.at(subject)
    if effect is None:
        effect = event_in_noun(t, subject)
    if effect is None and (subject.lemma in _MOVES | NAMING or subject.lower in ("it", "this")):
        effect = told_before(t, subject, None)
    if effect is None:
        return None
    for below in _after(reading, verb):
        cause = event_in(t, below, effect)
        if cause is not None:
            relation = "response-to" if _is_outcry(t, effect, cause) else "follows"
            return Reaction(effect, cause, relation, verb.i, _is_hedged(reading, verb))
    return None


def _is_outcry(t: Told, effect: int, cause: int) -> bool:
    """Crowds that gather after a killing or an arrest answer it, and so do states that break off talks after one."""
    crowd = not _CROWDS.isdisjoint(t.findings.events[effect].subtypes) and t.head(effect).lemma != "clash"
    act = "formal-act" in t.findings.events[effect].subtypes and t.head(effect).lemma in _PUNISHING
    return (crowd or act) and not _OUTRAGES.isdisjoint(t.findings.events[cause].subtypes)


_PUNISHING = frozenset("suspend expel sever recall break cancel halt call ban blacklist expulsion suspension".split())
_OUTRAGES = frozenset(
    ["attack", "abduction", "arrest", "air-strike", "shelling", "suicide-bombing", "remote-explosive"]
)


_SUMMING = frozenset("violence fighting unrest tension hostility toll report news".split())


def _after(reading: Reading, verb: Token) -> Iterator[Token]:
    if verb.lemma == "follow" and verb.tag != "VBG":
        yield from reading.children(verb.i, "dobj")
        return
    for c in reading.tokens[verb.i + 1 : reading.subtree(verb.i)[1]]:
        if c.lower not in ("after", "following"):
            continue
        top = reading.tokens[c.head] if c.dep == "mark" else c
        between = [x for x in reading.ancestors(top.i) if verb.i < x.i]
        if any(x.tag[:2] == "VB" for x in between):
            continue
        if c.dep == "mark":
            yield top
            if top.lemma in ("say", "report", "announce", "claim", "confirm"):
                yield from reading.children(top.i, "ccomp")
        else:
            yield from reading.children(c.i, "pobj", "pcomp")


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
