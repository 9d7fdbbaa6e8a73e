# make demo    install, code the samples, print their records, write out/brief.html
# make test    install, then ruff, mypy, import-linter and pytest
# make eval    score the samples (and ../shared/gold and its linking benchmark where they are) and hold the floors
# make lock    new requirements files from pyproject.toml (needs uv and a package index; all else works offline)
# The interpreter: make PYTHON=python3.13 demo

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check eval lock snapshots clean
.DELETE_ON_ERROR:

demo: $(STAMP)
	@mkdir -p out
	$(BIN)/warmonitor code samples
	$(BIN)/warmonitor code samples --format html > out/brief.html
	@echo "The same as one page, with a map and a timeline: out/brief.html"

# All checks run, whatever the ones before them say; pytest comes last.
test: $(STAMP)
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/lint-imports --no-cache || status=1; \
	$(BIN)/python -m pytest || status=1; \
	exit $$status

eval: $(STAMP)
	@status=0; \
	$(BIN)/python -m evaluation.gold || status=1; \
	$(BIN)/python -m evaluation.linking_gate || status=1; \
	exit $$status

snapshots: $(STAMP)
	$(BIN)/python -m evaluation.snapshots --write

lock:
	scripts/lock.sh

$(STAMP): requirements-dev.txt requirements-source.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else f"Python 3.11 to 3.13 is needed, this is {v[0]}.{v[1]}; make PYTHON=python3.12 …")'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.txt
	$(PIP) install --require-hashes --no-deps --no-build-isolation -r requirements-source.txt
	$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
