# make demo shows what Riwaya does; make test runs every check. Both set up their own environment in .venv.
BIN := .venv/bin
LEDGER := build/demo.ledger

.PHONY: demo test lint types packs unit score bench clean

.venv/.ready: pyproject.toml requirements.lock tools/environment.sh
	tools/environment.sh

demo: .venv/.ready
	@mkdir -p build && rm -f $(LEDGER)*
	@$(BIN)/riwaya read examples/reports --ledger $(LEDGER)
	@$(BIN)/riwaya claims --ledger $(LEDGER) --place "عين الياسمين"
	@$(BIN)/riwaya verify --ledger $(LEDGER)

test: .venv/.ready lint types packs unit

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready
	$(BIN)/mypy

packs: .venv/.ready
	$(BIN)/riwaya packs check

unit: .venv/.ready
	$(BIN)/pytest

score: .venv/.ready
	$(BIN)/python tools/score.py $(GOLD)

bench: .venv/.ready
	$(BIN)/python benchmarks/reading.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
