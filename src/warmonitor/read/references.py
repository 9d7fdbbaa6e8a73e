"""Who is meant by "Esper", "he", "the group", "the war monitor", "a spokesman": each one name or none.

One antecedent by a stated rule, in this order: a longer form of the same name anywhere in the report; for descriptions the
one name whose words fit the noun, else the one name of a fitting kind in the last two sentences; for pronouns the subject
of the sentence before or of the clause around, where kind and number agree. Where two fit alike, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.lexicon.bodies import singular
from warmonitor.lexicon.descriptions import Description, descriptions
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.sayings import sayings
from warmonitor.lexicon.speakers import speaker_words
from warmonitor.model.naming import bare, describe
from warmonitor.model.reading import Name, Reading, Token
from warmonitor.read.joint_forces import joint_forces
from warmonitor.read.leads import lead_speakers
from warmonitor.read.short_names import BODIES, STATE, longer_names, says
from warmonitor.read.titles import FEMALE, MALE, Titles, find_titles, holder_of

_HE = frozenset(["he", "she"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_PLAIN = frozenset(
    "the this that war rights state local own same official armed militant jihadist rebel islamist".split()
)
_MONITORS = frozenset(["monitor", "watchdog"])
_MONITORING = frozenset(["monitoring", "monitor", "watchdog"])
_DETERMINERS = frozenset("this that these those its their his her our my another any some no every each".split())
_MEMORY = 3
"""Sentences back in which the antecedent of a pronoun is sought."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name, or a description that speaks, with its head token and the fullest form of it."""

    head: int
    text: str
    kind: str
    subject: bool
    state: bool = False
    """It is a body of a state: an army is no "group"."""


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who is named in a report: all mentions of names, and whom roles and descriptions belong to."""

    names: tuple[_Mention, ...]
    titles: Titles
    longer: dict[str, str | None]
    """Description in lower case -> the one longer description that ends with it, None for several."""


def find_references(reading: Reading) -> dict[int, str]:
    """Head token of a short name, pronoun or description -> fullest name in the report of who is meant."""
    found = dict(longer_names(reading))
    told_before = joint_forces(reading) | lead_speakers(reading, found)
    mentions = tuple(_mention(reading, n, found) for n in reading.names if n.kind != "nationality")
    cast = _Cast(mentions, find_titles(reading, found), _longer_descriptions(reading))
    by_head = {m.head: m for m in mentions}
    told: list[_Mention] = []
    quoted: list[_Mention] = []
    for token, inside in zip(reading.tokens, _in_quotation(reading), strict=True):
        history = quoted if inside else told
        if token.i in by_head:
            quoted.append(by_head[token.i])
            if not inside:
                told.append(by_head[token.i])
            continue
        if token.i in told_before:
            found[token.i] = told_before[token.i]
            continue
        meant = _meant(reading, token, history, cast)
        if meant is not None:
            found[token.i] = meant.text
            history.append(_Mention(token.i, meant.text, meant.kind, token.dep in _SUBJECTS, meant.state))
        elif (spoken := _described_speaker(reading, token)) is not None:
            history.append(spoken)
    return found


def _in_quotation(reading: Reading) -> Iterator[bool]:
    """For each token whether it stands between quotation marks: who is named there is no antecedent outside."""
    spans = iter(reading.quotations)
    span = next(spans, None)
    for t in reading.tokens:
        while span is not None and span.end <= t.start:
            span = next(spans, None)
        yield span is not None and span.start <= t.start


def _mention(reading: Reading, name: Name, found: dict[int, str]) -> _Mention:
    head = name.last - 1
    inside = range(name.first, name.last)
    top = next(
        (reading.tokens[i] for i in inside if reading.tokens[i].head not in inside or reading.tokens[i].head == i), None
    )
    top = top or reading.tokens[head]
    above = reading.tokens[top.head]
    subject = top.dep in _SUBJECTS or top.dep == "appos" and above.dep in _SUBJECTS
    if top.dep in ("compound", "nmod") and above.dep in _SUBJECTS and top.head == name.last:
        subject = True  # "the Falcons group said"
    state = name.entry is not None and "/" in name.entry or bool(STATE & set(name.text.lower().split()))
    return _Mention(head, found.get(head, bare(name.text)), name.kind, subject, state)


def _described_speaker(reading: Reading, token: Token) -> _Mention | None:
    """The subject of a verb of saying that is only described ("police", "a resident"): it can be "they" and "he" later."""
    if token.dep != "nsubj" or token.tag not in ("NN", "NNS") or reading.name_at(token.i) is not None:
        return None
    if not says(reading, reading.tokens[token.head]) or any(
        reading.name_at(c.i) for c in reading.children(token.i, "appos")
    ):
        return None
    word = speaker_words().get(token.lemma) or speaker_words().get(singular(token.lower))
    if word == "body" or token.lower in descriptions():
        return _Mention(token.i, describe(reading, token), "people" if token.tag == "NNS" else "organisation", True)
    known = word is not None or people_words().get(token.lemma) is not None
    one = "person" if known else "other"  # "the autopsy showed" is no "he"
    return _Mention(token.i, describe(reading, token), "people" if token.tag == "NNS" and known else one, True)


def _meant(reading: Reading, token: Token, history: list[_Mention], cast: _Cast) -> _Mention | None:
    if token.tag == "PRP":
        if token.dep not in _SUBJECTS:
            return None
        if token.lower in _HE:
            return _of_own_speech(reading, token, history, frozenset(["person"])) or _he(reading, token, history, cast)
        if token.lower == "it":
            return _of_own_speech(reading, token, history, BODIES | {"place"}) or _it(reading, token, history)
        if token.lower == "they":
            return _of_own_speech(reading, token, history, BODIES | {"people"}) or _they(reading, token, history)
        return None
    if token.tag in ("NN", "NNS"):
        return _meant_by_noun(reading, token, history, cast)
    return None


def _meant_by_noun(reading: Reading, token: Token, history: list[_Mention], cast: _Cast) -> _Mention | None:
    if (person := holder_of(reading, token, cast.titles)) is not None:
        return _Mention(token.i, person, "person", token.dep in _SUBJECTS)
    description = _description(reading, token)
    if description is None or not _is_definite(reading, token) and description.noun not in _MONITORS:
        return None
    return _described(reading, token, description, history, cast)


def _description(reading: Reading, token: Token) -> Description | None:
    """What the noun stands for; a "monitoring group" is a monitor."""
    if token.lower in ("group", "organisation", "organization"):
        for c in reading.children(token.i, "compound", "amod"):
            if c.lower in _MONITORING or c.lower == "rights":
                return descriptions().get("watchdog" if c.lower == "rights" else "monitor")
    return descriptions().get(token.lower)


def _of_own_speech(reading: Reading, token: Token, history: list[_Mention], kinds: frozenset[str]) -> _Mention | None:
    """ "The army said it …": the subject of a clause that is said is the one who says it, where that can be."""
    verb = reading.tokens[token.head]
    for _ in range(4):
        if verb.dep not in ("ccomp", "conj", "xcomp") or verb.head == verb.i:
            return None
        above = reading.tokens[verb.head]
        if verb.dep == "ccomp" and says(reading, above):
            subject = next(reading.children(above.i, "nsubj"), None)
            if subject is None:
                return None
            known = next((m for m in reversed(history) if _top(reading, m) == subject.i and m.kind in kinds), None)
            described = subject.tag in ("NN", "DT", "CD") and "person" in kinds and subject.lower not in descriptions()
            return known or (_Mention(subject.i, describe(reading, subject), "person", True) if described else None)
        verb = above
    return None


def _top(reading: Reading, mention: _Mention) -> int:
    """The head of the noun phrase that a mention stands in."""
    token = reading.tokens[mention.head]
    while token.dep in ("compound", "nmod", "appos", "flat") and token.head != token.i:
        token = reading.tokens[token.head]
    return token.i


def _is_definite(reading: Reading, token: Token) -> bool:
    if any(
        c.dep in ("appos", "relcl") or c.dep == "prep" and c.lower in ("of", "for") for c in reading.children(token.i)
    ):
        return False
    determiners = [d.lower for d in reading.children(token.i, "det")]
    if any(d in ("the", "this", "that") for d in determiners):
        return True
    # the army of a headline, a wire, or "police said"
    return (
        not determiners
        and token.lower in ("police", "army", "military", "parliament")
        and not any(reading.children(token.i, "amod", "compound", "poss"))
        and not any(c.lower in ("in", "at", "from") for c in reading.children(token.i, "prep") if c.i == token.i + 1)  # "police in Arda"
    )


def _described(
    reading: Reading, token: Token, description: Description, history: list[_Mention], cast: _Cast
) -> _Mention | None:  # fmt: skip
    named = [n for c in reading.children(token.i, "compound", "nmod", "poss", "amod") if (n := reading.name_at(c.i)) is not None]
    if named and not (description.noun in _MONITORS and all(n.kind in ("place", "nationality") for n in named)):
        return None  # it names itself: "the Falcons group", "Northland's army"
    modifiers = {
        t.lower for c in reading.children(token.i, "amod", "compound", "nmod", "poss")
        for t in reading.tokens[slice(*reading.subtree(c.i))]
    }  # fmt: skip
    if description.noun in _MONITORS:  # "a UK-based monitoring group"
        modifiers = set() if "based" in modifiers or any(m.endswith("-based") for m in modifiers) else modifiers - _MONITORING
    kinds = description.kinds
    if description.words:
        called = [
            m
            for m in (history if description.noun in STATE else cast.names)  # a state has several of these
            if m.kind in kinds and (" " in m.text or description.noun in _MONITORS) and _has_word(m.text, description.words, modifiers)
            and not (description.noun in STATE and _is_rebel_army(m.text))
        ]
        fits = _one(called) or _one(m for m in called if m.text.split()[-1][0].isupper())  # The Herald, not "the British newspaper"
        if fits is not None:
            return fits
    apposed = cast.titles.bodies.get(token.lower, [])
    if len(apposed) == 1 and not modifiers - _PLAIN and _is_definite(reading, token):
        return next((m for m in reversed(history) if m.text == apposed[0]), None)
    own = describe(reading, token)
    if description.noun in STATE and token.dep == "compound":
        return None  # "a police spokesman" of whatever police
    if (longer := cast.longer.get(own.lower())) is not None:
        return _Mention(token.i, longer, "organisation", token.dep in _SUBJECTS, True)
    if not description.open or modifiers - _PLAIN or not _is_definite(reading, token):
        return None
    return _recent(reading, token, [m for m in history if not m.state or description.noun in _OF_STATES], kinds)


_OF_STATES = frozenset(
    "mission force forces command coalition alliance department ministry agency office council committee commission court".split()
)
"""Nouns for bodies of a state as well as for others; "the group" is none."""


_REBEL_ARMIES = frozenset("liberation resistance independence lord's lord’s republican rebel salvation mahdi".split())


def _is_rebel_army(text: str) -> bool:
    """ "The army" is no "National Liberation Army", unless that is a people's."""
    words = set(text.lower().split())
    return not words.isdisjoint(_REBEL_ARMIES) and words.isdisjoint({"people's", "people’s"})


