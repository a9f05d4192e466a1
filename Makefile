# Everything a person needs: make run, make test. Each target installs what it lacks and costs nothing when all is there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKSPACE ?= .workspace/sample
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"
INSTALL := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python

# uv does not read pip's settings; whoever told pip where packages come from means uv too.
ifneq ($(PIP_INDEX_URL),)
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-dev qt run test lint format bench soak pictures translations build lock clean

help: ## What there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

$(VENV)/.uv: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Helpdesk needs Python 3.11 or newer; name it: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || [ -x $(BIN)/python ] || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			export DEBIAN_FRONTEND=noninteractive; \
			apt-get install -y --no-install-recommends python3-venv || { apt-get update -q && apt-get install -y --no-install-recommends python3-venv; }; \
		else echo "Python's venv is missing. Run this once: sudo apt-get install -y python3-venv" >&2; exit 1; fi; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-input --require-hashes -r requirements-uv.lock
	@touch $@

$(VENV)/.locked: requirements.lock $(VENV)/.uv
	$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.locked-dev: requirements-dev.lock $(VENV)/.locked
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	$(INSTALL) --offline --no-deps --no-build-isolation --editable .
	@test -x $(BIN)/helpdesk
	@touch $@

qt: $(VENV)/.locked
	@.ci/qt-libraries $(BIN)/python

setup: $(VENV)/.installed qt ## Install the program into .venv (leaves .venv/bin/helpdesk)

setup-dev: setup $(VENV)/.locked-dev

$(WORKSPACE)/.ready: | setup
	@echo "Making the sample workspace in $(WORKSPACE) (once)…" >&2
	@$(BIN)/helpdesk sample $(WORKSPACE)
	@touch $@

run: setup $(WORKSPACE)/.ready ## Open the desk on the sample workspace
	@if [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/helpdesk --workspace $(WORKSPACE); \
	else \
		$(BIN)/helpdesk queue --workspace $(WORKSPACE); \
		echo; \
		echo "There is no display here, so this is the review queue in the terminal. For the window, log in with a screen and run"; \
		echo "  make run                                          or, on this machine without one:"; \
		echo "  xvfb-run -a make run                              (apt-get install -y xvfb xauth)"; \
		echo "Next here:  $(BIN)/helpdesk review DRAFT --workspace $(WORKSPACE)          (its --help says what it can do)"; \
	fi

lint: setup-dev ## The gates that must hold: ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint ## Gates and tests; what CI runs
	$(BIN)/python -m tests

format: setup-dev ## Let ruff put the code in form
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

bench: setup-dev ## Ratios: start-up, import, search, each against the bare thing in the same run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

soak: setup-dev ## Kill storms during import, drafting, sending and indexing; broken index files; a failing model server
	$(BIN)/python -m tests.soak

pictures: setup-dev ## Take pictures of every screen and state into build/pictures, and those of the README anew
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures build/pictures
	cp build/pictures/review-light-1280-en.png build/pictures/inbox-requester-light-1280-en.png resources/pictures/

translations: setup-dev ## Bring the German words in step with the program, and say which are missing
	$(BIN)/python -m tests.translations

build: setup-dev ## A folder that runs without Python: dist/helpdesk
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	cd dist/helpdesk/_internal && test -s resources/translations/desk_de.qm -a -s PySide6/Qt/translations/qtbase_de.qm -a -s tzdata/zoneinfo/Europe/Berlin
	rm -rf build/smoke
	dist/helpdesk/helpdesk import kb/using-helpdesk --workspace build/smoke
	dist/helpdesk/helpdesk search "take a reply back" -k 1 --workspace build/smoke
	dist/helpdesk/helpdesk doctor --workspace build/smoke
	du -sh dist/helpdesk

lock: $(VENV)/.uv ## Resolve the dependencies anew
	$(COMPILE) --upgrade --group install pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	echo uv | $(COMPILE) --upgrade --no-annotate - -o requirements-uv.lock

clean: ## Remove what was made, the environment too
	rm -rf $(VENV) .workspace build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
