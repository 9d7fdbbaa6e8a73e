"""How a speaker stands to what a predicate says: asserts, hedges, denies, leaves open, or says it was his own doing.

A hedge works on what it governs and on nothing beside it: "gunmen killed ten people, probably in revenge" hedges the
motive; "suspected militants killed ten" hedges who, not that ten died. So the search goes from the predicate to its own
modifiers and upward through complements only, never into a sister clause, and stops where the words of a speaker begin.
"""

from __future__ import annotations

from warmonitor.find.own_side import is_own_side
from warmonitor.lexicon.hedges import Effect, hedges
from warmonitor.model.mention import Stance
from warmonitor.model.reading import Attribution, Reading, Token
from warmonitor.model.span import Span

_COMPLEMENTS = frozenset(["ccomp", "xcomp", "acomp", "attr", "pcomp", "csubj", "csubjpass", "oprd"])
_SELF = frozenset(["we", "i", "our", "its", "their", "his", "it", "they", "he", "she"])
_SOME = frozenset("one two three some several many member members".split())
_LIGHT = frozenset("carry conduct launch stage mount commit perform perpetrate do be make execute".split())
_BEFALLING = frozenset("die perish fall suffer lose sustain be come drown survive undergo face remain escape".split())
_OPEN_QUESTIONS = frozenset("whether who what how why which where when if".split())
_SAY_NOTHING = frozenset(
    "say comment disclose specify reveal confirm identify give provide elaborate name know determine tell".split()
)
_ACCOUNTS = frozenset("detail information word explanation account clue idea indication reason".split())
"""Of what there is "no" of these, nothing is denied: "gave no details of how they were freed"."""
_CANNOT = frozenset("decline refuse fail".split())

Found = tuple[Effect, Token]


def stance_at(reading: Reading, i: int) -> tuple[Stance, Span | None]:
    """The stance of whoever speaks at predicate token i, and the words that show it (None for a plain assertion)."""
    here = reading.attribution_at(reading.tokens[i].start, reading.tokens[i].end)
    found = _grammatical(reading, i) or _of_attribution(reading, here, aside=_stands_aside(reading, i, here))
    own = own_doing(reading, i, here)
    if own is not None and (found is None or found[0] == "hedges" and found[1].lemma in ("claim",)):
        return "claims-responsibility", own
    if found is None:
        return "asserts", None
    effect, word = found
    return effect, Span(word.start, word.end)


# hedges, denials and open questions ---------------------------------------------------------------------------------
def _grammatical(reading: Reading, i: int) -> Found | None:
    """The nearest word that hedges, denies or leaves open, from the predicate up through its complements.

    From a clause of time, place or manner only doubt about the whole report reaches down ("it was reported that two died
    when gunmen attacked"): what is denied or asked of the main clause is taken for granted of such a clause.
    """
    token = reading.tokens[i]
    denied: Found | None = None
    aside = False
    for _ in range(12):
        found = None if aside else _on(reading, token)
        if found is not None:
            denied = _combined(denied, found)
            if found[0] != "denies":
                return denied
        above = _governor(reading, token)
        if above is None:
            by_whom = token.dep == "pobj" and reading.tokens[token.head].dep == "agent" or token.dep == "agent"
            if token.dep not in ("advcl", "relcl", "acl", "pcomp", "prep") and not by_whom or token.head == token.i:
                return denied
            above, aside = reading.tokens[token.head], True
            token = above
            continue
        found = _by(reading, above, token)
        if found is not None and (not aside or found[0] == "hedges"):
            return _combined(denied, found)
        token = above
    return denied


def _combined(inner: Found | None, outer: Found) -> Found:
    """ "denied that it had not …" asserts nothing new; what stands outermost decides, and a hedge beats a denial."""
    if inner is None or outer[0] != "denies":
        return outer
    return inner


def _on(reading: Reading, token: Token) -> Found | None:
    """Modifiers of the predicate itself."""
    words = hedges()
    children = list(reading.children(token.i))
    for c in children:
        if c.dep == "neg" and c.lower not in ("only", "just") and not _is_not_only(reading, c):
            effect = _ignorance(token)
            return (effect, c) if effect else ("denies", c)
    for c in children:
        if c.tag == "MD" and (effect := words.get((c.lower, "modal"))) is not None and _is_epistemic(reading, token, c):
            return effect, c
        if (
            c.dep in ("advmod", "npadvmod")
            and c.i != token.i
            and (effect := words.get((c.lower, "adverb"))) is not None
        ):
            return effect, c
        if (
            c.dep in ("amod", "advmod", "nmod")
            and token.tag[:2] == "NN"
            and (effect := words.get((c.lower, "adjective"))) is not None
        ):
            return effect, c
        if c.dep == "det" and (effect := words.get((c.lower, "determiner"))) is not None:
            return ("unknown" if token.lemma in _ACCOUNTS else effect), c
        if c.dep in ("nsubj", "nsubjpass") and (no := _no_one(reading, c)) is not None:
            return "denies", no
        if (
            c.dep == "mark"
            and token.dep in ("advcl", "ccomp", "pcomp")
            and (effect := words.get((c.lower, "mark"))) is not None
        ):
            return effect, c
        if c.dep == "acomp" and (effect := words.get((c.lower, "adjective"))) is not None:
            return effect, c
    return None


