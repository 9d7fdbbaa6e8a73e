"""What the user names becomes reports; what cannot be read is set aside with its reason, and the rest goes on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.intake.given import LONGEST, Given, Intake, SetAside
from warmonitor.intake.reader import formats, read
from warmonitor.model import Report

ENGLISH = "The army said on Monday that it had shelled the town and that four people were killed there. " * 3


def taken(*sources: Path | str, given: Given | None = None, stdin: bytes = b"") -> list[Intake]:
    return list(read([str(s) for s in sources], given or Given(), lambda: stdin))


def aside(path: Path, content: bytes) -> SetAside:
    path.write_bytes(content)
    (item,) = taken(path)
    assert isinstance(item, SetAside)
    assert item.source == str(path)
    return item


def report(*sources: Path | str, given: Given | None = None, stdin: bytes = b"") -> Report:
    (item,) = taken(*sources, given=given, stdin=stdin)
    assert isinstance(item, Report), item
    return item


def test_text_is_the_files_own_code_point_for_code_point(tmp_path: Path) -> None:
    content = "\n “Shelling” began\r\n\r\nin the  town. \t\n"
    (tmp_path / "a.b.txt").write_bytes(content.encode())
    assert report(tmp_path / "a.b.txt") == Report("a.b", content)


def test_only_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfShells fell.")
    assert report(tmp_path / "a.txt").text == "Shells fell."


@pytest.mark.parametrize("first", ["date 2021-04-05\n", "date 2021-04-05 ", "Date: 2021-04-05\n\n"])
def test_a_leading_date_is_blanked_so_that_offsets_still_count_the_file(tmp_path: Path, first: str) -> None:
    (tmp_path / "a.txt").write_text(first + "Shells fell.")
    got = report(tmp_path / "a.txt")
    assert got.published == date(2021, 4, 5)
    assert len(got.text) == len(first) + len("Shells fell.")
    assert got.text.strip() == "Shells fell."


def test_the_word_date_without_a_day_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Date palms burned.")
    assert report(tmp_path / "a.txt") == Report("a", "Date palms burned.")


def test_a_sidecar_gives_day_title_outlet_and_address(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell.")
    about = {
        "id": "other",
        "published": "2021-04-05",
        "title": "A  title",
        "source": "The Wire",
        "url": "https://example.org",
    }
    (tmp_path / "a.meta.json").write_text(json.dumps(about))
    got = report(tmp_path / "a.txt", given=Given(date(1999, 1, 1), "Elsewhere"))
    assert got == Report("a", "Shells fell.", date(2021, 4, 5), "A title", "The Wire", "https://example.org")


def test_the_callers_day_and_outlet_hold_for_bare_text_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2020-02-29 Shells fell.")
    (tmp_path / "b.txt").write_text("Shells fell.")
    days = [r.published for r in taken(tmp_path, given=Given(date(1999, 1, 1))) if isinstance(r, Report)]
    assert days == [date(2020, 2, 29), date(1999, 1, 1)]


def test_jsonl_gives_a_report_a_line_and_sets_bad_lines_aside_by_themselves(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x", "text": "Shells fell.", "published": "2021-04-05T10:00:00Z", "outlet": "The Wire"}),
        "{not json",
        json.dumps({"id": "y", "title": "no text"}),
        "",
        json.dumps({"text": "More fell."}),
        json.dumps({"id": "z", "text": "Yet more.", "published": "2021-02-30"}),
        json.dumps({"id": "w", "text": "  "}),
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    items = taken(tmp_path / "many.jsonl")
    assert items[0] == Report("x", "Shells fell.", date(2021, 4, 5), outlet="The Wire")
    assert items[3] == Report("many-5", "More fell.")
    bad = [i for i in items if isinstance(i, SetAside)]
    assert [(i.place, i.reason, i.id) for i in bad] == [
        ("line 2", "line", ""), ("line 3", "line", ""), ("line 6", "date", "z"), ("line 7", "empty", "w"),
    ]  # fmt: skip
    assert "2021-02-30" in bad[2].message


def test_standard_input_is_told_apart_by_its_beginning() -> None:
    assert report("-", stdin=b"Shells fell.").id == "stdin"
    assert report("-", stdin=b'{"id": "q", "text": "Shells fell."}').id == "q"
    assert report("-", stdin=b"<!DOCTYPE html><body><p>Shells fell.").text == "Shells fell."


def test_what_came_by_standard_input_and_cannot_be_read_is_kept() -> None:
    (item,) = taken("-", stdin=b"date 2021-99-99 Shells fell.")
    assert isinstance(item, SetAside)
    assert (item.reason, item.raw) == ("date", "date 2021-99-99 Shells fell.")
    (item,) = taken("-", stdin=b"caf\xe9")
    assert isinstance(item, SetAside) and item.raw == "base64:Y2Fm6Q=="


def test_empty_binary_and_wrongly_encoded_files_are_told_apart(tmp_path: Path) -> None:
    assert aside(tmp_path / "a.txt", b"").reason == "empty"
    assert aside(tmp_path / "b.txt", b" \n\t ").reason == "empty"
    assert aside(tmp_path / "c.txt", b"%PDF-1.7 ...").reason == "binary"
    assert aside(tmp_path / "d.txt", b"text\nand \x00 more").place == "line 2"
    wrong = aside(tmp_path / "e.txt", b"ok\nok\ncaf\xe9 bombed")
    assert (wrong.reason, wrong.place) == ("encoding", "line 3")
    assert "0xe9 at offset 9" in wrong.message
    assert "UTF-16" in aside(tmp_path / "f.txt", "Shells fell.".encode("utf-16")).message


def test_a_file_of_fifty_megabytes_is_set_aside_with_the_limit_named(tmp_path: Path) -> None:
    big = aside(tmp_path / "a.txt", ENGLISH.encode() * (50_000_000 // len(ENGLISH)))
    assert big.reason == "too-long"
    assert f"{LONGEST:,}" in big.message


@pytest.mark.parametrize("day", ["2021-02-30", "2021-13-01", "05/04/2021", "2021-4-5"])
def test_an_impossible_day_is_named(tmp_path: Path, day: str) -> None:
    item = aside(tmp_path / "a.txt", f"date {day}\nShells fell.".encode())
    assert item.reason == "date" and repr(day) in item.message


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text("{")
    item = aside(tmp_path / "a.txt", b"Shells fell.")
    assert item.reason == "metadata" and "a.meta.json" in item.message


def test_missing_files_and_unknown_endings_are_named_with_the_choices(tmp_path: Path) -> None:
    missing, unknown = taken(tmp_path / "none.txt", tmp_path / "a.docx")
    assert isinstance(missing, SetAside) and missing.reason == "missing"
    assert isinstance(unknown, SetAside) and unknown.reason == "unknown-format"
    assert all(ending in unknown.message for ending in formats())


def test_a_second_report_of_the_same_id_is_set_aside_not_written_over_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell.")
    (tmp_path / "a.html").write_text("<p>Other shells fell.</p>")
    first, second = taken(tmp_path / "a.txt", tmp_path / "a.html")
    assert isinstance(first, Report)
    assert isinstance(second, SetAside) and second.reason == "duplicate-id" and "a.txt" in second.message


OTHERS = {
    "fr": "Selon le ministère de la défense, les forces armées ont mené dans la nuit de lundi à mardi une série de frappes "
    "contre des positions du groupe dans le nord du pays, et dix combattants auraient été tués dans ces attaques.",
    "es": "El ejército informó el lunes de que cuatro soldados murieron y otros doce resultaron heridos cuando una mina "
    "estalló al paso de su vehículo en la carretera que une la capital con el norte de la provincia.",
    "de": "Bei einem Angriff auf einen Stützpunkt im Norden des Landes sind nach Angaben der Behörden am Montag vier Soldaten "
    "getötet und zwölf weitere verletzt worden, wie ein Sprecher des Verteidigungsministeriums mitteilte.",
    "id": "Empat tentara tewas dan dua belas lainnya luka-luka ketika sebuah bom meledak di pinggir jalan di bagian utara "
    "provinsi itu pada hari Senin, kata juru bicara militer dalam sebuah pernyataan kepada para wartawan.",
    "ar": "قتل أربعة جنود وأصيب اثنا عشر آخرون عندما انفجرت عبوة ناسفة على الطريق شمال المدينة يوم الاثنين بحسب ما قال متحدث باسم الجيش",
    "ru": "Четверо военнослужащих погибли и ещё двенадцать получили ранения в результате взрыва на дороге к северу от города.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_said_and_set_aside(tmp_path: Path, language: str) -> None:
    item = aside(tmp_path / "a.txt", OTHERS[language].encode())
    assert item.reason == "language"


def test_upper_case_wires_strike_lists_and_short_texts_pass_as_english(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH.upper())
    (tmp_path / "b.txt").write_text("Blast in Kirkuk, 4 dead")
    (tmp_path / "c.txt").write_text(
        "In Syria: Near Abu Kamal, two strikes destroyed two vehicles and a mortar system. Near Shadadi, one strike engaged "
        "an ISIS tactical unit and destroyed a fighting position. Near Dayr Az Zawr, three strikes destroyed three wellheads. "
        "In Iraq: Near Rawah, one strike destroyed a weapons cache."
    )
    assert [type(i) for i in taken(tmp_path)] == [Report] * 3


@given(st.text(min_size=1).filter(lambda t: t.strip()))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_is_or_is_set_aside_never_changed(text: str) -> None:
    items = taken("-", stdin=text.encode("utf-8", "surrogatepass"))
    for item in items:
        if isinstance(item, Report) and not text.lstrip().startswith(("{", "<")):
            assert item.text == text.removeprefix("\ufeff") or item.published is not None
