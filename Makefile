# Tout le travail est dans tools/env.py : mêmes commandes sans make, sous Linux et sous Windows.

HOST = 127.0.0.1
PORT = 8000
PYTEST_ARGS =
BENCH_ARGS =
LOCK_ARGS =

ifeq ($(OS),Windows_NT)
PYTHON ?= py -3
else
PYTHON ?= python3
endif

ENV = @$(PYTHON) tools/env.py

.PHONY: help run test nightly bench lint lock install einvoice

help:
	$(ENV)

run:
	$(ENV) run --host $(HOST) --port $(PORT)

test:
	$(ENV) test $(PYTEST_ARGS)

nightly:
	$(ENV) nightly $(PYTEST_ARGS)

bench:
	$(ENV) bench $(BENCH_ARGS)

lint:
	$(ENV) lint

lock:
	@$(PYTHON) tools/lock.py $(LOCK_ARGS)

install:
	$(ENV) install

einvoice:
	$(ENV) einvoice
