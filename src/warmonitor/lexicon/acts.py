"""Verbal acts and the words that do them: one loader for `statements.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from warmonitor.errors import BadRule
from warmonitor.model.record import Act

_KEYS = (
    "verbs", "hearers", "nouns", "judgements", "labels", "idioms", "quoted", "charges", "accusers", "menaces", "yes", "no",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActWords:
    """The words of one act. `verbs` and `hearers` map a lemma to prepositions ("" for a direct object).

    `judgements` and `labels` do the act when predicated, judgements also in a quotation; `idioms` are rows of lemmas, "*" for
    up to four words; `quoted` are searched in someone's own words only. `charges` map the lemma of a wrong to what must be
    its complement (nothing: anything), `accusers` are words of those who accuse whenever they tell of force, `menaces` map
    the lemma of a threatened act to how it stands. `yes` and `no` are sentences with and without it.
    """

    act: Act
    verbs: dict[str, tuple[str, ...]]
    hearers: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    judgements: frozenset[str]
    labels: frozenset[str]
    idioms: tuple[tuple[str, ...], ...]
    quoted: tuple[re.Pattern[str], ...]
    charges: dict[str, tuple[str, ...]]
    accusers: frozenset[str]
    menaces: dict[str, tuple[str, ...]]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def acts() -> tuple[ActWords, ...]:
    """All acts in the file's order. Raises BadRule for an unknown act or key, or a pattern that cannot be read."""
    table = tomllib.loads(files("warmonitor.lexicon").joinpath("statements.toml").read_text(encoding="utf-8"))
    return tuple(_act(name, body) for name, body in table.items())


@dataclass(frozen=True, slots=True)
class ActIndex:
    """The acts by the word that may begin one: verbs and nouns by lemma, idioms by first word, judgements by word.

    `predicates` holds judgements and labels, `judgements` those alone.
    """

    verbs: dict[str, tuple[ActWords, ...]]
    nouns: dict[str, tuple[ActWords, ...]]
    judgements: dict[str, tuple[ActWords, ...]]
    predicates: dict[str, tuple[ActWords, ...]]
    idioms: dict[str, tuple[tuple[ActWords, tuple[str, ...]], ...]]
    charges: dict[str, tuple[ActWords, ...]]
    menaces: dict[str, tuple[ActWords, ...]]


@cache
def act_index() -> ActIndex:
    """The index of all acts."""
    verbs: dict[str, tuple[ActWords, ...]] = {}
    nouns: dict[str, tuple[ActWords, ...]] = {}
    judgements: dict[str, tuple[ActWords, ...]] = {}
    predicates: dict[str, tuple[ActWords, ...]] = {}
    idioms: dict[str, tuple[tuple[ActWords, tuple[str, ...]], ...]] = {}
    charges: dict[str, tuple[ActWords, ...]] = {}
    menaces: dict[str, tuple[ActWords, ...]] = {}
    for act in acts():
        tables = (verbs, act.verbs | act.hearers), (charges, act.charges), (menaces, act.menaces)
        sets = (nouns, act.nouns), (judgements, act.judgements), (predicates, act.judgements | act.labels)
        for table, words in (*tables, *sets):
            for word in sorted(words):
                table[word] = (*table.get(word, ()), act)
        for idiom in act.idioms:
            idioms[idiom[0]] = (*idioms.get(idiom[0], ()), (act, idiom))
    return ActIndex(verbs, nouns, judgements, predicates, idioms, charges, menaces)


def _act(name: str, body: dict[str, Any]) -> ActWords:
    if unknown := [key for key in body if key not in _KEYS]:
        raise BadRule(f"statements.toml: [{name}] unknown key {unknown[0]!r}; an act has {', '.join(_KEYS)}")
    known = {act: act for act in get_args(Act)}
    if name not in known:
        raise BadRule(f"statements.toml: unknown act [{name}]; the acts are {', '.join(known)}")
    try:
        quoted = tuple(re.compile(p, re.IGNORECASE) for p in body.get("quoted", ()))
    except re.error as e:
        raise BadRule(f"statements.toml: [{name}] quoted: {e}") from e
    return ActWords(
        known[name], _with_prepositions(body.get("verbs", ())), _with_prepositions(body.get("hearers", ())),
        frozenset(body.get("nouns", ())), frozenset(body.get("judgements", ())), frozenset(body.get("labels", ())),
        tuple(tuple(i.split()) for i in body.get("idioms", ())), quoted,
        _with_complements(body.get("charges", ())), frozenset(body.get("accusers", ())),
        _with_complements(body.get("menaces", ())), tuple(body["yes"]), tuple(body["no"]),
    )  # fmt: skip


def _with_prepositions(words: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        lemma, _, preposition = word.partition(":")
        found[lemma] = (*found.get(lemma, ()), preposition)
    return found


def _with_complements(words: list[str]) -> dict[str, tuple[str, ...]]:
    """ "lemma" or "lemma:word|word"."""
    split = (word.partition(":") for word in words)
    return {lemma: tuple(w for w in rest.split("|") if w) for lemma, _, rest in split}
