"""Kinds of actors have codes in the other data sets; sides follow who attacked whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.publish.incidents import clash, protest, shelling

from warmonitor.lexicon import exports
from warmonitor.lexicon.actors import KINDS
from warmonitor.model.published import PublishedActor
from warmonitor.publish.sides import codes, sides


def names(actors: tuple[PublishedActor, ...]) -> list[str]:
    return [a.name for a in actors]


@pytest.mark.parametrize("kind", [*KINDS, "armed-group"])
def test_every_kind_of_the_lexicon_has_a_line(kind: str):
    assert kind in {r["kind"] for r in exports.rows("actor_kinds", "kind", "acled", "ged", "polecat")}


def test_a_kind_that_nobody_knows_has_no_code_rather_than_a_guess():
    found = codes(PublishedActor("x", "target", "stated", "star-fleet"))
    assert (found.acled, found.ged, found.polecat) == (None, "", "UNK")


def test_perpetrators_stand_against_targets_and_participants_against_each_other():
    assert [names(s) for s in (sides(shelling()).first, sides(shelling()).second)] == [
        ["Falcons Brigade"],
        ["Iraqi army", "Samir Haddad"],
    ]
    both = sides(clash())
    assert (names(both.first), names(both.second), both.clash) == (["Plains Liberation Front"], ["Iraqi army"], True)


def test_responders_beside_a_perpetrator_are_on_no_side():
    helped = replace(protest(), actors=(*protest().actors, PublishedActor("medics", "participant", "stated")))
    assert "medics" not in names((*sides(helped).first, *sides(helped).second))


def test_a_denied_perpetrator_leaves_the_target_alone():
    denied = replace(
        shelling(),
        actors=tuple(replace(a, status="denied") if a.role == "perpetrator" else a for a in shelling().actors),
    )
    both = sides(denied)
    assert (names(both.first), names(both.second)) == ([], ["Iraqi army", "Samir Haddad"])
