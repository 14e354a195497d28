# Comity: what a person types. docs/development.md says more about each.
PORT ?= 8000
PYTHON ?= python3
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help demo setup setup-all debian test quick lint pictures bench audit clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

demo: ## Load the demonstration programme and serve it on PORT (8000)
	@scripts/free-port $(PORT)
	@scripts/setup serving
	@.venv/bin/comity demo --data .data/demo --port $(PORT)

setup: ## Install what serving needs, into .venv
	@scripts/setup serving

setup-all: ## Install what serving, testing and measuring need
	@scripts/setup all
	@scripts/debian install

test: setup-all lint ## Check everything and run every test
	@echo "Tests"
	@COMITY_REQUIRE="$$(scripts/debian required)" .venv/bin/pytest -n 2 --dist loadgroup

quick: ## Check style and run the tests that need no server and no browser
	@scripts/setup all
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/pytest -q -n 2 -m "not postgresql and not journey and not slow" --hypothesis-profile=quick

lint: ## Check style, types, import contracts, dependencies and templates
	@scripts/setup all
	@scripts/lint

pictures: ## Take the pictures of docs/tour.md and of the README from the running demonstration
	@scripts/setup all
	@COMITY_PICTURES=1 .venv/bin/pytest -q tests/journeys/test_tour.py -k picture
	@COMITY_PICTURES=1 .venv/bin/pytest -q tests/journeys/test_tour.py -k says
	@COMITY_PICTURES=1 .venv/bin/pytest -q tests/journeys/test_guides.py -k "quotes"

bench: ## Measure, and print the tables of docs/performance.md
	@scripts/setup all
	@.venv/bin/python -m tests.bench

audit: ## Ask the public advisories about every pinned dependency (needs a network)
	@scripts/setup all
	@scripts/audit

clean: ## Remove what the others made, the demonstration's data included
	rm -rf .venv .data build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
