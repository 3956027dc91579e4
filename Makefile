# make briefing: the sample corpus' briefings into reports/     make test: all that CI runs
# make bench: timings     make lab: JupyterLab on copies of the notebooks     make lock: pin the newest versions anew
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := $(shell command -v uv 2>/dev/null)
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

SYSTEM := chromium fonts-dejavu-core poppler-utils

.PHONY: help briefing test browser bench lab lock clean
help:
	@sed -n '1,2s/^# //p' Makefile

briefing: $(READY)
	$(BIN)/recoupe build seeds -o reports --also fr

test: $(READY) browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(CORES) --dist loadfile --durations 8

browser:  # the tests click through the pages in Debian's Chromium, and read with pdftotext what it prints
	@for name in chromium chromium-browser google-chrome; do command -v $$name && break; done >/dev/null && command -v pdftotext >/dev/null \
	  || { [ "$$(id -u)" = 0 ] || as_root="sudo -n"; export DEBIAN_FRONTEND=noninteractive; \
	       $$as_root apt-get update -qq && $$as_root apt-get install -qq -y --no-install-recommends $(SYSTEM); } >/dev/null \
	  || { echo "The tests need a browser: install Debian's packages $(SYSTEM)." >&2; exit 1; }

bench: $(READY) $(VENV)/bench/bin/python
	$(BIN)/python tests/bench/matching.py $(VENV)/bench/bin/python
	$(BIN)/python tests/bench/reading.py $(VENV)/bench/bin/python
	$(BIN)/python tests/bench/build.py

$(VENV)/bench/bin/python:  # spaCy's tokeniser, which the benchmarks set speeds against
	$(PYTHON) -m venv $(VENV)/bench
	$@ -m pip install --quiet 'spacy>=3.8,<4' || (rm -rf $(VENV)/bench; false)

lab: $(READY)
	$(BIN)/recoupe lab

lock:  # the newest versions that still serve Python 3.11, so that one set serves 3.11 to 3.13
	@mkdir -p $(VENV) && printf 'contourpy<1.4\nnumpy<2.5\nscipy<1.18\nsoupsieve<3\n' > $(VENV)/constraints.txt
	uv pip compile -c $(VENV)/constraints.txt pyproject.toml --extra test --universal --fork-strategy fewest --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade -o requirements.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Recoupe needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try make PYTHON=python3.12 …" >&2; exit 1; }
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --require-hashes -r requirements.txt
	VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps --no-build-isolation -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@
