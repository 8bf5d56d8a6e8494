# One word runs everything; `make` alone prints the menu.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench

.PHONY: help setup demo play test e2e check cover bench run migrate

help: ## print this menu
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## /  make \1\t/' | expand -t 18

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.dev ## everything for developers, in .venv

demo: $(VENV)/.run ## an invented city in the browser, no token needed
	$(BIN)/jixiao demo

play: $(VENV)/.run ## play the demo's whole month on the terminal, files into var/demo
	$(BIN)/jixiao demo --play --out var/demo

test: $(VENV)/.dev ## the tests
	$(BIN)/python -m pytest -n auto -m "not slow"

e2e: $(VENV)/.dev ## the slow tests: kill -9, faults, the whole month
	$(BIN)/python -m pytest -m slow

check: $(VENV)/.dev ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright --warnings
	$(BIN)/lint-imports

cover: $(VENV)/.dev ## the tests of scoring; fails where a branch of scoring is not reached
	$(BIN)/python -m coverage run --branch --source=scoring -m pytest tests/scoring -n 0 -m "not slow"
	$(BIN)/python -m coverage report --skip-covered --show-missing --fail-under=100

$(BENCH)/.bench: requirements-dev.lock requirements-bench.lock pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

bench: $(BENCH)/.bench ## measure beside others, in an environment of its own; prints ratios
	@for script in tests/bench/*.py; do echo "== $$script"; $(BENCH)/bin/python $$script || exit 1; done

run: $(VENV)/.run ## run the bot with config.toml
	$(BIN)/jixiao run

migrate: $(VENV)/.run ## bring the configured database to the newest shape
	$(BIN)/jixiao db upgrade
