"""The shape of the program: budgets, names, who may import what, and what a screen may do with text from outside.

Statements, complexity and arguments of functions are ruff's part, the rooms are import-linter's; both run in `make lint`.
"""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from helpdesk.settings import Settings
from tests.translations.source import PROGRAM, ROOT, called, tree

FILES = sorted(PROGRAM.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCREENS = sorted((PROGRAM / "ui").rglob("*.py"))

EMPTY_MODULES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "data",
    "info",
    "item",
    "items",
    "chunk",
    "bot",
}
EMPTY_WORDS = {
    "Util",
    "Utils",
    "Helper",
    "Helpers",
    "Manager",
    "Info",
    "Chunk",
    "Bot",
    "util",
    "helper",
    "manager",
    "info",
    "chunk",
    "bot",
}
BETWEEN_OWN_PROCESSES = "helpdesk/adapters/processes.py"
DECLARATIONS = "helpdesk/adapters/sqlite/"
RICH_TEXT = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "toHtml"}
SANITISED_VIEWER = "helpdesk/ui/kit/"
AUTO_TEXT = {"QLabel", "QMessageBox"}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_files_are_short() -> None:
    lengths = {name(f): len(f.read_text("utf-8").splitlines()) for f in (*FILES, *TESTS)}
    assert statistics.median(lengths[name(f)] for f in FILES) <= 120
    assert [f"{file}: {lines}" for file, lines in lengths.items() if lines > 400] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name(f) for f in (*FILES, *TESTS) if not ast.get_docstring(tree(f))] == []


def test_no_name_that_says_nothing() -> None:
    places = [name(f) for f in FILES for part in f.relative_to(PROGRAM).with_suffix("").parts if part in EMPTY_MODULES]
    definitions = [
        f"{name(f)}:{node.lineno} {node.name}"
        for f in FILES
        for node in ast.walk(tree(f))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and set(re.findall("[A-Z]?[a-z]+", node.name)) & EMPTY_WORDS
    ]
    assert places + definitions == []


def test_the_top_level_is_fixed() -> None:
    folders = {"helpdesk", "resources", "kb", "tests", "build", "dist"}
    papers = {"README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "build.spec"}
    locks = {"requirements.lock", "requirements-dev.lock", "requirements-uv.lock"}
    assert {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - folders - papers - locks == set()


def test_only_the_window_knows_qt() -> None:
    strays = [name(f) for f in FILES if any(m.split(".")[0] in {"PySide6", "shiboken6"} for m in imported(f))]
    assert [s for s in strays if not s.startswith("helpdesk/ui/") and s != "helpdesk/gui.py"] == []


def test_wording_is_there_for_the_terminal_too() -> None:
    assert not any(m.startswith("PySide6") for m in imported(PROGRAM / "ui" / "wording.py"))


def test_the_domain_stands_on_the_standard_library() -> None:
    foreign = [
        f"{name(f)}: {module}"
        for f in sorted((PROGRAM / "domain").rglob("*.py"))
        for module in imported(f)
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("helpdesk.domain")
    ]
    assert foreign == []


def test_the_domain_waits_for_nobody() -> None:
    waiting = {"asyncio", "threading", "socket", "sqlite3", "subprocess", "multiprocessing", "urllib", "http"}
    domain = sorted((PROGRAM / "domain").rglob("*.py"))
    assert [f"{name(f)}: {m}" for f in domain for m in imported(f) if m.split(".")[0] in waiting] == []


def test_rich_text_is_shown_by_the_one_sanitised_viewer_only() -> None:
    shown = [
        f"{name(f)}:{node.lineno} {called(node)}"
        for f in SCREENS
        for node in ast.walk(tree(f))
        if isinstance(node, ast.Call) and called(node) in RICH_TEXT and not name(f).startswith(SANITISED_VIEWER)
    ]
    assert shown == []


def test_no_label_guesses_whether_a_text_is_html() -> None:
    """QLabel and QMessageBox take what looks like HTML for HTML and then read local files; the kit's own are plain."""
    made = [
        f"{name(f)}:{node.lineno} {called(node)}"
        for f in SCREENS
        for node in ast.walk(tree(f))
        if isinstance(node, ast.Call) and called(node) in AUTO_TEXT and not name(f).startswith(SANITISED_VIEWER)
    ]
    assert made == []


def test_no_screen_pumps_the_event_loop_or_opens_an_address_by_itself() -> None:
    calls = [
        f"{name(f)}:{node.lineno} {called(node)}"
        for f in SCREENS
        if name(f) != "helpdesk/ui/beside.py"  # at the start, before there is a screen, and without keys and clicks
        for node in ast.walk(tree(f))
        if isinstance(node, ast.Call)
        and (called(node) in {"processEvents", "QNetworkAccessManager"} or (opens_links(node) and not is_false(node.args)))
    ]
    assert calls == []


def opens_links(node: ast.Call) -> bool:
    return called(node) in {"setOpenExternalLinks", "setOpenLinks"}


def is_false(arguments: list[ast.expr]) -> bool:
    return len(arguments) == 1 and isinstance(arguments[0], ast.Constant) and arguments[0].value is False


def test_nothing_is_pickled_or_evaluated() -> None:
    outside = [f for f in FILES if name(f) != BETWEEN_OWN_PROCESSES]
    risky = [f"{name(f)}: {m}" for f in outside for m in imported(f) if m.split(".")[0] in {"pickle", "shelve", "marshal"}]
    calls = [
        f"{name(f)}:{node.lineno} {called(node)}"
        for f in FILES
        for node in ast.walk(tree(f))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec", "__import__"}
    ]
    assert risky + calls == []


def test_importing_does_nothing() -> None:
    """At module level: definitions, constants and imports; no call for its effect, nothing opened."""
    effects = [
        f"{name(f)}:{node.lineno}"
        for f in FILES
        for node in tree(f).body
        if isinstance(node, ast.While | ast.With | ast.Try)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and not name(f).startswith(DECLARATIONS))
    ]
    assert effects == []


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda f: f.name)
def test_every_setting_explains_itself(setting: object) -> None:
    shape = setting.metadata  # type: ignore[attr-defined]
    assert shape["section"]
    assert shape["label"]
    assert shape["help"].endswith((".", "?"))
    assert ("least" in shape) == ("most" in shape)
