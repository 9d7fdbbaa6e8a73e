"""The re3d adapter marks mentions as that benchmark does, at the text's own offsets."""

from evaluation.re3d import code

TEXT = "The Chadian army said Gen. Ali Roe was shot with a rifle near Bol. He had praised an IS commander."


def test_titles_articles_pronouns_and_nested_nationalities_are_mentions() -> None:
    (row,) = code([{"doc_id": "a", "text": TEXT}])
    found = {(TEXT[e["start"] : e["end"]], e["type"]) for e in row["entities"]}
    assert {
        ("The Chadian army", "Organisation"),
        ("Chadian", "Nationality"),
        ("Gen. Ali Roe", "Person"),
        ("rifle", "Weapon"),
        ("Bol", "Location"),
        ("He", "Person"),
        ("IS", "Organisation"),
    } <= found


def test_names_alone_leave_pronouns_out() -> None:
    (row,) = code([{"doc_id": "a", "text": TEXT}], "--names")
    assert "He" not in {TEXT[e["start"] : e["end"]] for e in row["entities"]}
