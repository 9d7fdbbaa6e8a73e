"""The project's own files: dependencies pinned by hash without any host, layers held, nothing of a machine in the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

FILES = {"requirements.txt": (), "requirements-dev.txt": ("requirements-source.txt",)}
"""What a user installs, and what the tests need; a second file holds what exists as source only."""
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?: ; .*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.M)


def project(root: Path) -> dict[str, object]:
    found: dict[str, object] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def wanted(root: Path, dev: bool) -> list[Requirement]:
    table = project(root)
    extras = table["optional-dependencies"]
    assert isinstance(extras, dict) and isinstance(table["dependencies"], list)
    names = [*table["dependencies"], *(d for e in extras.values() for d in e if dev)]
    return [Requirement(n) for n in names]


ALL = [name for first, more in FILES.items() for name in (first, *more)]


@pytest.mark.parametrize("name", ALL)
def test_requirements_are_not_stale(root: Path, name: str) -> None:
    stamp = subprocess.run(
        [sys.executable, "scripts/lock_stamp.py"], cwd=root, capture_output=True, text=True, check=True
    )
    first = (root / name).read_text("utf-8").splitlines()[0]
    assert first.endswith(stamp.stdout.strip()), f"{name} is older than pyproject.toml: make lock"


@pytest.mark.parametrize("name", FILES)
def test_every_dependency_is_pinned_to_a_version_that_it_allows(root: Path, name: str) -> None:
    pinned: dict[str, list[Version]] = {}
    for file in (name, *FILES[name]):
        for pin in PIN.finditer((root / file).read_text("utf-8")):
            pinned.setdefault(canonicalize_name(pin[1]), []).append(Version(pin[2]))
    for requirement in wanted(root, dev=bool(FILES[name])):
        versions = pinned[canonicalize_name(requirement.name)]
        assert all(v in requirement.specifier for v in versions), requirement


@pytest.mark.parametrize("name", ALL)
def test_every_line_is_a_pin_with_hashes_and_names_no_host(root: Path, name: str) -> None:
    text = (root / name).read_text("utf-8")
    rest = PIN.sub("", text).splitlines()
    assert [line for line in rest if line.strip() and not line.startswith("#")] == []
    assert "://" not in text


def test_the_package_knows_its_version_and_the_changelog_too(root: Path) -> None:
    import warmonitor

    assert re.fullmatch(r"\d+\.\d+\.\d+", warmonitor.__version__)
    changes = (root / "CHANGELOG.md").read_text("utf-8")
    assert "## Unreleased" in changes or f"## {warmonitor.__version__}" in changes


def test_notice_names_the_data_and_the_model(root: Path) -> None:
    notice = (root / "NOTICE").read_text("utf-8")
    for owed in (
        "GeoNames",
        "Creative Commons Attribution 4.0",
        "en_core_web_sm",
        "OntoNotes",
        "WordNet",
        "Natural Earth",
    ):
        assert owed in notice


def test_links_between_the_projects_pages_lead_somewhere(root: Path) -> None:
    pages = [root / "README.md", root / "CHANGELOG.md", root / "samples" / "README.md", *(root / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
            assert "://" in target or (page.parent / target).exists(), f"{page.name} -> {target}"


RIVALS = frozenset(["splink"])
"""Programs that a benchmark measures ours against; it says itself how to install them."""


def test_every_imported_package_is_declared(root: Path) -> None:
    known = packages_distributions()
    declared = {canonicalize_name(r.name) for r in wanted(root, dev=False)}
    extras = {canonicalize_name(r.name) for r in wanted(root, dev=True)}
    missing: set[str] = set()
    for file in sorted(f for part in ("src", "evaluation", "benchmarks", "tests") for f in (root / part).rglob("*.py")):
        allowed = declared if "src" in file.parts and "publish" not in file.parts else extras
        for name in (
            _imported(file)
            - sys.stdlib_module_names
            - RIVALS
            - {"warmonitor", "evaluation", "benchmarks", "tests", "scripts"}
        ):
            if not {canonicalize_name(d) for d in known.get(name, [name])} & allowed:
                missing.add(f"{file.relative_to(root)} imports {name}, which pyproject.toml does not name")
    assert sorted(missing) == []


def _imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(a.name.split(".")[0] for a in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found