def _is_not_only(reading: Reading, neg: Token) -> bool:
    return neg.i + 1 < len(reading.tokens) and reading.tokens[neg.i + 1].lower in ("only", "just", "merely", "least")


def _ignorance(token: Token) -> Effect | None:
    return "unknown" if token.lemma in ("know", "clear", "certain", "sure") else None


def _no_one(reading: Reading, subject: Token) -> Token | None:
    if subject.lower in ("nobody", "none", "no-one", "neither"):
        return subject
    return next((d for d in reading.children(subject.i, "det") if d.lower in ("no", "neither")), None)


def _is_epistemic(reading: Reading, token: Token, modal: Token) -> bool:
    """ "could have been hit" and "could be behind", but not "could see" (ability)."""
    if modal.lower != "could":
        return True
    return token.lemma == "be" or any(c.lemma in ("have", "be") for c in reading.children(token.i, "aux", "auxpass"))


def _governor(reading: Reading, token: Token) -> Token | None:
    """The word whose complement the predicate is, or None where the predicate stands for itself."""
    if token.head == token.i:
        return None
    head = reading.tokens[token.head]
    above = reading.tokens[head.head]
    if token.dep in _COMPLEMENTS:
        if _runs_on(reading, token, head):
            return None
        return above if head.tag == "IN" else head
    if token.dep == "acl" and head.tag[:2] == "NN":
        if any(m.lower == "that" for m in reading.children(token.i, "mark")):
            return head
        if token.tag == "VBG" and head.dep == "pobj" and above.dep == "agent":
            return reading.tokens[above.head]  # "likely carried out by jets retaliating for …"
    if token.dep == "dobj" and token.tag[:2] == "NN":
        light = head.lemma in _LIGHT and not _is_definite(reading, token)
        return head if light or _denying(head) else None
    if token.dep == "pobj" and head.lower in ("of", "in", "about", "for") and _denying(above):
        return above
    if token.dep == "conj" and not any(reading.children(token.i, "nsubj", "nsubjpass", "aux", "auxpass", "neg")):
        return head if head.tag[:2] == token.tag[:2] else None
    if token.dep == "conj" and head.dep in ("ccomp", "xcomp"):
        return above  # the second of two complements
    return None


def _runs_on(reading: Reading, token: Token, head: Token) -> bool:
    """ "The raids hit a school; no pupils were inside": two clauses side by side, which a parser hangs one on the other."""
    between = reading.tokens[token.i : head.i]
    return token.dep == "ccomp" and any(t.text in (";", ":") for t in between)


def _denying(word: Token) -> bool:
    return hedges().get((word.lemma, "verb")) == "denies" or hedges().get((word.lemma, "noun")) == "denies"


def _is_definite(reading: Reading, noun: Token) -> bool:
    return any(d.lower in ("the", "this", "that", "these", "those") for d in reading.children(noun.i, "det")) or any(
        reading.children(noun.i, "poss")
    )


def _by(reading: Reading, above: Token, below: Token) -> Found | None:
    """What a governing word does to its complement `below`."""
    words = hedges()
    negated = next((c for c in reading.children(above.i, "neg")), None)
    if (
        above.lemma in _SAY_NOTHING
        and (negated is not None or reading.tokens[above.head].lemma in _CANNOT)
        and _asks(reading, below)
    ):
        return "unknown", above
    if above.lemma in ("clear", "known", "know", "certain", "sure", "confirm", "verify") and negated is not None:
        return "unknown", above
    if (effect := words.get((above.lower, "adjective"))) is not None and above.tag[:2] == "JJ":
        return effect, above
    if above.lemma == "be" and (
        c := next((c for c in reading.children(above.i, "acomp") if (c.lower, "adjective") in words), None)
    ):
        return words[c.lower, "adjective"], c
    if (
        above.lemma == "be"
        and negated is not None
        and any(c.lower in ("clear", "certain", "known") for c in reading.children(above.i, "acomp"))
    ):
        return "unknown", negated
    if above.tag[:2] == "VB":
        if (effect := words.get((above.lemma, "verb"))) is not None:
            return (effect, above) if negated is None or effect != "denies" else None
        if (
            any(reading.children(above.i, "auxpass", "nsubjpass"))
            and (effect := words.get((above.lemma, "passive"))) is not None
        ):
            return effect, above
        if above.lemma in ("look", "inquire", "ask") and _asks(reading, below):
            return "unknown", above
    if above.tag[:2] == "NN" and (effect := words.get((above.lemma, "noun"))) is not None:
        return effect, above
    return None


