"""A release is described, checked by others' tools, told apart from the one before, and built again to the same bytes."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.publish.incidents import clash, killed, protest, said, shelling, three

from warmonitor.errors import BadInput, BadOption
from warmonitor.model.published import PublishedSource
from warmonitor.publish.diff import as_markdown, compare
from warmonitor.publish.policy import strict
from warmonitor.publish.release import Plan, build, verify

pytest.importorskip("pyarrow")
JUNE = Plan("2021.06", date(2021, 6, 1), strict())


def made(folder: Path, incidents=None, plan: Plan = JUNE) -> Path:
    list(build(three() if incidents is None else incidents, plan, folder))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_frictionless_finds_the_release_valid_and_a_spoilt_one_not(tmp_path: Path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        folder = made(tmp_path / "r")
        report = frictionless.validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["type", "note"])
        assert report.stats["tasks"] == 12
        incidents = folder / "data" / "csv" / "incidents.csv"
        incidents.write_text(incidents.read_text(encoding="utf-8").replace("33.5,", "north,"), encoding="utf-8")
        assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_sha256sum_agrees_with_the_manifest(tmp_path: Path):
    if not shutil.which("sha256sum"):
        pytest.skip("sha256sum is not on this machine")
    folder = made(tmp_path / "r")
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "manifest-sha256.txt"], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stdout.count(": OK") == len(files(folder)) - 1


def test_built_again_a_release_has_the_same_bytes(tmp_path: Path):
    first = made(tmp_path / "a")
    plan = replace(JUNE, name="2021.07", as_of=date(2021, 7, 1), previous=first)
    changed = (replace(shelling(), label="Rockets hit the base"), clash())
    assert files(made(tmp_path / "b", changed, plan)) == files(made(tmp_path / "c", changed, plan))


def test_verify_names_what_was_changed_added_and_removed(tmp_path: Path):
    folder = made(tmp_path / "r")
    assert verify(folder) == []
    (folder / "METHOD.md").write_text("other", encoding="utf-8")
    (folder / "data" / "ged.csv").unlink()
    (folder / "extra.txt").write_text("x", encoding="utf-8")
    assert verify(folder) == [
        "data/ged.csv: missing",
        "extra.txt: not part of the release",
        "METHOD.md: changed since the release",
    ]
    assert verify(tmp_path) == [f"{tmp_path}: is no release: manifest-sha256.txt is not there"]


def test_verify_sees_a_manifest_made_anew_around_another_policy(tmp_path: Path):
    folder = made(tmp_path / "r")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (folder / "datapackage.json").write_text(json.dumps(package | {"policy": "open@00000000"}), encoding="utf-8")
    done = subprocess.run(["sha256sum", "datapackage.json"], cwd=folder, capture_output=True, text=True)
    manifest = folder / "manifest-sha256.txt"
    kept = [line for line in manifest.read_text(encoding="utf-8").splitlines() if "datapackage" not in line]
    manifest.write_text("\n".join([*kept, done.stdout.strip()]) + "\n", encoding="utf-8")
    assert [p.split(":")[0] for p in verify(folder)] == ["datapackage.json"]


def test_the_changelog_tells_added_changed_and_withdrawn_with_values_and_reasons(tmp_path: Path):
    first = made(tmp_path / "a", (shelling(), clash()))
    told_later = replace(
        shelling(),
        revision=2,
        casualties=(killed(3, 6, 6, "target", "c1", "c9"),),
        claims=(*shelling().claims, said("c9", "killed", 6, "governor", "Six died.", report="late-3")),
        sources=(*shelling().sources, PublishedSource("late-3", "River Post", None, date(2021, 6, 20))),
    )
    plan = replace(
        JUNE, name="2021.07", as_of=date(2021, 7, 1), previous=first, reasons={clash().id: "retold as part of another"}
    )
    second = made(tmp_path / "b", (told_later, protest()), plan)
    changes = list(compare(first, second))
    assert [(c.id, c.what) for c in changes] == [
        (shelling().id, "changed"),
        (clash().id, "withdrawn"),
        (protest().id, "added"),
    ]
    changed, withdrawn, added = changes
    assert ("killed_best", "4", "6") in changed.fields
    assert changed.why == "new report by River Post; new claim: governor asserts killed 6"
    assert withdrawn.why == "retold as part of another"
    assert added.why == "first published; told by Plains Daily"
    changelog = (second / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Withdrawn: 1" in changelog
    assert "killed_best: 4 → 6" in changelog
    assert as_markdown(changes, heading="x") in changelog.replace("# Release 2021.07, changes since 2021.06", "# x")


def test_what_the_policy_took_back_says_so(tmp_path: Path):
    first = made(tmp_path / "a", (clash(),))
    waiting = replace(strict(), delay_days=400)
    second = made(tmp_path / "b", (clash(),), Plan("2021.07", date(2021, 7, 1), waiting, previous=first))
    (change,) = compare(first, second)
    assert (change.what, change.why) == ("withdrawn", "policy: 400 day(s) must pass before publication")


def test_the_same_incidents_make_no_changes(tmp_path: Path):
    first = made(tmp_path / "a")
    second = made(tmp_path / "b", plan=replace(JUNE, name="2021.07", as_of=date(2021, 7, 1), previous=first))
    assert list(compare(first, second)) == []


def test_a_release_is_never_written_over_and_holds_each_incident_once(tmp_path: Path):
    folder = made(tmp_path / "r")
    with pytest.raises(BadOption, match="never written over"):
        made(folder)
    with pytest.raises(BadInput, match="comes twice"):
        made(tmp_path / "twice", (clash(), clash()))
    with pytest.raises(BadOption, match="release name"):
        made(tmp_path / "odd", plan=replace(JUNE, name="a b"))


def test_the_hxl_file_of_a_release_names_it_and_the_notes_name_the_policy(tmp_path: Path):
    folder = made(tmp_path / "r")
    assert all(
        line.endswith(",2021.06") for line in (folder / "data/hxl.csv").read_text(encoding="utf-8").splitlines()[2:]
    )
    mark = strict().on(date(2021, 6, 1)).mark
    for name in ("METHOD.md", "README.md", "datapackage.json"):
        assert mark in (folder / name).read_text(encoding="utf-8")
    assert "injured" in (folder / "LOSSES.md").read_text(encoding="utf-8")


def test_a_build_that_was_broken_off_leaves_no_release_and_is_done_anew(tmp_path: Path):
    outcomes = build(three(), JUNE, tmp_path / "r")
    next(outcomes)
    outcomes.close()
    assert not (tmp_path / "r").exists()
    assert verify(made(tmp_path / "r")) == []
    assert [p.name for p in tmp_path.iterdir()] == ["r"]
