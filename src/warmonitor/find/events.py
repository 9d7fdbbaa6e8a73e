"""Event mentions of a report: triggers with their mood, grammar and bonds."""

from __future__ import annotations

from warmonitor.find.arguments import find_arguments
from warmonitor.find.bonds import bond, response_to
from warmonitor.find.company import stands_in_company
from warmonitor.find.force import with_force
from warmonitor.find.noun_arguments import light_verb_of
from warmonitor.find.realis import realis
from warmonitor.find.taking import Meaning, by_object, of_captives
from warmonitor.find.triggers import Found, count_of, find_triggers, is_definite, is_fresh
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.quantities import number_words
from warmonitor.lexicon.samebody import same_body
from warmonitor.model.mention import Argument, EventMention
from warmonitor.model.reading import Reading


def find_events(reading: Reading) -> tuple[EventMention, ...]:
    """Event mentions in text order; `under` and positions in bonds refer to this order."""
    found = with_force(reading, find_triggers(reading, event_words()))
    by_token = {f.head: f for f in found}
    for f in found:
        for i in range(f.first, f.last):
            by_token.setdefault(i, f)
    by_head = {}
    for k, f in enumerate(found):
        for i in range(f.first, f.last):
            by_head[i] = k
    by_clause: dict[int, int] = {}
    for k, f in enumerate(found):
        light = light_verb_of(reading, reading.tokens[f.head]) if f.trigger.pos == "noun" else None
        if light is not None and light.i not in by_head:
            by_clause.setdefault(light.i, k)
    return tuple(_mention(reading, f, by_token, by_head, by_clause) for f in found)


def _mention(
    reading: Reading, f: Found, by_token: dict[int, Found], by_head: dict[int, int], by_clause: dict[int, int]
) -> EventMention:  # fmt: skip
    t = reading.tokens[f.head]
    light = light_verb_of(reading, t) if f.trigger.pos == "noun" else None
    under, how = bond(reading, f, by_head, by_clause)
    arguments = find_arguments(reading, f, by_token)
    captives = of_captives(reading, f, arguments)
    subtypes = by_object(reading, f, arguments) or by_crowd(reading, f, arguments) or (f.trigger.subtype, *f.trigger.also)
    meant = captives or Meaning(subtypes, f.trigger.frame, arguments)
    number = number_words()
    return EventMention(
        f.head, f.first, f.last, meant.subtypes, f.trigger.generic, meant.frame, "verb" if f.trigger.pos == "verb" else "noun",
        realis(reading, f) if captives or applies(reading, f, arguments) else "generic",
        is_definite(reading, f), is_fresh(reading, f), t.tag in ("NNS", "NNPS"),
        light.i if light is not None else f.head, meant.arguments, under, how, "asserts", count_of(reading, f, number),
        response_to(reading, f, by_head, by_clause),
    )  # fmt: skip


def by_crowd(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> tuple[str, ...] | None:
    """What a word for fighting means by who fights: "police clashed with protesters", "battles with demonstrators", "strikes and
    protests"; None to leave it open."""
    t = reading.tokens[f.head]
    if f.trigger.frame == "meet" and any(same_body().get(reading.tokens[a.head].lemma) == "crowd" for a in arguments if a.role == "party"):
        return ("mob-violence", "with-intervention")
    if f.trigger.subtype == "air-strike" and f.trigger.lemmas == ("strike",):
        beside = {c.lemma for c in reading.children(t.i, "conj")} | ({reading.tokens[t.head].lemma} if t.dep == "conj" else set())
        return ("peaceful",) if beside & _WALKOUTS else None
    return None


_WALKOUTS = frozenset("protest demonstration rally walkout stoppage march sit-in boycott".split())


def applies(reading: Reading, f: Found, arguments: tuple[Argument, ...]) -> bool:
    """False where a word needs a company that it has not: only crowds are dispersed."""
    if not stands_in_company(reading, f, arguments) or f.trigger.lemmas == ("execute",) and _carries_out(reading, f):
        return False
    if (
        f.trigger.lemmas[0] == "take"
        and f.trigger.subtype == "abduction"
        and f.trigger.lemmas[1:] in (("from",), ("away",))
    ):
        return any(
            people_words().get(reading.tokens[a.head].lemma) == "civilian" for a in arguments if a.role == "patient"
        )
    if f.trigger.lemmas[0] in ("find", "rescue", "escape") and f.trigger.frame == "captive":
        words = {t.lemma for t in reading.tokens}
        freed = [reading.tokens[a.head] for a in arguments if a.role == "patient"]
        held = bool(words & _CAPTIVITY) or f.trigger.lemmas[0] == "rescue" and _from_fighters(reading, f)
        return held and any(
            people_words().get(t.lemma) == "civilian" or t.tag in ("CD", "PRP", "NNP")
            for t in freed
            if t.lemma not in ("body", "victim", "corpse")
        )
    return True


def _carries_out(reading: Reading, f: Found) -> bool:
    """ "executed a mortar attack", "executed a search warrant": done, and nobody put to death."""
    t = reading.tokens[f.head]
    done = {c.lemma for c in reading.children(f.head, "dobj", "nsubjpass")} | ({reading.tokens[t.head].lemma} if t.dep == "acl" else set())
    return not done.isdisjoint(_CARRIED_OUT) or any(w in event_words().by_first for w in done)


def _from_fighters(reading: Reading, f: Found) -> bool:
    """ "Troops rescued 90 women from the militants' camps": behind the word, armed men are told from whom."""
    behind = reading.tokens[f.last : reading.sentences[reading.tokens[f.head].sentence].last]
    names = [reading.name_at(t.i) for t in behind]
    return any(people_words().get(t.lemma) == "armed" for t in behind) or any(n is not None and n.kind == "armed-group" for n in names)


_CARRIED_OUT = frozenset("plan order warrant mission operation strategy policy search project programme program decision task".split())
_CAPTIVITY = frozenset(
    "kidnap abduct hostage captive captivity abduction kidnapping kidnapper abductor captor prisoner jailbreak".split()
)
