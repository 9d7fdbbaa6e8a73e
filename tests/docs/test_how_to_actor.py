"""docs/how_to_add_an_actor.md does what it says: its line is put into a copy of the package, which is then run."""

from pathlib import Path

from tests.docs.test_how_to import Extended

from warmonitor.lexicon.actors import KINDS


def test_an_actor_is_one_line(root: Path, tmp_path: Path) -> None:
    (incident,) = Extended(root, tmp_path, "how_to_add_an_actor.md").record()["incidents"]
    found = {(a["name"], a["id"], a["kind"], a["country"], a["role"]) for a in incident["actors"]}
    assert ("Lake Guards", "lake-guard", "militia", "TD", "perpetrator") in found


def test_the_page_lists_every_kind(root: Path) -> None:
    page = (root / "docs" / "how_to_add_an_actor.md").read_text("utf-8")
    assert [k for k in KINDS if f"`{k}`" not in page] == []


def test_a_users_own_list_is_used(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("id,name,kind\nzarb,Zarbatoun Wolves,militia\n", "utf-8")
    extended = Extended(root, tmp_path, "how_to_add_an_actor.md")
    said = "The Zarbatoun Wolves shot dead a farmer in Kirkuk on Tuesday."
    done = extended.run("code", "-", "--published", "2021-03-11", "--actors", "mine.csv", "--format", "json", stdin=said)
    assert '"id": "zarb"' in done.stdout, done.stderr