def _asks(reading: Reading, clause: Token) -> bool:
    first = min((t.i for t in reading.children(clause.i)), default=clause.i)
    return (
        any(c.lower in _OPEN_QUESTIONS for c in reading.children(clause.i))
        or reading.tokens[first].lower in _OPEN_QUESTIONS
    )


def _stands_aside(reading: Reading, i: int, here: Attribution | None) -> bool:
    """The predicate is in a side clause of what is attributed."""
    if here is None:
        return False
    chain = [reading.tokens[i], *reading.ancestors(i)]
    return any(t.dep in ("advcl", "relcl") and any(c.start <= t.start < c.end for c in here.content) for t in chain)


def _of_attribution(reading: Reading, here: Attribution | None, *, aside: bool) -> Found | None:
    """What the cue of the attribution does, where the grammar did not lead up to it ("…, he believes")."""
    if here is None or not here.cue or here.kind == "direct":
        return None
    cue = reading.token_at(here.cue[-1].end - 1)
    effect = hedges().get((here.verb, "verb"))
    if effect is None:
        return None
    if effect == "denies" and (here.negated or aside):
        return None
    return effect, cue


# claims of responsibility -------------------------------------------------------------------------------------------
def own_doing(reading: Reading, i: int, here: Attribution | None) -> Span | None:
    """The words by which a speaker says that he did it: "claimed the attack", "said its fighters had shelled"."""
    claimed = _responsibility(reading, i)
    if claimed is not None:
        return claimed
    if here is None or here.verb in ("deny", "reject"):
        return None
    token = reading.tokens[i]
    if token.tag[:2] != "VB" or not here.cue:
        return None
    above = reading.tokens[token.head]
    told = any(c.start <= above.start < c.end for c in here.content)
    if token.dep in ("acl", "ccomp") and above.tag[:1] == "N" and told:
        return None  # "said reports that its troops had shelled … were untrue"
    doers = [
        *reading.children(token.i, "nsubj"),
        *(c for agent in reading.children(token.i, "agent") for c in reading.children(agent.i, "pobj")),
    ]
    own = any(_is_speaker(reading, c, here) or token.lemma not in _BEFALLING and is_own_side(reading, c, here) for c in doers)
    return here.cue[0] if own else None


def _responsibility(reading: Reading, i: int) -> Span | None:
    """The noun i stands after "claimed responsibility for", "took credit for", "claimed"."""
    token = reading.tokens[i]
    if token.dep == "pobj":
        noun = reading.tokens[reading.tokens[token.head].head]
        if noun.lemma in ("responsibility", "credit") and noun.dep == "dobj":
            verb = reading.tokens[noun.head]
            if verb.lemma in ("claim", "take", "accept", "assume", "acknowledge", "admit") and not any(
                reading.children(verb.i, "neg")
            ):
                if not any(_no_one(reading, s) for s in reading.children(verb.i, "nsubj")):
                    return Span(verb.start, noun.end)
    return None


def _is_speaker(reading: Reading, subject: Token, here: Attribution) -> bool:
    """The subject is the speaker: by name, by pronoun, or as "its fighters", "our aircraft"."""
    if subject.lower in ("we", "i"):
        return here.kind in ("direct", "mixed", "open")
    if subject.lower in _SOME:  # "one of its fighters"
        members = (o for p in reading.children(subject.i, "prep") if p.lower == "of" for o in reading.children(p.i, "pobj"))
        return any(any(reading.children(o.i, "poss")) and _is_speaker(reading, o, here) for o in members)
    owner = next(reading.children(subject.i, "poss"), None)
    who = owner if owner is not None else subject
    if owner is not None and owner.lower not in _SELF:
        return False
    if who.lower in ("our", "my"):
        return here.kind in ("direct", "mixed", "open")
    if who.lower in _SELF:
        referred = reading.references.get(who.i)
        return (
            referred == here.speaker.name
            if referred is not None
            else who.lower in ("it", "its", "they", "their") and here.kind != "direct" and not _is_person(reading, here)
        )
    name = reading.name_at(subject.i)
    if name is not None and name.kind in ("organisation", "armed-group"):
        return (reading.references.get(name.last - 1) or name.text) == here.speaker.name
    return False


def _is_person(reading: Reading, here: Attribution) -> bool:
    """ "it" and "they" are never the minister himself."""
    return any(n.kind == "person" and n.text == here.speaker.name for n in reading.names)