def _longer_descriptions(reading: Reading) -> dict[str, str | None]:
    """For each described body the one longer description or name that ends with it ("army": "Northland army")."""
    texts: dict[str, str] = {}
    for t in reading.tokens:
        if t.tag in ("NN", "NNS", "NNP", "NNPS") and t.lower in descriptions():
            name = reading.name_at(t.i)
            text = bare(name.text) if name is not None and name.last - 1 == t.i else describe(reading, t)
            rebel = t.lower in STATE and _is_rebel_army(text)
            if text.lower().endswith(t.lower) and text.split()[0].lower() not in _DETERMINERS and not rebel:
                texts.setdefault(text.lower(), text)
    longer: dict[str, str | None] = {}
    for low in texts:
        fits = {text for other, text in texts.items() if other.endswith(" " + low)}
        if fits:
            best = max(sorted(fits), key=len)
            longer[low] = best if all(best.lower().endswith(f.lower()) for f in fits) else None
    return longer


def _has_word(text: str, words: tuple[str, ...], modifiers: set[str]) -> bool:
    low = text.lower().split()
    plain = {
        "war",
        "group",
        "rights",
        "state",
        "local",
        "own",
        "same",
        "official",
        "armed",
        "militant",
        "jihadist",
        "rebel",
    }
    if any(m not in low for m in modifiers - plain if m.isalpha() and len(m) > 2):
        return False
    return any(w in words for w in low)


