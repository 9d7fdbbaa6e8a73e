"""Which names are one actor."""

import pytest

from warmonitor.lexicon.actornames import same_actor


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Iraqi army", "Syrian army", False),
        ("ISIL", "Da’esh", True),
        ("Minister Rowe", "Anna Rowe", True),
        ("Nigerian government", "Nigeria's government", True),
        ("National Reform Force", "NRF", True),
        ("National Reform Force", "NRA", False),
        ("Iranian-backed Shia militia groups", "SMG", True),
        ("Abdul Rahman al-Mohandes", "Abdel-Rahman al-Muhandis", True),
        ("Hamas", "Fatah", False),
        ("Peruvian police", "Peruvian National Police", True),
        ("Syrian army", "Syrian Arab Army", True),
        ("Los Choneros", "Los Lobos", False),
        ("Boko Haram", "Boko Haram militants", True),
        ("Iraqi militants", "Syrian militants", False),
    ],
)
def test_same_actor(a: str, b: str, same: bool) -> None:
    assert same_actor(a, b) is same
    assert same_actor(b, a) is same
