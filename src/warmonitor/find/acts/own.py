"""What a speaker says of his own doings: a group that says its fighters hit a base claims it, a state confirms it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.acts.performer import evidence, span_of
from warmonitor.find.own_side import is_own_side, speaker_words
from warmonitor.find.stance import own_doing
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.weapon_words import weapon_words
from warmonitor.model.mention import StatementMention
from warmonitor.model.reading import Attribution, Name, Reading, Token

_MODALS = frozenset(["will", "would", "may", "might", "could", "can", "should", "must", "shall"])
_CLAIMING = frozenset(["claim", "boast", "brag"])


def by_own_account(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, StatementMention]]:
    """The first happening in the attributed words that is the speaker's own: claimed, confirmed, or, negated, disclaimed."""
    body = _is_states(attribution.speaker.name) or any(
        n.kind in ("organisation", "armed-group") and _names(reading, n, attribution) for n in reading.names
    )
    if attribution.negated or attribution.verb in ("deny", "reject", "vow", "threaten", "promise", "pledge", "warn"):
        return
    for content in attribution.content:
        i = reading.token_at(content.start).i
        while i < len(reading.tokens) and reading.tokens[i].start < content.end:
            verb = reading.tokens[i]
            i += 1
            if verb.start < content.start or not _happens(reading, verb, attribution):
                continue
            inner = reading.attribution_at(verb.start, verb.end)
            if inner is None or inner.speaker.name != attribution.speaker.name:
                continue
            released = _is_release(reading, verb) and inner.kind != "according" and _is_states_head(reading, inner)
            if not released and (
                own_doing(reading, verb.i, inner) is None
                or not body
                and not any(is_own_side(reading, d, inner) for d in _doers(reading, verb))
            ):
                continue
            negated = any(reading.children(verb.i, "neg"))
            act = "disclaim" if negated else _act(reading, attribution)
            yield (
                verb.i,
                StatementMention(
                    attribution.speaker,
                    act,
                    "",
                    span_of(reading, verb),
                    evidence(reading, verb),
                    "own account",
                    attribution.via,
                ),
            )
            return


_DEPLOYING = frozenset("plant lay place fire launch throw hurl use drop detonate explode make set send lob".split())


def by_denied_means(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, StatementMention]]:
    """ "The militia denied that it had planted the bomb", "denied firing the rockets": it disclaims what they did."""
    if attribution.negated or attribution.verb not in ("deny", "reject"):
        return
    for content in attribution.content:
        for verb in reading.tokens[reading.token_at(content.start).i : reading.token_at(content.end - 1).i + 1]:
            if verb.lemma not in _DEPLOYING or verb.tag[:2] != "VB":
                continue
            means = next((o for o in reading.children(verb.i, "dobj") if _is_the_means(reading, o)), None)
            subjects = list(reading.children(verb.i, "nsubj"))
            own = verb.tag == "VBG" if not subjects else own_doing(reading, verb.i, replace(attribution, verb="say")) is not None
            if means is not None and own:
                yield (
                    verb.i,
                    StatementMention(
                        attribution.speaker, "disclaim", "", span_of(reading, means), evidence(reading, verb), "own account", attribution.via
                    ),
                )
                return


def _is_the_means(reading: Reading, t: Token) -> bool:
    """ "The bomb", "those rockets": what was told of before."""
    return t.lemma in weapon_words() and any(d.lower in ("the", "that", "those", "these", "this") for d in reading.children(t.i, "det"))


def _names(reading: Reading, name: Name, attribution: Attribution) -> bool:
    return attribution.speaker.name in (name.text, reading.references.get(name.last - 1))


def _is_release(reading: Reading, verb: Token) -> bool:
    """A government that tells of captives let go, or handed over to it, confirms its part in it."""
    return any(
        t.pos == "verb" and t.subtype == "release" and reading.match(verb.i, t.lemmas) is not None
        for t in event_words().by_first.get(verb.lemma, ())
    )


def _is_states_head(reading: Reading, here: Attribution) -> bool:
    words = speaker_words(reading, here)
    return not _STATE_HEADS.isdisjoint(words) and not {"source", "sources"} & words


_STATE_HEADS = frozenset("government president presidency premier ministry minister office army military".split())


def _doers(reading: Reading, verb: Token) -> Iterator[Token]:
    yield from reading.children(verb.i, "nsubj")
    for agent in reading.children(verb.i, "agent"):
        yield from reading.children(agent.i, "pobj")


def _happens(reading: Reading, verb: Token, attribution: Attribution) -> bool:
    """A verb of force in the past or perfect that is the main one of what is said ("said it had struck …").

    Arrests are the daily work of the police: they are confirmed only where the cue says more than "said".
    """
    if verb.tag not in ("VBD", "VBN"):
        return False
    if any(m.lower in _MODALS or m.tag == "TO" for m in reading.children(verb.i, "aux")):
        return False
    top = verb
    while top.dep == "conj" and top.head != top.i:
        top = reading.tokens[top.head]
    above = reading.tokens[top.head]
    if above.tag[:1] == "N" and any(c.start <= above.start < c.end for c in attribution.content):
        return False  # "said reports that it had shelled … were untrue"
    if top.dep not in ("ccomp", "ROOT") and above.tag[:1] != "N":
        return False
    announced = attribution.verb in _ANNOUNCING
    return any(
        t.pos == "verb"
        and t.frame != "repel"
        and (len(t.lemmas) == 1 or reading.match(verb.i, t.lemmas) is not None)
        and (t.type in _VIOLENT or t.subtype == "release" or announced and t.subtype == "arrest")
        for t in event_words().by_first.get(verb.lemma, ())
    )


_ANNOUNCING = frozenset(["announce", "confirm", "report", "admit", "acknowledge", "declare"])
_VIOLENT = frozenset(["explosion", "battle", "violence-against-civilians"])


def _act(reading: Reading, attribution: Attribution) -> str:
    if attribution.verb in _CLAIMING:
        return "claim-responsibility"
    entry = attribution.speaker.entry
    kinds = {n.kind for n in reading.names if (n.entry == entry and entry) or n.text == attribution.speaker.name}
    state = entry is not None and "/" in entry
    return (
        "claim-responsibility"
        if kinds == {"armed-group"} and not state and not _is_states(attribution.speaker.name)
        else "confirm"
    )


def _is_states(name: str) -> bool:
    return bool(_STATE & set(name.lower().split()))


_STATE = frozenset(
    "army military police ministry government forces command coalition navy nato pentagon guard force mission peacekeeping "
    "infantry minusca monusco unifil kfor isaf".split()
)
