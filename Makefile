# make demo shows what Riwaya does; make test runs every check. Both set up their own environment in .venv.
BIN := .venv/bin
LEDGER := build/demo.ledger

SOURCES := $(shell find riwaya -type f -not -name '*.pyc')

.PHONY: demo test lint types packs unit compiled score bench clean

.venv/.ready: pyproject.toml requirements.lock tools/environment.sh
	tools/environment.sh

# What users run: Riwaya installed, compiled where that can be done. RIWAYA_PURE=1 installs it as plain Python.
.venv/.installed: .venv/.ready tools/install.sh $(SOURCES)
	tools/install.sh

demo: .venv/.installed
	@mkdir -p build && rm -f $(LEDGER)*
	@$(BIN)/riwaya read examples/reports --ledger $(LEDGER)
	@$(BIN)/riwaya claims --ledger $(LEDGER) --place "عين الياسمين"
	@$(BIN)/riwaya verify --ledger $(LEDGER)

test: .venv/.ready lint types packs unit compiled

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready
	$(BIN)/mypy

packs: .venv/.ready
	$(BIN)/python -m riwaya packs check

# the sources as they stand
unit: .venv/.ready
	$(BIN)/pytest

# the same of what is installed, in the rooms that are compiled
compiled: .venv/.installed
	RIWAYA_INSTALLED=1 $(BIN)/pytest -o pythonpath= tests/test_compiled.py tests/words tests/reports tests/passages tests/mentions tests/claims

score: .venv/.installed
	$(BIN)/python tools/score.py $(GOLD)

bench: .venv/.installed
	$(BIN)/python benchmarks/reading.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
