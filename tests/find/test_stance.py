"""Stance at a predicate: what hedges, denies or claims it, and how far that reaches."""

import pytest
from tests.reading_of import reading_of

from warmonitor.find.stance import stance_at

CASES = [
    ("Ten people died.", "died", "asserts"),
    ("Gunmen may have killed ten people.", "killed", "hedges"),
    ("Suspected militants killed ten people.", "killed", "asserts"),
    ("Suspected militants killed ten people.", "militants", "hedges"),
    ("The bomb killed ten, officials said, probably in revenge for a raid.", "killed", "asserts"),
    ("The blast was likely carried out by northern rebels.", "carried", "hedges"),
    ("At least five people are believed to have died.", "died", "hedges"),
    ("Two soldiers were reportedly wounded.", "wounded", "hedges"),
    ("The town was bombed, police believe.", "bombed", "hedges"),
    ("The attacker appeared to have acted alone.", "acted", "hedges"),
    ("If rebels attack the town, thousands will flee.", "attack", "hedges"),
    ("The army denied that it shelled the market.", "shelled", "denies"),
    ("The army denied shelling the market.", "shelling", "denies"),
    ("The coalition said it was not responsible.", "was", "denies"),
    ("Residents had not seen any fighters in the village.", "seen", "denies"),
    ("The governor rejected claims that police shot the students.", "shot", "denies"),
    ("There were no casualties.", "casualties", "denies"),
    ("The firm gave no details of how they were freed.", "freed", "unknown"),
    ("The monitor said the raids also damaged a school; no pupils were inside.", "damaged", "asserts"),
    ("It was unclear whether anyone was killed.", "killed", "unknown"),
    ("It is not known how many people were hurt.", "hurt", "unknown"),
    ("Officials declined to say whether a drone fired the missile.", "fired", "unknown"),
    ("The ministry is looking into whether its aircraft hit the school.", "hit", "unknown"),
    ("The army did not confirm whether it bombed the village.", "bombed", "unknown"),
    ("The Falcons Brigade claimed responsibility for the attack on Monday.", "attack", "claims-responsibility"),
    ("The Falcons Brigade said its fighters ambushed the convoy.", "ambushed", "claims-responsibility"),
    ('"We hit the base with rockets," the Falcons Brigade said.', "hit", "claims-responsibility"),
    ("It was reported that four guards were hurt when gunmen attacked them.", "attacked", "hedges"),
    ("The army denied that it shelled the town when rebels attacked.", "attacked", "asserts"),
    ("The force is looking into the possibility that three farmers were killed.", "killed", "hedges"),
    ("The raid was likely carried out by jets retaliating for the rockets.", "retaliating", "hedges"),
    ("The blast killed ten people who may have been guards.", "killed", "asserts"),
    ("The mayor said the blast did not kill anyone.", "kill", "denies"),
    ("The mayor was not the only one who was killed.", "killed", "asserts"),
    ("No group has claimed responsibility for the attack.", "attack", "asserts"),
]


@pytest.mark.parametrize(("text", "word", "stance"), CASES)
def test_stance_of_a_predicate(text: str, word: str, stance: str) -> None:
    reading = reading_of(text, {"Falcons Brigade": "armed-group"})
    token = next(t for t in reading.tokens if t.text == word)
    assert stance_at(reading, token.i)[0] == stance


def test_the_words_that_hedge_are_given_as_evidence() -> None:
    reading = reading_of("Two soldiers were reportedly wounded.", {})
    wounded = next(t for t in reading.tokens if t.text == "wounded")
    span = stance_at(reading, wounded.i)[1]
    assert span is not None
    assert span.of(reading.text) == "reportedly"
