"""What looks like a person's name in a text is found; bodies, places and days beside it are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.publish.names import personal_names, persons_in, unmaskable, with_article


def found(text: str) -> list[str]:
    return [text[a:b] for a, b in personal_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Friday Samir Haddad died.", ["Samir Haddad"]),
        ("Iraqi Samir Haddad, 24, died.", ["Samir Haddad"]),
        (
            "The dead are Rana Aziz Lina Barakat Omar Selim Tariq Nouri.",
            ["Rana Aziz Lina Barakat Omar Selim Tariq Nouri"],
        ),
        ("Nigeria's Lina Barakat spoke.", ["Lina Barakat"]),
        ("Lina Barakat's brother spoke.", ["Lina Barakat"]),
        ("Mr Haddad was hit.", ["Haddad"]),
        ("Jordan Roe and Chad Poe were hit.", ["Jordan Roe", "Chad Poe"]),
        ("Omar bin Khalid al-Jundi and Jean de la Croix fell.", ["Omar bin Khalid al-Jundi", "Jean de la Croix"]),
        ("Boko Haram struck Saudi Arabia.", []),
        ("The Falcon Ridge group, the Samir Haddad Brigade and President Ana Roe met in May.", []),
        ("Near Tabqah, Some Fighters fled. In Burkina Faso, Two Schools closed.", []),
    ],
)
def test_persons_are_found_in_running_text(text: str, names: list[str]):
    assert found(text) == names


def test_an_acronym_of_a_body_is_no_first_name():
    assert found("Ana Roe met the ANA.") == ["Ana Roe"]


def test_upper_case_names_and_names_inside_descriptions():
    assert list(persons_in("JUAN PEREZ")) == ["JUAN PEREZ"]
    assert list(persons_in("schoolteacher Amina Sule")) == ["Amina Sule"]
    assert list(persons_in("ARMED MEN")) == []


def test_a_name_always_written_with_the_is_a_bodys():
    assert with_article("Sahel Vanguard", "The Sahel Vanguard fled; the Sahel Vanguard was hit.")
    assert not with_article("Sahel Vanguard", "Sahel Vanguard fled; the Sahel Vanguard was hit.")
    assert not with_article("Sahel Vanguard", "")


def test_headlines_and_upper_case_wires_cannot_be_masked_and_plain_sentences_can():
    assert unmaskable("Army Shells Kill Shoppers In Northern Market Town")
    assert unmaskable("TERRORISTS KILLED FOUR PEASANTS IN VINCHOS DISTRICT")
    assert not unmaskable("The army said that Samir Haddad and Lina Barakat were among the dead.")


@given(st.text(alphabet="aAbB éÉ'-.,’ \n", max_size=60))
def test_what_is_found_lies_in_the_text_in_order_and_without_overlap(text: str):
    spans = list(personal_names(text))
    assert all(0 <= a < b <= len(text) and text[a:b].strip() == text[a:b] for a, b in spans)
    assert all(left[1] <= right[0] for left, right in zip(spans, spans[1:], strict=False))
