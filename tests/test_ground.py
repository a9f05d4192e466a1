"""The ground the program stands on: locks, metadata, the make targets and the papers, checked against each other."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import helpdesk
from helpdesk.domain.errors import leaves
from helpdesk.ui import wording

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))
HANDBOOK = ROOT / "resources" / "handbook"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pinned(lock: Path) -> dict[str, set[str]]:
    """Name to versions (one a Python version, where they differ), names in the one normal form."""
    found = re.findall(r"^([\w.-]+)(?:\[[^]]*])?==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    versions: dict[str, set[str]] = {}
    for name, version in found:
        versions.setdefault(re.sub(r"[-_.]+", "-", name).lower(), set()).add(version)
    return versions


def wanted(requirement: str) -> str:
    matched = re.match(r"[\w.-]+", requirement)
    assert matched
    return re.sub(r"[-_.]+", "-", matched.group()).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_no_machine(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"https?:|file:|--index|--find-links|--extra|@ ", text)
    assert not re.search(r"(^|\s)/\w", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_hashes(lock: Path) -> None:
    blocks = re.split(r"^(?=[\w.-]+(?:\[[^]]*])?==)", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_lock_holds_every_dependency() -> None:
    assert {wanted(r) for r in PROJECT["project"]["dependencies"]} - pinned(ROOT / "requirements.lock").keys() == set()
    tools = [r for r in PROJECT["dependency-groups"]["dev"] if isinstance(r, str)]
    assert {wanted(r) for r in tools} - pinned(ROOT / "requirements-dev.lock").keys() == set()


def test_both_locks_agree() -> None:
    run, develop = pinned(ROOT / "requirements.lock"), pinned(ROOT / "requirements-dev.lock")
    assert {name: (version, develop.get(name)) for name, version in run.items() if develop.get(name) != version} == {}


def test_this_environment_is_the_locked_one() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "from importlib.metadata import distributions as d\nfor x in d(): print(x.name, x.version)"],
        capture_output=True,
        text=True,
        check=True,
    )
    present = {re.sub(r"[-_.]+", "-", n).lower(): v for n, v in (line.split() for line in asked.stdout.splitlines())}
    locked = pinned(ROOT / "requirements-dev.lock")
    wanted_here = {wanted(r) for r in PROJECT["project"]["dependencies"]}
    assert {n: (present.get(n), locked[n]) for n in wanted_here if present.get(n) not in locked[n]} == {}


def test_chroma_is_pinned_exactly() -> None:
    """Its file format may change in any release; a new version rebuilds every index."""
    assert "chromadb==1.5.9" in PROJECT["project"]["dependencies"]


def test_the_sqlite_we_bring_has_the_wal_fix() -> None:
    sqlcipher3 = pytest.importorskip("sqlcipher3")
    assert tuple(map(int, sqlcipher3.sqlite_version.split("."))) >= (3, 51, 3)


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"setup", "run", "test", "lint", "bench", "soak", "pictures", "build"} <= targets
    papers = [ROOT / "README.md", *HANDBOOK.rglob("*.md")]
    named = {target for paper in papers for target in re.findall(r"`make ([a-z-]+)", paper.read_text("utf-8"))}
    assert named <= targets


def test_ci_is_make_test_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    commands = [line for line in script.read_text("utf-8").splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]


@pytest.mark.skipif(not shutil.which("make"), reason="make is not here")
def test_make_alone_lists_what_there_is_to_make() -> None:
    shown = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "make run" in shown
    assert "make test" in shown


def links(paper: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)#\s]+)", paper.read_text("utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            yield target


@pytest.mark.parametrize(
    "paper", [ROOT / "README.md", *sorted(HANDBOOK.rglob("*.md"))], ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_no_link_of_the_papers_leads_nowhere(paper: Path) -> None:
    assert [target for target in links(paper) if not (paper.parent / target).exists()] == []


def test_decisions_are_numbered_without_gaps_and_have_the_same_form() -> None:
    papers = sorted((HANDBOOK / "decisions").glob("[0-9]*.md"))
    assert [int(p.name[:4]) for p in papers] == list(range(1, len(papers) + 1))
    parts = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]
    assert {p.name: re.findall(r"^## (.+)$", p.read_text("utf-8"), re.MULTILINE) for p in papers} == {
        p.name: parts for p in papers
    }


def test_the_changelog_is_kept() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text
    assert re.fullmatch(r"\d+\.\d+\.\d+", helpdesk.__version__)


def test_every_error_has_wording() -> None:
    assert [
        leaf.__name__ for leaf in leaves() if leaf.__module__ == "helpdesk.domain.errors" and leaf not in wording.SPEAKERS
    ] == []


def test_the_papers_name_no_machine() -> None:
    papers = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "Makefile", *HANDBOOK.rglob("*.md")]
    assert [p.name for p in papers if re.search(r"/(work|root|opt|home)/", p.read_text("utf-8"))] == []
