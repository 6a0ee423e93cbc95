# Two commands need nothing but make and Python 3.11 or newer: `make demo` and `make test`. GNU make 3.81 will do.

# Any Python that runs; tools/bootstrap.py then looks for the newest that can make an environment.
FIRST_PYTHON = $(or $(PYTHON),$(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$each -c '' 2>/dev/null; then echo $$each; break; fi; done))
PORT ?= 8000
BIN = .venv/bin
export PYTHON PORT

# The command that fills .venv, with `runtime` or `dev` after it.
define BOOTSTRAP
@test -n "$(FIRST_PYTHON)" || { echo "No Python answers here: install Python 3.11 or newer, or name one with PYTHON=." >&2; exit 1; }
@$(FIRST_PYTHON) tools/bootstrap.py
endef

.NOTPARALLEL:

.PHONY: help
help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: ## make everything and serve the sample newsroom (PORT=8000)
	$(BOOTSTRAP) runtime
	@exec $(BIN)/python manage.py demo

.PHONY: test
test: ## every test that needs no server and no browser, on SQLite
	$(BOOTSTRAP) dev
	@DATABASE_URL= $(BIN)/python -m pytest -n auto -m "not browser"

.PHONY: check
check: test lint deploy-check test-postgres test-browser ## what CI runs: both databases, a browser, lint, types

.PHONY: lint
lint: ## format, style, import direction, types, templates, migrations
	$(BOOTSTRAP) dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/python manage.py makemigrations --check --dry-run --settings newsroom.settings.test
	$(BIN)/python manage.py messages --check --settings newsroom.settings.test

.PHONY: deploy-check
deploy-check: ## Django's own checks with the settings of production
	$(BOOTSTRAP) dev
	$(BIN)/python tools/deploy_check.py

.PHONY: test-postgres
test-postgres: ## the same tests on PostgreSQL: DATABASE_URL's if it answers, else one of their own
	$(BOOTSTRAP) dev
	$(BIN)/python tools/with_postgres.py $(BIN)/python -m pytest -n auto -m "not browser"

.PHONY: test-browser
test-browser: ## the journeys in Chromium; without one they fail
	$(BOOTSTRAP) dev
	DATABASE_URL= NEWSROOM_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -m browser

.PHONY: messages
messages: ## gather what the site says, list what lacks a translation, compile
	$(BOOTSTRAP) dev
	@$(BIN)/python manage.py messages --settings newsroom.settings.test

.PHONY: format
format: ## put code and templates into their format
	$(BOOTSTRAP) dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

UV = uv
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock"

.PHONY: lock
lock: ## compile requirements/ anew from pyproject.toml (needs uv)
	@command -v $(UV) >/dev/null || { echo "Locking needs uv: install it, or name it with UV=/where/it/is/uv." >&2; exit 1; }
	$(LOCK) pyproject.toml --output-file requirements/runtime.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
	$(LOCK) --no-deps requirements/ner.in --output-file requirements/ner.txt

.PHONY: clean
clean: ## remove .venv and what tools have cached; var/ with the data stays
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis test-results
