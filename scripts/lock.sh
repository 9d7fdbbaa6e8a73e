#!/usr/bin/env bash
# Writes requirements.txt (to run) and requirements-dev.txt (to test) from pyproject.toml: pinned, hashed, wheels only, for
# every supported Python, without the name of any host. Needs uv and a package index; nothing else in the project does.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=$(python3 scripts/lock_stamp.py)
lock() {
  local file=$1 half
  shift
  half=$(mktemp)
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --only-binary :all: \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet "$@" -o "$half" >/dev/null
  {
    echo "# Made by 'make lock' from pyproject.toml; do not edit. Dependencies there: sha256 $stamp"
    cat "$half"
  } >"$file"
  rm -f "$half"
}
lock requirements.txt "$@"
lock requirements-dev.txt --all-extras "$@"
