#!/usr/bin/env bash
# Writes requirements.txt (to run) and requirements-dev.txt (to test) from pyproject.toml: pinned, hashed, wheels only, for
# every supported Python, without the name of any host. Needs uv and a package index; nothing else in the project does.
# requirements-source.txt holds the few test dependencies that exist as pure Python source only; no compiler is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=$(python3 scripts/lock_stamp.py)
head="# Made by 'make lock' from pyproject.toml; do not edit. Dependencies there: sha256 $stamp"
source_only=(libhxl python-io-wrapper)
lock() {
  local file=$1 half
  shift
  half=$(mktemp)
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --only-binary :all: \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet "$@" -o "$half" >/dev/null
  {
    echo "$head"
    cat "$half"
  } >"$file"
  rm -f "$half"
}
lock requirements.txt "$@"
lock requirements-dev.txt --all-extras "${source_only[@]/#/--no-binary=}" "$@"

# Each pin is a line that names the package and the hashes below it.
split='BEGIN { n = split(names, a, " "); for (i = 1; i <= n; i++) own[a[i]] } /^[^ ]/ { split($1, p, "=="); here = p[1] in own } here == keep || /^#/'
awk -v names="${source_only[*]}" -v keep=1 "$split" requirements-dev.txt >requirements-source.txt
awk -v names="${source_only[*]}" -v keep=0 "$split" requirements-dev.txt >requirements-wheels.tmp
mv requirements-wheels.tmp requirements-dev.txt
