# Everything from a fresh clone; needs only make and Python 3.11 or newer. `make` alone lists the commands.
# ARGS goes to the tool behind the command: make test ARGS="tests/networks -k waiting"

PYTHON = .venv/bin/python
EMBEDDED = env -u DATABASE_URL -u REDIS_URL -u ELASTICSEARCH_URL
LOCK = .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: help run test test-services test-trials test-browser test-pages screenshots check bench messages format lock environment environment-dev

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-15s %s\n' "make $$name" "$$text"; done

run: environment ## set up what is missing and serve on http://127.0.0.1:$PORT (8000)
	@exec $(PYTHON) tools/run.py

test: environment-dev ## the test suite on SQLite, in-memory channels and database search
	@$(PYTHON) tools/catalogues.py compile
	@$(EMBEDDED) $(PYTHON) -m pytest -n auto $(ARGS)

test-services: environment-dev ## the service tests on real PostgreSQL, Redis and Elasticsearch
	@$(PYTHON) tools/catalogues.py compile
	@$(PYTHON) tools/services.py -- $(PYTHON) -m pytest -m services --ignore=tests/api --ignore=tests/browser $(ARGS)

test-trials: environment-dev ## outages at full size: Redis away for 2,000 posts, Elasticsearch killed 20 times
	@$(PYTHON) tools/catalogues.py compile
	@FULL_SIZE=1 $(PYTHON) tools/services.py -- $(PYTHON) -m pytest -m services -rP tests/services $(ARGS)

test-browser: environment-dev ## the main journeys in Chromium, with accessibility checks
	@$(PYTHON) tools/catalogues.py compile
	@$(EMBEDDED) $(PYTHON) -m pytest -m "browser and not every_page" $(or $(ARGS),tests/browser)

test-pages: environment-dev ## every page and state in Chromium, in both languages
	@$(PYTHON) tools/catalogues.py compile
	@$(EMBEDDED) $(PYTHON) -m pytest -m every_page $(or $(ARGS),tests/browser)

screenshots: environment-dev ## pictures of every page and state into var/screenshots (ARGS="--only practice --width 360")
	@$(PYTHON) tools/catalogues.py compile
	@$(EMBEDDED) DJANGO_SETTINGS_MODULE=config.settings.test $(PYTHON) -m tests.browser.screenshots $(ARGS)

check: environment-dev ## formatter, linter, types, layers, migrations, translations
	@$(PYTHON) tools/check.py

bench: environment-dev ## the benchmarks, each beside its peer; fails when a wanted figure is not reached
	@$(PYTHON) -m bench $(ARGS)

messages: environment-dev ## bring the translation catalogues in step with the code
	@$(PYTHON) tools/catalogues.py update

format: environment-dev ## format the code and mend what the linter can mend
	@$(PYTHON) -m ruff check -q --fix . ; $(PYTHON) -m ruff format .

lock: environment-dev ## resolve the dependencies of pyproject.toml anew into the lock files
	@$(LOCK) --upgrade pyproject.toml -o requirements.txt
	@$(LOCK) --upgrade pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	@echo "Locked. Run the tests, then commit both files."

environment:
	@sh tools/python tools/environment.py

environment-dev:
	@sh tools/python tools/environment.py --dev
