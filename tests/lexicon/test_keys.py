"""Spellings of one name are brought together, and different names are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.lexicon.gazetteer.keys import fold, key, skeleton


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Al-Musayyib", "Musayib"), ("al-Bou Kamal", "Abu Kamal"), ("Albu Kamal", "Abou Kamal"), ("Iskandariyah", "al-Iskandariya"),
        ("Qa'im", "Qaim"), ("Dayr az-Zawr", "Dayr Zawr"), ("Hoûla", "Hula"),
        ("San José", "SAN JOSE"), ("As-Suwayda", "Suweida"),
    ],
)  # fmt: skip
def test_romanisations_of_one_name_share_a_key(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(("a", "b"), [("Hama", "Homs"), ("Bata", "Buta"), ("Mali", "Male"), ("El Salvador", "El Paso")])
def test_different_names_keep_different_keys(a: str, b: str) -> None:
    assert key(a) != key(b)


def test_folding_forgets_case_marks_and_hyphens_only() -> None:
    assert fold("Nāḩiyat al-Iskandarīyah") == "nahiyat al iskandariyah"


def test_skeleton_keeps_first_letter_and_consonants() -> None:
    assert skeleton("Khan Shaykhun") == skeleton("Khan Sheikhoun")


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=20))
def test_case_and_a_second_folding_change_nothing(name: str) -> None:
    assert key(fold(name)) == key(name) and fold(fold(name)) == fold(name)
