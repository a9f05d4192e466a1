"""Guards over every test: no network but loopback, no unexpected log record at WARNING or above, a home of its own.

Qt's own warnings and Python's fail a test through pyproject.toml. The environment is set when this module is imported, which is
before any test module and before any library that reads it.
"""

import importlib.util
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.domain.quiet import QUIET

ROOT = Path(__file__).resolve().parent.parent
GUARDED = ROOT / "tests" / "guarded"
HOUSE = {
    **QUIET,
    # The accessibility bus and the session bus belong to the machine's user, not to a test.
    "NO_AT_BRIDGE": "1",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    # The window speaks English, whatever the machine does.
    "LC_ALL": "C.UTF-8",
    "TERM": "dumb",
    "COLUMNS": "120",
    "PYTHONPATH": str(GUARDED),
}


class LogLedger(logging.Handler):
    """Keeps the records at WARNING and above of the running test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def unexpected(self, patterns: list[str]) -> list[str]:
        lines = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in self.records]
        return [line for line in lines if not any(re.search(pattern, line) for pattern in patterns)]


home = Path(tempfile.mkdtemp(prefix="helpdesk-tests-"))
network = home / "network-ledger"
logs = LogLedger()


def settle() -> None:
    """A home, a locale-free terminal and an offscreen window system of the tests' own."""
    for name in list(os.environ):
        if name.startswith(("HELPDESK_", "OLLAMA_", "XDG_")) or name.lower().endswith("_proxy"):
            del os.environ[name]
    os.environ.update(HOUSE)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        os.environ[name] = str(home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)
    network.touch()
    os.environ["HELPDESK_TEST_LEDGER"] = str(network)


def shut_the_network() -> None:
    """In this process the same hook as in every child: see guarded/sitecustomize.py."""
    spec = importlib.util.spec_from_file_location("helpdesk_network_guard", GUARDED / "sitecustomize.py")
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


settle()
shut_the_network()


def attempts() -> list[str]:
    """Every outbound attempt so far, of this process and of all its children."""
    return network.read_text("utf-8").splitlines()


@pytest.fixture
def outbound_attempts() -> Iterator[list[str]]:
    """The attempts to leave the machine made before this test; compare with `tests.guards.attempts()`."""
    yield attempts()


def pytest_configure() -> None:
    logging.getLogger().addHandler(logs)


def pytest_unconfigure() -> None:
    logging.getLogger().removeHandler(logs)
    shutil.rmtree(home, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    logs.records.clear()
    item.stash[BEFORE] = len(attempts())
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """After the fixtures are gone, so that what they say at the end counts too."""
    result = yield
    expected = [pattern for mark in item.iter_markers("logs") for pattern in mark.args]
    surprises = logs.unexpected(expected)
    logs.records.clear()
    if surprises:
        pytest.fail("unexpected log records:\n" + "\n".join(surprises), pytrace=False)
    new = attempts()[item.stash[BEFORE] :]
    if new and item.get_closest_marker("outbound") is None:
        pytest.fail("tried to leave the machine:\n" + "\n".join(new), pytrace=False)
    return result


BEFORE = pytest.StashKey[int]()
