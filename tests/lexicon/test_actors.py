"""The lexicon of actors: spellings meet, ambiguity stays, a user's file extends it and its typos are named."""

from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from warmonitor.errors import BadRule
from warmonitor.lexicon.actorkey import key, skeleton
from warmonitor.lexicon.actors import KINDS, open_actors, read_actors


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("the so-called Islamic State", "islamic-state"),
        ("Da’esh", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("Al Qaida", "al-qaeda"),
        ("Hashad al-Shaabi", "pmf"),
        ("Kataeb Hizbullah", "kataib-hezbollah"),
        ("Houthi", "houthis"),
        ("Hay'at Tahrir al-Sham", "hts"),
    ],
)
def test_spellings_of_one_group_meet(name: str, ident: str) -> None:
    assert [e.id for e in open_actors().find(name)] == [ident]


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Chadian army", "TD/army"),
        ("Chad's army", "TD/army"),
        ("Peruvian Ministry of Defence", "PE/defence-ministry"),
        ("Ministry of the Interior of Peru", "PE/interior-ministry"),
        ("Government of Kenya", "KE/government"),
        ("Bolivian troops", "BO/forces"),
    ],
)
def test_bodies_of_every_state_are_made_from_its_adjective(name: str, ident: str) -> None:
    (entry,) = open_actors().find(name)
    assert entry.id == ident
    assert open_actors().get(ident) == entry


def test_the_town_of_hama_is_not_the_group_hamas() -> None:
    assert open_actors().find("Hama") == ()
    assert [e.id for e in open_actors().find("HAMAS")] == ["hamas"]


def test_scan_takes_the_longest_match_and_skips_articles() -> None:
    words = ["said", "islamic", "", "state", "of", "iraq", "and", "", "levant", "in", "chad"]
    assert [(m.first, m.last, m.entries[0].id) for m in open_actors().scan(words)] == [
        (1, 9, "islamic-state"),
        (10, 11, "TD"),
    ]


def test_every_entry_has_a_known_kind_and_a_known_parent() -> None:
    actors = open_actors()
    for entry in actors:
        assert entry.kind in KINDS
        assert entry.parent is None or actors.get(entry.parent) is not None, entry.id


def test_every_name_and_alias_finds_its_own_entry() -> None:
    actors = open_actors()
    lost = [(e.id, n) for e in actors for n in (e.name, *e.aliases) if not n.endswith(")") and e not in actors.find(n)]
    assert lost == []


def test_no_id_is_given_twice() -> None:
    ids: list[str] = []
    for file in resources.files("warmonitor.lexicon").joinpath("actors").iterdir():
        ids += [e.id for e in read_actors(file.read_text("utf-8").splitlines(), file.name)]
    assert [i for i, n in Counter(ids).items() if n > 1] == []


def test_a_name_qualified_by_its_country_does_not_stand_for_all() -> None:
    assert open_actors().find("House of Representatives") == ()
    (match,) = open_actors().scan(["house", "of", "representatives"])
    assert [e.id for e in match.qualified if e.country == "LY"] == ["hor-ly"]


def test_a_users_file_adds_and_overrides(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    lines = [
        "id,name,aliases,kind,country",
        "nrf,National Reform Force,NRF|Reformists,rebel-group,TD",
        "hamas,Hamas,,unknown,PS",
    ]
    file.write_text("\n".join(lines) + "\n")
    actors = open_actors(file)
    assert [e.id for e in actors.find("the Reformists")] == ["nrf"]
    hamas = actors.get("hamas")
    assert hamas is not None and hamas.kind == "unknown"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,nmae,kind\n", "mine.csv:1: unknown column 'nmae'"),
        ("id,name,kind\nx,X,rebels\n", "mine.csv:2: unknown kind 'rebels'"),
        ("id,name,kind\nx,X\n", "mine.csv:2: 2 cells for 3 columns"),
        ("id,name\n", "mine.csv:1: no column 'kind'"),
    ],
)
def test_a_typo_in_a_users_file_names_file_line_and_choices(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(text)
    with pytest.raises(BadRule, match="mine") as e:
        open_actors(file)
    assert words in str(e.value)


def test_keys_drop_what_spellings_differ_in() -> None:
    assert key("Côte d'Ivoire") == key("Cote d’Ivoire")
    assert key("the al-Nusra Front") == "nusra front"
    assert skeleton("Lashkar-e-Tayyiba") == skeleton("Lashkar e Taiba")
