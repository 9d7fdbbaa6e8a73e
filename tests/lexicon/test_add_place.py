"""docs/how_to_add_place.md: one line in a CSV file adds a place, and a GeoNames dump adds a country."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from warmonitor.errors import BadInput
from warmonitor.lexicon.gazetteer import Gazetteer, build, import_geonames, open_gazetteer, sources
from warmonitor.lexicon.gazetteer.dump import imported

PAGE = Path(__file__).parents[2] / "docs" / "how_to_add_place.md"


def opened(rows: list[sources.Row], folder: Path) -> Gazetteer:
    build(folder / "index.sqlite", rows)
    return open_gazetteer(folder / "index.sqlite")


def test_the_line_on_the_page_is_found_under_both_its_names(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(PAGE.read_text("utf-8").split("```csv\n")[1].split("```")[0], "utf-8")
    gazetteer = opened(list(sources.supplement(tmp_path)), tmp_path)
    for name in ("Hibhib", "al-Habhab"):
        (entry,) = gazetteer.lookup(name)
        assert (entry.name, entry.country, entry.lat, entry.kind) == ("Hibhib", "IQ", 33.77, "village")


def line(number: int, name: str, also: str, code: str, population: int = 0) -> str:
    kind = "P" if code == "PPL" else "S"
    return "\t".join(
        [
            str(number),
            name,
            name,
            also,
            "33.5",
            "44.5",
            kind,
            code,
            "IQ",
            "",
            "06",
            "",
            "",
            "",
            str(population),
            "",
            "30",
            "Asia/Baghdad",
            "",
        ]
    )


def dump(folder: Path, lines: list[str]) -> Path:
    path = folder / "IQ.zip"
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("readme.txt", "about")
        z.writestr("IQ.txt", "\n".join(lines) + "\n")
    return path


def test_imported_dump_adds_villages_and_bases_and_leaves_shops_out(tmp_path: Path) -> None:
    lines = [
        line(1, "Umm Qarqa", "Om Karka", "PPL", 40),
        line(2, "Qarqa Air Base", "", "AIRB"),
        line(3, "Qarqa Mall", "", "MALL"),
    ]
    assert import_geonames(dump(tmp_path, lines), tmp_path / "store") == 2
    gazetteer = opened(list(imported(tmp_path / "store")), tmp_path)
    assert [e.kind for e in gazetteer.lookup("Qarqa Air Base")] == ["base"]
    assert [e.population for e in gazetteer.lookup("Om Karka")] == [40]
    assert gazetteer.lookup("Qarqa Mall") == ()


def test_broken_off_import_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warmonitor.lexicon.gazetteer.dump.EVERY", 10)
    path = dump(tmp_path, [line(i, f"Qarqa {i}", "", "PPL") for i in range(1, 36)])
    calls: list[int] = []

    def stop(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_geonames(path, tmp_path / "store", stop)
    assert (tmp_path / "store" / "IQ.at").read_text().split()[0] == "20"
    assert import_geonames(path, tmp_path / "store") == 35
    assert [r.geonameid for r in imported(tmp_path / "store")] == list(range(1, 36))


def test_a_file_that_is_no_dump_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "IQ.txt").write_text("not\ta dump\n")
    with pytest.raises(BadInput, match=r"IQ.txt:1: 2 columns; a line of a GeoNames dump has 19"):
        import_geonames(tmp_path / "IQ.txt", tmp_path / "store")


def test_index_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def rows():  # type: ignore[no-untyped-def]
        yield next(iter(sources.countries()))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "index.sqlite", rows())
    assert list(tmp_path.iterdir()) == []


def test_same_rows_give_the_same_index(tmp_path: Path) -> None:
    dumps = []
    for name in ("a", "b"):
        build(tmp_path / name, list(sources.countries()))
        with sqlite3.connect(tmp_path / name) as db:
            dumps.append("\n".join(db.iterdump()))
        db.close()
    assert dumps[0] == dumps[1]
