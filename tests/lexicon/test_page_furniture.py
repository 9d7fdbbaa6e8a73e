"""Page furniture is told from the report's own words by the examples of its table."""

import pytest

from warmonitor.lexicon.page_furniture import furniture, furniture_table

YES = [(kind, line) for kind, table in furniture_table().items() for line in table["yes"]]
NO = [line for table in furniture_table().values() for line in table["no"]]


@pytest.mark.parametrize(("kind", "line"), YES)
def test_furniture_is_told(kind: str, line: str) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize("line", NO)
def test_the_reports_own_words_stay(line: str) -> None:
    assert furniture(line) is None
