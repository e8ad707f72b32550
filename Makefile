# Two commands do all the set-up: `make demo` runs copydesk on the sample articles,
# `make test` installs it in a fresh environment and passes the tests.
PYTHON ?= python3
VENV := .venv

.PHONY: demo test lint wheel clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --upgrade pip
	$(VENV)/bin/python -m pip install --quiet --editable ".[dev]"
	touch $@

demo: $(VENV)/installed
	$(VENV)/bin/copydesk check seeds --exit-zero

test: $(VENV)/installed
	$(VENV)/bin/python -m pytest

lint: $(VENV)/installed
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/copydesk rules test
	$(VENV)/bin/copydesk rules manual docs/rules --check

wheel: $(VENV)/installed
	rm -rf dist
	$(VENV)/bin/python -m build --outdir dist .

clean:
	rm -rf $(VENV) dist build
