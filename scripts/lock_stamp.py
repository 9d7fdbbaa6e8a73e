"""SHA-256 of what pyproject.toml says of dependencies: the requirements files carry it, so that a stale one is noticed."""

import hashlib
import json
import tomllib
from pathlib import Path


def stamp(pyproject: Path) -> str:
    """The fingerprint of the Python versions, dependencies and extras."""
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    parts = [project["requires-python"], sorted(project["dependencies"]), project["optional-dependencies"]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    print(stamp(Path("pyproject.toml")))
