"""The word lists of speech: every line usable, and a wrong one named."""

from __future__ import annotations

import pytest

from warmonitor.errors import BadRule
from warmonitor.lexicon import acts as acts_module
from warmonitor.lexicon import sayings as sayings_module
from warmonitor.lexicon.acts import act_index, acts
from warmonitor.lexicon.descriptions import descriptions
from warmonitor.lexicon.hedges import hedges
from warmonitor.lexicon.sayings import sayings
from warmonitor.lexicon.speakers import speaker_words


def test_say_takes_quotations_and_clauses_and_wanting_is_an_attitude() -> None:
    assert {"quote", "clause"} <= sayings()["say", "verb"].frames
    assert sayings()["want", "verb"].frames == frozenset()
    assert "infinitive" in sayings()["want", "verb"].attitudes


def test_no_frame_is_both_assertion_and_attitude() -> None:
    assert [s.lemma for s in sayings().values() if s.frames & s.attitudes] == []


def test_unknown_frame_is_refused_with_file_line_and_choices() -> None:
    row = {"lemma": "mumble", "pos": "verb", "kind": "say", "frames": "qoute", "attitudes": ""}
    with pytest.raises(BadRule, match=r"verbs_of_saying\.csv:7: unknown frame 'qoute'; the frames are .*quote"):
        sayings_module._saying(row, 7)


def test_unknown_key_of_an_act_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadRule, match=r"\[condemn\] unknown key 'verb'; an act has verbs"):
        acts_module._act("condemn", {"verb": ["condemn"], "yes": [], "no": []})


def test_unknown_act_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadRule, match=r"unknown act \[scold\]; the acts are condemn"):
        acts_module._act("scold", {"yes": [], "no": []})


def test_every_act_has_examples_on_both_sides() -> None:
    assert [a.act for a in acts() if len(a.yes) < 2 or not a.no] == []


def test_index_knows_the_acts_of_a_verb_and_the_first_word_of_an_idiom() -> None:
    assert [a.act for a in act_index().verbs["condemn"]] == ["condemn"]
    assert ("claim", "responsibility") in [idiom for _, idiom in act_index().idioms["claim"]]


def test_hedges_tell_doubt_from_denial_and_from_not_knowing() -> None:
    assert hedges()["reportedly", "adverb"] == "hedges"
    assert hedges()["deny", "verb"] == "denies"
    assert hedges()["unclear", "adjective"] == "unknown"


def test_monitor_stands_for_an_observatory_and_spokesman_for_a_person() -> None:
    assert "observatory" in descriptions()["monitor"].words
    assert speaker_words()["spokesman"] == "person"
    assert speaker_words()["ministry"] == "body"
