# A newcomer's and CI's only entry points. Each works on a fresh clone, and again when run twice.
#
#   make demo    set up and do the main job on the bundled story
#   make test    set up, then lint, types and all tests
#   make lint    ruff and mypy only
#   make bench DATA=folder   speed, each figure as a ratio to a named reference in the same run; with DATA the figures too
#   make figures DATA=folder   score argmap on the public data sets below a folder
#   make train DATA=folder   make both bundled models anew from them; goes on where it was stopped
#   make gold    write the gold files of the tests anew, to be read in the diff
#   make schema  write the JSON Schema anew from the classes

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench figures train gold schema clean

VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
RUN ?= .train

help:
	@sed -n '3,10s/^# *//p' Makefile

$(VENV)/.package: pyproject.toml scripts/venv.sh
	@scripts/venv.sh $(VENV) .
	@touch $@

$(VENV)/.dev: pyproject.toml scripts/venv.sh
	@scripts/venv.sh $(VENV) '.[dev]'
	@touch $@ $(VENV)/.package

demo: $(VENV)/.package
	@scripts/need.sh dot graphviz
	@$(BIN)/argmap demo

test: lint
	@scripts/need.sh dot graphviz
	@scripts/need.sh chromium chromium
	@$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev
	@scripts/need.sh dot graphviz
	@$(BIN)/python scripts/bench.py $(ARTICLES)
	@if [ -d "$(DATA)" ]; then $(BIN)/python scripts/figures.py $(DATA); fi

figures: $(VENV)/.dev
	@$(BIN)/python scripts/figures.py $(DATA)

train:
	@scripts/venv.sh .venv-train .
	@.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	@scripts/train.sh $(DATA) $(RUN)

gold: $(VENV)/.dev
	@ARGMAP_REGOLD=1 $(BIN)/python -m pytest -n 2 -k gold || true
	@git diff --stat -- tests/gold annotations

schema: $(VENV)/.dev
	@$(BIN)/python -c 'from argmap.model import schema; print(schema.build_schema(), end="")' \
	  > src/argmap/model/annotation.schema.json.new
	@mv src/argmap/model/annotation.schema.json.new src/argmap/model/annotation.schema.json

clean:
	@rm -rf $(VENV) .venv-train build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
