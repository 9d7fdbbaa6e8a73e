"""The word lists of motives and of damage: every line usable, shown by its example."""

from __future__ import annotations

from warmonitor.lexicon.damage import TAKES, damage_verbs
from warmonitor.lexicon.motives import motives


def test_every_motive_stands_in_its_example() -> None:
    missing = [p.words for phrases in motives().values() for p in phrases if p.words[-1][:4] not in p.example.lower()]
    assert missing == []


def test_longer_leading_words_are_tried_before_shorter_ones() -> None:
    assert [len(p.words) for p in motives()["in"]] == sorted((len(p.words) for p in motives()["in"]), reverse=True)


def test_each_verb_of_damage_says_what_it_takes() -> None:
    assert {takes for verbs in damage_verbs().values() for _, takes in verbs} == set(TAKES)
    assert damage_verbs()["seize"] == (((), "goods"),)