def _one(mentions: Iterable[_Mention]) -> _Mention | None:
    """The one name among mentions, or None for none and for several."""
    by_text = {m.text: m for m in mentions}
    return next(iter(by_text.values())) if len(by_text) == 1 else None


def _recent(reading: Reading, token: Token, history: list[_Mention], kinds: Iterable[str]) -> _Mention | None:
    """The nearest subject of a fitting kind, else the only fitting name, in this sentence before `token` or the two before."""
    kinds = frozenset(kinds)
    for back in range(_MEMORY):
        here = [
            m for m in history
            if m.kind in kinds and reading.tokens[m.head].sentence == token.sentence - back and m.head < token.i
        ]  # fmt: skip
        if not here:
            continue
        subjects = [m for m in here if m.subject]
        if subjects:
            return subjects[-1] if len({m.text for m in subjects}) == 1 or back == 0 else _one(subjects[:1])
        return _one(here)
    return None


def _he(reading: Reading, token: Token, history: list[_Mention], cast: _Cast) -> _Mention | None:
    wrong = MALE if token.lower == "she" else FEMALE
    fits = [m for m in history if not wrong & set(cast.titles.roles.get(m.text, ()))]
    unknown = [m for m in fits if m.subject and " " in m.text]
    return _recent(reading, token, fits, {"person"}) or _recent(reading, token, unknown, {"other"})


_JUDGING = frozenset({"accuse", "condemn", "praise", "deny", "threaten", "demand"})


def _judges(verb: Token) -> bool:
    """ "It accused the army", "they condemned the raid": words said, too."""
    saying = sayings().get((verb.lemma, "verb"))
    return saying is not None and saying.kind in _JUDGING


def _it(reading: Reading, token: Token, history: list[_Mention]) -> _Mention | None:
    """ "It" that says or judges: the last body that was a subject, else a country that was."""
    verb = reading.tokens[token.head]
    if (
        not (says(reading, verb) or _judges(verb))
        or verb.tag not in ("VBD", "VBZ", "VBN", "VBP")
        or any(reading.children(verb.i, "auxpass"))
    ):
        return None
    subjects = [m for m in history if m.subject]
    return _recent(reading, token, subjects, BODIES) or _recent(reading, token, subjects, {"place", "facility"})


def _they(reading: Reading, token: Token, history: list[_Mention]) -> _Mention | None:
    """ "They" that say or judge: the last people or body that spoke."""
    verb = reading.tokens[token.head]
    if not (says(reading, verb) or _judges(verb)):
        return None
    return _recent(reading, token, [m for m in history if m.subject], BODIES | {"people"})
